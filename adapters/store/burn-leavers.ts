/** What a counted release leaves of its leavers: whether HR may read them by name, and no more. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema.ts';

const WAVES = [
  { wave: 'door', planned: 'round', other: 'later' },
  { wave: 'later', planned: 'later_round', other: 'door' },
] as const;

/** Wipes choices, participation, drafts, and records that are not `named`, of whoever was asked in this release. */
export async function burnLeavers(tx: Kysely<Tables>, round: string): Promise<void> {
  for (const { wave, planned, other } of WAVES) {
    // The choice is one for both waves: it stays where the other needs it, else it says no more than is known anyway.
    await tx
      .updateTable('leaver')
      .set({
        access: sql`case
          when ${sql.ref(other)} = 'open' then access
          when ${sql.ref(wave)} = 'named' or ${sql.ref(other)} = 'named' then 'named'
          when ${sql.ref(other)} = 'pooled' then 'pooled' end`,
        [wave]: sql`case when ${sql.ref(wave)} = 'named' then 'named' end`,
      })
      .where(planned, '=', round)
      .execute();
    const asked = tx.selectFrom('leaver').select('id').where(planned, '=', round);
    await tx
      .deleteFrom('exit_draft')
      .where('wave', '=', wave)
      .where('leaver', 'in', asked)
      .execute();
    await tx
      .deleteFrom('exit_record')
      .where('wave', '=', wave)
      .where('leaver', 'in', asked.where(wave, 'is', null))
      .execute();
  }
}
