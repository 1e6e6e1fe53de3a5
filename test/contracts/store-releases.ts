/** Releases: counted like any round; who took part is burned, and what no pool could take waits for the next. */
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Interview } from '../../src/exit/leaver.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  allBallots,
  aRound,
  type Capabilities,
  DOOR,
  LATER,
  NOON,
  type Open,
  type Opened,
  opened,
  plannedLeaver,
  RESULT,
  release,
  sealed,
  unordered,
} from './store-fixtures.ts';

const NEXT = 'exit-2027-q1';
const bytes = (text: string) => new TextEncoder().encode(text);
const NOTHING = { pools: new Map(), comments: [], ballots: 0, uncounted: 0 };

export function releasesContract(open: Open, { keeps }: Capabilities): void {
  let place: Opened;
  let store: Store;
  beforeEach(async () => {
    place = await open();
    store = place.store;
  });

  /** A leaver whose interview at the door is so far. */
  async function leaverWho(state: Interview | undefined, person: string) {
    const { id } = await plannedLeaver(store, person);
    if (state === undefined) return id;
    const access = state === 'named' ? 'named' : 'pooled';
    await store.leavers.choose(id, 'door', access, [undefined]);
    await store.leavers.keepDraft(id, 'door', bytes('draft'));
    const ending =
      state === 'pooled'
        ? { pooled: [sealed(person, 'team', { round: DOOR })] }
        : state === 'named'
          ? { named: bytes('said') }
          : 'declined';
    if (state !== 'open') await store.leavers.finish(id, 'door', ending, ['open'], NOON);
    return id;
  }

  async function everyKind() {
    const ids: string[] = [];
    const states: (Interview | undefined)[] = ['open', 'pooled', 'named', 'declined', undefined];
    for (const state of states) ids.push(await leaverWho(state, `who is ${state ?? 'silent'}`));
    return ids;
  }

  async function count(round = DOOR): Promise<void> {
    await store.rounds.move(round, 'open', 'closing');
    expect(await store.results.record(round, NOTHING)).toBe(true);
  }

  /** What is known of how far leavers are. */
  const progress = async (ids: readonly string[]) =>
    Promise.all(
      ids.map(async (id) => {
        const { door, later, access } = (await store.leavers.get(id)) ?? {};
        return { door, later, access };
      }),
    );

  const NAMED = { door: 'named', later: undefined, access: 'named' };
  const SILENT = { door: undefined, later: undefined, access: undefined };

  describe('the count of a release', () => {
    test('leaves of its leavers only that HR may read one by name', async () => {
      const ids = await everyKind();
      await count();
      expect(await progress(ids)).toEqual([SILENT, SILENT, NAMED, SILENT, SILENT]);
      expect(await store.leavers.draft(ids[0] ?? '', 'door')).toBeUndefined();
      expect(await store.leavers.record(ids[2] ?? '', 'door')).toEqual(bytes('said'));
      expect(await store.box.size(DOOR)).toBe(0);
    });

    test('of another wave or campaign leaves them as they are', async () => {
      const ids = await everyKind();
      const before = await progress(ids);
      await opened(store, ['who is open'], aRound());
      await count('pulse-1');
      await count(LATER);
      expect(await progress(ids)).toEqual(before);
      expect(await store.leavers.draft(ids[0] ?? '', 'door')).toEqual(bytes('draft'));
      expect(await store.deliveries.of(LATER, 'who is open')).toBeUndefined();
    });

    test('of one wave leaves the choice that the other still needs', async () => {
      const id = await leaverWho('pooled', 'anna');
      await store.leavers.choose(id, 'later', 'pooled', [undefined]);
      await store.leavers.keepDraft(id, 'later', bytes('later'));
      await count();
      expect(await progress([id])).toEqual([{ ...SILENT, later: 'open', access: 'pooled' }]);
      expect(await store.leavers.draft(id, 'later')).toEqual(bytes('later'));
      await count(LATER);
      expect(await progress([id])).toEqual([SILENT]);
      expect(await store.leavers.draft(id, 'later')).toBeUndefined();
    });

    test('of the later wave does not tell whether somebody known by name took part in it', async () => {
      const [took, not] = [await leaverWho('named', 'anna'), await leaverWho('named', 'ben')];
      await store.leavers.choose(took, 'later', 'pooled', [undefined]);
      const pooled = [sealed('anna', 'team', { round: LATER })];
      await store.leavers.finish(took, 'later', { pooled }, ['open'], NOON);
      await count();
      await count(LATER);
      expect(await progress([took, not])).toEqual([NAMED, NAMED]);
    });

    test('deletes a record that its leaver had taken back', async () => {
      const id = await leaverWho('named', 'anna');
      await store.leavers.choose(id, 'door', 'pooled', ['named']);
      await count();
      expect(await progress([id])).toEqual([SILENT]);
      expect(await store.leavers.record(id, 'door')).toBeUndefined();
    });

    test('that is called off burns the same', async () => {
      const ids = await everyKind();
      await store.results.discard(DOOR);
      expect((await store.rounds.get(DOOR))?.state).toBe('cancelled');
      expect(await progress(ids)).toEqual([SILENT, SILENT, NAMED, SILENT, SILENT]);
      expect(await store.box.size(DOOR)).toBe(0);
    });

    test('keeps pools by unit and job family', async () => {
      await store.rounds.open(release(DOOR, { state: 'closing' }), []);
      const pool = { unit: 'lab', n: 5, tally: [1, 4], from: ['lab'] };
      const pools = [pool, { ...pool, jobFamily: 'sales' }, { ...pool, jobFamily: 'Größe' }];
      const result = { ...RESULT, pools: new Map([...RESULT.pools, ['reason', pools]]) };
      await store.results.record(DOOR, result);
      const found = await store.results.result(DOOR);
      expect(unordered(found)?.pools.map(([id]) => id)).toEqual(['pay', 'reason', 'team']);
      expect(new Set(found?.pools.get('reason'))).toEqual(new Set(pools));
      expect(found?.pools.get('pay')?.[0]).not.toHaveProperty('jobFamily');
    });

    test('sees ballots with their job family, where there is one', async () => {
      for (const [person, jobFamily] of [['anna', 'sales'], ['ben']] as const) {
        const { id } = await plannedLeaver(store, person, jobFamily ? { jobFamily } : {});
        await store.leavers.choose(id, 'door', 'pooled', [undefined]);
        const pooled = [sealed(person, 'team', { round: DOOR })];
        await store.leavers.finish(id, 'door', { pooled }, ['open'], NOON);
      }
      const [sales, other] = (await allBallots(store, DOOR)).toSorted(
        (a, b) => Object.keys(b).length - Object.keys(a).length,
      );
      expect(sales).toMatchObject({ unit: 'lab', jobFamily: 'sales' });
      expect(Object.keys(other ?? {}).sort()).toEqual(['envelope', 'question', 'unit']);
    });

    test('cleaning the files keeps what is alive', async () => {
      const ids = await everyKind();
      await count();
      await store.results.clean();
      expect(await progress(ids)).toEqual([SILENT, SILENT, NAMED, SILENT, SILENT]);
      expect(await store.leavers.record(ids[2] ?? '', 'door')).toEqual(bytes('said'));
    });
  });

  describe('what no pool could take', () => {
    const carry = (sealed: Uint8Array, into = NEXT) => ({ into, sealed });

    test('is carried into the next release, byte for byte, and burned with it', async () => {
      await store.rounds.open(release(DOOR, { state: 'closing' }), []);
      await store.rounds.open(release(NEXT), []);
      const left = randomBytes(100_000);
      expect(await store.results.carried(NEXT)).toEqual([]);
      expect(await store.results.record(DOOR, NOTHING, carry(left))).toBe(true);
      const [found] = await store.results.carried(NEXT);
      expect(Buffer.from(found ?? []).equals(left)).toBe(true);
      expect(await store.results.carried(DOOR)).toEqual([]);
      await count(NEXT);
      expect(await store.results.carried(NEXT)).toEqual([]);
    });

    test('of several releases waits together', async () => {
      await store.rounds.open(release(NEXT), []);
      for (const id of ['exit-2026-q3', DOOR]) {
        await store.rounds.open(release(id, { state: 'closing' }), []);
        await store.results.record(id, NOTHING, carry(bytes(id)));
      }
      const found = (await store.results.carried(NEXT)).map((each) => Buffer.from(each).toString());
      expect(found.sort()).toEqual(['exit-2026-q3', DOOR]);
      await store.results.discard(NEXT);
      expect(await store.results.carried(NEXT)).toEqual([]);
    });

    test('is not carried by a count that comes second', async () => {
      await store.rounds.open(release(NEXT), []);
      await store.rounds.open(release(DOOR), []);
      expect(await store.results.record(DOOR, NOTHING, carry(bytes('left')))).toBe(false);
      await count();
      expect(await store.results.record(DOOR, NOTHING, carry(bytes('left')))).toBe(false);
      expect(await store.results.carried(NEXT)).toEqual([]);
    });

    test('goes into no release that takes nothing any more: then nothing is counted', async () => {
      const id = await leaverWho('pooled', 'anna');
      await store.rounds.move(DOOR, 'open', 'closing');
      await store.rounds.open(release(NEXT, { state: 'closing' }), []);
      for (const into of [NEXT, 'nowhere']) {
        await expect(
          store.results.record(DOOR, NOTHING, carry(bytes('left'), into)),
        ).rejects.toThrow(`round "${into}", into which the rest would go, is not open`);
      }
      expect((await store.rounds.get(DOOR))?.state).toBe('closing');
      expect(await store.box.size(DOOR)).toBe(1);
      expect((await store.leavers.get(id))?.door).toBe('pooled');
      expect(await store.results.carried(NEXT)).toEqual([]);
    });

    test.runIf(keeps)('outlives the process', async () => {
      await store.rounds.open(release(DOOR, { state: 'closing' }), []);
      await store.rounds.open(release(NEXT), []);
      await store.results.record(DOOR, NOTHING, carry(bytes('left')));
      const [found] = await (await place.again()).results.carried(NEXT);
      expect(found).toEqual(bytes('left'));
    });
  });
}
