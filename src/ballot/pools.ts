/** Pools: ballots walk up the tree until at least k are together. Everything ever shown is a function of whole pools. */
import { leavesFirst } from '../org/unit.ts';

/** A tally is a histogram: the number of answers in each cell. */
export type Tally = readonly number[];

/** What one unit has to place. `n` is the number of ballots (with several choices more than the cells' sum may say). */
export interface Cast {
  readonly n: number;
  readonly tally: Tally;
}

/** Ballots that are counted together, and belong to `unit`, forever. */
export interface Pool extends Cast {
  readonly unit: string;
  /** The units whose ballots are in it: all ballots of a unit lie in one pool (of leavers: of a unit and job family). */
  readonly from: readonly string[];
  /** All ballots in it are of this job family. Leavers only; absent: mixed, or not known. */
  readonly jobFamily?: string;
}

export interface Placed {
  readonly pools: readonly Pool[];
  /** Ballots that not even the root could place. */
  readonly uncounted: number;
}

type Node = { readonly id: string; readonly parent?: string };

interface Carried {
  n: number;
  tally: number[];
  from: string[];
}

/**
 * Places the ballots of one question (design, section 2). From the leaves up: a unit's ballots plus what its children
 * could not place become a pool if they are at least `floor`; if not, they are handed to the parent.
 * `cast` maps a unit to its ballots; units without ballots may be absent. Throws for a unit that is not in the tree.
 */
export function placeInPools(
  units: readonly Node[],
  cast: ReadonlyMap<string, Cast>,
  floor: number,
): Placed {
  const known = new Set(units.map((unit) => unit.id));
  for (const id of cast.keys()) {
    if (!known.has(id))
      throw new Error(`Ballots of unit "${id}", which is not in the round's tree.`);
  }
  const carried = new Map<string, Carried>();
  const pools: Pool[] = [];
  let uncounted = 0;
  for (const unit of leavesFirst(units)) {
    const here = merge(carried.get(unit.id), unit.id, cast.get(unit.id));
    if (!here) continue;
    if (here.n >= floor) pools.push({ unit: unit.id, ...here });
    else if (unit.parent === undefined) uncounted += here.n;
    else carried.set(unit.parent, join(carried.get(unit.parent), here));
  }
  return { pools, uncounted };
}

function merge(carry: Carried | undefined, id: string, own: Cast | undefined): Carried | undefined {
  if (!own || own.n === 0) return carry;
  return join(carry, { n: own.n, tally: [...own.tally], from: [id] });
}

function join(a: Carried | undefined, b: Carried): Carried {
  return a ? { ...add(a, b), from: [...a.from, ...b.from] } : b;
}

/** The sum of two tallies; the shorter one counts as padded with zeros. */
export function add(a: Cast, b: Cast): { n: number; tally: number[] } {
  const length = Math.max(a.tally.length, b.tally.length);
  const tally = Array.from({ length }, (_, i) => (a.tally[i] ?? 0) + (b.tally[i] ?? 0));
  return { n: a.n + b.n, tally };
}

/** The total of a unit: the sum of the pools at and below it; undefined where there are none. */
export function total(pools: readonly Pool[], below: ReadonlySet<string>): Cast | undefined {
  const mine = pools.filter((pool) => below.has(pool.unit));
  if (mine.length === 0) return undefined;
  return mine.reduce<Cast>(add, { n: 0, tally: [] });
}
