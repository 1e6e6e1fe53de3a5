/** Whether the database is exactly the tables and columns that this version makes. */
import type { StoreFacts } from '../ports/inspection.ts';
import { type Finding, fault, judged, many } from './finding.ts';

export function checkTables({
  known,
  found,
  extras,
}: Pick<StoreFacts, 'known' | 'found' | 'extras'>): readonly Finding[] {
  const strange = [...found.keys()].filter((table) => !known.has(table));
  const missing = [...known.keys()].filter((table) => !found.has(table));
  const wrong = [
    ...strange.map(
      (table) => `Table "${table}" is not of Soundings. Find out who made it, and what it holds.`,
    ),
    ...missing.map((table) => `Table "${table}" is missing. Restore a backup.`),
    ...[...known].flatMap(([table, columns]) => columnFaults(table, columns, found.get(table))),
    ...extras.map(
      (what) =>
        `There is a ${what}, which is not of Soundings: it may copy what people answer. Remove it.`,
    ),
  ];
  const columns = [...known.values()].reduce((sum, each) => sum + each.length, 0);
  return judged(
    'tables',
    wrong.map((says) => fault('tables', says)),
    `the ${many(known.size, 'table')} and ${many(columns, 'column')} of this version, and no other`,
  );
}

function columnFaults(
  table: string,
  known: readonly string[],
  found: readonly string[] | undefined,
): string[] {
  if (!found) return [];
  const strange = found.filter((column) => !known.includes(column));
  const missing = known.filter((column) => !found.includes(column));
  return [
    ...strange.map(
      (column) =>
        `Column "${column}" of table "${table}" is not of Soundings. Find out who made it.`,
    ),
    ...missing.map(
      (column) => `Column "${column}" of table "${table}" is missing. Restore a backup.`,
    ),
  ];
}
