/** Whether what was counted lies in whole pools: each of at least k, and no unit's ballots in two of them. */

import { RELEASE } from '../ballot/comments.ts';
import type { Pool } from '../ballot/pools.ts';
import type { Round } from '../campaign/round.ts';
import { isRelease } from '../exit/leaver.ts';
import { subtree } from '../org/unit.ts';
import type { CountedRound } from '../ports/store.ts';
import { cells, type Question } from '../survey/question.ts';

/** What is wrong with the result of one round, in words. */
export function poolFaults(round: Round, result: CountedRound): string[] {
  const asked = new Map(round.questions.map((question) => [question.id, question]));
  const faults = [...result.pools].flatMap(([id, pools]) => {
    const where = `${round.id}, question "${id}"`;
    const question = asked.get(id);
    if (!question) return [`${where}: pools of a question that the round does not ask.`];
    return [
      ...pools.flatMap((pool) => onePool(round, question, pool).map((says) => `${where}: ${says}`)),
      ...overlaps(round, pools).map((says) => `${where}: ${says}`),
    ];
  });
  const placed = [...result.pools.values()].flat().reduce((sum, { n }) => sum + n, 0);
  if (!isRelease(round) && placed + result.uncounted > result.ballots) {
    faults.push(`${round.id}: its pools hold more ballots than were opened.`);
  }
  return [...faults, ...commentFaults(round, result)];
}

function onePool(round: Round, question: Question, { unit, n, tally, from }: Pool): string[] {
  const faults: string[] = [];
  const here = `the pool of unit "${unit}"`;
  if (n < round.floor) faults.push(`${here} holds fewer than ${round.floor} answers.`);
  if (!fits(question, n, tally)) faults.push(`${here} has a tally that can't be of its answers.`);
  const below = subtree(round.units, unit);
  if (!below.has(unit) || from.length === 0 || from.some((each) => !below.has(each))) {
    faults.push(`${here} has ballots of units that are not below it.`);
  }
  return faults;
}

function fits(question: Question, n: number, tally: readonly number[]): boolean {
  if (question.kind === 'free-text') return false;
  const sum = tally.reduce((all, each) => all + each, 0);
  if (tally.length > cells(question) || tally.some((each) => each < 0 || each > n)) return false;
  return question.kind === 'several-choices' || sum === n;
}

/** All ballots of a unit lie in one pool; of leavers, in pools of one unit that differ by job family. */
function overlaps(round: Round, pools: readonly Pool[]): string[] {
  const places = new Map<string, Pool[]>();
  for (const pool of pools) {
    for (const unit of pool.from) places.set(unit, [...(places.get(unit) ?? []), pool]);
  }
  const split = [...places].filter(([, all]) => {
    if (all.length < 2) return false;
    const families = new Set(all.map(({ jobFamily }) => jobFamily));
    const units = new Set(all.map(({ unit }) => unit));
    return !isRelease(round) || units.size > 1 || families.size < all.length;
  });
  return split.map(([unit]) => `ballots of unit "${unit}" lie in two pools.`);
}

function commentFaults({ id }: Round, { comments }: CountedRound): string[] {
  return comments
    .filter(({ texts }) => texts.length < RELEASE.commenters)
    .map(
      ({ question, unit }) =>
        `${id}, question "${question}": comments of unit "${unit}" by fewer than ${RELEASE.commenters} people.`,
    );
}
