/** What the operator has configured: the organisation's settings and its campaigns. */
import { FLOOR } from '../anonymity/floor.ts';
import type { ExitRules } from '../exit/rules.ts';
import type { Campaign } from './campaign.ts';
import { MONDAY_TO_FRIDAY, type QuietRules } from './quiet.ts';

export interface Programme {
  readonly organisation: string;
  /** IANA zone of people who have none, and of the times in digests. */
  readonly timezone: string;
  /** Language of people who have none. */
  readonly locale: string;
  /** Person ids with the HR role. */
  readonly hr: readonly string[];
  readonly campaigns: readonly Campaign[];
  /** Absent: {@link USUAL}, as below. */
  readonly quiet?: QuietRules;
  /** Most messages with questions, reminders included, that a person gets in 30 days. */
  readonly pingsPerMonth?: number;
  /** Absent: the usual ones. */
  readonly exits?: ExitRules;
  /** k that no campaign may be looser than. Absent: the usual one. */
  readonly floor?: number;
}

/** What holds where nothing else is configured. */
export const USUAL = {
  quiet: { workingDays: MONDAY_TO_FRIDAY, quietDays: [], holidays: true },
  pingsPerMonth: 12,
} as const satisfies Pick<Programme, 'quiet' | 'pingsPerMonth'>;

/** The least k that a campaign may have. */
export function floorOf({ floor }: Pick<Programme, 'floor'>): number {
  return floor ?? FLOOR.usual;
}

/** With the campaigns made in chat: `soundings.yaml` wins where both have an id, and none is looser than it allows. */
export function withMade(programme: Programme, made: readonly Campaign[]): Programme {
  const { campaigns: written } = programme;
  const others = made.filter(({ id }) => !written.some((each) => each.id === id));
  const least = floorOf(programme);
  const strict = others.map((each) => ({ ...each, floor: Math.max(each.floor, least) }));
  return { ...programme, campaigns: [...written, ...strict] };
}
