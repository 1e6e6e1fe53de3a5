/** Deliveries: planned, claimed by one sender at a time, and what became of them. */
import type { Kysely } from 'kysely';
import type { Delivery, Planned } from '../../src/delivery/delivery.ts';
import type { DeliveryStore } from '../../src/ports/store.ts';
import { chunks } from './chunks.ts';
import type { Tables } from './schema.ts';

export function deliveryStore(db: Kysely<Tables>): DeliveryStore {
  return {
    async get(id) {
      const row = await db
        .selectFrom('delivery')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row && deliveryOf(row);
    },

    due: (now, limit) => due(db, now, limit),
    claim: (id, now, leaseUntil) => claim(db, id, now, leaseUntil),

    async mark(id, state, { address, sendAt } = {}) {
      await db
        .updateTable('delivery')
        .set({
          state,
          lease_until: 0,
          ...(address !== undefined && { address }),
          ...(sendAt && { send_at: sendAt.getTime() }),
        })
        .where('id', '=', id)
        .execute();
    },

    async of(round, person) {
      const row = await db
        .selectFrom('delivery')
        .selectAll()
        .where('round', '=', round)
        .where('person', '=', person)
        .where('kind', '=', 'question')
        .executeTakeFirst();
      return row && deliveryOf(row);
    },

    async nextDue() {
      const row = await db
        .selectFrom('delivery')
        .select('send_at')
        .where('state', '=', 'planned')
        .orderBy('send_at')
        .limit(1)
        .executeTakeFirst();
      return row && new Date(Number(row.send_at));
    },
  };
}

async function due(db: Kysely<Tables>, now: Date, limit: number): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('state', 'in', ['planned', 'claimed'])
    .where('send_at', '<=', now.getTime())
    .where('lease_until', '<=', now.getTime())
    .orderBy('send_at')
    .limit(limit)
    .execute();
  return rows.map(deliveryOf);
}

async function claim(
  db: Kysely<Tables>,
  id: string,
  now: Date,
  leaseUntil: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set((row) => ({
      state: 'claimed',
      lease_until: leaseUntil.getTime(),
      attempts: row('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', ['planned', 'claimed'])
    .where('lease_until', '<=', now.getTime())
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function insertDeliveries(
  tx: Kysely<Tables>,
  deliveries: readonly Planned[],
): Promise<void> {
  for (const some of chunks(deliveries)) {
    const rows = some.map(({ sendAt, ...planned }) => ({
      ...planned,
      send_at: sendAt.getTime(),
      state: 'planned' as const,
      lease_until: 0,
      attempts: 0,
      address: null,
    }));
    await tx.insertInto('delivery').values(rows).execute();
  }
}

function deliveryOf(row: Tables['delivery']): Delivery {
  const { id, round, person, unit, kind, state, attempts, address } = row;
  return {
    id,
    round,
    person,
    unit,
    kind,
    state,
    attempts,
    sendAt: new Date(Number(row.send_at)),
    ...(address !== null && { address }),
  };
}
