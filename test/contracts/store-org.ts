/** The organisation: imports, who was where and when, and what people set for themselves. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../src/org/account.ts';
import type { Store } from '../../src/ports/store.ts';
import { minutes, NOON, type Open, person, UNITS } from './store-fixtures.ts';

export function orgContract(open: Open): void {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await open());
  });
  const put = (people: readonly ReturnType<typeof person>[], now = NOON, units = UNITS) =>
    store.org.replace({ people, units }, now);
  const crew = (size: number, unit = 'lab') =>
    Array.from({ length: size }, (_, i) => person(`${unit}-${i}`, unit));

  describe('the organisation', () => {
    test('is empty before the first import', async () => {
      expect(await store.org.load()).toEqual({ people: [], units: [] });
      expect(await store.org.person('anna')).toBeUndefined();
    });

    test('comes back as it was imported, every field', async () => {
      const anna = person('anna', 'lab', {
        email: 'anna@example.org',
        timezone: 'Asia/Tokyo',
        locale: 'pt-BR',
        country: 'JP',
        startDate: '2020-02-29',
      });
      const summary = await put([anna, person('O’Brien 🌊', 'shop')]);
      expect(summary).toEqual({ added: 2, moved: 0, updated: 0, deactivated: 0 });
      const { people, units } = await store.org.load();
      expect(people).toHaveLength(2);
      expect(people).toEqual(expect.arrayContaining([anna, person('O’Brien 🌊', 'shop')]));
      expect(units).toHaveLength(UNITS.length);
      expect(units).toEqual(expect.arrayContaining([...UNITS]));
      expect(await store.org.person('anna')).toEqual(anna);
    });

    test('a second import of the same people changes nothing', async () => {
      await put(crew(3));
      expect(await put(crew(3), minutes(1))).toEqual({
        added: 0,
        moved: 0,
        updated: 0,
        deactivated: 0,
      });
      expect(await store.org.membersChanged(['lab'], NOON, minutes(2))).toBe(0);
    });

    test('a second import adds, updates, moves and deactivates', async () => {
      await put([person('stays'), person('renamed'), person('moves'), person('leaves')]);
      const summary = await put(
        [
          person('stays'),
          person('renamed', 'lab', { name: 'New Name' }),
          person('moves', 'shop'),
          person('joins'),
        ],
        minutes(1),
      );
      expect(summary).toMatchObject({ added: 1, moved: 1, deactivated: 1 });
      // Who moved is updated as well.
      expect(summary.updated).toBe(2);
      expect((await store.org.person('renamed'))?.name).toBe('New Name');
      expect((await store.org.person('moves'))?.unit).toBe('shop');
      expect(await store.org.person('leaves')).toBeUndefined();
      const { people } = await store.org.load();
      expect(people.map(({ id }) => id).sort()).toEqual(['joins', 'moves', 'renamed', 'stays']);
    });

    test('a field that is no longer given is gone', async () => {
      await put([person('anna', 'lab', { locale: 'de', timezone: 'Asia/Tokyo' })]);
      await put([person('anna')], minutes(1));
      expect(await store.org.person('anna')).toEqual(person('anna'));
    });

    test('thousands of people and units are imported in one go', async () => {
      const units = [
        { id: 'root', name: 'Root' },
        ...Array.from({ length: 1200 }, (_, i) => ({ id: `u${i}`, name: `U${i}`, parent: 'root' })),
      ];
      const people = Array.from({ length: 5000 }, (_, i) => person(`p${i}`, `u${i % 1200}`));
      expect(await put(people, NOON, units)).toMatchObject({ added: 5000 });
      const loaded = await store.org.load();
      expect([loaded.people.length, loaded.units.length]).toEqual([5000, 1201]);
    });
  });

  describe('how many members changed', () => {
    test('is 0 where nothing happened, and before anything was known', async () => {
      await put(crew(5));
      expect(await store.org.membersChanged(['lab'], NOON, minutes(10))).toBe(0);
      expect(await store.org.membersChanged(['lab'], minutes(-20), minutes(-10))).toBe(0);
      expect(await store.org.membersChanged(['nowhere'], NOON, minutes(10))).toBe(0);
    });

    test('is 1 for one who joined, and 1 for one who left', async () => {
      await put(crew(5));
      await put(crew(6), minutes(5));
      await put(crew(4), minutes(10));
      expect(await store.org.membersChanged(['lab'], NOON, minutes(6))).toBe(1);
      expect(await store.org.membersChanged(['lab'], minutes(6), minutes(11))).toBe(2);
      // Whoever came and went in between is a member at neither instant.
      expect(await store.org.membersChanged(['lab'], NOON, minutes(11))).toBe(1);
    });

    test('counts the two of a swap, although the number of members is the same', async () => {
      await put([person('a'), person('b', 'shop')]);
      await put([person('a', 'shop'), person('b')], minutes(5));
      expect(await store.org.membersChanged(['lab'], NOON, minutes(6))).toBe(2);
    });

    test('does not count a move within the units asked about', async () => {
      await put([person('a'), person('b', 'shop')]);
      await put([person('a', 'shop'), person('b', 'shop')], minutes(5));
      expect(await store.org.membersChanged(['lab'], NOON, minutes(6))).toBe(1);
      expect(await store.org.membersChanged(['shop'], NOON, minutes(6))).toBe(1);
      expect(await store.org.membersChanged(['lab', 'shop'], NOON, minutes(6))).toBe(0);
    });

    test('does not count who left and came back', async () => {
      await put(crew(5));
      await put(crew(4), minutes(5));
      await put(crew(5), minutes(10));
      expect(await store.org.membersChanged(['lab'], NOON, minutes(11))).toBe(0);
      expect(await store.org.membersChanged(['lab'], NOON, minutes(7))).toBe(1);
    });

    test('is the same in either direction, and at the very instant of the change', async () => {
      await put(crew(5));
      await put(crew(6), minutes(5));
      expect(await store.org.membersChanged(['lab'], minutes(9), NOON)).toBe(1);
      expect(await store.org.membersChanged(['lab'], minutes(5), minutes(9))).toBe(0);
      expect(await store.org.membersChanged(['lab'], new Date(+minutes(5) - 1), minutes(5))).toBe(
        1,
      );
    });

    test('counts a manager in the unit above the one they lead', async () => {
      await put([...crew(5), person('lea', 'lab')]);
      await put(crew(5), minutes(5));
      expect(await store.org.membersChanged(['lab'], NOON, minutes(6))).toBe(0);
      expect(await store.org.membersChanged(['firm'], NOON, minutes(6))).toBe(1);
    });

    test('counts someone who stops leading their unit', async () => {
      await put([...crew(5), person('lea', 'lab')]);
      const led = UNITS.map(({ manager: _, ...unit }) => unit);
      await put([...crew(5), person('lea', 'lab')], minutes(5), led);
      expect(await store.org.membersChanged(['lab'], NOON, minutes(6))).toBe(1);
    });
  });

  describe('in which language somebody is written to', () => {
    const said = (user: string, locale?: string, more: Partial<Account> = {}) => ({
      ...{ platform: 'slack' as const, team: 'T1', user, name: user, active: true, ...more },
      ...(locale && { locale }),
    });
    const link = (user: string) =>
      store.accounts.link([{ key: { platform: 'slack', team: 'T1', user }, person: 'anna' }]);

    test('nobody has said one', async () => {
      expect(await store.org.locale('anna')).toBeUndefined();
      await put([person('anna')]);
      expect(await store.org.locale('anna')).toBeUndefined();
    });

    test('as they chose, else as the people file says, else as an account that is in use speaks', async () => {
      const ben = person('ben', 'lab', { locale: 'fr' });
      await put([person('anna'), ben]);
      await store.accounts.put([said('U1', 'es', { active: false }), said('U2'), said('U3', 'de')]);
      for (const user of ['U1', 'U2', 'U3']) await link(user);
      expect(await store.org.locale('anna')).toBe('de');
      await put([person('anna', 'lab', { locale: 'fr' }), ben], minutes(1));
      expect(await store.org.locale('anna')).toBe('fr');
      await store.org.prefer('anna', { stopped: true });
      expect(await store.org.locale('anna')).toBe('fr');
      await store.org.prefer('anna', { locale: 'en' });
      expect(await store.org.locale('anna')).toBe('en');
      expect(await store.org.locale('ben')).toBe('fr');
    });

    test('who has left is still written to as they chose', async () => {
      await put([person('anna', 'lab', { locale: 'fr' })]);
      await store.org.prefer('anna', { locale: 'de' });
      await put([person('ben')], minutes(1));
      expect(await store.org.locale('anna')).toBe('de');
    });
  });

  describe('preferences', () => {
    test('are empty where nothing was set', async () => {
      expect(await store.org.preference('anna')).toEqual({});
      expect(await store.org.preferences()).toEqual(new Map());
    });

    test('come back as they were set, and a new setting replaces all of the old', async () => {
      await store.org.prefer('anna', { pausedUntil: minutes(5), locale: 'de', platform: 'teams' });
      await store.org.prefer('ben', { stopped: true });
      expect(await store.org.preference('anna')).toEqual({
        pausedUntil: minutes(5),
        locale: 'de',
        platform: 'teams',
      });
      await store.org.prefer('anna', { stopped: true });
      expect(await store.org.preferences()).toEqual(
        new Map([
          ['anna', { stopped: true }],
          ['ben', { stopped: true }],
        ]),
      );
    });

    test('survive an import', async () => {
      await store.org.prefer('anna', { stopped: true });
      await put([person('anna')]);
      await put([], minutes(1));
      await put([person('anna')], minutes(2));
      expect(await store.org.preference('anna')).toEqual({ stopped: true });
    });
  });
}
