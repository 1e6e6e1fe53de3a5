/** The facts that an audit needs of the tables, read in one transaction, in both databases alike. */
import { type Kysely, sql } from 'kysely';
import type {
  EnvelopeFacts,
  Inspection,
  KeptFacts,
  LeaverMarks,
  MessageFacts,
  RoundFacts,
  RoundTable,
  StoreFacts,
} from '../../src/ports/inspection.ts';
import { auditStore } from './audit.ts';
import { campaignStore } from './campaigns.ts';
import { orgStore } from './org.ts';
import { resultStore } from './results.ts';
import { roundStore } from './rounds.ts';
import { migrations, type Tables } from './schema.ts';

/** What each database tells in its own way. */
export interface SchemaFacts extends Pick<StoreFacts, 'found' | 'extras'> {
  /** Names of the migrations that were applied, in order. */
  readonly applied: readonly string[];
}

type Known = StoreFacts['known'];
type Shared = Omit<Inspection, 'storage'>;

/** `schema` reads within the transaction that it is given. */
export function inspectRows(
  db: Kysely<Tables>,
  known: Known,
  schema: (tx: Kysely<Tables>) => Promise<SchemaFacts>,
): Shared {
  const facts = async (tx: Kysely<Tables>): Promise<StoreFacts> => {
    const { applied, ...tables } = await schema(tx);
    checkVersion(applied);
    return { known, ...tables, ...(await rowFacts(tx, known)) };
  };
  return {
    facts: () =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(facts),
    async digests(round) {
      const rows = await db
        .selectFrom('digest')
        .select('content')
        .where('round', '=', round)
        .execute();
      return rows.map(({ content }) => JSON.parse(content));
    },
    rounds: roundStore(db),
    results: resultStore(db, () => Promise.reject(new Error('An audit cleans nothing.'))),
    org: orgStore(db),
    campaigns: campaignStore(db),
    audit: auditStore(db),
    close: () => db.destroy(),
  };
}

function checkVersion(applied: readonly string[]): void {
  const ours = Object.keys(migrations('sqlite'));
  if (applied.join() === ours.join()) return;
  const newer = applied.some((each) => !ours.includes(each));
  throw new Error(
    newer
      ? 'The database was written by a newer Soundings: run the audit of that version.'
      : 'The database is of an older Soundings, or empty: start this version once, then audit again.',
  );
}

async function rowFacts(
  tx: Kysely<Tables>,
  known: Known,
): Promise<Omit<StoreFacts, 'known' | 'found' | 'extras'>> {
  const end = await tx
    .selectFrom('audit_end')
    .select(['entries', 'hash'])
    .where('id', '=', 1)
    .executeTakeFirst();
  return {
    rounds: await roundFacts(tx),
    rows: await rowsByRound(tx),
    sizes: await sizes(tx, known),
    envelopes: await envelopeFacts(tx),
    uninvited: await uninvited(tx),
    messages: await messageFacts(tx),
    leavers: await leaverMarks(tx),
    kept: [
      ...(await kept(tx, 'exit_draft', 'draft')),
      ...(await kept(tx, 'exit_record', 'record')),
    ],
    ...(end && { auditEnd: end }),
  };
}

async function roundFacts(tx: Kysely<Tables>): Promise<RoundFacts[]> {
  const rows = await tx
    .selectFrom('round')
    .select(['id', 'campaign', 'state', 'floor', 'public_key', 'questions'])
    .orderBy('opens_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ public_key, questions, ...round }) => ({
    ...round,
    publicKey: new Uint8Array(public_key),
    questions: JSON.parse(questions).map(({ id }: { id: string }) => id),
  }));
}

async function rowsByRound(tx: Kysely<Tables>): Promise<StoreFacts['rows']> {
  const tables = ['envelope', 'pool', 'comment', 'carried', 'digest', 'ledger'] as const;
  const rows = new Map<RoundTable, ReadonlyMap<string, number>>();
  for (const table of tables) {
    rows.set(
      table,
      await counted(tx, sql`select round, count(*) as n from ${sql.table(table)} group by round`),
    );
  }
  const deliveries = (kind: string) =>
    counted(tx, sql`select round, count(*) as n from delivery where kind = ${kind} group by round`);
  rows.set('question', await deliveries('question'));
  rows.set('digest delivery', await deliveries('digest'));
  return rows;
}

async function counted(
  tx: Kysely<Tables>,
  query: ReturnType<typeof sql>,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = (await query.execute(tx)) as { rows: { round: string; n: number }[] };
  return new Map(rows.map(({ round, n }) => [round, Number(n)]));
}

async function sizes(tx: Kysely<Tables>, known: Known): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const table of known.keys()) {
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from ${sql.table(table)}`.execute(tx);
    found.set(table, Number(rows[0]?.n ?? 0));
  }
  return found;
}

async function envelopeFacts(tx: Kysely<Tables>): Promise<EnvelopeFacts[]> {
  const { rows } = await sql<EnvelopeFacts>`
    select round, question, count(distinct length(sealed)) as lengths from envelope
      group by round, question`.execute(tx);
  return rows.map((row) => ({ ...row, lengths: Number(row.lengths) }));
}

function uninvited(tx: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  return counted(
    tx,
    sql`select e.round, count(*) as n from envelope e
      where not exists (select 1 from delivery d
        where d.round = e.round and d.person = e.person and d.kind = 'question')
      group by e.round`,
  );
}

async function messageFacts(tx: Kysely<Tables>): Promise<MessageFacts[]> {
  const { rows } = await sql<MessageFacts>`
    select round, count(*) as messages, count(distinct person) as people,
           count(distinct body) as different
      from message where kind = 'question' group by round`.execute(tx);
  return rows.map(({ round, messages, people, different }) => ({
    round,
    messages: Number(messages),
    people: Number(people),
    different: Number(different),
  }));
}

async function leaverMarks(tx: Kysely<Tables>): Promise<LeaverMarks[]> {
  const rows = await tx
    .selectFrom('leaver')
    .select(['id', 'state', 'access', 'door', 'later', 'round', 'later_round'])
    .execute();
  return rows.map(({ id, state, access, door, later, round, later_round }) => ({
    id,
    state,
    ...(access !== null && { access }),
    ...(door !== null && { door }),
    ...(later !== null && { later }),
    ...(round !== null && { round }),
    ...(later_round !== null && { laterRound: later_round }),
  }));
}

async function kept(
  tx: Kysely<Tables>,
  table: 'exit_draft' | 'exit_record',
  what: KeptFacts['what'],
): Promise<KeptFacts[]> {
  const rows = await tx.selectFrom(table).select(['leaver', 'wave']).execute();
  return rows.map((row) => ({ what, ...row }));
}
