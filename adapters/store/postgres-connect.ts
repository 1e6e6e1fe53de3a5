/** Connections to PostgreSQL: where they go, how long they may be silent, and what happens when they are lost. */
import { Socket } from 'node:net';
import pg from 'pg';

/** Where DATABASE_URL leads, after pg's own defaults. */
export interface Target {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** `host:port/database`: what may be printed. */
  readonly place: string;
  /** As they might turn up in an error text; never printed. */
  readonly secrets: readonly string[];
}

/** Work on a connection of its own, without time limits. */
export type Lone = <T>(use: (client: pg.ClientBase) => Promise<T>) => Promise<T>;

const CONNECT_MS = 10_000;
/** The server ends a statement of ours after this. */
const STATEMENT_MS = 30_000;
/** A socket that should have heard from the server by now is dead, whatever TCP believes. */
const SILENCE_MS = 45_000;
const IDLE_MS = 30_000;

/** Numbers up to 2^53 as numbers: our bigints are times and counts. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

export function targetOf(url: string): Target {
  try {
    const { host, port, database, password } = new pg.Client({ connectionString: url });
    const raw = /^[^:]+:\/\/[^:@/]*:(.*)@/.exec(url)?.[1];
    const secrets = [password, raw].filter((each): each is string => !!each);
    return { url, host, port, place: `${host}:${port}/${database}`, secrets };
  } catch (error) {
    // The error may carry the URL, and so the password: it goes no further.
    const missing = (error as { code?: unknown }).code === 'ENOENT';
    throw new Error(
      missing
        ? 'DATABASE_URL: a certificate or key file that it names can’t be read.'
        : 'DATABASE_URL: it is no URL; write postgres://user:password@host:5432/database, with special characters of the password percent-encoded.',
    );
  }
}

/** A pool that outlives the loss of its server: what is under way is rejected, what comes later connects anew. */
export function openPool(target: Target, tell: (line: string) => void): pg.Pool {
  let lost = false;
  const pool = new pg.Pool({
    ...config(target, SILENCE_MS),
    max: 10,
    idleTimeoutMillis: IDLE_MS,
    onConnect: prepare,
  });
  const losing = () => {
    if (!lost) tell(`DATABASE_URL (${target.place}): the connection is lost; trying again.`);
    lost = true;
  };
  pool.on('error', losing);
  pool.on('connect', (client) => {
    // A client that is lent out reports its loss itself; unheard, that would end the process.
    client.on('error', losing);
    if (lost) tell(`DATABASE_URL (${target.place}): the connection is back.`);
    lost = false;
  });
  return pool;
}

/** Connects, lends the connection, and ends it. */
export async function alone<T>(
  target: Target,
  use: (client: pg.Client) => Promise<T>,
  connectMs = CONNECT_MS,
): Promise<T> {
  let socket: Socket | undefined;
  const stream = () => {
    socket = new Socket();
    return socket;
  };
  const client = new pg.Client({
    ...config(target, 0),
    connectionTimeoutMillis: connectMs,
    stream,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const result = await use(client);
    await client.end();
    return result;
  } finally {
    socket?.destroy();
  }
}

function config({ url }: Target, silence: number): pg.ClientConfig {
  return {
    connectionString: url,
    fallback_application_name: 'soundings',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    types,
    stream: () => {
      const socket = new Socket();
      socket.setTimeout(silence, () => socket.destroy(new Error('The database does not reply.')));
      return socket;
    },
  };
}

/**
 * Every query of ours goes by a key or wants a whole table: plans are made once, and must not turn to scans because a
 * table was empty when they were made. Set here rather than at start-up: poolers refuse parameters they don't know.
 */
async function prepare(client: pg.ClientBase): Promise<void> {
  await client.query(
    `select set_config('statement_timeout', '${STATEMENT_MS}', false),
            set_config('idle_in_transaction_session_timeout', '${STATEMENT_MS}', false),
            set_config('default_transaction_isolation', 'read committed', false),
            set_config('plan_cache_mode', 'force_generic_plan', false),
            set_config('enable_seqscan', 'off', false),
            set_config('jit', 'off', false),
            set_config('synchronous_commit', case current_setting('synchronous_commit')
              when 'off' then 'on' else current_setting('synchronous_commit') end, false)`,
  );
}
