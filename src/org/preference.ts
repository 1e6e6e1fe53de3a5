/** What people have set for themselves. Never visible to managers or HR. */
import type { Platform } from './account.ts';

export interface Preference {
  /** No questions before this instant. */
  readonly pausedUntil?: Date;
  /** No questions until they say "resume". */
  readonly stopped?: boolean;
  /** Days on which they are not written to, first and last, `YYYY-MM-DD`. */
  readonly quiet?: readonly { readonly from: string; readonly to: string }[];
  /** The hour at which they want to be asked, `HH:MM` of their own clock. */
  readonly askAt?: string;
  /** Overrides the language of the people file. */
  readonly locale?: string;
  /** Where they want to be written to, if they have accounts on several. */
  readonly platform?: Platform;
}

/** Whether a person wants to be asked at `now`. */
export function wantsQuestions(preference: Preference | undefined, now: Date): boolean {
  if (preference?.stopped) return false;
  return !preference?.pausedUntil || preference.pausedUntil <= now;
}
