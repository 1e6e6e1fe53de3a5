/** The rosters of teams, read into the accounts. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { activity, inTeam, typed } from '../support/teams/activities.ts';
import type { Member } from '../support/teams/connector.ts';
import { BOT, TENANT, type Tenant, tenant } from '../support/teams/tenant.ts';

const SALES = '19:sales@thread.tacv2';

let it: Tenant;
beforeEach(async () => {
  it = await tenant();
});
afterEach(() => it.close());

const member = (user: string, change: Partial<Member> = {}): Member => ({
  id: `29:${user}`,
  aadObjectId: user,
  name: `The ${user}`,
  email: `${user}@Example.org`,
  tenantId: TENANT,
  ...change,
});
const crew = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => member(`u${from + i}`));
const event = (type: string, team: string, name: string, change: object) =>
  activity('boss', {
    type,
    conversation: { id: team, conversationType: 'channel', tenantId: TENANT },
    channelData: { tenant: { id: TENANT }, team: { id: team, name } },
    ...change,
  });
/** The app is put into a team. */
const added = (team: string, name = 'Field Sales') =>
  it.post(event('conversationUpdate', team, name, { membersAdded: [{ id: BOT }] }));
const account = (user: string) => it.store.accounts.get({ platform: 'teams', team: TENANT, user });

test('a team’s people are listed page by page, with small e-mails and Entra’s ids; the team is a group', async () => {
  await added(SALES);
  it.connector.roster(SALES, crew(0, 1100), 500);
  const { listed, groups } = await it.teams.list();
  expect(listed).toHaveLength(1100);
  expect(listed[7]).toEqual({
    platform: 'teams',
    team: TENANT,
    user: 'u7',
    name: 'The u7',
    email: 'u7@example.org',
    active: true,
  });
  expect(groups).toEqual([
    { id: 'field-sales', name: 'Field Sales', users: listed.map(({ user }) => user) },
  ]);
  const pages = it.connector.calls.filter(({ path }) => path.includes('pagedmembers'));
  expect(pages).toHaveLength(3);
  expect(pages[0]?.path).toContain('pageSize=500');
});

test('whoever was listed can be written to, in a chat that is opened then', async () => {
  await added(SALES);
  it.connector.roster(SALES, [member('ben')]);
  await it.teams.list();
  await it.store.accounts.link([
    { key: { platform: 'teams', team: TENANT, user: 'ben' }, person: 'ben' },
  ]);
  const message = { summary: 'Hello', blocks: [] };
  const sent = await it.teams.send('ben', message, {
    delivery: 'd',
    round: 'r',
    kind: 'question',
  });
  expect(sent).toEqual({ sent: 'a:29:ben/1' });
});

test('guests and people of other companies are listed, and never active', async () => {
  await added(SALES);
  it.connector.roster(SALES, [
    member('guest', { userRole: 'guest' }),
    member('other', { tenantId: 'another' }),
    member('anna'),
  ]);
  const { listed } = await it.teams.list();
  expect(listed.map(({ user, active }) => [user, active])).toEqual([
    ['guest', false],
    ['other', false],
    ['anna', true],
  ]);
});

test('what a roster does not know stays: language, zone and the chat that there is', async () => {
  await it.post(typed('anna', 'help'));
  await added(SALES);
  it.connector.roster(SALES, [member('anna', { name: 'Anna Berg' })]);
  await it.teams.list();
  expect(await account('anna')).toMatchObject({
    name: 'Anna Berg',
    email: 'anna@example.org',
    locale: 'en-GB',
    timezone: 'Europe/London',
    place: expect.stringContaining('a:anna'),
  });
});

test('whoever left all teams is inactive, unless they have a chat of their own', async () => {
  await it.post(typed('anna', 'help'));
  await added(SALES);
  it.connector.roster(SALES, [member('anna'), member('ben')]);
  await it.teams.list();
  it.connector.roster(SALES, [member('lea')]);
  const { listed } = await it.teams.list();
  const active = listed.filter((each) => each.active).map(({ user }) => user);
  expect(active.sort()).toEqual(['anna', 'lea']);
});

test('whoever had blocked the app and is still listed is tried again', async () => {
  await added(SALES);
  it.connector.roster(SALES, [member('ben')]);
  await it.teams.list();
  const key = { platform: 'teams', team: TENANT, user: 'ben' } as const;
  await it.store.accounts.mark(key, { reachable: false });
  await it.teams.list();
  expect((await account('ben'))?.reachable).toBe(true);
});

test('two teams of one name are two groups; a renamed one has its new name', async () => {
  await added(SALES, 'Équipe Nord');
  await added('19:b', 'Équipe Nord');
  await it.post(
    event('conversationUpdate', '19:b', 'Süd / Nord', {
      channelData: {
        eventType: 'teamRenamed',
        tenant: { id: TENANT },
        team: { id: '19:b', name: 'Süd / Nord' },
      },
    }),
  );
  await added('19:c', 'Équipe Nord');
  const { groups } = await it.teams.list();
  expect(groups?.map(({ id }) => id).sort()).toEqual(['equipe-nord', 'equipe-nord-2', 'sud-nord']);
});

test('a team that the app was taken out of is listed no more, told or not', async () => {
  await added(SALES);
  await added('19:b', 'B');
  await it.post(event('conversationUpdate', SALES, 'S', { membersRemoved: [{ id: BOT }] }));
  it.connector.plan({ status: 403, code: 'BotNotInConversationRoster' });
  expect(await it.teams.list()).toEqual({ listed: [], groups: [] });
  expect(it.told.join()).toContain('taken out of a team');
  it.connector.calls.length = 0;
  await it.teams.list();
  expect(it.connector.calls).toEqual([]);
});

test('a roster that can’t be read names the team, and changes nothing', async () => {
  await added(SALES);
  it.connector.roster(SALES, crew(0, 3));
  await it.teams.list();
  const before = await it.store.accounts.list('teams');
  it.connector.always({ status: 401 });
  await expect(it.teams.list()).rejects.toThrow('Field Sales');
  expect(await it.store.accounts.list('teams')).toEqual(before);
});

test('a limit on rosters is waited for', async () => {
  await added(SALES);
  it.connector.roster(SALES, crew(0, 3));
  it.connector.plan({ status: 429, retryAfter: 1 }, { status: 503 });
  expect((await it.teams.list()).listed).toHaveLength(3);
});

test('who joins or leaves a team makes the organisation be read anew, once for many', async () => {
  await added(SALES);
  await expect.poll(() => it.changes.count, { timeout: 3000 }).toBe(1);
  for (const list of ['membersAdded', 'membersRemoved', 'membersAdded']) {
    await it.post(inTeam('anna', SALES, { type: 'conversationUpdate', [list]: [{ id: '29:x' }] }));
  }
  await expect.poll(() => it.changes.count, { timeout: 3000 }).toBe(2);
  expect(it.connector.calls).toEqual([]);
});
