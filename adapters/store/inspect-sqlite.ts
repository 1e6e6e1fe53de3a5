/** What an audit reads of a SQLite file, beside the program that uses it: opened for reading only. */
import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { CountedFacts, Inspection, StorageFacts } from '../../src/ports/inspection.ts';
import { readablePages, tracesIn } from './inspect-bytes.ts';
import { knownTables, tablesIn } from './inspect-known.ts';
import { inspectRows } from './inspect-rows.ts';
import type { Tables } from './schema.ts';

/** Throws an Error that names the file if it is not there, or no database of ours. */
export async function inspectSqlite(path: string): Promise<Inspection> {
  if (!existsSync(path)) {
    throw new Error(`Database ${path}: there is none yet. Start Soundings once.`);
  }
  const raw = open(path);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) });
  const shared = inspectRows(db, await knownTables(), async () => ({
    found: tablesIn(raw),
    extras: extrasIn(raw),
    applied: appliedIn(raw),
  }));
  return { ...shared, storage: async (counted) => storage(raw, path, counted) };
}

function open(path: string): Database.Database {
  try {
    const raw = new Database(path, { readonly: true, timeout: 5000 });
    raw.prepare('select count(*) from sqlite_master').get();
    return raw;
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Database ${path}: it can't be read (${says}). Check the file and its permissions.`,
    );
  }
}

function extrasIn(raw: Database.Database): string[] {
  // What ANALYZE keeps beyond numbers of rows are samples of keys: whose envelope, to which question.
  const rows = raw
    .prepare(
      `select case type when 'table' then 'table of samples' else type end as type, name from sqlite_master
        where type in ('trigger', 'view') or name in ('sqlite_stat3', 'sqlite_stat4') order by name`,
    )
    .all() as { type: string; name: string }[];
  return rows.map(({ type, name }) => `${type} ${name}`);
}

function appliedIn(raw: Database.Database): string[] {
  const there = raw.prepare(`select 1 from sqlite_master where name = 'kysely_migration'`).get();
  if (!there) return [];
  const rows = raw.prepare('select name from kysely_migration order by name').all();
  return (rows as { name: string }[]).map(({ name }) => name);
}

/** Rounds that are looked for in the files: each costs a search of every byte. */
const SEARCHED = 20;

function storage(
  raw: Database.Database,
  file: string,
  counted: readonly CountedFacts[],
): StorageFacts {
  const wal = `${file}-wal`;
  const people = raw.prepare('select distinct person from membership').pluck().all() as string[];
  const sought = counted.slice(0, SEARCHED);
  return {
    kind: 'sqlite',
    file,
    freePages: Number(raw.pragma('freelist_count', { simple: true })),
    readablePages: readablePages(file),
    walBytes: existsSync(wal) ? statSync(wal).size : 0,
    traces: tracesIn([file, wal].filter(existsSync), sought, people),
    searched: sought.length,
  };
}
