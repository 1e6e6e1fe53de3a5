/** When rounds open and close, and the one rule from a wall clock to an instant. */
import { TZDate, tzOffset } from '@date-fns/tz';
import { addMonths } from 'date-fns';

/** 0 is Sunday, as in `Date.getUTCDay`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface WeekTime {
  readonly weekday: Weekday;
  /** `HH:MM`, 24 hours. */
  readonly time: string;
}

export interface Cadence {
  readonly every: 'week' | 'two-weeks' | 'month';
  /** Monthly: the first such weekday of the month. */
  readonly opens: WeekTime;
  /** The first such weekday and time after the opening. */
  readonly closes: WeekTime;
  /** IANA zone of both times. */
  readonly timezone: string;
  /** `YYYY-MM-DD`: round 0 is the first to open on or after this day. */
  readonly starts: string;
}

export interface Window {
  readonly number: number;
  /** Local date of the opening, `YYYY-MM-DD`. */
  readonly date: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** The window of round `number` (0 or more). */
export function windowOf(cadence: Cadence, number: number): Window {
  const date = openingDate(cadence, number);
  const opensAt = wallTimeToInstant(date, cadence.opens.time, cadence.timezone);
  const days = daysUntil(date, cadence.closes.weekday);
  const sameDay = days === 0 && cadence.closes.time <= cadence.opens.time;
  const closing = shift(date, sameDay ? 7 : days);
  const closesAt = wallTimeToInstant(closing, cadence.closes.time, cadence.timezone);
  return { number, date, opensAt, closesAt };
}

/** The newest window that has opened at `now`; undefined before the first. */
export function currentWindow(cadence: Cadence, now: Date): Window | undefined {
  const today = localDate(now, cadence.timezone);
  const first = civil(openingDate(cadence, 0));
  const elapsed =
    cadence.every === 'month'
      ? monthsBetween(first, civil(today))
      : Math.floor((civil(today).getTime() - first.getTime()) / (DAY * WEEKS[cadence.every] * 7));
  for (let number = elapsed + 1; number >= Math.max(0, elapsed - 1); number--) {
    const window = windowOf(cadence, number);
    if (window.opensAt <= now) return window;
  }
  return undefined;
}

const DAY = 86_400_000;
const WEEKS = { week: 1, 'two-weeks': 2 } as const;

function openingDate({ every, opens, starts }: Cadence, number: number): string {
  const first = shift(starts, daysUntil(starts, opens.weekday));
  if (every !== 'month') return shift(first, number * 7 * WEEKS[every]);
  const months = firstWeekday(first, opens.weekday) >= starts ? number : number + 1;
  return firstWeekday(iso(addMonths(civil(`${first.slice(0, 7)}-01`), months)), opens.weekday);
}

/** The first such weekday of the month that `date` lies in. */
function firstWeekday(date: string, weekday: Weekday): string {
  const start = `${date.slice(0, 7)}-01`;
  return shift(start, daysUntil(start, weekday));
}

function monthsBetween(a: Date, b: Date): number {
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
}

/** Days from `date` to the next such weekday, 0 to 6. */
function daysUntil(date: string, weekday: Weekday): number {
  return (weekday - civil(date).getUTCDay() + 7) % 7;
}

/** A civil date `YYYY-MM-DD` moved by whole days. */
export function shift(date: string, days: number): string {
  return iso(new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY));
}

/** A civil date as midnight UTC, in which date-fns then counts (it counts in the process's zone otherwise). */
function civil(date: string): TZDate {
  return new TZDate(Date.parse(`${date}T00:00:00Z`), 'UTC');
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The civil date at `now` in `zone`. */
export function localDate(now: Date, zone: string): string {
  return iso(onTheWall(now, zone));
}

/** Local `HH:MM` at `now` in `zone`. */
export function localTime(now: Date, zone: string): string {
  return onTheWall(now, zone).toISOString().slice(11, 16);
}

/** What clocks in `zone` show at `now`, as if it were UTC. */
function onTheWall(now: Date, zone: string): Date {
  return new Date(now.getTime() + offsetOf(zone, now.getTime()));
}

/**
 * The instant at which clocks in `zone` show `date` (`YYYY-MM-DD`) and `time` (`HH:MM`). A time that does not exist
 * (spring) moves forward by the gap; of a time that exists twice (autumn) the first is taken.
 */
export function wallTimeToInstant(date: string, time: string, zone: string): Date {
  const wall = new Date(`${date}T${time}:00Z`).getTime();
  const offset = (instant: number) => offsetOf(zone, instant);
  const [before, after] = [offset(wall - DAY), offset(wall + DAY)];
  const early = wall - before;
  const late = wall - after;
  if (offset(early) === before) return new Date(early);
  return new Date(offset(late) === after ? late : early);
}

/** Most offsets that are remembered: to read one from the tables takes longer than all else about a time. */
const REMEMBERED = 10_000;
const offsets = new Map<string, number>();

/** Milliseconds that clocks in `zone` are ahead of UTC. People who are due together ask for the same again and again. */
function offsetOf(zone: string, instant: number): number {
  const key = `${zone} ${instant}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= REMEMBERED) offsets.clear();
  const offset = tzOffset(zone, new Date(instant)) * 60_000;
  offsets.set(key, offset);
  return offset;
}
