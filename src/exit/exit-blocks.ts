/** Blocks: whole pools of leavers, gathered up the tree until enough answers for numbers are together. */
import { type Pool, total } from '../ballot/pools.ts';
import type { Round, RoundUnit } from '../campaign/round.ts';
import { leavesFirst } from '../org/unit.ts';
import type { ReleasedComments } from '../ports/store.ts';

/** A published release. */
export interface Release {
  readonly round: Round;
  /** Question id to its pools. */
  readonly pools: ReadonlyMap<string, readonly Pool[]>;
  readonly comments: readonly ReleasedComments[];
}

/** Answers from which numbers are said of leavers. */
export const NUMBERS = 20;

/** Pools that are told in numbers together, for good. `release` is the one that completed it. */
export interface Block extends Pool {
  readonly release: string;
}

/**
 * The blocks of one question, over all releases from the first on. Pools that are not in one yet wait where they lie; with
 * each release the tree is walked from the leaves up, as ballots are: what of one job family is {@link NUMBERS} becomes a
 * block of it, then what is left, and the rest is handed up. It hangs on numbers of answers only, never on what they say,
 * and no later release changes a block: so two sums of blocks differ by whole blocks, of twenty answers at least, although
 * the last twelve months are told anew with every release.
 */
export function blocksOf(question: string, releases: readonly Release[]): Block[] {
  const blocks: Block[] = [];
  let waiting: readonly Pool[] = [];
  for (const { round, pools } of releases) {
    const all = [...waiting, ...(pools.get(question) ?? [])];
    const gathered = gather(round.units, all.map(placedIn(round.units)));
    blocks.push(...gathered.blocks.map((block) => ({ ...block, release: round.id })));
    waiting = gathered.waiting;
  }
  return blocks;
}

/** Puts a pool where it counts in this tree: where its unit is no more, in the root. */
export function placedIn(units: readonly RoundUnit[]): <P extends Pool>(pool: P) => P {
  const known = new Set(units.map(({ id }) => id));
  const root = units.find(({ parent }) => parent === undefined);
  return (pool) => (known.has(pool.unit) || !root ? pool : { ...pool, unit: root.id });
}

function gather(units: readonly RoundUnit[], pools: readonly Pool[]) {
  const carried = new Map<string, readonly Pool[]>();
  const blocks: Pool[] = [];
  const waiting: Pool[] = [];
  for (const { id, parent } of leavesFirst(units)) {
    let here = [...(carried.get(id) ?? []), ...pools.filter(({ unit }) => unit === id)];
    const families = new Set(here.flatMap(({ jobFamily }) => jobFamily ?? []));
    for (const some of [...[...families].map(ofFamily), () => true]) {
      const mine = here.filter(some);
      if (sizeOf(mine) < NUMBERS) continue;
      blocks.push(join(id, mine));
      here = here.filter((pool) => !mine.includes(pool));
    }
    if (parent === undefined) waiting.push(...here);
    else carried.set(parent, [...(carried.get(parent) ?? []), ...here]);
  }
  return { blocks, waiting };
}

function ofFamily(family: string): (pool: Pool) => boolean {
  return ({ jobFamily }) => jobFamily === family;
}

function sizeOf(pools: readonly Pool[]): number {
  return pools.reduce((sum, { n }) => sum + n, 0);
}

function join(unit: string, pools: readonly Pool[]): Pool {
  const families = new Set(pools.map(({ jobFamily }) => jobFamily));
  const [jobFamily] = families;
  const sum = total(pools, new Set(pools.map((pool) => pool.unit)));
  return {
    unit,
    from: [...new Set(pools.flatMap(({ from }) => from))],
    n: sum?.n ?? 0,
    tally: sum?.tally ?? [],
    ...(families.size === 1 && jobFamily !== undefined && { jobFamily }),
  };
}
