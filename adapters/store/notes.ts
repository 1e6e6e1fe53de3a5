/** What readers of digests tell their teams: each thing once. */
import type { Kysely } from 'kysely';
import type { Note } from '../../src/delivery/note.ts';
import type { NoteStore } from '../../src/ports/notes.ts';
import { insertDeliveries } from './deliveries.ts';
import type { Tables } from './schema.ts';

/** The place of a note that answers no comment. */
const NO_COMMENT = -1;

export function noteStore(db: Kysely<Tables>): NoteStore {
  return {
    post: (note, deliveries) =>
      db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('note')
          .values(rowOf(note))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return false;
        await insertDeliveries(tx, deliveries);
        return true;
      }),

    async get(id) {
      const row = await db.selectFrom('note').selectAll().where('id', '=', id).executeTakeFirst();
      return row && noteOf(row);
    },

    async of(round, reader) {
      const rows = await db
        .selectFrom('note')
        .selectAll()
        .where('reader', '=', reader)
        .where('round', '=', round)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(noteOf);
    },
  };
}

/** No database but SQLite takes a NUL in a text. */
function rowOf({ id, reader, round, unit, comment, text, at }: Note): Tables['note'] {
  return {
    ...{ id, reader, round, unit },
    place: comment?.place ?? NO_COMMENT,
    quote: comment?.text ?? null,
    hr: comment?.hr ? 1 : 0,
    text: text.replaceAll('\0', ''),
    at: at.getTime(),
  };
}

function noteOf({ quote, place, hr, at, ...row }: Tables['note']): Note {
  const { id, reader, round, unit, text } = row;
  return {
    ...{ id, reader, round, unit, text },
    ...(quote !== null && { comment: { place, text: quote, hr: hr === 1 } }),
    at: new Date(Number(at)),
  };
}
