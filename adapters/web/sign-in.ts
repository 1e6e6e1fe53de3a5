/** The door of the page: what a link shows, what it does, and what there is without one. */
import type { Context, Hono } from 'hono';
import { copyFor } from '../../src/message/languages.ts';
import { invited } from '../../src/org/sign-in.ts';
import { addressOf, isFromNear } from '../address.ts';
import { counter } from '../often.ts';
import { isOwn } from './guard.ts';
import { limits } from './limits.ts';
import type { SignIn, WebOptions } from './options.ts';
import { type Sessions, type Signed, TOKEN } from './session.ts';
import { outsidePage, overPage, submitPage, wordsPage } from './sign-in-page.ts';

/** Ahead of all else: figures are for the operator's own machines, and nobody asks more often than people do. */
export function serveOperatorNear(app: Hono<Signed>): void {
  app.use('/metrics', async (c, next) => {
    return isFromNear(c.env.incoming) ? next() : c.notFound();
  });
}

export function serveSignIn(
  app: Hono<Signed>,
  { clock }: WebOptions,
  { site, sessions: store, person, now }: SignIn,
  sessions: Sessions,
): void {
  const isOver = counter(limits.counted, now);
  app.use(async (c, next) => {
    const address = addressOf(c.env.incoming);
    const isDoor = c.req.path.startsWith('/sign-in/');
    const tooOften =
      isOver(`all ${address}`, limits.perAddress) ||
      (isDoor && isOver(`door ${address}`, limits.signInsPerAddress));
    if (!tooOften) return next();
    c.header('Retry-After', '60');
    return c.html(wordsPage(copyOf(c), 'tooOften'), 429);
  });
  app.use('/sign-in/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    // A link in a history is nobody's business.
    c.header('X-Robots-Tag', 'noindex, nofollow, noarchive');
    await next();
  });
  app.get('/sign-in/:token', async (c) => {
    const token = c.req.param('token');
    const id = TOKEN.test(token) ? await invited(store, token, clock.now()) : undefined;
    const somebody = id === undefined ? undefined : await person(id);
    if (!somebody) return c.html(overPage(copyOf(c)), 410);
    return c.html(submitPage(copyFor(somebody.locale), somebody.name));
  });
  app.post('/sign-in/:token', async (c) => {
    if (!isOwn(c, site)) return c.html(wordsPage(copyOf(c), 'foreign'), 403);
    const token = c.req.param('token');
    const isIn = TOKEN.test(token) && (await sessions.begin(c, token));
    return isIn ? c.redirect('/', 303) : c.html(overPage(copyOf(c)), 410);
  });
  app.get('/', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    if ((await sessions.who(c)) !== undefined) return next();
    return c.html(outsidePage(copyOf(c)), 401);
  });
}

/** What went wrong on a page that is read by people; undefined for what the page's own program reads. */
export function failedPage(c: Context): Response | Promise<Response> | undefined {
  const isRead = c.req.path === '/' || c.req.path.startsWith('/sign-in/');
  return isRead ? c.html(wordsPage(copyOf(c), 'failed'), 503) : undefined;
}

/** What the browser speaks, for words to whom we do not know. */
function copyOf(c: Context) {
  return copyFor(c.req.header('accept-language')?.split(/[,;]/, 1)[0]?.trim() ?? 'en');
}
