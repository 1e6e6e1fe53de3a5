/** What a figure stands for: the shares that rounding hides, and those that silence does. */
import { type Figure, type Grain, grainOf } from '../anonymity/figure.ts';
import { type Backing, LEAST_PART } from './backing.ts';

/** Favourable shares in percent. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** In whole steps of 5 percent, within 10 and 90; an end that is beyond is not said. */
export interface Within {
  readonly from?: number;
  readonly to?: number;
}

const BANDS = {
  'under 40': { from: 0, to: 40 },
  '40-59': { from: 40, to: 60 },
  '60 or more': { from: 60, to: 100 },
} as const;

/** The favourable shares that a figure stands for; choices have none. */
export function rangeOf(figure: Figure): Range | undefined {
  switch (figure.shown) {
    case 'band':
      return BANDS[figure.band];
    case 'distribution':
      return around(figure.favourable, grainOf(figure));
    case 'options':
      return undefined;
  }
}

export function middle({ from, to }: Range): number {
  return (from + to) / 2;
}

/** What was rounded to this share; at the limits anything beyond may be meant. */
export function around(share: number, { step, low, high }: Grain): Range {
  return {
    from: share <= low ? 0 : share - step / 2,
    to: share >= high ? 100 : share + step / 2,
  };
}

const Z = 1.959964;

/** The 95 % interval of a share, both as fractions, without correction for continuity (Wilson 1927; statistics.md, section 3). */
export function wilson(share: number, n: number, z = Z): Range {
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2)) / (1 + z ** 2 / n);
  return { from: Math.max(0, centre - half), to: Math.min(1, centre + half) };
}

/**
 * As many answers of an endless population say as much as `n` of `N` people: n (N - 1)/(N - n), the finite population
 * correction of a share (CSPS Technical Guide 2019, page 24).
 */
export function effective(n: number, N: number): number {
  return n < N ? (n * (N - 1)) / (N - n) : Number.POSITIVE_INFINITY;
}

/**
 * Where a team's true share lies whatever the silent think, as fractions: from all of them against to all of them for
 * (bounds of Horowitz and Manski). `part` of those asked answered.
 */
export function bounds(share: number, part: number): Range {
  return { from: part * share, to: 1 - part * (1 - share) };
}

/**
 * What a distribution would be if everybody had answered: a function of the rounded share, of the rough number of answers and of
 * the band of participation, each taken at its worst end. So an answer that does not move the share does not move this, and
 * it is a little wider than what the exact numbers would give, never narrower.
 */
export function ifAllHadAnswered(
  figure: Figure,
  { answers, part }: Backing,
): { readonly probably?: Within; readonly certainly?: Within } {
  const meant = figure.shown === 'distribution' ? rangeOf(figure) : undefined;
  if (!meant) return {};
  const [low, high] = [meant.from / 100, meant.to / 100];
  const least = LEAST_PART[part];
  const n = least > 0 ? effective(answers, answers / least) : answers;
  const sure = outward(bounds(low, least).from, bounds(high, least).to);
  const likely = outward(wilson(low, n).from, wilson(high, n).to);
  const both = { from: Math.max(sure.from, likely.from), to: Math.min(sure.to, likely.to) };
  const [probably, certainly] = [within(both), within(sure)];
  const more = probably?.from !== certainly?.from || probably?.to !== certainly?.to;
  return { ...(certainly && { certainly }), ...(probably && more && { probably }) };
}

/** To whole steps of 5 percent, never inward: that would promise more than is known. A little slack for floating point. */
function outward(low: number, high: number): Range {
  return { from: 5 * Math.floor(20 * low + 1e-9), to: 5 * Math.ceil(20 * high - 1e-9) };
}

/** Undefined where it says nothing. */
function within({ from, to }: Range): Within | undefined {
  if (from < 10 && to > 90) return undefined;
  return { ...(from >= 10 && { from }), ...(to <= 90 && { to }) };
}
