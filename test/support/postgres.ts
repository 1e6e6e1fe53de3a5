/** A PostgreSQL for tests, with a database of its own for each file: the one named, one started here, or one that runs. */
import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export interface Server {
  /** What runs there, for a test's name. */
  readonly name: string;
  /** A new, empty database of it. */
  database(): Promise<{ url: string; drop(): Promise<void> }>;
  stop(): Promise<void>;
}

/**
 * DATABASE_URL, else one started for us (in a second, and on nobody's disk), else the one at the usual place; undefined
 * if there is none.
 */
export async function findServer(): Promise<Server | undefined> {
  const given = process.env.DATABASE_URL;
  if (given?.startsWith('postgres')) return serverAt(given, async () => {});
  const usual = 'postgres://postgres@127.0.0.1:5432/postgres';
  const started = await startServer().catch(() => undefined);
  return started ?? serverAt(usual, async () => {});
}

async function serverAt(url: string, stop: () => Promise<void>): Promise<Server | undefined> {
  try {
    const [row] = await query<{ server_version: string }>(url, 'show server_version');
    const name = `PostgreSQL ${row?.server_version.split(' ')[0]}`;
    return { name, database: () => database(url), stop };
  } catch {
    return undefined;
  }
}

async function database(url: string) {
  const name = `soundings_test_${randomBytes(6).toString('hex')}`;
  await query(url, `create database ${name} encoding 'UTF8' template template0`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const drop = async () => {
    await query(url, `drop database if exists ${name} with (force)`);
  };
  return { url: own.href, drop };
}

/** Deletes every row but those of the migrations. */
export async function empty(url: string): Promise<void> {
  const tables = await query<{ name: string }>(
    url,
    `select tablename as name from pg_tables
      where schemaname = 'public' and tablename not like 'soundings_migration%'`,
  );
  await query(url, tables.map(({ name }) => `delete from ${name};`).join(''));
}

/** Runs one statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether servers can be started here. */
const programs = findPrograms();

/** A server of our own in a temporary folder; with a password, it asks for it. */
export async function startServer(password?: string): Promise<Server | undefined> {
  if (!programs) return undefined;
  const owner = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'soundings-postgres-'));
  const data = join(folder, 'data');
  const secret = join(folder, 'secret');
  writeFileSync(secret, `${password ?? 'unused'}\n`);
  if (owner) for (const path of [folder, secret]) chownSync(path, owner.uid, owner.gid);
  const pgctl = (...args: string[]) =>
    run(join(programs, 'pg_ctl'), ['-D', data, '-w', ...args], { ...owner, cwd: folder });
  const auth = password === undefined ? 'trust' : 'scram-sha-256';
  const init = ['-D', data, '-U', 'postgres', '-A', auth, `--pwfile=${secret}`, '-E', 'UTF8', '-N'];
  await run(join(programs, 'initdb'), [...init, '--locale=C'], { ...owner, cwd: folder });
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder} -c fsync=off`;
  await pgctl('-l', join(folder, 'log'), '-o', options, 'start');
  const stop = async () => {
    await pgctl('-m', 'immediate', 'stop').catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  };
  const credentials = password === undefined ? 'postgres' : `postgres:${password}`;
  return serverAt(`postgres://${credentials}@127.0.0.1:${port}/postgres`, stop);
}

/** The folder of the newest initdb, where there is one. */
function findPrograms(): string | undefined {
  const installed = '/usr/lib/postgresql';
  const versions = existsSync(installed) ? readdirSync(installed) : [];
  const newest = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((v) => `${installed}/${v}/bin`);
  const path = (process.env.PATH ?? '').split(':');
  return [...newest, ...path].find((folder) => existsSync(join(folder, 'initdb')));
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, user: string) =>
    Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', user), gid: id('-g', user) };
    } catch {}
  }
  return undefined;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
