/** A queue on a Redis that answers, and everything that lies in it. */
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { openQueue } from '../scheduler/open-queue.ts';
import type { Queue } from '../src/ports/queue.ts';
import type { Store } from '../src/ports/store.ts';

/** A server that a firm uses, and what its operator, or a thief, finds there. */
export interface Spied {
  readonly queue: Queue;
  /** Absent: SQLite. */
  readonly store?: Store;
  /** Everything that lies there: keys, values, rows, files. */
  kept(): Promise<Buffer>;
  /** What the queue still knows of when its jobs began and ended, oldest first. */
  events(): Promise<Event[]>;
  clear(): Promise<void>;
}

export interface Event {
  /** The queue's own name for it, with the id of a delivery in it. */
  readonly job: string;
  /** Such as `active` or `completed`. */
  readonly event: string;
  /** In milliseconds, by the wall clock. */
  readonly at: number;
}

/** Undefined where no Redis answers. */
export async function spyQueue(url: string): Promise<Spied | undefined> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null, connectTimeout: 1_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.ping();
  } catch {
    client.disconnect();
    return undefined;
  }
  const prefix = `redteam-${randomUUID()}`;
  const keys = async () => (await client.keys('*')).filter((key) => key.includes(prefix));
  return {
    queue: await openQueue(url, { prefix, attempts: 1 }),
    async kept() {
      const values = (await keys()).map(async (key) => [key, await keptUnder(client, key)]);
      return Buffer.from(JSON.stringify(await Promise.all(values)));
    },
    async events() {
      const streams = (await keys()).filter((key) => key.endsWith(':events'));
      const entries = (
        await Promise.all(streams.map((key) => client.xrange(key, '-', '+')))
      ).flat();
      return entries.map(([id, fields]) => {
        const field = (name: string) => fields[fields.indexOf(name) + 1] ?? '';
        return { job: field('jobId'), event: field('event'), at: Number.parseInt(id, 10) };
      });
    },
    async clear() {
      const left = await keys();
      if (left.length > 0) await client.del(...left);
      client.disconnect();
    },
  };
}

async function keptUnder(client: Redis, key: string): Promise<unknown> {
  switch (await client.type(key)) {
    case 'hash':
      return client.hgetall(key);
    case 'list':
      return client.lrange(key, 0, -1);
    case 'zset':
      return client.zrange(key, '0', '-1');
    case 'stream':
      return client.xrange(key, '-', '+');
    case 'set':
      return client.smembers(key);
    default:
      return client.get(key);
  }
}
