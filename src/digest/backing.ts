/** How much stands behind a figure, as coarsely as may be said. */
import { type Participation, participation } from '../anonymity/participation.ts';

/**
 * Says nothing of what was answered, and of how many did no more than a band and a size do: whoever knows who took part,
 * which is what the audit reckons with, knows more.
 */
export interface Backing {
  /** As many answers at least: their number rounded down to 3, 5, 10, 15, 20, 30, 50, 70, 100, 150, 200 and so on. */
  readonly answers: number;
  readonly part: Participation;
}

const STEPS = [10, 15, 20, 30, 50, 70];

/** Of `n` answers by as many people `asked`, the silent ones included; undefined where no band may be said. */
export function backing(n: number, asked: number, floor: number): Backing | undefined {
  const part = participation(n, asked, floor);
  return part && { answers: roughly(n), part };
}

function roughly(n: number): number {
  if (n < 10) return n < 5 ? 3 : 5;
  let scale = 1;
  while (n >= 100 * scale) scale *= 10;
  const reached = STEPS.filter((step) => step * scale <= n);
  return (reached.at(-1) ?? 1) * scale;
}

/** At least this part of those asked answered. */
export const LEAST_PART: Readonly<Record<Participation, number>> = {
  'under half': 0,
  'half to three quarters': 0.5,
  'over three quarters': 0.75,
};
