/** What the operator is told of Teams: sentences of ours, never what a library or a person wrote. */

const MINUTE = 60_000;

/** Counts what is not worth a line each: the first at once, then how many more, once a minute at most. */
export function tally(
  tell: (line: string) => void,
  now: () => number = () => performance.now(),
): (line: string) => void {
  const counts = new Map<string, { since: number; more: number }>();
  return (line) => {
    const count = counts.get(line);
    if (count && now() - count.since < MINUTE) {
      count.more += 1;
      return;
    }
    const more = count?.more ? ` (And ${count.more} more since the last such line.)` : '';
    counts.set(line, { since: now(), more: 0 });
    tell(line + more);
  };
}

/** Never the message: it may quote what was sent. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'error';
}
