/** The releases that were published, as reports read them. */

import type { Store } from '../ports/store.ts';
import type { Release } from './exit-blocks.ts';
import type { RELEASES } from './leaver.ts';

/** Of one wave, oldest first. */
export async function releasesOf(
  { rounds, results }: Pick<Store, 'rounds' | 'results'>,
  campaign: (typeof RELEASES)[keyof typeof RELEASES],
): Promise<Release[]> {
  const published = await rounds.list({ campaign, states: ['published'] });
  const oldestFirst = published.toSorted((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
  const all = await Promise.all(
    oldestFirst.map(async (round) => ({ round, result: await results.result(round.id) })),
  );
  return all.flatMap(({ round, result }) =>
    result ? [{ round, pools: result.pools, comments: result.comments }] : [],
  );
}
