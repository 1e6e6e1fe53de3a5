/** Who did what, in a chain: a second row says where it ends, so that nothing is changed, added or removed unseen. */
import type { Kysely } from 'kysely';
import { chained } from '../../src/org/audit-chain.ts';
import type { AuditEntry, AuditStore } from '../../src/ports/audit.ts';
import type { Tables } from './schema.ts';

/** Entries read at a time when all are. */
const PAGE = 1000;
/** Least number that the column takes. */
const LEAST = -(2 ** 31);
/** Milliseconds either side of 1970 that are a date. */
const DATES = 8.64e15;

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
  const end = await tx
    .selectFrom('audit_end')
    .select(['entries', 'hash'])
    .where('id', '=', 1)
    .executeTakeFirst();
  const told = end ?? { entries: 0, hash: '' };
  let read = 0;
  let hash = '';
  for await (const row of rowsOf(tx)) {
    const next = hashOf(hash, row);
    const isNext = row.position === read && read < told.entries;
    if (!isNext || next === undefined || row.hash !== next) return { brokenAt: read };
    hash = next;
    read++;
  }
  if (read < told.entries) return { brokenAt: read };
  return hash === told.hash ? { entries: read } : { brokenAt: Math.max(read - 1, 0) };
}

/** Undefined: no entry of ours reads so. */
function hashOf(before: string, row: Tables['audit']): string | undefined {
  return Math.abs(Number(row.at)) <= DATES ? chained(before, entryOf(row)) : undefined;
}

async function* rowsOf(tx: Kysely<Tables>): AsyncIterable<Tables['audit']> {
  let last = LEAST;
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
