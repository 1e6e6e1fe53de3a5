/** What readers decided on the actions that their digests suggest. */
import type { Kysely } from 'kysely';
import type { Decision, DecisionStore } from '../../src/ports/store.ts';
import type { Tables } from './schema.ts';

export function decisionStore(db: Kysely<Tables>): DecisionStore {
  return {
    async put({ reader, round, unit, action, choice, at }) {
      const change = { action, choice, at: at.getTime() };
      await db
        .insertInto('decision')
        .values({ reader, round, unit, ...change })
        .onConflict((conflict) => conflict.columns(['reader', 'round', 'unit']).doUpdateSet(change))
        .execute();
    },

    async last(unit, until) {
      const row = await db
        .selectFrom('decision')
        .selectAll()
        .where('unit', '=', unit)
        .where('at', '<=', until.getTime())
        .orderBy('at', 'desc')
        .orderBy('round')
        .orderBy('reader')
        .limit(1)
        .executeTakeFirst();
      return row && decisionOf(row);
    },

    async get(round, unit, reader) {
      const row = await db
        .selectFrom('decision')
        .selectAll()
        .where('reader', '=', reader)
        .where('round', '=', round)
        .where('unit', '=', unit)
        .executeTakeFirst();
      return row && decisionOf(row);
    },

    async on(rounds) {
      const rows = await db
        .selectFrom('decision')
        .selectAll()
        .where('round', 'in', rounds)
        .orderBy('round')
        .orderBy('unit')
        .orderBy('reader')
        .execute();
      return rows.map(decisionOf);
    },
  };
}

function decisionOf({ round, unit, reader, action, choice, at }: Tables['decision']): Decision {
  return { round, unit, reader, action, choice, at: new Date(Number(at)) };
}
