/** "Not this week": the person is left alone until the next round, but may still answer. */
import type { Store } from '../ports/store.ts';

/** False if the person was not asked in this round, or it is counted. */
export async function skip(
  store: Pick<Store, 'deliveries'>,
  round: string,
  person: string,
): Promise<boolean> {
  const delivery = await store.deliveries.of(round, person);
  if (!delivery) return false;
  await store.deliveries.mark(delivery.id, 'skipped');
  return true;
}
