/** The web page where people sign in, over real HTTP. */
import { describe, expect, test } from 'vitest';
import type { Response as Reaction } from '../../src/message/reply.ts';
import { hashOf } from '../../src/org/session.ts';
import { fakeInbox, memoryMessages } from './doubles.ts';
import { closed, question } from './fixtures.ts';
import { answer, until } from './serve.ts';
import { NOON, type Page, SITE, signingIn } from './signing-in.ts';

const DAY = 86_400_000;
const later = (page: Page, ms: number) => {
  page.now = new Date(page.now.getTime() + ms);
};

describe('a link', () => {
  test('shows whose it is and a button, and is not used by being looked at', async () => {
    const page = await signingIn();
    const link = await page.link('lena');
    for (let looks = 0; looks < 3; looks++) {
      const shown = await page.get(link);
      expect(shown.status).toBe(200);
      expect(shown.headers.get('set-cookie')).toBeNull();
      const text = await shown.text();
      expect(text).toContain('Du meldest dich als Lena Fischer an.');
      expect(text).toContain('<form method="post">');
      expect(text).not.toContain('<script');
    }
    expect((await page.press(link)).response.status).toBe(303);
  });

  test('works once, of several at the same time for one only', async () => {
    const page = await signingIn();
    const link = await page.link('anna');
    const all = await Promise.all([1, 2, 3, 4].map(() => page.press(link)));
    expect(all.map(({ response }) => response.status).sort()).toEqual([303, 410, 410, 410]);
    expect(all.filter(({ cookie }) => cookie !== undefined)).toHaveLength(1);
    expect((await page.get(link)).status).toBe(410);
  });

  test('works for ten minutes', async () => {
    const page = await signingIn();
    const link = await page.link('anna');
    later(page, 10 * 60_000 - 1);
    expect((await page.get(link)).status).toBe(200);
    later(page, 1);
    expect((await page.get(link)).status).toBe(410);
    const { response, cookie } = await page.press(link);
    expect([response.status, cookie]).toEqual([410, undefined]);
    expect(await response.text()).toContain('Type “web” to Soundings');
  });

  test.each([
    '/sign-in/',
    '/sign-in/x',
    `/sign-in/${'A'.repeat(43)}`,
    `/sign-in/${'A'.repeat(9000)}`,
  ])('that we did not make opens nothing', async (link) => {
    const page = await signingIn();
    const { response, cookie } = await page.press(link);
    expect([403, 404, 410]).toContain(response.status);
    expect(cookie).toBeUndefined();
  });

  test('of somebody who has left opens nothing', async () => {
    const page = await signingIn();
    const link = await page.link('anna');
    page.gone.add('anna');
    expect((await page.get(link)).status).toBe(410);
    const { cookie } = await page.press(link);
    expect((await page.get('/api/about', cookie)).status).toBe(401);
  });

  test.each([
    [{}, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, 403],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, 303],
    [{ origin: SITE }, 303],
  ])('is pressed by the page itself only: %j', async (headers, status) => {
    const page = await signingIn();
    const { response } = await page.press(await page.link('anna'), headers);
    expect(response.status).toBe(status);
  });
});

describe('a session', () => {
  test('is a cookie that only this host, only https and no script sees', async () => {
    const page = await signingIn();
    const { response } = await page.press(await page.link('anna'));
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-soundings=[\w-]{43}; /);
    for (const each of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) {
      expect(cookie).toContain(each);
    }
    expect(cookie).not.toContain('Domain');
  });

  test('is in the store as a hash, and as days', async () => {
    const page = await signingIn();
    const cookie = await page.as('anna');
    const token = cookie.split('=')[1] ?? '';
    expect(await page.store.signIn.session(token, NOON)).toBeUndefined();
    const kept = await page.store.signIn.session(hashOf(token), NOON);
    expect(kept?.person).toBe('anna');
    for (const at of [kept?.until, kept?.ends]) expect((at?.getTime() ?? 1) % DAY).toBe(0);
  });

  test('goes on while it is used, for 90 days at most', async () => {
    const page = await signingIn();
    const cookie = await page.as('anna');
    for (let week = 1; week * 7 <= 90; week++) {
      later(page, 7 * DAY);
      expect((await page.get('/api/about', cookie)).status, `week ${week}`).toBe(200);
    }
    later(page, 8 * DAY);
    expect((await page.get('/api/about', cookie)).status).toBe(401);
  });

  test('ends after 30 days in which it was not used', async () => {
    const page = await signingIn();
    const cookie = await page.as('anna');
    later(page, 30 * DAY);
    expect((await page.get('/api/about', cookie)).status).toBe(200);
    later(page, 32 * DAY);
    expect((await page.get('/api/about', cookie)).status).toBe(401);
  });

  test('ends where a second link is used in the same browser', async () => {
    const page = await signingIn();
    const first = await page.as('anna');
    const { cookie } = await page.press(await page.link('ravi'), { origin: SITE, cookie: first });
    expect((await page.get('/api/about', first)).status).toBe(401);
    expect((await page.get('/api/about', cookie)).status).toBe(200);
  });

  test('is signed out of: this one, or all of this person, with their links', async () => {
    const page = await signingIn();
    const [one, two, other] = [await page.as('anna'), await page.as('anna'), await page.as('ravi')];
    const open = await page.link('anna');
    const statuses = async () =>
      Promise.all([one, two, other].map(async (c) => (await page.get('/api/about', c)).status));
    expect((await page.send('/api/sign-out', { everywhere: 1 }, one)).status).toBe(400);
    const out = await page.send('/api/sign-out', { everywhere: false }, one);
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-soundings=; Max-Age=0/);
    expect(await statuses()).toEqual([401, 200, 200]);
    expect((await page.get(open)).status).toBe(200);
    await page.send('/api/sign-out', { everywhere: true }, two);
    expect(await statuses()).toEqual([401, 401, 200]);
    expect((await page.get(open)).status).toBe(410);
  });

  test('ends its streams with it', async () => {
    const page = await signingIn();
    const cookie = await page.as('anna');
    const stream = await page.get('/api/people/anna/events', cookie);
    await page.send('/api/sign-out', { everywhere: true }, cookie);
    expect(await until(stream, 'never said')).toContain('retry');
  });
});

