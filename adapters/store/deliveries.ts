/** Deliveries: planned, claimed by one sender at a time, and what became of them. */
import { type Kysely, sql } from 'kysely';
import type { Pings } from '../../src/delivery/budget.ts';
import type { Delivery, DeliveryState } from '../../src/delivery/delivery.ts';
import type { PlannedLeaver } from '../../src/ports/leavers.ts';
import type { DeliveryStore, Marking } from '../../src/ports/store.ts';
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
    holds: (id, leaseUntil) => holds(db, id, leaseUntil),
    mark: (id, state, change = {}) => db.transaction().execute((tx) => mark(tx, id, state, change)),
    pings: (person, since) => pings(db, person, since),

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
        .where('send_at', 'is not', null)
        .orderBy('send_at')
        .limit(1)
        .executeTakeFirst();
      return row && row.send_at !== null ? new Date(Number(row.send_at)) : undefined;
    },
  };
}

async function mark(
  tx: Kysely<Tables>,
  id: string,
  state: DeliveryState,
  { from, sent, again, sendAt, contact }: Marking,
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set((row) => ({
      state:
        from === undefined
          ? state
          : sql<DeliveryState>`case when state = ${from} then ${state} else state end`,
      lease_until: 0,
      ...((sent || again) && { attempts: 0 }),
      ...(sent && { messages: row('messages', '+', 1) }),
      ...(sent?.address !== undefined && { address: sent.address }),
      ...((sent || sendAt !== undefined) && { send_at: sendAt?.getTime() ?? null }),
    }))
    .where('id', '=', id)
    .execute();
  if (!contact) return;
  const { person, campaign, at, reminder } = contact;
  const row = { person, campaign, at: at.getTime(), reminder: reminder ? 1 : 0 };
  await tx.insertInto('contact').values(row).execute();
}

async function pings(db: Kysely<Tables>, person: string, since: Date): Promise<Pings> {
  const rows = await db
    .selectFrom('contact')
    .select(['campaign', 'reminder', db.fn.countAll<number>().as('n')])
    .where('person', '=', person)
    .where('at', '>', since.getTime())
    .groupBy(['campaign', 'reminder'])
    .execute();
  return pingsOf(rows);
}

type Contacts = Pick<Tables['contact'], 'campaign' | 'reminder'> & { readonly n: number };

export function pingsOf(rows: readonly Contacts[]): Pings {
  const asked = rows.filter(({ reminder }) => reminder === 0);
  const reminded = rows.filter(({ reminder }) => reminder !== 0);
  return {
    asked: new Map(asked.map(({ campaign, n }) => [campaign, Number(n)])),
    reminded: reminded.reduce((sum, { n }) => sum + Number(n), 0),
  };
}

async function due(db: Kysely<Tables>, now: Date, limit: number): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('state', 'in', ['planned', 'claimed', 'sent'])
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
): Promise<Delivery | undefined> {
  const row = await db
    .updateTable('delivery')
    .set((row) => ({
      state: 'claimed',
      lease_until: leaseUntil.getTime(),
      attempts: row('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', ['planned', 'claimed', 'sent'])
    .where('send_at', '<=', now.getTime())
    .where('lease_until', '<=', now.getTime())
    .returningAll()
    .executeTakeFirst();
  return row && deliveryOf(row);
}

async function holds(db: Kysely<Tables>, id: string, leaseUntil: Date): Promise<boolean> {
  const row = await db
    .selectFrom('delivery')
    .leftJoin('round', 'round.id', 'delivery.round')
    .select('delivery.id')
    .where('delivery.id', '=', id)
    .where('delivery.state', '=', 'claimed')
    .where('lease_until', '=', leaseUntil.getTime())
    .where((where) =>
      where.or([where('kind', '<>', 'question'), where('round.state', '=', 'open')]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertDeliveries(
  tx: Kysely<Tables>,
  deliveries: readonly PlannedLeaver[],
): Promise<void> {
  for (const some of chunks(deliveries)) {
    await tx.insertInto('delivery').values(some.map(deliveryRow)).execute();
  }
}

/** Without an hour it is never sent. */
export function deliveryRow(planned: PlannedLeaver): Tables['delivery'] {
  const { sendAt, jobFamily, ...said } = planned;
  return {
    ...said,
    send_at: sendAt?.getTime() ?? null,
    state: sendAt ? 'planned' : 'cancelled',
    lease_until: 0,
    attempts: 0,
    messages: 0,
    address: null,
    job_family: jobFamily ?? null,
  };
}

export function deliveryOf(row: Tables['delivery']): Delivery {
  const { id, round, person, unit, kind, state, attempts, messages, address } = row;
  return {
    id,
    round,
    person,
    unit,
    kind,
    state,
    attempts,
    messages,
    ...(row.send_at !== null && { sendAt: new Date(Number(row.send_at)) }),
    ...(address !== null && { address }),
    ...(row.job_family !== null && { jobFamily: row.job_family }),
  };
}
