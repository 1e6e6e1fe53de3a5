/** What people have set for themselves. Never visible to managers or HR. */

export interface Preference {
  /** No questions before this instant. */
  readonly pausedUntil?: Date;
  /** No questions until they say "resume". */
  readonly stopped?: boolean;
  /** Overrides the language of the people file. */
  readonly locale?: string;
}

/** Whether a person wants to be asked at `now`. */
export function wantsQuestions(preference: Preference | undefined, now: Date): boolean {
  if (preference?.stopped) return false;
  return !preference?.pausedUntil || preference.pausedUntil <= now;
}
