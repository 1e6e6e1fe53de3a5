/** The second wave, over the personal link: every state of it, and every way through. */
import { describe, expect, it } from 'vitest';
import { makeToken } from '../../src/exit/later-link.ts';
import { type Visit, visit } from '../../src/exit/visit.ts';
import { linesOf } from '../support/hr.ts';
import { ANSWERS, ID, LATER } from './leaving.ts';
import { left, open, walk } from './visiting.ts';

const QUESTIONS = 6;

const words = ({ page }: Visit) => linesOf(page).join('\n');

describe('a link', () => {
  it('that is unknown opens nothing', async () => {
    const ada = await left();
    const other = await makeToken(ada.ports.leaverKeys, '9b2d7c4e-1111-4222-8333-444455556666');
    for (const token of ['', 'nothing', other]) {
      const page = await visit(ada.desk(), token, undefined);
      expect(page).toMatchObject({ status: 'unknown', language: 'en' });
      expect(page.form).toBeUndefined();
    }
  });

  it('that comes early says when it opens', async () => {
    const ada = await left();
    ada.now = new Date('2027-04-18T06:59:00Z');
    const page = await open(ada, 'reason', { 'exit-reason': ['pay'] });
    expect(page).toMatchObject({ status: 'not-yet', opensAt: new Date('2027-04-18T07:00:00Z') });
    expect(words(page)).toMatch(/opens on 18 April 2027.*17 June 2027/);
    expect(await ada.leaver()).not.toHaveProperty('later');
    ada.now = new Date('2027-04-18T07:00:00Z');
    expect((await open(ada)).status).toBe('ok');
  });

  it('works to the end of its last day, and not after it', async () => {
    const ada = await left();
    ada.now = new Date('2027-06-17T21:59:00Z');
    expect((await open(ada)).status).toBe('ok');
    ada.now = new Date('2027-06-17T22:00:00Z');
    const late = await open(ada, 'reason', { 'exit-reason': ['pay'] });
    expect(late).toMatchObject({ status: 'over' });
    expect(late.form).toBeUndefined();
    expect(await ada.leaver()).not.toHaveProperty('later');
  });

  it('of somebody who was withdrawn, or whose release is closed, opens nothing', async () => {
    const ada = await left();
    await ada.ports.store.leavers.withdraw(ID);
    expect(await open(ada)).toMatchObject({ status: 'over' });
    expect(words(await open(ada))).toMatch(/withdrawn/);
    const bea = await left();
    await bea.ports.store.rounds.move(LATER, 'open', 'closing');
    expect(await open(bea)).toMatchObject({ status: 'over' });
  });

  it('works once', async () => {
    const ada = await left();
    await walk(ada, {});
    const done = await open(ada, 'end');
    expect(done.status).toBe('ok');
    expect(done.form).toBeUndefined();
    for (const again of [await open(ada), await open(ada, 'reason', { 'exit-reason': ['pay'] })]) {
      expect(again.status).toBe('used');
      expect(again.form).toBeUndefined();
    }
  });

  it('says nothing of whether they took part at the door', async () => {
    const [pooled, declined, never] = [
      await left('exit-pooled'),
      await left('exit-decline'),
      await left(undefined),
    ];
    const first = await open(pooled);
    expect(await open(declined)).toEqual(first);
    expect(await open(never)).toEqual(first);
    const sent = { 'exit-reason': ['pay'] };
    const second = await open(pooled, 'reason', sent);
    expect(await open(declined, 'reason', sent)).toEqual(second);
  });

  it('changes nothing when it is only opened: mail programs open links too', async () => {
    const ada = await left();
    const before = await ada.leaver();
    await open(ada);
    await open(ada);
    expect(await ada.leaver()).toEqual(before);
    expect(await ada.hasKey()).toBe(false);
  });

  it('is answered in the language that they read', async () => {
    const ada = await left('exit-pooled', { leaver: { locale: 'de-AT' } });
    expect(await open(ada)).toMatchObject({ language: 'de' });
    await ada.ports.store.org.prefer('north-1', { locale: 'fr' });
    expect(await open(ada)).toMatchObject({ language: 'fr' });
  });
});

