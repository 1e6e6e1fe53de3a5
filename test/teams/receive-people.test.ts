/** Who writes and clicks, and how they are greeted. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { executed, installed, joined, typed } from '../support/teams/activities.ts';
import { TENANT, type Tenant, tenant } from '../support/teams/tenant.ts';

const TAP = { kind: 'answer', round: 'r1', question: 'q1', value: '4' };

let it: Tenant;
beforeEach(async () => {
  it = await tenant();
  await it.settle('anna');
});
afterEach(() => it.close());

const key = (user: string) => ({ platform: 'teams', team: TENANT, user }) as const;

describe('who it is', () => {
  test('an account is made of the first activity, with language, zone and place', async () => {
    await it.post(typed('zoe', 'help'));
    expect(await it.store.accounts.get(key('zoe'))).toMatchObject({
      name: 'The zoe',
      locale: 'en-GB',
      timezone: 'Europe/London',
      active: true,
      reachable: true,
      place: expect.stringContaining('"conversation":"a:zoe"'),
    });
  });

  test('what an activity does not say stays, and what it says anew is kept', async () => {
    await it.post(typed('anna', 'help'));
    await it.post(executed('anna', TAP));
    await it.post(
      typed('anna', 'help', { localTimezone: 'Asia/Tokyo', locale: 'no such language !' }),
    );
    expect(await it.store.accounts.get(key('anna'))).toMatchObject({
      name: 'anna',
      email: 'anna@x.org',
      person: 'anna',
      locale: 'en-GB',
      timezone: 'Asia/Tokyo',
    });
  });

  test('a service that moves is followed', async () => {
    const moved = `${it.connector.url}emea/`;
    const authorization = `Bearer ${it.ids.token({ serviceUrl: moved })}`;
    await it.post({ ...typed('anna', 'help'), serviceUrl: moved }, { authorization });
    expect((await it.store.accounts.get(key('anna')))?.place).toContain('/emea/');
  });

  test('whom nobody knows, Teams is asked for once, and the organisation is read anew', async () => {
    it.connector.roster('a:zoe', [
      { id: '29:zoe', aadObjectId: 'zoe', name: 'Zoe', email: 'Zoe@X.org' },
    ]);
    await it.post(typed('zoe', 'help'));
    await it.post(typed('zoe', 'help'));
    await expect.poll(() => it.changes.count, { timeout: 3000 }).toBe(1);
    expect(await it.store.accounts.get(key('zoe'))).toMatchObject({
      email: 'zoe@x.org',
      timezone: 'Europe/London',
    });
    expect(it.connector.calls.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });
});

describe('an installation', () => {
  test.each([
    ['installationUpdate first', [installed('zoe'), joined('zoe')]],
    ['conversationUpdate first', [joined('zoe'), installed('zoe')]],
  ])('greets once, with %s, also if both come at once and again', async (_name, events) => {
    await Promise.all(events.map((event) => it.post(event)));
    for (const event of [...events, installed('zoe', 'add-upgrade'), joined('zoe')]) {
      await it.post(event);
    }
    expect(it.connector.said('a:zoe')).toHaveLength(1);
    const card = JSON.stringify(it.connector.said('a:zoe'));
    expect(card).toContain('Harbour');
  });

  test('greets in the language of the client: why, who, what becomes of answers, how to stop', async () => {
    await it.post(installed('zoe'));
    const card = JSON.stringify(it.connector.said('a:zoe'));
    for (const part of ['Du bekommst diese Nachricht', 'Harbour', 'versiegelt', 'stopp']) {
      expect(card).toContain(part);
    }
  });

  test('removed, people are not written to; given back, they are, and are not greeted again', async () => {
    await it.post(installed('anna'));
    await it.post(installed('anna', 'remove-upgrade'));
    expect((await it.store.accounts.get(key('anna')))?.reachable).toBe(true);
    await it.post(installed('anna', 'remove'));
    expect((await it.store.accounts.get(key('anna')))?.reachable).toBe(false);
    await it.post(installed('anna', 'add'));
    expect((await it.store.accounts.get(key('anna')))?.reachable).toBe(true);
    expect(it.connector.said('a:anna')).toHaveLength(1);
  });

  test('a removal of somebody unknown leaves them unknown', async () => {
    expect(await it.post(installed('zoe', 'remove'))).toMatchObject({ status: 200 });
    expect(await it.store.accounts.get(key('zoe'))).toBeUndefined();
  });
});
