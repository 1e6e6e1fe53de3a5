/** What comes over HTTP and is not Slack's, or not as Slack sends it: refused, told without content, nothing stored. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { asked, given, text, until } from './given.ts';

const command = (words: string) =>
  new URLSearchParams({
    command: '/soundings',
    text: words,
    user_id: 'U1',
    team_id: 'T1',
    response_url: 'http://127.0.0.1:1/',
  }).toString();

test.each([
  ['a wrong signature', { signature: 'bad' }],
  ['no signature', { signature: 'none' }],
  ['an old time', { timestamp: -301 }],
  ['a time to come', { timestamp: 302 }],
] as const)('%s is refused without a word', async (_, options) => {
  const g = await given();
  const ack = await g.fake.post(command('secret words'), options);
  expect(ack).toMatchObject({ status: 401, body: '' });
  expect(g.replies).toEqual([]);
  expect(g.told).toHaveLength(1);
  expect(g.told.join()).not.toContain('secret');
});

test('a request that was seen before is refused: an old click does not overrule a newer one', async () => {
  const g = await given();
  g.react = () => ({ replace: text('Sealed.') });
  await g.fake.user('U1').click(await asked(g), 'Bad');
  await until(() => g.replies.length === 1);
  const ack = await g.fake.replay();
  expect(ack).toMatchObject({ status: 401, body: '' });
  expect(g.replies).toHaveLength(1);
});

test('a body over a megabyte is refused', async () => {
  const g = await given();
  const ack = await g.fake.post(command('x'.repeat(1_100_000)));
  expect(ack.status).toBe(413);
  expect(g.replies).toEqual([]);
  expect((await g.fake.user('U1').command('/soundings', 'help')).status).toBe(200);
});

test.each([
  ['null', 'application/json'],
  ['{"half":', 'application/json'],
  ['[]', 'application/json'],
  ['{"event":null}', 'application/json'],
  ['{"event":"x"}', 'application/json'],
  ['payload=null', 'application/x-www-form-urlencoded'],
  ['payload=%7Bsecret', 'application/x-www-form-urlencoded'],
  ['payload=%7B%22actions%22%3A%5B%5D%7D', 'application/x-www-form-urlencoded'],
  ['payload=%7B%22actions%22%3Anull%7D', 'application/x-www-form-urlencoded'],
])('a malformed body (%s) is refused, and the process lives on', async (body, contentType) => {
  const g = await given();
  const ack = await g.fake.post(body, { contentType });
  expect(ack.status).toBe(400);
  expect(ack.body).toBe('');
  expect(g.told.join()).not.toContain('secret');
  expect((await g.fake.user('U1').command('/soundings', 'help')).status).toBe(200);
});

test('Slack’s challenge is answered, and its unsigned check of the certificate', async () => {
  const g = await given();
  const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
  const ack = await g.fake.post(challenge, { contentType: 'application/json' });
  expect(ack).toMatchObject({ status: 200, body: { challenge: 'abc' } });
  expect((await g.fake.post('ssl_check=1&token=x', { signature: 'none' })).status).toBe(200);
  expect((await g.fake.post('ssl_check=2&token=x', { signature: 'none' })).status).toBe(401);
});

test('any other address is not found, and before it listens nothing is taken', async () => {
  const g = await given({ quiet: true });
  expect((await fetch(`${g.address}/slack/events`)).status).toBe(503);
  await g.adapter.listen({ receive: async () => ({}) });
  expect((await fetch(`${g.address}/slack/elsewhere`)).status).toBe(404);
  expect((await fetch(`${g.address}/slack/events`)).status).toBe(404);
});

test('what is in hand is finished when it closes, and nothing more is taken', async () => {
  const g = await given();
  const shown = await asked(g);
  g.react = () => new Promise((resolve) => setTimeout(resolve, 500, { replace: text('Sealed.') }));
  await g.fake.user('U1').click(shown, 'Bad');
  await g.adapter.close();
  expect(g.fake.user('U1').messages()[0]?.text).toBe('Sealed.');
  expect((await g.fake.user('U1').command('/soundings', 'help')).status).toBe(503);
});

test('it closes within five seconds, whatever is in hand', async () => {
  const g = await given();
  g.react = () => new Promise(() => {});
  await g.fake.user('U1').click(await asked(g), 'Bad');
  const began = performance.now();
  await g.adapter.close();
  expect(performance.now() - began).toBeLessThan(6000);
}, 15_000);

test('a Slack that can not be reached is asked again, and the operator is told', async () => {
  const silent = createServer().listen(0);
  const { port } = silent.address() as AddressInfo;
  silent.close();
  const g = await given({ options: { apiUrl: `http://127.0.0.1:${port}/api/` } });
  expect(g.told).toEqual([expect.stringContaining("can't be reached (ECONNREFUSED)")]);
  const about = { delivery: 'd1', round: 'r1', kind: 'question' } as const;
  expect(await g.adapter.send('p-U1', text('Hello'), about)).toMatchObject({ refused: 'busy' });
  // What Slack sends is taken all the same.
  await g.fake.user('U1').command('/soundings', 'help');
  await until(() => g.replies.length === 1);
  let isAsked = false;
  const late = createServer((_, response) => {
    isAsked = true;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, team_id: 'T1', user_id: 'U0BOT', bot_id: 'B1' }));
  }).listen(port);
  await until(() => isAsked);
  expect(g.told).toHaveLength(1);
  late.closeAllConnections();
  late.close();
}, 15_000);

test('a wrong token names its variable, and nobody is written to', async () => {
  const g = await given({ options: { access: { token: 'xoxb-wrong' } } });
  expect(g.told).toEqual([expect.stringMatching(/SLACK_BOT_TOKEN \(invalid_auth\)/)]);
  const about = { delivery: 'd1', round: 'r1', kind: 'question' } as const;
  expect(await g.adapter.send('p-U1', text('Hello'), about)).toEqual({ refused: 'forbidden' });
});
