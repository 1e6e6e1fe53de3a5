/** Socket mode: one connection that is kept, whatever Slack or the network does. */
import { expect, test } from 'vitest';
import { asked, given, text, until } from './given.ts';

test('what people do arrives through the socket, and is acknowledged there', async () => {
  const g = await given({ arrival: 'socket' });
  g.react = () => ({ replace: text('Sealed.') });
  const user = g.fake.user('U1');
  const ack = await user.click(await asked(g), 'Bad');
  expect(ack.inTime).toBe(true);
  await until(() => user.messages()[0]?.text === 'Sealed.');
  expect(g.adapter.requests).toBeUndefined();
});

test.each(['warning', 'refresh_requested'] as const)(
  'when Slack asks for a new connection (%s) there is one within a second',
  async (reason) => {
    const g = await given({ arrival: 'socket' });
    await new Promise((resolve) => setTimeout(resolve, 5100));
    g.fake.socket.disconnect(reason);
    await until(() => g.fake.socket.opened === 2, 1500);
    await until(() => g.fake.socket.open === 1);
    await g.fake.user('U1').command('/soundings', 'help');
    await until(() => g.replies.length === 1);
  },
  15_000,
);

test('a connection that is cut is made anew', async () => {
  const g = await given({ arrival: 'socket' });
  g.fake.socket.drop();
  await until(() => g.fake.socket.opened === 2 && g.fake.socket.open === 1, 5000);
  await g.fake.user('U1').command('/soundings', 'help');
  await until(() => g.replies.length === 1);
});

test('a Slack that gives no connection for a while is asked again', async () => {
  const g = await given({ arrival: 'socket', quiet: true });
  g.fake.next('apps.connections.open', 503);
  await g.adapter.listen({ receive: async () => ({}) });
  expect(g.told).toEqual([expect.stringContaining("can't be reached (HTTP 503)")]);
  await until(() => g.fake.socket.open === 1);
});

test('a wrong app token names its variable, and is not tried for ever', async () => {
  const g = await given({ arrival: 'socket', options: { arrival: { appToken: 'xapp-wrong' } } });
  expect(g.told.join()).toContain('SLACK_APP_TOKEN (invalid_auth)');
  const tries = () =>
    g.fake.calls.filter(({ method }) => method === 'apps.connections.open').length;
  const before = tries();
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(tries()).toBe(before);
}, 15_000);

test('it closes in time, and connects no more', async () => {
  const g = await given({ arrival: 'socket' });
  const began = performance.now();
  await g.adapter.close();
  expect(performance.now() - began).toBeLessThan(5500);
  await until(() => g.fake.socket.open === 0);
  expect(g.fake.socket.opened).toBe(1);
}, 10_000);

test('a view is acknowledged in time through the socket, however slow the store is', async () => {
  const g = await given({ arrival: 'socket' });
  const fields = [{ name: 'q1', label: 'Why?', kind: 'text', limit: 50, lines: 'one' }] as const;
  const form = {
    name: 'answers',
    about: 'r1',
    title: 'x',
    intro: 'y',
    submit: 'Go',
    cancel: 'No',
    fields,
  } as const;
  g.react = (reply) =>
    reply.kind === 'action'
      ? { form }
      : new Promise((resolve) => setTimeout(resolve, 2600, { replace: text('Sealed.') }));
  const user = g.fake.user('U1');
  await user.click(await asked(g), 'form');
  await until(() => user.modal() !== undefined);
  expect((await user.submit({ q1: 'x' })).ack?.inTime).toBe(true);
  await until(() => user.messages()[0]?.text === 'Sealed.');
}, 15_000);
