/** What an attacker has of one asking of a question: the groups whose answers are counted, and every figure about them. */
import type { Figure } from '../src/anonymity/figure.ts';
import type { ScoredQuestion } from '../src/survey/question.ts';

/** Somebody whose answer is counted, with the truth that the attacker is after. */
export interface Member {
  readonly person: string;
  /** Histogram cell, from 0. */
  readonly answer: number;
  /** Tells the attacker the own answer. */
  readonly colluder: boolean;
}

/** Answers that always stand together: a pool, or under the broken rule a unit. The attacker knows who is in it. */
export interface Group {
  readonly id: string;
  readonly members: readonly Member[];
}

/** Of leavers there are words; the broken rule says everything. */
export type Said =
  | Figure
  | { readonly shown: 'named'; readonly named: readonly string[] }
  | { readonly shown: 'histogram'; readonly tally: readonly number[] };

/** One figure that left the system, about the people of these groups together. */
export interface Published {
  readonly unit: string;
  readonly groups: readonly string[];
  readonly said: Said;
}

/** One question of one round, or of all releases of exits: a leaver answers it once. */
export interface Asking {
  readonly round: string;
  /** Counts from 0. */
  readonly week: number;
  readonly question: ScoredQuestion;
  readonly floor: number;
  readonly groups: readonly Group[];
  readonly published: readonly Published[];
}

export function membersOf(
  { groups }: Pick<Asking, 'groups'>,
  ids: readonly string[],
): readonly Member[] {
  return groups.filter(({ id }) => ids.includes(id)).flatMap(({ members }) => members);
}

export function countOf(members: readonly Member[], options: number): number[] {
  const counts = new Array<number>(options).fill(0);
  for (const { answer } of members) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}
