/**
 * The figures worked out a second time, straight from the answers and issue 2 item 6: its own walk through the tree,
 * its own arithmetic. Nothing of src is used here.
 */
import type { FigureEntry } from './files.ts';

export interface AskedQuestion {
  readonly id: string;
  readonly kind: 'five-point' | 'zero-to-ten' | 'single-choice' | 'several-choices';
  readonly favourable?: readonly string[];
  readonly unfavourable?: readonly string[];
  readonly options?: readonly string[];
}

export interface Sheet {
  readonly round: string;
  readonly person: string;
  readonly question: string;
  /** More than one with several choices only. */
  readonly values: readonly string[];
}

export interface History {
  /** Person to the unit they are listed in. */
  readonly people: ReadonlyMap<string, string>;
  /** Unit to its parent, '' for the root. */
  readonly parents: ReadonlyMap<string, string>;
  /** Unit to the person who leads it. */
  readonly leaders?: ReadonlyMap<string, string>;
  readonly floor: number;
  /** Round to what it asks, in order. */
  readonly rounds: ReadonlyMap<string, readonly AskedQuestion[]>;
  /** In the order of the file: a later one replaces an earlier one. */
  readonly sheets: readonly Sheet[];
}

/** Unit to its children; '' to the root. */
type Children = ReadonlyMap<string, readonly string[]>;

export interface Recomputed {
  readonly figures: ReadonlyMap<string, FigureEntry>;
  readonly rounds: readonly {
    round: string;
    invited: number;
    ballots: number;
    uncounted: number;
  }[];
}

type Papers = readonly (readonly string[])[];
type Said = Omit<FigureEntry, 'round' | 'unit' | 'question' | 'from'>;

export function keyOf(entry: { round: string; unit: string; question: string }): string {
  return `${entry.round} / ${entry.unit} / ${entry.question}`;
}

export function recompute(history: History): Recomputed {
  const figures = new Map<string, FigureEntry>();
  const rounds = [];
  const sheets = lastOfEach(history);
  const children = childrenOf(history);
  for (const [round, questions] of history.rounds) {
    let [ballots, uncounted] = [0, 0];
    for (const question of questions) {
      const papers = papersByUnit(history, sheets, round, question.id);
      ballots += [...papers.values()].reduce((sum, each) => sum + each.length, 0);
      const { piles, left } = pile(children, history.floor, papers);
      uncounted += left;
      for (const unit of history.parents.keys()) {
        const entry = entryFor(history, (at) => heap(children, piles, at), question, unit);
        figures.set(keyOf({ round, unit, question: question.id }), { round, ...entry });
      }
    }
    rounds.push({ round, invited: history.people.size, ballots, uncounted });
  }
  return { figures, rounds };
}

function lastOfEach({ sheets }: History): Map<string, Sheet> {
  return new Map(sheets.map((each) => [`${each.round}\n${each.question}\n${each.person}`, each]));
}

/** Who leads the unit they sit in belongs to the one above, as far up as that goes on. */
function homeOf({ people, parents, leaders }: History, person: string): string {
  let unit = people.get(person) ?? '';
  while (leaders?.get(unit) === person && parents.get(unit)) unit = parents.get(unit) ?? '';
  return unit;
}

function papersByUnit(
  history: History,
  sheets: ReadonlyMap<string, Sheet>,
  round: string,
  question: string,
): Map<string, (readonly string[])[]> {
  const papers = new Map<string, (readonly string[])[]>();
  for (const person of history.people.keys()) {
    const sheet = sheets.get(`${round}\n${question}\n${person}`);
    if (!sheet) continue;
    const unit = homeOf(history, person);
    const pile = papers.get(unit) ?? [];
    pile.push(sheet.values);
    papers.set(unit, pile);
  }
  return papers;
}

