/** The organisation from two files: people and units. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { checkOrg, PEOPLE_COLUMNS, type Row, UNIT_COLUMNS } from '../../src/org/check-org.ts';
import type { Directory, Fault } from '../../src/ports/directory.ts';
import { type Columns, readCsv, UnreadableFile } from './read-csv.ts';

export function csvDirectory(peopleFile: string, unitsFile: string): Directory {
  return {
    async read() {
      const notices: Fault[] = [];
      const people = await table(peopleFile, PEOPLE_COLUMNS, notices);
      const units = await table(unitsFile, UNIT_COLUMNS, notices);
      const faults = [people, units].flatMap((each) => ('fault' in each ? [each.fault] : []));
      if ('fault' in people || 'fault' in units) return { faults };
      if (people.rows.length === 0) {
        const says = 'There are no people in this file.';
        return { faults: [{ where: basename(peopleFile), says }] };
      }
      const checked = checkOrg(people.rows, units.rows, basename(unitsFile));
      return 'faults' in checked ? checked : { ...checked, notices };
    },
  };
}

/** The rows of a units file, for people who are listed elsewhere; none if there is no such file. */
export async function unitRows(
  file: string,
): Promise<{ readonly rows: readonly Row[] } | { readonly faults: readonly Fault[] }> {
  if (!existsSync(file)) return { rows: [] };
  const units = await table(file, UNIT_COLUMNS, []);
  return 'fault' in units ? { faults: [units.fault] } : units;
}

async function table(
  file: string,
  columns: Columns,
  notices: Fault[],
): Promise<{ rows: Row[] } | { fault: Fault }> {
  try {
    const rows: Row[] = [];
    for await (const row of readCsv(file, columns, (notice) => notices.push(notice)))
      rows.push(row);
    return { rows };
  } catch (error) {
    if (error instanceof UnreadableFile) return { fault: error.fault };
    throw error;
  }
}
