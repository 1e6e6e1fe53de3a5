/** Compares what was counted with what was acknowledged, answer by answer. */
import type { CountedRound } from '../../src/ports/store.ts';
import { COMMENTED } from './company.ts';
import type { Said } from './people.ts';

export interface Verdict {
  /** Answers acknowledged (the last of each person and question). */
  readonly answers: number;
  /** Acknowledged, and not in the count; or in the count as something else. */
  readonly lost: number;
  /** Counted, and said by nobody. */
  readonly invented: number;
  /** Given around the close without an acknowledgement: they may be in the count or not. */
  readonly open: number;
}

/** What may lie in the box under one person and question; undefined: nothing. */
type Possible = readonly (string | undefined)[];

export function compare(
  result: CountedRound,
  said: ReadonlyMap<string, ReadonlyMap<string, Said>>,
  unitOf: ReadonlyMap<string, string>,
): Verdict {
  const byQuestion = new Map<string, { unit: string; possible: Possible }[]>();
  let [answers, open] = [0, 0];
  for (const [person, given] of said) {
    for (const [question, { acknowledged, maybe }] of given) {
      const possible = maybe === undefined ? [acknowledged] : [acknowledged, maybe];
      if (acknowledged !== undefined) answers++;
      if (maybe !== undefined) open++;
      const all = byQuestion.get(question) ?? [];
      byQuestion.set(question, [...all, { unit: unitOf.get(person) ?? '', possible }]);
    }
  }
  let [lost, invented, placed] = [0, 0, 0];
  for (const [question, pools] of result.pools) {
    for (const { from, tally, n } of pools) {
      placed += n;
      const units = new Set(from);
      const here = (byQuestion.get(question) ?? []).filter(({ unit }) => units.has(unit));
      const off = nearest(
        tally,
        here.map(({ possible }) => possible),
      );
      lost += off.missing;
      invented += off.surplus;
    }
  }
  const total = totals(result, byQuestion, placed);
  return { answers, open, lost: lost + total.missing, invented: invented + total.surplus };
}

/** How far a pool's tally is from the nearest that the answers allow. */
function nearest(tally: readonly number[], answers: readonly Possible[]) {
  const sure = answers.filter(({ length }) => length === 1);
  const rest = [...tally];
  const take = (value: string | undefined, times: number) => {
    if (value !== undefined) rest[Number(value) - 1] = (rest[Number(value) - 1] ?? 0) - times;
  };
  for (const [value] of sure) take(value, 1);
  const gap = () => ({
    missing: rest.reduce((sum, n) => sum + Math.max(0, -n), 0),
    surplus: rest.reduce((sum, n) => sum + Math.max(0, n), 0),
  });
  const unsure = answers.filter(({ length }) => length > 1);
  let best = { missing: Number.POSITIVE_INFINITY, surplus: 0 };
  // Every combination: there are but a few in any pool.
  const explore = (at: number) => {
    if (at === unsure.length) {
      const here = gap();
      if (here.missing + here.surplus < best.missing + best.surplus) best = here;
      return;
    }
    for (const value of unsure[at] ?? []) {
      take(value, 1);
      explore(at + 1);
      take(value, -1);
    }
  };
  explore(0);
  return best;
}

/** What no pool shows: answers burned uncounted, and comments, of which only the number is known for certain. */
function totals(
  { ballots, uncounted, comments, pools }: CountedRound,
  byQuestion: ReadonlyMap<string, readonly { unit: string; possible: Possible }[]>,
  placed: number,
) {
  let [least, most] = [0, 0];
  const texts = new Set<string>();
  let commented = { least: 0, most: 0 };
  for (const [question, answers] of byQuestion) {
    const of = {
      least: answers.filter(({ possible }) => !possible.includes(undefined)).length,
      most: answers.length,
    };
    if (question === COMMENTED) {
      commented = of;
      for (const { possible } of answers) for (const text of possible) if (text) texts.add(text);
    }
    least += of.least;
    most += of.most;
  }
  const scores = ballots - commented.least;
  let missing = Math.max(0, least - ballots);
  let surplus = Math.max(0, ballots - most);
  // What was placed and what was not is all that was opened, comments apart.
  if (placed + uncounted > scores) surplus += placed + uncounted - scores;
  if (placed + uncounted < ballots - commented.most) {
    missing += ballots - commented.most - placed - uncounted;
  }
  const released = comments.flatMap((pool) => pool.texts);
  surplus += released.filter((text) => !texts.has(text)).length;
  surplus += released.length - new Set(released).size;
  for (const question of pools.keys()) if (!byQuestion.has(question)) surplus++;
  return { missing, surplus };
}
