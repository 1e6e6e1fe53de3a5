/** The table of what readers of digests tell their teams. */
import type { Kysely } from 'kysely';

export interface NoteTables {
  note: {
    id: string;
    reader: string;
    round: string;
    unit: string;
    /** Of the comment that it answers; -1: it is about the action. */
    place: number;
    quote: string | null;
    hr: number;
    text: string;
    at: number;
  };
}

/** One on each decision and comment, for good. Migrations of SQLite may be cut off before they are noted: then it is there. */
export async function noteTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('note')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('reader', 'text', (c) => c.notNull())
    .addColumn('round', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('quote', 'text')
    .addColumn('hr', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('note_once', ['reader', 'round', 'unit', 'place'])
    .execute();
}
