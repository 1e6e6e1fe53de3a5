/** How often somebody asks: counted in memory for a minute, then forgotten. */

const MINUTE = 60_000;

/** True where `key` was counted more than `most` times in this minute. At `many` keys all are forgotten together. */
export function counter(
  many: number,
  now: () => number = () => performance.now(),
): (key: string, most: number) => boolean {
  const counts = new Map<string, number>();
  let since = now();
  return (key, most) => {
    if (now() - since >= MINUTE || counts.size >= many) {
      counts.clear();
      since = now();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > most;
  };
}
