/** What may be said about a group, by the number of answers behind it (design, section 2). */
import type { Tally } from '../ballot/pools.ts';
import { type ScoredQuestion, side } from '../survey/question.ts';

export type Band = 'under 40' | '40-59' | '60 or more';

/** Shares are whole percents. Nothing finer than this ever leaves the system. */
export type Figure =
  /** Under 10 answers: from k, usually 5. */
  | { readonly shown: 'band'; readonly band: Band }
  /** 10 to 19: rounded to 5 points, kept within 20-80. */
  | { readonly shown: 'rounded'; readonly favourable: number }
  /** From 20: each share rounded by itself to 5 points and kept within 10-90; mean of 1-5 within 1.5-4.5. */
  | {
      readonly shown: 'distribution';
      readonly unfavourable: number;
      readonly neutral: number;
      readonly favourable: number;
      /** Five-point questions only. */
      readonly mean?: number;
      /** Recommend score, -100 to 100; zero-to-ten questions from 50 answers only. */
      readonly recommend?: number;
    }
  /** Questions without a favourable side, from 20 answers: option value to its share, rounded and kept within 10-90. */
  | { readonly shown: 'options'; readonly options: Readonly<Record<string, number>> };

/** Answers from which each form of figure is allowed; a band from k. */
const FROM = { rounded: 10, distribution: 20, recommend: 50 } as const;

/**
 * The figure for `n` answers with this histogram, or undefined where nothing may be said. `n` is 0 or the sum of whole
 * pools. All arithmetic is on integers, so that no floating point decides a rounding.
 */
export function figure(question: ScoredQuestion, n: number, tally: Tally): Figure | undefined {
  if (question.kind === 'single-choice' || question.kind === 'several-choices') {
    return n >= FROM.distribution ? optionShares(question.options, n, tally) : undefined;
  }
  const { favourable, neutral, unfavourable } = sides(question, tally);
  if (n >= FROM.distribution) {
    return {
      shown: 'distribution',
      unfavourable: clamp(toFive(unfavourable, n), 10, 90),
      neutral: clamp(toFive(neutral, n), 10, 90),
      favourable: clamp(toFive(favourable, n), 10, 90),
      ...(question.kind === 'five-point' && { mean: mean(n, tally) }),
      ...(question.kind === 'zero-to-ten' &&
        n >= FROM.recommend && { recommend: recommend(favourable, unfavourable, n) }),
    };
  }
  if (n >= FROM.rounded) {
    return { shown: 'rounded', favourable: clamp(toFive(favourable, n), 20, 80) };
  }
  return n > 0 ? { shown: 'band', band: band(favourable, n) } : undefined;
}

/** How many answers are on each side. */
export function sides(
  question: ScoredQuestion,
  tally: Tally,
): { favourable: number; neutral: number; unfavourable: number } {
  const sum = { favourable: 0, neutral: 0, unfavourable: 0 };
  for (const [cell, count] of tally.entries()) {
    const where = side(question, cell);
    if (where) sum[where] += count;
  }
  return sum;
}

/** 100 part/n, rounded half up to 5 points. */
function toFive(part: number, n: number): number {
  return 5 * Math.floor((40 * part + n) / (2 * n));
}

/** The band of the unrounded share: 40 % is in the middle, 60 % is not. */
function band(favourable: number, n: number): Band {
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
  const shares = options.map(({ value }, cell) => [
    value,
    clamp(toFive(tally[cell] ?? 0, n), 10, 90),
  ]);
  return { shown: 'options', options: Object.fromEntries(shares) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
