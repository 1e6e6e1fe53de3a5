/** Sending and changing messages over a Connector of our own. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../src/message/message.ts';
import { BOT, TENANT, type Tenant, tenant } from '../support/teams/tenant.ts';

const say = (text: string): Message => ({ summary: text, blocks: [{ kind: 'text', text }] });
const ABOUT = { delivery: 'd1', round: 'r1', kind: 'question' } as const;

let it: Tenant;
beforeEach(async () => {
  it = await tenant();
  await it.settle('anna');
});
afterEach(() => it.close());

const address = async (person = 'anna') => {
  const sent = await it.teams.send(person, say('Hello'), ABOUT);
  if (!('sent' in sent)) throw new Error(sent.refused);
  return sent.sent;
};

/** Somebody whom a roster has named, and who has never spoken with the bot. */
async function unseen(person: string) {
  const key = { platform: 'teams', team: TENANT, user: person } as const;
  await it.store.accounts.put([{ ...key, name: person, active: true }]);
  await it.store.accounts.link([{ key, person }]);
  const place = { serviceUrl: it.connector.url, tenant: TENANT, bot: BOT, user: `29:${person}` };
  await it.store.accounts.mark(key, { place: JSON.stringify(place) });
  return key;
}

test('a message is a card with a summary, in the chat that is known, with our token', async () => {
  expect(await address()).toBe('a:anna/1');
  const [posted] = it.connector.said('a:anna');
  expect(posted?.activity).toMatchObject({
    type: 'message',
    summary: 'Hello',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
  });
  expect(it.connector.calls[0]?.authorization).toBe('Bearer outbound');
});

test('somebody never seen gets a chat of their own, which is remembered', async () => {
  const key = await unseen('ben');
  expect(await address('ben')).toBe('a:29:ben/1');
  const [create, post] = it.connector.calls;
  expect(create).toMatchObject({
    path: '/v3/conversations',
    body: {
      isGroup: false,
      bot: { id: BOT },
      members: [{ id: '29:ben' }],
      tenantId: TENANT,
      channelData: { tenant: { id: TENANT } },
    },
  });
  expect(post?.method).toBe('POST');
  expect((await it.store.accounts.get(key))?.place).toContain('a:29:ben');
  it.connector.calls.length = 0;
  await address('ben');
  expect(it.connector.calls).toHaveLength(1);
});

test('a chat that can’t be opened is tried again, as nothing was posted', async () => {
  await unseen('ben');
  for (const status of [500, 502, 504, 'reset'] as const) {
    it.connector.calls.length = 0;
    it.connector.plan({ status });
    expect(await it.teams.send('ben', say('Hello'), ABOUT)).toMatchObject({ refused: 'busy' });
    expect(it.connector.calls).toHaveLength(1);
  }
  it.connector.plan({ status: 400, code: 'BadArgument' });
  expect(await it.teams.send('ben', say('Hello'), ABOUT)).toEqual({ refused: 'unreachable' });
});

test('a chat that was opened before a post failed is not opened again', async () => {
  await unseen('ben');
  it.connector.plan('well', { status: 502 });
  await expect(it.teams.send('ben', say('Hello'), ABOUT)).rejects.toThrow('HTTP 502');
  it.connector.calls.length = 0;
  expect(await address('ben')).toBe('a:29:ben/1');
  expect(it.connector.calls).toHaveLength(1);
});

test('an opened chat that has no name is none', async () => {
  await unseen('ben');
  it.connector.plan({ status: 201 });
  expect(await it.teams.send('ben', say('Hello'), ABOUT)).toMatchObject({ refused: 'busy' });
  expect(it.connector.calls).toHaveLength(1);
});

test('somebody without any place, or on nobody’s account, is unreachable', async () => {
  await it.store.accounts.put([
    { platform: 'teams', team: TENANT, user: 'lea', name: 'Lea', active: true },
  ]);
  await it.store.accounts.link([
    { key: { platform: 'teams', team: TENANT, user: 'lea' }, person: 'lea' },
  ]);
  expect(await it.teams.send('lea', say('Hello'), ABOUT)).toEqual({ refused: 'unreachable' });
  expect(await it.teams.send('nobody', say('Hello'), ABOUT)).toEqual({ refused: 'unreachable' });
  expect(it.connector.calls).toEqual([]);
});

test('an account of a tenant that is served no more is not written to', async () => {
  await it.close();
  it = await tenant({ tenantId: 'cccccccc-0000-0000-0000-000000000003' });
  await it.settle('anna');
  expect(await it.teams.send('anna', say('Hello'), ABOUT)).toEqual({ refused: 'unreachable' });
});

test('a message is replaced in place, by its owner alone', async () => {
  const [first, second] = [await address(), await address()];
  await it.settle('ben');
  await it.teams.replace('anna', first, say('Sealed'));
  await it.teams.replace('ben', second, say('Not yours'));
  const said = it.connector.said('a:anna').map(({ activity }) => activity.summary);
  expect(said).toEqual(['Sealed', 'Hello']);
});

test('a message that is gone, or whose reader is, is no error; one that can’t be changed is', async () => {
  await it.teams.replace('anna', 'a:anna/99', say('Sealed'));
  await it.teams.replace('anna', 'nonsense', say('Sealed'));
  it.connector.plan({ status: 403, code: 'MessageWritesBlocked' });
  await it.teams.replace('anna', 'a:anna/1', say('Sealed'));
  it.connector.plan({ status: 401 });
  await expect(it.teams.replace('anna', 'a:anna/1', say('Sealed'))).rejects.toThrow('HTTP 401');
});

test('a change is repeated after a limit or a failure, as it does no harm twice', async () => {
  const first = await address();
  it.connector.calls.length = 0;
  it.connector.plan({ status: 429, retryAfter: 1 }, { status: 502 });
  await it.teams.replace('anna', first, say('Sealed'));
  expect(it.connector.calls).toHaveLength(3);
  expect(it.connector.said('a:anna').map(({ activity }) => activity.summary)).toEqual(['Sealed']);
});

test('what is being posted is waited for at the end', async () => {
  const sending = it.teams.send('anna', say('Hello'), ABOUT);
  await it.teams.close();
  await expect(sending).resolves.toEqual({ sent: 'a:anna/1' });
  await it.teams.close();
});
