/** Who is let in: the tokens of Teams for this app, from this company, and nobody else. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { activity, typed } from '../support/teams/activities.ts';
import type { Token } from '../support/teams/open-id.ts';
import { sent, type Tenant, tenant } from '../support/teams/tenant.ts';

/** What a library prints; it is replaced before the adapter looks at it. */
const printed: unknown[][] = [];
console.error = (...words: unknown[]) => void printed.push(words);

let it: Tenant;
beforeEach(async () => {
  printed.length = 0;
  it = await tenant();
  await it.settle('anna');
});
afterEach(() => it.close());

const bearer = (token: Token = {}) => ({ authorization: `Bearer ${it.ids.token(token)}` });

test('a valid token is let in', async () => {
  expect(await it.post(typed('anna', 'help'))).toMatchObject({ status: 200, text: '' });
  expect(it.replies).toEqual([{ kind: 'command', person: 'anna', text: 'help' }]);
});

test('a token that expired two minutes ago is let in, as clocks differ', async () => {
  expect(await it.post(typed('anna', 'help'), bearer({ expires: -120 }))).toMatchObject({
    status: 200,
  });
});

test.each<[string, () => Record<string, string>]>([
  ['no header', () => ({})],
  ['of another app', () => bearer({ audience: 'another-app' })],
  ['of another issuer', () => bearer({ issuer: 'https://evil.example' })],
  ['expired ten minutes ago', () => bearer({ expires: -600 })],
  ['for another service', () => bearer({ serviceUrl: 'https://evil.example/' })],
  ['of an unknown key', () => bearer({ kid: 'unknown' })],
  ['of a key not endorsed for Teams', () => bearer({ key: 'unendorsed' })],
  ['signed with another key', () => bearer({ key: 'foreign', kid: 'known' })],
  ['not signed at all', () => bearer({ algorithm: 'none' })],
  ['garbage', () => ({ authorization: 'Bearer abc' })],
  ['of another scheme', () => ({ authorization: 'Basic YTpi' })],
  ['longer than any token', () => ({ authorization: `Bearer ${'a'.repeat(15_000)}.b.c` })],
  [
    'that claims to be of the emulator',
    () => bearer({ issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
  ],
])('a token %s gets a bare 401 and reaches nobody', async (_name, headers) => {
  const answer = await it.post(typed('anna', 'a secret'), headers());
  expect(answer).toMatchObject({ status: 401, text: '' });
  expect(it.replies).toEqual([]);
  expect(it.connector.calls).toEqual([]);
  expect(printed).toEqual([]);
  expect(it.told.join()).not.toContain('a secret');
});

test('a hundred forged requests are one line and a count, and nothing is printed', async () => {
  for (let i = 0; i < 100; i++)
    await it.post(typed('anna', 'x'), bearer({ key: 'foreign', kid: 'known' }));
  expect(printed).toEqual([]);
  console.error('what anybody else prints');
  expect(printed).toHaveLength(1);
  expect(it.told).toHaveLength(1);
  expect(it.told[0]).toContain('MicrosoftAppId');
});

test('the channel in a body can’t choose by which rules its token is checked', async () => {
  for (const channelId of ['AseChannel', 'emulator', 'webchat', 'directline']) {
    const answer = await it.post({ ...typed('anna', 'help'), channelId });
    expect([400, 401]).toContain(answer.status);
    expect(answer.text).toBe('');
  }
  expect(it.replies).toEqual([]);
});

test('another tenant is refused, and nothing of it is kept', async () => {
  const foreign = 'bbbbbbbb-0000-0000-0000-000000000002';
  const answer = await it.post(
    activity('mallory', {
      type: 'message',
      text: 'hi',
      conversation: { id: 'a:m', conversationType: 'personal', tenantId: foreign },
      channelData: { tenant: { id: foreign } },
    }),
  );
  expect(answer).toMatchObject({ status: 403, text: '' });
  expect(await it.store.accounts.list('teams')).toHaveLength(1);
  expect(it.replies).toEqual([]);
});

test('an activity that names two tenants, or none, is refused', async () => {
  const two = { ...typed('anna', 'hi'), channelData: { tenant: { id: 'other' } } };
  const none = { ...typed('anna', 'hi'), conversation: { id: 'a:anna' }, channelData: {} };
  expect(await it.post(two)).toMatchObject({ status: 400, text: '' });
  expect(await it.post(none)).toMatchObject({ status: 400, text: '' });
  expect(it.replies).toEqual([]);
});

test('a body of more than a megabyte is refused before it is looked at', async () => {
  const body = JSON.stringify({
    ...typed('anna', 'x'.repeat(1_100_000)),
    serviceUrl: it.connector.url,
  });
  const answer = await sent(it.url, body, bearer()).catch(() => ({ status: 413 }));
  expect(answer.status).toBe(413);
  expect(it.replies).toEqual([]);
});

test.each(['', 'null', '[]', '"x"', '{', '{"__proto__":{"type":"message"}}', '\u0000'])(
  'a body %j is refused, and the next request is answered',
  async (body) => {
    const answer = await sent(it.url, body, bearer());
    expect([400, 401]).toContain(answer.status);
    expect(answer.text).toBe('');
    expect(await it.post(typed('anna', 'help'))).toMatchObject({ status: 200 });
  },
);

test('other paths and methods are not found', async () => {
  expect((await fetch(it.url)).status).toBe(405);
  expect((await fetch(it.url.replace('messages', 'other'), { method: 'POST' })).status).toBe(404);
});

test('keys that can’t be read are a 503, and the operator is told where to look', async () => {
  await it.close();
  it = await tenant({ endpoints: { openIdMetadata: 'http://127.0.0.1:9/none' } });
  expect(await it.post(typed('anna', 'help'))).toMatchObject({ status: 503, text: '' });
  expect(it.told.join()).toContain('login.botframework.com');
});
