/** The interval of a share. */

/**
 * Wilson's 95 % interval of `part` of `whole`, as fractions, without correction for continuity. Published figures:
 * codegolf.stackexchange.com/q/105389 (1 of 11: .016231752 to .377364625; 10 of 100: .055228542 to .174367304).
 */
export function wilson(part: number, whole: number): { low: number; high: number } | undefined {
  if (whole === 0) return undefined;
  const z2 = 1.96 ** 2;
  const p = part / whole;
  const scale = 1 + z2 / whole;
  const centre = (p + z2 / (2 * whole)) / scale;
  const half = Math.sqrt((z2 * p * (1 - p)) / whole + z2 ** 2 / (4 * whole ** 2)) / scale;
  return {
    low: part === 0 ? 0 : centre - half,
    high: part === whole ? 1 : centre + half,
  };
}
