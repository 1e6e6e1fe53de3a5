/** Starting and stopping the adapter, and what a Slack-only install pays for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { TeamsOptions } from '../../adapters/teams/options.ts';
import { executed, typed } from '../support/teams/activities.ts';
import { sent, type Tenant, tenant } from '../support/teams/tenant.ts';

const ROOT = join(import.meta.dirname, '../..');

const closing: Tenant[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});
const open = async (more: Partial<TeamsOptions> = {}) => {
  const opened = await tenant(more);
  closing.push(opened);
  return opened;
};
const HELP = { kind: 'action', about: '', action: 'privacy' };

test.each<[string, Partial<TeamsOptions>, string]>([
  ['an app id', { appId: '' }, 'MicrosoftAppId'],
  ['a blank app id', { appId: '  ' }, 'MicrosoftAppId'],
  ['a tenant', { tenantId: '' }, 'MicrosoftAppTenantId'],
  ['a password or certificate', { appPassword: '' }, 'MicrosoftAppPassword'],
])('without %s it refuses to start, and names the variable', async (_name, more, variable) => {
  await expect(tenant(more)).rejects.toThrow(variable);
});

test('a managed identity needs no password, and refuses one', async () => {
  await expect(tenant({ appType: 'UserAssignedMsi' })).rejects.toThrow('must not be set');
  await open({ appType: 'UserAssignedMsi', appPassword: '' });
});

test('in test mode no token is asked for, and none is sent', async () => {
  const it = await open({ anonymous: true, appId: '' });
  await it.settle('anna');
  it.answerWith(() => ({ say: { summary: 'Help', blocks: [{ kind: 'text', text: 'Help' }] } }));
  expect(await it.post(typed('anna', 'help'), {})).toMatchObject({ status: 200 });
  expect(it.connector.said('a:anna')).toHaveLength(1);
  expect(it.connector.calls[0]?.authorization).toBeUndefined();
});

test('another tenant is served where it is configured', async () => {
  const other = 'bbbbbbbb-0000-0000-0000-000000000002';
  const it = await open({ tenants: [other] });
  const there = {
    conversation: { id: 'a:zoe', conversationType: 'personal', tenantId: other },
    channelData: { tenant: { id: other } },
  };
  expect(await it.post(typed('zoe', 'help', there))).toMatchObject({ status: 200 });
  expect(await it.store.accounts.list('teams')).toMatchObject([{ team: other, user: 'zoe' }]);
});

test('closing, it answers what is in hand and takes no more', async () => {
  const it = await open();
  await it.settle('anna');
  let finish = () => {};
  it.answerWith(
    () =>
      new Promise((resolve) => {
        finish = () => resolve({});
      }),
  );
  const answer = it.post(executed('anna', HELP));
  await expect.poll(() => it.replies).toHaveLength(1);
  const closed = it.teams.close();
  expect(await it.post(executed('anna', HELP))).toMatchObject({ status: 503, text: '' });
  finish();
  expect((await answer).json).toMatchObject({ statusCode: 200 });
  await closed;
});

test('a request that comes before anybody listens is a 503', async () => {
  const { teams } = await import('../../adapters/teams/connect.ts');
  const it = await open();
  const { createServer } = await import('node:http');
  const early = teams({
    appId: 'a',
    appPassword: 'p',
    tenantId: 't',
    appType: 'SingleTenant',
    accounts: it.store.accounts,
    organisation: 'O',
    locale: 'en',
    clock: () => new Date(),
    tell: () => {},
    peopleChanged: () => {},
  });
  const server = createServer(early.requests);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const answer = await sent(`http://127.0.0.1:${port}/api/messages`, '{}', {});
  expect(answer).toMatchObject({ status: 503, text: '' });
  await new Promise((resolve) => server.close(resolve));
});

test('only the two files that talk to botbuilder import it, and nobody imports the adapter but by its front door', () => {
  const files = ['src', 'adapters', 'scheduler'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  );
  const importing = (from: RegExp) =>
    files.filter((file) => from.test(readFileSync(join(ROOT, file), 'utf8'))).sort();
  expect(importing(/from '(botbuilder|botframework)/)).toEqual([
    'adapters/teams/authenticate.ts',
    'adapters/teams/connector.ts',
  ]);
  expect(importing(/^import .*adapters\/teams\/connect\.ts/m)).toEqual([]);
});
