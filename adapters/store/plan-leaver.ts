/** Into which releases a leaver's ballots will go. */
import { type Kysely, sql } from 'kysely';
import type { DeliveryState } from '../../src/delivery/delivery.ts';
import type { LeaverStore, PlannedLeaver } from '../../src/ports/leavers.ts';
import { deliveryRow } from './deliveries.ts';
import type { Tables } from './schema.ts';

type Rounds = Parameters<LeaverStore['plan']>[1];

/** A wave that is sealed stays in its release: its ballots lie there, and go with it. */
export async function plan(
  tx: Kysely<Tables>,
  id: string,
  rounds: Rounds,
  deliveries: readonly PlannedLeaver[],
): Promise<void> {
  // Setting the person to what it is holds the row until all is done.
  const row = await tx
    .updateTable('leaver')
    .set((eb) => ({ person: eb.ref('person') }))
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .returning(['person', 'round', 'later_round'])
    .executeTakeFirst();
  if (!row) return;
  const round = await settled(tx, row.person, row.round, rounds.round);
  const later_round = await settled(tx, row.person, row.later_round, rounds.laterRound);
  await tx.updateTable('leaver').set({ round, later_round }).where('id', '=', id).execute();
  for (const old of [row.round, row.later_round]) {
    if (old !== null && old !== round && old !== later_round) await drop(tx, old, row.person);
  }
  for (const each of deliveries) {
    if (each.round === round || each.round === later_round) await put(tx, each);
  }
}

async function settled(
  tx: Kysely<Tables>,
  person: string,
  old: string | null,
  next: string,
): Promise<string> {
  if (old === null || old === next) return next;
  const sealed = await tx
    .selectFrom('envelope')
    .select('question')
    .where('round', '=', old)
    .where('person', '=', person)
    .limit(1)
    .executeTakeFirst();
  return sealed ? old : next;
}

async function drop(tx: Kysely<Tables>, round: string, person: string): Promise<void> {
  await tx
    .deleteFrom('delivery')
    .where('round', '=', round)
    .where('person', '=', person)
    .where('kind', '=', 'question')
    .execute();
}

/** One that is there already takes the new hour while nothing was sent; its job family is what HR says last. */
async function put(tx: Kysely<Tables>, planned: PlannedLeaver): Promise<void> {
  const isUnsent = sql`delivery.messages = 0 and delivery.state in ('planned', 'cancelled')`;
  const change = {
    state: sql<DeliveryState>`case when ${isUnsent} then excluded.state else delivery.state end`,
    send_at: sql<number>`case when ${isUnsent} then excluded.send_at else delivery.send_at end`,
    job_family: sql<string | null>`excluded.job_family`,
  };
  await tx
    .insertInto('delivery')
    .values(deliveryRow(planned))
    .onConflict((conflict) => conflict.columns(['round', 'person', 'kind']).doUpdateSet(change))
    .execute();
}
