/** The ballot box: all or none, until the close, replaced by the next, counted without names. */
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Ballot } from '../../src/ballot/count.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  allBallots,
  aRound,
  type Capabilities,
  minutes,
  NOON,
  type Open,
  type Opened,
  opened,
  planned,
  sealed,
} from './store-fixtures.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

export function boxContract(open: Open, { keeps }: Capabilities): void {
  let place: Opened;
  let store: Store;
  beforeEach(async () => {
    place = await open();
    store = place.store;
  });

  describe('the ballot box', () => {
    test('takes what a person was asked, and knows which questions are sealed', async () => {
      await opened(store, ['anna', 'ben']);
      expect(await store.box.put([sealed('anna'), sealed('anna', 'words')], NOON)).toBe('sealed');
      expect(await store.box.sealed('pulse-1', 'anna')).toEqual(new Set(['team', 'words']));
      expect(await store.box.sealed('pulse-1', 'ben')).toEqual(new Set());
      expect(await store.box.size('pulse-1')).toBe(2);
      expect(await store.box.size('pulse-2')).toBe(0);
    });

    test('keeps an envelope byte for byte', async () => {
      await opened(store, ['anna']);
      const text = sealed('anna', 'words', { envelope: randomBytes(2120) });
      await store.box.put([text], NOON);
      const [ballot] = await allBallots(store);
      expect(hex(ballot?.envelope ?? new Uint8Array())).toBe(hex(text.envelope));
    });

    test('holds one envelope a question: the last', async () => {
      await opened(store, ['anna']);
      await store.box.put([sealed('anna'), sealed('anna', 'words')], NOON);
      const last = sealed('anna');
      expect(await store.box.put([last], NOON)).toBe('sealed');
      const ballots = await allBallots(store);
      expect(ballots).toHaveLength(2);
      const team = ballots.find(({ question }) => question === 'team');
      expect(hex(team?.envelope ?? new Uint8Array())).toBe(hex(last.envelope));
    });

    test('is closed from the close on, to the millisecond, and for a round that is not open', async () => {
      const { round } = await opened(store, ['anna']);
      const last = new Date(round.closesAt.getTime() - 1);
      expect(await store.box.put([sealed('anna')], round.closesAt)).toBe('closed');
      expect(await store.box.size('pulse-1')).toBe(0);
      expect(await store.box.put([sealed('anna')], last)).toBe('sealed');
      await store.rounds.move('pulse-1', 'open', 'closing');
      expect(await store.box.put([sealed('anna')], NOON)).toBe('closed');
      expect(await store.box.put([sealed('anna', 'team', { round: 'none' })], NOON)).toBe('closed');
      expect(await store.box.size('pulse-1')).toBe(1);
    });

    test('takes nothing of who was not asked, nor of who is only sent the digest', async () => {
      await store.rounds.open(aRound(), [planned('anna'), planned('lea', { kind: 'digest' })]);
      expect(await store.box.put([sealed('stranger')], NOON)).toBe('not-asked');
      expect(await store.box.put([sealed('lea')], NOON)).toBe('not-asked');
      expect(await store.box.size('pulse-1')).toBe(0);
    });

    test('takes an answer before its question was sent, and after "not this week"', async () => {
      const { deliveries } = await opened(store, ['anna', 'ben']);
      await store.deliveries.mark(deliveries[1]?.id ?? '', 'skipped');
      expect(await store.box.put([sealed('anna')], NOON)).toBe('sealed');
      expect(await store.box.put([sealed('ben')], NOON)).toBe('sealed');
    });

    test('stores all envelopes of a person or none', async () => {
      await opened(store, ['anna']);
      const faulty = { ...sealed('anna', 'words'), envelope: undefined as unknown as Uint8Array };
      await expect(store.box.put([sealed('anna'), faulty], NOON)).rejects.toThrow();
      expect(await store.box.size('pulse-1')).toBe(0);
      expect(await store.box.put([sealed('anna')], NOON)).toBe('sealed');
    });

    test('answers five hundred at once, each with its own outcome', async () => {
      const people = Array.from({ length: 500 }, (_, i) => `p${i}`);
      await opened(store, people);
      const outcomes = await Promise.all([
        ...people.map((id) => store.box.put([sealed(id), sealed(id, 'words')], NOON)),
        ...people.slice(0, 50).map((id) => store.box.put([sealed(id)], minutes(61))),
        ...people.slice(0, 50).map((id) => store.box.put([sealed(`not ${id}`)], NOON)),
      ]);
      expect(outcomes.slice(0, 500).every((outcome) => outcome === 'sealed')).toBe(true);
      expect(outcomes.slice(500, 550).every((outcome) => outcome === 'closed')).toBe(true);
      expect(outcomes.slice(550).every((outcome) => outcome === 'not-asked')).toBe(true);
      expect(await store.box.size('pulse-1')).toBe(1000);
    });

    test('of many answers of one person at once, the last one given stays', async () => {
      await opened(store, ['anna']);
      const given = Array.from({ length: 40 }, () => sealed('anna'));
      await Promise.all(given.map((each) => store.box.put([each], NOON)));
      const ballots = await allBallots(store);
      expect(ballots.map(({ envelope }) => hex(envelope))).toEqual([
        hex(given.at(-1)?.envelope ?? new Uint8Array()),
      ]);
    });

    test('takes answers while other work is under way on the same store', async () => {
      const people = Array.from({ length: 60 }, (_, i) => `p${i}`);
      await opened(store, people);
      const other = people.map((_, i) =>
        store.rounds.open(aRound(`o-${i}`, { campaign: `o-${i}` }), []),
      );
      const puts = people.map((id) => store.box.put([sealed(id)], NOON));
      expect(await Promise.all(other)).not.toContain(false);
      expect(new Set(await Promise.all(puts))).toEqual(new Set(['sealed']));
    });

    test.runIf(keeps)('is durable once it has said "sealed"', async () => {
      await opened(store, ['anna']);
      const envelope = sealed('anna');
      await store.box.put([envelope], NOON);
      const ballots = await allBallots(await place.again());
      expect(ballots.map((each) => hex(each.envelope))).toEqual([hex(envelope.envelope)]);
    });
  });

  describe('the ballots of a round', () => {
    test('are all there, in batches, each with its unit and question', async () => {
      const people = Array.from({ length: 2300 }, (_, i) => `p${i}`);
      const deliveries = people.map((id, i) => planned(id, { unit: i % 2 ? 'lab' : 'shop' }));
      await store.rounds.open(aRound(), deliveries);
      const given = people.flatMap((id) => [sealed(id), sealed(id, 'pay')]);
      await Promise.all(people.map((_, i) => store.box.put(given.slice(2 * i, 2 * i + 2), NOON)));
      let batches = 0;
      const found: Ballot[] = [];
      for await (const batch of store.box.ballots('pulse-1')) {
        batches++;
        found.push(...batch);
      }
      expect(batches).toBeGreaterThan(1);
      const key = (unit: string, question: string, envelope: Uint8Array) =>
        `${unit} ${question} ${hex(envelope)}`;
      const expected = given.map(({ question, envelope }, i) =>
        key(Math.floor(i / 2) % 2 ? 'lab' : 'shop', question, envelope),
      );
      expect(found.map((b) => key(b.unit, b.question, b.envelope)).sort()).toEqual(expected.sort());
    });

    test('bear no name', async () => {
      await opened(store, ['anna']);
      await store.box.put([sealed('anna')], NOON);
      const [ballot] = await allBallots(store);
      expect(Object.keys(ballot ?? {}).sort()).toEqual(['envelope', 'question', 'unit']);
    });

    test('are those of this round only', async () => {
      await opened(store, ['anna']);
      await opened(store, ['anna'], aRound('pulse-2', { number: 2 }));
      await store.box.put([sealed('anna', 'team', { round: 'pulse-2' })], NOON);
      expect(await allBallots(store)).toEqual([]);
      expect(await allBallots(store, 'pulse-2')).toHaveLength(1);
    });

    test('lie in the unit that was frozen when the round opened', async () => {
      await store.org.replace({ people: [], units: [] }, NOON);
      await store.rounds.open(aRound(), [planned('anna', { unit: 'as it was' })]);
      await store.box.put([sealed('anna')], NOON);
      expect((await allBallots(store))[0]?.unit).toBe('as it was');
    });
  });
}
