/** Rounds and deliveries: opened once, moved by one, claimed by one. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { aRound, minutes, NOON, type Open, opened, planned } from './store-fixtures.ts';

export function roundsContract(open: Open): void {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await open());
  });

  describe('a round', () => {
    test('comes back as it was opened', async () => {
      const { round } = await opened(store, ['anna']);
      const found = await store.rounds.get(round.id);
      expect(found).toEqual({ ...round, publicKey: expect.anything() });
      expect(Buffer.from(found?.publicKey ?? []).equals(Buffer.from(round.publicKey))).toBe(true);
      expect(await store.rounds.get('pulse-2')).toBeUndefined();
    });

    test('is opened once: the second time nothing changes', async () => {
      const { round } = await opened(store, ['anna']);
      const again = aRound(round.id, { floor: 3 });
      expect(await store.rounds.open(again, [planned('ben')])).toBe(false);
      expect((await store.rounds.get(round.id))?.floor).toBe(5);
      expect(await store.deliveries.of(round.id, 'ben')).toBeUndefined();
      expect(await store.deliveries.due(NOON, 9)).toHaveLength(1);
    });

    test('is opened once a campaign and number, whatever its id', async () => {
      await opened(store, ['anna']);
      const twin = aRound('pulse-twin');
      expect(await store.rounds.open(twin, [planned('ben', { round: twin.id })])).toBe(false);
      expect(await store.rounds.get('pulse-twin')).toBeUndefined();
      expect(await store.rounds.open(aRound('other-1', { campaign: 'other' }), [])).toBe(true);
    });

    test('is opened by one of many at once', async () => {
      const round = aRound();
      const tries = Array.from({ length: 20 }, () => store.rounds.open(round, [planned('anna')]));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await store.deliveries.due(NOON, 99)).toHaveLength(1);
    });

    test('is not opened at all if one of its deliveries can’t be planned', async () => {
      const twice = [planned('anna'), planned('anna')];
      await expect(store.rounds.open(aRound(), twice)).rejects.toThrow();
      expect(await store.rounds.get('pulse-1')).toBeUndefined();
      expect(await store.deliveries.due(NOON, 9)).toHaveLength(0);
    });

    test('with thousands of deliveries is opened in one go', async () => {
      const people = Array.from({ length: 4214 }, (_, i) => `p${i}`);
      await opened(store, people);
      expect(await store.deliveries.due(NOON, 10_000)).toHaveLength(4214);
    });

    test('moves from the state it is in, and only once', async () => {
      await opened(store, ['anna']);
      expect(await store.rounds.move('pulse-1', 'closing', 'counted')).toBe(false);
      expect((await store.rounds.get('pulse-1'))?.state).toBe('open');
      const tries = Array.from({ length: 9 }, () =>
        store.rounds.move('pulse-1', 'open', 'closing'),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect((await store.rounds.get('pulse-1'))?.state).toBe('closing');
      expect(await store.rounds.move('nowhere', 'open', 'closing')).toBe(false);
    });

    test('is listed newest first, by campaign and state, as many as wanted', async () => {
      for (const [n, campaign] of ['a', 'b', 'a', 'a'].entries()) {
        const round = aRound(`r${n}`, { campaign, number: n, opensAt: minutes(n) });
        await opened(store, [], round);
      }
      await store.rounds.move('r0', 'open', 'closing');
      const list = async (query: Parameters<Store['rounds']['list']>[0]) =>
        (await store.rounds.list(query)).map(({ id }) => id);
      expect(await list({})).toEqual(['r3', 'r2', 'r1', 'r0']);
      expect(await list({ campaign: 'a' })).toEqual(['r3', 'r2', 'r0']);
      expect(await list({ states: ['open'] })).toEqual(['r3', 'r2', 'r1']);
      expect(await list({ campaign: 'a', states: ['open', 'closing'], limit: 2 })).toEqual([
        'r3',
        'r2',
      ]);
      expect(await list({ states: [] })).toEqual([]);
    });
  });

  describe('a delivery', () => {
    test('is due from its time on, earliest first, not more than wanted', async () => {
      const times = [3, 1, 2].map((n) => planned(`p${n}`, { sendAt: minutes(n) }));
      await store.rounds.open(aRound(), times);
      const due = async (at: Date, limit = 9) =>
        (await store.deliveries.due(at, limit)).map(({ person }) => person);
      expect(await due(NOON)).toEqual([]);
      expect(await due(minutes(1))).toEqual(['p1']);
      expect(await due(minutes(5))).toEqual(['p1', 'p2', 'p3']);
      expect(await due(minutes(5), 2)).toEqual(['p1', 'p2']);
    });

    test('is claimed by exactly one of many', async () => {
      const { deliveries } = await opened(store, ['anna']);
      const id = deliveries[0]?.id ?? '';
      const tries = Array.from({ length: 20 }, () => store.deliveries.claim(id, NOON, minutes(2)));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await store.deliveries.get(id)).toMatchObject({ state: 'claimed', attempts: 1 });
      expect(await store.deliveries.claim('nowhere', NOON, minutes(2))).toBeUndefined();
    });

    test('comes with its claim as it is from then on', async () => {
      const { deliveries } = await opened(store, ['anna']);
      const id = deliveries[0]?.id ?? '';
      const claimed = await store.deliveries.claim(id, NOON, minutes(2));
      expect(claimed).toMatchObject({ id, person: 'anna', state: 'claimed', attempts: 1 });
      expect(claimed).toEqual(await store.deliveries.get(id));
    });

    test('is held by the claim that stands: not once another has it, or it is marked', async () => {
      const { deliveries } = await opened(store, ['anna']);
      const id = deliveries[0]?.id ?? '';
      expect(await store.deliveries.holds(id, minutes(2))).toBe(false);
      await store.deliveries.claim(id, NOON, minutes(2));
      expect(await store.deliveries.holds(id, minutes(2))).toBe(true);
      expect(await store.deliveries.holds('nowhere', minutes(2))).toBe(false);
      await store.deliveries.claim(id, minutes(2), minutes(4));
      expect(await store.deliveries.holds(id, minutes(2))).toBe(false);
      expect(await store.deliveries.holds(id, minutes(4))).toBe(true);
      await store.deliveries.mark(id, 'skipped');
      expect(await store.deliveries.holds(id, minutes(4))).toBe(false);
    });

    test('is held no longer once its round is closing, unless it is a digest', async () => {
      const [question, digest] = [planned('anna'), planned('anna', { kind: 'digest' })];
      await store.rounds.open(aRound(), [question, digest]);
      for (const { id } of [question, digest]) await store.deliveries.claim(id, NOON, minutes(2));
      await store.rounds.move('pulse-1', 'open', 'closing');
      expect(await store.deliveries.holds(question.id, minutes(2))).toBe(false);
      expect(await store.deliveries.holds(digest.id, minutes(2))).toBe(true);
    });

    test('marked among many at once keeps what each was marked with', async () => {
      const people = Array.from({ length: 60 }, (_, i) => `p${i}`);
      const { deliveries } = await opened(store, people);
      const marked = deliveries.map(async ({ id, person }) => {
        await store.deliveries.claim(id, NOON, minutes(2));
        const contact = { person, campaign: 'pulse', at: minutes(1), reminder: false };
        await store.deliveries.mark(id, 'sent', { sent: { address: `at ${person}` }, contact });
      });
      await Promise.all(marked);
      for (const { id, person } of deliveries) {
        const sent = { state: 'sent', messages: 1, attempts: 0, address: `at ${person}` };
        expect(await store.deliveries.get(id)).toMatchObject(sent);
        expect((await store.deliveries.pings(person, NOON)).asked).toEqual(new Map([['pulse', 1]]));
      }
    });

    test('that is claimed is due again when its lease has run out, and counts its attempts', async () => {
      const { deliveries } = await opened(store, ['anna']);
      const id = deliveries[0]?.id ?? '';
      await store.deliveries.claim(id, NOON, minutes(2));
      expect(await store.deliveries.due(minutes(1), 9)).toHaveLength(0);
      expect(await store.deliveries.claim(id, minutes(1), minutes(3))).toBeUndefined();
      expect(await store.deliveries.due(minutes(2), 9)).toHaveLength(1);
      expect(await store.deliveries.claim(id, minutes(2), minutes(4))).toBeDefined();
      expect((await store.deliveries.get(id))?.attempts).toBe(2);
    });

    test('that is done is not due and can’t be claimed', async () => {
      const states = ['sent', 'skipped', 'unreachable', 'cancelled'] as const;
      const { deliveries } = await opened(store, [...states]);
      for (const [i, state] of states.entries()) {
        await store.deliveries.mark(deliveries[i]?.id ?? '', state, {
          sent: { address: `at ${state}` },
        });
      }
      expect(await store.deliveries.due(minutes(999), 9)).toEqual([]);
      for (const { id, person } of deliveries) {
        expect(await store.deliveries.claim(id, minutes(999), minutes(1000))).toBeUndefined();
        expect(await store.deliveries.get(id)).toMatchObject({
          state: person,
          address: `at ${person}`,
        });
      }
    });

    test('that is put off is planned for later, and its claim is over', async () => {
      const { deliveries } = await opened(store, ['anna']);
      const id = deliveries[0]?.id ?? '';
      await store.deliveries.claim(id, NOON, minutes(100));
      await store.deliveries.mark(id, 'planned', { again: true, sendAt: minutes(5) });
      expect((await store.deliveries.get(id))?.attempts).toBe(0);
      expect(await store.deliveries.due(minutes(4), 9)).toHaveLength(0);
      expect(await store.deliveries.due(minutes(5), 9)).toHaveLength(1);
      expect(await store.deliveries.nextDue()).toEqual(minutes(5));
      expect(await store.deliveries.claim(id, minutes(5), minutes(7))).toBeDefined();
    });

    test('that was sent is due again when its reminder is, and counts its messages', async () => {
      const { deliveries } = await opened(store, ['anna']);
      const id = deliveries[0]?.id ?? '';
      await store.deliveries.claim(id, NOON, minutes(2));
      await store.deliveries.mark(id, 'sent', { sent: { address: 'a' }, sendAt: minutes(30) });
      expect(await store.deliveries.get(id)).toMatchObject({
        state: 'sent',
        messages: 1,
        attempts: 0,
      });
      expect(await store.deliveries.due(minutes(29), 9)).toHaveLength(0);
      expect(await store.deliveries.claim(id, minutes(29), minutes(31))).toBeUndefined();
      expect(await store.deliveries.due(minutes(30), 9)).toHaveLength(1);
      expect(await store.deliveries.claim(id, minutes(30), minutes(32))).toBeDefined();
      await store.deliveries.mark(id, 'sent', { sent: {}, sendAt: null });
      expect(await store.deliveries.get(id)).toMatchObject({ messages: 2, address: 'a' });
      expect(await store.deliveries.due(minutes(999), 9)).toHaveLength(0);
    });

    test('is counted for the attention budget by campaign and time, also after the burn', async () => {
      const { deliveries } = await opened(store, ['anna', 'ben']);
      const id = deliveries[0]?.id ?? '';
      expect(await store.deliveries.pings('anna', NOON)).toEqual({ asked: new Map(), reminded: 0 });
      const contact = { person: 'anna', campaign: 'pulse', at: minutes(1), reminder: false };
      await store.deliveries.mark(id, 'sent', { sent: {}, contact, sendAt: minutes(5) });
      const reminder = { ...contact, reminder: true };
      await store.deliveries.mark(id, 'sent', { sent: {}, contact: reminder });
      const pings = { asked: new Map([['pulse', 1]]), reminded: 1 };
      expect(await store.deliveries.pings('anna', NOON)).toEqual(pings);
      expect((await store.deliveries.pings('anna', minutes(1))).asked).toEqual(new Map());
      expect(await store.deliveries.pings('ben', NOON)).toEqual({ asked: new Map(), reminded: 0 });
      await store.rounds.move('pulse-1', 'open', 'closing');
      const nothing = { pools: new Map(), comments: [], ballots: 0, uncounted: 0 };
      await store.results.record('pulse-1', nothing);
      expect(await store.deliveries.pings('anna', NOON)).toEqual(pings);
    });

    test('keeps its address when only its state is marked', async () => {
      const { deliveries } = await opened(store, ['anna']);
      const id = deliveries[0]?.id ?? '';
      await store.deliveries.mark(id, 'sent', { sent: { address: 'here' } });
      await store.deliveries.mark(id, 'skipped');
      expect(await store.deliveries.get(id)).toMatchObject({ state: 'skipped', address: 'here' });
    });

    test('of a person in a round is the question, never the digest', async () => {
      const digest = planned('anna', { kind: 'digest' });
      const question = planned('anna');
      await store.rounds.open(aRound(), [digest, question]);
      expect((await store.deliveries.of('pulse-1', 'anna'))?.id).toBe(question.id);
      expect(await store.deliveries.of('pulse-1', 'ben')).toBeUndefined();
      expect(await store.deliveries.of('pulse-2', 'anna')).toBeUndefined();
    });

    test('next due is the earliest planned one, none if none is', async () => {
      expect(await store.deliveries.nextDue()).toBeUndefined();
      const later = [7, 4].map((n) => planned(`p${n}`, { sendAt: minutes(n) }));
      await store.rounds.open(aRound(), later);
      expect(await store.deliveries.nextDue()).toEqual(minutes(4));
      await store.deliveries.mark(later[1]?.id ?? '', 'sent', { sent: {} });
      expect(await store.deliveries.nextDue()).toEqual(minutes(7));
      await store.deliveries.mark(later[0]?.id ?? '', 'cancelled', { sendAt: null });
      expect(await store.deliveries.nextDue()).toBeUndefined();
    });
  });
}
