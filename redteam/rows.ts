/** What a figure says about the answers behind it, as rows: a weighted count of answers lies between two numbers. */
import { type Figure, figure } from '../src/anonymity/figure.ts';
import { cells, type ScoredQuestion, side } from '../src/survey/question.ts';
import type { Said } from './asking.ts';

/** `low` <= sum over answers of the weight of the option chosen <= `high`. */
export interface Says {
  readonly weights: readonly number[];
  readonly low: number;
  readonly high: number;
}

const known = new Map<string, readonly Says[]>();

/** Turned round by the product's own rule: which counts would have been shown as this figure? */
export function saysOf(question: ScoredQuestion, n: number, said: Said): readonly Says[] {
  if (said.shown === 'histogram')
    return said.tally.map((count, cell) => exactly(said.tally.length, cell, count));
  const sides = cellsBySide(question);
  const key = JSON.stringify([question.kind, sides, n, said]);
  const found = known.get(key) ?? turnedRound(question, n, said);
  known.set(key, found);
  return found;
}

function turnedRound(question: ScoredQuestion, n: number, said: Figure): Says[] {
  switch (said.shown) {
    case 'band':
      return [
        ofSide(
          question,
          n,
          'favourable',
          (shown) => shown.shown === 'band' && shown.band === said.band,
        ),
      ];
    case 'distribution': {
      const sides = (['favourable', 'neutral', 'unfavourable'] as const).map((each) =>
        ofSide(
          question,
          n,
          each,
          (shown) => shown.shown === 'distribution' && shown[each] === said[each],
        ),
      );
      return said.mean === undefined ? sides : [...sides, ofMean(question, n, said.mean)];
    }
    case 'options':
      // No question of the simulated year has options.
      return [];
  }
}

function ofSide(
  question: ScoredQuestion,
  n: number,
  which: 'favourable' | 'neutral' | 'unfavourable',
  matches: (shown: Figure) => boolean,
): Says {
  const width = cells(question);
  const weights = Array.from({ length: width }, (_, cell) =>
    side(question, cell) === which ? 1 : 0,
  );
  const here = weights.indexOf(1);
  const elsewhere = weights.indexOf(0);
  return {
    weights,
    ...range(0, n, (count) => {
      const tally = new Array<number>(width).fill(0);
      tally[here] = count;
      tally[elsewhere] = n - count;
      const shown = figure(question, n, tally);
      return shown !== undefined && matches(shown);
    }),
  };
}

function ofMean(question: ScoredQuestion, n: number, mean: number): Says {
  const weights = [1, 2, 3, 4, 5];
  return {
    weights,
    ...range(n, 5 * n, (sum) => {
      const low = Math.floor(sum / n);
      const tally = [0, 0, 0, 0, 0];
      tally[low - 1] = n - (sum - n * low);
      if (low < 5) tally[low] = sum - n * low;
      const shown = figure(question, n, tally);
      return shown?.shown === 'distribution' && shown.mean === mean;
    }),
  };
}

/** The least and the most that match; they lie without gaps. */
function range(from: number, to: number, matches: (value: number) => boolean) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let value = from; value <= to; value++) {
    if (!matches(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

function exactly(width: number, cell: number, count: number): Says {
  const weights = Array.from({ length: width }, (_, each) => (each === cell ? 1 : 0));
  return { weights, low: count, high: count };
}

function cellsBySide(question: ScoredQuestion): string {
  return Array.from(
    { length: cells(question) },
    (_, cell) => side(question, cell)?.[0] ?? '-',
  ).join('');
}
