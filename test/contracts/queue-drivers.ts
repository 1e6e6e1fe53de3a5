/** The queue's drivers, each with a place of its own for every test, and the servers behind them. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { openQueue } from '../../scheduler/open-queue.ts';
import type { QueueSettings } from '../../scheduler/settings.ts';
import type { Queue } from '../../src/ports/queue.ts';

interface Capabilities {
  /** Several queues opened on the same place see the same jobs, and so do several processes. */
  readonly shared: boolean;
  /** Several processes work at the same time; else the second stands by. */
  readonly together: boolean;
}

/** What a test may do with a driver. Each `fresh` place is empty. */
export interface Driver extends Capabilities {
  readonly name: string;
  /** Why it cannot run here. */
  readonly missing?: string;
  fresh(): Place;
}

export interface Place {
  readonly url: string | undefined;
  readonly prefix: string;
  open(settings?: QueueSettings): Promise<Queue>;
  /** All that the server keeps of jobs, as text: not its stream of events, which says when they began and ended. */
  kept(): Promise<string>;
  events(): Promise<string>;
  /** Takes everything away, as FLUSHALL would. */
  empty(): Promise<void>;
}

/** Debian's and everybody's name of it. */
const REDIS = 'redis-server';

const NOTHING = async () => '';
let places = 0;

function place(
  url: string | undefined,
  server: Pick<Place, 'kept' | 'events' | 'empty'>,
  prefix: string,
) {
  const open = (settings: QueueSettings = {}) =>
    openQueue(url, { patience: 0, ...settings, prefix });
  return { url, prefix, open, ...server };
}

function newPrefix(): string {
  places += 1;
  return `contract_${process.pid}_${places}`;
}

export const embedded: Driver = {
  name: 'in-process',
  shared: false,
  together: false,
  fresh: () =>
    place(undefined, { kept: NOTHING, events: NOTHING, empty: async () => {} }, newPrefix()),
};

/** Redis at REDIS_URL, at the usual port, or started here; in database 15. */
export async function redisDriver(): Promise<Driver> {
  const url = (await answeringRedis()) ?? '';
  return {
    name: 'Redis',
    ...(url === '' && {
      missing: 'no Redis answers at REDIS_URL or 127.0.0.1:6379, none to start',
    }),
    shared: true,
    together: true,
    fresh() {
      const prefix = newPrefix();
      return place(
        url,
        {
          kept: () => redisKept(url, prefix),
          events: () => redisEvents(url, prefix),
          empty: () => redisEmpty(url, prefix),
        },
        prefix,
      );
    },
  };
}

/** PostgreSQL at DATABASE_URL, or at the usual port; in a schema of its own. */
export async function postgresDriver(): Promise<Driver> {
  const { DATABASE_URL = 'postgres://postgres@127.0.0.1:5432/test' } = process.env;
  const answers = await asked(DATABASE_URL, 'select 1').then(
    () => true,
    () => false,
  );
  return {
    name: 'PostgreSQL',
    ...(!answers && { missing: 'no PostgreSQL answers at DATABASE_URL or 127.0.0.1:5432' }),
    shared: true,
    together: false,
    // One schema for all, as making one takes half a second; each test leaves it empty.
    fresh() {
      const prefix = `contract_${process.pid}`;
      const schema = `${prefix}_queue`;
      const empty = async () => {
        const tables = ['job', 'rate_limit', 'scheduler', 'meta', 'event'];
        await asked(
          DATABASE_URL,
          tables.map((table) => `delete from ${schema}.${table}`).join(';'),
        );
      };
      const kept = async () => {
        const rows = await Promise.all(
          ['job', 'job_log', 'dedup'].map((table) =>
            asked(DATABASE_URL, `select * from ${schema}.${table}`),
          ),
        );
        return JSON.stringify(rows.flat());
      };
      const events = async () =>
        JSON.stringify(await asked(DATABASE_URL, `select * from ${schema}.event`));
      return place(DATABASE_URL, { kept, events, empty }, prefix);
    },
  };
}

/** Drops what the tests of this process made. */
export async function dropSchemas(): Promise<void> {
  const { DATABASE_URL = 'postgres://postgres@127.0.0.1:5432/test' } = process.env;
  const find = `select nspname from pg_namespace where nspname like 'contract_${process.pid}_queue'`;
  for (const { nspname } of await asked(DATABASE_URL, find)) {
    await asked(DATABASE_URL, `drop schema ${nspname} cascade`);
  }
}

async function asked(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function redisKept(url: string, prefix: string): Promise<string> {
  return withRedis(url, async (client) => {
    const keys = (await client.keys(`${prefix}:*`)).filter((key) => !key.endsWith(':events'));
    const values = await Promise.all(
      keys.map(async (key) => ((await client.type(key)) === 'hash' ? client.hgetall(key) : '')),
    );
    return JSON.stringify([keys, values]);
  });
}

async function redisEvents(url: string, prefix: string): Promise<string> {
  return withRedis(url, async (client) => {
    const keys = (await client.keys(`${prefix}:*`)).filter((key) => key.endsWith(':events'));
    return JSON.stringify(await Promise.all(keys.map((key) => client.xrange(key, '-', '+'))));
  });
}

async function redisEmpty(url: string, prefix: string): Promise<void> {
  await withRedis(url, async (client) => {
    const keys = await client.keys(`${prefix}:*`);
    if (keys.length > 0) await client.del(...keys);
  });
}

async function withRedis<T>(url: string, then: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null, connectTimeout: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await then(client);
  } finally {
    client.disconnect();
  }
}

let started: ChildProcess | undefined;

/** Ends the Redis that `redisDriver` had to start. */
export function stopRedis(): void {
  started?.kill();
}

async function answeringRedis(): Promise<string | undefined> {
  const url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379/15';
  if (await pongs(url)) return url;
  if (spawnSync(REDIS, ['--version']).status !== 0) return undefined;
  const port = await freePort();
  const options = ['--port', String(port), '--save', '', '--appendonly', 'no'];
  const server = spawn(REDIS, options, { stdio: 'ignore' });
  started = server;
  for (let tries = 0; tries < 50; tries += 1) {
    if (await pongs(`redis://127.0.0.1:${port}/15`)) return `redis://127.0.0.1:${port}/15`;
    await sleep(100);
  }
  return undefined;
}

function pongs(url: string): Promise<boolean> {
  return withRedis(url, (client) => client.ping()).then(
    () => true,
    () => false,
  );
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
