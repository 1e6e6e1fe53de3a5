/** Whom the web chat's server talks to, and what every answer of it forbids. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { fakeInbox } from './doubles.ts';
import { answer, build, post, start } from './serve.ts';

/** `fetch` sets Host itself; this doesn't. */
function statusWith(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('who may talk to it', () => {
  test.each(['0.0.0.0', '::', '192.168.1.4', 'soundings.example', ''])(
    'a host that others can reach is refused by name: %j',
    async (host) => {
      await expect(build({ host }).listen(fakeInbox())).rejects.toThrow(
        /HOST.*Set HOST to 127\.0/s,
      );
    },
  );

  test('a busy port is named with what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(build({ port }).listen(fakeInbox())).rejects.toThrow(`PORT ${port} is in use`);
    other.close();
  });

  test('a foreign name that resolves to this machine is refused', async () => {
    const { url } = await start();
    expect(await statusWith(`${url}/`, { host: 'evil.example' })).toBe(403);
    expect(await statusWith(`${url}/api/people`, { host: '127.0.0.1.evil.example' })).toBe(403);
    expect(await statusWith(`${url}/api/people`, { host: 'localhost:1234' })).toBe(200);
    expect(await statusWith(`${url}/api/people`, { host: '[::1]:3978' })).toBe(200);
  });

  test("another site's page can't send a reply", async () => {
    const inbox = fakeInbox();
    const { url } = await start({}, inbox);
    const send = (headers: Record<string, string>) =>
      post(`${url}/api/reply`, { reply: answer }, headers).then((response) => response.status);
    expect(await send({ origin: 'https://evil.example' })).toBe(403);
    expect(await send({ origin: 'null' })).toBe(403);
    expect(await send({ 'content-type': 'text/plain' })).toBe(415);
    expect(inbox.received).toHaveLength(0);
    expect(await send({ origin: url })).toBe(200);
  });

  test('every answer carries strict headers, and what is private is not cached', async () => {
    const { url } = await start();
    for (const path of ['/', '/page.css', '/api/people', '/nothing']) {
      const { headers } = await fetch(url + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    const { headers } = await fetch(`${url}/api/people/anna/messages`);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('a path that leads out of the page is nothing', async () => {
    const { url } = await start();
    for (const path of ['/%2e%2e%2fconnect.ts', '/tsconfig.json', '/page.ts', '/..%2f..%2fa.css']) {
      expect((await fetch(url + path)).status).toBe(404);
    }
  });
});
