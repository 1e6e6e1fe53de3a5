/** Cells that are withheld stay unknown, however the shown ones are added and subtracted. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countShown, everyCell, type Frame, frameOf, type Shown } from '../../src/exit/frame.ts';
import { leverageOfFew } from '../../src/exit/leverage.ts';
import { withhold } from '../../src/exit/withhold.ts';

type Person = { readonly cells: ReadonlyMap<string, string> };

function people(...rows: readonly (readonly [count: number, cells: Record<string, string>])[]) {
  return rows.flatMap(([count, cells]): Person[] =>
    Array.from({ length: count }, () => ({ cells: new Map(Object.entries(cells)) })),
  );
}

function shownOf(tables: readonly (readonly string[])[], all: readonly Person[], floor: number) {
  const frame = frameOf(tables, all);
  const everybody = all.map((_, i) => i);
  const cells = everyCell(frame, (_, value) => value !== '');
  const shown = withhold(frame, [{ people: everybody }], cells, floor);
  const counts = countShown(frame, everybody, shown);
  const text = (by: readonly string[]) => {
    const t = frame.tables.findIndex((each) => each.join() === by.join());
    const entries = [...(counts[t] ?? [])];
    return Object.fromEntries(
      entries.map(([cell, n]) => [cell.split('\u001f').slice(1).join('/'), n]),
    );
  };
  return { frame, shown, text };
}

describe('one table', () => {
  test('shows every cell of at least k, where all are', () => {
    const all = people([5, { unit: 'a' }], [7, { unit: 'b' }]);
    expect(shownOf([['unit']], all, 5).text(['unit'])).toEqual({ a: 5, b: 7 });
  });

  test('a small cell takes the next smallest with it: the total would give it away', () => {
    const all = people([4, { unit: 'a' }], [6, { unit: 'b' }], [9, { unit: 'c' }]);
    expect(shownOf([['unit']], all, 5).text(['unit'])).toEqual({ c: 9 });
  });

  test('two small cells that are k together hide each other', () => {
    const all = people([2, { unit: 'a' }], [3, { unit: 'b' }], [9, { unit: 'c' }]);
    expect(shownOf([['unit']], all, 5).text(['unit'])).toEqual({ c: 9 });
  });

  test('fewer than k people in all: nothing, not even their number', () => {
    const all = people([4, { unit: 'a' }]);
    expect(shownOf([['unit']], all, 5).text([])).toEqual({});
  });
});

describe('several tables', () => {
  test('two cells whose difference is a few people are not both shown', () => {
    // Everybody of the office works part-time, and two of the yard.
    const all = people(
      [10, { place: 'office', time: 'part' }],
      [2, { place: 'yard', time: 'part' }],
      [20, { place: 'yard', time: 'full' }],
    );
    const { text } = shownOf([['place'], ['time']], all, 5);
    const both = { ...text(['place']), ...text(['time']) };
    expect('office' in both && 'part' in both).toBe(false);
    expect('yard' in both && 'full' in both).toBe(false);
  });

  test('in a crossed table no withheld cell follows from the sums of rows and columns', () => {
    const all = people(
      [20, { unit: 'a', job: 'x' }],
      [3, { unit: 'a', job: 'y' }],
      [30, { unit: 'b', job: 'x' }],
      [40, { unit: 'b', job: 'y' }],
    );
    const { text } = shownOf([['unit'], ['job'], ['unit', 'job']], all, 5);
    expect(text(['unit'])).toEqual({ a: 23, b: 70 });
    expect(text(['job'])).toEqual({ x: 50, y: 43 });
    expect(text(['unit', 'job'])).toEqual({});
  });

  test('a cell that could stand alone is not withheld', () => {
    const all = people(
      [20, { unit: 'a', job: 'x' }],
      [10, { unit: 'a', job: 'y' }],
      [30, { unit: 'b', job: 'x' }],
      [40, { unit: 'b', job: 'y' }],
    );
    const { text } = shownOf([['unit'], ['job'], ['unit', 'job']], all, 5);
    expect(text(['unit', 'job'])).toEqual({ 'a/x': 20, 'a/y': 10, 'b/x': 30, 'b/y': 40 });
  });
});

describe('leverage', () => {
  test('of k - 1 people in a block of their own is 1; of k it is less', () => {
    const block = (n: number) => Array.from({ length: n }, () => ['all', 'few']);
    const rest = Array.from({ length: 30 }, () => ['all']);
    expect(leverageOfFew([...block(4), ...rest], 3)[0]).toBeCloseTo(1, 9);
    expect(leverageOfFew([...block(5), ...rest], 3)[0]).toBeCloseTo(0.8, 9);
    expect(leverageOfFew([], 3)).toEqual([]);
  });
});

/** Independent of how the program looks for it: rank modulo a prime, by elimination. */
function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, i) => i >= found && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot] ?? [], rows[found] ?? []];
    for (let i = found + 1; i < rows.length; i++) {
      rows[i] = eliminated(rows[i] ?? [], rows[found] ?? [], column);
    }
    found++;
  }
  return found;
}

const PRIME = 32749;

function eliminated(row: readonly number[], head: readonly number[], column: number): number[] {
  const [a, b] = [head[column] ?? 0, row[column] ?? 0];
  return row.map((each, j) => (((each * a - (head[j] ?? 0) * b) % PRIME) + PRIME) % PRIME);
}

/** Who is in which shown cell: all that an attacker can add and subtract. */
function published(frame: Frame, shown: Shown): number[][] {
  const cells = shown.flatMap((each, t) => [...each].map((cell) => [t, cell] as const));
  return frame.cells.map((mine) => cells.map(([t, cell]) => (mine[t] === cell ? 1 : 0)));
}

function* setsUnder(size: number, n: number, from = 0): Generator<number[]> {
  for (let first = from; first < n; first++) {
    yield [first];
    if (size > 2) for (const more of setsUnder(size - 1, n, first + 1)) yield [first, ...more];
  }
}

/** Some combination of counts depends on these people only, if and only if the others span less without them. */
function tellsOfFew(matrix: readonly (readonly number[])[], floor: number): number[] | undefined {
  const whole = rank(matrix);
  for (const few of setsUnder(floor, matrix.length)) {
    if (rank(matrix.filter((_, i) => !few.includes(i))) < whole) return few;
  }
  return undefined;
}

describe('no combination of shown counts is about fewer than k people', () => {
  const person = fc.record({
    unit: fc.constantFrom('a', 'b', 'c'),
    job: fc.constantFrom('x', 'y'),
    age: fc.constantFrom('young', 'old'),
  });
  const tables = [['unit'], ['job'], ['age'], ['unit', 'job']];

  test.each([3, 4])('k = %i, whoever they are', (floor) => {
    let shownCells = 0;
    fc.assert(
      fc.property(fc.array(person, { minLength: floor, maxLength: 22 }), (rows) => {
        const all = rows.map((cells) => ({ cells: new Map(Object.entries(cells)) }));
        const { frame, shown } = shownOf(tables, all, floor);
        shownCells += shown.reduce((sum, each) => sum + each.size, 0);
        expect(tellsOfFew(published(frame, shown), floor)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    expect(shownCells).toBeGreaterThan(100);
  });

  test('the search would find it: without withholding there nearly always is one', () => {
    const all = people([2, { unit: 'a', job: 'x' }], [6, { unit: 'b', job: 'x' }]);
    const frame = frameOf([['unit']], all);
    const cells = everyCell(frame, () => true);
    expect(tellsOfFew(published(frame, cells), 3)).toEqual([0, 1]);
  });
});
