/** The door for HR systems: who may knock, what is taken, and what is told of a fault. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { leaversWebhook } from '../../adapters/leavers/webhook.ts';
import { announce } from '../../src/exit/announce.ts';
import { type Town, town } from '../support/town.ts';

const SECRET = 'a secret of more than thirty-two characters';
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Knock {
  readonly secret?: string;
  /** Seconds by which the sender's clock is wrong. */
  readonly skew?: number;
  readonly header?: string;
  readonly method?: string;
}

async function door(fails = false) {
  const firm: Town = await town();
  const told: string[] = [];
  const requests = leaversWebhook({
    secret: SECRET,
    clock: firm.now,
    announce: (source, said) =>
      fails
        ? Promise.reject(new Error('lab-1 could not be written'))
        : announce(firm.ports, firm.programme, source, said, firm.now()),
    tell: (line) => told.push(line),
  });
  const server = createServer(requests);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/leavers`;
  const send = async (body: string, { secret = SECRET, skew = 0, header, method }: Knock = {}) => {
    const time = Math.floor(firm.now().getTime() / 1000) + skew;
    const hex = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    const isPost = method === undefined;
    const answer = await fetch(url, {
      method: method ?? 'POST',
      headers: { 'x-soundings-signature': header ?? `t=${time},v1=${hex}` },
      ...(isPost && { body }),
    });
    const text = await answer.text();
    return { status: answer.status, text, json: text === '' ? undefined : JSON.parse(text) };
  };
  return { firm, told, send, post: (json: unknown) => send(JSON.stringify(json)) };
}

const ONE = { person: 'lab-1', last_day: '2026-12-18', kind: 'resigned', regretted: true };

describe('who may knock', () => {
  test.each<[string, Knock]>([
    ['another secret', { secret: 'another secret of more than thirty-two' }],
    ['a time six minutes ago', { skew: -360 }],
    ['a time six minutes ahead', { skew: 360 }],
    ['no signature', { header: '' }],
    ['nothing but a time', { header: 't=1' }],
    ['a signature that is no hex', { header: 't=1793600000,v1=zz' }],
    ['two times', { header: 't=1,t=2,v1=00' }],
    ['very much', { header: `t=1,${'v1=0,'.repeat(500)}` }],
  ])('%s is refused, and nothing is said or taken', async (_, knock) => {
    const { firm, told, send } = await door();
    const { status, text } = await send(JSON.stringify(ONE), knock);
    expect([status, text]).toEqual([401, '']);
    expect(await firm.ports.store.leavers.list()).toEqual([]);
    expect(told.join()).not.toContain('lab-1');
  });

  test('whoever knocks again and again does not fill the log', async () => {
    const { told, send } = await door();
    for (let knock = 0; knock < 20; knock++) await send('{}', { header: 't=1,v1=0' });
    expect(told).toHaveLength(1);
  });

  test('a body that was changed on its way is refused', async () => {
    const { firm, send } = await door();
    const time = Math.floor(firm.now().getTime() / 1000);
    const hex = createHmac('sha256', SECRET)
      .update(`${time}.${JSON.stringify(ONE)}`)
      .digest('hex');
    const other = JSON.stringify({ ...ONE, person: 'lab-2' });
    expect((await send(other, { header: `t=${time},v1=${hex}` })).status).toBe(401);
  });

  test('one of two signatures is enough while a secret is changed', async () => {
    const { firm, send } = await door();
    const body = JSON.stringify(ONE);
    const time = Math.floor(firm.now().getTime() / 1000);
    const hex = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
    const header = `t=${time},v1=${'0'.repeat(64)},v1=${hex}`;
    expect((await send(body, { header })).status).toBe(200);
  });

  test('only POST is understood, and not too much of it', async () => {
    const { send } = await door();
    expect((await send('', { method: 'GET' })).status).toBe(405);
    expect((await send('x'.repeat(300 * 1024))).status).toBe(413);
  });
});

describe('what is taken', () => {
  test('one leaver, who is on record as announced by the webhook', async () => {
    const { firm, post } = await door();
    const { status, json } = await post(ONE);
    expect(status).toBe(200);
    expect(json).toEqual({ announced: 1, corrected: 0, withdrawn: 0, late: 0 });
    expect(await firm.ports.store.leavers.of('lab-1')).toMatchObject({ kind: 'resigned' });
    expect(await firm.ports.store.audit.list(1)).toMatchObject([
      { who: 'webhook', did: 'leaver-announce' },
    ]);
  });

  test('a list, corrections and withdrawals; null unsets', async () => {
    const { firm, post } = await door();
    await post([ONE, { person: 'lab-2', last_day: '2026-12-18' }]);
    const { json } = await post([
      { person: 'lab-1', last_day: '2026-12-31', regretted: null, job_family: 'Research' },
      { person: 'lab-2', withdrawn: true },
    ]);
    expect(json).toEqual({ announced: 0, corrected: 1, withdrawn: 1, late: 0 });
    const leaver = await firm.ports.store.leavers.of('lab-1');
    expect(leaver).toMatchObject({ lastDay: '2026-12-31', kind: 'resigned' });
    expect(leaver).not.toHaveProperty('regretted');
  });

  test('sent again, it does nothing', async () => {
    const { firm, post } = await door();
    await post(ONE);
    const { status, json } = await post(ONE);
    expect([status, json.announced, json.corrected]).toEqual([200, 0, 0]);
    expect(await firm.ports.store.leavers.list()).toHaveLength(1);
  });
});

describe('what is told of a fault', () => {
  test('all of them by index and field, each once, and nothing is taken', async () => {
    const { firm, post, told } = await door();
    const { status, json } = await post([
      ONE,
      { person: 'nobody', last_day: '18.12.2026', kind: 'fled' },
      { person: 7, last_day: 7, salary: 1 },
      'lab-3',
      { person: 'lab-4' },
      { person: 'lab-5', last_day: '2026-12-18', withdrawn: true, regretted: 'yes' },
      { person: 'lab-6', withdrawn: false },
    ]);
    expect(status).toBe(422);
    const places = json.faults.map(
      ({ index, field }: { index: number; field: string }) => `${index} ${field}`,
    );
    expect(places).toEqual([
      ...['1 person', '1 last_day', '1 kind'],
      ...['2 person', '2 last_day', '2 salary'],
      '3 ',
      '4 last_day',
      ...['5 regretted', '5 last_day'],
      ...['6 withdrawn', '6 last_day'],
    ]);
    expect(await firm.ports.store.leavers.list()).toEqual([]);
    expect(told).toEqual([]);
  });

  test.each([
    ['no JSON', '{', 400],
    ['an empty list', '[]', 422],
    ['a list too long', JSON.stringify(Array(1001).fill(ONE)), 422],
    ['nothing', '', 400],
    ['null', 'null', 422],
  ])('%s: %s', async (_, body, expected) => {
    const { send } = await door();
    expect((await send(body)).status).toBe(expected);
  });

  test('a store that fails is 503, and the log names nobody', async () => {
    const { post, told } = await door(true);
    const { status, text } = await post(ONE);
    expect([status, text]).toEqual([503, '']);
    expect(told).toEqual(['Leavers sent by an HR system could not be taken (Error).']);
  });
});
