/** The report of a past exit survey: tables for people, and the same figures for machines. */
import type { Cell, ReasonName, Tallies, Variable } from './tallies.ts';

/** Reasons that a line of a breakdown names. */
const NAMED = 6;
const WITHHELD = '–';
const WIDTH = 44;

/** Everything that was kept, with shares: of a kind or a group in everybody, of a reason in its cell. */
export function reportForMachines(surveys: readonly Tallies[]): object {
  const shares = (tallies: Tallies) => {
    const all = cellAt(tallies, [], [])?.n;
    const tables = tallies.tables.map(({ by, cells }) => ({
      by,
      cells: cells.map(({ is, n, reasons }) => ({
        is,
        n,
        ...(all !== undefined && { percent: percent(n, all, 2) }),
        reasons: Object.fromEntries(
          Object.entries(reasons).map(([id, count]) => [
            id,
            { n: count, percent: percent(count, n, 2) },
          ]),
        ),
      })),
    }));
    return { ...tallies, tables };
  };
  return { version: 1, surveys: surveys.map(shares) };
}

export function reportForPeople(surveys: readonly Tallies[]): string {
  return surveys.map((tallies) => `${survey(tallies).join('\n')}\n`).join('\n\n');
}

function survey(tallies: Tallies): string[] {
  const of = (role: Variable['role']) => tallies.variables.filter((each) => each.role === role);
  const everybody = cellAt(tallies, [], []);
  const parts = of('part');
  return [
    tallies.name,
    '='.repeat(tallies.name.length),
    everybody ? `${everybody.n} people who left` : 'Too few people for any figure.',
    ...[...of('kind'), ...of('kind-code')].flatMap((each) => shareTable(tallies, each)),
    ...reasonTable(tallies, parts),
    ...of('breakdown').flatMap((each) => [
      ...countTable(tallies, each, parts),
      ...reasonLines(tallies, each, parts),
    ]),
    ...tallies.tables.flatMap(({ by }) => crossLines(tallies, by)),
    '',
    `${WITHHELD} withheld: fewer than ${tallies.minimum} people, nearly everybody, or a figure from which such a one follows.`,
    'Only people who left are counted: nothing here says how many stay.',
    ...(tallies.source ? [`Source: ${tallies.source}`] : []),
  ];
}

function heading(text: string): string[] {
  return ['', text, '-'.repeat(text.length)];
}

function shareTable(tallies: Tallies, variable: Variable): string[] {
  const all = cellAt(tallies, [], [])?.n;
  const lines = variable.values.map(({ id, name }) => {
    return line(name, [figure(cellAt(tallies, [variable.id], [id])?.n, all)]);
  });
  return [...heading(variable.name), ...lines];
}

/** Why people leave: everybody, and each part beside them. */
function reasonTable(tallies: Tallies, parts: readonly Variable[]): string[] {
  const columns = [
    { name: 'everybody', cell: cellAt(tallies, [], []) },
    ...parts.map(({ id, name }) => ({ name, cell: cellAt(tallies, [id], [id]) })),
  ];
  const rows = (role: ReasonName['role']) =>
    byCount(
      tallies.reasons.filter((each) => each.role === role),
      columns[0]?.cell,
    ).map((reason) => {
      return line(
        reason.name,
        columns.map(({ cell }) => figure(cell?.reasons[reason.id], cell?.n)),
      );
    });
  const title = (text: string) => [
    ...heading(text),
    line(
      '',
      columns.map(({ name }) => name),
    ),
  ];
  const groups = rows('group');
  return [
    ...title('Why people leave, in the words of the survey'),
    line(
      'people',
      columns.map(({ cell }) => figure(cell?.n)),
    ),
    ...rows('answer'),
    ...title('Why people leave, in the words of Soundings'),
    ...rows('code'),
    ...(groups.length > 0 ? [...title('Several answers together'), ...groups] : []),
  ];
}

function countTable(tallies: Tallies, { id, name, values }: Variable, parts: readonly Variable[]) {
  const lines = values.map((value) => {
    const inParts = parts.map((part) => cellAt(tallies, [part.id, id], [part.id, value.id])?.n);
    const counts = [cellAt(tallies, [id], [value.id])?.n, ...inParts];
    return line(
      value.name,
      counts.map((count) => figure(count)),
    );
  });
  return [...heading(name), line('', ['everybody', ...parts.map((part) => part.name)]), ...lines];
}

/** One line a group: its reasons, the most frequent first. Groups of everybody where the survey has no parts. */
function reasonLines(tallies: Tallies, { id, name, values }: Variable, parts: readonly Variable[]) {
  const about = parts.length > 0 ? parts : [undefined];
  return about.flatMap((part) => {
    const lines = values.map((value) => {
      const by = part ? [part.id, id] : [id];
      const cell = cellAt(tallies, by, part ? [part.id, value.id] : [value.id]);
      return line(value.name, [figure(cell?.n)], cell && reasonsOf(tallies, cell));
    });
    return [...heading(`Why, by ${name}${part ? `: ${part.name}` : ''}`), ...lines];
  });
}

function reasonsOf({ reasons }: Tallies, cell: Cell): string {
  const said = byCount(
    reasons.filter(({ id, role }) => role !== 'code' && cell.reasons[id] !== undefined),
    cell,
  );
  const text = said
    .slice(0, NAMED)
    .map(({ id, name }) => `${name} ${figure(cell.reasons[id], cell.n)}`);
  return text.length > 0 ? text.join(' · ') : WITHHELD;
}

/** A table by two variables that the mapping crosses: a line a row, with the cells that are shown. */
function crossLines(tallies: Tallies, by: readonly string[]): string[] {
  const [first, second] = by.map((id) => tallies.variables.find((each) => each.id === id));
  if (!first || !second || by.length !== 2 || first.role === 'part') return [];
  const lines = first.values.map((row) => {
    const cells = second.values.flatMap(({ id, name }) => {
      const n = cellAt(tallies, by, [row.id, id])?.n;
      return n === undefined ? [] : [`${name} ${n}`];
    });
    return line(row.name, [], cells.length > 0 ? cells.join(' · ') : WITHHELD);
  });
  return [...heading(`${first.name} and ${second.name}`), ...lines];
}

function cellAt(tallies: Tallies, by: readonly string[], is: readonly string[]): Cell | undefined {
  const table = tallies.tables.find((each) => each.by.join() === by.join());
  return table?.cells.find((each) => each.is.every((value, i) => value === is[i]));
}

function byCount(reasons: readonly ReasonName[], cell: Cell | undefined): ReasonName[] {
  const count = ({ id }: ReasonName) => cell?.reasons[id] ?? -1;
  return [...reasons].sort((a, b) => count(b) - count(a));
}

function line(name: string, figures: readonly string[], text = ''): string {
  const short = name.length > WIDTH ? `${name.slice(0, WIDTH - 1)}…` : name;
  const columns = figures.map((each) => each.padStart(15)).join('');
  return `  ${short.padEnd(WIDTH)}${columns}${text && `  ${text}`}`.trimEnd();
}

function figure(part: number | undefined, whole?: number): string {
  if (part === undefined) return WITHHELD;
  return whole === undefined ? String(part) : `${part} (${percent(part, whole, 1).toFixed(1)} %)`;
}

function percent(part: number, whole: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round((100 * scale * part) / whole) / scale;
}
