/** Every attack on published figures, on the product and on the rule that is known to be broken. */
import type { Asking } from './asking.ts';
import { brokenUnions, smallDifferences } from './differences.ts';
import { flipTest } from './flip.ts';
import { type Narrowed, narrowedAlone, narrowedTogether } from './integer-program.ts';
import { admitting, atMost, type Line, none, told } from './line.ts';
import { askingsOf, brokenAskingsOf } from './published.ts';
import { solver } from './solve.ts';
import { unanimous } from './unanimity.ts';
import type { Week } from './year.ts';

const QUARTER = 13;
/** Weeks in which the broken rule has to fall to the integer program. */
const SAMPLE = 2;
/** Points; anonymity.md, section 10. */
const ADVANTAGE = 2;
/**
 * What docs/anonymity.md says is still open: shares, and points. A band of ten beside one of five of them may say of the other five that
 * all agree. An attacker who knows of every week who took part is right that nobody
 * changed their mind; and one word that is true of every other team of eight gives 14 points to whoever guesses between a 1 and a 5.
 */
const ADMITTED = { alone: 0.001, narrowed: 0.015, ownAnswer: 5, evenOdds: 10 } as const;

export interface Found {
  readonly lines: readonly Line[];
  /** Attacks that did not break the broken rule. */
  readonly harmless: readonly string[];
}

export async function attackFigures(
  weeks: readonly Week[],
  flips: number,
  seed: number,
): Promise<Found> {
  const [product, control] = [weeks.flatMap(askingsOf), weeks.flatMap(brokenAskingsOf)];
  const solve = await solver();
  const sets = (of: readonly Asking[]) =>
    of.reduce((sum, { published }) => sum + published.length, 0);
  const differences = both(product, control, (asking) => smallDifferences(asking).length);
  const unions = both(product, control, brokenUnions);
  const alike = both(product, control, (asking) => unanimous(asking).determined);
  const alone = narrowedAlone(product, { solve, seed });
  const sample = narrowedAlone(weeks.slice(0, SAMPLE).flatMap(brokenAskingsOf), { solve, seed });
  const together = quarters(weeks).map((some) =>
    narrowedTogether(some.flatMap(askingsOf), { solve, onlyDetermined: true, seed }),
  );
  const linked = summed(together);
  const [ours, theirs] = [flipTest(product, flips, seed), flipTest(control, flips, seed)];
  return {
    lines: [
      told('questions asked, figures published', `${product.length}, ${sets(product)}`),
      none(
        'sets whose sums and differences leave 1 to k-1 people',
        differences.product,
        differences.control,
      ),
      none(
        'published sets that are no union of pools of k and more',
        unions.product,
        unions.control,
      ),
      none('answers told by unanimity of one figure', alike.product, alike.control),
      none(
        `answers determined, each week by itself (of ${alone.answers})`,
        alone.determined,
        sample.determined,
      ),
      admitting(
        none(
          `narrowed to 2 options or fewer, n < 10 (of ${alone.answersUnderTen})`,
          alone.narrowed,
          sample.narrowed,
          alone.answersUnderTen,
        ),
        alone.narrowed / Math.max(1, alone.answersUnderTen),
        ADMITTED.alone,
      ),
      none(
        `answers determined over 13 weeks, nobody changing their mind (of ${linked.answers})`,
        linked.determined,
      ),
      admitting(
        none(
          `narrowed over 13 weeks, nobody changing their mind, n < 10 (of ${linked.answersUnderTen})`,
          linked.narrowed,
          undefined,
          linked.answersUnderTen,
        ),
        linked.narrowed / Math.max(1, linked.answersUnderTen),
        ADMITTED.narrowed,
      ),
      admitting(
        atMost(
          'flip test: own answer guessed better than a colleague’s in its place',
          ours.ownAnswer,
          ADVANTAGE,
          'points',
          theirs.ownAnswer,
        ),
        ours.ownAnswer,
        ADMITTED.ownAnswer,
      ),
      admitting(
        atMost(
          'flip test: 1 or 5 at even odds, above 50',
          ours.evenOdds,
          ADVANTAGE,
          'points',
          theirs.evenOdds,
        ),
        ours.evenOdds,
        ADMITTED.evenOdds,
      ),
    ],
    harmless: [
      ...(differences.control > 0 ? [] : ['differences']),
      ...(alike.control > 0 ? [] : ['unanimity']),
      ...(sample.determined > 0 ? [] : ['integer program']),
      ...(theirs.ownAnswer > ADVANTAGE ? [] : ['flip test']),
    ],
  };
}

function both(
  product: readonly Asking[],
  control: readonly Asking[],
  count: (asking: Asking) => number,
) {
  const all = (askings: readonly Asking[]) => askings.reduce((sum, each) => sum + count(each), 0);
  return { product: all(product), control: all(control) };
}

function quarters(weeks: readonly Week[]): Week[][] {
  const found: Week[][] = [];
  for (let from = 0; from < weeks.length; from += QUARTER)
    found.push(weeks.slice(from, from + QUARTER));
  return found;
}

function summed(all: readonly Narrowed[]): Narrowed {
  const sum = (of: (each: Narrowed) => number) => all.reduce((total, each) => total + of(each), 0);
  return {
    answers: sum(({ answers }) => answers),
    determined: sum(({ determined }) => determined),
    narrowed: sum(({ narrowed }) => narrowed),
    answersUnderTen: sum(({ answersUnderTen }) => answersUnderTen),
  };
}
