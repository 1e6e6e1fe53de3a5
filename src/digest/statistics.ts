/** Is a change more than noise? Formulas and their sources; tests hold them to published figures. */

/** Answers to one question by one unit: `favourable` of `answered` of `invited` people. */
export interface Share {
  readonly favourable: number;
  readonly answered: number;
  readonly invited: number;
}

/**
 * Half-width of the 95 % interval of a share, as a fraction, with finite population correction
 * (CSPS Technical Guide 2019, page 24).
 */
export function margin({ favourable, answered, invited }: Share): number {
  const p = favourable / answered;
  return 1.96 * Math.sqrt(p * (1 - p) * correction(answered, invited));
}

/** Variance of a mean of n out of N people, in units of the variance of one answer: (N - n) / (n (N - 1)). */
function correction(n: number, N: number): number {
  return N > 1 ? Math.max(0, N - n) / (n * (N - 1)) : 0;
}

/**
 * How much of what a person answers is theirs to stay: the correlation of real answers from wave to wave (soldiers in small
 * units, bh1996). The rest wavers, and wavering is no change, however many of a team answer.
 */
export const STABLE = 0.56;

/**
 * Two-sample z of shares, unpaired. `stable` is the part of an answer that stays from one round to the next: that part has the
 * finite population correction, the rest has none. With 1, it is the published test (CSPS Technical Guide 2019, page 24).
 */
export function zOfShares(a: Share, b: Share, stable = 1): number {
  const variance = ({ favourable, answered, invited }: Share) => {
    const p = favourable / answered;
    const wavering = (1 - stable) / answered;
    return p * (1 - p) * (stable * correction(answered, invited) + wavering);
  };
  const difference = b.favourable / b.answered - a.favourable / a.answered;
  if (difference === 0) return 0;
  return difference / Math.sqrt(variance(a) + variance(b));
}

/** Two-sided p-value of a standard normal z (Abramowitz and Stegun 26.2.17, error under 7.5e-8). */
export function twoSided(z: number): number {
  const x = Math.abs(z);
  if (!Number.isFinite(x)) return 0;
  const t = 1 / (1 + 0.2316419 * x);
  const polynomial =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 2 * (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}

/** Which of several p-values are significant at `alpha` together (Holm 1979). */
export function holm(pValues: readonly number[], alpha = 0.05): boolean[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const significant = pValues.map(() => false);
  for (const [rank, { p, index }] of order.entries()) {
    if (p > alpha / (pValues.length - rank)) break;
    significant[index] = true;
  }
  return significant;
}

/** A single question is compared only from this many answers on both sides (CSPS Technical Guides 2018, 2019). */
export const COMPARABLE = 30;
/** Changes under this many points are not worth saying, significant or not. */
export const WORTH_SAYING = 5;

/** Rounds whose response differs by more are not compared: the silent are not like the others (statistics.md, section 6). */
const RESPONSE = 0.2;

/** Which of the pairs (before, after) changed clearly: enough answers, a change worth saying, and beyond noise. */
export function clearChanges(
  pairs: readonly { readonly before: Share; readonly after: Share }[],
): ('up' | 'down' | undefined)[] {
  const comparable = pairs.map(
    ({ before, after }) =>
      Math.min(before.answered, after.answered) >= COMPARABLE &&
      Math.abs(response(before) - response(after)) <= RESPONSE + 1e-9,
  );
  const tested = pairs.filter((_, i) => comparable[i]);
  const beyondNoise = holm(
    tested.map(({ before, after }) => twoSided(zOfShares(before, after, STABLE))),
  );
  return pairs.map(({ before, after }, i) => {
    const points = 100 * (after.favourable / after.answered - before.favourable / before.answered);
    const test = comparable.slice(0, i).filter(Boolean).length;
    if (!comparable[i] || !beyondNoise[test] || Math.abs(points) < WORTH_SAYING) return undefined;
    return points > 0 ? 'up' : 'down';
  });
}

function response({ answered, invited }: Share): number {
  return answered / invited;
}
