import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cast, type Placed, type Pool, placeInPools, total } from '../../src/ballot/pools.ts';
import { castTrees, type Node } from '../support/arbitraries.ts';

/** The ballots of a unit: `n` people, all of whom chose the third of five. */
function people(n: number): Cast {
  return { n, tally: [0, 0, n, 0, 0] };
}

const company: Node[] = [
  { id: 'company' },
  { id: 'sales', parent: 'company' },
  { id: 'north', parent: 'sales' },
  { id: 'south', parent: 'sales' },
  { id: 'lab', parent: 'company' },
];

test('a small team stays silent and its ballots move up to the unit above', () => {
  const cast = new Map([
    ['north', people(4)],
    ['sales', people(3)],
  ]);
  expect(placeInPools(company, cast, 5)).toEqual({
    pools: [{ unit: 'sales', n: 7, tally: [0, 0, 7, 0, 0], from: expect.anything() }],
    uncounted: 0,
  });
});

test('children of three and two meet in a pool of their parent when the floor is five', () => {
  const cast = new Map([
    ['north', people(3)],
    ['south', people(2)],
  ]);
  const [pool, ...others] = placeInPools(company, cast, 5).pools;
  expect(others).toEqual([]);
  expect(pool).toMatchObject({ unit: 'sales', n: 5 });
  expect(new Set(pool?.from)).toEqual(new Set(['north', 'south']));
});

test('a group of four is never shown when the floor is five, and burned where nobody joins it', () => {
  expect(placeInPools(company, new Map([['lab', people(4)]]), 5)).toEqual({
    pools: [],
    uncounted: 4,
  });
});

test('a unit with exactly the floor has its own pool, and its small sibling does not join it', () => {
  const cast = new Map([
    ['north', people(5)],
    ['south', people(4)],
  ]);
  const placed = placeInPools(company, cast, 5);
  expect(placed.pools.map(({ unit, n }) => [unit, n])).toEqual([['north', 5]]);
  expect(placed.uncounted).toBe(4);
});

test('ballots that pass a unit with a pool of its own below it join those who are there', () => {
  const cast = new Map([
    ['north', people(9)],
    ['south', people(2)],
    ['lab', people(2)],
    ['company', people(1)],
  ]);
  const placed = placeInPools(company, cast, 5);
  expect(new Set(placed.pools.map(({ unit, n }) => `${unit} ${n}`))).toEqual(
    new Set(['north 9', 'company 5']),
  );
  expect(total(placed.pools, new Set(['sales', 'north', 'south']))?.n).toBe(9);
});

test('several choices count a ballot once and each of its marks', () => {
  const cast = new Map([
    ['north', { n: 3, tally: [3, 3, 0] }],
    ['south', { n: 2, tally: [0, 1] }],
  ]);
  expect(placeInPools(company, cast, 5).pools[0]).toMatchObject({ n: 5, tally: [3, 4, 0] });
});

test('ballots of a unit that is not in the tree are refused by name', () => {
  expect(() => placeInPools(company, new Map([['ghost', people(9)]]), 5)).toThrow('"ghost"');
});

test('a unit with nothing at or below it has no total', () => {
  const { pools } = placeInPools(company, new Map([['lab', people(6)]]), 5);
  expect(total(pools, new Set(['sales', 'north', 'south']))).toBeUndefined();
  expect(total(pools, new Set(['lab']))).toEqual(people(6));
});

test('a chain of two thousand units is walked to its end', () => {
  const units = Array.from({ length: 2000 }, (_, i): Node => {
    return i === 0 ? { id: '0' } : { id: String(i), parent: String(i - 1) };
  });
  const cast = new Map(units.map(({ id }) => [id, people(1)]));
  const placed = placeInPools(units, cast, 7);
  expect(placed.pools).toHaveLength(285);
  expect(placed.uncounted).toBe(5);
});

/** Whether `above` is `id` or an ancestor of it. */
function isAtOrAbove(units: readonly Node[], above: string, id: string): boolean {
  for (let at = units.find((each) => each.id === id); at; ) {
    if (at.id === above) return true;
    const { parent } = at;
    at = units.find((each) => each.id === parent);
  }
  return false;
}

function sum(casts: readonly (Cast | undefined)[]): { n: number; tally: number[] } {
  const all = { n: 0, tally: [0, 0, 0, 0, 0] };
  for (const cast of casts) {
    all.n += cast?.n ?? 0;
    for (const [cell, count] of (cast?.tally ?? []).entries()) {
      all.tally[cell] = (all.tally[cell] ?? 0) + count;
    }
  }
  return all;
}

interface World extends Placed {
  readonly units: readonly Node[];
  readonly cast: ReadonlyMap<string, Cast>;
  readonly floor: number;
}

/** Holds a claim against any tree, any sizes, any answers, any floor. */
function always(claim: (world: World) => void, numRuns = 400): void {
  fc.assert(
    fc.property(castTrees(), ({ units, cast, floor }) =>
      claim({ units, cast, floor, ...placeInPools(units, cast, floor) }),
    ),
    { numRuns },
  );
}

