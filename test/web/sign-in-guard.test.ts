/** What others may send to the page where people sign in, and how often. */
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { fakeInbox } from './doubles.ts';
import { answer } from './serve.ts';
import { SITE, signingIn } from './signing-in.ts';

describe('another site', () => {
  test.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'https://soundings.example.evil.example' }, 403],
    [{ origin: 'http://soundings.example' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{}, 200],
  ])('sends nothing: %j', async (headers, status) => {
    const inbox = fakeInbox();
    const page = await signingIn({ inbox });
    const cookie = await page.as('anna');
    const sent = await page.send('/api/reply', { reply: answer }, cookie, headers);
    expect(sent.status).toBe(status);
    expect(inbox.received).toHaveLength(status === 200 ? 1 : 0);
  });

  test('nor does whoever lacks the page’s own header', async () => {
    const page = await signingIn();
    const cookie = await page.as('anna');
    const sent = await fetch(`${page.url}/api/reply`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: SITE, cookie },
      body: JSON.stringify({ reply: answer }),
    });
    expect(sent.status).toBe(403);
  });

  test('frames nothing, reads nothing and is told of nothing', async () => {
    const page = await signingIn();
    const cookie = await page.as('anna');
    const link = await page.link('anna');
    for (const [path, of] of [
      ['/', cookie],
      ['/', undefined],
      [link, undefined],
      ['/api/people', cookie],
      ['/page.css', undefined],
      ['/none', cookie],
    ] as const) {
      const { headers } = await page.get(path, of);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
    for (const path of ['/', link]) {
      expect((await page.get(path, cookie)).headers.get('cache-control')).toMatch(
        /no-(store|cache)/,
      );
    }
  });
});

describe('whoever asks too often', () => {
  test('with links is told to wait, from one address, for a minute', async () => {
    let ms = 0;
    const page = await signingIn({}, { now: () => ms });
    const look = async (from: string) =>
      (await page.get('/sign-in/x', undefined, { 'x-forwarded-for': from })).status;
    for (let looks = 0; looks < 300; looks++) await look('203.0.113.7');
    expect(await look('203.0.113.7')).toBe(429);
    // What somebody says before a proxy of ours does is not believed.
    expect(await look('198.51.100.1, 203.0.113.7')).toBe(429);
    expect(await look('198.51.100.1')).toBe(410);
    ms = 60_001;
    expect(await look('203.0.113.7')).toBe(410);
  });

  test('with a session is told to wait, wherever they are; others are not', async () => {
    const page = await signingIn({}, { now: () => 0 });
    const [anna, ravi] = [await page.as('anna'), await page.as('ravi')];
    for (let times = 0; times < 300; times++) await page.get('/api/about', anna);
    const refused = await page.get('/api/about', anna);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await page.get('/api/about', ravi)).status).toBe(200);
  });

  test('with streams gets ten', async () => {
    const page = await signingIn();
    const [anna, ravi] = [await page.as('anna'), await page.as('ravi')];
    for (let streams = 0; streams < 10; streams++) await page.get('/api/people/anna/events', anna);
    expect((await page.get('/api/people/anna/events', anna)).status).toBe(503);
    expect((await page.get('/api/people/ravi/events', ravi)).status).toBe(200);
  });
});

describe('what else is at the port', () => {
  test('figures are shown to the operator’s own machines, and never through a proxy', async () => {
    const also = new Hono();
    also.get('/metrics', (c) => c.text('figures'));
    also.get('/health/live', (c) => c.json({ alive: true }));
    const page = await signingIn({ web: { also } });
    const proxied = { 'x-forwarded-for': '203.0.113.7' };
    expect((await page.get('/metrics')).status).toBe(200);
    expect((await page.get('/metrics', undefined, proxied)).status).toBe(404);
    expect((await page.get('/health/live', undefined, proxied)).status).toBe(200);
  });

  test('a trial without https has a cookie without it, and no promise of it', async () => {
    const page = await signingIn({ site: 'http://127.0.0.1:3978' });
    const { response, cookie } = await page.press(await page.link('anna'));
    expect(cookie).toMatch(/^soundings=/);
    expect(response.headers.get('set-cookie')).not.toContain('Secure');
    expect(response.headers.get('strict-transport-security')).toBeNull();
    expect((await page.get('/api/about', cookie)).status).toBe(200);
  });

  test('a store that is away is told in words, by a page and by the API', async () => {
    const told: string[] = [];
    const page = await signingIn({ web: { failed: (what) => told.push(what) } });
    const [cookie, link] = [await page.as('anna'), await page.link('anna')];
    await page.store.close();
    const answers = [
      await page.get(link),
      await page.get('/', cookie),
      await page.get('/api/about', cookie),
    ];
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 500]);
    expect(await answers[0]?.text()).toContain('Something went wrong here');
    expect(await answers[2]?.json()).toEqual({ error: expect.stringContaining('try again') });
    expect(told).toHaveLength(3);
  });
});
