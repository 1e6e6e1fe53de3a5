/** What an audit reads of a SQLite file, beside the program that uses it: opened for reading only. */
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { CountedFacts, Inspection, StorageFacts } from '../../src/ports/inspection.ts';
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
    throw new Error(`Database ${path}: it can't be read (${says}). Check the file and its permissions.`);
  }
}

function extrasIn(raw: Database.Database): string[] {
  const rows = raw
    .prepare(`select type, name from sqlite_master where type in ('trigger', 'view') order by name`)
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
  const traces = new Map<string, number>();
  for (const path of [file, wal].filter(existsSync)) search(path, sought, people, traces);
  return {
    kind: 'sqlite',
    file,
    freePages: Number(raw.pragma('freelist_count', { simple: true })),
    readablePages: readablePages(file),
    walBytes: existsSync(wal) ? statSync(wal).size : 0,
    traces,
    searched: sought.length,
  };
}

/** Bytes read at a time, and how far a row's key may reach beyond them. */
const [CHUNK, REACH] = [16 * 1024 * 1024, 4096];

/** Adds up where a round's id is followed by a person's and that by what an envelope or a question delivery ends with. */
function search(
  path: string,
  rounds: readonly CountedFacts[],
  people: readonly string[],
  traces: Map<string, number>,
): void {
  if (rounds.length === 0) return;
  const known = new Set(people);
  const longest = Math.max(0, ...people.map((each) => Buffer.byteLength(each)));
  for (const { bytes, last } of chunksOf(path)) {
    for (const { id, questions } of rounds) {
      const ends = [...questions, 'question'];
      for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at + 1)) {
        // What begins in the overlap is found in the next piece.
        if (!last && at >= CHUNK) break;
        const from = at + Buffer.byteLength(id);
        const after = bytes.toString('utf8', from, from + longest + 64);
        const isKey = ends.some((end) => isFollowed(after, end, known));
        if (isKey) traces.set(id, (traces.get(id) ?? 0) + 1);
      }
    }
  }
}

function isFollowed(text: string, end: string, people: ReadonlySet<string>): boolean {
  for (let at = text.indexOf(end); at > 0; at = text.indexOf(end, at + 1)) {
    if (people.has(text.slice(0, at))) return true;
  }
  return false;
}

function* chunksOf(path: string): Iterable<{ bytes: Buffer; last: boolean }> {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(Math.min(size, CHUNK + REACH));
    for (let at = 0; at < size; at += CHUNK) {
      const read = readSync(handle, buffer, 0, buffer.length, at);
      yield { bytes: buffer.subarray(0, read), last: at + CHUNK >= size };
    }
  } finally {
    closeSync(handle);
  }
}

/**
 * Free pages that still hold what was deleted: a program that writes without `secure_delete` leaves such. The list is
 * that of the file (SQLite's file format, 1.5): a trunk page names the next one and its leaves.
 */
function readablePages(path: string): number {
  const handle = openSync(path, 'r');
  try {
    const header = read(handle, 0, 100);
    if (header.length < 100) return 0;
    const size = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const zeros = Buffer.alloc(size);
    const pages = header.readUInt32BE(28);
    const page = (number: number) => read(handle, (number - 1) * size, size);
    let readable = 0;
    let trunk = header.readUInt32BE(32);
    for (let seen = 0; trunk > 0 && trunk <= pages && seen <= pages; seen++) {
      const bytes = page(trunk);
      if (bytes.length < size) break;
      const leaves = Math.min(bytes.readUInt32BE(4), size / 4 - 2);
      for (let i = 0; i < leaves; i++) {
        const leaf = page(bytes.readUInt32BE(8 + 4 * i));
        if (leaf.length === size && !leaf.equals(zeros)) readable++;
      }
      trunk = bytes.readUInt32BE(0);
    }
    return readable;
  } finally {
    closeSync(handle);
  }
}

function read(handle: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, at < 0 ? 0 : readSync(handle, buffer, 0, length, at));
}
