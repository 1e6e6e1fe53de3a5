/** One program a file: a lock beside the database that the operating system drops when its holder dies. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Holds `<path>.lock` until released. Throws an Error that names the file if another process holds it. Commands that look at a
 * running program's database do not take it. Where there can be no lock there can be no database either: opening that one says why.
 */
export function lockFile(path: string): { release(): void } {
  let lock: Database.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    lock = new Database(`${path}.lock`, { timeout: 0 });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    lock = undefined;
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) {
      throw new Error(
        `Database ${path}: another Soundings uses it. Stop that one first, or give each its own SOUNDINGS_DATA.`,
      );
    }
  }
  return { release: () => lock?.close() };
}
