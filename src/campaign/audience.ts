/** Whom a campaign asks, and when each of them: a good hour of their own day. */
import { homeUnit, type Organisation, type Person } from '../org/person.ts';
import { type Preference, wantsQuestions } from '../org/preference.ts';
import { subtree } from '../org/unit.ts';
import { localDate, shift, wallTimeToInstant } from './cadence.ts';
import type { Campaign } from './campaign.ts';

export interface Invited {
  readonly person: Person;
  /** Where their ballots count. */
  readonly unit: string;
}

/** Everyone in the campaign's audience who has not paused or stopped. */
export function invited(
  campaign: Pick<Campaign, 'audience'>,
  org: Organisation,
  preferences: ReadonlyMap<string, Preference>,
  now: Date,
): Invited[] {
  const units = new Map(org.units.map((unit) => [unit.id, unit]));
  const included = new Set(campaign.audience.flatMap((id) => [...subtree(org.units, id)]));
  return org.people
    .filter((person) => included.size === 0 || included.has(person.unit))
    .filter((person) => wantsQuestions(preferences.get(person.id), now))
    .map((person) => ({ person, unit: homeUnit(person, units) }));
}

/**
 * The first working day of the person's own week within the window at which their clock shows `time`; undefined where
 * the window has no such hour.
 */
export function sendTime(
  time: string,
  zone: string,
  window: { readonly opensAt: Date; readonly closesAt: Date },
): Date | undefined {
  for (let date = localDate(window.opensAt, zone); ; date = shift(date, 1)) {
    const at = wallTimeToInstant(date, time, zone);
    if (at >= window.closesAt) return undefined;
    if (at >= window.opensAt && isWorkingDay(date)) return at;
  }
}

/** The first moment from `now` at which it is 9:00 to 18:00 on a working day in `zone`. */
export function workingHour(now: Date, zone: string): Date {
  for (let date = localDate(now, zone); ; date = shift(date, 1)) {
    if (!isWorkingDay(date)) continue;
    const [from, to] = ['09:00', '18:00'].map((time) => wallTimeToInstant(date, time, zone));
    if (from && from > now) return from;
    if (to && to > now) return now;
  }
}

function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
