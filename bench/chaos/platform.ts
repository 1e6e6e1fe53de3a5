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

/** What became of calls to post. `busy` posts nothing, and says so; after all others the caller can't know. */
const FAULTS = {
  busy: 0.008,
  '500 before': 0.015,
  '503 before': 0.01,
  '500 after': 0.02,
  'reset before': 0.015,
  'reset after': 0.02,
  'time-out after': 0.012,
  'posted late': 0.008,
  slow: 0.05,
} as const;
type Fault = keyof typeof FAULTS;

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
  /** When the last call came, in the machine's milliseconds. */
  readonly lastCall: () => number;
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
  const counts = Object.fromEntries(Object.keys(FAULTS).map((name) => [name, 0])) as Record<
    Fault,
    number
  >;
  let [busyUntil, refused, lastCall] = [0, 0, 0];

  const draw = (weights: Partial<Record<Fault, number>>, ...name: string[]) => {
    const key = name.join(' ');
    const nth = (tries.get(key) ?? 0) + 1;
    tries.set(key, nth);
    const fault = pick(weights as Record<Fault, number>, chance(seed, key, nth));
    return fault;
  };

  const keep = (asked: Omit<Posted, 'address'>): Posted => {
    const post = { ...asked, address: `at-${posts.length + 1}` };
    posts.push(post);
    byPerson.set(post.person, [...(byPerson.get(post.person) ?? []), post]);
    hooks.posted(post);
    return post;
  };

  const busy = (response: ServerResponse) => {
    refused++;
    response.writeHead(429, { 'retry-after': String(RETRY_AFTER) }).end();
  };

  const post = async (asked: Omit<Posted, 'address'>, response: ServerResponse) => {
    if (Date.now() < busyUntil) return busy(response);
    const fault = draw(FAULTS, asked.person, asked.round, asked.kind);
    if (fault !== undefined) counts[fault]++;
    if (fault === 'busy') {
      busyUntil = Date.now() + RETRY_AFTER * 1000;
      return busy(response);
    }
    if (fault !== undefined && fault !== 'slow') ambiguous.add(asked.delivery);
    if (fault === '500 before' || fault === '503 before') {
      return void response.writeHead(Number(fault.slice(0, 3))).end();
    }
    if (fault === 'reset before') return void response.socket?.destroy();
    if (fault === 'posted late') await pause(timeout * 1.3);
    if (fault === 'slow') await pause(timeout * 0.4);
    const { address } = keep(asked);
    if (fault === '500 after') return void response.writeHead(500).end();
    if (fault === 'reset after') return void response.socket?.destroy();
    if (fault === 'time-out after') await pause(timeout * 2);
    response.end(JSON.stringify({ address }));
  };

  const look = async (person: string, response: ServerResponse) => {
    const fault = draw(LOOKING, 'history', person);
    if (fault === '500 before') return void response.writeHead(500).end();
    if (fault === 'reset before') return void response.socket?.destroy();
    if (fault === 'slow') await pause(timeout * 0.4);
    response.end(JSON.stringify(byPerson.get(person) ?? []));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://platform');
    const body = await bodyOf(request);
    if (pathname === '/step') {
      const { pid, name } = body as { pid: number; name: string };
      if ((await hooks.step(pid, name)) === 'go') response.end();
      return;
    }
    lastCall = Date.now();
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
    lastCall: () => lastCall,
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
