/** The attacks on a firm that keeps its queue on Redis, or its store and its queue on PostgreSQL. */

import { canaries } from './canary.ts';
import { CHANCE } from './chance.ts';
import { atMost, type Line, none, told } from './line.ts';
import { type Links, linking } from './linking.ts';
import { onPostgres } from './linking-postgres.ts';
import { reminded } from './reminded.ts';
import { postgresAnswers, spyPostgres } from './spy-postgres.ts';
import { type Spied, spyQueue } from './spy-queue.ts';
import { writtenByClicks } from './times.ts';

export interface Found {
  readonly lines: readonly Line[];
  /** Attacks that did not find what was there to be found. */
  readonly harmless: readonly string[];
}

/** People who are asked, of whom every other one is reminded. */
const ASKED = 12;

export async function attackRedis(url: string): Promise<Found> {
  const queue = await lent(() => spyQueue(url), canaries);
  if (!queue) {
    return { lines: [told('canaries in Redis', 'not tried: no Redis answers')], harmless: [] };
  }
  const known = await lent(
    () => spyQueue(url),
    (spy) => reminded(spy, ASKED),
  );
  return {
    lines: [
      none('canaries in files, log and Redis, during and after', queue.during + queue.after),
      none(
        `of ${ASKED}: whether they answered, by what Redis keeps after the burn`,
        known?.told ?? 0,
        known?.watched,
      ),
    ],
    harmless: [
      ...(queue.searchWorks ? [] : ['search of Redis']),
      ...(known?.watched ? [] : ['timing of jobs in Redis']),
    ],
  };
}

/**
 * `weeks` of linking. Each attack has a database of its own, and two go on at a time: a firm has some thirty connections,
 * and a server usually takes a hundred.
 */
export async function attackPostgres(weeks: number, seed: number, url?: string): Promise<Found> {
  if (!(await postgresAnswers(url))) {
    return {
      lines: [told('canaries and linking in PostgreSQL', 'not tried: no PostgreSQL answers')],
      harmless: [],
    };
  }
  const open = () => spyPostgres(url);
  const [[kept, known], [links, written]] = await together(
    inTurn(
      () => lent(open, canaries),
      () => lent(open, (spy) => reminded(spy, ASKED)),
    ),
    inTurn(
      () => linking(weeks, seed, async () => onPostgres(await open())),
      () => lent(open, writtenByClicks),
    ),
  );
  return {
    lines: [
      none(
        'canaries in rows, samples and files of PostgreSQL, during and after',
        kept ? kept.during + kept.after : 1,
      ),
      ...linked(links, 'in PostgreSQL '),
      none(
        `of ${ASKED}: whether they answered, by PostgreSQL’s queue after the burn`,
        known?.told ?? 0,
        known?.watched,
      ),
      told('columns of PostgreSQL that a click changes', shortly(written?.columns ?? [])),
      none('of these with a time, or only with some answers', untold(written)),
    ],
    harmless: [
      ...(kept?.searchWorks ? [] : ['search of PostgreSQL']),
      ...(known?.watched ? [] : ['timing of jobs in PostgreSQL']),
      ...(written?.control.length ? [] : ['search for times in PostgreSQL']),
      ...harmlessLinks(links, ['ephemeral key', 'ctid'], ' in PostgreSQL'),
    ],
  };
}

/** Two lines: during the round, and after the burn. */
export function linked({ during, after, clues, naive, copied }: Links, where: string): Line[] {
  const most = Math.max(...copied.values());
  return [
    atMost(
      `linking ${where}during the round, best of ${clues.during} clues, above chance`,
      during,
      CHANCE,
      'sigma',
      most,
    ),
    atMost(
      `linking ${where}after the burn, best of ${clues.after} clues, above chance`,
      after,
      CHANCE,
      'sigma',
      naive,
    ),
  ];
}

/** Clues by which whoever answered together must be found, and the order after the burn had it been kept. */
export function harmlessLinks(
  { naive, copied }: Links,
  must: readonly string[],
  where: string,
): string[] {
  const best = (clue: string) =>
    Math.max(...[...copied].map(([name, sigmas]) => (name.startsWith(clue) ? sigmas : 0)));
  return [
    ...must.filter((clue) => best(clue) <= CHANCE).map((clue) => `linking by ${clue}${where}`),
    ...(naive > CHANCE ? [] : [`linking by order${where}`]),
  ];
}

export function untold(written: Awaited<ReturnType<typeof writtenByClicks>> | undefined): number {
  return written ? new Set([...written.timed, ...written.byValue]).size : 0;
}

/** `a.b`, `a.c` as "a: b c". */
export function shortly(columns: readonly string[]): string {
  const tables = new Set(columns.map((each) => each.slice(0, each.lastIndexOf('.'))));
  const of = (table: string) => columns.filter((each) => each.startsWith(`${table}.`));
  return [...tables]
    .map(
      (table) =>
        `${table}: ${of(table)
          .map((each) => each.slice(table.length + 1))
          .join(' ')}`,
    )
    .join(', ');
}

/** Waits for both even if one fails: no database stays behind. */
export async function together<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}

async function inTurn<A, B>(one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
  return [await one(), await other()];
}

/** Lends a server's place and clears it; undefined where none answers. */
async function lent<S extends Spied, T>(
  open: () => Promise<S | undefined>,
  use: (spy: S) => Promise<T>,
): Promise<T | undefined> {
  const spy = await open();
  try {
    return spy && (await use(spy));
  } finally {
    await spy?.clear();
  }
}
