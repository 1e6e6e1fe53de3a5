/** Who is at the page: known by a cookie, which a link from chat was exchanged for. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { leave, signIn, whoIs } from '../../src/org/sign-in.ts';
import type { SignIn } from './options.ts';

/** `person` is whoever is signed in; absent where the page asks nobody who they are. */
export interface Signed {
  Bindings: HttpBindings;
  Variables: { person?: string };
}

export interface Sessions {
  /** Whoever this browser is signed in as, if they are still of the organisation. */
  who(c: Context): Promise<string | undefined>;
  /** Signs in whoever the link is of, and out whoever was; false if the link is of nobody any more. */
  begin(c: Context, link: string): Promise<boolean>;
  end(c: Context): Promise<void>;
  endAll(c: Context, person: string): Promise<void>;
}

/** As we make them. */
export const TOKEN = /^[\w-]{43}$/;

export function sessions({ site, sessions: store, person }: SignIn, now: () => Date): Sessions {
  const isSafe = site.startsWith('https:');
  // Browsers take a name like this only over https, for this host alone.
  const name = isSafe ? '__Host-soundings' : 'soundings';
  const about = { path: '/', httpOnly: true, sameSite: 'Strict', secure: isSafe } as const;
  const cookieOf = (c: Context) => {
    const token = getCookie(c, name);
    return token !== undefined && TOKEN.test(token) ? token : undefined;
  };
  return {
    async who(c) {
      const token = cookieOf(c);
      const id = token && (await whoIs(store, token, now()));
      return id && (await person(id)) ? id : undefined;
    },
    async begin(c, link) {
      const session = await signIn(store, link, now());
      if (!session) return false;
      const before = cookieOf(c);
      if (before !== undefined) await leave(store, before);
      // How long it goes on unused is the store's to say.
      const maxAge = Math.floor((session.ends.getTime() - now().getTime()) / 1000);
      setCookie(c, name, session.token, { ...about, maxAge });
      return true;
    },
    async end(c) {
      const token = cookieOf(c);
      if (token !== undefined) await leave(store, token);
      deleteCookie(c, name, about);
    },
    async endAll(c, id) {
      await store.endAll(id);
      deleteCookie(c, name, about);
    },
  };
}
