/**
 * What may be said of released pools of leavers. It hangs on n, the answers of whole pools together:
 *
 * - Numbers only of blocks (`exit-blocks.ts`), and so from 20 answers: shares as `anonymity/figure.ts` says them. The sums are told anew with every release; were they sums of pools, 14 of 20 and then
 *   19 of 25 would say that all five of a new pool gave the same answer. Of blocks, what lies between two sums is at least
 *   20 answers.
 * - Words of all other pools. 10 to 19 answers: the options that at least 3 gave, at most three of them, the commonest
 *   first, none of those that the third place would have to be shared with. 5 to 9: the one option that at least 3 gave and
 *   that leads alone; else that none stands out. Scales: low, mixed or good, whatever n. Aspects of an offer: those that
 *   were better for at least 3 and for two in five; what is not named was better less often, or there are three before it.
 *
 * A word says at least: 3 of 5 or all 5. So it never says that all agree, and whoever knows one answer of the five still
 * doesn't know whether the others are 3 of 4 or all 4; `test/exit/report-of-releases-colluder.test.ts` tries every tally. With a floor
 * of 3 or 4 that would not hold: nothing is said under 5. Nobody is told "all" or "none", and how many answered only as
 * `at least`: the exact number would tell a manager who knows the leavers how many of them kept silent.
 *
 * A word about a part stands beside numbers of the whole. Of three options shares to 5 points could say of the others
 * that all agree; tens do not. Of four and more it would take a share above 70, which is not said under 50 answers; the two sides of
 * a scale hold two answers each at least. That much is left, as it is with pulses.
 */
import { bandOf, distribution, type Figure, figure, sides } from '../anonymity/figure.ts';
import { FLOOR } from '../anonymity/floor.ts';
import { type Cast, type Pool, total } from '../ballot/pools.ts';
import type { RoundUnit } from '../campaign/round.ts';
import { subtree } from '../org/unit.ts';
import { ASPECTS, gridQuestionId, OFFER_GRID } from '../stock/exit-offer.ts';
import type { ScoredQuestion } from '../survey/question.ts';
import { type Block, blocksOf, NUMBERS, placedIn, type Release } from './exit-blocks.ts';

/** A part of the company: a unit with all below it, or everybody of a job family. */
export type Part = { readonly unit: string } | { readonly jobFamily: string };

export type Said = {
  /** The number of answers, rounded down to one of {@link SIZES}. */
  readonly atLeast: number;
  /** Units whose pools are behind it. */
  readonly pools: readonly string[];
} & (
  | { readonly shown: 'figure'; readonly figure: Figure }
  /** Option values, the commonest first; none: none stands out. */
  | { readonly shown: 'named'; readonly named: readonly string[] }
);

export interface ExitFigures {
  /** The tree of the newest release. */
  readonly units: readonly RoundUnit[];
  readonly root: string;
  /** When the newest release was closed. */
  readonly newest: Date;
  /** Those of which there is a pool in the last twelve months. */
  readonly families: readonly string[];
  said(question: ScoredQuestion, part: Part): Said | undefined;
  /** Exact: to be compared only, never to be shown. */
  cast(question: string, part: Part): Cast | undefined;
}

const SIZES = [5, 10, 20, 50, 100, 200, 500, 1000] as const;
/** Fewest people behind an option that is named, the most options that are, and from how many answers on. */
export const NAMED = { from: 3, most: 3, several: 10 } as const;
const YEAR = 365 * 86_400_000;

/** `releases`: all that were published of one wave, oldest first. Undefined where there are none. */
export function exitFigures(releases: readonly Release[], now: Date): ExitFigures | undefined {
  const last = releases.at(-1);
  const root = last?.round.units.find(({ parent }) => parent === undefined);
  if (!last || !root) return undefined;
  const { units, closesAt } = last.round;
  const recent = recentOf(releases, now);
  const place = placedIn(units);
  const within = (part: Part) => insideOf(part, units);
  const pools = (question: string) =>
    recent.flatMap((release) => (release.pools.get(question) ?? []).map(place));
  const cache = new Map<string, readonly Block[]>();
  const blocks = (question: string) => {
    const known = cache.get(question) ?? blocksOf(question, releases);
    cache.set(question, known);
    return known
      .filter((block) => recent.some(({ round }) => round.id === block.release))
      .map(place);
  };
  return {
    units,
    root: root.id,
    newest: closesAt,
    families: familiesOf(recent),
    said(question, part) {
      const numbers = sumOf(blocks(question.id).filter(within(part)));
      return (
        saidOf(question, numbers) ??
        wordsOf(question, sumOf(pools(question.id).filter(within(part))))
      );
    },
    cast: (question, part) => sumOf(pools(question).filter(within(part))),
  };
}

/** Published in the last twelve months; the last one at least. */
export function recentOf(releases: readonly Release[], now: Date): Release[] {
  return releases.filter(
    ({ round }, i) => i === releases.length - 1 || now.getTime() - round.closesAt.getTime() <= YEAR,
  );
}

function familiesOf(releases: readonly Release[]): string[] {
  const all = releases.flatMap(({ pools }) => [...pools.values()].flat());
  return [...new Set(all.flatMap(({ jobFamily }) => jobFamily ?? []))].sort();
}

export function insideOf(part: Part, units: readonly RoundUnit[]): (pool: Pool) => boolean {
  if ('jobFamily' in part) return ({ jobFamily }) => jobFamily === part.jobFamily;
  const below = subtree(units, part.unit);
  return ({ unit }) => below.has(unit);
}

