/** What goes wrong on Slack, through the whole program: nothing is lost, nothing is sent twice. */

import { expect, test } from 'vitest';
import { crewAnswers, joinCrew } from '../support/crew-on-page.ts';
import { LAB, NAMES } from '../support/slack/firm.ts';
import {
  allFillIn,
  clickAndSee,
  homeOf,
  newest,
  opened,
  shown,
  toldAfter,
  wordsOn,
} from '../support/slack/reading.ts';
import { type SlackOffice, slackOffice } from '../support/slack/slack-office.ts';
import { week } from '../support/town-people.ts';

const { round, opens, tuesday, closes } = week(0);
const BEFORE = new Date(opens.getTime() - 60_000);
const TEN = new Date(opens.getTime() + 60 * 60_000);
/** Everybody who is asked at ten in Berlin. */
const HERE = NAMES.filter((name) => name !== 'nyla' && name !== 'taro');

/** A program that goes on looking for an hour, as a claim is given up after two minutes. */
async function goOn(office: SlackOffice, until: () => boolean): Promise<void> {
  for (let tries = 0; tries < 25 && !until(); tries++) {
    office.setClock(new Date(office.now().getTime() + 130_000));
    await office.house.catchUp();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(until()).toBe(true);
}

const posts = ({ fake }: SlackOffice) =>
  fake.calls.filter(({ method }) => method === 'chat.postMessage');

test('where Slack knows no charts the digest is text, and that is found out once', async () => {
  const office = await slackOffice({ start: BEFORE, fake: { charts: false } });
  await joinCrew(office.house);
  await office.at(tuesday);
  const lab = LAB.map(office.of);
  await Promise.all(lab.map((user) => clickAndSee(user, 'Disagree', /^Sealed/)));
  await crewAnswers(office.house, round, { team: ['2'] });
  await office.at(closes);
  const lea = office.of('lea');
  const drawn = () =>
    posts(office).filter(({ args }) => /data_visualization/.test(String(args.blocks)));
  expect(drawn().length).toBeGreaterThan(0);
  for (const reader of ['lea', 'hana', 'clara']) {
    expect(office.deliveriesTo(reader)).toHaveLength(2);
    const digest = newest(office.of(reader));
    expect(digest.blocks.map(({ type }) => type)).not.toContain('data_visualization');
    expect(wordsOn(digest)).toMatch(/\d+\s%.*favourable/);
  }
  const before = drawn().length;
  const decided = await clickAndSee(lea, 'We will do this', /Decided, you will do this/);
  expect(wordsOn(decided)).toMatch(/\d+\s%.*favourable/);
  expect(drawn()).toHaveLength(before);
  expect(office.fake.calls.filter(({ method }) => method === 'chat.update')).toEqual([]);
});

test('connections cut, errors and limits in the middle of asking: everybody is asked, once', async () => {
  const office = await slackOffice({ start: BEFORE });
  await office.at(opens);
  const { fake } = office;
  fake.next('chat.postMessage', 'drop-before', 3);
  fake.next('chat.postMessage', 'drop-after', 3);
  fake.next('chat.postMessage', 500, 2);
  fake.next('chat.postMessage', '500-after', 2);
  fake.next('chat.postMessage', { ratelimited: 1 }, 2);
  await office.at(TEN);
  await goOn(office, () => HERE.every((name) => office.deliveriesTo(name).length > 0));
  await office.at(tuesday);
  for (const name of NAMES) expect(office.of(name).messages(), name).toHaveLength(1);
  const ids = NAMES.flatMap((name) => office.deliveriesTo(name));
  expect(new Set(ids).size).toBe(NAMES.length);
  // Whoever was asked over a lost connection can answer like the others.
  await allFillIn(office, NAMES, () => ({ team: 'Agree' }));
  await office.at(closes);
  const result = await office.house.ports.store.results.result(round);
  expect(result?.pools.get('team')).toMatchObject([{ unit: 'lab', n: LAB.length }]);
});

test('killed between posting and noting it: the next process finds what was posted, and posts the rest', async () => {
  const office = await slackOffice({ start: BEFORE });
  await office.at(opens);
  office.fake.next('chat.postMessage', 'timeout-after', 7);
  office.fake.next('chat.postMessage', 'timeout', HERE.length - 7);
  office.at(TEN).catch(() => undefined);
  await shown(() => posts(office).length === HERE.length);
  expect(HERE.filter((name) => office.deliveriesTo(name).length === 1)).toHaveLength(7);
  await office.kill();
  await goOn(office, () => HERE.every((name) => office.deliveriesTo(name).length > 0));
  await office.at(tuesday);
  for (const name of NAMES) expect(office.of(name).messages(), name).toHaveLength(1);
  expect(office.fake.calls.some(({ method }) => method === 'conversations.history')).toBe(true);
  await clickAndSee(office.of('ada'), 'Agree', /^Sealed/);
});

test('Slack is away when the program starts, and everybody is asked when it is back', async () => {
  const office = await slackOffice({ start: BEFORE });
  await office.at(opens);
  office.fake.next('auth.test', 'drop-before', 1);
  office.fake.next('users.list', 'drop-before', 1);
  await office.kill();
  expect(office.log.join('\n')).toMatch(/Those read last stay in force|can't be reached/);
  await office.at(TEN);
  await goOn(office, () => HERE.every((name) => office.deliveriesTo(name).length > 0));
  for (const name of HERE) expect(office.deliveriesTo(name), name).toHaveLength(1);
});

test('people of the workspace: who joins is asked, who leaves is not, who moves is asked at their new hour', async () => {
  const hr = ['hana@acme.test'];
  const office = await slackOffice({ start: BEFORE, people: 'slack', programme: { hr } });
  const { fake } = office;
  await office.at(tuesday);
  expect(NAMES.every((name) => office.deliveriesTo(name).length === 1)).toBe(true);
  await clickAndSee(office.of('ada'), 'Agree', /^Sealed/);

  await fake.join({
    id: 'U50',
    name: 'newt',
    real_name: 'Newt New',
    email: 'newt@acme.test',
    tz: 'Europe/Berlin',
  });
  await fake.change({ id: 'U2', deleted: true });
  await fake.change({ id: 'U3', tz: 'Asia/Tokyo' });
  await shown(() =>
    office.log.some((line) => /^People: 1 added, .* 1 no longer listed/.test(line)),
  );

  const next = week(1);
  await office.at(new Date(next.opens.getTime() + 60 * 60_000));
  expect(office.deliveriesTo('ada')).toHaveLength(2);
  expect(office.deliveriesTo('U50')).toHaveLength(1);
  expect(office.deliveriesTo('cy')).toHaveLength(1);
  await office.at(next.tuesday);
  expect(office.deliveriesTo('cy')).toHaveLength(2);
  expect(office.deliveriesTo('bo')).toHaveLength(1);
  await clickAndSee(office.of('U50'), 'Agree', /^Sealed/);
});

test('the same through a socket: asked, tapped, filled in, commanded, looked up', async () => {
  const office = await slackOffice({ start: BEFORE, arrival: 'socket' });
  await office.fake.socket.connected();
  await office.at(tuesday);
  const ada = office.of('ada');
  await clickAndSee(ada, 'Agree', /^Sealed until Friday 17:00/);
  await opened(ada, newest(ada), 'Answer the rest, or change');
  expect(await ada.submit({ pay: 'Disagree' })).toMatchObject({ errors: {} });
  expect(await toldAfter(ada, () => ada.command('/soundings', 'pause'))).toMatch(/^Paused/);
  await homeOf(ada, /Paused: you are not asked before/);
  const { store } = office.house.ports;
  expect(await store.box.sealed(round, 'ada')).toEqual(new Set(['team', 'pay', 'words']));
  expect(office.fake.socket.received.flat().length).toBeGreaterThan(4);
});
