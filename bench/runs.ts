/** How the figures are taken: in turn, many at a time, and as medians. */

/** Medians of what each run returns; run in turn, so that whatever else the machine does falls on all of them. */
export async function interleaved<K extends string>(
  rounds: number,
  runs: Readonly<Record<K, (round: number) => Promise<number>>>,
): Promise<Record<K, number>> {
  const names = Object.keys(runs) as K[];
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    K,
    number[]
  >;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) found[name].push(await runs[name](round));
  }
  return Object.fromEntries(names.map((name) => [name, median(found[name])])) as Record<K, number>;
}

export function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

/** Items a second when so many callers take the next item as soon as their last is done. */
export async function rate<T>(
  items: readonly T[],
  callers: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const caller = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  return (items.length * 1000) / (performance.now() - start);
}
