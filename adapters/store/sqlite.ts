/** The embedded store: one SQLite file, in WAL mode, durable when it says so, and clean after a burn. */
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type Kysely, Migrator } from 'kysely';
import type { Store } from '../../src/ports/store.ts';
import { accountStore } from './accounts.ts';
import { auditStore } from './audit.ts';
import { campaignStore } from './campaigns.ts';
import { decisionStore } from './decisions.ts';
import { deliveryStore } from './deliveries.ts';
import { installationStore } from './installations.ts';
import { leaverStore } from './leavers.ts';
import { messageStore } from './messages.ts';
import { noteStore } from './notes.ts';
import { orgStore } from './org.ts';
import { resultStore } from './results.ts';
import { roundStore } from './rounds.ts';
import { migrations, type Tables } from './schema.ts';
import { signInStore } from './sign-in.ts';
import { sqliteAccounts } from './sqlite-accounts.ts';
import { sqliteBox } from './sqlite-box.ts';
import { connection } from './sqlite-connection.ts';
import { sqliteDeliveries } from './sqlite-deliveries.ts';
import { sqliteInterviews } from './sqlite-interviews.ts';
import { sqliteOrg } from './sqlite-org.ts';

/** "Sndg" in the file's header: how we know our own files. */
const APPLICATION_ID = 0x536e6467;
/** Files up to this many bytes are checked page by page when opened; larger ones by `soundings doctor`. */
const CHECK_UP_TO = 64 * 1024 * 1024;

/** How long a statement waits for another process, and how long cleaning does, in milliseconds. */
const [BUSY_TIMEOUT, CLEAN_TIMEOUT] = [5000, 250];

/**
 * Opens (and where needed creates or upgrades) the database at `path`. Throws an Error that names the file and says
 * what to do if it is damaged, another program's, newer than this program, or can't be written.
 */
export async function sqlite(path: string): Promise<Store> {
  const raw = open(path);
  const shared = connection(raw);
  const { db } = shared;
  try {
    await migrate(db, path);
  } catch (error) {
    raw.close();
    throw explain(path, error);
  }
  return {
    org: { ...orgStore(db), ...sqliteOrg(shared) },
    rounds: roundStore(db),
    deliveries: { ...deliveryStore(db), ...sqliteDeliveries(shared) },
    box: sqliteBox(shared),
    results: resultStore(db, () => shared.between(() => clean(raw, path))),
    messages: messageStore(db),
    accounts: { ...accountStore(db), ...sqliteAccounts(shared) },
    campaigns: campaignStore(db),
    decisions: decisionStore(db),
    notes: noteStore(db),
    installations: installationStore(db),
    leavers: leaverStore(db, sqliteInterviews(shared)),
    audit: auditStore(db),
    signIn: signInStore(db),
    close: () => db.destroy(),
  };
}

/** Whether every page and index of an open file is sound: `ok`, or SQLite's words on what is wrong. */
export function checkFile(path: string): string {
  const raw = open(path);
  try {
    return String(raw.pragma('integrity_check(1)', { simple: true }));
  } finally {
    raw.close();
  }
}

function open(path: string): Database.Database {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Made with these permissions, as the files beside it take after it.
    if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
    const raw = new Database(path);
    try {
      claim(raw, path);
      return raw;
    } catch (error) {
      raw.close();
      throw error;
    }
  } catch (error) {
    throw explain(path, error);
  }
}

/** Checks that the file is ours or empty, and sets how it is written. */
function claim(raw: Database.Database, path: string): void {
  const id = raw.pragma('application_id', { simple: true });
  const tables = raw.prepare(`select count(*) as n from sqlite_master`).get() as { n: number };
  if (id !== APPLICATION_ID && tables.n > 0) throw new Error('it belongs to another program');
  if (tables.n > 0 && statSync(path).size <= CHECK_UP_TO) {
    const verdict = raw.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new Error(`it is damaged (${verdict})`);
  }
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('secure_delete = ON');
  raw.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  if (tables.n === 0) raw.pragma(`application_id = ${APPLICATION_ID}`);
}

async function migrate(db: Kysely<Tables>, path: string): Promise<void> {
  const provider = { getMigrations: async () => migrations('sqlite') };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  if (/previously executed migration .* is missing/.test(String(error))) {
    throw new Error(`it was written by a newer Soundings; run that version on ${path}`);
  }
  throw error;
}

/** Deleted rows leave the WAL, free pages and page slack: all three go, or it throws and is to be called again. */
function clean(raw: Database.Database, path: string): void {
  raw.pragma(`busy_timeout = ${CLEAN_TIMEOUT}`);
  try {
    truncateLog(raw, path);
    raw.exec('VACUUM');
    truncateLog(raw, path);
  } finally {
    raw.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  }
}

/** SQLite reports in a row, not by an error, that a reader holds on to old pages. */
function truncateLog(raw: Database.Database, path: string): void {
  const [outcome] = raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (outcome?.busy === 0) return;
  throw new Error(
    `Database ${path}: another process reads it (a backup?), so what was burned can't be cleaned from its files yet.`,
  );
}

const ADVICE: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'it is not a database, or it is damaged; restore a backup or move it away',
  SQLITE_CORRUPT: 'it is damaged; restore a backup or move it away',
  SQLITE_READONLY: 'it cannot be written; check the permissions of the file and its folder',
  SQLITE_CANTOPEN: 'it cannot be opened; check the folder and its permissions',
  SQLITE_FULL: 'the disk is full; free some space and start again',
  SQLITE_BUSY: 'another process uses it; stop that one first',
  SQLITE_IOERR: 'the disk reports an error',
  EACCES: 'its folder cannot be written; check the permissions',
  EROFS: 'its folder is on a read-only disk',
  ENOSPC: 'the disk is full; free some space and start again',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder; name a file in it',
};

/** A sentence that names the file and says what to do. Nothing was changed in it. */
function explain(path: string, error: unknown): Error {
  if (error instanceof Error && error.message.startsWith('Database ')) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  const advice = Object.entries(ADVICE).find(([prefix]) => code.startsWith(prefix))?.[1];
  const reason = advice ?? (error instanceof Error ? error.message : String(error));
  return new Error(`Database ${path}: ${reason}.`, { cause: error });
}
