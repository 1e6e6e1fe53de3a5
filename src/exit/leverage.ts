/** How far a few people's own answers show through a set of published counts. */

/**
 * For each person, how near counts over these blocks of people come to telling something about this person and at most
 * `others` more: 1 or more means that they may, under 1 that no sum or difference of counts, of however many tables, does.
 *
 * Why: let X say who is in which block, and H = X (X'X)^- X'. If a combination of counts is about the people of a set T only,
 * it is a vector v in the column space of X that is 0 outside T, so v = Hv. For the person a with the greatest |v|,
 * |v_a| (1 - H_aa) <= sum over b in T of |H_ab| |v_b|, so 1 <= H_aa + the greatest |H_ab| of as many b as T has more.
 */
export function leverageOfFew(blocks: readonly (readonly string[])[], others: number): number[] {
  const column = new Map<string, number>();
  const rows = blocks.map((each) =>
    each.map((block) => {
      const known = column.get(block) ?? column.size;
      column.set(block, known);
      return known;
    }),
  );
  const inverse = generalisedInverse(gram(rows, column.size));
  const known = new Map<string, number>();
  return rows.map((row) => {
    const key = row.join();
    const leverage = known.get(key) ?? greatestOf(rows, sumOf(inverse, row), row, others);
    known.set(key, leverage);
    return leverage;
  });
}

/** H_aa and the greatest |H_ab|: `line` is the person's line of X (X'X)^-. */
function greatestOf(
  rows: readonly (readonly number[])[],
  line: Float64Array,
  own: readonly number[],
  others: number,
): number {
  const at = (row: readonly number[]) => {
    let sum = 0;
    for (const i of row) sum += line[i] ?? 0;
    return Math.abs(sum);
  };
  const self = at(own);
  const greatest = new Float64Array(others + 1);
  for (const row of rows) insert(greatest, at(row));
  // The person is among the rows too: one of the values that equal theirs is left out.
  let sum = self;
  let left = false;
  let taken = 0;
  for (const value of greatest) {
    if (!left && value === self) left = true;
    else if (taken < others) {
      sum += value;
      taken++;
    }
  }
  return sum;
}

/** Keeps the greatest values, in falling order. */
function insert(greatest: Float64Array, value: number): void {
  let i = greatest.length - 1;
  if (i < 0 || value <= (greatest[i] ?? 0)) return;
  for (; i > 0 && (greatest[i - 1] ?? 0) < value; i--) greatest[i] = greatest[i - 1] ?? 0;
  greatest[i] = value;
}

function sumOf(matrix: readonly Float64Array[], rows: readonly number[]): Float64Array {
  const sum = new Float64Array(matrix.length);
  for (const i of rows) {
    const line = matrix[i];
    if (line) for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] ?? 0) + (line[j] ?? 0);
  }
  return sum;
}

function gram(rows: readonly (readonly number[])[], size: number): Float64Array[] {
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of rows) {
    for (const i of row) {
      const line = matrix[i];
      if (line) for (const j of row) line[j] = (line[j] ?? 0) + 1;
    }
  }
  return matrix;
}

/** Blocks that follow from others are left out: what remains of their pivot is rounding. */
const NOTHING = 1e-7;

/** The sweep operator (Goodnight 1979) on a symmetric matrix, in place. */
function generalisedInverse(matrix: Float64Array[]): Float64Array[] {
  const kept = matrix.map((line, k) => {
    const pivot = line[k] ?? 0;
    if (pivot < NOTHING) return false;
    for (let j = 0; j < line.length; j++) line[j] = (line[j] ?? 0) / pivot;
    for (const [i, other] of matrix.entries()) {
      if (i !== k) subtract(other, line, k, pivot);
    }
    line[k] = 1 / pivot;
    return true;
  });
  for (const [i, line] of matrix.entries()) {
    for (let j = 0; j < line.length; j++) if (!kept[i] || !kept[j]) line[j] = 0;
  }
  return matrix;
}

function subtract(from: Float64Array, line: Float64Array, k: number, pivot: number): void {
  const factor = from[k] ?? 0;
  if (factor === 0) return;
  for (let j = 0; j < from.length; j++) from[j] = (from[j] ?? 0) - factor * (line[j] ?? 0);
  from[k] = -factor / pivot;
}
