/** Who did what, in a chain: a second row says where it ends, so that nothing is changed, added or removed unseen. */
import type { Kysely } from 'kysely';
import { chained } from '../../src/anonymity/audit-chain.ts';
import type { AuditEntry, AuditStore } from '../../src/ports/store.ts';
import type { Tables } from './schema.ts';

/** Entries read at a time when all are. */
const PAGE = 1000;

export function auditStore(db: Kysely<Tables>): AuditStore {
  return {
    append: (entry) => db.transaction().execute((tx) => append(tx, entry)),

    async list(limit) {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .orderBy('position', 'desc')
        .limit(limit)
        .execute();
      return rows.map(entryOf);
    },

    // One transaction: an entry that comes meanwhile is in both what is read and where it ends, or in neither.
    verify: () =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((tx) => verify(tx)),
  };
}

/** Taking the next number is a write, which holds the row: whoever comes meanwhile waits for the hash. */
async function append(tx: Kysely<Tables>, entry: AuditEntry): Promise<void> {
  const { entries, hash: before } = await tx
    .insertInto('audit_end')
    .values({ id: 1, entries: 1, hash: '' })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ entries: eb('audit_end.entries', '+', 1) })),
    )
    .returning(['entries', 'hash'])
    .executeTakeFirstOrThrow();
  const hash = chained(before, entry);
  const { at, who, did, to } = entry;
  await tx
    .insertInto('audit')
    .values({ position: entries - 1, at: at.getTime(), who, did, target: to, hash })
    .execute();
  await tx.updateTable('audit_end').set({ hash }).where('id', '=', 1).execute();
}

async function verify(
  tx: Kysely<Tables>,
): Promise<{ readonly entries: number } | { readonly brokenAt: number }> {
  const end = await tx.selectFrom('audit_end').selectAll().executeTakeFirst();
  let read = 0;
  let hash = '';
  for await (const row of rowsOf(tx)) {
    const next = chained(hash, entryOf(row));
    if (row.position !== read || row.hash !== next || read >= (end?.entries ?? 0)) {
      return { brokenAt: read };
    }
    hash = next;
    read++;
  }
  if (read < (end?.entries ?? 0)) return { brokenAt: read };
  return hash === (end?.hash ?? '') ? { entries: read } : { brokenAt: Math.max(read - 1, 0) };
}

async function* rowsOf(tx: Kysely<Tables>): AsyncIterable<Tables['audit']> {
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await tx
      .selectFrom('audit')
      .selectAll()
      .where('position', '>', last)
      .orderBy('position')
      .limit(PAGE)
      .execute();
    const end = rows.at(-1);
    if (!end) return;
    last = end.position;
    yield* rows;
  }
}

function entryOf({ at, who, did, target }: Tables['audit']): AuditEntry {
  return { at: new Date(Number(at)), who, did, to: target };
}
