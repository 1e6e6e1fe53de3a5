/** From how many people on a figure of retention may be said: turnover of a team of eight is a list of names. */
import type { Part } from './retention.ts';
import { type Observed, stepAt, tenureCurve } from './tenure-curve.ts';

/**
 * The floors of reference/statistics.md 8: a rate only from 50 heads; under that only the number of leavers, over a year
 * at least. `curveAt` are the months at which a tenure curve is read: its single steps are single people.
 */
const RETENTION_FLOOR = {
  rateFromHeads: 50,
  countFromMonths: 12,
  curveAt: [3, 6, 12, 24, 36, 60, 120],
} as const;

export type SaidTurnover =
  | { readonly said: 'rate'; readonly rate: number; readonly leavers: number }
  | { readonly said: 'count'; readonly leavers: number }
  | { readonly said: 'nothing'; readonly because: 'few-heads' | 'short-period' | 'few-leavers' };

/**
 * What may be said about the turnover of a group: the rate from 50 heads, the number of leavers only over a year and from
 * `floor` leavers on, nothing under both.
 */
export function saidTurnover(
  { rate, leavers, heads }: { rate: number; leavers: number; heads: number },
  months: number,
  floor: number,
): SaidTurnover {
  const counted = months >= RETENTION_FLOOR.countFromMonths && leavers >= floor;
  if (heads >= RETENTION_FLOOR.rateFromHeads) return { said: 'rate', rate, leavers };
  if (counted && heads >= floor) return { said: 'count', leavers };
  if (heads < floor) return { said: 'nothing', because: 'few-heads' };
  return {
    said: 'nothing',
    because: months < RETENTION_FLOOR.countFromMonths ? 'short-period' : 'few-leavers',
  };
}

/**
 * A share of retention (first-year attrition, regretted leavers): only in a group of 50 heads, and only where both those it
 * counts and those it does not are nobody's own story: at least `floor` each.
 */
export function saidShare({ part, whole }: Part, heads: number, floor: number): Part | undefined {
  if (heads < RETENTION_FLOOR.rateFromHeads) return undefined;
  return part >= floor && whole - part >= floor ? { part, whole } : undefined;
}

/**
 * The curve as it may be said: at fixed months, from 50 heads, where `floor` people at least left since the month before and
 * as many have been here that long: beyond what was seen a curve says nothing.
 */
export function saidCurve(
  observed: readonly Observed[],
  heads: number,
  floor: number,
): {
  readonly months: number;
  readonly stay: number;
  readonly low: number;
  readonly high: number;
}[] {
  if (heads < RETENTION_FLOOR.rateFromHeads) return [];
  const curve = tenureCurve(observed);
  let before = 0;
  return RETENTION_FLOOR.curveAt.flatMap((months) => {
    const step = stepAt(curve, months);
    const gone = curve.filter(({ time }) => time > before && time <= months);
    const left = gone.reduce((sum, each) => sum + each.left, 0);
    const seen = observed.filter(({ time, seenFrom = -1 }) => time >= months && seenFrom < months);
    if (!step || left < floor || seen.length < floor) return [];
    before = months;
    return [{ months, stay: step.stay, low: step.low, high: step.high }];
  });
}
