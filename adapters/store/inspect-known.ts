/** The tables as this version makes them: made in memory and read back, so that they can't drift from the migrations. */
import Database from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { migrations, type Tables } from './schema.ts';

/** Table to its columns, in alphabetical order. */
export async function knownTables(): Promise<ReadonlyMap<string, readonly string[]>> {
  const raw = new Database(':memory:');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) });
  try {
    const provider = { getMigrations: async () => migrations('sqlite') };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error !== undefined) throw error;
    return tablesIn(raw);
  } finally {
    await db.destroy();
  }
}

/** Of a SQLite database; what SQLite and the migrations keep for themselves is left out. */
export function tablesIn(raw: Database.Database): Map<string, string[]> {
  const rows = raw
    .prepare(
      `select t.name as name, c.name as field from sqlite_master t, pragma_table_xinfo(t.name) c
        where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'
          and t.name not in ('kysely_migration', 'kysely_migration_lock')
        order by t.name, c.name`,
    )
    .all() as { name: string; field: string }[];
  const tables = new Map<string, string[]>();
  for (const { name, field } of rows) tables.set(name, [...(tables.get(name) ?? []), field]);
  return tables;
}
