/** What the fake Slack refuses and how it fails: signatures, Block Kit, rates, scopes, lost answers. */
import { afterEach, expect, test } from 'vitest';
import { once, overHttp } from '../support/slack/bare-bolt.ts';
import { ALL_SCOPES, type FakeOptions, type FakeSlack, fakeSlack } from '../support/slack/fake.ts';
import { buttons, words } from '../support/slack/pieces.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function slack(options: FakeOptions = {}): Promise<FakeSlack> {
  const fake = await fakeSlack(options);
  open.push(async () => {
    await fake.stop();
    expect(fake.faults).toEqual([]);
  });
  return fake;
}

async function bolt(fake: FakeSlack) {
  const { app, stop } = await overHttp(fake);
  open.push(stop);
  return app;
}

test('a request with a wrong, missing or old signature is turned away', async () => {
  const fake = await slack();
  const app = await bolt(fake);
  app.command('/soundings', ({ ack }) => ack('hello'));
  expect(await fake.user('U1').command('/soundings', 'help')).toMatchObject({ status: 200 });
  expect(await fake.replay()).toMatchObject({ status: 200 });
  for (const how of [{ signature: 'bad' }, { signature: 'none' }, { timestamp: -600 }] as const) {
    expect(await fake.post('command=%2Fsoundings', how)).toMatchObject({ status: 401 });
  }
});

