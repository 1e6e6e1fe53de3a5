/** Campaigns made in chat: kept exactly, in the order in which they were made. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/campaign/campaign.ts';
import type { Store } from '../../src/ports/store.ts';
import { minutes, NOON, type Open } from './store-fixtures.ts';

export function campaignsContract(open: Open): void {
  let store: Store;
  let again: () => Promise<Store>;
  beforeEach(async () => {
    ({ store, again } = await open());
  });
  const campaign = (id: string, change: Partial<Campaign> = {}): Campaign => ({
    id,
    name: `D'Arcy’s "pulse" – Łódź 🌊 \u0000`,
    cadence: {
      every: 'two-weeks',
      opens: { weekday: 2, time: '08:00' },
      closes: { weekday: 5, time: '17:00' },
      timezone: 'Europe/Berlin',
      starts: '2026-11-03',
    },
    questions: [
      { kind: 'five-point', id: 'team', text: { en: 'Team?' }, labels: [], favourable: [5] },
      { kind: 'zero-to-ten', id: 'rec', text: { en: '0?' }, low: { en: 'No' }, high: { en: 'Sì' } },
      {
        kind: 'single-choice',
        id: 'food',
        text: { de: 'Schön?', en: 'Nice?' },
        options: [{ value: '1', label: { en: 'Yes', fr: 'Oui' } }],
      },
    ],
    perRound: 2,
    comment: { kind: 'free-text', id: 'words', text: { en: 'Words – “so” to say 🌊\n' } },
    audience: ['lab', 'shop'],
    askAt: '09:30',
    askUntil: '11:00',
    reminders: 0,
    floor: 5,
    ...change,
  });

  describe('campaigns made in chat', () => {
    test('are none at first', async () => {
      expect(await store.campaigns.list()).toEqual([]);
    });

    test('come back exactly, optional fields given or absent', async () => {
      const bare = campaign('bare', { audience: [] });
      const { comment: _, askUntil: __, reminders: ___, ...rest } = bare;
      await store.campaigns.put(campaign('full', { ended: true }), NOON);
      await store.campaigns.put(rest, minutes(1));
      store = await again();
      expect(await store.campaigns.list()).toStrictEqual([campaign('full', { ended: true }), rest]);
    });

    test('are listed in the order in which they were made, even within one moment', async () => {
      for (const id of ['c', 'a', 'b']) await store.campaigns.put(campaign(id), NOON);
      await store.campaigns.put(campaign('0'), minutes(1));
      const ids = (await store.campaigns.list()).map(({ id }) => id);
      expect(ids).toEqual(['c', 'a', 'b', '0']);
    });

    test('are replaced in their place', async () => {
      for (const id of ['a', 'b']) await store.campaigns.put(campaign(id), NOON);
      const ended = campaign('a', { name: 'New', ended: true });
      await store.campaigns.put(ended, minutes(9));
      expect(await store.campaigns.list()).toStrictEqual([ended, campaign('b')]);
    });

    test('that can’t be read are named', async () => {
      const { questions: _, ...damaged } = campaign('broken-one');
      await store.campaigns.put(campaign('sound'), NOON);
      await store.campaigns.put(damaged as Campaign, NOON);
      await expect(store.campaigns.list()).rejects.toThrow(/"broken-one" can't be read/);
      await store.campaigns.put(campaign('broken-one'), NOON);
      expect(await store.campaigns.list()).toHaveLength(2);
    });
  });
}
