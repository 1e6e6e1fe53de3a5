/** The fake Slack and an unaltered Bolt app: clicks, forms, events, response URLs, Socket Mode. */
import { afterEach, expect, test } from 'vitest';
import { once, overHttp, overSocket } from '../support/slack/bare-bolt.ts';
import { type FakeOptions, type FakeSlack, fakeSlack } from '../support/slack/fake.ts';
import { buttons, FORM } from '../support/slack/pieces.ts';

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

async function bolt(fake: FakeSlack, patience?: number) {
  const { app, stop } = await overHttp(fake, patience);
  open.push(stop);
  return app;
}

test('a click is signed, acknowledged, and answered through its response URL', async () => {
  const fake = await slack();
  const app = await bolt(fake);
  const clicks: unknown[] = [];
  app.action(/^answer:/, async ({ ack, body, respond }) => {
    clicks.push(body);
    await ack();
    await respond({ replace_original: true, text: 'Sealed. Thank you.' });
  });
  await app.client.chat.postMessage({ channel: 'U1', text: 'How?', blocks: [buttons('1', '2')] });
  const ada = fake.user('U1');
  const [question] = ada.messages();
  if (!question) throw new Error('nothing was posted');
  const ack = await ada.click(question, '2');
  expect(ack).toMatchObject({ status: 200, inTime: true });
  expect(clicks).toMatchObject([
    { user: { id: 'U1' }, team: { id: 'T1' }, actions: [{ action_id: 'answer:2', value: '2' }] },
  ]);
  await expect.poll(() => ada.messages().map((each) => each.text)).toEqual(['Sealed. Thank you.']);
  expect(ada.messages()[0]?.blocks).toEqual([]);
});

test('an app that does not acknowledge leaves the person with an error', async () => {
  const fake = await slack();
  const app = await bolt(fake, 300);
  app.command('/soundings', async () => undefined);
  const ack = await fake.user('U1').command('/soundings');
  expect(ack).toMatchObject({ status: 404, inTime: false, reason: 'http_error' });
});

test('a form with faults stays open; a good one closes; a trigger opens one view, and not late', async () => {
  let now = Date.now();
  const fake = await slack({ now: () => now });
  const app = await bolt(fake);
  const outcomes: string[] = [];
  const late = { by: 0 };
  app.command('/soundings', async ({ ack, body, client }) => {
    await ack();
    now += late.by;
    for (let times = 0; times < 2; times++) {
      await client.views
        .open({ trigger_id: body.trigger_id, view: FORM })
        .then(() => outcomes.push('opened'))
        .catch((error) => outcomes.push(error.data.error));
    }
  });
  app.view('answers', async ({ ack, view }) => {
    const { value } = view.state.values.why?.text ?? {};
    if (value === 'because') await ack();
    else await ack({ response_action: 'errors', errors: { why: 'Say more.' } });
  });
  const ada = fake.user('U1');
  await ada.command('/soundings');
  await expect.poll(() => outcomes).toEqual(['opened', 'exchanged_trigger_id']);
  expect(await ada.submit()).toEqual({ errors: { why: 'Please complete this required field.' } });
  expect(await ada.submit({ 'Why?': 'no' })).toMatchObject({ errors: { why: 'Say more.' } });
  expect(ada.modal()).toMatchObject({ state: { values: { why: { text: { value: 'no' } } } } });
  expect(await ada.submit({ 'Why?': 'because' })).toMatchObject({ errors: {} });
  expect(ada.modal()).toBeUndefined();
  late.by = 3001;
  await ada.command('/soundings');
  await expect.poll(() => outcomes.slice(2)).toEqual(['expired_trigger_id', 'expired_trigger_id']);
});

test('three views lie on each other at most, and a hash guards against overwriting', async () => {
  const fake = await slack();
  const app = await bolt(fake);
  app.command('/soundings', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: FORM });
  });
  app.view('answers', ({ ack }) => ack({ response_action: 'push', view: FORM }));
  const ada = fake.user('U1');
  await ada.command('/soundings');
  await expect.poll(() => ada.modal()).toBeDefined();
  await ada.submit({ why: 'a' });
  await ada.submit({ why: 'b' });
  expect(await ada.submit({ why: 'c' })).toMatchObject({ trouble: 'push_limit_reached' });
  const client = once(fake);
  const view = { type: 'home' as const, blocks: [buttons('1')] };
  const first = await client.views.publish({ user_id: 'U1', view });
  await client.views.publish({ user_id: 'U1', view, hash: first.view?.hash ?? '' });
  const again = client.views.publish({ user_id: 'U1', view, hash: first.view?.hash ?? '' });
  await expect(again).rejects.toThrow('hash_conflict');
  const { submit: _, ...unsubmittable } = FORM;
  const update = { view_id: ada.modal()?.id ?? '', view: unsubmittable };
  await expect(client.views.update(update)).rejects.toThrow('invalid_arguments');
  expect(ada.home()?.blocks).toHaveLength(1);
});

