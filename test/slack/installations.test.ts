/** Several workspaces by OAuth: installed by an administrator, kept sealed, and gone when the app is removed. */
import { expect, test } from 'vitest';
import { asked, given, text, turned, until } from './given.ts';

const OAUTH = {
  clientId: '1.2',
  clientSecret: 'secret',
  stateSecret: 'state',
  redirectUri: 'http://127.0.0.1/slack/oauth_redirect',
};
const teams = [
  { id: 'T1', name: 'Acme', domain: 'acme' },
  { id: 'T2', name: 'Labs', domain: 'labs' },
];
const users = [
  { id: 'U1', name: 'ada' },
  { id: 'U2', name: 'bob', team_id: 'T2' },
];

function installedIn(fake: object = {}) {
  return given({ fake: { teams, users, ...fake }, options: { access: OAUTH } });
}

/** What an administrator's browser does. */
async function install({ address }: { address: string }, team?: string) {
  const page = await fetch(`${address}/slack/install`);
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const link = /href="([^"]*authorize[^"]*)"/.exec(await page.text())?.[1] ?? '';
  const authorize = new URL(link.replaceAll('&amp;', '&'));
  if (team) authorize.searchParams.set('team', team);
  const back = await fetch(authorize, { redirect: 'manual' });
  const to = new URL(back.headers.get('location') ?? '');
  const done = await fetch(`${address}${to.pathname}${to.search}`, { headers: { cookie } });
  return { scopes: authorize.searchParams.get('scope'), done };
}

test('an administrator installs the app with the scopes of the manifest, and it works at once', async () => {
  const g = await installedIn();
  await g.fake.user('U1').command('/soundings', 'help');
  await until(() => g.told.some((line) => line.includes('not installed')));
  expect(g.replies).toEqual([]);
  const { scopes, done } = await install(g);
  expect(done.status).toBe(200);
  expect(scopes).toBe(
    'chat:write,im:write,im:history,users:read,commands,users:read.email,usergroups:read',
  );
  await until(() => g.changes() === 1);
  g.react = () => ({ replace: text('Sealed.') });
  await g.fake.user('U1').click(await asked(g), 'Bad');
  await until(() => g.fake.user('U1').messages()[0]?.text === 'Sealed.');
});

test('a token is sealed before it is stored', async () => {
  const g = await installedIn();
  await install(g);
  const [kept] = await g.store.installations.list('slack');
  expect(kept?.id).toBe('T1');
  expect(Buffer.from(kept?.sealed ?? []).toString()).not.toContain('xoxb');
  const open = Buffer.from(turned.open(kept?.sealed ?? new Uint8Array())).toString();
  expect(Object.keys(JSON.parse(open)).sort()).toEqual(
    ['botId', 'botUserId', 'id', 'isOrg', 'scopes', 'token'].sort(),
  );
});

test('a token sealed with another key says what to do', async () => {
  const g = await installedIn();
  await g.store.installations.put('slack', 'T1', new Uint8Array([1, 2, 3]));
  await expect(
    g.adapter.send('p-U1', text('x'), { delivery: 'd', round: 'r', kind: 'question' }),
  ).rejects.toThrow(/T1 can't be opened.*\/slack\/install/);
  expect(await g.adapter.list()).toEqual({ listed: [], groups: [] });
});

test('an install that nobody began here is refused', async () => {
  const g = await installedIn();
  const done = await fetch(`${g.address}/slack/oauth_redirect?code=x&state=y`);
  expect(done.status).toBe(400);
  expect(await g.store.installations.list('slack')).toEqual([]);
});

test.each(['app_uninstalled', 'tokens_revoked'] as const)(
  'when the app is removed (%s first) its token and accounts are gone, those of others not',
  async (first) => {
    const g = await installedIn();
    await install(g);
    await install(g, 'T2');
    expect(await g.store.installations.list('slack')).toHaveLength(2);
    await g.fake.uninstall('T1', first);
    await until(() => g.told.some((line) => line.includes('removed')));
    await until(() => g.fake.deliveries.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await g.store.installations.list('slack')).map(({ id }) => id)).toEqual(['T2']);
    expect((await g.store.accounts.list('slack')).map(({ team }) => team)).toEqual(['T2']);
  },
);

test('tokens of single people that are revoked change nothing', async () => {
  const g = await installedIn();
  await install(g);
  await g.fake.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } });
  await g.fake.user('U1').command('/soundings', 'help');
  await until(() => g.replies.length === 1);
  expect(await g.store.installations.list('slack')).toHaveLength(1);
});

test('an org-wide installation serves all its workspaces under the organisation’s id', async () => {
  const enterprise = { id: 'E1', name: 'Acme Group' };
  const org = teams.map((team) => ({ ...team, enterprise, orgInstall: true }));
  const g = await installedIn({ teams: org });
  await install(g);
  expect((await g.store.installations.list('slack')).map(({ id }) => id)).toEqual(['E1']);
  g.react = () => ({ say: text('Hello.') });
  await g.fake.user('U2').command('/soundings', 'help');
  await until(() => g.replies.length === 1);
  expect(g.replies[0]).toMatchObject({ person: 'p-U2' });
});

test('one workspace by its token: when the app is removed, nobody is written to', async () => {
  const g = await given();
  await g.fake.uninstall();
  await until(() => g.told.some((line) => line.includes('SLACK_BOT_TOKEN')));
  expect(await g.store.accounts.list('slack')).toEqual([]);
});
