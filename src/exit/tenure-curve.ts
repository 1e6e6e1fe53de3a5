/** The tenure curve: how many of those who come are still here after so many months (Kaplan and Meier 1958). */
import { addMonths, type Spell } from './retention.ts';

/** What is known of one person: seen until `time`, and whether they left then. */
export interface Observed {
  readonly time: number;
  readonly left: boolean;
  /** They came into sight at this time, not at 0: those who had left before are in no record. */
  readonly seenFrom?: number;
}

/** One step of the curve. */
export interface Step {
  readonly time: number;
  readonly atRisk: number;
  readonly left: number;
  /** The share who stay longer than `time`, 0 to 1, and its 95 % interval. */
  readonly stay: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Steps at the times at which somebody left: product of 1 - left / atRisk; Greenwood's error, interval on the log scale,
 * at most 1 (as R's `survfit`). Published: McNulty, Handbook of Regression Modeling in People Analytics, chapter 9, by
 * gender: F month 6 .819 (.797-.842), month 12 .603 (.575-.633); M month 12 .623 (.604-.642).
 */
export function tenureCurve(observed: readonly Observed[]): Step[] {
  const times = [...new Set(observed.filter(({ left }) => left).map(({ time }) => time))];
  const steps: Step[] = [];
  let stay = 1;
  let greenwood = 0;
  for (const time of times.sort((a, b) => a - b)) {
    const here = observed.filter(
      ({ time: until, seenFrom = -1 }) => until >= time && seenFrom < time,
    );
    const left = here.filter((each) => each.left && each.time === time).length;
    const atRisk = here.length;
    if (left === 0) continue;
    stay *= 1 - left / atRisk;
    greenwood += left / (atRisk * (atRisk - left));
    const spread = Math.exp(1.96 * Math.sqrt(greenwood));
    const [low, high] = stay === 0 ? [0, 0] : [stay / spread, Math.min(1, stay * spread)];
    steps.push({ time, atRisk, left, stay, low, high });
  }
  return steps;
}

/**
 * Spells as observations, in completed months, up to `today`. `recordsFrom` is the day from which leavers are in the records:
 * people who came before it count from then on, or a file of those who stayed would make the curve too good.
 */
export function observations(
  spells: readonly Spell[],
  today: string,
  recordsFrom?: string,
): Observed[] {
  const known = spells.filter(
    ({ start, end }) =>
      start <= today && (recordsFrom === undefined || end === undefined || end >= recordsFrom),
  );
  return known.map(({ start, end }) => {
    const left = end !== undefined && end <= today;
    const early = recordsFrom !== undefined && start < recordsFrom;
    return {
      time: completedMonths(start, left ? end : today),
      left,
      ...(early && { seenFrom: completedMonths(start, recordsFrom) - 1 }),
    };
  });
}

/** The step in force at `time`: the last one at or before it. Undefined before the first. */
export function stepAt(curve: readonly Step[], time: number): Step | undefined {
  return curve.findLast((step) => step.time <= time);
}

/** Whole months from one day to another. */
export function completedMonths(from: string, to: string): number {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const [endYear = 0, endMonth = 0] = to.split('-').map(Number);
  const months = 12 * (endYear - year) + endMonth - month;
  return addMonths(from, months) <= to ? months : months - 1;
}
