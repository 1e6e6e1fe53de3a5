/** What may be said about a group, by the number of answers behind it (design, section 2). */
import type { Tally } from '../ballot/pools.ts';
import { type ScoredQuestion, side } from '../survey/question.ts';

export type Band = 'under 40' | '40-59' | '60 or more';

/**
 * Shares are whole percents. Nothing finer than this ever leaves the system.
 *
 * That there are only words under 20 answers, and tens under 50, is for what a whole says beside its parts. Our red team put the
 * figures of 300 people over 13 weeks together, one colluder a unit: shares to 5 points from 10 answers on, beside the bands
 * of the parts, left 1.0 to 1.5 % of the answers in pools under 10 two options, and over all weeks three answers one. Like this
 * it is none (docs/anonymity.md). It costs little: of 10 to 19 answers chance alone moves a share by 11 to 16 points either way.
 */
export type Figure =
  /** Under 20 answers: from k, usually 5. */
  | { readonly shown: 'band'; readonly band: Band }
  /** From 20 answers: each share rounded by itself and kept within limits, as {@link Grain} says. */
  | {
      readonly shown: 'distribution';
      /** Under 50 answers: tens. */
      readonly coarse?: true;
      readonly unfavourable: number;
      readonly neutral: number;
      readonly favourable: number;
      /** Of 1-5, within 1.5-4.5; five-point questions from 50 answers only. */
      readonly mean?: number;
      /** Recommend score, -100 to 100; zero-to-ten questions from 50 answers only. */
      readonly recommend?: number;
    }
  /** Questions without a favourable side, from 20 answers: option value to its share, rounded as {@link grainOf} says. */
  | {
      readonly shown: 'options';
      readonly coarse?: true;
      readonly options: Readonly<Record<string, number>>;
    };

/** Answers from which each form of figure is allowed; a band from k. */
const FROM = { distribution: 20, fine: 50, recommend: 50 } as const;

/** How finely a share is said: rounded to `step` points, kept within `low` and `high`, at which anything beyond may be meant. */
export interface Grain {
  readonly step: number;
  readonly low: number;
  readonly high: number;
}

const FINE: Grain = { step: 5, low: 10, high: 90 };
const COARSE: Grain = { step: 10, low: 20, high: 80 };
/**
 * Of four options and more under 50 answers: tens would hide most of them. Beside words about a part of 5 or 6 of the 20, this is safer
 * than tens within 20-80 (every tally tried: `test/exit/report-of-releases-colluder.test.ts`), because of the low upper limit.
 */
const SPREAD: Grain = { step: 5, low: 10, high: 70 };
const MANY = 4;

/** The grain in which the shares of a figure were said. */
export function grainOf(figure: { readonly coarse?: true; readonly options?: object }): Grain {
  if (!figure.coarse) return FINE;
  return Object.keys(figure.options ?? {}).length >= MANY ? SPREAD : COARSE;
}

/**
 * The figure for `n` answers with this histogram, or undefined where nothing may be said. `n` is 0 or the sum of whole
 * pools. All arithmetic is on integers, so that no floating point decides a rounding.
 */
export function figure(question: ScoredQuestion, n: number, tally: Tally): Figure | undefined {
  if (question.kind === 'single-choice' || question.kind === 'several-choices') {
    return n >= FROM.distribution ? optionShares(question.options, n, tally) : undefined;
  }
  const all = sides(question, tally);
  if (n < FROM.distribution) {
    return n > 0 ? { shown: 'band', band: bandOf(all.favourable, n) } : undefined;
  }
  return {
    ...distribution(n, all),
    ...(question.kind === 'five-point' && n >= FROM.fine && { mean: mean(n, tally) }),
    ...(question.kind === 'zero-to-ten' &&
      n >= FROM.recommend && { recommend: recommend(all.favourable, all.unfavourable, n) }),
  };
}

/** How many answers are on each side. */
export interface Sides {
  readonly favourable: number;
  readonly neutral: number;
  readonly unfavourable: number;
}

/** Three shares of `n` answers, which are 20 at least. */
export function distribution(n: number, { favourable, neutral, unfavourable }: Sides) {
  return {
    shown: 'distribution',
    ...coarseness(n),
    unfavourable: share(unfavourable, n),
    neutral: share(neutral, n),
    favourable: share(favourable, n),
  } as const;
}

export function sides(question: ScoredQuestion, tally: Tally): Sides {
  const sum = { favourable: 0, neutral: 0, unfavourable: 0 };
  for (const [cell, count] of tally.entries()) {
    const where = side(question, cell);
    if (where) sum[where] += count;
  }
  return sum;
}

function coarseness(n: number): { readonly coarse?: true } {
  return n < FROM.fine ? { coarse: true } : {};
}

/** 100 part/n, rounded half up to the step of its grain, and kept within its limits. */
function share(part: number, n: number, { step, low, high } = grainOf(coarseness(n))): number {
  return clamp(step * Math.floor((200 * part + step * n) / (2 * step * n)), low, high);
}

/** The band of the unrounded share: 40 % is in the middle, 60 % is not. */
export function bandOf(favourable: number, n: number): Band {
  if (100 * favourable < 40 * n) return 'under 40';
  return 100 * favourable < 60 * n ? '40-59' : '60 or more';
}

/** Mean of 1-5, half up to one decimal, kept within 1.5-4.5. */
function mean(n: number, tally: Tally): number {
  const sum = tally.reduce((total, count, cell) => total + count * (cell + 1), 0);
  return clamp(Math.floor((20 * sum + n) / (2 * n)), 15, 45) / 10;
}

/** Promoters less detractors in percent of n, rounded half up. */
function recommend(promoters: number, detractors: number, n: number): number {
  return Math.floor((200 * (promoters - detractors) + n) / (2 * n));
}

function optionShares(
  options: readonly { readonly value: string }[],
  n: number,
  tally: Tally,
): Figure {
  const grain = grainOf({ ...coarseness(n), options });
  const shares = options.map(({ value }, cell) => [value, share(tally[cell] ?? 0, n, grain)]);
  return { shown: 'options', ...coarseness(n), options: Object.fromEntries(shares) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
