/** The rows of an exit survey, one after the other: leavers, and everything that is wrong or strange. */
import type { Fault } from '../ports/directory.ts';
import type { Mapping } from './parse-mapping.ts';
import { columnsOf, counts, fieldOf, type Leaver, readLeaver } from './read-leaver.ts';

export interface Gathered {
  readonly leavers: readonly Leaver[];
  readonly rows: number;
  /** Columns that the mapping names and the file does not have. */
  readonly missing: ReadonlySet<string>;
  readonly faults: readonly Fault[];
  readonly notices: readonly Fault[];
}

interface Row {
  readonly where: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** `file` is only for the messages; none of them repeats what a row says. */
export function gather(mapping: Mapping, file: string) {
  const leavers: Leaver[] = [];
  const faults: Fault[] = [];
  const ids = new Map<string, string>();
  const places = new Map<string, { strange: string[]; placed: number }>();
  let rows = 0;
  let missing = new Set<string>();

  const placeOf = (column: string) => {
    const place = places.get(column) ?? { strange: [], placed: 0 };
    places.set(column, place);
    return place;
  };
  const takeLeaver = ({ where, fields }: Row) => {
    const { leaver, unplaced, placed } = readLeaver(mapping, fields);
    leavers.push(leaver);
    for (const column of unplaced) placeOf(column).strange.push(where);
    for (const column of placed) placeOf(column).placed++;
  };
  return {
    /** False if no further row can be read, as a column is missing. */
    take(row: Row): boolean {
      if (rows++ === 0)
        missing = new Set(columnsOf(mapping).filter((each) => !(each in row.fields)));
      if (missing.size > 0) return false;
      faults.push(...idFaults(mapping, row, ids));
      if (counts(mapping, row.fields)) takeLeaver(row);
      return true;
    },
    refuse(fault: Fault): void {
      faults.push(fault);
    },
    finish(): Gathered {
      const usable = faults.length === 0 && missing.size === 0;
      if (usable && leavers.length < mapping.minimum) {
        faults.push(tooFew(mapping, file, rows, leavers.length));
      }
      return { leavers, rows, missing, ...judge(places, file, faults) };
    },
  };
}

function tooFew({ minimum }: Mapping, file: string, rows: number, counted: number): Fault {
  const few = `${counted} of ${rows} rows count, and figures are made of ${minimum} people at least.`;
  const says =
    rows === 0 ? 'There are no rows in this file.' : `${few} Look at "rows" in the mapping.`;
  return { where: file, says };
}

function* idFaults(
  { id }: Mapping,
  { where, fields }: Row,
  ids: Map<string, string>,
): Generator<Fault> {
  if (id === undefined) return;
  const value = fieldOf(fields, id);
  const first = ids.get(value);
  if (value === '') yield { where, says: `The column "${id}" is empty.` };
  else if (first) yield { where, says: `The column "${id}" has the same value as ${first}.` };
  else ids.set(value, where);
}

/** Values that the mapping does not name: told without repeating them; a column of which none is known is a fault. */
function judge(
  places: ReadonlyMap<string, { readonly strange: readonly string[]; readonly placed: number }>,
  file: string,
  found: readonly Fault[],
) {
  const faults = [...found];
  const notices: Fault[] = [];
  for (const [column, { strange, placed }] of places) {
    const [first = ''] = strange;
    if (strange.length === 0) continue;
    if (placed === 0) {
      const says = `Column "${column}": the mapping knows none of its values (${strange.length}, the first in ${first}). Values are compared letter by letter.`;
      faults.push({ where: file, says });
    } else {
      const says = `Column "${column}": ${strange.length} with a value that the mapping does not know, the first in ${first}; counted as not in the mapping.`;
      notices.push({ where: file, says });
    }
  }
  return { faults, notices };
}
