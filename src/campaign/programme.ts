/** What the operator has configured: the organisation's settings and its campaigns. */
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
}

/** What holds where nothing else is configured. */
export const USUAL = {
  quiet: { workingDays: MONDAY_TO_FRIDAY, quietDays: [], holidays: true },
  pingsPerMonth: 12,
} as const satisfies Pick<Programme, 'quiet' | 'pingsPerMonth'>;
