/** The tables, as types and as migrations: one schema for SQLite and Postgres. Times are epoch milliseconds. */
import { type Kysely, type Migration, sql } from 'kysely';
import type { RoundState } from '../../src/campaign/round.ts';
import type { DeliveryKind, DeliveryState } from '../../src/delivery/delivery.ts';
import type { Platform } from '../../src/org/account.ts';
import { type ChatTables, chatTables } from './chat-tables.ts';
import { type ExitTables, exitTables } from './exit-tables.ts';
import { type NoteTables, noteTables } from './note-tables.ts';
import { type SignInTables, signInTables } from './sign-in-tables.ts';

export interface Tables extends ChatTables, ExitTables, NoteTables, SignInTables {
  unit: { id: string; name: string; parent: string | null; manager: string | null };
  person: {
    id: string;
    name: string;
    email: string | null;
    unit: string;
    timezone: string | null;
    locale: string | null;
    country: string | null;
    start_date: string | null;
  };
  /** Who was a member of which unit, and when; `until` null: still. */
  membership: { person: string; unit: string; since: number; until: number | null };
  preference: {
    person: string;
    paused_until: number | null;
    stopped: number;
    locale: string | null;
    ask_at: string | null;
    /** JSON. */
    quiet: string | null;
    platform: Platform | null;
  };
  round: {
    id: string;
    campaign: string;
    number: number;
    state: RoundState;
    opens_at: number;
    closes_at: number;
    timezone: string;
    floor: number;
    /** JSON. */
    questions: string;
    units: string;
    public_key: Uint8Array;
    ballots: number | null;
    uncounted: number | null;
  };
  delivery: {
    id: string;
    round: string;
    person: string;
    unit: string;
    kind: DeliveryKind;
    /** When the next message is due; null: none is. */
    send_at: number | null;
    state: DeliveryState;
    lease_until: number;
    /** Tries of the message that is due. */
    attempts: number;
    /** Messages sent so far; all but the first are reminders. */
    messages: number;
    address: string | null;
    job_family: string | null;
  };
  /** That a person was written to about a campaign; says nothing about answering, as everyone asked has the same. */
  contact: { person: string; campaign: string; at: number; reminder: number };
  /** The ballot box. Without row ids: nothing in it keeps the order of arrival. */
  envelope: { round: string; person: string; question: string; sealed: Uint8Array };
  pool: {
    round: string;
    question: string;
    unit: string;
    /** Empty: of none. */
    job_family: string;
    n: number;
    /** JSON. */
    tally: string;
    sources: string;
  };
  /** Released comments; the key is random and the only order there is. */
  comment: {
    id: Uint8Array;
    round: string;
    question: string;
    unit: string;
    hr: number;
    text: string;
  };
  /** JSON. */
  digest: { round: string; reader: string; content: string };
  ledger: { round: string; position: number; entry: string };
  /** Messages of the local web chat. */
  message: {
    id: string;
    person: string;
    round: string;
    kind: DeliveryKind;
    sent_at: number;
    body: string;
  };
}

/** In order, oldest first; an installation applies those that it has not seen. Never edit one that was released. */
export function migrations(dialect: 'sqlite' | 'postgres'): Readonly<Record<string, Migration>> {
  const blob = dialect === 'sqlite' ? sql`blob` : sql`bytea`;
  const keyOnly = dialect === 'sqlite' ? sql`without rowid` : sql``;
  return {
    '001-pulse': {
      async up(db) {
        await people(db);
        await rounds(db, blob);
        await box(db, blob, keyOnly);
        await results(db, blob, keyOnly);
        await messages(db);
      },
    },
    '002-chat': { up: (db) => chatTables(db, blob) },
    '003-exit': {
      up: (db) => (dialect === 'sqlite' ? whole(db, blob, keyOnly) : exitTables(db, blob, keyOnly)),
    },
    '004-notes': { up: noteTables },
    '005-sign-in': { up: (db) => signInTables(db, keyOnly) },
  };
}

type Fragment = ReturnType<typeof sql>;

