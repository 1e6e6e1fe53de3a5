import { expect, test } from 'vitest';
import type { Visit } from '../../src/exit/visit.ts';
import { type Answering, announceLeaver, BETTER_OFFER, interview } from '../support/leave.ts';
import { type Town, town } from '../support/town.ts';

const OCTOBER = new Date('2026-10-05T08:00:00Z');
const LATER: Answering = { 'exit-reason': 'manager', 'exit-return': '2' };

/** Somebody who went through the interview, four months on and no longer in the people file. */
async function gone(access: 'pooled' | 'named' = 'pooled') {
  const place = await town({ now: OCTOBER, programme: { campaigns: [] } });
  await announceLeaver(place, 'lab-1', '2026-11-30');
  await place.jump(new Date('2026-11-17T12:00:00Z'));
  const { page } = await interview(place, 'lab-1', access, BETTER_OFFER);
  const link = page?.blocks.find((block) => block.kind === 'link');
  if (link?.kind !== 'link') throw new Error('no link');
  await place.at(new Date('2026-12-01T12:00:00Z'));
  const org = await place.ports.store.org.load();
  const staying = org.people.filter(({ id }) => id !== 'lab-1');
  await place.ports.store.org.replace({ ...org, people: staying }, place.now());
  return { place, url: link.url };
}

/** Fills in screen after screen as the page shows them. */
async function fill(place: Town, url: string, answers: Answering): Promise<Visit> {
  let page = await place.visit(url);
  for (let screens = 0; page.form && screens < 20; screens++) {
    const { about, fields } = page.form;
    const given = fields.flatMap(({ name }): [string, string[]][] => {
      const values = answers[name];
      return values === undefined
        ? []
        : [[name, typeof values === 'string' ? [values] : [...values]]];
    });
    page = await place.visit(url, { screen: [about], ...Object.fromEntries(given) });
    if (page.faults) throw new Error(Object.values(page.faults).join(' '));
  }
  return page;
}

test('four months later the personal link asks again, without an account, once', async () => {
  const { place, url } = await gone();
  const early = await place.visit(url);
  expect(early).toMatchObject({ status: 'not-yet' });
  expect(early.form).toBeUndefined();
  await place.jump(new Date('2027-04-06T12:00:00Z'));
  const first = await place.visit(url);
  expect(first.status).toBe('ok');
  expect(first.form).toBeDefined();
  const done = await fill(place, url, LATER);
  expect(done.form).toBeUndefined();
  const { store } = place.ports;
  const [leaver] = await store.leavers.list({ states: ['over'] });
  expect(leaver?.later).toBe('pooled');
  const round = await store.rounds.get('exit-later-2027-q1');
  expect((await store.box.sealed('exit-later-2027-q1', 'lab-1')).size).toBe(
    round?.questions.length,
  );
  expect((await place.visit(url)).status).toBe('used');
  expect((await place.visit(url, { screen: ['reason'], 'exit-reason': ['pay'] })).status).toBe(
    'used',
  );
});

test('a link that is forged, cut, or run out opens nothing, and says so kindly', async () => {
  const { place, url } = await gone();
  await place.jump(new Date('2027-04-06T12:00:00Z'));
  const at = url.length - 3;
  const forged = `${url.slice(0, at)}${url[at] === 'A' ? 'B' : 'A'}${url.slice(at + 1)}`;
  for (const wrong of [
    forged,
    url.slice(0, -5),
    `${url}AAAA`,
    url.replace(/later\/.*/, 'later/'),
  ]) {
    const page = await place.visit(wrong);
    expect(page.status, wrong).toBe('unknown');
    expect(page.form).toBeUndefined();
    expect(page.page.summary).not.toBe('');
  }
  await place.jump(new Date('2027-07-01T12:00:00Z'));
  expect((await place.visit(url)).status).toBe('over');
});

test('what is begun on the page goes on after a crash, and is sealed when the link runs out', async () => {
  const { place, url } = await gone();
  await place.jump(new Date('2027-04-06T12:00:00Z'));
  const first = await place.visit(url);
  const second = await place.visit(url, {
    screen: [first.form?.about ?? ''],
    'exit-reason': ['pay'],
  });
  await place.crash();
  expect((await place.visit(url)).form?.about).toBe(second.form?.about);
  await place.setClock(new Date('2027-05-30T12:00:00Z'));
  await place.run({ name: 'people', ref: '' });
  const [leaver] = await place.ports.store.leavers.list({ states: ['over'] });
  expect(leaver?.later).toBe('pooled');
});

test('words that name somebody come back as they would be read, and are sealed so', async () => {
  const { place, url } = await gone();
  await place.jump(new Date('2027-04-06T12:00:00Z'));
  let page = await place.visit(url);
  for (let screens = 0; page.form && page.form.about !== 'looking-back' && screens < 20; screens++)
    page = await place.visit(url, { screen: [page.form.about] });
  const sent = { screen: ['looking-back'], 'exit-change': ['Lea Roth decides alone'] };
  const review = await place.visit(url, sent);
  const back = review.form?.fields.find(({ name }) => name === 'exit-change:2');
  expect(back).toMatchObject({ written: '[…] decides alone' });
  expect(JSON.stringify(await place.visit(url))).not.toContain('decides alone');
  const { 'exit-change': _, ...more } = sent;
  await place.visit(url, { ...more, 'exit-change:2': ['[…] decides alone'] });
  const done = await fill(place, url, {});
  expect(done.form).toBeUndefined();
  const [leaver] = await place.ports.store.leavers.list({ states: ['over'] });
  expect(leaver?.later).toBe('pooled');
});
