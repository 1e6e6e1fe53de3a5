/** After a burn: rewrites the tables of which rows were deleted, so that their files hold what is alive and no more. */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/**
 * Each with the key in whose order it is rewritten. The order of arrival goes with the old file: a message that was
 * replaced when its person answered would else lie behind those of people who did not.
 */
const REWRITTEN = {
  envelope: 'envelope_key',
  delivery: 'delivery_pkey',
  message: 'message_pkey',
  comment: 'comment_key',
  pool: 'pool_key',
  leaver: 'leaver_key',
  exit_draft: 'exit_draft_key',
  exit_record: 'exit_record_key',
  carried: 'carried_key',
} as const;
type Table = keyof typeof REWRITTEN;

/** Who waits for a table's lock holds up those who come after: ballots of other rounds. So we ask briefly and again. */
const LOCK_TIMEOUT = '2s';
const PATIENCE_MS = 30_000;

/**
 * Resolves when no file holds a deleted row; ballots of other rounds wait for the moment of a rewrite. Throws an Error
 * that names the hindrance if other transactions keep deleted rows alive; the caller comes back.
 */
export async function clean(client: pg.ClientBase, patience = PATIENCE_MS): Promise<void> {
  const until = performance.now() + patience;
  for (const table of Object.keys(REWRITTEN) as Table[]) await cleanTable(client, table, until);
}

async function cleanTable(client: pg.ClientBase, table: Table, until: number): Promise<void> {
  for (let wait = 20; ; wait = Math.min(wait * 2, 2000)) {
    if ((await rewrite(client, table)) === 'clean') return;
    if (performance.now() + wait > until) {
      throw new Error(
        `Postgres can't remove the deleted rows of table "${table}" yet, as ${await holder(client)} ` +
          'may still read them. End it, or wait: this is tried again by itself.',
      );
    }
    await pause(wait + randomInt(20));
  }
}

/**
 * CLUSTER leaves out dead rows unless an older transaction may still see them, says how many those were, and unlike
 * a TRUNCATE with copying back takes no living row from such a transaction (a dump, say). An empty table has none.
 */
async function rewrite(client: pg.ClientBase, table: Table): Promise<'clean' | 'held'> {
  let held = false;
  const hear = ({ detail }: { detail?: string | undefined }) => {
    held ||= Number(/\d+/.exec(detail ?? '')?.[0] ?? 0) > 0;
  };
  client.on('notice', hear);
  try {
    await client.query('begin isolation level read committed');
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query(`lock table ${table} in access exclusive mode`);
    const { rows } = await client.query(`select 1 from ${table} limit 1`);
    await client.query(
      rows.length > 0 ? `cluster verbose ${table} using ${REWRITTEN[table]}` : `truncate ${table}`,
    );
    await client.query('commit');
    return held ? 'held' : 'clean';
  } catch (error) {
    await client.query('rollback');
    if (isBusy(error)) return 'held';
    throw error;
  } finally {
    client.off('notice', hear);
  }
}

function isBusy(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === '55P03' || code === '40P01';
}

/** Who holds the oldest snapshot, as far as we may see. */
async function holder(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ who: string }>(
    `select format('process %s (%s, %s since %s)', pid, coalesce(nullif(application_name, ''), usename, 'unknown'),
              coalesce(state, 'state unknown'), coalesce(xact_start, backend_start)) as who
       from pg_stat_activity
      where pid <> pg_backend_pid() and (datname = current_database() or backend_type = 'walsender')
        and (backend_xmin is not null or xact_start is not null)
      union all
     select format('prepared transaction %s', gid) from pg_prepared_xacts
      union all
     select format('replication slot %s', slot_name) from pg_replication_slots where xmin is not null
      limit 1`,
  );
  return rows[0]?.who ?? 'an older transaction, a replica or a replication slot';
}
