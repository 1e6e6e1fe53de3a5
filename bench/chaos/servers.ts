/** PostgreSQL and Redis of our own, so that they can be restarted and emptied; else a corner of those that run already. */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import pg from 'pg';

const run = promisify(execFile);

export interface Database {
  readonly what: string;
  /** A new, empty database. */
  create(): Promise<{ url: string; drop(): Promise<void> }>;
  /** Stops the server as a crash would and starts it again. Absent: it is not ours to stop. */
  restart?(): Promise<void>;
  stop(): Promise<void>;
}

export interface RedisServer {
  readonly what: string;
  readonly url: string;
  /** Deletes every key: of the server if it is ours, else those with this prefix. */
  wipe(prefix: string): Promise<void>;
  stop(): Promise<void>;
}

/** One statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 3000,
    application_name: 'chaos',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** A server of our own where we may and can start one, else the one that runs. Throws if there is none. */
export async function database(folder: string, own: boolean): Promise<Database> {
  const programs = own ? postgresPrograms() : undefined;
  if (programs !== undefined) return ownPostgres(programs, join(folder, 'postgres'));
  const url = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const [row] = await query<{ server_version: string }>(url, 'show server_version');
  const what = `PostgreSQL ${row?.server_version.split(' ')[0]}, which ran already`;
  return { what, create: () => create(url), stop: async () => {} };
}

async function ownPostgres(programs: string, folder: string): Promise<Database> {
  mkdirSync(folder, { mode: 0o700 });
  const owner = unprivileged();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const start = { ...owner, cwd: folder };
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  await run(join(programs, 'initdb'), initdb, start);
  const port = await freePort();
  const control = (...args: string[]) =>
    run(join(programs, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), ...args], start);
  const options = ['-o', `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder}`];
  await control(...options, 'start');
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const [row] = await query<{ server_version: string }>(url, 'show server_version');
  return {
    what: `PostgreSQL ${row?.server_version.split(' ')[0]} of our own`,
    create: () => create(url),
    async restart() {
      await control('-m', 'immediate', 'stop');
      await control(...options, 'start');
    },
    async stop() {
      await control('-m', 'immediate', 'stop').catch(() => {});
    },
  };
}

async function create(url: string) {
  const name = `soundings_chaos_${randomBytes(4).toString('hex')}`;
  await query(url, `create database ${name} encoding 'UTF8' template template0`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const drop = async () => {
    await query(url, `drop database if exists ${name} with (force)`).catch(() => {});
  };
  return { url: own.href, drop };
}

function postgresPrograms(): string | undefined {
  const installed = '/usr/lib/postgresql';
  const versions = existsSync(installed) ? readdirSync(installed) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a)).map((v) => `${installed}/${v}/bin`);
  return [...newest, ...path()].find((folder) => existsSync(join(folder, 'initdb')));
}

function path(): string[] {
  return (process.env.PATH ?? '').split(':');
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, user: string) =>
    Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  const user = /^postgres:/m.test(execFileSync('getent', ['passwd']).toString())
    ? 'postgres'
    : 'nobody';
  return { uid: id('-u', user), gid: id('-g', user) };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The same of Redis. */
export async function redisServer(own: boolean): Promise<RedisServer> {
  const program = path()
    .flatMap((folder) => [join(folder, 'redis-server'), join(folder, 'valkey-server')])
    .find((file) => existsSync(file));
  if (program === undefined || !own) {
    const given = process.env.QUEUE_URL;
    const url = given?.startsWith('redis') ? given : 'redis://127.0.0.1:6379/14';
    return redisAt(url, 'Redis, which ran already', undefined);
  }
  const port = await freePort();
  const quiet = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'];
  const child = spawn(program, ['--port', String(port), ...quiet], { stdio: 'ignore' });
  child.on('error', () => {});
  return redisAt(`redis://127.0.0.1:${port}/0`, 'Redis of our own', child);
}

async function redisAt(
  url: string,
  what: string,
  child: ChildProcess | undefined,
): Promise<RedisServer> {
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  client.on('error', () => {});
  for (let tries = 0; ; tries++) {
    try {
      await client.ping();
      break;
    } catch (error) {
      if (tries === 50) throw new Error(`No Redis answers at ${url}: ${error}`);
      await pause(100);
    }
  }
  return {
    what,
    url,
    async wipe(prefix) {
      if (child) return void (await client.flushall());
      for await (const keys of client.scanStream({ match: `${prefix}:*`, count: 500 })) {
        if (keys.length > 0) await client.del(keys);
      }
    },
    async stop() {
      client.disconnect();
      child?.kill('SIGKILL');
    },
  };
}
