/** What a figure says about the answers behind it, as rows: a weighted count of answers lies between two numbers. */
import { bandOf, figure } from '../src/anonymity/figure.ts';
import { NAMED, saidOf, wordsOf } from '../src/exit/exit-figures.ts';
import { OFFER_GRID } from '../src/stock/exit-offer.ts';
import { cells, type ScoredQuestion, side } from '../src/survey/question.ts';
import type { Said } from './asking.ts';

/** `low` <= sum over answers of the weight of the option chosen <= `high`. */
export interface Says {
  readonly weights: readonly number[];
  readonly low: number;
  readonly high: number;
}

const known = new Map<string, readonly Says[]>();

/** Turned round by the product's own rules: which counts would have been shown as this figure? */
export function saysOf(question: ScoredQuestion, n: number, said: Said): readonly Says[] {
  if (said.shown === 'histogram')
    return said.tally.map((count, cell) => exactly(said.tally.length, cell, count));
  const key = JSON.stringify([question.id, cellsBySide(question), n, said]);
  const found = known.get(key) ?? turnedRound(question, n, said);
  known.set(key, found);
  return found;
}

function turnedRound(
  question: ScoredQuestion,
  n: number,
  said: Exclude<Said, { shown: 'histogram' }>,
): Says[] {
  switch (said.shown) {
    case 'band':
      return [ofSide(question, n, 'favourable', (count) => bandOf(count, n) === said.band)];
    case 'distribution': {
      const shares = SIDES.map((each) =>
        ofSide(question, n, each, (_, tally) => {
          const shown = figureOf(question, n, tally);
          return shown?.shown === 'distribution' && shown[each] === said[each];
        }),
      );
      const { mean, recommend } = said;
      return [
        ...shares,
        ...(mean === undefined ? [] : [ofMean(question, n, mean)]),
        ...(recommend === undefined ? [] : [ofScore(question, n, recommend)]),
      ];
    }
    case 'options':
      return optionsOf(question).map((option, cell) =>
        ofCells(cells(question), n, [cell], (_, tally) => {
          const shown = figureOf(question, n, tally);
          return shown?.shown === 'options' && shown.options[option] === said.options[option];
        }),
      );
    case 'named':
      return ofNamed(question, n, said.named);
  }
}

const SIDES = ['favourable', 'neutral', 'unfavourable'] as const;
type Side = (typeof SIDES)[number];

/** How offers compare is told by sides, of leavers only, and of nobody else otherwise: one rule for both. */
function figureOf(question: ScoredQuestion, n: number, tally: readonly number[]) {
  if (!isGrid(question)) return figure(question, n, tally);
  const said = saidOf(question, { n, tally, units: [] });
  return said?.shown === 'figure' ? said.figure : undefined;
}

/** Better, same, worse: the aspects of an offer. */
function isGrid({ id }: ScoredQuestion): boolean {
  return OFFER_GRID.some((row) => row.id === id);
}

function optionsOf(question: ScoredQuestion): readonly string[] {
  return 'options' in question ? question.options.map(({ value }) => value) : [];
}

function cellsOn(question: ScoredQuestion, which: Side): number[] {
  if (isGrid(question)) return [SIDES.indexOf(which)];
  return Array.from({ length: cells(question) }, (_, cell) => cell).filter(
    (cell) => side(question, cell) === which,
  );
}

function ofSide(question: ScoredQuestion, n: number, which: Side, matches: Matches): Says {
  return ofCells(cells(question), n, cellsOn(question, which), matches);
}

type Matches = (count: number, tally: readonly number[]) => boolean;

/** How many of `n` can have chosen one of these cells. */
function ofCells(width: number, n: number, these: readonly number[], matches: Matches): Says {
  const weights = Array.from({ length: width }, (_, cell) => (these.includes(cell) ? 1 : 0));
  const [here = 0, elsewhere = 0] = [weights.indexOf(1), weights.indexOf(0)];
  const tallyOf = (count: number) =>
    weights.map((_, cell) => (cell === here ? count : cell === elsewhere ? n - count : 0));
  return { weights, ...range(0, n, (count) => matches(count, tallyOf(count))) };
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

/** Promoters less detractors. */
function ofScore(question: ScoredQuestion, n: number, recommend: number): Says {
  const on = (which: Side) => cellsOn(question, which);
  const [promoter = 0, passive = 0, detractor = 0] = SIDES.map((each) => on(each)[0]);
  const weights = Array.from(
    { length: cells(question) },
    (_, cell) =>
      Number(on('favourable').includes(cell)) - Number(on('unfavourable').includes(cell)),
  );
  return {
    weights,
    ...range(-n, n, (difference) => {
      const tally = weights.map(() => 0);
      tally[difference < 0 ? detractor : promoter] = Math.abs(difference);
      tally[passive] = n - Math.abs(difference);
      const shown = figure(question, n, tally);
      return shown?.shown === 'distribution' && shown.recommend === recommend;
    }),
  };
}

/**
 * What a word says, as far as it is a matter of sums: that options are named, how they stand to each other and to all that are
 * not. That nothing stands out may mean that two lead, or that nobody does, which is no sum, and is left to
 * `test/exit/report-of-releases-colluder.test.ts`.
 */
function ofNamed(question: ScoredQuestion, n: number, named: readonly string[]): Says[] {
  const width = cells(question);
  if (isGrid(question)) {
    const isBetter = (tally: readonly number[]) => {
      const said = wordsOf(question, { n, tally, units: [] });
      return said?.shown === 'named' && said.named.length > 0;
    };
    return [ofCells(width, n, [0], (_, tally) => isBetter(tally) === named.length > 0)];
  }
  const all = optionsOf(question);
  const places = named.map((value) => all.indexOf(value));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return [];
  const others = all.map((_, cell) => cell).filter((cell) => !places.includes(cell));
  const lead = (ahead: number, behind: number, by: number): Says => ({
    weights: all.map((_, cell) => Number(cell === ahead) - Number(cell === behind)),
    low: by,
    high: n,
  });
  return [
    { weights: all.map((_, cell) => Number(cell === last)), low: NAMED.from, high: n },
    ...places.slice(1).map((place, i) => lead(places[i] ?? first, place, 0)),
    ...others.map((other) => lead(last, other, 1)),
  ];
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