describe('the screens of the second wave', () => {
  it('lead to a ballot for each of its questions, and leave no key', async () => {
    const ada = await left();
    const end = await walk(ada, { ...ANSWERS, 'exit-reason': ['manager'] });
    expect(end.form?.about).toBe('end');
    expect(await ada.hasKey()).toBe(true);
    expect(words(await open(ada, 'end'))).toMatch(/sealed/);
    const ballots = await ada.ballots(LATER);
    expect(ballots.size).toBe(QUESTIONS);
    expect(ballots.get('exit-reason')).toEqual({ kind: 'cells', cells: [5] });
    expect(await ada.leaver()).toMatchObject({ door: 'pooled', later: 'pooled' });
    expect(await ada.hasKey()).toBe(false);
    expect(await ada.ports.store.leavers.draft(ID, 'later')).toBeUndefined();
  });

  it('go on after a restart, with the same link', async () => {
    const ada = await left();
    const further = await open(ada, 'reason', { 'exit-reason': ['pay'] });
    expect(further.form?.about).toBe('further');
    await ada.restart();
    expect((await open(ada)).form?.about).toBe('further');
  });

  it('never show what was answered', async () => {
    const ada = await left();
    const seen: Visit[] = [await open(ada)];
    for (let last = seen.at(-1); last?.form && last.form.about !== 'end'; last = seen.at(-1)) {
      const names = last.form.fields.map(({ name }) => name);
      const given = Object.entries(ANSWERS).filter(([name]) => names.includes(name));
      seen.push(await open(ada, last.form.about, Object.fromEntries(given)));
    }
    seen.push(await open(ada, 'end', { end: ['exit-change'] }));
    expect(seen.length).toBeGreaterThan(5);
    for (const each of seen) {
      expect(JSON.stringify(each)).not.toMatch(/canar|"chosen"|"written"/);
    }
    expect(JSON.stringify(seen.at(-2))).not.toContain('More pay');
  });

  it('can be changed and left out at the end', async () => {
    const ada = await left();
    await walk(ada, ANSWERS);
    const stay = await open(ada, 'end', { end: ['exit-stay'] });
    expect(stay.form?.about).toBe('stay');
    const back = await open(ada, 'stay', { about: ['stay'], action: ['exit-erase'] });
    expect(JSON.stringify(back.form)).toMatch(/kept you here.{1,9}left out/);
    await open(ada, 'end', { end: ['exit-change'] });
    await open(ada, 'looking-back', { 'exit-recommend': ['9'] });
    await open(ada, 'end');
    const ballots = await ada.ballots(LATER);
    expect(ballots.get('exit-stay')).toEqual({ kind: 'cells', cells: [] });
    expect(ballots.get('exit-recommend')).toEqual({ kind: 'cells', cells: [9] });
    expect(ballots.get('exit-return')).toEqual({ kind: 'cells', cells: [1] });
  });

  it('lead back, and keep what is left empty there', async () => {
    const ada = await left();
    const first = await open(ada);
    expect(first.form?.also?.actions.map(({ action }) => action)).toEqual(['exit-erase']);
    await open(ada, 'reason', { about: ['reason'], 'exit-reason': ['pay'] });
    const back = await open(ada, 'further', { about: ['further'], action: ['exit-back'] });
    expect(back.form?.about).toBe('reason');
    expect((await open(ada, 'reason')).form?.about).toBe('further');
    await walk(ada, {});
    await open(ada, 'end');
    expect((await ada.ballots(LATER)).get('exit-reason')).toEqual({ kind: 'cells', cells: [0] });
  });

  it('say what is wrong beside its field, and keep nothing of it', async () => {
    const ada = await left();
    await open(ada, 'reason', { 'exit-reason': ['pay'] });
    const faulty = await open(ada, 'further', { 'exit-further': ['pay'] });
    expect(faulty.form?.about).toBe('further');
    expect(Object.keys(faulty.faults ?? {})).toEqual(['exit-further']);
    expect((await open(ada)).form?.about).toBe('further');
  });

  it('show the contacts above the next form, and keep that nowhere', async () => {
    const ada = await left();
    const end = await walk(ada, { 'exit-look-into': ['yes'] });
    expect(end.form?.about).toBe('end');
    expect(words(end)).toMatch(/Whom you can turn to/);
    expect(words(await open(ada))).not.toMatch(/turn to/);
  });

  it('can all be erased instead, and the link is used', async () => {
    const ada = await left();
    await walk(ada, ANSWERS);
    const erased = await open(ada, 'end', { end: ['erase'] });
    expect(words(erased)).toMatch(/erased/);
    expect((await ada.ballots(LATER)).size).toBe(0);
    expect(await ada.hasKey()).toBe(false);
    expect((await open(ada)).status).toBe('used');
  });

  it('end once in two windows', async () => {
    const ada = await left();
    await walk(ada, ANSWERS);
    const both = await Promise.all([open(ada, 'end'), open(ada, 'end')]);
    for (const each of both) expect(['ok', 'used']).toContain(each.status);
    expect((await ada.ballots(LATER)).size).toBe(QUESTIONS);
    expect((await open(ada, 'stay', { 'exit-stay': ['talk'] })).status).toBe('used');
  });

  it('lead from an old page to the one that is asked', async () => {
    const ada = await left();
    expect((await open(ada, 'end')).form?.about).toBe('reason');
    expect((await open(ada, 'looking-back', { 'exit-return': ['5'] })).form?.about).toBe('reason');
  });
});

describe('who was named at the door', () => {
  it('may choose anew, and be named once more', async () => {
    const ada = await left('exit-named');
    expect((await open(ada)).form?.about).toBe('access');
    const missing = await open(ada, 'access');
    expect(Object.keys(missing.faults ?? {})).toEqual(['access']);
    expect(await ada.leaver()).not.toHaveProperty('later');
    await open(ada, 'access', { access: ['named'] });
    await walk(ada, { 'exit-reason': ['manager'] });
    expect(words(await open(ada, 'end'))).toMatch(/with your name/);
    expect(await ada.leaver()).toMatchObject({ door: 'named', later: 'named' });
    expect((await ada.ballots(LATER)).size).toBe(0);
  });

  it('may be pooled this time, while HR keeps what it was given', async () => {
    const ada = await left('exit-named');
    await open(ada, 'access', { access: ['pooled'] });
    await walk(ada, { 'exit-reason': ['manager'] });
    await open(ada, 'end');
    expect(await ada.leaver()).toMatchObject({ door: 'named', later: 'pooled' });
    expect((await ada.ballots(LATER)).size).toBe(QUESTIONS);
    expect(await ada.ports.store.leavers.record(ID, 'door')).toBeDefined();
    expect(await ada.hasKey()).toBe(true);
  });

  it('is not named by a screen that comes before the choice', async () => {
    const ada = await left('exit-named');
    const page = await open(ada, 'reason', { 'exit-reason': ['pay'], access: ['named'] });
    expect(page.form?.about).toBe('access');
    expect(await ada.leaver()).not.toHaveProperty('later');
  });

  it('nobody else is', async () => {
    const ada = await left('exit-pooled');
    await open(ada, 'access', { access: ['named'] });
    expect(await ada.leaver()).toMatchObject({ later: 'open', access: 'pooled' });
  });
});
