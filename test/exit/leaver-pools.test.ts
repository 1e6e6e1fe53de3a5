import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LeaverCast, placeLeavers } from '../../src/exit/leaver-pools.ts';
import { castTrees, type Node } from '../support/arbitraries.ts';

const company: Node[] = [
  { id: 'company' },
  { id: 'sales', parent: 'company' },
  { id: 'north', parent: 'sales' },
  { id: 'lab', parent: 'company' },
];

/** `n` leavers of a unit and job family, all of whom chose the first of two. */
function leavers(unit: string, n: number, jobFamily?: string): LeaverCast {
  return { unit, n, tally: [n, 0], ...(jobFamily !== undefined && { jobFamily }) };
}

test('one leaver a month in a small team reaches nobody until five are together, and then only the whole company', () => {
  const placed = placeLeavers(
    company,
    [leavers('north', 1), leavers('lab', 1), leavers('sales', 2)],
    5,
  );
  expect(placed.pools).toEqual([]);
  expect(placed.left).toEqual(
    expect.arrayContaining([leavers('north', 1), leavers('lab', 1), leavers('sales', 2)]),
  );
  const more = placeLeavers(company, [...placed.left, leavers('lab', 1)], 5);
  expect(more.pools).toMatchObject([{ unit: 'company', n: 5 }]);
  expect(more.left).toEqual([]);
});

test('a job family gets its own pool where everybody beside it has one too', () => {
  const casts = [leavers('north', 5, 'engineer'), leavers('north', 6, 'sales'), leavers('lab', 2)];
  const { pools, left } = placeLeavers(company, casts, 5);
  expect(pools.map(({ unit, jobFamily, n }) => [unit, jobFamily, n])).toEqual([
    ['north', 'sales', 6],
    ['north', 'engineer', 5],
  ]);
  expect(left).toEqual([leavers('lab', 2)]);
});

test('a job family gives way where somebody beside it would be left alone', () => {
  const casts = [leavers('north', 5, 'engineer'), leavers('north', 1, 'sales')];
  const { pools } = placeLeavers(company, casts, 5);
  expect(pools).toMatchObject([{ unit: 'north', n: 6 }]);
  expect(pools[0]?.jobFamily).toBeUndefined();
});

test('leavers of one job family find each other above their units', () => {
  const casts = [
    leavers('north', 3, 'engineer'),
    leavers('lab', 3, 'engineer'),
    leavers('lab', 1),
    leavers('sales', 4),
  ];
  const { pools } = placeLeavers(company, casts, 5);
  // Sales and north pool first: seven, in which no family has five.
  expect(pools.map(({ unit, n }) => [unit, n])).toEqual([['sales', 7]]);
});

const families = fc.constantFrom(undefined, 'engineer', 'sales', 'support');

test('every ballot lies in exactly one pool of at least the floor, or is left; none is lost', () => {
  fc.assert(
    fc.property(
      castTrees(),
      fc.array(families, { minLength: 40, maxLength: 40 }),
      ({ units, cast, floor }, picks) => {
        const casts = [...cast].map(([unit, each], i): LeaverCast => {
          const jobFamily = picks[i % picks.length];
          return { unit, ...each, ...(jobFamily !== undefined && { jobFamily }) };
        });
        const { pools, left } = placeLeavers(units, casts, floor);
        const n = (each: readonly { n: number }[]) => each.reduce((sum, one) => sum + one.n, 0);
        expect(n(pools) + n(left)).toBe(n(casts));
        expect(n(left)).toBeLessThan(floor);
        for (const pool of pools) expect(pool.n).toBeGreaterThanOrEqual(floor);
        const marks = (each: readonly { tally: readonly number[] }[]) =>
          each.flatMap(({ tally }) => tally).reduce((sum, one) => sum + one, 0);
        expect(marks(pools) + marks(left)).toBe(marks(casts));
        const keys = pools.map(({ unit, jobFamily }) => `${unit} ${jobFamily}`);
        expect(new Set(keys).size).toBe(keys.length);
      },
    ),
  );
});
