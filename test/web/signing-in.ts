/** A page that people sign in to, on a real store, with links as chat gives them. */
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { sqlite } from '../../adapters/store/sqlite.ts';
import type { SignIn, WebOptions } from '../../adapters/web/options.ts';
import { hashOf, LINK_MINUTES, newToken } from '../../src/org/session.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import type { Store } from '../../src/ports/store.ts';
import { temporaryFolder } from '../support/folders.ts';
import { fakeInbox } from './doubles.ts';
import { residents } from './fixtures.ts';
import { start } from './serve.ts';

export const SITE = 'https://soundings.example';
export const NOON = new Date('2026-11-17T12:00:00Z');

export interface Page {
  readonly url: string;
  readonly store: Store;
  /** Ids that are no longer of the organisation. */
  readonly gone: Set<string>;
  now: Date;
  /** What chat tells somebody who types `web`. */
  link(person: string): Promise<string>;
  /** Presses the button of a link; the cookie, if there is one. */
  press(link: string, headers?: Record<string, string>): Promise<Pressed>;
  /** Signed in. */
  as(person: string): Promise<string>;
  get(path: string, cookie?: string, headers?: Record<string, string>): Promise<Response>;
  /** As the page itself sends. */
  send(
    path: string,
    body: unknown,
    cookie?: string,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

interface Pressed {
  readonly response: Response;
  readonly cookie: string | undefined;
}

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

export async function signingIn(
  {
    inbox = fakeInbox(),
    site = SITE,
    web = {},
  }: {
    inbox?: Inbox;
    site?: string;
    web?: Partial<WebOptions>;
  } = {},
  counted: Pick<SignIn, 'now'> = {},
): Promise<Page> {
  const store = await sqlite(join(temporaryFolder(), 'web.db'));
  stores.push(store);
  const gone = new Set<string>();
  const person: SignIn['person'] = async (id) =>
    gone.has(id) ? undefined : residents.find((each) => each.id === id);
  const signIn: SignIn = { site, sessions: store.signIn, person, ...counted };
  const about = { organisation: 'Meridian', demonstration: false };
  const clock = { now: () => page.now };
  const { url } = await start({ signIn, about, clock, ...web }, inbox);
  const page: Page = {
    ...{ url, store, gone, now: NOON },
    async link(id) {
      const token = newToken();
      const until = new Date(page.now.getTime() + LINK_MINUTES * 60_000);
      await store.signIn.offer({ hash: hashOf(token), person: id, until });
      return `/sign-in/${token}`;
    },
    async press(link, headers = { origin: site }) {
      const response = await fetch(url + link, { method: 'POST', headers, redirect: 'manual' });
      const [cookie] = response.headers.get('set-cookie')?.split(';') ?? [];
      return { response, cookie };
    },
    async as(id) {
      const { cookie } = await page.press(await page.link(id));
      if (cookie === undefined) throw new Error(`${id} could not sign in.`);
      return cookie;
    },
    get: (path, cookie, headers = {}) =>
      fetch(url + path, { headers: { ...(cookie && { cookie }), ...headers }, redirect: 'manual' }),
    send: (path, body, cookie, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        headers: {
          ...{ 'content-type': 'application/json', 'x-soundings': 'page', origin: site },
          ...(cookie && { cookie }),
          ...headers,
        },
        body: JSON.stringify(body),
      }),
  };
  return page;
}
