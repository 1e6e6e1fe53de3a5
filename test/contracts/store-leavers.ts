/** Leavers: announced once, corrected, planned for, withdrawn without a trace. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Leaver } from '../../src/exit/leaver.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  allBallots,
  DOOR,
  LATER,
  leaver,
  minutes,
  NOON,
  type Open,
  plannedFor,
  plannedLeaver,
  release,
  sealed,
} from './store-fixtures.ts';

const NEXT = 'exit-2027-q1';
const bytes = (text: string) => new TextEncoder().encode(text);

const EVERYTHING: Partial<Leaver> = {
  kind: 'resigned',
  regretted: false,
  jobFamily: 'engineering',
  startDate: '2020-02-29',
  locale: 'de-CH',
  timezone: 'Europe/Zurich',
};

export function leaversContract(open: Open): void {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await open());
  });

  describe('announcing', () => {
    test('keeps all that is known of a leaver, and only that', async () => {
      const [anna, ben] = [leaver('anna', EVERYTHING), leaver('ben', { regretted: true })];
      expect(await store.leavers.add(anna)).toBe(true);
      expect(await store.leavers.add(ben)).toBe(true);
      expect(await store.leavers.get(anna.id)).toEqual(anna);
      expect(await store.leavers.get(ben.id)).toEqual(ben);
      expect(await store.leavers.get('nobody')).toBeUndefined();
    });

    test('happens once a person, by one of many at once', async () => {
      const many = Array.from({ length: 9 }, () => leaver('anna'));
      const added = await Promise.all(many.map((each) => store.leavers.add(each)));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await store.leavers.list()).toEqual([many[added.indexOf(true)]]);
    });

    test('happens again after a withdrawal, and of somebody who came back after their last day', async () => {
      const [first, second, third] = [
        leaver('anna'),
        leaver('anna', { announcedAt: minutes(1) }),
        leaver('anna', { announcedAt: minutes(2) }),
      ];
      await store.leavers.add(first);
      await store.leavers.withdraw(first.id);
      expect(await store.leavers.of('anna')).toBeUndefined();
      expect(await store.leavers.add(second)).toBe(true);
      await store.leavers.over(second.id);
      expect((await store.leavers.of('anna'))?.id).toBe(second.id);
      expect(await store.leavers.add(third)).toBe(true);
      expect((await store.leavers.of('anna'))?.id).toBe(third.id);
      expect(await store.leavers.of('ben')).toBeUndefined();
    });

    test('of several announcements of a person the newest that was not withdrawn is theirs', async () => {
      const [old, recent] = [leaver('anna'), leaver('anna', { announcedAt: minutes(5) })];
      await store.leavers.add(old);
      await store.leavers.over(old.id);
      await store.leavers.add(recent);
      await store.leavers.withdraw(recent.id);
      expect((await store.leavers.of('anna'))?.id).toBe(old.id);
    });
  });

  describe('the list of leavers', () => {
    test('is by last day, newest first, of the states and days that are asked for', async () => {
      const days = ['2026-10-31', '2027-01-31', '2026-12-31'];
      const [a, b, c] = days.map((lastDay, i) => leaver(`p${i}`, { lastDay })) as [
        Leaver,
        Leaver,
        Leaver,
      ];
      for (const each of [a, b, c]) await store.leavers.add(each);
      await store.leavers.over(a.id);
      await store.leavers.withdraw(c.id);
      const ids = async (query?: Parameters<Store['leavers']['list']>[0]) =>
        (await store.leavers.list(query)).map(({ id }) => id);
      expect(await ids()).toEqual([b.id, c.id, a.id]);
      expect(await ids({ states: ['announced', 'over'] })).toEqual([b.id, a.id]);
      expect(await ids({ from: '2026-12-31' })).toEqual([b.id, c.id]);
      expect(await ids({ states: ['announced'], from: '2027-02-01' })).toEqual([]);
      expect(await ids({ states: [] })).toEqual([]);
    });
  });

  describe('whom to look after, once their last day is over', () => {
    test('are those with something open or named, however long ago, and all who have left lately', async () => {
      const [old, lately] = ['2020-01-31', '2026-10-31'];
      const past = async (person: string, lastDay: string, change: Partial<Leaver> = {}) => {
        const each = leaver(person, { lastDay, ...change });
        await store.leavers.add(each);
        await store.leavers.over(each.id);
        return each;
      };
      const expected = [
        await past('lately', lately),
        await past('open', old, { later: 'open' }),
        await past('named', old, { access: 'named', door: 'named' }),
        await past('both', old, { access: 'named', door: 'named', later: 'named' }),
      ];
      await past('said-nothing', old);
      await past('done', old, { door: 'pooled', later: 'declined' });
      await store.leavers.add(leaver('staying', { lastDay: lately, door: 'open' }));
      const back = await past('back', lately);
      await store.leavers.withdraw(back.id);
      const ids = (all: readonly Leaver[]) => all.map(({ id }) => id).sort();
      expect(ids(await store.leavers.toTend(lately))).toEqual(ids(expected));
      expect(ids(await store.leavers.toTend('2026-11-01'))).toEqual(ids(expected.slice(1)));
      expect((await store.leavers.toTend(lately)).every(({ state }) => state === 'over')).toBe(
        true,
      );
    });
  });

  describe('correcting', () => {
    test('replaces what HR says, unsets what it does not, and touches nothing else', async () => {
      const anna = leaver('anna', EVERYTHING);
      await store.leavers.add(anna);
      await store.leavers.correct(anna.id, { lastDay: '2027-01-15', regretted: true });
      const { kind, jobFamily, ...rest } = anna;
      const corrected = { ...rest, lastDay: '2027-01-15', regretted: true };
      expect([kind, jobFamily]).not.toContain(undefined);
      expect(await store.leavers.get(anna.id)).toEqual(corrected);
    });

    test('moves ballots that wait for their count to the job family that HR says last', async () => {
      const anna = await plannedLeaver(store, 'anna', { jobFamily: 'engineering' });
      const ben = await plannedLeaver(store, 'ben', { jobFamily: 'engineering' });
      for (const { id, person } of [anna, ben]) {
        const pooled = [sealed(person, 'team', { round: DOOR })];
        await store.leavers.choose(id, 'door', 'pooled', [undefined]);
        await store.leavers.finish(id, 'door', { pooled }, ['open'], NOON);
      }
      await store.leavers.correct(ben.id, { lastDay: ben.lastDay, jobFamily: 'sales' });
      const families = (await allBallots(store, DOOR)).map(({ jobFamily }) => jobFamily);
      expect(families.sort()).toEqual(['engineering', 'sales']);
    });

    test('of somebody who stays after all changes nothing', async () => {
      const anna = leaver('anna');
      await store.leavers.add(anna);
      await store.leavers.withdraw(anna.id);
      await store.leavers.correct(anna.id, { lastDay: '2027-01-15', kind: 'dismissed' });
      expect(await store.leavers.get(anna.id)).toEqual({ ...anna, state: 'withdrawn' });
    });
  });

  describe('planning', () => {
    test('names the releases, and plans a delivery for each: one to be sent, one never', async () => {
      const anna = await plannedLeaver(store, 'anna', { jobFamily: 'sales' });
      const planned = { round: DOOR, laterRound: LATER };
      expect(await store.leavers.get(anna.id)).toEqual({ ...anna, ...planned });
      const door = await store.deliveries.of(DOOR, 'anna');
      expect(door).toMatchObject({ state: 'planned', sendAt: NOON, jobFamily: 'sales' });
      const later = await store.deliveries.of(LATER, 'anna');
      expect(later).toMatchObject({ state: 'cancelled', unit: 'lab', jobFamily: 'sales' });
      expect(later).not.toHaveProperty('sendAt');
      expect((await store.deliveries.due(minutes(999_999), 9)).map(({ id }) => id)).toEqual([
        door?.id,
      ]);
      expect(await store.deliveries.nextDue()).toEqual(NOON);
    });

    test('twice is as good as once; a message that was not sent takes the new hour', async () => {
      const anna = await plannedLeaver(store, 'anna', { jobFamily: 'sales' });
      const first = await store.deliveries.of(DOOR, 'anna');
      const again = [plannedFor(anna, DOOR, { sendAt: minutes(9) }), plannedFor(anna, LATER)];
      const rounds = { round: DOOR, laterRound: LATER };
      await store.leavers.plan(anna.id, rounds, again);
      await store.leavers.plan(anna.id, rounds, again);
      expect(await store.deliveries.of(DOOR, 'anna')).toEqual({ ...first, sendAt: minutes(9) });
      await store.deliveries.mark(first?.id ?? '', 'sent', { sent: {}, sendAt: minutes(50) });
      const sent = await store.deliveries.of(DOOR, 'anna');
      await store.leavers.plan(anna.id, rounds, [plannedFor(anna, DOOR, { sendAt: minutes(20) })]);
      expect(await store.deliveries.of(DOOR, 'anna')).toEqual({ ...sent, jobFamily: 'sales' });
    });

    test('with no hour left takes a message back, and with a new one plans it after all', async () => {
      const anna = await plannedLeaver(store, 'anna');
      const rounds = { round: DOOR, laterRound: LATER };
      await store.leavers.plan(anna.id, rounds, [plannedFor(anna, DOOR)]);
      expect(await store.deliveries.due(minutes(99), 9)).toEqual([]);
      await store.leavers.plan(anna.id, rounds, [plannedFor(anna, DOOR, { sendAt: minutes(5) })]);
      expect(await store.deliveries.due(minutes(99), 9)).toMatchObject([{ sendAt: minutes(5) }]);
    });

    test('for another release takes the message and the person out of the old one', async () => {
      const anna = await plannedLeaver(store, 'anna');
      const ben = await plannedLeaver(store, 'ben');
      await store.leavers.choose(anna.id, 'door', 'pooled', [undefined]);
      await store.leavers.keepDraft(anna.id, 'door', bytes('draft'));
      await store.rounds.open(release(NEXT), []);
      const moved = [plannedFor(anna, NEXT, { sendAt: minutes(9) }), plannedFor(anna, LATER)];
      await store.leavers.plan(anna.id, { round: NEXT, laterRound: LATER }, moved);
      expect((await store.leavers.get(anna.id))?.round).toBe(NEXT);
      expect(await store.deliveries.of(DOOR, 'anna')).toBeUndefined();
      expect(await store.deliveries.of(NEXT, 'anna')).toMatchObject({ sendAt: minutes(9) });
      expect(await store.deliveries.of(LATER, 'anna')).toBeDefined();
      expect(await store.deliveries.of(DOOR, 'ben')).toBeDefined();
      expect(await store.leavers.draft(anna.id, 'door')).toEqual(bytes('draft'));
      const stale = { pooled: [sealed('anna', 'team', { round: DOOR })] };
      expect(await store.leavers.finish(anna.id, 'door', stale, ['open'], NOON)).toBe('not-asked');
      expect((await store.leavers.get(ben.id))?.round).toBe(DOOR);
    });

    test('leaves what is sealed in the release in which it lies', async () => {
      const anna = await plannedLeaver(store, 'anna');
      const pooled = [sealed('anna', 'team', { round: DOOR })];
      await store.leavers.choose(anna.id, 'door', 'pooled', [undefined]);
      await store.leavers.finish(anna.id, 'door', { pooled }, ['open'], NOON);
      await store.rounds.open(release(NEXT), []);
      const later = 'exit-later-2027-q2';
      await store.rounds.open(release(later), []);
      const moved = [plannedFor(anna, NEXT, { sendAt: minutes(9) }), plannedFor(anna, later)];
      await store.leavers.plan(anna.id, { round: NEXT, laterRound: later }, moved);
      const planned = await store.leavers.get(anna.id);
      expect(planned).toMatchObject({ round: DOOR, laterRound: later, door: 'pooled' });
      expect(await store.deliveries.of(DOOR, 'anna')).toBeDefined();
      expect(await store.deliveries.of(NEXT, 'anna')).toBeUndefined();
      expect(await store.deliveries.of(LATER, 'anna')).toBeUndefined();
      expect(await allBallots(store, DOOR)).toHaveLength(1);
    });

    test('of somebody who stays after all does nothing', async () => {
      const anna = leaver('anna');
      await store.leavers.add(anna);
      await store.leavers.withdraw(anna.id);
      await store.rounds.open(release(DOOR), []);
      const rounds = { round: DOOR, laterRound: LATER };
      await store.leavers.plan(anna.id, rounds, [plannedFor(anna, DOOR, { sendAt: NOON })]);
      expect(await store.leavers.get(anna.id)).toEqual({ ...anna, state: 'withdrawn' });
      expect(await store.deliveries.of(DOOR, 'anna')).toBeUndefined();
    });
  });

  describe('withdrawing', () => {
    test('leaves that it was withdrawn, and nothing of what was said or sealed', async () => {
      const anna = await plannedLeaver(store, 'anna', EVERYTHING);
      const ben = await plannedLeaver(store, 'ben');
      for (const { id, person } of [anna, ben]) {
        const pooled = [sealed(person, 'team', { round: DOOR })];
        await store.leavers.choose(id, 'door', 'pooled', [undefined]);
        await store.leavers.finish(id, 'door', { pooled }, ['open'], NOON);
        await store.leavers.choose(id, 'later', 'named', [undefined]);
        await store.leavers.keepDraft(id, 'later', bytes('draft'));
      }
      await store.leavers.withdraw(anna.id);
      await store.leavers.withdraw(anna.id);
      const { kind: _kind, regretted: _regretted, jobFamily: _family, ...row } = anna;
      expect(await store.leavers.get(anna.id)).toEqual({ ...row, state: 'withdrawn' });
      expect(await store.leavers.draft(anna.id, 'later')).toBeUndefined();
      expect(await store.deliveries.of(DOOR, 'anna')).toBeUndefined();
      expect(await store.deliveries.of(LATER, 'anna')).toBeUndefined();
      expect(await store.box.sealed(DOOR, 'anna')).toEqual(new Set());
      expect(await store.box.sealed(DOOR, 'ben')).toEqual(new Set(['team']));
      expect(await store.leavers.draft(ben.id, 'later')).toEqual(bytes('draft'));
      expect(await store.leavers.get(ben.id)).toMatchObject({ state: 'announced', later: 'open' });
    });

    test('ends every interview: nothing can be chosen, kept or finished after it', async () => {
      const anna = await plannedLeaver(store, 'anna');
      await store.leavers.choose(anna.id, 'door', 'named', [undefined]);
      await store.leavers.finish(anna.id, 'door', { named: bytes('said') }, ['open'], NOON);
      await store.leavers.withdraw(anna.id);
      const { id } = anna;
      expect(await store.leavers.record(id, 'door')).toBeUndefined();
      expect(await store.leavers.choose(id, 'door', 'pooled', [undefined])).toBe(false);
      expect(await store.leavers.keepDraft(id, 'door', bytes('late'))).toBe(false);
      const named = { named: bytes('late') };
      expect(await store.leavers.finish(id, 'door', named, [undefined, 'open'], NOON)).toBe(
        'elsewhere',
      );
    });
  });
}
