/** The second wave's page: what it shows, what it takes, and what it gives away to nobody. */
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { visitCopy } from '../../src/message/copy-visit.ts';
import { LANGUAGE_TAGS } from '../../src/message/languages.ts';
import { given, grid, NOW, notYet, ok, page, screen, TOKEN } from './given.ts';

describe('the page', () => {
  test('shows what there is to read as text, and its form with the screen that it is', async () => {
    const g = await given();
    const answer = await g.get();
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<h1>Some months later</h1>');
    expect(html).toContain('&lt;b&gt;once more&lt;/b&gt; &amp; no more.');
    expect(html).toContain('href="https://example.org/kept?a=1&amp;b=%222%22"');
    expect(html).toContain('<input type="hidden" name="screen" value="kind">');
    expect(html).toContain('<input type="radio" name="exit-kind" value="resigned">');
    expect(html).toMatch(/<button name="action" value="exit-back" formnovalidate/);
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/);
    expect(g.visits).toEqual([undefined]);
  });

  test('a grid is a table, each button called by its row and its column', async () => {
    const g = await given();
    g.answer = () => ok(grid);
    const html = await (await g.get()).text();
    expect(html.match(/<th scope="row">/g)).toHaveLength(9);
    expect(html.match(/<th scope="col">/g)).toHaveLength(3);
    expect(html).toContain('aria-labelledby="field-exit-offer-pay field-exit-offer-pay-0"');
    expect(html).not.toContain(' checked');
  });

  test('is kept nowhere, found nowhere, framed nowhere, and runs nothing', async () => {
    const g = await given();
    const answer = await g.get();
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(await answer.text()) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test.each([
    ['over', 410],
    ['used', 410],
    ['unknown', 404],
  ] as const)('a link that is %s is answered kindly with %i', async (status, code) => {
    const g = await given();
    g.answer = () => ({ status, language: 'fr', page });
    for (const answer of [
      await g.get(),
      await g.send({ screen: 'kind' }),
      await g.get(`/later/${TOKEN}/reminder.ics`),
    ]) {
      expect(answer.status).toBe(code);
      const html = await answer.text();
      expect(html).toContain('lang="fr"');
      expect(html).toContain('Some months later');
      expect(html).not.toContain('<form');
    }
  });

  test.each(['/later/', '/later/a.b', `/later/${TOKEN}/x`, `/later/${'a'.repeat(101)}`])(
    'the address %s is nobody’s, and says so in the same words',
    async (path) => {
      const g = await given();
      const tokens: string[] = [];
      g.answer = (_, token) => {
        tokens.push(token);
        return { status: 'unknown', language: 'en', page };
      };
      expect((await g.get(path)).status).toBe(404);
      expect(tokens).toEqual(['']);
    },
  );

  test('a link that does not work yet leads to a calendar file', async () => {
    const g = await given();
    g.answer = () => notYet;
    const answer = await g.get();
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(`<a href="${TOKEN}/reminder.ics">In meinen Kalender eintragen</a>`);
    expect(html).toContain('Am 22. März.');
  });

  test('only the asked methods are taken', async () => {
    const g = await given();
    expect((await g.get(undefined, { method: 'DELETE' })).status).toBe(405);
    expect((await g.get(`/later/${TOKEN}/reminder.ics`, { method: 'POST' })).status).toBe(405);
    const head = await g.get(undefined, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(g.visits).toEqual([undefined]);
  });
});

describe('what is sent', () => {
  test('reaches the visit as fields, with a browser’s line breaks as one character', async () => {
    const g = await given();
    await g.send({ screen: 'kind', 'exit-kind': 'resigned', words: 'one\r\ntwo', empty: '' });
    expect(g.visits[0]).toEqual({
      screen: ['kind'],
      'exit-kind': ['resigned'],
      words: ['one\ntwo'],
      empty: [''],
    });
  });

  test('is followed by the page itself, so that loading it again sends nothing again', async () => {
    const g = await given();
    const answer = await g.send({ screen: 'kind' });
    expect(answer.status).toBe(303);
    const next = new URL(answer.headers.get('location') ?? '', answer.url);
    expect(next.href).toBe(`${g.url}/later/${TOKEN}`);
  });

  test('what is said only once is said at once', async () => {
    const g = await given();
    const said = {
      ...page,
      blocks: [...page.blocks, { kind: 'text', text: 'Call Ana.' } as const],
    };
    g.answer = (fields) => (fields ? { ...ok(screen), page: said } : ok(screen));
    const answer = await g.send({ screen: 'kind' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Call Ana.');
  });

  test('the thanks at the end are not replaced by the word that the link is used', async () => {
    const g = await given();
    g.answer = (fields) => (fields ? ok() : { status: 'used', language: 'en', page });
    expect((await g.send({ screen: 'end' })).status).toBe(200);
    expect(g.visits).toHaveLength(1);
  });

  test('with faults it stands there again, with what is wrong at the top and at its field', async () => {
    const g = await given();
    const words = '</textarea><script>alert(1)</script>';
    g.answer = () => ({ ...ok(screen), again: true, faults: { 'exit-offer-name': 'Too long.' } });
    const answer = await g.send({
      screen: 'kind',
      'exit-kind': 'retired',
      'exit-offer-name': words,
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(visitCopy('en').check);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/id="field-exit-offer-name-fault">⚠ Too long\./);
    expect(html).toContain('value="retired" checked');
    expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;');
    expect(html).not.toContain('<script');
  });

  test('by another site’s page, in another form, or far too much is not taken', async () => {
    const g = await given();
    const foreign = await g.send({ screen: 'a' }, { headers: { 'sec-fetch-site': 'cross-site' } });
    const json = await g.send({}, { headers: { 'content-type': 'application/json' }, body: '{}' });
    const long = await g.send({ words: 'x'.repeat(64 * 1024) });
    const many = await g.send(Object.fromEntries([...Array(101).keys()].map((n) => [`f${n}`, ''])));
    expect([foreign, json, long, many].map(({ status }) => status)).toEqual([403, 415, 413, 415]);
    expect(await long.text()).toContain(visitCopy('en').tooMuch);
    expect(g.visits).toEqual([]);
  });

  test('without a length it is still read to the limit only', async () => {
    const g = await given();
    const { port } = new URL(g.url);
    const status = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', reject);
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString().split('\r\n', 1)[0] ?? '');
      });
      socket.write(
        `POST /later/${TOKEN} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ntransfer-encoding: chunked\r\n\r\n`,
      );
      for (let i = 0; i < 9; i++) socket.write(`2000\r\n${'x'.repeat(0x2000)}\r\n`);
    });
    expect(status).toContain('413');
    expect(g.visits).toEqual([]);
  });
});

