/** What the page asks and sends, translated at the boundary: routes under /api. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { aboutOf, type Response as Reaction, type Reply } from '../../src/message/reply.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import type { StoredMessage } from '../../src/ports/store.ts';
import { isInterview, isOfInterview } from './interview.ts';
import { limits } from './limits.ts';
import { type Live, toPosted } from './live.ts';
import type { WebOptions } from './options.ts';
import { parseClick } from './parse-click.ts';
import type { Sessions, Signed } from './session.ts';
import { serveSignedIn, signOutWords } from './signed-in.ts';
import type { About, Click, ClockFace } from './wire.ts';

/** With `sessions` only whoever is signed in is served, and nobody is told of anybody else. */
export function api(
  options: WebOptions,
  live: Live,
  inbox: Inbox,
  sessions?: Sessions,
): Hono<Signed> {
  const app = new Hono<Signed>();
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.use(
    bodyLimit({
      maxSize: limits.body,
      onError: (c) => c.json({ error: `body: more than ${limits.body} bytes` }, 413),
    }),
  );
  if (sessions) serveSignedIn(app, options, live, sessions);
  app.get('/about', async (c) => c.json(await about(options, c.get('person'))));
  app.get('/people', async (c) => {
    const [all, self] = [await options.directory(), c.get('person')];
    return c.json(self === undefined ? all : all.filter(({ id }) => id === self));
  });
  app.get('/people/:id/messages', async (c) => {
    const person = c.req.param('id');
    if (!(await lives(options, person, c.get('person')))) return stranger(c, 'id');
    return c.json((await options.messages.of(person)).map(toPosted));
  });
  app.get('/people/:id/events', async (c) => {
    const person = c.req.param('id');
    if (!(await lives(options, person, c.get('person')))) return stranger(c, 'id');
    const may = sessions && (async () => (await sessions.who(c)) === person);
    return live.open(c, person, may) ?? c.json({ error: 'Too many pages are open.' }, 503);
  });
  app.post('/reply', (c) => receive(c, options, live, inbox));
  app.post('/clock/skip', skipper(options, live));
  return app;
}

async function receive(c: Context<Signed>, options: WebOptions, live: Live, inbox: Inbox) {
  const parsed = parseClick(await c.req.text());
  if ('error' in parsed) return c.json(parsed, 400);
  // Whoever is signed in, whatever else is said.
  const person = c.get('person') ?? parsed.reply.person;
  const click: Click = { ...parsed, reply: { ...parsed.reply, person } };
  if (!(await lives(options, person, c.get('person')))) return stranger(c, 'reply.person');
  const target = await clicked(options, click);
  if (target === 'gone') return c.json({ error: 'message: there is none of this id' }, 404);
  if (target === 'foreign') {
    return c.json({ error: 'message: not of this person and round' }, 403);
  }
  let reaction: Reaction;
  try {
    reaction = await inbox.receive(click.reply);
  } catch (error) {
    options.failed?.('a reply could not be stored', error);
    return c.json({ error: 'Nothing was stored. Please try again.' }, 503);
  }
  if (reaction.replace !== undefined) {
    // What the reply confirms is durable by now: a page that can't be updated must not be told otherwise.
    try {
      await replace(options, live, target ?? (await questionOf(options, click.reply)), reaction);
    } catch (error) {
      options.failed?.('a message could not be replaced', error);
    }
  }
  return c.json(reaction);
}

async function replace(
  { messages }: WebOptions,
  live: Live,
  target: StoredMessage | undefined,
  { replace: message }: Reaction,
): Promise<void> {
  if (target === undefined || message === undefined) return;
  await messages.replace(target.id, message);
  live.posted({ ...target, message });
}

/** Whoever answers from elsewhere, such as their home page, finds their newest question of the round answered. */
async function questionOf({ messages }: WebOptions, reply: Reply) {
  if (isOfInterview(reply)) {
    return (await messages.of(reply.person)).findLast(({ message }) => isInterview(message));
  }
  const answers =
    reply.kind === 'answer' ||
    (reply.kind === 'submit' && reply.form === 'answers') ||
    (reply.kind === 'action' && reply.action === 'skip');
  if (!answers) return undefined;
  const round = roundOf(reply);
  const all = await messages.of(reply.person);
  return all.findLast((stored) => stored.round === round && stored.kind === 'question');
}

async function clicked({ messages }: WebOptions, { reply, message }: Click) {
  if (message === undefined) return undefined;
  const stored = await messages.get(message);
  if (stored === undefined) return 'gone';
  const isOfIt =
    stored.round === roundOf(reply) || (isOfInterview(reply) && isInterview(stored.message));
  return stored.person === reply.person && isOfIt ? stored : 'foreign';
}

/** What a message's buttons are about is its round, or a part of it: `round/unit`. */
function roundOf(reply: Reply): string | undefined {
  return aboutOf(reply)?.split('/')[0];
}

/** One skip at a time: a second click while the clock moves would skip two steps. */
function skipper(options: WebOptions, live: Live) {
  let moving = false;
  return async (c: Context) => {
    const { skip } = options.clock;
    if (skip === undefined) return c.json({ error: 'This clock is not moved by hand.' }, 404);
    if (moving) return c.json({ error: 'The clock is moving already.' }, 409);
    moving = true;
    try {
      await skip();
      const moved = await face(options);
      live.clock(moved);
      return c.json(moved);
    } catch (error) {
      options.failed?.('the clock could not be moved', error);
      return c.json({ error: 'The step was not finished. Please try again.' }, 503);
    } finally {
      moving = false;
    }
  };
}

async function about(options: WebOptions, self?: string): Promise<About> {
  const { about, signIn } = options;
  const locale = self === undefined ? undefined : (await signIn?.person(self))?.locale;
  return {
    ...about,
    clock: await face(options),
    ...(locale !== undefined && { signOut: signOutWords(locale) }),
  };
}

async function face({ clock }: WebOptions): Promise<ClockFace> {
  const next = await clock.next?.();
  const now = clock.now().toISOString();
  if (next === undefined || clock.skip === undefined) return { now };
  return { now, next: { at: next.at.toISOString(), what: next.what } };
}

async function lives(options: WebOptions, person: string, self?: string): Promise<boolean> {
  if (self !== undefined) return person === self;
  return (await options.directory()).some((resident) => resident.id === person);
}

function stranger(c: Context, field: string) {
  return c.json({ error: `${field}: nobody here has this id` }, 404);
}
