/** Exit interviews: chosen, drafted, ended once and in one way. */
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Leaver } from '../../src/exit/leaver.ts';
import type { Ending } from '../../src/ports/leavers.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  allBallots,
  type Capabilities,
  DOOR,
  LATER,
  leaver,
  minutes,
  NOON,
  type Open,
  type Opened,
  plannedLeaver,
  sealed,
} from './store-fixtures.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (some: Uint8Array | undefined) => Buffer.from(some ?? []).toString('hex');
const ballots = (person = 'anna', round = DOOR): Ending => ({
  pooled: [sealed(person, 'team', { round }), sealed(person, 'words', { round })],
});

export function interviewsContract(open: Open, { keeps }: Capabilities): void {
  let place: Opened;
  let store: Store;
  let anna: Leaver;
  beforeEach(async () => {
    place = await open();
    store = place.store;
    anna = await plannedLeaver(store, 'anna');
  });

  const get = async () => store.leavers.get(anna.id);
  const choose = (access: 'named' | 'pooled', wave: 'door' | 'later' = 'door') =>
    store.leavers.choose(anna.id, wave, access, [undefined]);
  const finish = (ending: Ending, from: Parameters<Store['leavers']['finish']>[3], now = NOON) =>
    store.leavers.finish(anna.id, 'door', ending, from, now);

  describe('choosing who reads an interview', () => {
    test('opens it, and says how it will end', async () => {
      expect(await choose('named')).toBe(true);
      expect(await get()).toMatchObject({ access: 'named', door: 'open' });
      expect(await get()).not.toHaveProperty('later');
    });

    test('takes effect only from where it was seen to be, for one of many at once', async () => {
      const tries = Array.from({ length: 9 }, (_, i) => choose(i % 2 ? 'named' : 'pooled'));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      const { leavers } = store;
      expect(await leavers.choose(anna.id, 'door', 'pooled', ['named', 'declined'])).toBe(false);
      expect(await leavers.choose(anna.id, 'door', 'pooled', [])).toBe(false);
      expect(await leavers.choose('nobody', 'door', 'pooled', [undefined])).toBe(false);
      expect(await leavers.choose(anna.id, 'door', 'pooled', ['open', 'named'])).toBe(true);
      expect(await get()).toMatchObject({ access: 'pooled', door: 'open' });
    });

    test('is of one wave: the other goes its own way', async () => {
      await choose('named');
      await finish({ named: bytes('said') }, ['open']);
      expect(await choose('pooled', 'later')).toBe(true);
      expect(await get()).toMatchObject({ access: 'pooled', door: 'named', later: 'open' });
    });
  });

  describe('a draft', () => {
    test('is kept byte for byte in the place of the one before, a wave and leaver', async () => {
      await choose('pooled');
      const large = randomBytes(32_768 + 48);
      expect(await store.leavers.keepDraft(anna.id, 'door', bytes('first'))).toBe(true);
      expect(await store.leavers.keepDraft(anna.id, 'door', large)).toBe(true);
      expect(hex(await store.leavers.draft(anna.id, 'door'))).toBe(hex(large));
      expect(await store.leavers.draft(anna.id, 'later')).toBeUndefined();
      const ben = leaver('ben');
      await store.leavers.add(ben);
      expect(await store.leavers.draft(ben.id, 'door')).toBeUndefined();
    });

    test('is kept only while the interview is open', async () => {
      const keep = (wave: 'door' | 'later' = 'door') =>
        store.leavers.keepDraft(anna.id, wave, bytes('draft'));
      expect(await keep()).toBe(false);
      await choose('pooled');
      expect(await keep('later')).toBe(false);
      expect(await keep()).toBe(true);
      expect(await finish(ballots(), ['open'])).toBe('done');
      expect(await keep()).toBe(false);
      expect(await store.leavers.draft(anna.id, 'door')).toBeUndefined();
    });

    test('and an end at the same moment leave the end, and no draft', async () => {
      await choose('pooled');
      const keep = () => store.leavers.keepDraft(anna.id, 'door', randomBytes(500));
      await Promise.all([keep(), keep(), finish(ballots(), ['open']), keep(), keep()]);
      expect((await get())?.door).toBe('pooled');
      expect(await store.leavers.draft(anna.id, 'door')).toBeUndefined();
    });
  });

  describe('the end of an interview', () => {
    test('pooled: its ballots lie in the box, and the draft is gone', async () => {
      await choose('pooled');
      await store.leavers.keepDraft(anna.id, 'door', bytes('draft'));
      const ending = ballots();
      expect(await finish(ending, ['open'])).toBe('done');
      expect(await get()).toMatchObject({ door: 'pooled', access: 'pooled' });
      expect(await store.box.sealed(DOOR, 'anna')).toEqual(new Set(['team', 'words']));
      const given = ending !== 'declined' && 'pooled' in ending ? ending.pooled : [];
      const found = await allBallots(store, DOOR);
      expect(found.map(({ envelope }) => hex(envelope)).sort()).toEqual(
        given.map(({ envelope }) => hex(envelope)).sort(),
      );
      expect(await store.leavers.draft(anna.id, 'door')).toBeUndefined();
      expect(await store.leavers.record(anna.id, 'door')).toBeUndefined();
    });

    test('named: a record that HR may read, and no ballot', async () => {
      await choose('named');
      await store.leavers.keepDraft(anna.id, 'door', bytes('draft'));
      expect(await finish({ named: bytes('what I say') }, ['open'])).toBe('done');
      expect(await get()).toMatchObject({ door: 'named', access: 'named' });
      expect(await store.leavers.record(anna.id, 'door')).toEqual(bytes('what I say'));
      expect(await store.leavers.record(anna.id, 'later')).toBeUndefined();
      expect(await store.leavers.draft(anna.id, 'door')).toBeUndefined();
      expect(await store.box.size(DOOR)).toBe(0);
    });

    test('declined: nothing, be it at once or after a draft', async () => {
      expect(await finish('declined', [undefined])).toBe('done');
      expect(await get()).toMatchObject({ door: 'declined' });
      await store.leavers.choose(anna.id, 'door', 'named', ['declined']);
      await store.leavers.keepDraft(anna.id, 'door', bytes('draft'));
      expect(await finish('declined', ['open'])).toBe('done');
      expect(await get()).not.toHaveProperty('access');
      expect(await store.leavers.draft(anna.id, 'door')).toBeUndefined();
      expect(await store.leavers.record(anna.id, 'door')).toBeUndefined();
      expect(await store.box.size(DOOR)).toBe(0);
    });

    test('comes once: whoever comes second is told, and changes nothing', async () => {
      await choose('pooled');
      const tries = [ballots(), ballots(), ballots()].map((each) => finish(each, ['open']));
      expect((await Promise.all(tries)).sort()).toEqual(['done', 'elsewhere', 'elsewhere']);
      expect(await finish({ named: bytes('late') }, ['open'])).toBe('elsewhere');
      expect(await finish('declined', [undefined, 'named'])).toBe('elsewhere');
      expect(await store.leavers.record(anna.id, 'door')).toBeUndefined();
      expect(await store.box.size(DOOR)).toBe(2);
      expect((await get())?.door).toBe('pooled');
    });

    test('of one kind takes the place of one of another: never a record beside ballots', async () => {
      await choose('named');
      await finish({ named: bytes('first') }, ['open']);
      await finish({ named: bytes('second') }, ['named']);
      expect(await store.leavers.record(anna.id, 'door')).toEqual(bytes('second'));
      expect(await finish(ballots(), ['named'])).toBe('done');
      expect(await store.leavers.record(anna.id, 'door')).toBeUndefined();
      expect(await get()).toMatchObject({ door: 'pooled', access: 'pooled' });
      expect(await finish('declined', ['pooled'])).toBe('done');
      expect(await store.box.size(DOOR)).toBe(0);
    });

    test('after the close of the release is refused, and the draft stays as it was', async () => {
      await choose('pooled');
      await store.leavers.keepDraft(anna.id, 'door', bytes('draft'));
      expect(await finish(ballots(), ['open'], minutes(60))).toBe('closed');
      await store.rounds.move(DOOR, 'open', 'closing');
      expect(await finish(ballots(), ['open'])).toBe('closed');
      expect(await get()).toMatchObject({ door: 'open', access: 'pooled' });
      expect(await store.leavers.draft(anna.id, 'door')).toEqual(bytes('draft'));
      expect(await store.box.size(DOOR)).toBe(0);
    });

    test('is by name only where that was chosen: made pooled elsewhere meanwhile, it is not', async () => {
      await choose('named');
      await store.leavers.choose(anna.id, 'door', 'pooled', ['open']);
      await store.leavers.keepDraft(anna.id, 'door', bytes('draft'));
      expect(await finish({ named: bytes('record') }, ['open'])).toBe('elsewhere');
      expect(await get()).toMatchObject({ door: 'open', access: 'pooled' });
      expect(await store.leavers.record(anna.id, 'door')).toBeUndefined();
      expect(await store.leavers.draft(anna.id, 'door')).toEqual(bytes('draft'));
    });

    test('in a release in which the person was not asked is refused', async () => {
      const ben = leaver('ben');
      await store.leavers.add(ben);
      await store.leavers.choose(ben.id, 'door', 'pooled', [undefined]);
      const end = store.leavers.finish(ben.id, 'door', ballots('ben'), ['open'], NOON);
      expect(await end).toBe('not-asked');
      expect((await store.leavers.get(ben.id))?.door).toBe('open');
      expect(await store.box.size(DOOR)).toBe(0);
    });

    test('is whole: an envelope that can’t be stored changes nothing', async () => {
      await choose('pooled');
      await store.leavers.keepDraft(anna.id, 'door', bytes('draft'));
      const faulty = { ...sealed('anna', 'words', { round: DOOR }), envelope: undefined as never };
      const pooled = [sealed('anna', 'team', { round: DOOR }), faulty];
      await expect(finish({ pooled }, ['open'])).rejects.toThrow();
      expect(await get()).toMatchObject({ door: 'open' });
      expect(await store.leavers.draft(anna.id, 'door')).toEqual(bytes('draft'));
      expect(await store.box.size(DOOR)).toBe(0);
    });

    test('of the second wave goes into the later release', async () => {
      await choose('pooled', 'later');
      const given = ballots('anna', LATER);
      const end = store.leavers.finish(anna.id, 'later', given, ['open'], NOON);
      expect(await end).toBe('done');
      expect(await get()).toMatchObject({ later: 'pooled' });
      expect(await get()).not.toHaveProperty('door');
      expect(await store.box.size(LATER)).toBe(2);
    });

    test('of a hundred at once, among other answers, is each its own', async () => {
      const people = Array.from({ length: 100 }, (_, i) => `p${i}`);
      const all = await Promise.all(people.map((each) => plannedLeaver(store, each)));
      const ends = await Promise.all(
        all.map(async ({ id, person }, i) => {
          await store.leavers.choose(id, 'door', 'pooled', [undefined]);
          const other = store.box.put([sealed(person, 'team', { round: LATER })], NOON);
          const end = store.leavers.finish(
            id,
            'door',
            ballots(person),
            ['open'],
            i % 2 ? minutes(61) : NOON,
          );
          return [await end, await other].join();
        }),
      );
      expect(ends).toEqual(people.map((_, i) => (i % 2 ? 'closed,sealed' : 'done,sealed')));
      expect(await store.box.size(DOOR)).toBe(100);
      expect(await store.box.size(LATER)).toBe(100);
    });

    test.runIf(keeps)('is durable once it has said "done"', async () => {
      await choose('pooled');
      await finish(ballots(), ['open']);
      const again = await place.again();
      expect((await again.leavers.get(anna.id))?.door).toBe('pooled');
      expect(await again.box.size(DOOR)).toBe(2);
    });
  });

  describe('forgetting', () => {
    test('erases what was given by name; until the count it reads as not given', async () => {
      await choose('named');
      await finish({ named: bytes('said') }, ['open']);
      await store.leavers.forget(anna.id);
      expect(await store.leavers.record(anna.id, 'door')).toBeUndefined();
      expect(await get()).toMatchObject({ door: 'declined' });
      expect(await get()).not.toHaveProperty('access');
    });

    test('after the count leaves nothing that says there was anything', async () => {
      await choose('named');
      await finish({ named: bytes('said') }, ['open']);
      await store.rounds.move(DOOR, 'open', 'closing');
      const nothing = { pools: new Map(), comments: [], ballots: 0, uncounted: 0 };
      await store.results.record(DOOR, nothing);
      expect(await get()).toMatchObject({ door: 'named' });
      await store.leavers.forget(anna.id);
      expect(await get()).toEqual({ ...anna, round: DOOR, laterRound: LATER });
      expect(await store.leavers.record(anna.id, 'door')).toBeUndefined();
    });

    test('touches no interview that is pooled or still open', async () => {
      await choose('pooled');
      await finish(ballots(), ['open']);
      await choose('named', 'later');
      await store.leavers.forget(anna.id);
      expect(await get()).toMatchObject({ door: 'pooled', later: 'open', access: 'named' });
      expect(await store.box.size(DOOR)).toBe(2);
    });
  });
}
