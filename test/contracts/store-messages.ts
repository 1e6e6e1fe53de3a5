/** Messages of the local web chat: added once, replaced in place, settled all at once. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store, StoredMessage } from '../../src/ports/store.ts';
import { message, minutes, type Open } from './store-fixtures.ts';

export function messagesContract(open: Open): void {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await open());
  });
  const posted = (id: string, change: Partial<StoredMessage> = {}): StoredMessage => ({
    id,
    person: 'anna',
    round: 'pulse-1',
    kind: 'question',
    at: minutes(1),
    message: message(`This is ${id}`),
    ...change,
  });

  describe('messages', () => {
    test('come back as they were added, oldest first', async () => {
      const [late, early] = [posted('a', { at: minutes(2) }), posted('b', { at: minutes(1) })];
      await store.messages.add(late);
      await store.messages.add(early);
      await store.messages.add(posted('c', { person: 'ben' }));
      expect(await store.messages.of('anna')).toEqual([early, late]);
      expect(await store.messages.get('a')).toEqual(late);
      expect(await store.messages.get('z')).toBeUndefined();
      expect(await store.messages.of('nobody')).toEqual([]);
    });

    test('are added once: a second one of the same id changes nothing', async () => {
      await store.messages.add(posted('a'));
      await store.messages.add(posted('a', { message: message('Other'), person: 'ben' }));
      expect(await store.messages.get('a')).toEqual(posted('a'));
      expect(await store.messages.of('ben')).toEqual([]);
    });

    test('are replaced in place; one that is gone is no error', async () => {
      await store.messages.add(posted('a'));
      await store.messages.replace('a', message('New'));
      await store.messages.replace('z', message('New'));
      expect(await store.messages.of('anna')).toEqual([posted('a', { message: message('New') })]);
    });

    test('of a round are settled for each person, digests and other rounds left alone', async () => {
      const digest = posted('d', { kind: 'digest' });
      const other = posted('o', { round: 'pulse-2' });
      for (const each of [posted('a'), posted('b', { person: 'ben' }), digest, other]) {
        await store.messages.add(each);
      }
      await store.messages.settle('pulse-1', (person) => message(`Closed, ${person}`));
      expect((await store.messages.get('a'))?.message).toEqual(message('Closed, anna'));
      expect((await store.messages.get('b'))?.message).toEqual(message('Closed, ben'));
      expect(await store.messages.get('d')).toEqual(digest);
      expect(await store.messages.get('o')).toEqual(other);
    });

    test('know when the newest was sent', async () => {
      expect(await store.messages.latest()).toBeUndefined();
      for (const n of [3, 9, 5]) await store.messages.add(posted(`m${n}`, { at: minutes(n) }));
      expect(await store.messages.latest()).toEqual(minutes(9));
    });
  });
}
