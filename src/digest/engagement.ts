/** The engagement index: how much people want to be here, from 0 to 100. */

/** The drivers that it is made of: whether the work means something, whether one belongs, trusts where it goes, would stay. */
export const ENGAGEMENT = ['role', 'leadership', 'belonging', 'staying'];

/**
 * Strongly disagree to strongly agree are 0, 25, 50, 75 and 100; the mean over people and drivers, rounded last (CSPS Technical
 * Guide 2019, page 16). It is reckoned from means of 1 to 5 as they are shown, to one decimal, for nothing finer may be
 * told: over four drivers that moves it by less than half a point. Undefined unless the means of all drivers are shown.
 */
export function engagementIndex(
  means: ReadonlyMap<string, number | undefined>,
): { readonly index: number; readonly drivers: readonly string[] } | undefined {
  const scores = ENGAGEMENT.flatMap((driver) => means.get(driver) ?? []).map(score);
  if (scores.length < ENGAGEMENT.length) return undefined;
  return { index: indexOf(scores), drivers: ENGAGEMENT };
}

/** A mean of 1 to 5 as a score of 0 to 100. */
export function score(mean: number): number {
  return 25 * (mean - 1);
}

/** The mean, to a whole number; the small slack is for floating point. */
export function indexOf(scores: readonly number[]): number {
  const sum = scores.reduce((all, each) => all + each, 0);
  return Math.floor(sum / scores.length + 0.5 + 1e-9);
}
