/** What the operator has configured: the organisation's settings and its campaigns. */
import type { Campaign } from './campaign.ts';

export interface Programme {
  readonly organisation: string;
  /** IANA zone of people who have none, and of the times in digests. */
  readonly timezone: string;
  /** Language of people who have none. */
  readonly locale: string;
  /** Person ids with the HR role. */
  readonly hr: readonly string[];
  readonly campaigns: readonly Campaign[];
}
