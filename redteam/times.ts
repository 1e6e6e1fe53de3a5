/** Attack: when messages go, and which times a click leaves in the database. None may tell of an answer. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { HR } from './company.ts';
import { type Firm, firm, hoursAfter, PULSE } from './firm.ts';
import { answers, crew, scalesOf, smallFirm, WEEK } from './scene.ts';
import type { SpiedStore } from './spy-postgres.ts';

const PEOPLE = crew('lab', 12);
const ORG = smallFirm({ lab: PEOPLE.length });
/** For so long nothing changes by itself, in milliseconds. */
const CALM = 400;
const READERS = new Set(['boss', 'lead-lab', ...HR]);

export interface Sent {
  /** Messages that somebody gets elsewhen, or not at all, or that read otherwise to who reads no digest. */
  readonly different: number;
  readonly of: number;
  /** What readers of digests get does differ: it must be found. */
  readonly digests: number;
}

/** Two weeks with reminders in which the same people answer: in one all say 1, in the other all say 5. */
export async function messagesByAnswer(): Promise<Sent> {
  const [ones, fives] = [await messagesOf('1'), await messagesOf('5')];
  const differ = (look: (each: Firm['noted'][number]) => string) =>
    Array.from({ length: Math.max(ones.length, fives.length) }, (_, i) => [ones[i], fives[i]])
      // One that is missing differs from any.
      .filter(([a, b]) => !a || !b || look(a) !== look(b)).length;
  const when = differ(({ at, person, kind }) => `${at.toISOString()} ${person} ${kind}`);
  const text = (isReader: boolean) =>
    differ(({ person, message }) =>
      READERS.has(person) === isReader ? JSON.stringify(message) : '',
    );
  return { different: when + text(false), of: ones.length, digests: text(true) };
}

async function messagesOf(value: string): Promise<Firm['noted']> {
  const campaign = { ...PULSE, reminders: 2 };
  const house = await firm(ORG, WEEK.before, { notes: true, campaign });
  try {
    await house.at(WEEK.opens);
    await house.at(WEEK.asked);
    const values = Object.fromEntries((await scalesOf(house)).map((id) => [id, value]));
    // Ten of twelve, so that comments and figures are read, and two are reminded.
    for (const person of PEOPLE.slice(0, 10))
      await answers(house, person, values, `I say ${value}`);
    for (let day = 1; day < 4; day++) await house.at(hoursAfter(WEEK.asked, 24 * day));
    await house.at(WEEK.closes);
    await house.at(WEEK.told);
    return house.noted;
  } finally {
    await house.close();
  }
}

export interface Written {
  /** `table.column` of whatever is no longer as it was after answers; the same for a 1 and a 5, or `byValue` says so. */
  readonly columns: readonly string[];
  /** Of these, those that hold a time. */
  readonly timed: readonly string[];
  /** Columns that change with one answer and not with another. */
  readonly byValue: readonly string[];
  /** The same search after *pause*, which does write a time: it must be found. */
  readonly control: readonly string[];
}

/** What clicks change: first and changed ones, of a 1 and of a 5, with and without a comment. */
export async function writtenByClicks(spy?: SpiedStore): Promise<Written> {
  const house = await firm(ORG, WEEK.before, spy);
  try {
    await house.at(WEEK.opens);
    await house.at(WEEK.asked);
    const scales = await scalesOf(house);
    const by = async (click: () => Promise<unknown>) => {
      const look = () => columnsOf(house, spy);
      const before = spy ? await atRest(look) : await look();
      await click();
      return changed(before, await columnsOf(house, spy));
    };
    let minutes = 0;
    const saying = async (value: string, people: readonly string[], comment = '') => {
      await house.at(hoursAfter(WEEK.asked, 1 + ++minutes / 60));
      const values = Object.fromEntries(scales.map((id) => [id, value]));
      return by(async () => {
        for (const person of people) await answers(house, person, values, comment);
      });
    };
    const [some, others] = [PEOPLE.slice(0, 3), PEOPLE.slice(3, 6)];
    const ones = [await saying('1', some), await saying('1', some, 'All is well')];
    const fives = [await saying('5', others), await saying('5', others, 'All is well')];
    const all = new Map([...ones, ...fives].flatMap((each) => [...each]));
    const names = (found: readonly ReadonlyMap<string, boolean>[]) =>
      new Set(found.flatMap((each) => [...each.keys()]));
    const [one, five] = [names(ones), names(fives)];
    const rest = { kind: 'action', person: 'lab-12', action: 'pause', about: '' } as const;
    const control = await by(() => house.inbox.receive(rest));
    return {
      columns: [...all.keys()].sort(),
      timed: timedOf(all),
      byValue: [...new Set([...one, ...five])].filter((each) => one.has(each) !== five.has(each)),
      control: timedOf(control),
    };
  } finally {
    await house.close();
  }
}

/** Everything that lies in a column, by `table.column`. */
type Columns = ReadonlyMap<string, readonly unknown[]>;

async function columnsOf(house: Firm, spy: SpiedStore | undefined): Promise<Columns> {
  const columns = new Map<string, unknown[]>();
  const rows = spy ? await spy.rows() : rowsOf(house);
  for (const { table, columns: row } of rows) {
    for (const [name, value] of Object.entries(row)) {
      const key = `${table.replace(/^public\./, '')}.${name}`;
      columns.set(key, [...(columns.get(key) ?? []), value]);
    }
  }
  return columns;
}

/** A queue may still be noting, or forgetting, what it has just done. */
async function atRest(look: () => Promise<Columns>): Promise<Columns> {
  let before = await look();
  for (let i = 0; i < 20; i++) {
    await pause(CALM);
    const after = await look();
    if (changed(before, after).size === 0) return after;
    before = after;
  }
  return before;
}

function rowsOf({ folder }: Firm) {
  const raw = new Database(join(folder, 'database', 'firm.db'), { readonly: true });
  try {
    const tables = raw.prepare(`select name from sqlite_master where type = 'table'`).pluck();
    return (tables.all() as string[]).flatMap((table) =>
      (raw.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]).map((row) => ({
        table,
        columns: row,
      })),
    );
  } finally {
    raw.close();
  }
}

/** Columns that hold something else than before, and whether what is new there is a time. */
function changed(before: Columns, after: Columns): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const [name, values] of after) {
    const was = (before.get(name) ?? []).map(shown);
    const is = values.map(shown);
    if (was.toSorted().join() === is.toSorted().join()) continue;
    found.set(
      name,
      values.some((value, i) => !was.includes(is[i] ?? '') && isTime(value)),
    );
  }
  for (const name of before.keys()) if (!after.has(name)) found.set(name, false);
  return found;
}

function shown(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('hex') : JSON.stringify(value ?? null);
}

/** Seconds or milliseconds of this half century, or a date in a text; bytes are none. */
export function isTime(value: unknown): boolean {
  if (Buffer.isBuffer(value) || String(value).startsWith('\\x')) return false;
  return /(?<!\d)(1[5-9]|2[0-4])\d{8}(\d{3})?(\.\d+)?(?!\d)|\d{4}-\d\d-\d\d[T ]\d\d/.test(
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
}

function timedOf(found: ReadonlyMap<string, boolean>): string[] {
  return [...found].flatMap(([name, isTimed]) => (isTimed ? [name] : [])).sort();
}
