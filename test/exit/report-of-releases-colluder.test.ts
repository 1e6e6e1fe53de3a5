/** That no word or number said of leavers tells what one of them answered: every tally, with one colluder. */
import { describe, expect, test } from 'vitest';
import { saidOf, standOut } from '../../src/exit/exit-figures.ts';
import { RETURN } from '../../src/stock/exit-looking-back.ts';
import { OFFER_GRID } from '../../src/stock/exit-offer.ts';
import type { ScoredQuestion } from '../../src/survey/question.ts';
import { singleChoice } from '../support/round.ts';

const [PAY_ROW] = OFFER_GRID;
if (!PAY_ROW) throw new Error('no grid');
/** Every way in which n people can choose among so many options. */
function tallies(options: number, n: number): number[][] {
  if (options === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) =>
    tallies(options - 1, n - first).map((rest) => [first, ...rest]),
  ).flat();
}

function saying(question: ScoredQuestion, tally: readonly number[]): string {
  const n = tally.reduce((sum, each) => sum + each, 0);
  const { pools: _, ...said } = saidOf(question, { n, tally, units: ['company'] }) ?? {};
  return JSON.stringify(said);
}

/**
 * Per statement and answer of a colluder, the answers that somebody else of the same pool may have given.
 */
class Possible {
  readonly #answers = new Map<string, Set<number>>();

  add(statement: string, tally: readonly number[]): void {
    for (const [colluder, count] of tally.entries()) {
      if (count === 0) continue;
      const key = `${statement} ${colluder}`;
      const answers = this.#answers.get(key) ?? new Set();
      this.#answers.set(key, answers);
      for (const [option, others] of tally.entries()) {
        if (others - Number(option === colluder) > 0) answers.add(option);
      }
    }
  }

  least(): number {
    return Math.min(...[...this.#answers.values()].map(({ size }) => size));
  }
}

describe('with one colluder, everybody else may still have given two answers at least', () => {
  const sizes = [5, 6, 7, 8, 9, 10, 13, 19];
  test.each(sizes)('of %i answers to a question with three options', (n) => {
    const possible = new Possible();
    const question = singleChoice('three', ['a', 'b', 'c']);
    for (const tally of tallies(3, n)) possible.add(saying(question, tally), tally);
    expect(possible.least()).toBeGreaterThan(1);
  });

  test.each(sizes)('of %i answers on what the offer had', (n) => {
    const possible = new Possible();
    for (const tally of tallies(3, n)) possible.add(saying(PAY_ROW, tally), tally);
    expect(possible.least()).toBeGreaterThan(1);
  });

  test.each(sizes)('of %i answers on a scale of five', (n) => {
    const possible = new Possible();
    for (const tally of tallies(5, Math.min(n, 10))) possible.add(saying(RETURN, tally), tally);
    expect(possible.least()).toBeGreaterThan(1);
  });

  test('of twenty answers, told in numbers', () => {
    const possible = new Possible();
    const question = singleChoice('three', ['a', 'b', 'c']);
    for (const tally of tallies(3, 20)) possible.add(saying(question, tally), tally);
    expect(possible.least()).toBeGreaterThan(1);
  });

  test.each([
    ['what the offer had', PAY_ROW, 3],
    ['a question with six options', singleChoice('six', [...'abcdef']), 6],
  ] as const)('also when five were told before, and five are added: %s', (_, question, options) => {
    const [old, fresh] = [new Possible(), new Possible()];
    const five = tallies(options, 5);
    const before = five.map((tally) => saying(question, tally));
    for (const [i, first] of five.entries()) {
      for (const added of five) {
        const together = first.map((count, cell) => count + (added[cell] ?? 0));
        const both = `${before[i]} ${saying(question, together)}`;
        old.add(both, first);
        fresh.add(both, added);
      }
    }
    expect(old.least()).toBeGreaterThan(1);
    expect(fresh.least()).toBeGreaterThan(1);
  });
});

test.each([
  ['what the offer had', PAY_ROW, 3, [[5, 15]]],
  [
    'a question with four options',
    singleChoice('four', [...'abcd']),
    4,
    [
      [5, 15],
      [6, 14],
      [6, 15],
    ],
  ],
] as const)(
  'a word about a few and numbers of twenty that they are in leave two answers to everybody: %s',
  (_, question, options, sizes) => {
    for (const [some, rest] of sizes) {
      const possible = { few: new Possible(), others: new Possible() };
      const remaining = tallies(options, rest);
      for (const few of tallies(options, some)) {
        const word = saying(question, few);
        for (const others of remaining) {
          const all = few.map((count, cell) => count + (others[cell] ?? 0));
          const both = `${word} ${saying(question, all)}`;
          possible.few.add(both, few);
          possible.others.add(both, others);
        }
      }
      expect(possible.few.least(), `${some} of ${some + rest}`).toBeGreaterThan(1);
      expect(possible.others.least(), `${some} of ${some + rest}`).toBeGreaterThan(1);
    }
  },
);

test('exact shares would tell, and so would words of three people', () => {
  const [exact, three] = [new Possible(), new Possible()];
  for (const tally of tallies(3, 5)) exact.add(tally.join(), tally);
  for (const tally of tallies(3, 3)) three.add(String(standOut(3, tally)), tally);
  expect(exact.least()).toBe(1);
  expect(three.least()).toBe(1);
});
