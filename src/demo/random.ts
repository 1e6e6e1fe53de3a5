/** Chance as a function of a key: the same key, the same number, in whatever order asked. */

/** Uniform on (0, 1): FNV-1a over the key, mixed by the finaliser of MurmurHash3 (fmix32). */
export function uniform(...key: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of key.join('\n')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32;
}

/** Standard normal deviate. */
export function deviate(...key: readonly (string | number)[]): number {
  return quantile(uniform(...key));
}

/** Standard normal quantile, to 4.5e-4: Abramowitz and Stegun 1964, formula 26.2.23. */
export function quantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
  const tail =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return p < 0.5 ? -tail : tail;
}

/** Sum of two standard normals, `share` of the variance from the first: standard normal again. */
export function blend(share: number, first: number, second: number): number {
  return Math.sqrt(share) * first + Math.sqrt(1 - share) * second;
}
