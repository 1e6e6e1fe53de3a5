/** On which days people are left alone: weekends, public holidays, the organisation's quiet days and their own. */
import type { Person } from '../org/person.ts';
import type { Preference } from '../org/preference.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Weekday } from './cadence.ts';

/** Days from `from` to `to`, both included, `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The organisation's own rules. */
export interface QuietRules {
  readonly workingDays: readonly Weekday[];
  readonly quietDays: readonly Days[];
  /** Whether public holidays of a person's country are quiet. */
  readonly holidays: boolean;
}

/** Whether a person may be written to on a civil date of their own. */
export type GoodDays = (
  person: Pick<Person, 'country'>,
  preference?: Preference,
) => (date: string) => boolean;

export const MONDAY_TO_FRIDAY: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Monday to Friday. */
export function isWeekday(date: string): boolean {
  return MONDAY_TO_FRIDAY.includes(weekdayOf(date));
}

/** The rules for these people, with the holidays of their countries in the years from `from` to `to`. */
export async function goodDays(
  rules: QuietRules,
  people: readonly Pick<Person, 'country'>[],
  calendar: Calendar | undefined,
  from: Date,
  to: Date,
): Promise<GoodDays> {
  const holidays = new Map<string, Set<string>>();
  const countries = new Set(rules.holidays ? people.map(({ country }) => country) : []);
  for (const country of countries) {
    if (country === undefined || !calendar) continue;
    const days = new Set<string>();
    // A day more on both sides: local years begin and end earlier or later than in UTC.
    for (let year = yearOf(from, -1); year <= yearOf(to, 1); year++) {
      for (const day of await calendar.holidays(country, year)) days.add(day);
    }
    holidays.set(country, days);
  }
  return ({ country }, preference) =>
    (date) => {
      if (!rules.workingDays.includes(weekdayOf(date))) return false;
      if (country !== undefined && holidays.get(country)?.has(date)) return false;
      const quiet = [...rules.quietDays, ...(preference?.quiet ?? [])];
      return !quiet.some(({ from: first, to: last }) => first <= date && date <= last);
    };
}

function weekdayOf(date: string): Weekday {
  return new Date(`${date}T00:00:00Z`).getUTCDay() as Weekday;
}

function yearOf(at: Date, days: number): number {
  return new Date(at.getTime() + days * 86_400_000).getUTCFullYear();
}
