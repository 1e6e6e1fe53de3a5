/** When a leaver is asked and reminded: on good days of theirs, well before the last day, never on it. */
import { remindTime, sendTime } from '../campaign/audience.ts';
import { shift, wallTimeToInstant } from '../campaign/cadence.ts';
import { type ExitRules, GRACE_HOURS } from './rules.ts';

/** When a good day is looked for at the longest, in days: nobody's quiet time lasts a year. */
const LONGEST = 366;

export interface AskedAround {
  /** `HH:MM`. */
  readonly time: string;
  readonly zone: string;
  readonly isGood: (date: string) => boolean;
}

/** The hour on the day so many working days before the last; later where HR said it late; undefined where no day is left. */
export function askTime(
  { lastDay, announcedAt }: { readonly lastDay: string; readonly announcedAt: Date },
  { askDaysBefore }: Pick<ExitRules, 'askDaysBefore'>,
  { time, zone, isGood }: AskedAround,
  now: Date,
): Date | undefined {
  let day = lastDay;
  for (let left = askDaysBefore, tries = 0; left > 0 && tries < LONGEST; tries++) {
    day = shift(day, -1);
    if (isGood(day)) left--;
  }
  const earliest = [
    wallTimeToInstant(day, '00:00', zone),
    new Date(announcedAt.getTime() + GRACE_HOURS * 3_600_000),
    now,
  ];
  const opensAt = new Date(Math.max(...earliest.map((each) => each.getTime())));
  return sendTime(time, zone, { opensAt, closesAt: lastDayStarts(lastDay, zone) }, isGood);
}

/** Half-way between the question and the last day; undefined where that is too near. */
export function exitRemindTime(
  lastDay: string,
  { time, zone, isGood }: AskedAround,
  sentAt: Date,
): Date | undefined {
  const closesAt = lastDayStarts(lastDay, zone);
  // Of two reminders the first is the one half-way.
  return remindTime(time, zone, { sentAt, closesAt }, 2, isGood);
}

/** From then on nobody is written to. */
export function lastDayStarts(lastDay: string, zone: string): Date {
  return wallTimeToInstant(lastDay, '00:00', zone);
}

/** From then on an interview is ended as it stands. */
export function lastDayEnds(lastDay: string, zone: string): Date {
  return wallTimeToInstant(shift(lastDay, 1), '00:00', zone);
}
