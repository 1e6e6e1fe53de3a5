/** A Redis of a test's own, where the program is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../support/postgres.ts';

const PROGRAM = 'redis-server';

export interface OwnRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** Undefined where none can be started. */
export async function ownRedis(): Promise<OwnRedis | undefined> {
  if (spawnSync(PROGRAM, ['--version']).status !== 0) return undefined;
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
  const server = spawn(PROGRAM, [...options, '--appendonly', 'no'], { stdio: 'ignore' });
  const ended = once(server, 'close');
  const url = `redis://127.0.0.1:${port}/0`;
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(url)) break;
    await sleep(50);
  }
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
  };
  return { url, stop };
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
