/** Which group of a breakdown a person is in. */
import type { ValueOf } from './hear-reasons.ts';
import type { Bands, Breakdown } from './parse-mapping.ts';
import { type PastDate, readPastDate, wholeYears } from './past-date.ts';

/** Cells of those who did not say, and of those whose value the mapping does not name. */
export const NOT_SAID = 'not said';
export const NOT_MAPPED = 'not in the mapping';

export interface Placed {
  readonly cell: string;
  /** Where that was read; of an unknown value, the column that it is in. */
  readonly columns: readonly string[];
}

export function placeIn(breakdown: Breakdown, value: ValueOf): Placed {
  if ('column' in breakdown) {
    const own = value(breakdown.column);
    const cell = pick(breakdown.values ?? {}, own) ?? (own || NOT_SAID);
    return { cell, columns: [breakdown.column] };
  }
  if ('number' in breakdown) {
    const own = value(breakdown.number);
    const number = /^-?\d+([.]\d+)?$/.test(own) ? Number(own) : undefined;
    const cell = own === '' ? NOT_SAID : bandOf(breakdown.bands, number);
    return { cell, columns: [breakdown.number] };
  }
  return placeByDates(breakdown, value);
}

/** The value's entry; words such as "constructor" have none of their own. */
export function pick<V>(values: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function placeByDates(
  { from, to, bands }: Extract<Breakdown, { from: unknown }>,
  value: ValueOf,
): Placed {
  const ends = [from, to].map(({ column, formats }) => {
    const text = value(column);
    return { column, text, date: readPastDate(text, formats) };
  });
  const strange = ends.find(({ text, date }) => text !== '' && !date);
  if (strange) return { cell: NOT_MAPPED, columns: [strange.column] };
  const dates = ends.flatMap(({ date }) => (date ? [date] : [])) as [PastDate?, PastDate?];
  if (!dates[0] || !dates[1]) return { cell: NOT_SAID, columns: [] };
  const cell = bandOf(bands, wholeYears(dates[0], dates[1]));
  return { cell, columns: cell === NOT_MAPPED ? [to.column] : [from.column, to.column] };
}

function bandOf(bands: Bands, number: number | undefined): string {
  if (number === undefined) return NOT_MAPPED;
  const band = bands.find(
    ({ from = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }) =>
      number >= from && number < below,
  );
  return band?.name ?? NOT_MAPPED;
}
