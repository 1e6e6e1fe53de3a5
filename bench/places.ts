/** Where the figures are taken: folders of their own, and the servers of this machine, left as they were found. */
import { mkdirSync, rmSync } from 'node:fs';
import { Redis } from 'ioredis';
import pg from 'pg';

const { REDIS_URL = 'redis://127.0.0.1:6379', DATABASE_URL = '' } = process.env;
const POSTGRES_URL = /^postgres/.test(DATABASE_URL)
  ? DATABASE_URL
  : 'postgres://postgres@127.0.0.1:5432/test';
/** Keys and schemas of this process, on servers that others use too. */
export const OWN = `bench_${process.pid}`;

/** An empty folder. */
export function folder(name: string): string {
  const path = `.scratch/bench/${name}`;
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** Lends a Redis and removes the keys that were made there; undefined where none answers. */
export async function withRedis<T>(use: (url: string) => Promise<T>): Promise<T | undefined> {
  const client = new Redis(REDIS_URL, { lazyConnect: true, retryStrategy: null });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch {
    return undefined;
  }
  try {
    return await use(REDIS_URL);
  } finally {
    const keys = await client.keys(`${OWN}*`);
    if (keys.length > 0) await client.unlink(...keys);
    client.disconnect();
  }
}

/** Lends a schema of a PostgreSQL and drops it; undefined where none answers. The URL leads into the schema. */
export async function withPostgres<T>(use: (url: string) => Promise<T>): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: POSTGRES_URL, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch {
    return undefined;
  }
  const url = new URL(POSTGRES_URL);
  url.searchParams.set('options', `-c search_path=${OWN}`);
  try {
    await client.query(`create schema ${OWN}`);
    return await use(url.href);
  } finally {
    await client.query(`drop schema if exists ${OWN} cascade`);
    await client.end();
  }
}
