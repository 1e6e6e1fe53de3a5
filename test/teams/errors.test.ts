/** What the Connector's failures mean, each tried once over real HTTP. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CallFailed, inShort, sentOf } from '../../adapters/teams/errors.ts';
import { onceClient } from '../../adapters/teams/http-client.ts';
import { pace } from '../../adapters/teams/pace.ts';
import type { Message } from '../../src/message/message.ts';
import { fakeConnector, type Plan } from '../support/teams/connector.ts';
import { TENANT, type Tenant, tenant } from '../support/teams/tenant.ts';

const HELLO: Message = { summary: 'Hello', blocks: [{ kind: 'text', text: 'Hello' }] };
const ABOUT = { delivery: 'd1', round: 'r1', kind: 'question' } as const;

let it: Tenant;
beforeEach(async () => {
  it = await tenant();
  await it.settle('anna');
});
afterEach(() => it.close());

const send = () => it.teams.send('anna', HELLO, ABOUT);
const key = { platform: 'teams', team: TENANT, user: 'anna' } as const;

describe('nothing was posted, and it is said why', () => {
  test.each<[Plan, object]>([
    [{ status: 429 }, { refused: 'busy', retryAfter: 5 }],
    [
      { status: 429, retryAfter: 17 },
      { refused: 'busy', retryAfter: 17 },
    ],
    [{ status: 412 }, { refused: 'busy', retryAfter: 2 }],
    [{ status: 401, code: 'Unauthorized' }, { refused: 'forbidden' }],
    [{ status: 403, code: 'BotDisabledByAdmin' }, { refused: 'forbidden' }],
    [{ status: 403 }, { refused: 'forbidden' }],
    [{ status: 403, code: 'MessageWritesBlocked' }, { refused: 'unreachable' }],
    [{ status: 403, code: 'SomethingNew' }, { refused: 'unreachable' }],
    [{ status: 404, code: 'ConversationNotFound' }, { refused: 'unreachable' }],
  ])('%j', async (plan, outcome) => {
    it.connector.always(plan);
    expect(await send()).toEqual(outcome);
    expect(it.connector.calls).toHaveLength(1);
    expect(it.connector.said('a:anna')).toEqual([]);
  });
});

describe('it may have been posted, so it is not repeated', () => {
  test.each<[Plan]>([
    [{ status: 500 }],
    [{ status: 502 }],
    [{ status: 503 }],
    [{ status: 504 }],
    [{ status: 'reset' }],
    [{ status: 500, posted: true }],
    [{ status: 504, posted: true }],
    [{ status: 'reset', posted: true }],
    [{ status: 400, code: 'BadSyntax' }],
    [{ status: 413, code: 'MessageSizeTooBig' }],
  ])('%j', async (plan) => {
    it.connector.always(plan);
    await expect(send()).rejects.toThrow('It is not known whether Teams posted a message');
    expect(it.connector.calls).toHaveLength(1);
    expect(it.connector.said('a:anna')).toHaveLength(plan.posted ? 1 : 0);
    expect(it.teams.canFind).toBe(false);
  });

  test('no answer at all, within the time that a call has', async () => {
    it.connector.always({ status: 'silence', posted: true });
    const call = onceClient(50).sendRequest({
      url: `${it.connector.url}v3/conversations/c/activities`,
      method: 'POST',
      body: '{}',
      headers: { toJson: () => ({ 'content-type': 'application/json' }) },
    });
    const error: unknown = await call.catch((each: unknown) => each);
    expect(error).toBeInstanceOf(CallFailed);
    expect(sentOf(error)).toBeUndefined();
    expect(inShort(error)).toBe('TimeoutError');
  });
});

test('a service that nobody listens at posted nothing', async () => {
  const gone = await fakeConnector();
  await gone.close();
  const place = JSON.stringify({
    serviceUrl: gone.url,
    tenant: TENANT,
    bot: '28:b',
    conversation: 'c',
  });
  await it.store.accounts.mark(key, { place });
  expect(await send()).toEqual({ refused: 'busy', retryAfter: 5 });
});

test('a token that Entra refuses lets us post to nobody; an Entra that is away is waited for', async () => {
  const failing = async (errorCode: string) => {
    await it.close();
    it = await tenant({
      endpoints: {
        token: async () => {
          throw Object.assign(new Error('secret words'), { errorCode });
        },
      },
    });
    await it.settle('anna');
    return send();
  };
  expect(await failing('invalid_client')).toEqual({ refused: 'forbidden' });
  expect(it.told.join()).toContain('MicrosoftAppPassword');
  expect(it.told.join()).not.toContain('secret words');
  expect(await failing('network_error')).toEqual({ refused: 'busy', retryAfter: 30 });
  expect(it.connector.calls).toEqual([]);
});

test('whoever has blocked the app is not written to again; a refusal that we don’t know is nobody’s mark', async () => {
  it.connector.plan({ status: 403, code: 'SomethingNew' });
  await send();
  expect((await it.store.accounts.get(key))?.reachable).toBe(true);
  it.connector.plan({ status: 403, code: 'ConversationBlockedByUser' });
  await send();
  expect((await it.store.accounts.get(key))?.reachable).toBe(false);
  it.connector.calls.length = 0;
  expect(await send()).toEqual({ refused: 'unreachable' });
  expect(it.connector.calls).toEqual([]);
});

test('no error holds what Teams said in words', async () => {
  it.connector.always({ status: 500, code: 'words that are no code' });
  await expect(send()).rejects.toThrow(/\(HTTP 500 no answer\)|\(HTTP 500\)/);
});

test('the pace lets seven through in a second, and no more than eight in two', async () => {
  let time = 0;
  const waits: number[] = [];
  const next = pace(
    () => time,
    async (milliseconds) => void waits.push(milliseconds),
  );
  for (let i = 0; i < 9; i++) await next('c');
  expect(waits).toEqual([1000, 2000]);
  await next('another');
  expect(waits).toHaveLength(2);
  time = 100_000;
  await next('c');
  expect(waits).toHaveLength(2);
});
