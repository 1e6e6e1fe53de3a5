/** Links to sign in with, each for one caller once; sessions, which end. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { minutes, NOON, type Open } from './store-fixtures.ts';

export function signInContract(open: Open): void {
  let store: Store;
  let again: () => Promise<Store>;
  beforeEach(async () => {
    ({ store, again } = await open());
  });
  const offer = (hash: string, person = 'ada', until = minutes(10)) =>
    store.signIn.offer({ hash, person, until });
  const redeem = (link: string, hash: string, at = NOON, until = minutes(60)) =>
    store.signIn.redeem(link, { hash, until, ends: minutes(90) }, at);
  const who = async (hash: string, at = NOON) => (await store.signIn.session(hash, at))?.person;

  describe('a link to sign in with', () => {
    test('is whose it is until its time is over, however often it is looked at', async () => {
      await offer('a');
      await offer('b', 'bo');
      store = await again();
      for (const at of [NOON, minutes(9)]) expect(await store.signIn.offered('a', at)).toBe('ada');
      expect(await store.signIn.offered('b', NOON)).toBe('bo');
      expect(await store.signIn.offered('a', minutes(10))).toBeUndefined();
      expect(await store.signIn.offered('none', NOON)).toBeUndefined();
    });

    test('begins one session, for one of many that use it at once', async () => {
      await offer('a');
      const all = await Promise.all(['1', '2', '3', '4'].map((session) => redeem('a', session)));
      expect(all.filter((person) => person !== undefined)).toEqual(['ada']);
      const begun = await Promise.all(['1', '2', '3', '4'].map((session) => who(session)));
      expect(begun.map((person) => person === undefined)).toEqual(
        all.map((person) => person === undefined),
      );
      expect(await store.signIn.offered('a', NOON)).toBeUndefined();
    });

    test('that is over begins none', async () => {
      await offer('a');
      expect(await redeem('a', '1', minutes(10))).toBeUndefined();
      expect(await who('1')).toBeUndefined();
    });

    test('is one of the newest five of this person, and takes away none of another', async () => {
      await offer('theirs', 'bo', minutes(1));
      for (let n = 1; n <= 7; n++) await offer(`${n}`, 'ada', minutes(n));
      const open = await Promise.all(
        ['1', '2', '3', '7', 'theirs'].map((hash) => store.signIn.offered(hash, NOON)),
      );
      expect(open).toEqual([undefined, undefined, 'ada', 'ada', 'bo']);
    });

    test('is not pushed out by five that work longer', async () => {
      for (let n = 1; n <= 5; n++) await offer(`${n}`, 'ada', minutes(1000 + n));
      await offer('short', 'ada', minutes(10));
      expect(await store.signIn.offered('short', NOON)).toBe('ada');
      expect(await store.signIn.offered('5', NOON)).toBe('ada');
      expect(await store.signIn.offered('1', NOON)).toBeUndefined();
    });
  });

  describe('a session', () => {
    test('comes back as it began, until it is over', async () => {
      await offer('a');
      await redeem('a', '1');
      store = await again();
      expect(await store.signIn.session('1', minutes(59))).toEqual({
        person: 'ada',
        until: minutes(60),
        ends: minutes(90),
      });
      expect(await store.signIn.session('1', minutes(60))).toBeUndefined();
      expect(await store.signIn.session('a', NOON)).toBeUndefined();
    });

    test('goes on, and ends', async () => {
      await offer('a');
      await redeem('a', '1');
      await store.signIn.renew('1', minutes(80));
      await store.signIn.renew('none', minutes(80));
      expect(await who('1', minutes(79))).toBe('ada');
      await store.signIn.end('1');
      expect(await who('1')).toBeUndefined();
    });

    test('ends with all others of the person, and their links; those of others go on', async () => {
      for (const [link, person] of [
        ['a', 'ada'],
        ['b', 'ada'],
        ['c', 'bo'],
      ] as const) {
        await offer(link, person);
        await redeem(link, `session ${link}`);
        await offer(`open ${link}`, person);
      }
      await store.signIn.endAll('ada');
      const left = await Promise.all(['a', 'b', 'c'].map((link) => who(`session ${link}`)));
      expect(left).toEqual([undefined, undefined, 'bo']);
      expect(await store.signIn.offered('open a', NOON)).toBeUndefined();
      expect(await store.signIn.offered('open c', NOON)).toBe('bo');
    });
  });

  test('what is over is removed, and nothing else', async () => {
    await offer('a');
    await redeem('a', 'short', NOON, minutes(20));
    await offer('b');
    await redeem('b', 'long');
    await offer('old');
    await offer('new', 'ada', minutes(40));
    await store.signIn.clean(minutes(30));
    // By an earlier clock it would be there, if it were.
    const links = ['old', 'new'].map((hash) => store.signIn.offered(hash, NOON));
    expect(await Promise.all(links)).toEqual([undefined, 'ada']);
    expect([await who('short'), await who('long')]).toEqual([undefined, 'ada']);
  });
}