describe('without a session', () => {
  test('the page tells how to get in, and the API nothing', async () => {
    const page = await signingIn();
    const shown = await page.get('/', undefined, { 'accept-language': 'fr-CH, fr;q=0.9' });
    expect(shown.status).toBe(401);
    expect(await shown.text()).toContain('Écris «\u00A0page\u00A0»');
    for (const path of [
      '/about',
      '/people',
      '/people/anna/messages',
      '/people/anna/events',
      '/x',
    ]) {
      const refused = await page.get(`/api${path}`);
      expect(refused.status, path).toBe(401);
      expect(await refused.json()).toEqual({ error: expect.any(String) });
    }
    for (const path of ['/reply', '/sign-out', '/clock/skip']) {
      expect((await page.send(`/api${path}`, {})).status, path).toBe(401);
    }
  });

  test.each(['__Host-soundings=', 'soundings=', '__Host-soundings=x; soundings='])(
    'a cookie of another name or form is none: %s',
    async (name) => {
      const page = await signingIn();
      const token = (await page.as('anna')).split('=')[1];
      const cookie = name === '__Host-soundings=' ? `${name}${'B'.repeat(43)}` : `${name}${token}`;
      expect((await page.get('/api/about', cookie)).status).toBe(401);
    },
  );
});

describe('whoever is signed in', () => {
  test('sees nobody but themselves', async () => {
    const page = await signingIn();
    const cookie = await page.as('anna');
    const json = async (path: string) => (await page.get(`/api${path}`, cookie)).json();
    expect(await json('/people')).toEqual([expect.objectContaining({ id: 'anna' })]);
    expect(await json('/about')).toMatchObject({ signOut: { here: 'Sign out' } });
    expect(await json('/about')).not.toHaveProperty('first');
    expect(await json('/people/anna/messages')).toHaveLength(3);
    for (const path of [
      '/people/ravi/messages',
      '/people/ravi/events',
      '/people/nobody/messages',
    ]) {
      const refused = await page.get(`/api${path}`, cookie);
      expect([refused.status, await refused.json()]).toEqual([
        404,
        { error: 'id: nobody here has this id' },
      ]);
    }
  });

  test('replies as themselves, whatever the body says', async () => {
    const inbox = fakeInbox();
    const page = await signingIn({ inbox });
    const cookie = await page.as('anna');
    const reply = { ...answer, person: 'ravi' };
    expect((await page.send('/api/reply', { reply }, cookie)).status).toBe(200);
    expect((await page.send('/api/reply', { reply, message: 'r-1' }, cookie)).status).toBe(403);
    expect((await page.send('/api/reply', { reply, message: 'a-2' }, cookie)).status).toBe(200);
    expect(inbox.received.map(({ person }) => person)).toEqual(['anna', 'anna']);
  });

  test('hears of their own messages only', async () => {
    const messages = memoryMessages();
    const inbox = fakeInbox(() => ({ replace: closed }));
    const page = await signingIn({ inbox, web: { messages } });
    const [anna, ravi] = [await page.as('anna'), await page.as('ravi')];
    const stream = await page.get('/api/people/anna/events', anna);
    for (const [person, cookie] of [
      ['ravi', ravi],
      ['anna', anna],
    ] as const) {
      const id = `of-${person}`;
      await messages.add({ id, person, round: 'r', kind: 'question', at: NOON, message: question });
      const reply = { kind: 'action', action: 'skip', about: 'r', person: 'anna' };
      await page.send('/api/reply', { reply, message: id }, cookie);
    }
    const told = await until(stream, 'of-anna');
    expect(told).toContain('This round is closed');
    expect(told).not.toContain('of-ravi');
  });

  test('moves no clock', async () => {
    const clock = { now: () => NOON, skip: async () => {}, next: async () => undefined };
    const { skip: _, ...still } = clock;
    const page = await signingIn({ web: { clock: still } });
    expect((await page.send('/api/clock/skip', {}, await page.as('anna'))).status).toBe(404);
  });

  test('gets no link there: a session can’t make itself another', async () => {
    const home = {
      summary: 'Home',
      blocks: [
        { kind: 'text', text: 'Hello' },
        { kind: 'actions', about: '', actions: [{ action: 'web', label: 'Open' }] },
      ],
    } as const;
    const inbox = fakeInbox(() => ({ home, page: home, say: closed }));
    const page = await signingIn({ inbox });
    const cookie = await page.as('lena');
    const send = async (reply: object) =>
      (await (
        await page.send('/api/reply', { reply: { person: 'lena', ...reply } }, cookie)
      ).json()) as Reaction;
    for (const asks of [
      { kind: 'action', action: 'web', about: '' },
      { kind: 'command', text: ' /Seite ' },
    ]) {
      expect(await send(asks)).toEqual({
        say: expect.objectContaining({
          summary: expect.stringContaining('schon auf der Webseite'),
        }),
      });
    }
    expect(inbox.received).toEqual([]);
    const { home: shown, page: read, say } = await send({ kind: 'home' });
    expect([shown?.blocks, read?.blocks, say]).toEqual([
      home.blocks.slice(0, 1),
      home.blocks.slice(0, 1),
      closed,
    ]);
  });
});
