/** Campaigns made in chat. */
import { type Kysely, sql } from 'kysely';
import type { Campaign } from '../../src/campaign/campaign.ts';
import type { CampaignStore } from '../../src/ports/store.ts';
import type { Tables } from './schema.ts';

export function campaignStore(db: Kysely<Tables>): CampaignStore {
  return {
    async list() {
      const rows = await db
        .selectFrom('campaign')
        .select(['id', 'content'])
        .orderBy('made_at')
        .orderBy('position')
        .orderBy('id')
        .execute();
      return rows.map(campaignOf);
    },

    async put(campaign, now) {
      const { id } = campaign;
      const content = JSON.stringify(campaign);
      const position = sql<number>`(select coalesce(max(position), 0) + 1 from campaign)`;
      await db
        .insertInto('campaign')
        .values({ id, made_at: now.getTime(), position, content })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ content }))
        .execute();
    },
  };
}

function campaignOf({ id, content }: Pick<Tables['campaign'], 'id' | 'content'>): Campaign {
  try {
    const campaign: Campaign = JSON.parse(content);
    if (campaign.id !== id) throw new Error('it says that it is another campaign');
    if (!Array.isArray(campaign.questions)) throw new Error('it has no questions');
    return campaign;
  } catch (cause) {
    throw new Error(
      `Campaign "${id}" can't be read from the database: its row in table "campaign" is damaged. ` +
        'Restore a backup, or delete that row and make the campaign again.',
      { cause },
    );
  }
}
