/** How far a figure of few is believed: it is drawn towards what is usual, the more the fewer answered. */

/**
 * How much units differ, as a part of how much people do: job satisfaction in 7,382 soldiers' smaller companies (bh1996;
 * statistics.md, section 5). Taken from there rather than from this organisation's own units: so that what a
 * reader is told follows from the figures they were told, and from nobody else's.
 */
const BETWEEN_UNITS = 0.0803;

/** The weight of a unit's own mean of `n` answers: n ICC/(1 + (n - 1) ICC), the random-intercept model (Bliese). */
export function weight(n: number, icc = BETWEEN_UNITS): number {
  return (n * icc) / (1 + (n - 1) * icc);
}

/** The best guess at a unit's true mean: its own, drawn towards the `usual` one (empirical Bayes). */
export function shrunken(own: number, n: number, usual: number, icc = BETWEEN_UNITS): number {
  return usual + weight(n, icc) * (own - usual);
}
