/** Redis, Valkey or Redis Sentinel as the server behind BullMQ. */
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Job } from '../src/ports/queue.ts';
import { type Answer, untilOpen } from './patience.ts';
import type { RedisPlace } from './queue-url.ts';
import { LINES, type Server } from './server.ts';
import { type QueueSettings, sentence } from './settings.ts';

/** How long a connection or a producer's command may take, in milliseconds. */
const CONNECT = 5_000;
const COMMAND = 10_000;

export async function redis(place: RedisPlace, settings: QueueSettings): Promise<Server> {
  await untilOpen(place.shown, () => knock(place), settings);
  const prefix = settings.prefix ?? 'soundings';
  // Producers fail fast: nothing is queued up in memory for a server that is away.
  const client = new Redis({
    ...connection(place),
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND,
  });
  client.on('error', () => {});
  await client.connect();
  // Workers wait for as long as it takes: BullMQ opens their connections itself, and never gives up.
  const patient = { ...connection(place), maxRetriesPerRequest: null };
  return {
    shown: place.shown,
    line: (name, options) => new Queue<Job, void>(name, { ...options, prefix, connection: client }),
    worker: (name, run, options) =>
      new Worker<Job, void>(name, run, { ...options, prefix, connection: patient }),
    async forget() {
      await client.del(LINES.map((name) => `${prefix}:${name}:events`));
    },
    ping: () => client.ping(),
    onError: (heard) => client.on('error', heard),
    async close() {
      client.disconnect();
    },
  };
}

function connection(place: RedisPlace) {
  const { hosts, master, tls, username, password, sentinelPassword, db } = place;
  const [first] = hosts;
  return {
    ...(master === undefined
      ? { ...first }
      : {
          sentinels: [...hosts],
          name: master,
          enableTLSForSentinelMode: tls,
          ...(sentinelPassword !== undefined && { sentinelPassword }),
        }),
    ...(tls && { tls: {} }),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    db,
    connectTimeout: CONNECT,
    retryStrategy: (times: number) => Math.min(2_000, 100 * 2 ** times),
    // After a failover of Sentinel the old master answers READONLY: connect anew and ask again.
    reconnectOnError: (error: Error) =>
      error.message.startsWith('READONLY') ? (2 as const) : false,
  };
}

/** Tries the door once, with a connection of its own. */
async function knock(place: RedisPlace): Promise<Answer> {
  const client = new Redis({
    ...connection({ ...place, db: 0 }),
    lazyConnect: true,
    retryStrategy: null,
    sentinelRetryStrategy: () => null,
    maxRetriesPerRequest: 0,
    commandTimeout: CONNECT,
    enableReadyCheck: false,
  });
  let heard: Error | undefined;
  client.on('error', (error: Error) => {
    heard ??= error;
  });
  try {
    await client.connect();
    if (place.db > 0) await client.select(place.db);
    return verdictOfInfo(await client.info());
  } catch (error) {
    return verdict(heard ?? (error as Error));
  } finally {
    client.disconnect();
  }
}

function verdictOfInfo(info: string): Answer {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  if (field('loading') === '1') return { silent: 'it is still loading its data' };
  if (field('redis_mode') === 'cluster') {
    return { refused: 'Redis Cluster cannot hold the queue. Use one Redis, or Redis Sentinel.' };
  }
  const [major = 0, minor = 0] = (field('redis_version') ?? '').split('.').map(Number);
  if (!field('valkey_version') && (major < 6 || (major === 6 && minor < 2))) {
    return { refused: `Redis ${field('redis_version')} is too old. Use 6.2 or newer.` };
  }
  return 'open';
}

/** What the servers say, and what to do about it. The words of a server never hold the password. */
const VERDICTS: readonly (readonly [RegExp, string])[] = [
  [
    /^(WRONGPASS|NOAUTH|ERR AUTH|ERR invalid password)/,
    'it refuses the user name or the password. Correct them in QUEUE_URL; special characters must be percent-encoded.',
  ],
  [/^NOPERM/, 'the user may not use it. Give the user the right to all commands and keys.'],
  [/No such master/, 'the Sentinels know no master of that name. Correct it in QUEUE_URL.'],
  [/DB index/, 'it has no such database. Take a lower number at the end of QUEUE_URL.'],
  [
    /RESP type|Protocol error/,
    'something answers there that is not Redis. Correct host and port in QUEUE_URL.',
  ],
  [
    /certificate|self.signed|altnames/i,
    'its certificate is not trusted. Name its authority in NODE_EXTRA_CA_CERTS.',
  ],
  [
    /SSL routines|wrong version number/,
    'it does not speak TLS. Write redis:// in place of rediss://.',
  ],
];

function verdict(error: Error): Answer {
  const words = sentence(error);
  const refused = VERDICTS.find(([said]) => said.test(words))?.[1];
  if (refused !== undefined) return { refused };
  return { silent: words === 'Connection is closed.' ? 'it closes the connection' : words };
}
