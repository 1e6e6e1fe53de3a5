/** What an audit reads of a PostgreSQL database: its tables, and what the server keeps beside them. */
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import type { Inspection, StorageFacts } from '../../src/ports/inspection.ts';
import { knownTables } from './inspect-known.ts';
import { inspectRows, type SchemaFacts } from './inspect-rows.ts';
import { openPool, targetOf } from './postgres-connect.ts';
import { FORGETFUL, PLANNED } from './postgres-migrate.ts';
import { ready } from './postgres-ready.ts';
import type { Tables } from './schema.ts';

/** How long to wait for a server that can't be reached. */
const PATIENCE_MS = 5000;

/** Throws an Error that names DATABASE_URL and says what to do if the server can't be reached. */
export async function inspectPostgres(
  url: string,
  tell: (line: string) => void,
): Promise<Inspection> {
  const target = targetOf(url);
  await ready(target, tell, PATIENCE_MS, async () => {});
  return postgresInspection(openPool(target, tell));
}

/** On a server that answers. */
export async function postgresInspection(pool: pg.Pool): Promise<Inspection> {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw('set default_transaction_read_only = on'));
      },
    }),
  });
  return { ...inspectRows(db, await knownTables(), schema), storage: () => storage(db) };
}

async function schema(tx: Kysely<Tables>): Promise<SchemaFacts> {
  const { rows: fields } = await sql<{ name: string; field: string }>`
    select table_name as name, column_name as field from information_schema.columns
     where table_schema = current_schema() and table_name not like 'soundings\\_migration%'
       and table_name not in (select viewname from pg_views where schemaname = current_schema())
     order by table_name, column_name`.execute(tx);
  const found = new Map<string, string[]>();
  for (const { name, field } of fields) found.set(name, [...(found.get(name) ?? []), field]);
  for (const [name, columns] of found) found.set(name, columns.toSorted());
  const { rows: extras } = await sql<{ what: string }>`
    select 'trigger ' || t.tgname as what from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and not t.tgisinternal
    union all select 'view ' || viewname from pg_views where schemaname = current_schema()
    union all select 'view ' || matviewname from pg_matviews where schemaname = current_schema()
    union all select 'rule ' || rulename from pg_rules where schemaname = current_schema()
    order by 1`.execute(tx);
  return { found, extras: extras.map(({ what }) => what), applied: await applied(tx) };
}

async function applied(tx: Kysely<Tables>): Promise<string[]> {
  const { rows: there } = await sql<{ name: string | null }>`
    select to_regclass(quote_ident(current_schema()) || '.soundings_migration')::text as name`.execute(
    tx,
  );
  if (there[0]?.name === null || !there[0]) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from soundings_migration order by name`.execute(tx);
  return rows.map(({ name }) => name);
}

/** What makes a server keep more than the tables do. */
const SETTINGS = [
  'log_statement',
  'log_min_duration_statement',
  'log_parameter_max_length_on_error',
  'archive_mode',
  'wal_keep_size',
  'fsync',
];

async function storage(db: Kysely<Tables>): Promise<StorageFacts> {
  const { rows: remembered } = await sql<{ name: string }>`
    select s.tablename || '.' || s.attname as name from pg_stats s
      join information_schema.columns c on c.table_schema = s.schemaname
       and c.table_name = s.tablename and c.column_name = s.attname
     where s.schemaname = current_schema() and s.tablename in (${sql.join(FORGETFUL)})
       and s.attname not in (${sql.join(PLANNED)}) and c.data_type in ('text', 'bytea')
     order by 1`.execute(db);
  const { rows: settings } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in (${sql.join(SETTINGS)})`.execute(db);
  const { rows: slots } = await sql<{ n: number }>`
    select count(*) as n from pg_replication_slots where not active`.execute(db);
  return {
    kind: 'postgres',
    remembered: remembered.map(({ name }) => name),
    settings: new Map(settings.map(({ name, setting }) => [name, setting])),
    idleSlots: Number(slots[0]?.n ?? 0),
  };
}
