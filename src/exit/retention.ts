/** How many leave, how soon, and whom we would have kept: turnover, first-year attrition, regretted leavers. */

/** One person's time with the company. Days are `YYYY-MM-DD`. A transfer or a leave does not end it. */
export interface Spell {
  readonly start: string;
  /** The last day of work; absent while they are here. */
  readonly end?: string;
  /** Whose choice it was. */
  readonly choice?: 'voluntary' | 'involuntary' | 'other';
  /** HR would have kept this person; only a voluntary leaver can be regretted. */
  readonly regretted?: boolean;
}

/** A part of a whole: `part / whole` is the share. */
export interface Part {
  readonly part: number;
  readonly whole: number;
}

/**
 * Turnover in percent of a period: separations by average head count (SHRM, "How to determine turnover rate"; published:
 * 3 separations at 143.5 on average are 2.09 % of January). `heads` are regular counts of the period, at least one.
 * With the counts at its start and its end it is the simple rate (bizfluent: 5 leavers, 30 and 40 people, 14.29 %).
 */
export function turnover(separations: number, heads: readonly number[]): number | undefined {
  const average = heads.reduce((sum, each) => sum + each, 0) / heads.length;
  return average > 0 ? (100 * separations) / average : undefined;
}

/** The people who work on `day`; a last day counts. */
export function headCount(spells: readonly Spell[], day: string): number {
  return spells.filter(({ start, end }) => start <= day && (end === undefined || end >= day))
    .length;
}

export interface Turnover {
  /** Percent: the sum of the monthly rates (SHRM). */
  readonly rate: number;
  readonly leavers: number;
  /** The average of the monthly averages. */
  readonly heads: number;
}

/**
 * Turnover of whole months, as SHRM sums a year from its twelve: a month's head count is the average of its first and its
 * last day. `first` is a month, `YYYY-MM`. Undefined if nobody worked in one of the months.
 */
export function turnoverOfMonths(
  spells: readonly Spell[],
  first: string,
  months = 12,
): Turnover | undefined {
  let [rate, leavers, heads] = [0, 0, 0];
  for (let i = 0; i < months; i++) {
    const from = addMonths(`${first}-01`, i);
    const next = addMonths(`${first}-01`, i + 1);
    const left = spells.filter(({ end }) => end !== undefined && end >= from && end < next).length;
    const counts = [headCount(spells, from), headCount(spells, dayBefore(next))];
    const monthly = turnover(left, counts);
    if (monthly === undefined) return undefined;
    rate += monthly;
    leavers += left;
    heads += counts.reduce((sum, each) => sum + each, 0) / counts.length / months;
  }
  return { rate, leavers, heads };
}

/**
 * Of those hired from `from` to `to` (days, both included), how many left within twelve months: leavers among the hires of
 * the cohort, not among all leavers (ISO/TS 30421 by way of reference/statistics.md 8). Only people whose first year is
 * over on `today` are in it, or those who left early would be all that is known of the newest.
 */
export function firstYearAttrition(
  spells: readonly Spell[],
  from: string,
  to: string,
  today: string,
): Part {
  const hired = spells.filter(
    ({ start }) => start >= from && start <= to && addMonths(start, 12) <= today,
  );
  const left = hired.filter(({ start, end }) => end !== undefined && end < addMonths(start, 12));
  return { part: left.length, whole: hired.length };
}

/** Of the people who chose to leave from `from` to `to`, how many HR would have kept. */
export function regrettedShare(spells: readonly Spell[], from: string, to: string): Part {
  const chose = spells.filter(
    ({ end, choice }) => end !== undefined && end >= from && end <= to && choice === 'voluntary',
  );
  return { part: chose.filter(({ regretted }) => regretted).length, whole: chose.length };
}

/** `months` later; a day that the month does not have becomes its last (31 January, one month on: 28 or 29 February). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return then.toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
