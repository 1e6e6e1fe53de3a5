/** A chat platform over HTTP that keeps every message, and fails in every manner that a real one knows. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { chance, pick } from './chance.ts';

export interface Posted {
  readonly person: string;
  readonly delivery: string;
  readonly round: string;
  readonly kind: 'question' | 'digest';
  readonly address: string;
}

/** What happens to a call: how long it waits, as a share of the caller's time-out, and how it ends. */
interface Fate {
  /** Of all calls. */
  readonly share: number;
  readonly waits: number;
  readonly posts: boolean;
  /** After posting. */
  readonly dawdles: number;
  readonly ends: 'well' | 'reset' | 'busy' | 500 | 503;
  /** Whether the caller can't know if it was posted. */
  readonly unclear: boolean;
}

const AT_ONCE = { waits: 0, dawdles: 0 };
const NOT_POSTED = { ...AT_ONCE, posts: false, unclear: true };
const POSTED = { ...AT_ONCE, posts: true, unclear: true };

const FATES = {
  busy: { ...NOT_POSTED, share: 0.008, ends: 'busy', unclear: false },
  '500 before': { ...NOT_POSTED, share: 0.015, ends: 500 },
  '503 before': { ...NOT_POSTED, share: 0.01, ends: 503 },
  '500 after': { ...POSTED, share: 0.02, ends: 500 },
  'reset before': { ...NOT_POSTED, share: 0.015, ends: 'reset' },
  'reset after': { ...POSTED, share: 0.02, ends: 'reset' },
  'time-out after': { ...POSTED, share: 0.012, dawdles: 2, ends: 'well' },
  'posted late': { ...POSTED, share: 0.008, waits: 1.3, ends: 'well' },
  slow: { ...POSTED, share: 0.05, waits: 0.4, ends: 'well', unclear: false },
} as const satisfies Record<string, Fate>;
type Fault = keyof typeof FATES;
const WELL: Fate = { ...POSTED, share: 1, ends: 'well', unclear: false };

function fateOf(fault: Fault | undefined): Fate {
  return fault === undefined ? WELL : FATES[fault];
}

const SHARES = Object.fromEntries(
  Object.entries(FATES).map(([name, { share }]) => [name, share]),
) as Record<Fault, number>;
/** Of looking up the history. */
const LOOKING = { '500 before': 0.02, 'reset before': 0.02, slow: 0.05 } as const;

/** Seconds for which the platform turns everybody away. */
const RETRY_AFTER = 1;

export interface Platform {
  readonly url: string;
  readonly posts: readonly Posted[];
  /** Delivery ids of posts whose sender could not know whether they were posted. */
  readonly ambiguous: ReadonlySet<string>;
  readonly counts: Readonly<Record<Fault, number>>;
  /** Calls turned away with 429: the fault's own and those that came while it lasted. */
  readonly refused: () => number;
  close(): Promise<void>;
}

interface Hooks {
  readonly posted: (post: Posted) => void;
  /** A process stopped at a step; whoever is to die there is not answered. */
  readonly step: (pid: number, name: string) => Promise<'go' | 'die'>;
}

export async function platform(seed: number, timeout: number, hooks: Hooks): Promise<Platform> {
  const posts: Posted[] = [];
  const byPerson = new Map<string, Posted[]>();
  const ambiguous = new Set<string>();
  const tries = new Map<string, number>();
  const counts = Object.fromEntries(Object.keys(FATES).map((name) => [name, 0])) as Record<
    Fault,
    number
  >;
  let [busyUntil, refused] = [0, 0];

  const draw = (shares: Partial<Record<Fault, number>>, key: string): Fault | undefined => {
    const nth = (tries.get(key) ?? 0) + 1;
    tries.set(key, nth);
    return pick(shares as Record<Fault, number>, chance(seed, key, nth));
  };

  const keep = (asked: Omit<Posted, 'address'>): Posted => {
    const post = { ...asked, address: `at-${posts.length + 1}` };
    posts.push(post);
    byPerson.set(post.person, [...(byPerson.get(post.person) ?? []), post]);
    hooks.posted(post);
    return post;
  };

  const end = (ends: Fate['ends'], body: unknown, response: ServerResponse) => {
    switch (ends) {
      case 'well':
        return response.end(JSON.stringify(body));
      case 'reset':
        return response.socket?.destroy();
      case 'busy':
        refused++;
        return response.writeHead(429, { 'retry-after': String(RETRY_AFTER) }).end();
      default:
        return response.writeHead(ends).end();
    }
  };

  const post = async (asked: Omit<Posted, 'address'>, response: ServerResponse) => {
    if (Date.now() < busyUntil) {
      end('busy', undefined, response);
      return;
    }
    const fault = draw(SHARES, `${asked.person} ${asked.round} ${asked.kind}`);
    if (fault !== undefined) counts[fault]++;
    const fate = fateOf(fault);
    if (fate.ends === 'busy') busyUntil = Date.now() + RETRY_AFTER * 1000;
    if (fate.unclear) ambiguous.add(asked.delivery);
    await pause(timeout * fate.waits);
    const kept = fate.posts ? keep(asked) : undefined;
    await pause(timeout * fate.dawdles);
    end(fate.ends, kept, response);
  };

  const look = async (person: string, response: ServerResponse) => {
    const fault = draw(LOOKING, `history ${person}`);
    const fate = fateOf(fault);
    await pause(timeout * fate.waits);
    end(fate.ends, byPerson.get(person) ?? [], response);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://platform');
    const body = await bodyOf(request);
    if (pathname === '/step') {
      const { pid, name } = body as { pid: number; name: string };
      if ((await hooks.step(pid, name)) === 'go') response.end();
      return;
    }
    if (pathname === '/post') return post(body as Omit<Posted, 'address'>, response);
    return look(searchParams.get('person') ?? '', response);
  };

  const server = createServer((request, response) => {
    // A caller that was killed in mid-request is no news.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    ambiguous,
    counts,
    refused: () => refused,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}
