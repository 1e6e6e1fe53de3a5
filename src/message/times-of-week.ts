/** Weekdays as people read them. */

/** 0 is Sunday. */
export function weekdayName(weekday: number, locale: string): string {
  // The first of November 2026 is a Sunday.
  const day = new Date(Date.UTC(2026, 10, 1 + weekday));
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(day);
}
