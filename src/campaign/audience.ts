/** Whom a campaign asks, and when each of them: a good hour of their own day. */
import { randomInt } from 'node:crypto';
import { homeUnit, type Organisation, type Person } from '../org/person.ts';
import { type Preference, wantsQuestions } from '../org/preference.ts';
import { subtree } from '../org/unit.ts';
import { localDate, localTime, shift, wallTimeToInstant } from './cadence.ts';
import type { Campaign } from './campaign.ts';
import { isWeekday } from './quiet.ts';

export interface Invited {
  readonly person: Person;
  /** Where their ballots count. */
  readonly unit: string;
  readonly preference?: Preference;
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
    .map((person) => {
      const preference = preferences.get(person.id);
      return { person, unit: homeUnit(person, units), ...(preference && { preference }) };
    })
    .filter(({ preference }) => wantsQuestions(preference, now));
}

interface Span {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** Every instant within the window at which the person's clock shows `time` on a good day of theirs. */
function* goodTimes(
  time: string,
  zone: string,
  { opensAt, closesAt }: Span,
  isGood: (date: string) => boolean = isWeekday,
): Generator<Date> {
  for (let date = localDate(opensAt, zone); ; date = shift(date, 1)) {
    const at = wallTimeToInstant(date, time, zone);
    if (at >= closesAt) return;
    if (at >= opensAt && isGood(date)) yield at;
  }
}

/** The first good time of the window; undefined where it has none. */
export function sendTime(
  time: string,
  zone: string,
  window: Span,
  isGood: (date: string) => boolean = isWeekday,
): Date | undefined {
  return goodTimes(time, zone, window, isGood).next().value ?? undefined;
}

/** Not in the last hour of a round, nor within twenty hours of the last message. */
export const LAST_HOUR = 3_600_000;
const APART = 20 * 3_600_000;

/**
 * When to remind next, after the message of `sentAt`, if `left` reminders are left: the last on the last good day before
 * the close, one before it half-way.
 */
export function remindTime(
  time: string,
  zone: string,
  { sentAt, closesAt }: { readonly sentAt: Date; readonly closesAt: Date },
  left: number,
  isGood: (date: string) => boolean = isWeekday,
): Date | undefined {
  if (left <= 0) return undefined;
  const opensAt = new Date(sentAt.getTime() + APART);
  const until = new Date(closesAt.getTime() - LAST_HOUR);
  if (opensAt >= until) return undefined;
  const times = [...goodTimes(time, zone, { opensAt, closesAt: until }, isGood)];
  return left === 1 ? times.at(-1) : times[Math.floor((times.length - 1) / 2)];
}

/** Whether a message that is late may still go out at `now`: on a good day of theirs, between 7:00 and 20:00. */
export function isKind(now: Date, zone: string, isGood: (date: string) => boolean): boolean {
  const time = localTime(now, zone);
  return isGood(localDate(now, zone)) && time >= '07:00' && time < '20:00';
}

/** A minute from `askAt` to `askUntil`, by chance, so that thousands are not written to in the same second. */
export function spread({ askAt, askUntil }: Pick<Campaign, 'askAt' | 'askUntil'>): string {
  const [from, to] = [minutesOf(askAt), minutesOf(askUntil ?? askAt)];
  const minute = to > from ? randomInt(from, to + 1) : from;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The first moment from `now` at which it is 9:00 to 18:00 on a good day in `zone`. */
export function workingHour(
  now: Date,
  zone: string,
  isGood: (date: string) => boolean = isWeekday,
): Date {
  // Nobody's quiet time lasts a year; if rules leave no day at all, now is as good as any.
  for (let days = 0, date = localDate(now, zone); days < 366; days++, date = shift(date, 1)) {
    if (!isGood(date)) continue;
    const [from, to] = ['09:00', '18:00'].map((time) => wallTimeToInstant(date, time, zone));
    if (from && from > now) return from;
    if (to && to > now) return now;
  }
  return now;
}
