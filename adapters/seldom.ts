/** What the operator is told, but not again and again. */

/** The same line at most once a minute: whoever forges requests must not fill the disk. */
export function atMostOnceAMinute(
  tell: (line: string) => void,
  now: () => number = () => performance.now(),
): (line: string) => void {
  const told = new Map<string, number>();
  return (line) => {
    const last = told.get(line);
    if (last !== undefined && now() - last < 60_000) return;
    if (told.size >= 100) told.clear();
    told.set(line, now());
    tell(line);
  };
}
