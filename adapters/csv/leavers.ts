/** Leavers from a file: one row a person, as an HR system exports them. */
import { basename } from 'node:path';
import { type Announcement, IN_WORDS } from '../../src/exit/announcement.ts';
import type { Row } from '../../src/org/check-org.ts';
import type { Fault } from '../../src/ports/directory.ts';
import { readCsv, UnreadableFile } from './read-csv.ts';

const COLUMNS = {
  required: ['person', 'last_day'],
  optional: ['kind', 'regretted', 'job_family'],
};
/** In the place of a last day: they stay after all. */
const WITHDRAWN = 'withdrawn';

/** A row, and what is wrong with it that nobody else would see. */
export interface LeaverRow {
  readonly where: string;
  readonly announcement: Announcement;
  readonly faults: readonly Fault[];
}

/** `fault`: the file can't be used at all. */
export async function readLeavers(
  path: string,
): Promise<
  | { readonly rows: readonly LeaverRow[]; readonly notices: readonly Fault[] }
  | { readonly fault: Fault }
> {
  const notices: Fault[] = [];
  const rows: LeaverRow[] = [];
  try {
    for await (const row of readCsv(path, COLUMNS, (notice) => notices.push(notice))) {
      rows.push(leaverRow(row));
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { fault: error.fault };
    throw error;
  }
  return { rows, notices };
}

function leaverRow({ where, fields }: Row): LeaverRow {
  const { person = '', last_day: lastDay = '', kind, regretted = '', job_family } = fields;
  const flag = FLAGS[regretted.toLowerCase()];
  const faults: Fault[] = [];
  if (person === '') faults.push({ where, says: 'The column "person" is empty.' });
  if (regretted !== '' && flag === undefined) {
    faults.push({ where, says: 'The column "regretted": It must be yes or no, or empty.' });
  }
  const about = { person, ...(faults.length > 0 && { faulty: true as const }) };
  if (lastDay.toLowerCase() === WITHDRAWN) {
    return { where, faults, announcement: { ...about, withdrawn: true } };
  }
  const announcement = {
    ...about,
    lastDay,
    ...(kind && { kind: kind.toLowerCase() }),
    ...(flag !== undefined && { regretted: flag }),
    ...(job_family && { jobFamily: job_family }),
  };
  return { where, faults, announcement };
}

const FLAGS: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  '1': true,
  no: false,
  false: false,
  '0': false,
};

/** What is wrong with the rows that were announced, in their order; `found` is by index of these. */
export function leaverFaults(
  rows: readonly LeaverRow[],
  found: ReadonlyMap<number, readonly (keyof typeof IN_WORDS | 'faulty')[]>,
): Fault[] {
  return rows.flatMap(({ where, faults, announcement }, index) => [
    ...faults,
    ...(found.get(index) ?? []).flatMap((fault): Fault[] => {
      // An empty column is not looked for in the people file.
      if (fault === 'faulty' || (fault === 'unknown-person' && announcement.person === ''))
        return [];
      const [field, says] = IN_WORDS[fault];
      return [{ where, says: `The column "${field}": ${says}` }];
    }),
  ]);
}

/** What the file is called on record. */
export function sourceOf(path: string): string {
  return basename(path);
}