describe('trouble', () => {
  test('is told kindly in the browser’s language; no link and no word of it is told to anybody', async () => {
    const g = await given();
    g.answer = () => {
      throw new TypeError(`${TOKEN} secret`);
    };
    const answer = await g.send(
      { screen: 'kind', words: 'secret' },
      { headers: { 'accept-language': 'de-AT,en;q=0.5' } },
    );
    const html = await answer.text();
    expect(answer.status).toBe(503);
    expect(html).toContain(visitCopy('de').failed);
    expect(html).toContain('lang="de"');
    expect(g.told).toHaveLength(1);
    expect(g.told.join() + html).not.toMatch(/secret|AbC/);
  });

  test('a link opened more than once a second is put off, others are not, and later it works again', async () => {
    let now = 0;
    const g = await given({ now: () => now });
    const statuses = new Set<number>();
    for (let i = 0; i < 60; i++) statuses.add((await g.get()).status);
    expect([...statuses]).toEqual([200]);
    const late = await g.get();
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await g.get('/later/another')).status).toBe(200);
    now = 60_001;
    expect((await g.get()).status).toBe(200);
  });

  test('one address that guesses links is put off, whatever it guesses; its proxy’s others are not', async () => {
    const g = await given({ now: () => 0 });
    const guess = (i: number, from: string) =>
      g.get(`/later/guess-${from}-${i}`, { headers: { 'x-forwarded-for': `9.9.9.9, ${from}` } });
    for (let i = 0; i < 300; i++) expect((await guess(i, '203.0.113.5')).status).toBe(200);
    expect((await guess(300, '203.0.113.5')).status).toBe(429);
    expect((await guess(0, '203.0.113.6')).status).toBe(200);
  });
});

describe('the calendar file', () => {
  const read = async (more = {}) => {
    const g = await given(more);
    g.answer = () => notYet;
    return g.get(`/later/${TOKEN}/reminder.ics`);
  };

  test('is one entry at the hour when the link opens, which leads to it', async () => {
    const answer = await read();
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('.ics');
    const file = await answer.text();
    expect(file).not.toMatch(/[^\r]\n/);
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const lines = file.replaceAll('\r\n ', '').split('\r\n');
    expect(lines.map((line) => line.replace(/^UID:[0-9a-f]{32}@/, 'UID:'))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Soundings//Later//EN',
      'BEGIN:VEVENT',
      'UID:soundings',
      `DTSTAMP:${NOW.toISOString().replace(/[-:]|\.\d+/g, '')}`,
      'DTSTART:20270322T080000Z',
      'DURATION:PT15M',
      'SUMMARY:Vier Monate später\\, mit Umlauten: für größere Ähnlichkeit\\; und\\, so weiter',
      `DESCRIPTION:https://soundings.example.org/later/${TOKEN}`,
      `URL:https://soundings.example.org/later/${TOKEN}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('is the same entry each time, and has no link where the page has no address', async () => {
    const [first, second] = [await (await read()).text(), await (await read()).text()];
    expect(first).toBe(second);
    expect(await (await read({ site: undefined })).text()).not.toContain('later/');
  });

  test('of a link that works already leads to it', async () => {
    const g = await given();
    const answer = await g.get(`/later/${TOKEN}/reminder.ics`);
    const next = new URL(answer.headers.get('location') ?? '', answer.url);
    expect([answer.status, next.pathname]).toEqual([303, `/later/${TOKEN}`]);
  });
});

test('its own words are there in every language, and in each others', () => {
  const all = LANGUAGE_TAGS.map((tag) => Object.values(visitCopy(tag)));
  expect(new Set(all.flat()).size).toBe(all.flat().length);
  for (const words of all.flat()) expect(words).not.toMatch(/["'!]| {2}/);
});
