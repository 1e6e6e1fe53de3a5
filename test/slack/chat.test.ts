/** Posting to people on Slack: where it lies, what becomes of it, and that it is there once. */
import { expect, test } from 'vitest';
import { asked, given, question, text, until, withChart } from './given.ts';

const about = { delivery: 'd1', round: 'r1', kind: 'question' } as const;

test('a message goes to the user, with a random id and nothing else as metadata', async () => {
  const g = await given();
  const sent = await g.adapter.send('p-U1', question, about);
  const [message] = g.fake.user('U1').messages();
  expect(sent).toEqual({ sent: `T1/${message?.channel}/${message?.ts}` });
  const call = g.fake.calls.find(({ method }) => method === 'chat.postMessage');
  expect(call?.args.channel).toBe('U1');
  const stored = g.fake.world.messages[0];
  expect(stored?.metadata).toEqual({
    event_type: 'soundings_delivery',
    event_payload: { d: 'd1' },
  });
  const [account] = await g.store.accounts.of('p-U1');
  expect(account?.place).toBe(message?.channel);
  expect(g.fake.calls.some(({ method }) => method === 'conversations.open')).toBe(false);
});

test('a person of no workspace can not be reached', async () => {
  const g = await given();
  expect(await g.adapter.send('nobody', question, about)).toEqual({ refused: 'unreachable' });
});

test('whoever is disabled is not written to again until they are seen again', async () => {
  const g = await given();
  g.fake.next('chat.postMessage', { error: 'channel_not_found' });
  expect(await g.adapter.send('p-U1', question, about)).toEqual({ refused: 'unreachable' });
  expect((await g.store.accounts.of('p-U1'))[0]?.reachable).toBe(false);
  const calls = g.fake.calls.length;
  expect(await g.adapter.send('p-U1', question, about)).toEqual({ refused: 'unreachable' });
  expect(g.fake.calls.length).toBe(calls);
  await g.fake.user('U1').command('/soundings', 'help');
  await until(() => g.replies.length === 1);
  expect(await g.adapter.send('p-U1', question, about)).toHaveProperty('sent');
});

test.each([
  ['HTTP 429', { ratelimited: 7 }, { refused: 'busy', retryAfter: 7 }],
  ['ratelimited in the body', { ratelimited: 7, status: 200 }, { refused: 'busy', retryAfter: 30 }],
  ['a missing scope', { error: 'missing_scope' }, { refused: 'forbidden' }],
  ['a revoked token', 'token_revoked', { refused: 'forbidden' }],
] as const)('%s posts nothing, and says when or who', async (_, wish, expected) => {
  const g = await given();
  g.fake.next('chat.postMessage', wish);
  expect(await g.adapter.send('p-U1', question, about)).toEqual(expected);
  expect(g.fake.user('U1').messages()).toHaveLength(0);
});

