/** The people of a run: they answer, change their answers, skip or stay silent, and never give up before they are told. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from '../../src/message/reply.ts';
import { chance, pick } from './chance.ts';
import { COMMENTED } from './company.ts';
import type { Posted } from './platform.ts';
import type { Answered } from './process.ts';

/** What one person said to one question: what was acknowledged last, and what was given since without an answer. */
export interface Said {
  acknowledged?: string;
  maybe?: string;
}

export interface People {
  /** Round to person to question. */
  readonly said: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Said>>>;
  readonly counts: { acknowledged: number; repeated: number; refused: number };
  /** `round person` of those who skipped. */
  readonly skipped: ReadonlySet<string>;
  /** Refusals while the round was open, and faults: there should be none. */
  readonly wrong: string[];
  got(post: Posted): void;
  /** Some of those who have been silent answer now, whatever the clock does meanwhile. */
  rush(round: string, questions: readonly string[], many: number): void;
  /** From now on a refusal is no fault. */
  closing(round: string): void;
  /** Resolves when nobody is about to say anything more. */
  quiet(): Promise<void>;
  /** Those who still try are stopped. */
  close(): void;
}

const MANNERS = { tap: 0.2, form: 0.3, both: 0.2, change: 0.12, skip: 0.08 } as const;
type Manner = Exclude<keyof typeof MANNERS, 'skip'>;
/** Milliseconds between tries. */
const AGAIN = 250;
const LETTERS = 'abcdefghij';

export function people(
  seed: number,
  web: string,
  questionsOf: (round: string) => Promise<readonly string[]>,
): People {
  const said = new Map<string, Map<string, Map<string, Said>>>();
  const counts = { acknowledged: 0, repeated: 0, refused: 0 };
  const skipped = new Set<string>();
  const wrong: string[] = [];
  const met = new Set<string>();
  const silent = new Map<string, string[]>();
  const closing = new Set<string>();
  const busy = new Set<Promise<void>>();
  let [written, closed] = [0, false];

  const saidOf = (round: string, person: string, question: string): Said => {
    const inRound = said.get(round) ?? new Map<string, Map<string, Said>>();
    const byPerson = inRound.get(person) ?? new Map<string, Said>();
    const to = byPerson.get(question) ?? {};
    said.set(round, inRound.set(person, byPerson.set(question, to)));
    return to;
  };

  /** Until told. `unclear`: refused, after a try of which nobody knows whether it was taken. */
  const tell = async (reply: Reply): Promise<'taken' | 'refused' | 'unclear'> => {
    let answered = await post(web, reply);
    const first = answered !== undefined;
    if (!first) counts.repeated++;
    while (!answered && !closed) {
      await pause(AGAIN);
      answered = await post(web, reply);
    }
    if (answered?.replaced) return 'taken';
    counts.refused++;
    const early = 'round' in reply && !closing.has(reply.round);
    if (early) wrong.push(`${reply.kind}: ${answered?.says}`);
    return first ? 'refused' : 'unclear';
  };

  const answer = async (reply: Reply, given: readonly (readonly [Said, string])[]) => {
    for (const [to, value] of given) to.maybe = value;
    const outcome = await tell(reply);
    if (outcome === 'unclear') return;
    for (const [to, value] of given) {
      delete to.maybe;
      if (outcome === 'taken') to.acknowledged = value;
    }
    if (outcome === 'taken') counts.acknowledged += given.length;
  };

  const value = (person: string, question: string, time: number) =>
    String(1 + Math.floor(5 * chance(seed, person, question, time)));

  const tap = async (round: string, person: string, question: string, time: number) => {
    const chosen = value(person, question, time);
    const to = saidOf(round, person, question);
    await answer({ kind: 'answer', person, round, question, value: chosen }, [[to, chosen]]);
  };

  const form = async (round: string, person: string, asked: readonly string[], time: number) => {
    const given = asked.map((question): [string, string] => [
      question,
      question === COMMENTED ? remark(++written) : value(person, question, time),
    ]);
    const fields = Object.fromEntries(given.map(([name, chosen]) => [name, [chosen]]));
    const to = given.map(([name, chosen]) => [saidOf(round, person, name), chosen] as const);
    await answer({ kind: 'submit', form: 'answers', person, about: round, fields }, to);
  };

  const skip = async (round: string, person: string) => {
    const outcome = await tell({ kind: 'action', person, about: round, action: 'skip' });
    if (outcome === 'taken') skipped.add(`${round} ${person}`);
  };

  const wait = (person: string) =>
    pause(100 + 1500 * chance(seed, 'wait', person, counts.acknowledged));

  const speak = async (manner: Manner, round: string, person: string) => {
    const asked = await questionsOf(round);
    if (manner !== 'form') await tap(round, person, asked[0] ?? '', 1);
    if (manner === 'tap') return;
    await wait(person);
    await form(round, person, asked, 2);
    if (manner !== 'change') return;
    await wait(person);
    await form(round, person, asked, 3);
  };

  const live = async ({ round, person }: Posted) => {
    const manner = pick(MANNERS, chance(seed, 'manner', round, person));
    if (!manner) {
      silent.set(round, [...(silent.get(round) ?? []), person]);
      return;
    }
    await wait(person);
    if (manner === 'skip') await skip(round, person);
    else await speak(manner, round, person);
  };

  const begin = (life: Promise<void>) => {
    const kept = life
      .catch((error) => void wrong.push(String(error)))
      .finally(() => busy.delete(kept));
    busy.add(kept);
  };

  return {
    said,
    counts,
    skipped,
    wrong,
    got(posted) {
      const key = `${posted.round} ${posted.person}`;
      if (posted.kind !== 'question' || met.has(key)) return;
      met.add(key);
      begin(live(posted));
    },
    rush(round, questions, many) {
      for (const [i, person] of (silent.get(round) ?? []).slice(0, many).entries()) {
        begin(pause((i * 1200) / many).then(() => form(round, person, questions, 4)));
      }
    },
    closing: (round) => void closing.add(round),
    async quiet() {
      while (busy.size > 0) await Promise.race(busy);
    },
    close() {
      closed = true;
    },
  };
}

/** Of letters only: numbers, names and handles would be scrubbed. */
function remark(n: number): string {
  const word = [...String(n)].map((digit) => LETTERS[Number(digit)]).join('');
  return `remark r${word}x on this`;
}

/** Undefined if it is not known whether the process took it. */
async function post(web: string, reply: Reply): Promise<Answered | undefined> {
  try {
    const response = await fetch(web, { method: 'POST', body: JSON.stringify(reply) });
    return response.ok ? ((await response.json()) as Answered) : undefined;
  } catch {
    return undefined;
  }
}
