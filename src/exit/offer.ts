/** What the better offers of a released pool had, what mattered most in them, and the mirror made of it. */
import type { Cast } from '../ballot/pools.ts';
import { mirrorQuestion } from '../stock/exit-mirror.ts';
import { ASPECTS, gridQuestionId, OFFER_GRID, OFFER_MOST } from '../stock/exit-offer.ts';
import type { FivePoint } from '../survey/question.ts';

/** Question id to its released pool, or the total of whole pools of one part of the company. */
export type Released = ReadonlyMap<string, Cast>;

/** Exact counts: before anybody reads them they go through the rules of `anonymity/figure.ts`. */
export interface Compared {
  readonly aspect: string;
  readonly n: number;
  readonly better: number;
  readonly same: number;
  readonly worse: number;
}

/** Exact, like {@link Compared}. */
export interface Mattered {
  /** An aspect, or `other`. */
  readonly aspect: string;
  readonly n: number;
  readonly count: number;
}

/** By the share for whom it was better, highest first; in the order of the aspects where that is equal. */
export function compared(released: Released): Compared[] {
  const rows = ASPECTS.flatMap(({ id }): Compared[] => {
    const cast = released.get(gridQuestionId(id));
    if (!cast || cast.n === 0) return [];
    return [{ aspect: id, n: cast.n, ...byValue(cast) }];
  });
  return rows.toSorted(byShare);
}

/** By the number for whom it mattered most, highest first; what mattered most to nobody is left out. */
export function mattered(released: Released): Mattered[] {
  const cast = released.get(OFFER_MOST.id);
  if (!cast) return [];
  return OFFER_MOST.options
    .map(({ value }, cell) => ({ aspect: value, n: cast.n, count: cast.tally[cell] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

/**
 * The mirror for those who stay, of one or two aspects that were better in more than half of the offers: first those
 * that mattered most, then those that were better oftener. A second one is named only if it mattered most to somebody,
 * where that is known. Undefined where no aspect was better in more than half: then there is nothing to hold up.
 */
export function mirrorOf(released: Released): FivePoint | undefined {
  const ranks = mattered(released);
  const weight = (aspect: string) => ranks.find((each) => each.aspect === aspect)?.count ?? 0;
  const [first, second] = compared(released)
    .filter(({ better, n }) => better * 2 > n)
    .toSorted((a, b) => weight(b.aspect) - weight(a.aspect));
  if (!first) return undefined;
  const both = second && (ranks.length === 0 || weight(second.aspect) > 0);
  return mirrorQuestion(first.aspect, both ? second.aspect : undefined);
}

/** Exact on integers, so that no floating point decides an order. */
function byShare(a: Compared, b: Compared): number {
  return b.better * a.n - a.better * b.n;
}

function byValue({ tally }: Cast): Pick<Compared, 'better' | 'same' | 'worse'> {
  const options = OFFER_GRID[0]?.options ?? [];
  const of = (value: string) => tally[options.findIndex((each) => each.value === value)] ?? 0;
  return { better: of('better'), same: of('same'), worse: of('worse') };
}