test.each(['drop-after', '500-after'] as const)(
  'a message posted before the answer was lost (%s) is thrown, sent once, and found again',
  async (wish) => {
    const g = await given();
    g.fake.next('chat.postMessage', wish);
    await expect(g.adapter.send('p-U1', question, about)).rejects.toThrow('not known');
    expect(g.fake.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    const [message] = g.fake.user('U1').messages();
    expect(g.adapter.canFind).toBe(true);
    expect(await g.adapter.find('p-U1', 'd1')).toBe(`T1/${message?.channel}/${message?.ts}`);
    expect(await g.adapter.find('p-U1', 'd2')).toBeUndefined();
  },
);

test.each(['drop-before', 503, 'fatal_error', 'internal_error'] as const)(
  'where it is not known whether it was posted (%s) it is thrown, and not found',
  async (wish) => {
    const g = await given();
    g.fake.next('chat.postMessage', wish);
    await expect(g.adapter.send('p-U1', question, about)).rejects.toThrow('not known');
    expect(await g.adapter.find('p-U1', 'd1')).toBeUndefined();
  },
);

test('without the scopes to look messages up, none is looked for', async () => {
  const scopes = ['chat:write', 'users:read', 'commands'];
  const g = await given({ fake: { tokens: [{ token: 'xoxb-test', scopes }] } });
  expect(g.adapter.canFind).toBe(false);
  expect(g.told.join()).toContain('im:write, im:history');
  expect(await g.adapter.send('p-U1', question, about)).toHaveProperty('sent');
});

test('a chart that the workspace does not take is left out, there and for the rest of the day', async () => {
  const g = await given({ fake: { charts: false } });
  expect(await g.adapter.send('p-U1', withChart, about)).toHaveProperty('sent');
  await g.adapter.send('p-U1', withChart, { ...about, delivery: 'd2' });
  const tries = g.fake.calls.filter(({ method }) => method === 'chat.postMessage');
  expect(tries).toHaveLength(3);
  expect(g.fake.user('U1').messages()).toHaveLength(2);
  expect(JSON.stringify(g.fake.user('U1').messages()[0]?.blocks)).toContain('60 % favourable');
});

test('a chart that the workspace takes is drawn', async () => {
  const g = await given();
  await g.adapter.send('p-U1', withChart, about);
  expect(JSON.stringify(g.fake.user('U1').messages()[0]?.blocks)).toContain('data_visualization');
});

test('two messages to one person are a second apart', async () => {
  const g = await given();
  const began = performance.now();
  await g.adapter.send('p-U1', question, about);
  await g.adapter.send('p-U1', question, { ...about, delivery: 'd2' });
  expect(performance.now() - began).toBeGreaterThan(950);
});

test('a message is replaced where it lies, and one that is gone is no error', async () => {
  const g = await given();
  const shown = await asked(g);
  const address = `T1/${shown.channel}/${shown.ts}`;
  await g.adapter.replace('p-U1', address, text('Closed.'));
  expect(g.fake.user('U1').messages()[0]?.text).toBe('Closed.');
  await g.adapter.replace('p-U1', `T1/${shown.channel}/1.000001`, text('Closed.'));
  await g.adapter.replace('p-U1', 'T9/D9/1.000001', text('Closed.'));
});

test('whoever is in two workspaces is written to in one, and in the other if that is shut', async () => {
  const teams = [
    { id: 'T1', name: 'Acme', domain: 'acme' },
    { id: 'T2', name: 'Acme Labs', domain: 'labs' },
  ];
  const g = await given({
    fake: {
      teams,
      users: [
        { id: 'U1', name: 'ada' },
        { id: 'U2', name: 'ada', team_id: 'T2' },
      ],
      tokens: [
        { token: 'xoxb-1', team: 'T1' },
        { token: 'xoxb-2', team: 'T2' },
      ],
    },
    options: { access: OAUTH },
  });
  for (const [id, token] of [
    ['T1', 'xoxb-1'],
    ['T2', 'xoxb-2'],
  ] as const) {
    const installed = { id, isOrg: false, token };
    const bytes = new TextEncoder().encode(JSON.stringify(installed));
    await g.store.installations.put(
      'slack',
      id,
      bytes.map((byte) => byte ^ 0xff),
    );
  }
  const key = { platform: 'slack', team: 'T2', user: 'U2' } as const;
  await g.store.accounts.link([{ key, person: 'p-U1' }]);
  g.fake.next('chat.postMessage', { error: 'messages_tab_disabled' });
  expect(await g.adapter.send('p-U1', question, about)).toHaveProperty('sent');
  expect(g.fake.user('U1').messages()).toHaveLength(0);
  expect(g.fake.user('U2').messages()).toHaveLength(1);
});

const OAUTH = {
  clientId: '1.2',
  clientSecret: 'secret',
  stateSecret: 'state',
  redirectUri: 'https://soundings.example.com/slack/oauth_redirect',
};

test('while the workspace takes no more, Slack is not even asked', async () => {
  const g = await given();
  g.fake.next('chat.postMessage', { ratelimited: 5 });
  await g.adapter.send('p-U1', question, about);
  const calls = g.fake.calls.length;
  expect(await g.adapter.send('p-U1', question, about)).toEqual({ refused: 'busy', retryAfter: 5 });
  expect(g.fake.calls.length).toBe(calls);
});
