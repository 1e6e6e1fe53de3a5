/** A queue on a Redis that answers, and everything that lies in it. */
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { openQueue } from '../scheduler/open-queue.ts';
import type { Queue } from '../src/ports/queue.ts';

export interface Spied {
  readonly queue: Queue;
  /** Keys and values of all kinds. */
  kept(): Promise<string>;
  clear(): Promise<void>;
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
      return JSON.stringify(await Promise.all(values));
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
