/** Anything that a test may be tried with: trees of units, ballots, answers. */
import fc from 'fast-check';
import type { Cast } from '../../src/ballot/pools.ts';
import type { Answer } from '../../src/survey/answer.ts';
import { cells, type Question, TEXT_LIMIT } from '../../src/survey/question.ts';

export interface Node {
  readonly id: string;
  readonly parent?: string;
}

/** Any tree of up to `most` units, deep or wide, its units in any order. The root is `u0`. */
export function trees(most = 14): fc.Arbitrary<Node[]> {
  const shape = fc.constantFrom('chain', 'wide', 'any', 'any');
  return fc
    .tuple(shape, fc.array(fc.nat(), { maxLength: most - 1, size: 'max' }))
    .chain(([of, picks]) => {
      const parentAt = { chain: (i: number) => i, wide: () => 0 };
      const units: Node[] = [
        { id: 'u0' },
        ...picks.map((pick, i) => {
          const parent = of === 'any' ? pick % (i + 1) : parentAt[of](i);
          return { id: `u${i + 1}`, parent: `u${parent}` };
        }),
      ];
      return shuffled(units);
    });
}

export function shuffled<T>(items: T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length });
}

/** The ballots of one unit: anything from none to 14, of a question with up to `width` cells. */
function casts(width = 5): fc.Arbitrary<Cast> {
  const ballot = fc.subarray([...Array(width).keys()], { minLength: 1 });
  const few = fc.array(ballot, { maxLength: 4 });
  const more = fc.array(ballot, { maxLength: 14, size: 'max' });
  return fc.oneof(few, more).map((ballots) => {
    const tally = new Array<number>(width).fill(0);
    for (const cell of ballots.flat()) tally[cell] = (tally[cell] ?? 0) + 1;
    return { n: ballots.length, tally };
  });
}

/** A tree with ballots in its units; units without any may be absent from the map. */
export function castTrees(
  most?: number,
): fc.Arbitrary<{ units: Node[]; cast: Map<string, Cast>; floor: number }> {
  return trees(most).chain((units) =>
    fc
      .tuple(
        fc.array(fc.option(casts(), { freq: 5 }), {
          minLength: units.length,
          maxLength: units.length,
        }),
        fc.integer({ min: 3, max: 10 }),
      )
      .map(([given, floor]) => {
        const cast = new Map<string, Cast>();
        for (const [i, { id }] of units.entries()) {
          const own = given[i];
          if (own) cast.set(id, own);
        }
        return { units, cast, floor };
      }),
  );
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Any comment, in any script, up to the last byte allowed. */
const comments: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    'x'.repeat(TEXT_LIMIT),
    '漢'.repeat(633),
    '😀'.repeat(475),
    '\u0000',
    '\ufeff',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .string({ unit: 'binary', maxLength: 700, size: 'max' })
    .filter((text) => bytes(text) <= TEXT_LIMIT),
);

/** Any valid answer to `question`. */
export function answersTo(question: Question): fc.Arbitrary<Answer> {
  if (question.kind === 'free-text') {
    return fc.record({
      kind: fc.constant('text' as const),
      text: comments,
      reader: fc.constantFrom('team' as const, 'hr' as const),
    });
  }
  const all = [...Array(cells(question)).keys()];
  const maxLength = question.kind === 'several-choices' ? all.length : 1;
  return fc
    .subarray(all, { minLength: 1, maxLength })
    .map((chosen) => ({ kind: 'cells' as const, cells: chosen }));
}
