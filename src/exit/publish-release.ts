/** Publishes a counted release: who may read what of it is in the ledger, and whoever may is told that it is there. */
import type { Programme } from '../campaign/programme.ts';
import type { Store } from '../ports/store.ts';

/** False if the round is not burned, or was published already. */
export async function publishRelease(
  _store: Store,
  _programme: Programme,
  _id: string,
  _now: Date,
): Promise<boolean> {
  throw new Error('not built yet');
}
