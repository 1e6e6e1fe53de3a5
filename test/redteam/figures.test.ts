/** The red team's attacks on tiny cases whose outcome is known. */
import { describe, expect, it } from 'vitest';
import type { Asking, Group, Published, Said } from '../../redteam/asking.ts';
import { brokenUnions, smallDifferences } from '../../redteam/differences.ts';
import { flipTest } from '../../redteam/flip.ts';
import { narrowedAlone, narrowedTogether } from '../../redteam/integer-program.ts';
import { saysOf } from '../../redteam/rows.ts';
import { solver } from '../../redteam/solve.ts';
import { unanimous } from '../../redteam/unanimity.ts';
import { fivePoint } from '../support/round.ts';

const QUESTION = fivePoint('q');
const SOLVE = await solver();

/** `values` from 1 to 5; the first of each group is the colluder if there is one. */
function group(id: string, values: readonly number[], colluding = false): Group {
  return {
    id,
    members: values.map((value, i) => ({
      person: `${id}-${i}`,
      answer: value - 1,
      colluder: colluding && i === 0,
    })),
  };
}

function asking(groups: readonly Group[], published: readonly Published[], week = 0): Asking {
  return { round: `r${week}`, week, question: QUESTION, floor: 5, groups, published };
}

function shown(unit: string, groups: readonly string[], said: Said): Published {
  return { unit, groups, said };
}

const histogram = (tally: readonly number[]): Said => ({ shown: 'histogram', tally });
const band = (is: 'under 40' | '40-59' | '60 or more'): Said => ({ shown: 'band', band: is });
const TENS = { shown: 'distribution', coarse: true } as const;
const tools = { solve: SOLVE, seed: 1 };

describe('differences', () => {
  const groups = [group('a', [1, 2, 3, 4, 5]), group('b', [1, 2, 3, 4, 5, 5]), group('c', [2, 3])];

  it('finds the hidden team of two in a total less its shown siblings', () => {
    const all = asking(groups, [
      shown('all', ['a', 'b', 'c'], histogram([2, 3, 3, 2, 3])),
      shown('a', ['a'], histogram([1, 1, 1, 1, 1])),
      shown('b', ['b'], histogram([1, 1, 1, 1, 2])),
    ]);
    expect(smallDifferences(all)).toEqual([{ groups: ['c'], people: 2 }]);
    expect(brokenUnions(all)).toBe(1);
  });

  it('finds it also where only sums of overlapping sets give it away', () => {
    const all = asking(groups, [
      shown('ab', ['a', 'b'], histogram([])),
      shown('ac', ['a', 'c'], histogram([])),
      shown('bc', ['b', 'c'], histogram([])),
    ]);
    expect(smallDifferences(all)).toEqual([{ groups: ['c'], people: 2 }]);
  });

  it('finds nothing among unions of pools', () => {
    const pools = groups.slice(0, 2);
    const all = asking(pools, [
      shown('a', ['a'], band('40-59')),
      shown('all', ['a', 'b'], band('40-59')),
    ]);
    expect(smallDifferences(all)).toEqual([]);
    expect(brokenUnions(all)).toBe(0);
  });
});

describe('what a figure says', () => {
  it('turns a band of five answers round: one half is exactly two', () => {
    expect(saysOf(QUESTION, 5, band('40-59'))).toMatchObject([{ low: 2, high: 2 }]);
    expect(saysOf(QUESTION, 5, band('60 or more'))).toMatchObject([{ low: 3, high: 5 }]);
  });

  it('turns a share at its limit round: 80 is 80 or more', () => {
    const said = { ...TENS, unfavourable: 20, neutral: 20, favourable: 80 };
    expect(saysOf(QUESTION, 20, said)[0]).toMatchObject({ low: 15, high: 20 });
  });

  it('turns a mean round: sums that are rounded to it', () => {
    const said = {
      shown: 'distribution',
      unfavourable: 10,
      neutral: 10,
      favourable: 80,
      mean: 4,
    } as const;
    expect(saysOf(QUESTION, 50, said).at(-1)).toMatchObject({ low: 198, high: 202 });
  });
});

