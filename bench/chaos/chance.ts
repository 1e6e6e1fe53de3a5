/** Chance that can be repeated: numbers drawn from a name, not from an order of arrival. */
import { createHash } from 'node:crypto';

/** From 0 to 1, the same for the same seed and name, whatever was drawn before. */
export function chance(seed: number, ...name: readonly (string | number)[]): number {
  const digest = createHash('sha256')
    .update(`${seed} ${name.join(' ')}`)
    .digest();
  return digest.readUInt32LE(0) / 2 ** 32;
}

/** One of the weighted entries, by a draw from 0 to 1; undefined beyond their sum. */
export function pick<T extends string>(
  weights: Readonly<Record<T, number>>,
  draw: number,
): T | undefined {
  let left = draw;
  for (const [name, weight] of Object.entries(weights) as [T, number][]) {
    left -= weight;
    if (left < 0) return name;
  }
  return undefined;
}
