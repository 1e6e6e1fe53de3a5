/** Brings a PostgreSQL schema up to date, and keeps its planner from remembering what is burned later. */
import { Kysely, Migrator, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { migrations, type Tables } from './schema.ts';

/** Tables whose rows are burned or may be about one person. */
export const FORGETFUL = [
  'envelope',
  'delivery',
  'message',
  'comment',
  'leaver',
  'exit_draft',
  'exit_record',
  'carried',
];
/** Their columns that the planner may know: the same for everyone who was asked. */
export const PLANNED = ['round', 'question', 'kind', 'state'];

/** Under Kysely's lock: of several processes that start at once, one migrates and the others wait. */
export async function migrate(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ schema: string }>('select current_schema() as schema');
  const migrationTableSchema = rows[0]?.schema ?? 'public';
  const pool = { connect: async () => lent(client), end: async () => {} };
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations('postgres') },
    migrationTableSchema,
    // Another program that uses Kysely may live in the same database.
    migrationTableName: 'soundings_migration',
    migrationLockTableName: 'soundings_migration_lock',
  }).migrateToLatest();
  if (error !== undefined) throw error;
  await forget(client);
}

/** The one client as a pool's, which is not ours to end. */
function lent(client: pg.ClientBase) {
  const query = client.query.bind(client) as pg.PoolClient['query'];
  return { query, release: () => {} };
}

/**
 * ANALYZE copies sample values of a column into pg_statistic, where they would outlive the burn: names, addresses,
 * whole envelopes. Without a statistics target it does not look at the column.
 */
async function forget(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ change: string }>(
    `select format('alter table %I alter column %I set statistics 0', c.relname, a.attname) as change
       from pg_attribute a
       join pg_class c on c.oid = a.attrelid
       join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
      where c.relname = any($1::text[]) and c.relkind = 'r'
        and a.attnum > 0 and not a.attisdropped and a.attstattarget is distinct from 0
        and a.atttypid in ('text'::regtype, 'bytea'::regtype)
        and a.attname <> all($2::text[])`,
    [FORGETFUL, PLANNED],
  );
  for (const { change } of rows) await client.query(change);
}
