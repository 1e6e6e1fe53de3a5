/** An installation after several weeks and a release of leavers, with one round open; copies of it to damage; and the audit of one. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll } from 'vitest';
import { inspectSqlite } from '../../adapters/store/inspect-sqlite.ts';
import { type Audited, audit } from '../../src/audit/audit.ts';
import type { Check } from '../../src/audit/finding.ts';
import { keysIn, modesOf } from '../../src/audit-files.ts';
import type { Programme } from '../../src/campaign/programme.ts';
import { temporaryFolder } from '../support/folders.ts';
import { announceLeaver, BETTER_OFFER, interview, press, walk } from '../support/leave.ts';
import { type Town, town } from '../support/town.ts';
import { ids, week } from '../support/town-people.ts';

const DAY = 86_400_000;

/** To that day, noon, day by day where nothing needs hours. */
async function to(place: Town, date: string): Promise<void> {
  const until = new Date(`${date}T12:00:00Z`);
  while (place.now() < until) {
    await place.jump(new Date(Math.min(place.now().getTime() + DAY, until.getTime())));
  }
}

/** Answers of the town in one week: the lab likes more than the north does. */
async function answerWeek(place: Town, number: number): Promise<void> {
  const { opens, tuesday, closes, after } = week(number);
  await place.at(opens);
  await place.at(tuesday);
  for (const [i, person] of ids('lab', 1, 12).entries()) {
    const fields = { team: i % 4 === 0 ? '2' : '4', growth: '4', pay: '3' };
    await place.submit(person, { ...fields, words: `Said ${i}`, 'words:reader': 'team' });
  }
  for (const person of ids('north', 2, 8)) await place.submit(person, { team: '3', growth: '2' });
  for (const person of [...ids('south', 1, 3), 'nina', 'sol']) await place.tap(person, 4, 'team');
  await place.at(closes);
  await place.at(after);
}

/** Two quarters' ends away from October. */
const OCTOBER = new Date('2026-10-05T08:00:00Z');
const POOLED = ['north-1', 'lab-1', 'lab-2', 'lab-3', 'lab-6'];

/** As it lies when the second release is open, a pulse is, one interview is named and one is being answered. */
async function play(): Promise<Town> {
  const place = await town({ now: OCTOBER });
  for (const person of [...POOLED, 'lab-4']) await announceLeaver(place, person, '2026-12-30');
  await announceLeaver(place, 'lab-5', '2027-02-12');
  for (const number of [0, 1, 2]) await answerWeek(place, number);
  await to(place, '2026-12-18');
  for (const person of POOLED) await interview(place, person, 'pooled', BETTER_OFFER);
  await interview(place, 'lab-4', 'named', BETTER_OFFER);
  await to(place, '2027-02-03');
  await walk(place, 'lab-5', await press(place, 'lab-5', 'exit-pooled'), BETTER_OFFER);
  for (const about of ['firm', 'lab', 'lab', 'sales']) {
    await place.reply({ kind: 'action', person: 'hana', action: 'value', about });
  }
  return place;
}

const kept: string[] = [];
afterAll(() => {
  for (const each of kept.splice(0)) rmSync(each, { recursive: true, force: true });
});

/** The files of {@link play}, kept for all tests of a file. */
export async function healthyFiles(): Promise<{ folder: string; programme: Programme }> {
  const place = await play();
  if (place.complaints.length + place.failures.length > 0) {
    throw new Error(
      `The town is not healthy: ${JSON.stringify([place.complaints, place.failures])}`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'soundings-audit-'));
  kept.push(folder);
  cpSync(place.snapshot(), folder, { recursive: true });
  return { folder, programme: place.programme };
}

export interface Copy {
  readonly folder: string;
  readonly database: string;
  readonly keys: string;
  /** Runs SQL as somebody with the file would. */
  sql(statement: string, ...values: unknown[]): void;
  rows(query: string): Record<string, unknown>[];
}

export function copyOf(from: string): Copy {
  const folder = temporaryFolder();
  cpSync(from, folder, { recursive: true });
  const database = join(folder, 'database', 'town.db');
  const use = <T>(work: (raw: Database.Database) => T): T => {
    const raw = new Database(database);
    try {
      return work(raw);
    } finally {
      raw.close();
    }
  };
  return {
    folder,
    database,
    keys: join(folder, 'keys'),
    sql: (statement, ...values) => {
      use((raw) =>
        values.length > 0 ? raw.prepare(statement).run(...values) : raw.exec(statement),
      );
    },
    rows: (query) => use((raw) => raw.prepare(query).all() as Record<string, unknown>[]),
  };
}

/** The audit of files, whoever uses them meanwhile. */
export async function auditOf(
  { database, keys }: Pick<Copy, 'database' | 'keys'>,
  programme?: Programme,
): Promise<Audited> {
  if (!existsSync(database)) throw new Error(`No database ${database}.`);
  const look = await inspectSqlite(database);
  const places = { database, keys };
  try {
    return await audit(look, {
      ...(programme && { programme }),
      keys: (rounds) => keysIn(places, rounds),
      modes: async () => modesOf(places, 'all'),
    });
  } finally {
    await look.close();
  }
}

/** What is wrong, as lines; of one check where it is named. */
export function wrong({ findings }: Audited, check?: Check): string[] {
  return findings
    .filter((each) => each.level !== 'ok' && (check === undefined || each.check === check))
    .map(({ level, check: of, says }) => `${level} ${of}: ${says}`);
}

/** Of the pulse. */
export function openRound(copy: Copy): string {
  const [row] = copy.rows(`select id from round where state = 'open' and campaign = 'pulse'`);
  return String(row?.id);
}
