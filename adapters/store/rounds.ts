/** Rounds: opened with all their deliveries, moved from state to state. */
import type { Kysely } from 'kysely';
import type { Round } from '../../src/campaign/round.ts';
import type { RoundStore } from '../../src/ports/store.ts';
import { insertDeliveries } from './deliveries.ts';
import type { Tables } from './schema.ts';

export function roundStore(db: Kysely<Tables>): RoundStore {
  return {
    open: (round, deliveries) =>
      db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('round')
          .values(roundRow(round))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return false;
        await insertDeliveries(tx, deliveries);
        return true;
      }),

    async get(id) {
      const row = await db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirst();
      return row && roundOf(row);
    },

    async list({ campaign, states, limit }) {
      let query = db.selectFrom('round').selectAll().orderBy('opens_at', 'desc').orderBy('id');
      if (campaign !== undefined) query = query.where('campaign', '=', campaign);
      if (states !== undefined) query = query.where('state', 'in', [...states]);
      if (limit !== undefined) query = query.limit(limit);
      return (await query.execute()).map(roundOf);
    },

    async move(id, from, to) {
      const { numUpdatedRows } = await db
        .updateTable('round')
        .set({ state: to })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
  };
}

function roundRow(round: Round): Tables['round'] {
  return {
    id: round.id,
    campaign: round.campaign,
    number: round.number,
    state: round.state,
    opens_at: round.opensAt.getTime(),
    closes_at: round.closesAt.getTime(),
    timezone: round.timezone,
    floor: round.floor,
    questions: JSON.stringify(round.questions),
    units: JSON.stringify(round.units),
    public_key: Buffer.from(round.publicKey),
    ballots: null,
    uncounted: null,
  };
}

function roundOf(row: Tables['round']): Round {
  return {
    id: row.id,
    campaign: row.campaign,
    number: row.number,
    state: row.state,
    opensAt: new Date(Number(row.opens_at)),
    closesAt: new Date(Number(row.closes_at)),
    timezone: row.timezone,
    floor: row.floor,
    questions: JSON.parse(row.questions),
    units: JSON.parse(row.units),
    publicKey: row.public_key,
  };
}
