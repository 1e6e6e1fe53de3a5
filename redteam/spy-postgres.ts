/** A PostgreSQL that answers: a database of its own for store and queue, and everything that lies in it. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { postgres } from '../adapters/store/postgres.ts';
import { openQueue } from '../scheduler/open-queue.ts';
import type { Store } from '../src/ports/store.ts';
import type { Spied } from './spy-queue.ts';

const { DATABASE_URL = '' } = process.env;
/** Where one is looked for. */
const POSTGRES_URL = /^postgres/.test(DATABASE_URL)
  ? DATABASE_URL
  : 'postgres://postgres@127.0.0.1:5432/test';

/** A row of any table, with what the server itself notes about it. */
export interface Row {
  /** With its schema. */
  readonly table: string;
  /** Where the row lies: place in the order of pages and lines. */
  readonly ctid: number;
  /** The transaction that wrote it. */
  readonly xmin: number;
  /** All columns as text, bytes in hexadecimal. */
  readonly text: string;
  /** The same by name. */
  readonly columns: Readonly<Record<string, unknown>>;
}

export interface SpiedStore extends Spied {
  readonly store: Store;
  /** Every row of every table of store and queue, as it lies. */
  rows(): Promise<Row[]>;
  query<R extends pg.QueryResultRow>(text: string): Promise<R[]>;
}

export async function postgresAnswers(url = POSTGRES_URL): Promise<boolean> {
  try {
    await alone(url, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

/** `clear`, after store and queue are closed, drops the database. */
export async function spyPostgres(url = POSTGRES_URL): Promise<SpiedStore> {
  const name = `soundings_redteam_${randomBytes(6).toString('hex')}`;
  const ask = (text: string) => alone(url, (client) => client.query(text));
  await ask(`create database ${name} encoding 'UTF8' template template0`);
  // The queue need not be durable here; the store sees to itself.
  await ask(`alter database ${name} set synchronous_commit = off`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const query: SpiedStore['query'] = async <R extends pg.QueryResultRow>(text: string) =>
    (await alone(own.href, (client) => client.query<R>(text))).rows;
  const rows = () => alone(own.href, everyRow);
  const clear = async () => void (await ask(`drop database if exists ${name} with (force)`));
  try {
    return {
      store: await postgres(own.href, { tell: () => {} }),
      queue: await openQueue(own.href, { prefix: 'redteam', attempts: 1 }),
      rows,
      query,
      clear,
      events: () =>
        query(
          `select data->>'jobId' as job, event, created_at_ms::float as at
             from redteam_queue.event where data ? 'jobId' order by id`,
        ),
      async kept() {
        // As autovacuum does by itself: the planner's samples are searched, too.
        const samples = await query(`analyze; select s::text from pg_stats s`).catch(() => []);
        const kept = [...(await rows()).map(({ text }) => text), JSON.stringify(samples)];
        return Buffer.concat([Buffer.from(kept.join('\n')), await filesOf(query)]);
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

async function alone<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function everyRow(client: pg.Client): Promise<Row[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const rows: Row[] = [];
  for (const { name } of tables) {
    const found = await client.query<Omit<Row, 'table'>>(
      `select (row_number() over (order by ctid))::int as ctid, xmin::text::int as xmin,
              t::text as text, to_jsonb(t) as columns
         from ${name} t order by t.ctid`,
    );
    rows.push(...found.rows.map((row) => ({ table: name, ...row })));
  }
  return rows;
}

/** Every byte in the files of this database, rows that are dead included, where the server lets us read them. */
async function filesOf(query: SpiedStore['query']): Promise<Buffer> {
  try {
    await query('checkpoint');
    const files = await query<{ content: Buffer | null }>(
      `with folder as (
         select 'base/' || oid || '/' as path from pg_database where datname = current_database()
       )
       select pg_read_binary_file(path || file, 0, 1 << 26, true) as content
         from folder, pg_ls_dir(path) as file`,
    );
    return Buffer.concat(files.flatMap(({ content }) => (content ? [content] : [])));
  } catch {
    return Buffer.alloc(0);
  }
}
