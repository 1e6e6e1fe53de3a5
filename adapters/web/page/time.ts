/** Instants, zones and languages in words of the page's language, in the zone of whoever reads. */

const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `Tuesday 17 November 2026` */
export function dateInWords(at: Date, zone: string): string {
  return format(at, zone, { ...day, year: 'numeric' });
}

/** `10:00` */
export function timeOfDay(at: Date, zone: string): string {
  return format(at, zone, clock);
}

/** `Friday 17:00` within a week of `now`, else with the date. */
export function soonInWords(at: Date, now: Date, zone: string): string {
  const near = at.getTime() - now.getTime() < 6 * 24 * 3600 * 1000;
  const date = near ? format(at, zone, { weekday: 'long' }) : format(at, zone, day);
  return `${date} ${timeOfDay(at, zone)}`;
}

/** `Europe/Berlin` as `Berlin`. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `de` as `German`; a tag that this browser does not know as it is. */
export function languageOf(locale: string): string {
  try {
    return new Intl.DisplayNames('en-GB', { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** A zone that this browser does not know is shown as UTC. */
function format(at: Date, zone: string, options: Intl.DateTimeFormatOptions): string {
  const show = (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at).replace(',', '');
  try {
    return show(zone);
  } catch {
    return show('UTC');
  }
}
