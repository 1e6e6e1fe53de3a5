/** PostgreSQL as the server behind BullMQ, with one working process at a time. */
import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { Client, Pool } from 'pg';
import type { Job } from '../src/ports/queue.ts';
import { type Answer, untilOpen } from './patience.ts';
import type { PostgresPlace } from './queue-url.ts';
import type { Server } from './server.ts';
import { type QueueSettings, sentence } from './settings.ts';
import { Turn } from './turn.ts';

/** How long a connection or a producer's query may take, in milliseconds. */
const CONNECT = 5_000;
const QUERY = 10_000;

export async function postgres(place: PostgresPlace, settings: QueueSettings): Promise<Server> {
  const schema = `${settings.prefix ?? 'soundings'}_queue`;
  await untilOpen(place.shown, () => migrate(place, schema), settings);
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = {
    connectionString: place.url,
    schema,
    connectionTimeoutMillis: CONNECT,
    keepAlive: true,
  };
  // A question that hangs must not keep the next one from finding out.
  const pool = new Pool({ ...connection, max: 2, query_timeout: QUERY });
  pool.on('error', () => {});
  const turn = new Turn(connection, schema, place.shown, settings.tell ?? (() => {}));
  return {
    shown: place.shown,
    line: (name, options) =>
      new Queue<Job, void>(name, {
        ...options,
        connection: { ...connection, max: 2, query_timeout: QUERY },
      }),
    worker: (name, run, options) =>
      new Worker<Job, void>(name, run, {
        ...options,
        autorun: false,
        connection: { ...connection, max: 5 },
      }),
    async forget() {
      // In place of a delete, which leaves the rows in the file for a while.
      await pool.query(`truncate "${schema}".event`);
    },
    ping: () => pool.query('select 1'),
    onError: (heard) => pool.on('error', heard),
    turn: (start, stop) => turn.take(start, stop),
    async close() {
      await turn.close();
      await pool.end();
    },
  };
}

/** Tries the door once, and brings BullMQ's tables up to date. */
async function migrate(place: PostgresPlace, schema: string): Promise<Answer> {
  let client: Client | undefined;
  try {
    client = new Client({ connectionString: place.url, connectionTimeoutMillis: CONNECT });
    client.on('error', () => {});
    await client.connect();
    await runMigrations(client, schema);
    return 'open';
  } catch (error) {
    return verdict(error as Error & { code?: string });
  } finally {
    await client?.end().catch(() => {});
  }
}

/** SQLSTATE -> what to do about it. */
const VERDICTS: Readonly<Record<string, string>> = {
  '28P01':
    'it refuses the user name or the password. Correct them in QUEUE_URL; special characters must be percent-encoded.',
  '28000':
    'it refuses this user from this machine. Correct the user in QUEUE_URL, or pg_hba.conf on the server.',
  '3D000': 'it has no such database. Create it, or correct the name at the end of QUEUE_URL.',
  '42501':
    'the user may not create the tables of the queue. Grant CREATE on the database to the user.',
};

function verdict(error: Error & { code?: string }): Answer {
  const { code = '', name } = error;
  const words = sentence(error);
  if (code in VERDICTS) return { refused: VERDICTS[code] ?? '' };
  if (words.startsWith('SASL')) return { refused: VERDICTS['28P01'] ?? '' };
  if (/SSL connections|certificate/i.test(words)) {
    return { refused: `${words}. Correct sslmode in QUEUE_URL.` };
  }
  if (name === 'UnsupportedPostgresVersionError') {
    return { refused: 'this PostgreSQL is too old. Use 13 or newer.' };
  }
  if (name === 'SchemaVersionMismatchError') {
    return { refused: 'its tables were made by a newer Soundings. Install that version or newer.' };
  }
  if (words === 'Connection terminated unexpectedly') {
    return { silent: 'it closes the connection; is it PostgreSQL?' };
  }
  if (isAway(code) || words === 'timeout expired') return { silent: words };
  return { refused: `it answers "${words}". Correct QUEUE_URL, or the server.` };
}

/** Connection errors of the system, and of a server that starts, stops or is full. */
function isAway(code: string): boolean {
  return /^(E[A-Z_]+|08...|57P..|53300)$/.test(code);
}
