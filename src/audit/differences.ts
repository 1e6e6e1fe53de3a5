/** Whether no two sets of answers that were published differ by 1 to k-1 people, so that no subtraction tells of them. */
import type { LedgerEntry } from '../anonymity/ledger.ts';
import type { Round } from '../campaign/round.ts';
import type { CountedRound } from '../ports/store.ts';

/** What is wrong with one round, in words; and how many pairs of sets were compared. */
export function differences(
  { id, floor }: Pick<Round, 'id' | 'floor'>,
  { pools }: Pick<CountedRound, 'pools'>,
  ledger: readonly LedgerEntry[],
): { readonly faults: readonly string[]; readonly compared: number } {
  const faults: string[] = [];
  let compared = 0;
  for (const [question, placed] of pools) {
    const sizes = new Map(placed.map(({ unit, n }) => [unit, n]));
    const sets = setsOf(question, ledger);
    for (const [a, b] of pairsOf(sets)) {
      compared++;
      const n = sizeOf(without(a, b), sizes);
      if (n > 0 && n < floor) {
        faults.push(
          `${id}, question "${question}": two published sets differ by fewer than ${floor} people.`,
        );
      }
    }
  }
  return { faults: [...new Set(faults)], compared };
}

/** Nothing is one of them: a set by itself differs from it by all its answers. */
function setsOf(question: string, ledger: readonly LedgerEntry[]): ReadonlySet<string>[] {
  const sets = ledger
    .filter((entry) => entry.question === question && entry.pools.length > 0)
    .map(({ pools }) => [...new Set(pools)].sort());
  const different = new Map(sets.map((set) => [set.join('\0'), new Set(set)]));
  return [new Set<string>(), ...different.values()];
}

function* pairsOf<T>(all: readonly T[]): Iterable<readonly [T, T]> {
  for (const a of all) for (const b of all) if (a !== b) yield [a, b];
}

function without(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((each) => !b.has(each));
}

/** A pool that is not there holds one answer, as far as is known. */
function sizeOf(units: readonly string[], sizes: ReadonlyMap<string, number>): number {
  return units.reduce((sum, unit) => sum + (sizes.get(unit) ?? 1), 0);
}
