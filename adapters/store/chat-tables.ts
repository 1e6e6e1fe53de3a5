/** The tables behind chat platforms: who is where, campaigns made there, what readers decided, and installations. */
import type { Kysely, sql } from 'kysely';
import type { Platform } from '../../src/org/account.ts';

export interface ChatTables {
  account: {
    platform: Platform;
    team: string;
    /** The platform's id of the user: `user` is a reserved word of Postgres. */
    user_id: string;
    name: string;
    email: string | null;
    timezone: string | null;
    locale: string | null;
    active: number;
    /** Whose account it is, who may have left; null: nobody's. */
    person: string | null;
    place: string | null;
    reachable: number;
    greeted: number;
  };
  /** `content` is JSON; `position` tells apart campaigns made in the same millisecond. */
  campaign: { id: string; made_at: number; position: number; content: string };
  decision: {
    reader: string;
    round: string;
    unit: string;
    action: string;
    choice: 'will-do' | 'not-now';
    at: number;
  };
  /** Sealed by the adapter that put it here. */
  installation: { platform: Platform; id: string; sealed: Uint8Array };
}

export async function chatTables(db: Kysely<unknown>, blob: ReturnType<typeof sql>): Promise<void> {
  await accounts(db);
  await db.schema.alterTable('preference').addColumn('platform', 'text').execute();
  await db.schema
    .createTable('campaign')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('decision')
    .addColumn('reader', 'text', (c) => c.notNull())
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('choice', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('decision_key', ['reader', 'round', 'unit'])
    .execute();
  await db.schema.createIndex('decision_unit').on('decision').columns(['unit', 'at']).execute();
  await db.schema
    .createTable('installation')
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('sealed', blob, (c) => c.notNull())
    .addPrimaryKeyConstraint('installation_key', ['platform', 'id'])
    .execute();
}

async function accounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('user_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text')
    .addColumn('timezone', 'text')
    .addColumn('locale', 'text')
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('person', 'text')
    .addColumn('place', 'text')
    .addColumn('reachable', 'integer', (c) => c.notNull())
    .addColumn('greeted', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('account_key', ['platform', 'team', 'user_id'])
    .execute();
  await db.schema.createIndex('account_person').on('account').column('person').execute();
  await db.schema.createIndex('account_email').on('account').column('email').execute();
}