test('every ballot is in exactly one pool or uncounted, cell by cell', () => {
  always(({ cast, pools, uncounted }) => {
    const placed = pools.flatMap(({ from }) => from);
    expect(new Set(placed).size).toBe(placed.length);
    for (const { from, n, tally } of pools) {
      expect({ n, tally }).toEqual(sum(from.map((id) => cast.get(id))));
    }
    const left = [...cast].filter(([id]) => !placed.includes(id)).map(([, own]) => own);
    expect(uncounted).toBe(sum(left).n);
  });
});

test('every pool has at least the floor, and less than the floor is left uncounted', () => {
  always(({ pools, uncounted, floor }) => {
    for (const { n } of pools) expect(n).toBeGreaterThanOrEqual(floor);
    expect(uncounted).toBeLessThan(floor);
  });
});

test('a pool belongs to a unit at or above all whose ballots are in it, one pool a unit', () => {
  always(({ units, pools }) => {
    expect(new Set(pools.map(({ unit }) => unit)).size).toBe(pools.length);
    for (const { unit, from } of pools) {
      expect(from.filter((id) => !isAtOrAbove(units, unit, id))).toEqual([]);
    }
  });
});

test('a unit with enough ballots of its own always has a pool, and ballots stop at the first', () => {
  always(({ units, cast, pools, floor }) => {
    const has = new Set(pools.map(({ unit }) => unit));
    for (const { id } of units) if ((cast.get(id)?.n ?? 0) >= floor) expect(has).toContain(id);
    for (const { unit, from } of pools) {
      const between = (id: string) =>
        pools.filter(
          (other) =>
            other.unit !== unit &&
            isAtOrAbove(units, unit, other.unit) &&
            isAtOrAbove(units, other.unit, id),
        );
      expect(from.flatMap(between)).toEqual([]);
    }
  });
});

test('the order of the units changes nothing', () => {
  const plain = ({ pools, uncounted }: Placed) => ({
    uncounted,
    pools: pools
      .map(({ from, ...pool }) => ({ ...pool, from: [...from].sort() }))
      .sort((a, b) => a.unit.localeCompare(b.unit)),
  });
  always(({ units, cast, floor, ...placed }) => {
    const ordered = [...units].sort((a, b) => a.id.localeCompare(b.id));
    expect(plain(placeInPools(ordered, cast, floor))).toEqual(plain(placed));
  });
});

test('the total of a unit is the sum of the pools at and below it', () => {
  always(({ units, cast, pools }) => {
    for (const { id } of units) {
      const mine = pools.filter(({ unit }) => isAtOrAbove(units, id, unit));
      const below = units.filter((each) => isAtOrAbove(units, id, each.id)).map((each) => each.id);
      const expected = sum(mine.flatMap(({ from }) => from.map((each) => cast.get(each))));
      expect(total(pools, new Set(below))).toEqual(mine.length > 0 ? expected : undefined);
    }
  });
});

/** What a reader may be shown: for each unit the ballots behind its total, by the units they came from. */
function publishedSets(units: readonly Node[], pools: readonly Pool[]): Set<string>[] {
  return units.map(({ id }) => {
    const mine = pools.filter(({ unit }) => isAtOrAbove(units, id, unit));
    return new Set(mine.flatMap(({ from }) => from));
  });
}

test('the difference of any two published sets is never one to floor - 1 ballots', () => {
  always(({ units, cast, pools, floor }) => {
    const sets = publishedSets(units, pools);
    for (const a of sets) {
      for (const b of sets) {
        const rest = [...a].filter((id) => !b.has(id));
        const left = sum(rest.map((id) => cast.get(id))).n;
        expect(left === 0 || left >= floor, `${left} of ${floor} are left over`).toBe(true);
      }
    }
  });
});

test('a unit less all of its children leaves nobody, or at least the floor', () => {
  always(({ units, pools, floor }) => {
    const count = (id: string) => {
      const below = units.filter((each) => isAtOrAbove(units, id, each.id));
      return total(pools, new Set(below.map((each) => each.id)))?.n ?? 0;
    };
    for (const { id } of units) {
      const children = units.filter(({ parent }) => parent === id);
      const left = count(id) - children.reduce((all, child) => all + count(child.id), 0);
      expect(left === 0 || left >= floor, `${left} of ${floor} are left over`).toBe(true);
    }
  });
});

test('no sum and difference of any published totals isolates one to floor - 1 ballots', () => {
  fc.assert(
    fc.property(
      castTrees(),
      fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 2, maxLength: 6 }),
      ({ units, cast, floor }, picks) => {
        const { pools } = placeInPools(units, cast, floor);
        const sets = publishedSets(units, pools);
        let union = new Set<string>();
        for (const [pick, add] of picks) {
          const set = sets[pick % sets.length] ?? new Set();
          union = add
            ? new Set([...union, ...set])
            : new Set([...union].filter((id) => !set.has(id)));
        }
        const left = sum([...union].map((id) => cast.get(id))).n;
        expect(left === 0 || left >= floor).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});