function childrenOf({ parents }: History): Children {
  const children = new Map<string, string[]>();
  for (const [unit, parent] of parents) {
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  return children;
}

/** Each unit's pile: what it and its children could put together, if that is enough. The rest of the root is lost. */
function pile(children: Children, floor: number, papers: ReadonlyMap<string, Papers>) {
  const piles = new Map<string, Papers>();
  const handUp = (unit: string): Papers => {
    const hand = [...(papers.get(unit) ?? []), ...(children.get(unit) ?? []).flatMap(handUp)];
    if (hand.length < floor) return hand;
    piles.set(unit, hand);
    return [];
  };
  return { piles, left: (children.get('') ?? []).flatMap(handUp).length };
}

/** Everything that lies in the piles at and below a unit. */
function heap(children: Children, piles: ReadonlyMap<string, Papers>, unit: string): Papers {
  const below = (children.get(unit) ?? []).flatMap((child) => heap(children, piles, child));
  return [...(piles.get(unit) ?? []), ...below];
}

function entryFor(
  history: History,
  heapOf: (unit: string) => Papers,
  question: AskedQuestion,
  unit: string,
): Omit<FigureEntry, 'round'> {
  for (let at = unit; at !== ''; at = history.parents.get(at) ?? '') {
    const said = sayOf(question, heapOf(at));
    if (!said) continue;
    return {
      ...said,
      unit,
      question: question.id,
      from: at,
      ...(at !== unit && { shown: 'parent' }),
    };
  }
  return { unit, question: question.id, shown: 'parent', from: null };
}

function sayOf(question: AskedQuestion, papers: Papers): Said | undefined {
  const n = papers.length;
  if (question.options) {
    if (n < 20) return undefined;
    const shareOf = (option: string) => papers.filter((each) => each.includes(option)).length;
    const isMany = question.options.length >= 4 && n < 50;
    const shares = question.options.map((each) => [
      each,
      isMany ? within(10, 70, stepped(shareOf(each), n, 5)) : said(shareOf(each), n),
    ]);
    const options = Object.fromEntries(shares);
    return { shown: 'options', ...(n < 50 && { coarse: true }), options };
  }
  if (n === 0) return undefined;
  const [good, bad] = sidesOf(question);
  const favourable = papers.filter(([value = '']) => good.includes(value)).length;
  const unfavourable = papers.filter(([value = '']) => bad.includes(value)).length;
  if (n < 20) return { shown: 'band', band: bandOf(favourable, n) };
  const shares = {
    favourable: said(favourable, n),
    neutral: said(n - favourable - unfavourable, n),
    unfavourable: said(unfavourable, n),
  };
  if (n < 50) return { shown: 'distribution', coarse: true, ...shares };
  const values = papers.map(([value = '']) => BigInt(value));
  const sum = values.reduce((total, each) => total + each, 0n);
  return {
    shown: 'distribution',
    ...shares,
    ...(question.kind === 'five-point' && { mean: within(15, 45, nearest(sum, n, 10n)) / 10 }),
    ...(question.kind === 'zero-to-ten' && {
      recommend: nearest(BigInt(favourable - unfavourable), n, 100n),
    }),
  };
}

function sidesOf({ kind, favourable, unfavourable }: AskedQuestion) {
  if (kind === 'five-point') return [favourable ?? ['4', '5'], unfavourable ?? ['1', '2']] as const;
  return [
    ['9', '10'],
    ['0', '1', '2', '3', '4', '5', '6'],
  ] as const;
}

/** Under 50 answers tens from 20 to 80, then fives from 10 to 90. */
function said(part: number, n: number): number {
  return n < 50 ? within(20, 80, stepped(part, n, 10)) : within(10, 90, stepped(part, n, 5));
}

/** `part` of `n` in percent, to the multiple of `step` that it lies at most half a step below or less than that above. */
function stepped(part: number, n: number, step: number): number {
  for (let value = 0; value <= 100; value += step) {
    if (200n * BigInt(part) < BigInt(2 * value + step) * BigInt(n)) return value;
  }
  throw new Error('A part larger than its whole.');
}

/** The whole number nearest to `scale` times part / n; of two equally near, the greater. */
function nearest(part: bigint, n: number, scale: bigint): number {
  const [twice, whole] = [2n * scale * part, BigInt(n)];
  for (let number = -100n; number <= 100n; number++) {
    if (twice < (2n * number + 1n) * whole) return Number(number);
  }
  throw new Error('Out of range.');
}

function bandOf(part: number, n: number): string {
  const tenths = BigInt(10 * part);
  if (tenths < 4n * BigInt(n)) return 'under 40';
  return tenths < 6n * BigInt(n) ? '40-59' : '60 or more';
}

function within(low: number, high: number, value: number): number {
  return value < low ? low : Math.min(value, high);
}
