/** People counted in several tables, and the cells of them that are shown. */

/** A table counts people by some variables; the table of all but its last variable must be among the tables. */
export interface Frame {
  /** Variables of each table, parents first; the first table has none, and its one cell is everybody. */
  readonly tables: readonly (readonly string[])[];
  /** The table of all but the last variable of each; the first table is its own. */
  readonly parents: readonly number[];
  /** Person by table: the cell in which they are. */
  readonly cells: readonly (readonly string[])[];
}

/** Table by table, the cells that are shown. What a row does not show is its rest. */
export type Shown = readonly Set<string>[];

const STEP = '\u001f';

export function frameOf(
  tables: readonly (readonly string[])[],
  people: readonly { readonly cells: ReadonlyMap<string, string> }[],
): Frame {
  const all = new Map<string, readonly string[]>();
  for (const table of tables) {
    for (let depth = 0; depth <= table.length; depth++) {
      const variables = table.slice(0, depth);
      all.set(variables.join(STEP), variables);
    }
  }
  const sorted = [...all.values()];
  const keyIn = (cells: ReadonlyMap<string, string>) => (table: readonly string[]) =>
    cellOf(table.map((variable) => cells.get(variable) ?? ''));
  const names = sorted.map((variables) => variables.join(STEP));
  return {
    tables: sorted,
    parents: sorted.map((variables) => names.indexOf(variables.slice(0, -1).join(STEP))),
    cells: people.map(({ cells }) => sorted.map(keyIn(cells))),
  };
}

/** The id of a cell, from its values in the order of the table's variables; and back. */
export function cellOf(values: readonly string[]): string {
  return values.map((value) => `${STEP}${value}`).join('');
}
export function valuesOf(cell: string): string[] {
  return cell.split(STEP).slice(1);
}

/** Every cell in which there is somebody, except those that have no name. */
export function everyCell(
  frame: Frame,
  hasName: (variable: string, value: string) => boolean,
): Set<string>[] {
  return frame.tables.map((variables, t) => {
    const last = variables.at(-1);
    const cells = new Set(frame.cells.map((each) => each[t] ?? ''));
    if (last === undefined) return cells;
    return new Set([...cells].filter((cell) => hasName(last, valuesOf(cell).at(-1) ?? '')));
  });
}

/**
 * Without the crossed cells that hold all people of one of their values: that all of a place left in one way, or for one
 * reason, is told of each of them.
 */
export function withoutUnanimous(frame: Frame, shown: Shown): Set<string>[] {
  const everybody = frame.cells.map((_, person) => person);
  const every = frame.tables.map((_, t) => new Set(frame.cells.map((each) => each[t] ?? '')));
  const counts = countShown(frame, everybody, every);
  const single = new Map(frame.tables.map((variables, t) => [variables.join(STEP), counts[t]]));
  return shown.map((cells, t) => {
    const variables = frame.tables[t] ?? [];
    if (variables.length < 2) return new Set(cells);
    const isAll = (cell: string) =>
      valuesOf(cell).some(
        (value, i) => single.get(variables[i] ?? '')?.get(cellOf([value])) === counts[t]?.get(cell),
      );
    return new Set([...cells].filter((cell) => !isAll(cell)));
  });
}

/** How many people are in each shown cell, table by table. */
export function countShown(
  frame: Frame,
  people: readonly number[],
  shown: Shown,
): Map<string, number>[] {
  return shown.map((cells, t) => {
    const counts = new Map([...cells].map((cell) => [cell, 0]));
    for (const person of people) {
      const cell = frame.cells[person]?.[t] ?? '';
      const count = counts.get(cell);
      if (count !== undefined) counts.set(cell, count + 1);
    }
    return counts;
  });
}

/** The cell, one variable coarser, in whose row this one stands. */
export function rowOf(cell: string): string {
  return cell.slice(0, Math.max(0, cell.lastIndexOf(STEP)));
}
