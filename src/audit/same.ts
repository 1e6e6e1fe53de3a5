/** Compares what was told with what is reckoned anew, whatever the order of keys. */

/** JSON with its keys in alphabetical order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each) => (isRecord(each) ? sorted(each) : each));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many of `a` are not in `b`, each counted as often as it occurs. */
export function missingFrom(b: readonly string[], a: readonly string[]): number {
  const left = new Map<string, number>();
  for (const each of b) left.set(each, (left.get(each) ?? 0) + 1);
  return a.filter((each) => {
    const n = left.get(each) ?? 0;
    left.set(each, n - 1);
    return n <= 0;
  }).length;
}
