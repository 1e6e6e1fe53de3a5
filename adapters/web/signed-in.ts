/** The API where people sign in: nobody is served without a session, and sessions end. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { copyFor } from '../../src/message/languages.ts';
import { counter } from '../often.ts';
import { limits } from './limits.ts';
import type { Live } from './live.ts';
import type { WebOptions } from './options.ts';
import type { Sessions, Signed } from './session.ts';
import type { About, SignOut } from './wire.ts';

const signOut: z.ZodType<SignOut> = z.strictObject({ everywhere: z.boolean() });

export function serveSignedIn(
  app: Hono<Signed>,
  { signIn }: WebOptions,
  live: Live,
  sessions: Sessions,
): void {
  const isOver = counter(limits.counted, signIn?.now);
  app.use(async (c, next) => {
    const person = await sessions.who(c);
    if (person === undefined) return c.json({ error: 'You are not signed in.' }, 401);
    if (isOver(person, limits.perPerson)) {
      c.header('Retry-After', '60');
      return c.json({ error: 'That was too much at once. Please wait a minute.' }, 429);
    }
    c.set('person', person);
    return next();
  });
  app.post('/sign-out', async (c) => {
    const asked = signOut.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return c.json({ error: 'everywhere: true or false is expected' }, 400);
    const person = c.get('person') ?? '';
    if (asked.data.everywhere) await sessions.endAll(c, person);
    else await sessions.end(c);
    live.end(person);
    return c.json({});
  });
}

export function signOutWords(locale: string): NonNullable<About['signOut']> {
  const { out, everywhere } = copyFor(locale).signIn;
  return { here: out, everywhere };
}