test('a response URL is good for five uses and half an hour', async () => {
  let now = Date.now();
  const fake = await slack({ now: () => now });
  const app = await bolt(fake);
  const urls: string[] = [];
  app.command('/soundings', async ({ ack, body }) => {
    urls.push(body.response_url);
    await ack();
  });
  const ada = fake.user('U1');
  const use = async () => {
    const body = JSON.stringify({ text: 'hello' });
    return (await fetch(urls.at(-1) ?? '', { method: 'POST', body })).status;
  };
  await ada.command('/soundings');
  const seen: number[] = [];
  for (let times = 0; times < 6; times++) seen.push(await use());
  expect(seen).toEqual([200, 200, 200, 200, 200, 404]);
  expect(ada.ephemerals().map((each) => each.text)).toEqual(Array(5).fill('hello'));
  await ada.command('/soundings');
  now += 30 * 60_000 + 1;
  expect(await use()).toBe(404);
});

test('an event that fails comes again at once, after a minute and after five, as the same event', async () => {
  let now = Date.now();
  const fake = await slack({ now: () => now });
  const app = await bolt(fake);
  app.error(async () => undefined);
  const joined: unknown[] = [];
  app.event('team_join', async ({ event }) => void joined.push(event.user));
  await fake.join({ id: 'U9', name: 'grace', tz: null });
  expect(joined).toMatchObject([{ id: 'U9', name: 'grace' }]);
  expect(joined[0]).not.toHaveProperty('tz');
  fake.connectTo('http://127.0.0.1:9/');
  await fake.change({ id: 'U9', deleted: true });
  await fake.due();
  expect(fake.deliveries.slice(1).map((each) => each.attempt)).toEqual([0, 1]);
  now += 60_000;
  await fake.due();
  now += 300_000;
  await fake.due();
  const [, ...failed] = fake.deliveries;
  expect(failed.map((each) => each.attempt)).toEqual([0, 1, 2, 3]);
  expect(new Set(failed.map((each) => each.eventId)).size).toBe(1);
  expect(fake.pending).toBe(0);
});

test('socket mode: envelopes are acknowledged, and the app comes back after a disconnect and a drop', async () => {
  const fake = await slack();
  const { app, stop } = await overSocket(fake);
  open.push(stop);
  const heard: string[] = [];
  app.message(
    /.*/,
    async ({ message }) => void heard.push('text' in message ? (message.text ?? '') : ''),
  );
  app.command('/soundings', async ({ ack, body, client }) => {
    await ack('Here you are.');
    await client.views.open({ trigger_id: body.trigger_id, view: FORM });
  });
  app.view('answers', ({ ack }) =>
    ack({ response_action: 'errors', errors: { why: 'Say more.' } }),
  );
  await app.start();
  await fake.socket.connected();
  const ada = fake.user('U1');
  expect(await ada.command('/soundings')).toMatchObject({
    inTime: true,
    body: { text: 'Here you are.' },
  });
  await expect.poll(() => ada.modal()).toBeDefined();
  expect(await ada.submit({ why: 'no' })).toMatchObject({ errors: { why: 'Say more.' } });
  fake.socket.disconnect('refresh_requested');
  await expect.poll(() => fake.socket.opened, { timeout: 5000 }).toBe(2);
  await ada.type('help');
  fake.socket.drop();
  await expect.poll(() => fake.socket.opened, { timeout: 5000 }).toBe(3);
  await ada.type('pause');
  await expect.poll(() => heard).toEqual(['help', 'pause']);
  expect(fake.socket.received.map((ids) => ids.length)).toEqual([2, 1, 1]);
});

test('an event goes to one connection of several, and to another if that one hangs up on it', async () => {
  const fake = await slack({
    teams: [
      { id: 'T1', name: 'A', domain: 'a', enterprise: { id: 'E1', name: 'E' }, orgInstall: true },
    ],
  });
  const heard: string[] = [];
  for (const name of ['first', 'second']) {
    const { app, stop } = await overSocket(fake, 60_000);
    open.push(stop);
    app.message('one', async () => void heard.push(name));
    app.command('/soundings', ({ ack, body }) =>
      ack(`${body.is_enterprise_install} ${body.enterprise_id}`),
    );
    await app.start();
  }
  await fake.socket.connected(2);
  const ada = fake.user('U1');
  expect((await ada.command('/soundings')).body).toEqual({ text: 'true E1' });
  for (let times = 0; times < 4; times++) await ada.type('one');
  await expect.poll(() => heard.toSorted()).toEqual(['first', 'first', 'second', 'second']);
  expect(fake.deliveries.map((each) => each.attempt)).toEqual([0, 0, 0, 0]);
  const event = fake.event({ type: 'app_home_opened', user: 'U1', channel: 'DU1', tab: 'home' });
  fake.socket.drop(1);
  await event;
  expect(fake.deliveries.at(-1)).toMatchObject({ inTime: true, type: 'app_home_opened' });
});
