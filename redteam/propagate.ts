/** Proves that an answer is impossible: bounds on every count, tightened by every figure until one has no room left. */
import type { Program, Row } from './program.ts';

/** Passes over the rows; each only narrows, so that fewer prove less but nothing wrong. */
const PASSES = 6;

/** True only if nobody of the block but a colluder can have chosen `option`. */
export function isImpossible(program: Program, block: number, option: number): boolean {
  const bounds = program.blocks.map(({ size, known }) => {
    const lows = [...known];
    const left = size - known.reduce((sum, count) => sum + count, 0);
    return { lows, highs: lows.map((low) => low + left), size };
  });
  const mine = bounds[block];
  if (!mine) return true;
  mine.lows[option] = (mine.lows[option] ?? 0) + 1;
  if (!settle(mine)) return true;
  const rows = [...program.rows, ...derived(program)];
  for (let pass = 0; pass < PASSES; pass++) {
    const outcome = narrow(rows, bounds);
    if (outcome === 'impossible') return true;
    if (outcome === 'unchanged') return false;
  }
  return false;
}

interface Bounds {
  readonly lows: number[];
  readonly highs: number[];
  readonly size: number;
}

function narrow(rows: readonly Row[], bounds: readonly Bounds[]): 'impossible' | 'changed' | 'unchanged' {
  let changed = false;
  for (const row of rows) {
    const terms = [
      ...row.blocks.map((block) => ({ block, sign: 1 })),
      ...row.less.map((block) => ({ block, sign: -1 })),
    ].map((term) => ({ ...term, ...reach(bounds[term.block], row.weights, term.sign) }));
    const least = terms.reduce((sum, { low }) => sum + low, 0);
    const most = terms.reduce((sum, { high }) => sum + high, 0);
    if (least > row.high || most < row.low) return 'impossible';
    for (const { block, sign, low, high } of terms) {
      const [from, to] = [row.low - (most - high), row.high - (least - low)];
      if (from <= low && to >= high) continue;
      const limits = sign > 0 ? { from, to } : { from: -to, to: -from };
      const outcome = tighten(bounds[block], row.weights, limits);
      if (outcome === 'impossible') return outcome;
      changed ||= outcome === 'changed';
    }
  }
  return changed ? 'changed' : 'unchanged';
}

/** The least and the most that a block can add to a row. */
function reach(bounds: Bounds | undefined, weights: readonly number[], sign: number) {
  if (!bounds) return { low: 0, high: 0 };
  const fixed = bounds.lows.reduce((sum, low, cell) => sum + low * (weights[cell] ?? 0), 0);
  const left = bounds.size - bounds.lows.reduce((sum, low) => sum + low, 0);
  const order = [...weights.keys()].sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0));
  const low = fixed + filled(bounds, weights, order, left);
  const high = fixed + filled(bounds, weights, order.reverse(), left);
  return sign > 0 ? { low, high } : { low: -high, high: -low };
}

function filled({ lows, highs }: Bounds, weights: readonly number[], order: readonly number[], left: number): number {
  let [sum, rest] = [0, left];
  for (const cell of order) {
    const take = Math.min(rest, (highs[cell] ?? 0) - (lows[cell] ?? 0));
    sum += take * (weights[cell] ?? 0);
    rest -= take;
  }
  return sum;
}

/** Narrows the counts of one block to what lets it add between `from` and `to`. */
function tighten(
  bounds: Bounds | undefined,
  weights: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): 'impossible' | 'changed' | 'unchanged' {
  if (!bounds) return 'unchanged';
  let changed = false;
  const fits = (cell: number, count: number) => {
    const [lows, highs] = [[...bounds.lows], [...bounds.highs]];
    lows[cell] = count;
    highs[cell] = count;
    const least = lows.reduce((sum, low) => sum + low, 0);
    const most = highs.reduce((sum, high) => sum + high, 0);
    if (least > bounds.size || most < bounds.size) return false;
    const { low, high } = reach({ lows, highs, size: bounds.size }, weights, 1);
    return low <= to && high >= from;
  };
  for (const cell of weights.keys()) {
    while ((bounds.lows[cell] ?? 0) <= (bounds.highs[cell] ?? 0) && !fits(cell, bounds.lows[cell] ?? 0)) {
      bounds.lows[cell] = (bounds.lows[cell] ?? 0) + 1;
      changed = true;
    }
    while ((bounds.highs[cell] ?? 0) >= (bounds.lows[cell] ?? 0) && !fits(cell, bounds.highs[cell] ?? 0)) {
      bounds.highs[cell] = (bounds.highs[cell] ?? 0) - 1;
      changed = true;
    }
    if ((bounds.lows[cell] ?? 0) > (bounds.highs[cell] ?? 0)) return 'impossible';
  }
  return changed ? 'changed' : 'unchanged';
}

/** Counts of a block add up to its size. False if they can't. */
function settle({ lows, highs, size }: Bounds): boolean {
  const least = lows.reduce((sum, low) => sum + low, 0);
  for (const [cell, low] of lows.entries()) highs[cell] = Math.min(highs[cell] ?? 0, low + size - least);
  return least <= size;
}

const differences = new WeakMap<Program, readonly Row[]>();

/** What follows from two figures of the same kind: what one set says less what the other says. */
function derived(program: Program): readonly Row[] {
  const known = differences.get(program);
  if (known) return known;
  const rows: Row[] = [];
  const byKind = new Map<string, Row[]>();
  for (const row of program.rows) {
    const kind = row.weights.join();
    byKind.set(kind, [...(byKind.get(kind) ?? []), row]);
  }
  for (const kind of byKind.values()) {
    for (const row of kind) rows.push(...remainders(row, kind), ...neighbours(row, kind));
  }
  differences.set(program, rows);
  return rows;
}

/** A set less published sets within it: all of them, and all but one. */
function remainders(row: Row, kind: readonly Row[]): Row[] {
  const whole = new Set(row.blocks);
  const within = kind
    .filter((each) => each !== row && each.blocks.length < whole.size && each.blocks.every((block) => whole.has(block)))
    .sort((a, b) => b.blocks.length - a.blocks.length);
  const parts: Row[] = [];
  const taken = new Set<number>();
  for (const each of within) {
    if (each.blocks.some((block) => taken.has(block))) continue;
    parts.push(each);
    for (const block of each.blocks) taken.add(block);
  }
  if (parts.length === 0) return [];
  return [parts, ...(parts.length > 1 ? parts.map((left) => parts.filter((each) => each !== left)) : [])].map((less) => {
    const gone = new Set(less.flatMap(({ blocks }) => blocks));
    return {
      blocks: row.blocks.filter((block) => !gone.has(block)),
      less: [],
      weights: row.weights,
      low: row.low - less.reduce((sum, { high }) => sum + high, 0),
      high: row.high - less.reduce((sum, { low }) => sum + low, 0),
    };
  });
}

/** Most people in whom two sets may differ, so that their difference says something. */
const NEAR = 6;

/** The same unit in another week: who came and who went, and nobody else. */
function neighbours(row: Row, kind: readonly Row[]): Row[] {
  const mine = new Set(row.blocks);
  return kind.flatMap((other) => {
    if (other === row || Math.abs(other.blocks.length - mine.size) > NEAR) return [];
    const less = other.blocks.filter((block) => !mine.has(block));
    if (less.length === 0 || less.length > NEAR) return [];
    const theirs = new Set(other.blocks);
    const blocks = row.blocks.filter((block) => !theirs.has(block));
    if (blocks.length > NEAR) return [];
    return [{ blocks, less, weights: row.weights, low: row.low - other.high, high: row.high - other.low }];
  });
}
