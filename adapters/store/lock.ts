/** One program a file: a lock beside the database that the operating system drops when its holder dies. */
import Database from 'better-sqlite3';

/**
 * Holds `<path>.lock` until released. Throws an Error that names the file if another process holds it. Commands that look at a
 * running program's database do not take it.
 */
export function lockFile(path: string): { release(): void } {
  const file = `${path}.lock`;
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw error;
    throw new Error(
      `Database ${path}: another Soundings uses it. Stop that one first, or give each its own SOUNDINGS_DATA.`,
    );
  }
  return { release: () => lock.close() };
}
