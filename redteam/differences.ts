/** Attack: sums and differences of published sets of one question and round that leave a handful of people. */
import type { Asking } from './asking.ts';

/** A modulus for exact arithmetic: the largest prime under 2^26, so that products stay whole. */
const PRIME = 67_108_859;

export interface Small {
  readonly groups: readonly string[];
  readonly people: number;
}

/**
 * Every set of 1 to k-1 people whose total is some sum and difference of what was published: linear algebra over the
 * indicator vectors of the sets. People whom no published set tells apart stand together.
 */
export function smallDifferences({ groups, published, floor }: Asking): Small[] {
  const atoms = new Map<string, { groups: string[]; people: number }>();
  for (const { id, members } of groups) {
    const key = published.map((each) => (each.groups.includes(id) ? '1' : '0')).join('');
    if (members.length === 0 || !key.includes('1')) continue;
    const atom = atoms.get(key) ?? { groups: [], people: 0 };
    atoms.set(key, { groups: [...atom.groups, id], people: atom.people + members.length });
  }
  const all = [...atoms.values()];
  const basis = reduced(
    published.map((each) =>
      all.map((atom) => (each.groups.includes(atom.groups[0] ?? '') ? 1 : 0)),
    ),
  );
  const small = all.flatMap(({ people }, i) => (people < floor ? [i] : []));
  return subsets(small, all, floor)
    .filter((set) =>
      isSpanned(
        basis,
        all.map((_, i) => (set.includes(i) ? 1 : 0)),
      ),
    )
    .map((set) => ({
      groups: set.flatMap((i) => all[i]?.groups ?? []),
      people: set.reduce((sum, i) => sum + (all[i]?.people ?? 0), 0),
    }));
}

/** All sets of small atoms with fewer than `floor` people together. */
function subsets(
  small: readonly number[],
  atoms: readonly { people: number }[],
  floor: number,
): number[][] {
  const found: number[][] = [];
  const grow = (set: number[], people: number, from: number) => {
    if (set.length > 0) found.push(set);
    for (let i = from; i < small.length; i++) {
      const next = small[i] ?? 0;
      const more = people + (atoms[next]?.people ?? 0);
      if (more < floor) grow([...set, next], more, i + 1);
    }
  };
  grow([], 0, 0);
  return found;
}

interface Pivot {
  readonly at: number;
  readonly row: readonly number[];
}

/** Gaussian elimination, modulo a prime. */
function reduced(rows: readonly (readonly number[])[]): Pivot[] {
  const basis: Pivot[] = [];
  for (const row of rows) {
    const left = without(basis, row);
    const at = left.findIndex((value) => value !== 0);
    if (at < 0) continue;
    const inverse = power(left[at] ?? 1, PRIME - 2);
    basis.push({ at, row: left.map((value) => (value * inverse) % PRIME) });
  }
  return basis;
}

function isSpanned(basis: readonly Pivot[], row: readonly number[]): boolean {
  return without(basis, row).every((value) => value === 0);
}

function without(basis: readonly Pivot[], row: readonly number[]): number[] {
  let left = row.map((value) => ((value % PRIME) + PRIME) % PRIME);
  for (const { at, row: pivot } of basis) {
    const factor = left[at] ?? 0;
    if (factor === 0) continue;
    left = left.map((value, i) => (((value - factor * (pivot[i] ?? 0)) % PRIME) + PRIME) % PRIME);
  }
  return left;
}

function power(base: number, exponent: number): number {
  let [result, square] = [1, base % PRIME];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

/** Whether every published set is a union of whole groups of at least k people: the promise about pools. */
export function brokenUnions({ groups, published, floor }: Asking): number {
  const sizes = new Map(groups.map(({ id, members }) => [id, members.length]));
  return published.filter(({ groups: behind }) => behind.some((id) => (sizes.get(id) ?? 0) < floor))
    .length;
}