test('blocks that Slack refuses are refused in its own words', async () => {
  const fake = await slack({ charts: false, rates: 'none' });
  const client = once(fake);
  const posting = (blocks: unknown) =>
    client
      .apiCall('chat.postMessage', { channel: 'U1', text: 'x', blocks })
      .catch((error: { data: { error: string; response_metadata: { messages: string[] } } }) => ({
        error: error.data.error,
        messages: error.data.response_metadata?.messages,
      }));
  expect(await posting([buttons('x'.repeat(76))])).toEqual({
    error: 'invalid_blocks',
    messages: [
      '[ERROR] must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
  });
  const chart = { type: 'pie', segments: [{ label: 'a', value: 1 }] };
  for (const [block, says] of [
    [{ type: 'rating' }, 'unsupported type: rating'],
    [{ type: 'section' }, 'missing required field: text'],
    [{ type: 'section', text: words('') }, 'must be more than 0 characters'],
    [buttons('1', '1'), '`action_id` already exists'],
    [{ type: 'data_visualization', title: 't', chart }, 'unsupported type: data_visualization'],
  ] as const) {
    expect(await posting([block])).toMatchObject({ error: 'invalid_blocks' });
    expect(JSON.stringify(await posting([block]))).toContain(says);
  }
  const many = Array.from({ length: 51 }, () => ({ type: 'divider' }));
  expect(JSON.stringify(await posting(many))).toContain('no more than 50 items allowed');
  expect(JSON.stringify(await posting([buttons('1'), buttons('2')]))).toContain(
    '/blocks/1/block_id',
  );
  expect(await posting('not blocks')).toMatchObject({ error: 'invalid_blocks_format' });
  expect(fake.user('U1').messages()).toEqual([]);
  fake.world.charts = true;
  expect(await posting([{ type: 'data_visualization', title: 't', chart }])).toMatchObject({
    ok: true,
  });
}, 30_000);

test('a message whose answer was lost on the way is found by its metadata', async () => {
  const fake = await slack();
  const client = once(fake);
  const metadata = { event_type: 'soundings_delivery', event_payload: { d: 'r4nd0m' } };
  const send = () => client.chat.postMessage({ channel: 'U1', text: 'How?', metadata });
  fake.next('chat.postMessage', 'drop-before');
  await expect(send()).rejects.toThrow();
  const { channel } = await client.conversations.open({ users: 'U1' });
  const found = async () => {
    const all = { channel: channel?.id ?? '', include_all_metadata: true, oldest: '0', limit: 20 };
    const { messages = [] } = await client.conversations.history(all);
    return messages.map((each) => each.metadata?.event_payload);
  };
  expect(await found()).toEqual([]);
  fake.next('chat.postMessage', 'drop-after');
  await expect(send()).rejects.toThrow();
  expect(await found()).toEqual([{ d: 'r4nd0m' }]);
  for (const wish of [500, 'fatal_error', { ratelimited: 3, status: 200 }] as const) {
    fake.next('chat.postMessage', wish);
    await expect(send()).rejects.toThrow();
  }
  fake.next('chat.postMessage', 'timeout');
  const hasty = once(fake, 'xoxb-test', 200).chat.postMessage({ channel: 'U1', text: 'How?' });
  await expect(hasty).rejects.toThrow();
  expect(await found()).toHaveLength(1);
  expect(await client.conversations.history({ channel: channel?.id ?? '' })).not.toHaveProperty(
    'messages.0.metadata',
  );
});

test('one message a second in a channel, and so many a minute in a workspace', async () => {
  let now = 1_800_000_000_000;
  const users = Array.from({ length: 6 }, (_, at) => ({ id: `U${at + 1}` }));
  const fake = await slack({ users, now: () => now, rates: { workspacePerMinute: 6 } });
  const post = (channel: string) =>
    once(fake)
      .chat.postMessage({ channel, text: 'x' })
      .then(
        () => 'sent',
        (error: { retryAfter: number }) => error.retryAfter,
      );
  expect([await post('U1'), await post('U1'), await post('D1'), await post('U1')]).toEqual([
    'sent',
    'sent',
    'sent',
    1,
  ]);
  now += 1000;
  expect(await post('U1')).toBe('sent');
  expect([await post('U2'), await post('U3'), await post('U4')]).toEqual(['sent', 'sent', 59]);
  fake.next('users.info', { ratelimited: 7 });
  await expect(once(fake).users.info({ user: 'U1' })).rejects.toMatchObject({ retryAfter: 7 });
});

test('scopes, tokens and workspaces are checked', async () => {
  const fake = await slack({
    teams: [
      { id: 'T1', name: 'Acme', domain: 'acme' },
      { id: 'T2', name: 'Umbrella', domain: 'umbrella' },
    ],
    users: [{ id: 'U1' }, { id: 'U2', team_id: 'T2' }, { id: 'U3', is_restricted: true }],
    tokens: [{ token: 'xoxb-test' }, { token: 'xoxb-few', scopes: ['chat:write'] }],
  });
  const few = once(fake, 'xoxb-few');
  await expect(few.users.list({ limit: 200 })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'users:read', provided: 'chat:write' },
  });
  await expect(few.chat.postMessage({ channel: 'U2', text: 'x' })).rejects.toThrow(
    'channel_not_found',
  );
  const test = await once(fake).auth.test();
  expect(test.response_metadata?.scopes).toEqual([...ALL_SCOPES]);
  const members: (string | undefined)[] = [];
  for await (const page of once(fake).paginate('users.list', { limit: 2 })) {
    const { members: some } = page as { members?: { id: string }[] };
    members.push(...(some ?? []).map((each) => each.id));
  }
  expect(members).toEqual(['USLACKBOT', 'U0BOT', 'U1', 'U3']);
  await expect(once(fake).users.list({})).rejects.toThrow('limit_required');
  await expect(once(fake, 'xoxb-wrong').auth.test()).rejects.toThrow('invalid_auth');
  await expect(once(fake, 'xapp-test').auth.test()).rejects.toThrow('not_allowed_token_type');
  fake.token('xoxb-few', 'inactive');
  await expect(few.auth.test()).rejects.toThrow('account_inactive');
  await once(fake).auth.revoke();
  await expect(once(fake).auth.test()).rejects.toThrow('token_revoked');
});

test('the fake never answers with an error that the method does not document', async () => {
  const fake = await fakeSlack();
  fake.next('auth.test', { error: 'user_not_found' });
  await expect(once(fake).auth.test()).rejects.toThrow();
  expect(fake.faults).toHaveLength(1);
  await fake.stop();
});