/** With the units whose pools are in it. */
export function sumOf(pools: readonly Pool[]): Sum | undefined {
  const units = [...new Set(pools.map(({ unit }) => unit))];
  const sum = total(pools, new Set(units));
  return sum && { ...sum, units };
}

/** At least so many answers. */
export function atLeast(n: number): number {
  return SIZES.findLast((size) => size <= n) ?? SIZES[0];
}

type Sum = Cast & { readonly units: readonly string[] };

/** Of whole pools that are never added to by later ones: numbers where there are enough answers, else words. */
export function saidOf(question: ScoredQuestion, sum: Sum | undefined): Said | undefined {
  if (!sum || sum.n < NUMBERS) return wordsOf(question, sum);
  const said = isGrid(question) ? comparison(sum) : figure(question, sum.n, sum.tally);
  if (!said) return undefined;
  return { shown: 'figure', figure: said, atLeast: atLeast(sum.n), pools: sum.units };
}

function isGrid({ id }: ScoredQuestion): boolean {
  return OFFER_GRID.some((row) => row.id === id);
}

/** Better is the favourable side, worse the unfavourable one. */
function comparison({ n, tally }: Cast): Figure {
  const count = (value: string) => tally[COMPARED.findIndex((each) => each.value === value)] ?? 0;
  return distribution(n, {
    favourable: count('better'),
    neutral: count('same'),
    unfavourable: count('worse'),
  });
}

const COMPARED = OFFER_GRID[0]?.options ?? [];

export function wordsOf(question: ScoredQuestion, sum: Sum | undefined): Said | undefined {
  if (!sum || sum.n < FLOOR.usual) return undefined;
  const { n, tally, units: pools } = sum;
  if ('options' in question) {
    const named = isGrid(question)
      ? oftenBetter({ n, tally })
      : standOut(n, tally).map((cell) => question.options[cell]?.value ?? '');
    return { shown: 'named', named, atLeast: atLeast(n), pools };
  }
  const { favourable } = sides(question, tally);
  const said: Figure = { shown: 'band', band: bandOf(favourable, n) };
  return { shown: 'figure', figure: said, atLeast: atLeast(n), pools };
}

/** The cells that are named, the commonest first. */
export function standOut(n: number, tally: readonly number[]): number[] {
  const ranks = tally
    .map((count, cell) => ({ count, cell }))
    .filter(({ count }) => count >= NAMED.from)
    .sort((a, b) => b.count - a.count || a.cell - b.cell);
  const most = n >= NAMED.several ? NAMED.most : 1;
  const next = ranks[most]?.count ?? 0;
  return ranks
    .slice(0, most)
    .filter(({ count }) => count > next)
    .map(({ cell }) => cell);
}

function oftenBetter({ n, tally }: Cast): string[] {
  const better = tally[COMPARED.findIndex(({ value }) => value === 'better')] ?? 0;
  return better >= NAMED.from && 5 * better >= 2 * n ? ['better'] : [];
}

export interface Offers {
  /** In the order of the aspects: all that may be said, as it goes into the ledger. */
  readonly all: readonly { readonly aspect: string; readonly said: Said }[];
  /** Aspects with numbers, the one that was better oftenest first. */
  readonly numbers: readonly { readonly aspect: string; readonly said: Said }[];
  /** Where none has numbers: the aspects that are named, in their order, at most three. */
  readonly named: readonly string[];
  readonly atLeast: number;
}

/** How the offers compare; undefined where nothing may be said of any aspect. */
export function offersOf(figures: ExitFigures, part: Part): Offers | undefined {
  const rows = OFFER_GRID.flatMap((question, i) => {
    const said = figures.said(question, part);
    return said ? [{ aspect: ASPECTS[i]?.id ?? '', said }] : [];
  });
  if (rows.length === 0) return undefined;
  const size = Math.min(...rows.map(({ said }) => said.atLeast));
  const numbers = rows.filter(({ said }) => said.shown === 'figure');
  if (numbers.length > 0) {
    const sorted = numbers.toSorted((a, b) => shareOf(b.said) - shareOf(a.said));
    return { all: numbers, numbers: sorted, named: [], atLeast: size };
  }
  const named = commonest(figures, part, rows);
  // Of an aspect that is not named for want of room nothing is said.
  const told = rows.filter(({ aspect, said }) => isNamed(said) === named.includes(aspect));
  return { all: told, numbers, named, atLeast: size };
}

function shareOf({ shown, ...said }: Said): number {
  if (shown !== 'figure' || !('figure' in said)) return 0;
  return said.figure.shown === 'distribution' ? said.figure.favourable : 0;
}

function isNamed(said: Said): boolean {
  return said.shown === 'named' && said.named.length > 0;
}

/** Of more than three, those that were better for the largest share. */
function commonest(
  figures: ExitFigures,
  part: Part,
  rows: readonly { readonly aspect: string; readonly said: Said }[],
): string[] {
  const share = (aspect: string) => {
    const cast = figures.cast(gridQuestionId(aspect), part);
    return cast ? (cast.tally[0] ?? 0) / cast.n : 0;
  };
  const named = rows.filter(({ said }) => isNamed(said)).map(({ aspect }) => aspect);
  const chosen = named.toSorted((a, b) => share(b) - share(a)).slice(0, NAMED.most);
  return named.filter((aspect) => chosen.includes(aspect));
}
