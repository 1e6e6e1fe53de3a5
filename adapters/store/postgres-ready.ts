/** Waits until PostgreSQL answers, and checks that it is one we can work with. */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { alone, type Target } from './postgres-connect.ts';
import { faultOf, Unfit } from './postgres-fault.ts';

const OLDEST = 13;
const RETRY_MS = 500;
const TELL_MS = 5000;

/**
 * Returns once the server can be used and `prepare` has run. Waits at most `patience` milliseconds for what may pass by
 * itself, such as a server that restarts in the middle of it.
 */
export async function ready(
  target: Target,
  tell: (line: string) => void,
  patience: number,
  prepare: () => Promise<void>,
): Promise<void> {
  const until = performance.now() + patience;
  let told = Number.NEGATIVE_INFINITY;
  for (;;) {
    try {
      const left = Math.max(until - performance.now(), RETRY_MS);
      await alone(target, (client) => check(client, target, tell), Math.min(left, 5000));
      return await prepare();
    } catch (problem) {
      const { error, passing } = await faultOf(problem, target);
      const now = performance.now();
      if (!passing || now >= until) throw error;
      if (now - told >= TELL_MS) {
        told = now;
        tell(`${error.message} Waiting for it, ${Math.ceil((until - now) / 1000)} s at most.`);
      }
      await pause(Math.min(RETRY_MS, until - now));
    }
  }
}

interface Setting {
  readonly version: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly schema: string | null;
  readonly standby: boolean;
}

async function check(
  client: pg.ClientBase,
  { place }: Target,
  tell: (line: string) => void,
): Promise<void> {
  const { rows } = await client.query<Setting>(
    `select current_setting('server_version_num') as version,
            current_setting('server_encoding') as encoding,
            current_setting('fsync') as fsync,
            current_schema() as schema,
            pg_is_in_recovery() as standby`,
  );
  const [found] = rows;
  const problem = found && unfit(found);
  if (problem) throw new Unfit(problem);
  if (found?.fsync === 'off') {
    tell(
      `DATABASE_URL (${place}): the server runs with fsync = off: a power cut can lose sealed answers. Set it to on.`,
    );
  }
}

function unfit({ version, encoding, schema, standby }: Setting): string | undefined {
  const major = Math.floor(Number(version) / 10_000);
  if (major < OLDEST) {
    return `it is PostgreSQL ${major}; Soundings needs ${OLDEST} or newer. Upgrade the server.`;
  }
  if (standby) return 'it is a read-only standby; name the primary server.';
  if (encoding !== 'UTF8') {
    return `its encoding is ${encoding}; create the database with ENCODING 'UTF8'.`;
  }
  if (schema === null) {
    return 'no schema of its search_path exists or may be used; create one or grant USAGE on it.';
  }
  return undefined;
}