describe('unanimity', () => {
  it('tells every answer of a histogram with one bar, the colluder’s taken off', () => {
    const of = [shown('a', ['a'], histogram([1, 0, 0, 4, 0]))];
    expect(unanimous(asking([group('a', [1, 4, 4, 4, 4], true)], of)).determined).toBe(4);
    expect(unanimous(asking([group('a', [1, 4, 4, 4, 4])], of)).determined).toBe(0);
  });

  it('is hidden by a band', () => {
    const of = [shown('a', ['a'], band('60 or more'))];
    expect(unanimous(asking([group('a', [1, 5, 5, 5, 5], true)], of))).toEqual({
      determined: 0,
      twoLeft: 0,
    });
  });
});

describe('the integer program', () => {
  const groups = [
    group('a', [5, 5, 4, 4, 5]),
    group('b', [5, 4, 1, 1, 2]),
    group('c', [5, 4, 1, 2, 3]),
    group('d', [5, 5, 4, 1, 3, 3]),
  ];
  const bands = [
    shown('a', ['a'], band('60 or more')),
    ...['b', 'c', 'd'].map((id) => shown(id, [id], band('40-59'))),
  ];

  it('sees that a total and bands leave a team nothing but favourable answers', () => {
    // At most 5, 2, 2 and 3 of 21; 60 % are at least 12.
    const said = { ...TENS, unfavourable: 30, neutral: 20, favourable: 60 };
    const all = asking(groups, [...bands, shown('all', ['a', 'b', 'c', 'd'], said)]);
    expect(narrowedAlone([all], tools)).toMatchObject({ answers: 21, determined: 0, narrowed: 5 });
  });

  it('leaves everybody every side where only the bands are told', () => {
    const all = asking(groups, bands);
    expect(narrowedAlone([all], tools)).toMatchObject({ determined: 0, narrowed: 0 });
  });

  it('determines a remainder of one', () => {
    const some = [group('a', [1, 2, 3, 4, 5]), group('c', [2])];
    const all = asking(some, [
      shown('all', ['a', 'c'], histogram([1, 2, 1, 1, 1])),
      shown('a', ['a'], histogram([1, 1, 1, 1, 1])),
    ]);
    expect(narrowedAlone([all], tools).determined).toBe(1);
  });

  it('determines who came between two weeks, if nobody has changed their mind', () => {
    const before = group('a', [1, 2, 3, 4, 5]);
    const after = group('a', [1, 2, 3, 4, 5, 2]);
    const of = (who: Group, tally: readonly number[], week: number) =>
      asking([who], [shown('a', ['a'], histogram(tally))], week);
    const weeks = [of(before, [1, 1, 1, 1, 1], 0), of(after, [1, 2, 1, 1, 1], 1)];
    expect(narrowedTogether(weeks, tools)).toMatchObject({ answers: 6, determined: 1 });
  });
});

describe('the flip test', () => {
  it('tells the worlds apart by a histogram of five, and not by a band of two hundred', () => {
    const few = group('a', [1, 2, 3, 4, 5]);
    const tell = asking([few], [shown('a', ['a'], histogram([1, 1, 1, 1, 1]))]);
    const many = group(
      'a',
      Array.from({ length: 200 }, (_, i) => 1 + (i % 5)),
    );
    const blur = asking(
      [many],
      [shown('a', ['a'], { shown: 'distribution', unfavourable: 40, neutral: 20, favourable: 40 })],
    );
    expect(flipTest([tell], 60, 1).evenOdds).toBeGreaterThan(20);
    expect(Math.abs(flipTest([blur], 60, 1).ownAnswer)).toBeLessThan(5);
  });
});
