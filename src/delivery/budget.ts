/** One attention budget over all campaigns: who may still be written to, and what gives way when it is spent. */
import type { Cadence } from '../campaign/cadence.ts';

/** Messages with questions that a person got in the last 30 days. */
export interface Pings {
  /** Campaign id to first messages. */
  readonly asked: ReadonlyMap<string, number>;
  /** Reminders that they got, or would have got had they not answered: what is kept must not tell who answered. */
  readonly reminded: number;
}

/** The span of the budget, in days. */
export const BUDGET_DAYS = 30;

/** Rounds that a campaign opens in 30 days, at most: first Mondays can lie 28 days apart. */
function roundsAMonth({ every }: Cadence): number {
  return { week: 5, 'two-weeks': 3, month: 2 }[every];
}

/**
 * Whether one more message fits into `budget`. Reminders give way first, then the campaigns in the order in which they
 * are listed, the last first: each may use only what those before it will not need.
 */
export function fits(
  kind: 'question' | 'reminder',
  campaign: string,
  campaigns: readonly { readonly id: string; readonly cadence: Cadence }[],
  pings: Pings,
  budget: number,
): boolean {
  const place = campaigns.findIndex(({ id }) => id === campaign);
  const before = kind === 'reminder' || place < 0 ? campaigns : campaigns.slice(0, place);
  let free = budget - pings.reminded;
  for (const [id, asked] of pings.asked) {
    if (!before.some((each) => each.id === id)) free -= asked;
  }
  for (const { id, cadence } of before) {
    free -= Math.max(roundsAMonth(cadence), pings.asked.get(id) ?? 0);
  }
  return free >= 1;
}
