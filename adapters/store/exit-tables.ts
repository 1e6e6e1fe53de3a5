/** The tables behind exit interviews: who leaves, what they gave, what a release left for the next, and the audit log. */
import { type Kysely, sql } from 'kysely';
import type { Access, Interview, Leaver, LeavingKind, Wave } from '../../src/exit/leaver.ts';

export interface ExitTables {
  leaver: {
    id: string;
    person: string;
    name: string;
    unit: string;
    start_date: string | null;
    locale: string | null;
    timezone: string | null;
    announced_at: number;
    last_day: string;
    kind: LeavingKind | null;
    regretted: number | null;
    job_family: string | null;
    state: Leaver['state'];
    access: Access | null;
    door: Interview | null;
    later: Interview | null;
    round: string | null;
    later_round: string | null;
  };
  /** Sealed for whoever holds the leaver's key, as are records. */
  exit_draft: { leaver: string; wave: Wave; sealed: Uint8Array };
  exit_record: { leaver: string; wave: Wave; sealed: Uint8Array };
  /** What no pool of release `source` could take, sealed for release `round`. */
  carried: { round: string; source: string; sealed: Uint8Array };
  audit: { position: number; at: number; who: string; did: string; target: string; hash: string };
  /** One row: where the log ends, so that it can't be cut short unseen. */
  audit_end: { id: number; entries: number; hash: string };
}

type Fragment = ReturnType<typeof sql>;

/** Without row ids, as in the box: nothing keeps the order in which interviews came in. */
export async function exitTables(
  db: Kysely<unknown>,
  blob: Fragment,
  keyOnly: Fragment,
): Promise<void> {
  await leavers(db, keyOnly);
  for (const table of ['exit_draft', 'exit_record']) {
    await db.schema
      .createTable(table)
      .addColumn('leaver', 'text', (c) => c.notNull())
      .addColumn('wave', 'text', (c) => c.notNull())
      .addColumn('sealed', blob, (c) => c.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['leaver', 'wave'])
      .modifyEnd(keyOnly)
      .execute();
  }
  await db.schema
    .createTable('carried')
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('sealed', blob, (c) => c.notNull())
    .addPrimaryKeyConstraint('carried_key', ['round', 'source'])
    .modifyEnd(keyOnly)
    .execute();
  await audit(db);
  await jobFamilies(db, keyOnly);
}

async function leavers(db: Kysely<unknown>, keyOnly: Fragment): Promise<void> {
  await db.schema
    .createTable('leaver')
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('start_date', 'text')
    .addColumn('locale', 'text')
    .addColumn('timezone', 'text')
    .addColumn('announced_at', 'bigint', (c) => c.notNull())
    .addColumn('last_day', 'text', (c) => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('regretted', 'integer')
    .addColumn('job_family', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('access', 'text')
    .addColumn('door', 'text')
    .addColumn('later', 'text')
    .addColumn('round', 'text')
    .addColumn('later_round', 'text')
    .addPrimaryKeyConstraint('leaver_key', ['id'])
    .modifyEnd(keyOnly)
    .execute();
  await sql`create unique index leaver_announced on leaver (person) where state = 'announced'`.execute(
    db,
  );
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(name).on('leaver').columns(columns).execute();
  await index('leaver_person', ['person']);
  await index('leaver_state', ['state', 'last_day']);
  await index('leaver_round', ['round']);
  await index('leaver_later_round', ['later_round']);
}

async function audit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('position', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('did', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('audit_end')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('entries', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
}

/** A pool is of a job family too, and so is its key: SQLite changes no key, so the table is made again. */
async function jobFamilies(db: Kysely<unknown>, keyOnly: Fragment): Promise<void> {
  await db.schema.alterTable('delivery').addColumn('job_family', 'text').execute();
  await sql`create table pool_before as select * from pool`.execute(db);
  await db.schema.dropTable('pool').execute();
  await db.schema
    .createTable('pool')
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('job_family', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('tally', 'text', (c) => c.notNull())
    .addColumn('sources', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('pool_key', ['round', 'question', 'unit', 'job_family'])
    .modifyEnd(keyOnly)
    .execute();
  await sql`insert into pool (round, question, unit, job_family, n, tally, sources)
    select round, question, unit, '', n, tally, sources from pool_before`.execute(db);
  await db.schema.dropTable('pool_before').execute();
}
