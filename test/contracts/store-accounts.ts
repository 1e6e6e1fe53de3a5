/** Accounts on chat platforms: what the platform says, what only we know, and whose they are. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Account, Listed } from '../../src/org/account.ts';
import type { Store } from '../../src/ports/store.ts';
import { minutes, NOON, type Open, person, UNITS } from './store-fixtures.ts';

export function accountsContract(open: Open): void {
  let store: Store;
  let again: () => Promise<Store>;
  beforeEach(async () => {
    ({ store, again } = await open());
  });
  const listed = (user: string, change: Partial<Listed> = {}): Listed => ({
    platform: 'slack',
    team: 'T1',
    user,
    name: `The ${user}`,
    active: true,
    ...change,
  });
  const full = listed('U1', {
    name: `D'Arcy "Zoë" O’Brien 🌊; drop table account --`,
    email: 'zoë@example.org',
    timezone: 'Asia/Tokyo',
    locale: 'pt-BR',
  });
  const get = (account: Listed) => store.accounts.get(account);
  const link = (account: Listed, whose: string | null) =>
    store.accounts.link([{ key: account, person: whose }]);

  describe('accounts', () => {
    test('come back as the platform lists them, reachable and nobody’s', async () => {
      const bare = listed('U2', { active: false });
      await store.accounts.put([full, bare]);
      expect(await get(full)).toEqual({ ...full, reachable: true });
      expect(await get(bare)).toEqual({ ...bare, reachable: true });
      store = await again();
      expect(await get(full)).toEqual({ ...full, reachable: true });
    });

    test('are known by platform, team and user together', async () => {
      const same = [
        listed('U1'),
        listed('U1', { team: 'T2', name: 'Another' }),
        listed('U1', { platform: 'teams', name: 'A third' }),
      ];
      await store.accounts.put(same);
      for (const each of same) expect((await get(each))?.name).toBe(each.name);
      expect(await get(listed('U1', { platform: 'teams', team: 'T2' }))).toBeUndefined();
      expect(await get(listed('u1'))).toBeUndefined();
    });

    test('are listed by platform, and found by person, in order', async () => {
      const [second, first] = [listed('U2'), listed('U1')];
      const elsewhere = listed('A', { platform: 'teams' });
      await store.accounts.put([elsewhere, second, first]);
      for (const each of [elsewhere, second]) await link(each, 'anna');
      const users = (accounts: Account[]) => accounts.map(({ user }) => user);
      expect(users(await store.accounts.list('slack'))).toEqual(['U1', 'U2']);
      expect(users(await store.accounts.list('teams'))).toEqual(['A']);
      expect(users(await store.accounts.of('anna'))).toEqual(['U2', 'A']);
      expect(await store.accounts.of('nobody')).toEqual([]);
    });

    test('listed again take what the platform says now, and keep what is ours', async () => {
      await store.accounts.put([full]);
      await store.accounts.mark(full, { place: 'D0123', reachable: false });
      await link(full, 'anna');
      expect(await store.accounts.greet(full)).toBe(true);
      const now = listed('U1', { name: 'Zoë', locale: 'de-DE', active: false });
      await store.accounts.put([now]);
      const ours = { person: 'anna', place: 'D0123', reachable: false };
      expect(await get(full)).toEqual({ ...now, ...ours });
      expect(await store.accounts.greet(full)).toBe(false);
    });

    test('listed twice at once are taken once, as they were listed last', async () => {
      await store.accounts.put([listed('U1', { name: 'Old' }), listed('U2'), listed('U1')]);
      expect(await store.accounts.list('slack')).toHaveLength(2);
      expect((await get(listed('U1')))?.name).toBe('The U1');
    });

    test('of a large company are put and linked in one call, and by two processes at once', async () => {
      const many = Array.from({ length: 1201 }, (_, i) => listed(`U${i}`));
      const links = many.map((key, i) => ({ key, person: i % 2 ? `p${i}` : null }));
      await Promise.all([store.accounts.put(many), store.accounts.put(many.toReversed())]);
      await Promise.all([store.accounts.link(links), store.accounts.link(links.toReversed())]);
      const found = await store.accounts.list('slack');
      expect(found).toHaveLength(1201);
      for (const { user, person } of found) {
        const i = Number(user.slice(1));
        expect(person).toBe(i % 2 ? `p${i}` : undefined);
      }
      await store.accounts.put([]);
      await store.accounts.link([]);
    });

    test('one that a database refuses leaves the others as they were', async () => {
      const nameless = { ...listed('U2'), name: null } as unknown as Listed;
      const many = Array.from({ length: 600 }, (_, i) => listed(`V${i}`));
      await expect(store.accounts.put([...many, nameless])).rejects.toThrow();
      expect(await store.accounts.list('slack')).toEqual([]);
    });

    test('are marked one thing at a time; an unknown one stays unknown', async () => {
      await store.accounts.put([full, listed('U2')]);
      await store.accounts.mark(full, { reachable: false });
      await store.accounts.mark(full, { place: '{"url":"https://x/é"}' });
      await store.accounts.mark(full, {});
      const place = '{"url":"https://x/é"}';
      expect(await get(full)).toEqual({ ...full, place, reachable: false });
      await store.accounts.mark(full, { reachable: true });
      expect(await get(full)).toEqual({ ...full, place, reachable: true });
      expect(await get(listed('U2'))).toEqual({ ...listed('U2'), reachable: true });
      await store.accounts.mark(listed('U9'), { place: 'D9' });
      expect(await get(listed('U9'))).toBeUndefined();
    });

    test('are greeted by exactly one of twenty callers, for good', async () => {
      await store.accounts.put([full, listed('U2')]);
      const tries = Array.from({ length: 20 }, () => store.accounts.greet(full));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      store = await again();
      expect(await store.accounts.greet(full)).toBe(false);
      expect(await store.accounts.greet(listed('U2'))).toBe(true);
      expect(await store.accounts.greet(listed('U9'))).toBe(false);
    });

    test('are linked, moved to another person and unlinked; others stay as they are', async () => {
      const [one, two] = [listed('U1'), listed('U2')];
      await store.accounts.put([one, two]);
      await link(one, `O'Brien 🌊`);
      await link(two, 'ben');
      expect((await get(one))?.person).toBe(`O'Brien 🌊`);
      await link(one, 'clara');
      expect((await get(one))?.person).toBe('clara');
      await link(one, null);
      expect(await get(one)).toEqual({ ...one, reachable: true });
      expect((await get(two))?.person).toBe('ben');
      await link(listed('U9'), 'ben');
      expect(await store.accounts.of('ben')).toHaveLength(1);
    });

    test('of one workspace are forgotten, and no others', async () => {
      const gone = [listed('U1'), listed('U2')];
      const kept = [listed('U1', { team: 'T2' }), listed('U1', { platform: 'teams' })];
      await store.accounts.put([...gone, ...kept]);
      await store.accounts.greet(gone[0] as Listed);
      await store.accounts.forget('slack', 'T1');
      for (const each of gone) expect(await get(each)).toBeUndefined();
      for (const each of kept) expect(await get(each)).toBeDefined();
      // A workspace that comes back starts anew.
      await store.accounts.put(gone);
      expect(await store.accounts.greet(gone[0] as Listed)).toBe(true);
    });

    test('stay with a person who leaves', async () => {
      await store.org.replace({ people: [person('anna')], units: UNITS }, NOON);
      await store.accounts.put([full]);
      await link(full, 'anna');
      await store.org.replace({ people: [], units: UNITS }, minutes(1));
      expect((await get(full))?.person).toBe('anna');
      expect(await store.org.person('anna')).toBeUndefined();
    });
  });

  describe('the timezone and locale of a person', () => {
    const both = { timezone: 'Asia/Tokyo', locale: 'ja-JP' };
    const anna = async (accounts: readonly Listed[], given = {}, links = accounts) => {
      await store.org.replace({ people: [person('anna', 'lab', given)], units: UNITS }, NOON);
      await store.accounts.put(accounts);
      for (const each of links) await link(each, 'anna');
      const { people } = await store.org.load();
      expect(people).toEqual([await store.org.person('anna')]);
      const { timezone, locale } = people[0] ?? {};
      return { timezone, locale };
    };

    test('are those of their account where the people file has none', async () => {
      expect(await anna([listed('U1', both)])).toEqual(both);
    });

    test('are those of the people file where both speak, each by itself', async () => {
      const accounts = [listed('U1', both)];
      const timezone = 'Europe/Berlin';
      expect(await anna(accounts, { timezone })).toEqual({ timezone, locale: 'ja-JP' });
    });

    test('are taken from Slack before Teams, and from Teams where Slack says nothing', async () => {
      const slack = listed('Z', { timezone: 'Europe/Paris' });
      const teams = listed('A', { platform: 'teams', team: 'A', ...both });
      expect(await anna([teams, slack])).toEqual({ timezone: 'Europe/Paris', locale: 'ja-JP' });
    });

    test('are not taken from an account that is not active, not theirs, or unlinked', async () => {
      const inactive = listed('U1', { ...both, active: false });
      const others = listed('U2', both);
      expect(await anna([inactive, others], {}, [inactive])).toEqual({});
      await link(others, 'ben');
      expect(await store.org.person('anna')).toEqual(person('anna'));
    });

    test('do not make the next import of the same file a change', async () => {
      await anna([listed('U1', both)]);
      const org = { people: [person('anna')], units: UNITS };
      const summary = await store.org.replace(org, minutes(1));
      expect(summary).toEqual({ added: 0, moved: 0, updated: 0, deactivated: 0 });
    });
  });
}
