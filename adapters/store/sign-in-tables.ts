/** The tables of who is signed in to the page: nothing in them opens it, or tells at what time somebody was there. */
import type { Kysely, sql } from 'kysely';

export interface SignInTables {
  /** Each once, for minutes. */
  sign_in_link: { hash: string; person: string; until: number };
  session: { hash: string; person: string; until: number; ends: number };
}

/** Without row ids, as in the box: nothing keeps the order of arrival. May be cut off, and done again. */
export async function signInTables(
  db: Kysely<unknown>,
  keyOnly: ReturnType<typeof sql>,
): Promise<void> {
  await db.schema
    .createTable('sign_in_link')
    .ifNotExists()
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('sign_in_link_key', ['hash'])
    .modifyEnd(keyOnly)
    .execute();
  await db.schema
    .createTable('session')
    .ifNotExists()
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .addColumn('ends', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('session_key', ['hash'])
    .modifyEnd(keyOnly)
    .execute();
  const index = (table: string) =>
    db.schema.createIndex(`${table}_person`).ifNotExists().on(table).column('person').execute();
  await index('sign_in_link');
  await index('session');
}
