/** Releases of leavers as tests need them: pools made by hand. */
import type { Pool } from '../../src/ballot/pools.ts';
import type { Release } from '../../src/exit/exit-blocks.ts';
import { EXIT_QUESTIONS } from '../../src/stock/exit.ts';
import type { Question, ScoredQuestion } from '../../src/survey/question.ts';
import { roundOf, unit } from '../support/round.ts';

export const UNITS = [
  unit('company', undefined, 0),
  unit('sales', 'company', 0),
  unit('north', 'sales', 0),
  unit('lab', 'company', 0),
];

export const NOW = new Date('2026-11-22T12:00:00Z');

/** Options and how many chose them, or the tally itself. */
export type Chosen = Readonly<Record<string, number>> | readonly number[];

export function pool(
  question: ScoredQuestion,
  of: string,
  chosen: Chosen,
  more: Partial<Pool> = {},
): Pool {
  const tally = isTally(chosen) ? chosen : tallyOf(question, chosen);
  const n = tally.reduce((sum, each) => sum + each, 0);
  return { unit: of, from: [of], n, tally, ...more };
}

function isTally(chosen: Chosen): chosen is readonly number[] {
  return Array.isArray(chosen);
}

function tallyOf(question: ScoredQuestion, chosen: Readonly<Record<string, number>>): number[] {
  if (!('options' in question)) throw new Error('Give the tally itself.');
  const unknown = Object.keys(chosen).find((value) =>
    question.options.every((each) => each.value !== value),
  );
  if (unknown !== undefined) throw new Error(`"${question.id}" has no option "${unknown}".`);
  return question.options.map(({ value }) => chosen[value] ?? 0);
}

/** A published release that was closed on this day. */
export function release(
  closes: string,
  pools: readonly (readonly [Question, readonly Pool[]])[],
  more: Partial<Release> & { readonly campaign?: string } = {},
): Release {
  const { campaign = 'exit', ...rest } = more;
  const round = roundOf({
    id: `${campaign}-${closes}`,
    campaign,
    state: 'published',
    questions: EXIT_QUESTIONS,
    units: UNITS,
    closesAt: new Date(`${closes}T12:00:00Z`),
    opensAt: new Date(`${closes}T12:00:00Z`),
  });
  return {
    round,
    pools: new Map(pools.map(([question, all]) => [question.id, all])),
    comments: [],
    ...rest,
  };
}
