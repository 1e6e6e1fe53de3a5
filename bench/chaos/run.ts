/** One run: a company is asked, answers, is counted and told, while everything that it runs on is killed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../adapters/store/open-store.ts';
import { type Audit, audit } from './audit.ts';
import { setClock } from './clock-file.ts';
import { company, weekOf } from './company.ts';
import { type Crew, crew } from './crew.ts';
import type { Director, Ran, RunSettings } from './director.ts';
import { people } from './people.ts';
import { platform } from './platform.ts';
import { type Database, freePort, type RedisServer } from './servers.ts';
import { week } from './week.ts';

/** Milliseconds that a call of the platform may take: far less than a lease lasts on the run's fast clock. */
const TIMEOUT = 800;

/** Runs, hands what is left to `judge`, and clears everything away, whatever happens. */
export async function run<T>(
  settings: RunSettings,
  servers: Servers,
  log: (line: string) => void,
  judge: (ran: Ran) => Promise<T>,
): Promise<T> {
  const { closing } = servers;
  const start = performance.now();
  try {
    const director = await prepare(settings, servers, log);
    await director.crew.healthy();
    for (let number = 0; number < settings.rounds; number++) await week(director, number);
    return await judge({ ...director, seconds: (performance.now() - start) / 1000 });
  } finally {
    await clear(closing, log);
  }
}

/** Closes what was opened last first; what can't be closed is told, and the rest goes on. */
export async function clear(closing: (() => unknown)[], log: (line: string) => void) {
  for (let close = closing.pop(); close; close = closing.pop()) {
    try {
      await close();
    } catch (error) {
      log(`Clearing away: ${error}`);
    }
  }
}

export interface Servers {
  readonly database: Database;
  readonly redis: RedisServer;
  readonly folder: string;
  /** Undoes what a run has made; whoever ends it early calls `clear`. */
  readonly closing: (() => unknown)[];
}

/** Everything that a run needs. */
async function prepare(
  settings: RunSettings,
  { database, redis, folder: all, closing }: Servers,
  log: (line: string) => void,
): Promise<Director> {
  const { name, seed, canFind, pace } = settings;
  const folder = join(all, name);
  mkdirSync(folder);
  const { url, drop } = await database.create();
  closing.push(drop);
  const prefix = `chaos_${process.pid}_${name}`;
  closing.push(() => redis.wipe(prefix));
  const clock = join(folder, 'clock.json');
  const now = weekOf(0).before;
  setClock(clock, now, 0);
  const store = await openStore(url, { tell: () => {} });
  closing.push(() => store.close());
  await store.org.replace(company(settings.people, seed), now);
  const watched = await audit(url);
  const port = await freePort();
  const crowd = people(seed, `http://127.0.0.1:${port}`, questionsFrom(watched));
  closing.push(() => crowd.close());
  const wanted = new Map<string, number>();
  const steps: Director['steps'] = [];
  let workers: Crew | undefined;
  const chat = await platform(seed, TIMEOUT, {
    posted: (post) => crowd.got(post),
    step: async (pid, step) => {
      const left = wanted.get(step) ?? 0;
      if (left === 0) return 'go';
      wanted.set(step, left - 1);
      steps.push({ step, state: await currentState(watched) });
      workers?.killPid(pid);
      return 'die';
    },
  });
  closing.push(() => chat.close());
  const keys = join(folder, 'keys');
  const places = { database: url, queue: redis.url, prefix, keys, clock, platform: chat.url, port };
  const each = { ...places, canFind, timeout: TIMEOUT, pace };
  const roles = ['worker', 'worker', 'web'] as const;
  workers = crew(roles.map((role) => ({ ...each, role })));
  closing.push(workers.close);
  return {
    ...{ settings, store, audit: watched, platform: chat, people: crowd, crew: workers, steps },
    ...{ database, redis, prefix, clock, log, wanted, silent: new Set() },
    events: { wipes: 0, terminations: 0, restarts: 0 },
  };
}

/** Of the newest round. */
async function currentState({ ask }: Audit): Promise<string> {
  const text = 'select state from round order by number desc limit 1';
  const [row] = await ask<{ state: string }>(text);
  return row?.state ?? 'none';
}

function questionsFrom({ ask }: Audit): (round: string) => Promise<readonly string[]> {
  const known = new Map<string, Promise<readonly string[]>>();
  const read = async (round: string) => {
    const text = 'select questions from round where id = $1';
    const [row] = await ask<{ questions: string }>(text, [round]);
    const questions: { id: string }[] = JSON.parse(row?.questions ?? '[]');
    return questions.map(({ id }) => id);
  };
  return (round) => {
    const found = known.get(round) ?? read(round);
    known.set(round, found);
    return found;
  };
}
