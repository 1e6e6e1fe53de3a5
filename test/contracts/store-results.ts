/** Count, burn and publish: each one transaction, each once. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../src/anonymity/ledger.ts';
import type { Digest } from '../../src/digest/digest.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  aRound,
  type Capabilities,
  minutes,
  NOON,
  type Open,
  type Opened,
  opened,
  planned,
  RESULT,
  sealed,
  unordered,
} from './store-fixtures.ts';

const DIGEST: Digest = {
  round: 'pulse-1',
  reader: 'lea',
  units: [{ unit: 'lab', name: 'Lab', statements: [], comments: ['“So!” 🌊'] }],
};

function entry(unit: string): LedgerEntry {
  const said = { shown: 'band', band: '40-59' } as const;
  return {
    at: NOON,
    round: 'pulse-1',
    reader: 'lea',
    unit,
    from: unit,
    question: 'team',
    pools: [unit],
    said,
  };
}

export function resultsContract(open: Open, { keeps }: Capabilities): void {
  let place: Opened;
  let store: Store;
  beforeEach(async () => {
    place = await open();
    store = place.store;
  });

  /** A round with two answers that is being closed. */
  async function closing() {
    const asked = await opened(store, ['anna', 'ben']);
    await store.box.put([sealed('anna'), sealed('anna', 'words')], NOON);
    await store.box.put([sealed('ben')], NOON);
    await store.rounds.move('pulse-1', 'open', 'closing');
    return asked;
  }

  async function burned() {
    await closing();
    await store.results.record('pulse-1', RESULT);
    await store.rounds.move('pulse-1', 'counted', 'burned');
  }

  describe('count and burn', () => {
    test('keeps the result and nothing of who answered', async () => {
      const { deliveries } = await closing();
      expect(await store.results.record('pulse-1', RESULT)).toBe(true);
      expect((await store.rounds.get('pulse-1'))?.state).toBe('counted');
      expect(await store.box.size('pulse-1')).toBe(0);
      expect(await store.box.sealed('pulse-1', 'anna')).toEqual(new Set());
      for (const { id, person } of deliveries) {
        expect(await store.deliveries.get(id)).toBeUndefined();
        expect(await store.deliveries.of('pulse-1', person)).toBeUndefined();
      }
      expect(unordered(await store.results.result('pulse-1'))).toEqual(unordered(RESULT));
    });

    test('leaves other rounds, and digests on their way, alone', async () => {
      await closing();
      const digest = planned('lea', { round: 'pulse-0', kind: 'digest' });
      const late = planned('lea', { kind: 'digest' });
      await store.rounds.open(aRound('pulse-0', { number: 0 }), [
        digest,
        planned('anna', { round: 'pulse-0' }),
      ]);
      await store.box.put([sealed('anna', 'team', { round: 'pulse-0' })], NOON);
      await store.rounds.open(aRound('pulse-9', { number: 9 }), [late]);
      await store.results.record('pulse-1', RESULT);
      expect(await store.deliveries.get(digest.id)).toBeDefined();
      expect(await store.deliveries.get(late.id)).toBeDefined();
      expect(await store.deliveries.of('pulse-0', 'anna')).toBeDefined();
      expect(await store.box.size('pulse-0')).toBe(1);
    });

    test('is done for a round that is closing, and for no other', async () => {
      await opened(store, ['anna']);
      await store.box.put([sealed('anna')], NOON);
      expect(await store.results.record('pulse-1', RESULT)).toBe(false);
      expect(await store.results.record('nowhere', RESULT)).toBe(false);
      expect(await store.box.size('pulse-1')).toBe(1);
      expect(await store.deliveries.of('pulse-1', 'anna')).toBeDefined();
      expect(await store.results.result('pulse-1')).toBeUndefined();
    });

    test('is done by one of many at once', async () => {
      await closing();
      const tries = Array.from({ length: 9 }, () => store.results.record('pulse-1', RESULT));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(unordered(await store.results.result('pulse-1'))).toEqual(unordered(RESULT));
    });

    test('is undone as a whole when a part of it fails', async () => {
      await closing();
      const twice = [...(RESULT.pools.get('pay') ?? []), ...(RESULT.pools.get('pay') ?? [])];
      const faulty = { ...RESULT, pools: new Map([...RESULT.pools, ['pay', twice]]) };
      await expect(store.results.record('pulse-1', faulty)).rejects.toThrow();
      expect((await store.rounds.get('pulse-1'))?.state).toBe('closing');
      expect(await store.box.size('pulse-1')).toBe(3);
      expect(await store.results.result('pulse-1')).toBeUndefined();
      expect(await store.results.record('pulse-1', RESULT)).toBe(true);
    });

    test('takes a result of nothing', async () => {
      await closing();
      const nothing = { pools: new Map(), comments: [], ballots: 0, uncounted: 0 };
      expect(await store.results.record('pulse-1', nothing)).toBe(true);
      expect(await store.results.result('pulse-1')).toEqual(nothing);
    });

    test('keeps a thousand pools and comments', async () => {
      await closing();
      const units = Array.from({ length: 1000 }, (_, i) => `u${i}`);
      const pools = units.map((unit) => ({ unit, n: 5, tally: [5, 0, 0, 0, 0], from: [unit] }));
      const comments = [{ question: 'words', unit: 'u1', hr: false, texts: units }];
      const many = { pools: new Map([['team', pools]]), comments, ballots: 6000, uncounted: 0 };
      await store.results.record('pulse-1', many);
      expect(unordered(await store.results.result('pulse-1'))).toEqual(unordered(many));
    });

    test('hands out comments in an order of their own, not as they were stored', async () => {
      await closing();
      const texts = Array.from({ length: 40 }, (_, i) => `comment ${String(i).padStart(2, '0')}`);
      const comments = [{ question: 'words', unit: 'lab', hr: false, texts }];
      await store.results.record('pulse-1', { ...RESULT, comments });
      const [found] = (await store.results.result('pulse-1'))?.comments ?? [];
      expect(found?.texts.toSorted()).toEqual(texts);
      expect(found?.texts).not.toEqual(texts);
    });

    test('cleaning the files keeps what is in them', async () => {
      await burned();
      await store.results.clean();
      expect(unordered(await store.results.result('pulse-1'))).toEqual(unordered(RESULT));
    });
  });

  describe('publishing', () => {
    const delivery = () => planned('lea', { kind: 'digest', unit: '', sendAt: minutes(5) });

    test('stores digests, ledger and deliveries', async () => {
      await burned();
      const planned = delivery();
      expect(await store.results.publish('pulse-1', [DIGEST], [entry('lab')], [planned])).toBe(
        true,
      );
      expect((await store.rounds.get('pulse-1'))?.state).toBe('published');
      expect(await store.results.digest('pulse-1', 'lea')).toEqual(DIGEST);
      expect(await store.results.digest('pulse-1', 'ben')).toBeUndefined();
      expect(await store.results.digests('pulse-1')).toEqual([DIGEST]);
      expect(await store.results.digests('pulse-2')).toEqual([]);
      expect(await store.results.ledger('pulse-1')).toEqual([entry('lab')]);
      expect(await store.deliveries.due(minutes(5), 9)).toMatchObject([
        { id: planned.id, kind: 'digest' },
      ]);
    });

    test('happens once, and not before the round is burned', async () => {
      await closing();
      expect(await store.results.publish('pulse-1', [DIGEST], [entry('lab')], [delivery()])).toBe(
        false,
      );
      expect(await store.results.digest('pulse-1', 'lea')).toBeUndefined();
      expect(await store.results.ledger('pulse-1')).toEqual([]);
      await store.results.record('pulse-1', RESULT);
      await store.rounds.move('pulse-1', 'counted', 'burned');
      const tries = Array.from({ length: 9 }, () =>
        store.results.publish('pulse-1', [DIGEST], [entry('lab')], [delivery()]),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await store.results.ledger('pulse-1')).toHaveLength(1);
      expect(await store.deliveries.due(minutes(99), 9)).toHaveLength(1);
    });

    test('is undone as a whole when a part of it fails', async () => {
      await burned();
      await expect(
        store.results.publish('pulse-1', [DIGEST, DIGEST], [entry('lab')], [delivery()]),
      ).rejects.toThrow();
      expect((await store.rounds.get('pulse-1'))?.state).toBe('burned');
      expect(await store.results.ledger('pulse-1')).toEqual([]);
    });

    test('keeps the order of the ledger, however long', async () => {
      await burned();
      const entries = Array.from({ length: 1300 }, (_, i) => entry(`u${i}`));
      await store.results.publish('pulse-1', [], entries, []);
      expect(await store.results.ledger('pulse-1')).toEqual(entries);
    });

    test('adds what is told later behind it, each where nothing else is', async () => {
      await burned();
      await expect(store.results.tell('pulse-1', [entry('lab')])).rejects.toThrow(/not published/);
      await store.results.publish('pulse-1', [], [entry('lab')], []);
      await Promise.all(
        ['a', 'b', 'c', 'd'].map((unit) =>
          store.results.tell('pulse-1', [entry(unit), entry(unit)]),
        ),
      );
      const [first, ...later] = await store.results.ledger('pulse-1');
      expect(first).toEqual(entry('lab'));
      const units = later.map(({ unit }) => unit);
      expect(units.toSorted()).toEqual(['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd']);
      for (const [i, unit] of units.entries()) if (i % 2 === 1) expect(units[i - 1]).toBe(unit);
    });

    test('of the first one where none was told anything', async () => {
      await burned();
      await store.results.publish('pulse-1', [], [], []);
      await store.results.tell('pulse-1', [{ ...entry('lab'), page: 'value' }]);
      expect(await store.results.ledger('pulse-1')).toEqual([{ ...entry('lab'), page: 'value' }]);
    });

    test.runIf(keeps)('outlives the process', async () => {
      await burned();
      await store.results.publish('pulse-1', [DIGEST], [entry('lab')], [delivery()]);
      const again = await place.again();
      expect(await again.results.digest('pulse-1', 'lea')).toEqual(DIGEST);
      expect(unordered(await again.results.result('pulse-1'))).toEqual(unordered(RESULT));
    });
  });
}
