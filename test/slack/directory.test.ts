/** Who is in a workspace: all of them, page by page, and whoever comes, changes or leaves. */
import { expect, test } from 'vitest';
import { given, until } from './given.ts';

const ada = { id: 'U1', name: 'ada', tz: 'Europe/Berlin', locale: 'de-DE', email: 'Ada@Acme.test' };

test('everybody is listed, and bots, guests and those who left are not active', async () => {
  const users = [
    ada,
    { id: 'U2', name: 'guest', is_restricted: true },
    { id: 'U3', name: 'gone', deleted: true },
    { id: 'U4', name: 'robot', is_bot: true },
    { id: 'U5', name: 'nowhere', tz: null },
  ];
  const g = await given({ fake: { users } });
  await g.adapter.list();
  const all = await g.store.accounts.list('slack');
  expect(all.filter(({ active }) => active).map(({ user }) => user)).toEqual(['U1', 'U5']);
  expect(all.map(({ user }) => user)).toContain('USLACKBOT');
  expect(all.find(({ user }) => user === 'U1')).toMatchObject({
    team: 'T1',
    email: 'ada@acme.test',
    timezone: 'Europe/Berlin',
    locale: 'de-DE',
  });
  expect(all.find(({ user }) => user === 'U5')).not.toHaveProperty('timezone');
});

test('a big workspace is read page by page', async () => {
  const users = Array.from({ length: 450 }, (_, i) => ({ id: `U${i + 1}`, name: `user ${i}` }));
  const g = await given({ fake: { users } });
  const { listed } = await g.adapter.list();
  expect(listed.filter(({ active }) => active)).toHaveLength(450);
  expect(g.fake.calls.filter(({ method }) => method === 'users.list')).toHaveLength(3);
});

test('whoever is not listed any more is not active, and is still the same person', async () => {
  const g = await given();
  const key = { platform: 'slack', team: 'T1', user: 'U99' } as const;
  await g.store.accounts.put([{ ...key, name: 'vanished', active: true }]);
  await g.store.accounts.link([{ key, person: 'p-U99' }]);
  await g.adapter.list();
  expect(await g.store.accounts.get(key)).toMatchObject({ active: false, person: 'p-U99' });
});

test('a limit is waited for', async () => {
  const g = await given();
  g.fake.next('users.list', { ratelimited: 1 });
  const began = performance.now();
  const { listed } = await g.adapter.list();
  expect(performance.now() - began).toBeGreaterThan(900);
  expect(listed.length).toBeGreaterThan(0);
});

test('user groups are listed where the scope is granted', async () => {
  const groups = [{ id: 'S1', handle: 'sales', name: 'Sales', users: ['U1'] }];
  const g = await given({ fake: { groups } });
  expect((await g.adapter.list()).groups).toEqual([{ id: 'sales', name: 'Sales', users: ['U1'] }]);
  const scopes = ['chat:write', 'users:read', 'im:write', 'im:history', 'commands'];
  const less = await given({ fake: { groups, tokens: [{ token: 'xoxb-test', scopes }] } });
  expect((await less.adapter.list()).groups).toEqual([]);
});

test('without users:read it says what to do', async () => {
  const g = await given({ fake: { tokens: [{ token: 'xoxb-test', scopes: ['chat:write'] }] } });
  await expect(g.adapter.list()).rejects.toThrow(/users:read.*manifest.yml/);
});

test('whoever joins is an account, and the organisation is read anew, once for many', async () => {
  const g = await given();
  await g.fake.join({ id: 'U7', name: 'new' });
  await g.fake.join({ id: 'U8', name: 'newer' });
  await until(() => g.changes() === 1);
  const key = { platform: 'slack', team: 'T1', user: 'U7' } as const;
  expect(await g.store.accounts.get(key)).toMatchObject({ active: true });
  expect(g.changes()).toBe(1);
});

test('a new status is nothing of ours; a new zone, or leaving, is', async () => {
  const g = await given({ fake: { users: [ada] } });
  await g.adapter.list();
  const user = g.fake.world.users.get('U1');
  const event = (more: object) => g.fake.event({ type: 'user_change', user: { ...user, ...more } });
  await event({
    profile: { ...user?.profile, status_text: 'On holiday', status_emoji: ':palm_tree:' },
  });
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(g.changes()).toBe(0);
  await g.fake.change({ id: 'U1', tz: 'Europe/Paris' });
  await until(() => g.changes() === 1);
  await g.fake.change({ id: 'U1', deleted: true });
  await until(() => g.changes() === 2);
  const key = { platform: 'slack', team: 'T1', user: 'U1' } as const;
  expect(await g.store.accounts.get(key)).toMatchObject({
    active: false,
    timezone: 'Europe/Paris',
    locale: 'de-DE',
  });
}, 10_000);

test('groups that can’t be read now are told from groups that there are not', async () => {
  const g = await given();
  g.fake.next('usergroups.list', 500, 10);
  const listing = await g.adapter.list();
  expect(listing.listed.length).toBeGreaterThan(0);
  expect(listing).not.toHaveProperty('groups');
  expect(g.told.join()).toMatch(/The user groups of the Slack workspace T1 can't be read now/);
});
