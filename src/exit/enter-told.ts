/** Enters into the ledger what somebody is about to read some time after it was published. */
import type { LedgerEntry } from '../anonymity/ledger.ts';
import type { ResultStore } from '../ports/store.ts';

/** Of each round all of it, or nothing where this reader was told all of it before. */
export async function enterTold(
  results: Pick<ResultStore, 'ledger' | 'tell'>,
  entries: readonly LedgerEntry[],
): Promise<void> {
  for (const round of new Set(entries.map((entry) => entry.round))) {
    const mine = entries.filter((entry) => entry.round === round);
    const known = new Set((await results.ledger(round)).map(whatOf));
    if (mine.some((entry) => !known.has(whatOf(entry)))) await results.tell(round, mine);
  }
}

/** Whenever it was told, and wherever. */
function whatOf({ reader, unit, from, question, jobFamily, pools, said }: LedgerEntry): string {
  return JSON.stringify([reader, unit, from, question, jobFamily, pools.toSorted(), said]);
}
