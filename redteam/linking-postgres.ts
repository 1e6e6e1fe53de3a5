/** What a thief of the PostgreSQL database, its system columns and the queue's tables tries as a link. */
import type { Firm } from './firm.ts';
import { type Clue, ofEnvelopes, PEOPLE, placeOf, type Site } from './linking.ts';
import { ROUND } from './scene.ts';
import type { Row, SpiedStore } from './spy-postgres.ts';

export function onPostgres(spy: SpiedStore): Site {
  return {
    wishes: spy,
    async during() {
      const rows = await spy.rows();
      const box = rows.filter(({ table }) => table === 'public.envelope');
      return [...ofEnvelopes(box.map(envelope)), ...ofBox(box), ...ofOthers(rows)];
    },
    after: (house, order) => after(spy, house, order),
    clear: spy.clear,
  };
}

function envelope({ columns }: Row) {
  const { person, question, sealed } = columns as Record<'person' | 'question' | 'sealed', string>;
  return { person, question, sealed: Buffer.from(sealed.slice(2), 'hex') };
}

/** Where the envelopes lie, and which transaction wrote them: the order of arrival, and with whom. */
function ofBox(rows: readonly Row[]): Clue[] {
  const scores = rows.filter(({ columns }) => columns.question !== 'comment');
  return [...new Set(scores.map(({ columns }) => String(columns.question)))].flatMap((id) => {
    const here = scores.filter(({ columns }) => columns.question === id);
    const of = (value: (row: Row) => number) =>
      new Map(here.map((row) => [String(row.columns.person), value(row)]));
    const byKey = new Map([...of(() => 0).keys()].sort().map((person, i) => [person, i]));
    return [
      { name: `ctid ${id}`, of: of(({ ctid }) => ctid) },
      { name: `xmin ${id}`, of: of(({ xmin }) => xmin), same: true },
      { name: `key order ${id}`, of: byKey },
    ];
  });
}

/** Of every other table, the queue's included, in which each person or their delivery stands. */
function ofOthers(rows: readonly Row[]): Clue[] {
  const clues: Clue[] = [];
  for (const [table, lines] of byTable(rows.filter(({ table }) => table !== 'public.envelope'))) {
    const mine = new Map(PEOPLE.map((person) => [person, linesOf(person, lines, rows)]));
    if ([...mine.values()].some((each) => each.length === 0)) continue;
    const of = (value: (row: Row) => number) =>
      new Map([...mine].map(([person, [row]]) => [person, row ? value(row) : 0]));
    clues.push(
      { name: `ctid ${table}`, of: of(({ ctid }) => ctid) },
      { name: `xmin ${table}`, of: of(({ xmin }) => xmin) },
      { name: `length ${table}`, of: of(({ text }) => text.length) },
    );
  }
  return clues;
}

/** Rows that name a person, or one of their deliveries. */
function linesOf(person: string, lines: readonly Row[], all: readonly Row[]): Row[] {
  const deliveries = all
    .filter(({ table, columns }) => table === 'public.delivery' && columns.person === person)
    .map(({ columns }) => String(columns.id));
  return lines.filter(({ text }) => [person, ...deliveries].some((each) => text.includes(each)));
}

function byTable(rows: readonly Row[]): Map<string, Row[]> {
  const tables = new Map<string, Row[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  return tables;
}

/** Comments as they lie and were shown, and whoever still stands in a table, in the order of its lines. */
async function after(spy: SpiedStore, house: Firm, order: readonly string[]) {
  const rows = await spy.rows();
  const comments = rows.filter(({ table }) => table === 'public.comment');
  const places = (lines: readonly Row[]) => lines.map(({ text }) => placeOf(text));
  const digest = await house.ports.store.results.digest(ROUND, 'lead-lab');
  const found = new Map([
    ['ctid', places(comments)],
    ['xmin', places(comments.toSorted((a, b) => a.xmin - b.xmin))],
    ['row order', (await spy.query<{ text: string }>('select text from comment')).map(placed)],
    ['key order', places(comments.toSorted((a, b) => (id(a) < id(b) ? -1 : 1)))],
    ['place in the digest', digest?.units[0]?.comments.map(placeOf) ?? []],
  ]);
  for (const [table, lines] of byTable(rows)) {
    const firsts = PEOPLE.map((person) => lines.findIndex(({ text }) => text.includes(person)));
    if (firsts.includes(-1) || new Set(firsts).size < firsts.length) continue;
    const people = PEOPLE.toSorted((a, b) => at(firsts, a) - at(firsts, b));
    found.set(
      `ctid ${table}`,
      people.map((person) => order.indexOf(person)),
    );
  }
  return found;
}

function placed({ text }: { readonly text: string }): number {
  return placeOf(text);
}

function id({ columns }: Row): string {
  return String(columns.id);
}

function at(places: readonly number[], person: string): number {
  return places[PEOPLE.indexOf(person)] ?? 0;
}
