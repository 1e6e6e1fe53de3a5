/** How exit interviews are run: `exits` in `soundings.yaml`, or what is usual. */

/** Whom a leaver can turn to when something should be looked into. */
export interface Contact {
  readonly name: string;
  /** How to reach them: a phone number, an address, a room. */
  readonly reach: string;
}

export interface ExitRules {
  /** Working days before the last day on which the leaver is asked. */
  readonly askDaysBefore: number;
  /** Leavers whose last days lie in one of these are counted together. */
  readonly period: 'month' | 'quarter' | 'half-year';
  /** Days between the end of a period and its count. */
  readonly delayDays: number;
  /** Months for which a named interview is kept after the last day; then it is erased. */
  readonly keepMonths: number;
  /** Months between the last day and the second wave. */
  readonly laterMonths: number;
  readonly contacts: readonly Contact[];
}

export const USUAL_EXITS: ExitRules = {
  askDaysBefore: 10,
  period: 'quarter',
  delayDays: 30,
  keepMonths: 24,
  laterMonths: 4,
  contacts: [],
};

/** Hours in which an announcement can be corrected before anybody is written to. */
export const GRACE_HOURS = 24;
/** Days for which the link of the second wave works. */
export const LINK_DAYS = 60;

export function exitRules({ exits }: { readonly exits?: ExitRules }): ExitRules {
  return exits ?? USUAL_EXITS;
}
