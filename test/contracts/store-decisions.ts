/** Decisions of digest readers, and installations: small things kept exactly. */
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Decision, Store } from '../../src/ports/store.ts';
import { minutes, NOON, type Open } from './store-fixtures.ts';

export function decisionsContract(open: Open): void {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await open());
  });
  const decision = (change: Partial<Decision> = {}): Decision => ({
    round: 'pulse-1',
    unit: 'lab',
    reader: `lea O'Brien 🌊`,
    action: 'say-thanks',
    choice: 'will-do',
    at: NOON,
    ...change,
  });
  const get = ({ round, unit, reader }: Decision) => store.decisions.get(round, unit, reader);

  describe('decisions', () => {
    test('come back as they were made, by round, unit and reader together', async () => {
      const made = [
        decision(),
        decision({ round: 'pulse-2', choice: 'not-now' }),
        decision({ unit: 'shop', action: 'ask-more' }),
        decision({ reader: 'hr', at: minutes(1) }),
      ];
      for (const each of made) await store.decisions.put(each);
      for (const each of made) expect(await get(each)).toEqual(each);
      expect(await get(decision({ reader: 'lea' }))).toBeUndefined();
    });

    test('are replaced when their reader thinks again', async () => {
      await store.decisions.put(decision());
      const second = decision({ choice: 'not-now', action: 'ask-more', at: minutes(5) });
      await store.decisions.put(second);
      expect(await get(second)).toEqual(second);
      expect(await store.decisions.last('lab', minutes(4))).toBeUndefined();
      expect(await store.decisions.last('lab', minutes(5))).toEqual(second);
    });

    test('on what several rounds suggested come together', async () => {
      const made = [
        decision(),
        decision({ reader: 'hr', choice: 'not-now' }),
        decision({ round: 'pulse-2' }),
      ];
      for (const each of [...made, decision({ round: 'pulse-3' })]) await store.decisions.put(each);
      const found = await store.decisions.on(['pulse-1', 'pulse-2', 'pulse-9']);
      expect(found).toHaveLength(3);
      expect(found).toEqual(expect.arrayContaining(made));
      expect(await store.decisions.on([])).toEqual([]);
    });

    test('on a unit are told as of an instant: the newest at or before it', async () => {
      const [first, second] = [
        decision({ at: minutes(10) }),
        decision({ reader: 'hr', at: minutes(20) }),
      ];
      for (const each of [second, first]) await store.decisions.put(each);
      await store.decisions.put(decision({ unit: 'shop', at: minutes(15) }));
      expect(await store.decisions.last('lab', minutes(9))).toBeUndefined();
      expect(await store.decisions.last('lab', minutes(10))).toEqual(first);
      const justBefore = new Date(minutes(20).getTime() - 1);
      expect(await store.decisions.last('lab', justBefore)).toEqual(first);
      expect(await store.decisions.last('lab', minutes(20))).toEqual(second);
      expect(await store.decisions.last('lab', minutes(9999))).toEqual(second);
      expect(await store.decisions.last('firm', minutes(9999))).toBeUndefined();
    });
  });
}

export function installationsContract(open: Open): void {
  let store: Store;
  let again: () => Promise<Store>;
  beforeEach(async () => {
    ({ store, again } = await open());
  });

  describe('installations', () => {
    const every = Uint8Array.from({ length: 256 }, (_, i) => i);
    const large = new Uint8Array(randomBytes(20_000));

    test('come back byte for byte', async () => {
      const part = every.subarray(10, 20);
      const given = { every, large, part, none: new Uint8Array() };
      for (const [id, bytes] of Object.entries(given)) {
        await store.installations.put('slack', id, bytes);
      }
      store = await again();
      for (const [id, bytes] of Object.entries(given)) {
        expect(await store.installations.get('slack', id)).toStrictEqual(new Uint8Array(bytes));
      }
    });

    test('are replaced, listed by platform and dropped', async () => {
      await store.installations.put('slack', 'T1', every);
      await store.installations.put('slack', 'T1', large);
      await store.installations.put('slack', `E'1 🌊`, every);
      await store.installations.put('teams', 'T1', every);
      expect(await store.installations.list('slack')).toStrictEqual([
        { id: `E'1 🌊`, sealed: every },
        { id: 'T1', sealed: large },
      ]);
      await store.installations.drop('slack', 'T1');
      await store.installations.drop('slack', 'T9');
      expect(await store.installations.get('slack', 'T1')).toBeUndefined();
      expect(await store.installations.get('teams', 'T1')).toStrictEqual(every);
    });
  });
}
