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
type ByQuestion = ReadonlyMap<string, readonly { unit: string; possible: Possible }[]>;

interface Gap {
  readonly missing: number;
  readonly surplus: number;
}

type ByPerson = ReadonlyMap<string, ReadonlyMap<string, Said>>;

export function compare(
  result: CountedRound,
  said: ByPerson,
  unitOf: ReadonlyMap<string, string>,
): Verdict {
  const answers = byQuestion(said, unitOf);
  const each = [...said.values()].flatMap((given) => [...given.values()]);
  const gaps = [
    ...[...result.pools].flatMap(([question, pools]) =>
      pools.map(({ from, tally }) => {
        const here = (answers.get(question) ?? []).filter(({ unit }) => from.includes(unit));
        return nearest(
          tally,
          here.map(({ possible }) => possible),
        );
      }),
    ),
    numbers(result, answers),
    comments(result, answers),
  ];
  return {
    answers: each.filter(({ acknowledged }) => acknowledged !== undefined).length,
    open: each.filter(({ maybe }) => maybe !== undefined).length,
    lost: gaps.reduce((sum, { missing }) => sum + missing, 0),
    invented: gaps.reduce((sum, { surplus }) => sum + surplus, 0),
  };
}

function byQuestion(said: ByPerson, unitOf: ReadonlyMap<string, string>): ByQuestion {
  const found = new Map<string, { unit: string; possible: Possible }[]>();
  for (const [person, given] of said) {
    for (const [question, { acknowledged, maybe }] of given) {
      const possible = maybe === undefined ? [acknowledged] : [acknowledged, maybe];
      if (possible.every((value) => value === undefined)) continue;
      const all = found.get(question) ?? [];
      all.push({ unit: unitOf.get(person) ?? '', possible });
      found.set(question, all);
    }
  }
  return found;
}

/** How far a pool's tally is from the nearest that the answers allow. */
function nearest(tally: readonly number[], answers: readonly Possible[]): Gap {
  const rest = [...tally];
  const take = (value: string | undefined, times: number) => {
    if (value !== undefined) rest[Number(value) - 1] = (rest[Number(value) - 1] ?? 0) - times;
  };
  for (const possible of answers) if (possible.length === 1) take(possible[0], 1);
  const unsure = answers.filter(({ length }) => length > 1);
  let best: Gap = { missing: Number.POSITIVE_INFINITY, surplus: 0 };
  // Every combination: there are but a few in any pool.
  const explore = (at: number): void => {
    if (at === unsure.length) {
      const here = gapOf(rest);
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

function gapOf(rest: readonly number[]): Gap {
  return {
    missing: rest.reduce((sum, n) => sum + Math.max(0, -n), 0),
    surplus: rest.reduce((sum, n) => sum + Math.max(0, n), 0),
  };
}

/** Fewest and most answers to these questions that may lie in the box. */
function span(answers: ByQuestion, of: (question: string) => boolean) {
  const some = [...answers].filter(([question]) => of(question)).flatMap(([, each]) => each);
  const least = some.filter(({ possible }) => !possible.includes(undefined)).length;
  return { least, most: some.length };
}

/** All that was opened, and all that was placed in a pool or burned uncounted. */
function numbers({ pools, ballots, uncounted }: CountedRound, answers: ByQuestion): Gap {
  const placed = [...pools.values()].flat().reduce((sum, { n }) => sum + n, uncounted);
  const gaps = [
    { found: ballots, ...span(answers, () => true) },
    { found: placed, ...span(answers, (question) => question !== COMMENTED) },
  ];
  return {
    missing: gaps.reduce((sum, { found, least }) => sum + Math.max(0, least - found), 0),
    surplus: gaps.reduce((sum, { found, most }) => sum + Math.max(0, found - most), 0),
  };
}

/** Of the comments some are released: each once, and in its last wording. */
function comments({ comments: released }: CountedRound, answers: ByQuestion): Gap {
  const given = (answers.get(COMMENTED) ?? []).flatMap(({ possible }) => possible);
  const texts = released.flatMap((pool) => pool.texts);
  const strange = texts.filter((text) => !given.includes(text)).length;
  return { missing: 0, surplus: strange + texts.length - new Set(texts).size };
}
