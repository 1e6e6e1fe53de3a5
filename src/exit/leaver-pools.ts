/** Pools of leavers: by unit as ballots are, and by job family where everybody beside it still finds a pool. */
import { add, type Cast, type Pool } from '../ballot/pools.ts';
import { leavesFirst } from '../org/unit.ts';

/** The ballots of leavers of one unit and job family; absent: not known. */
export interface LeaverCast extends Cast {
  readonly unit: string;
  readonly jobFamily?: string;
}

export interface PlacedLeavers {
  readonly pools: readonly Pool[];
  /** What not even the root could take. */
  readonly left: readonly LeaverCast[];
}

type Node = { readonly id: string; readonly parent?: string };

/**
 * Places the ballots of one question. They walk up the tree until a unit has `floor`; there they become one pool, or one
 * for each job family that has `floor`, as long as the others beside them have it too. Each ballot lies in one pool, so
 * that every sum is one of whole pools. Throws for a unit that is not in the tree.
 */
export function placeLeavers(
  units: readonly Node[],
  casts: readonly LeaverCast[],
  floor: number,
): PlacedLeavers {
  const own = grouped(
    casts.filter(({ n }) => n > 0),
    ({ unit }) => unit,
  );
  const known = new Set(units.map(({ id }) => id));
  for (const id of own.keys()) {
    if (!known.has(id))
      throw new Error(`Ballots of unit "${id}", which is not in the round's tree.`);
  }
  const carried = new Map<string, LeaverCast[]>();
  const pools: Pool[] = [];
  const left: LeaverCast[] = [];
  for (const { id, parent } of leavesFirst(units)) {
    const here = [...(carried.get(id) ?? []), ...(own.get(id) ?? [])];
    if (sum(here) >= floor) pools.push(...split(here, floor).map((part) => poolOf(id, part)));
    else if (parent === undefined) left.push(...here);
    else carried.set(parent, [...(carried.get(parent) ?? []), ...here]);
  }
  return { pools, left };
}

interface Part {
  readonly jobFamily?: string;
  readonly casts: readonly LeaverCast[];
}

/** The smallest families give way until the rest is nobody or a pool of its own. */
function split(casts: readonly LeaverCast[], floor: number): Part[] {
  const families = [...grouped(casts, ({ jobFamily }) => jobFamily)]
    .flatMap(([jobFamily, each]) => (jobFamily === undefined ? [] : [{ jobFamily, casts: each }]))
    .filter((part) => sum(part.casts) >= floor)
    .toSorted((a, b) => sum(b.casts) - sum(a.casts) || (a.jobFamily < b.jobFamily ? -1 : 1));
  for (;;) {
    const rest = casts.filter(
      ({ jobFamily }) => !families.some((each) => each.jobFamily === jobFamily),
    );
    if (rest.length === 0) return families;
    if (sum(rest) >= floor) return [...families, { casts: rest }];
    families.pop();
  }
}

function poolOf(unit: string, { jobFamily, casts }: Part): Pool {
  const whole = casts.reduce<Cast>(add, { n: 0, tally: [] });
  const from = [...new Set(casts.map((cast) => cast.unit))];
  return { unit, ...whole, from, ...(jobFamily !== undefined && { jobFamily }) };
}

function sum(casts: readonly Cast[]): number {
  return casts.reduce((all, { n }) => all + n, 0);
}

function grouped<K>(
  casts: readonly LeaverCast[],
  keyOf: (cast: LeaverCast) => K,
): ReadonlyMap<K, readonly LeaverCast[]> {
  const groups = new Map<K, LeaverCast[]>();
  for (const cast of casts) {
    const key = keyOf(cast);
    groups.set(key, [...(groups.get(key) ?? []), cast]);
  }
  return groups;
}