/** Migrations of SQLite run outside of a transaction, and this one moves rows: all of it, or none; done, or done again. */
async function whole(db: Kysely<unknown>, blob: Fragment, keyOnly: Fragment): Promise<void> {
  const tables = await db.introspection.getTables();
  if (tables.some(({ name }) => name === 'leaver')) return;
  await db.transaction().execute((tx) => exitTables(tx, blob, keyOnly));
}

async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unit')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('parent', 'text')
    .addColumn('manager', 'text')
    .execute();
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text')
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('timezone', 'text')
    .addColumn('locale', 'text')
    .addColumn('country', 'text')
    .addColumn('start_date', 'text')
    .execute();
  await db.schema
    .createTable('membership')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addColumn('until', 'bigint')
    .execute();
  await db.schema.createIndex('membership_unit').on('membership').column('unit').execute();
  await db.schema.createIndex('membership_person').on('membership').column('person').execute();
  await db.schema
    .createTable('preference')
    .addColumn('person', 'text', (c) => c.primaryKey())
    .addColumn('paused_until', 'bigint')
    .addColumn('stopped', 'integer', (c) => c.notNull())
    .addColumn('locale', 'text')
    .addColumn('ask_at', 'text')
    .addColumn('quiet', 'text')
    .execute();
}

async function rounds(db: Kysely<unknown>, blob: Fragment): Promise<void> {
  await db.schema
    .createTable('round')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('campaign', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('opens_at', 'bigint', (c) => c.notNull())
    .addColumn('closes_at', 'bigint', (c) => c.notNull())
    .addColumn('timezone', 'text', (c) => c.notNull())
    .addColumn('floor', 'integer', (c) => c.notNull())
    .addColumn('questions', 'text', (c) => c.notNull())
    .addColumn('units', 'text', (c) => c.notNull())
    .addColumn('public_key', blob, (c) => c.notNull())
    .addColumn('ballots', 'integer')
    .addColumn('uncounted', 'integer')
    .addUniqueConstraint('round_number', ['campaign', 'number'])
    .execute();
  await db.schema
    .createTable('delivery')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('send_at', 'bigint')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('messages', 'integer', (c) => c.notNull())
    .addColumn('address', 'text')
    .addUniqueConstraint('delivery_once', ['round', 'person', 'kind'])
    .execute();
  await db.schema
    .createIndex('delivery_due')
    .on('delivery')
    .columns(['state', 'send_at'])
    .execute();
  await db.schema.createIndex('delivery_person').on('delivery').column('person').execute();
  await db.schema
    .createTable('contact')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('campaign', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('reminder', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('contact_person').on('contact').columns(['person', 'at']).execute();
}

/** Without row ids: nothing in the box keeps the order of arrival. */
async function box(db: Kysely<unknown>, blob: Fragment, keyOnly: Fragment): Promise<void> {
  await db.schema
    .createTable('envelope')
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('sealed', blob, (c) => c.notNull())
    .addPrimaryKeyConstraint('envelope_key', ['round', 'person', 'question'])
    .modifyEnd(keyOnly)
    .execute();
}

async function results(db: Kysely<unknown>, blob: Fragment, keyOnly: Fragment): Promise<void> {
  await db.schema
    .createTable('pool')
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('tally', 'text', (c) => c.notNull())
    .addColumn('sources', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('pool_key', ['round', 'question', 'unit'])
    .modifyEnd(keyOnly)
    .execute();
  await db.schema
    .createTable('comment')
    .addColumn('id', blob, (c) => c.notNull())
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('hr', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('comment_key', ['round', 'id'])
    .modifyEnd(keyOnly)
    .execute();
  await db.schema
    .createTable('digest')
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('reader', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('digest_key', ['round', 'reader'])
    .execute();
  await db.schema
    .createTable('ledger')
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('entry', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('ledger_key', ['round', 'position'])
    .execute();
}

async function messages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('message')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('message_person')
    .on('message')
    .columns(['person', 'sent_at'])
    .execute();
  await db.schema.createIndex('message_round').on('message').column('round').execute();
}
