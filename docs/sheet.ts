/** The data-protection sheet: made from the tables, the roles, the rules and the commands as they are in the code. */
import { knownTables } from '../adapters/store/inspect-known.ts';
import { ACTIONS, FORMS, isAllowed, isForHr, isRecorded } from '../src/org/roles.ts';
import { table } from './markdown.ts';
import { figureTable, thresholdTable } from './rules.ts';
import { TABLES, type TableWords } from './tables.ts';

/** The parts of docs/anonymity.md that are made; `commands` is the text of src/cli.ts. */
export async function partsOf(commands: string): Promise<ReadonlyMap<string, string>> {
  const sheet = [
    '### Thresholds',
    thresholdTable(),
    '### What is kept, what for, how long, and who reads it',
    dataTable(await knownTables()),
    'Private keys lie in a folder of their own, one file a round until its count and one a leaver while something of theirs is open or named. Logs and metrics hold no person, answer or comment. The queue holds ids of jobs.',
    '### Who may do what',
    await rolesTable(),
    '### What an operator can run',
    commandTable(commands),
  ];
  return new Map([
    ['figures', figureTable()],
    ['sheet', sheet.join('\n\n')],
  ]);
}

/** Throws an Error that names the table or column that has no words yet. */
export function dataTable(known: ReadonlyMap<string, readonly string[]>): string {
  const words: Readonly<Record<string, TableWords>> = TABLES;
  const missing = [...known].flatMap(([name, columns]) => unworded(name, columns, words[name]));
  if (missing.length > 0) {
    throw new Error(`Say in docs/tables.ts what they are for: ${missing.join(', ')}.`);
  }
  const rows = Object.entries(words)
    .filter(([name]) => known.has(name))
    .map(([name, { purpose, fields, kept, seen }]) => [
      `\`${name}\``,
      purpose,
      fields.map(([columns, says]) => `${columns.replaceAll(' ', ', ')}: ${says}`).join('; '),
      kept,
      seen,
    ]);
  return table(['table', 'what for', 'fields', 'kept', 'read by'], rows);
}

function unworded(
  name: string,
  columns: readonly string[],
  words: TableWords | undefined,
): string[] {
  if (!words) return [name];
  const told = words.fields.flatMap(([each]) => each.split(' '));
  const strange = told.filter((each) => !columns.includes(each));
  return [...columns.filter((each) => !told.includes(each)), ...strange].map(
    (each) => `${name}.${each}`,
  );
}

/** Somebody of each role, asked of the permission table itself. */
const PEOPLE = { everybody: 'anna', 'whoever leads a unit': 'mona', HR: 'hana' } as const;

async function rolesTable(): Promise<string> {
  const units = [{ id: 'all', name: 'All', manager: PEOPLE['whoever leads a unit'] }];
  const may = (what: Parameters<typeof isAllowed>[0], person: string) =>
    isAllowed(what, person, { hr: [PEOPLE.HR] }, async () => units);
  const lists = new Map<string, string[]>();
  for (const what of [...FORMS, ...ACTIONS]) {
    const who: string[] = [];
    for (const [role, person] of Object.entries(PEOPLE))
      if (await may(what, person)) who.push(role);
    const name = who.length === Object.keys(PEOPLE).length ? 'everybody' : who.join(', ');
    const named = `${name}${recordOf(what)}`;
    lists.set(named, [...(lists.get(named) ?? []), `\`${what}\``]);
  }
  return table(
    ['who', 'buttons and forms'],
    [...lists].map(([who, all]) => [who, all.join(', ')]),
  );
}

function recordOf(what: Parameters<typeof isRecorded>[0]): string {
  if (isForHr(what)) return ' (recorded in the audit log)';
  const isOfHr = isRecorded(what, PEOPLE.HR, { hr: [PEOPLE.HR] });
  return isOfHr ? ' (of HR recorded in the audit log)' : '';
}

/** As `soundings --help` says it; a command that only holds others is left out. */
function commandTable(source: string): string {
  const paths = new Map([['program', 'soundings']]);
  const rows: string[][] = [];
  for (const statement of source.split(/;\n/)) {
    const [, name, root = ''] =
      /(?:^|\n)(?:const (\w+) = )?(\w+)\s*\.command\(/.exec(statement) ?? [];
    const above = paths.get(root);
    if (above === undefined) continue;
    const path = [above, ...literals(statement, 'command')].join(' ');
    if (name !== undefined) paths.set(name, path);
    else rows.push([`\`${path}\``, literals(statement, 'description').at(-1) ?? '']);
  }
  return table(['command', 'what'], rows);
}

/** The texts that `method` is called with. */
function literals(statement: string, method: string): string[] {
  const calls = new RegExp(`\\.${method}\\(\\s*(?:'([^']*)'|"([^"]*)")`, 'g');
  return [...statement.matchAll(calls)].map(([, single, double]) => single ?? double ?? '');
}
