/** Messages of the local web chat. */
import type { Kysely } from 'kysely';
import type { Message } from '../../src/message/message.ts';
import type { MessageStore, StoredMessage } from '../../src/ports/store.ts';
import type { Tables } from './schema.ts';

export function messageStore(db: Kysely<Tables>): MessageStore {
  return {
    async add({ id, person, round, kind, at, message }) {
      const body = JSON.stringify(message);
      await db
        .insertInto('message')
        .values({ id, person, round, kind, sent_at: at.getTime(), body })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async get(id) {
      const row = await db
        .selectFrom('message')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && messageOf(row);
    },

    async of(person) {
      const rows = await db
        .selectFrom('message')
        .selectAll()
        .where('person', '=', person)
        .orderBy('sent_at')
        .orderBy('id')
        .execute();
      return rows.map(messageOf);
    },

    async latest() {
      const row = await db
        .selectFrom('message')
        .select(db.fn.max('sent_at').as('at'))
        .executeTakeFirst();
      return row && row.at !== null ? new Date(Number(row.at)) : undefined;
    },

    async replace(id, message) {
      await db
        .updateTable('message')
        .set({ body: JSON.stringify(message) })
        .where('id', '=', id)
        .execute();
    },

    settle: (round, closed) => db.transaction().execute((tx) => settle(tx, round, closed)),
  };
}

/** Reminders go: only those who had not answered got any. */
async function settle(
  tx: Kysely<Tables>,
  round: string,
  closed: (person: string) => Message,
): Promise<void> {
  const rows = await tx
    .selectFrom('message')
    .select(['id', 'person'])
    .where('round', '=', round)
    .where('kind', '=', 'question')
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  const seen = new Set<string>();
  for (const { id, person } of rows) {
    if (seen.has(person)) {
      await tx.deleteFrom('message').where('id', '=', id).execute();
      continue;
    }
    seen.add(person);
    const body = JSON.stringify(closed(person));
    await tx.updateTable('message').set({ body }).where('id', '=', id).execute();
  }
}

function messageOf(row: Tables['message']): StoredMessage {
  const { id, person, round, kind, body } = row;
  return { id, person, round, kind, at: new Date(Number(row.sent_at)), message: JSON.parse(body) };
}
