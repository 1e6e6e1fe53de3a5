/** The one connection to a SQLite file, and how those who use it by hand take turns with the query layer. */
import type Database from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { together } from './group-commit.ts';
import type { Tables } from './schema.ts';

export interface Connection {
  readonly raw: Database.Database;
  readonly db: Kysely<Tables>;
  /** Runs work while no transaction is under way: at once, or as soon as the one that is has ended. */
  between<T>(work: () => T): Promise<T>;
  /** One transaction for all work that arrives at the same time; resolves when it is committed. */
  together<T>(work: () => T): Promise<T>;
}

export function connection(raw: Database.Database): Connection {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: remembering(raw) }) });
  const between = async <T>(work: () => T): Promise<T> =>
    raw.inTransaction ? db.connection().execute(async () => work()) : work();
  const all = raw.transaction((group: readonly (() => unknown)[]) => group.map((work) => work()));
  const commit = together(
    (group: readonly (() => unknown)[]) => between(() => all.immediate(group)),
    isOfOne,
  );
  return { raw, db, between, together: <T>(work: () => T) => commit(work) as Promise<T> };
}

/** Wrong data, not the state of the file or the disk. */
function isOfOne(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return !/^SQLITE_(?!CONSTRAINT|MISMATCH|TOOBIG)/.test(String(code));
}

/** Most statements kept prepared, and how long each may be: inserts of many rows are long, rare, and seldom the same. */
const [KEPT, LENGTH] = [200, 2000];

/** For the query layer: SQLite takes longer to read a statement than to run it, and most are asked again and again. */
function remembering(raw: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement<unknown[]>>();
  return {
    close: () => raw.close(),
    prepare(text) {
      const known = kept.get(text);
      if (known) return known;
      const prepared = raw.prepare<unknown[]>(text);
      if (text.length > LENGTH) return prepared;
      const [oldest] = kept.keys();
      if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(text, prepared);
      return prepared;
    },
  };
}
