/** Dates and times as people read them. */

/** `Friday 17:00`: for instants in the coming days. */
export function weekdayTime(at: Date, zone: string, locale: string): string {
  return format(at, zone, locale, { weekday: 'long', hour: '2-digit', minute: '2-digit' });
}

/** `16 November`. */
export function dayMonth(at: Date, zone: string, locale: string): string {
  return format(at, zone, locale, { day: 'numeric', month: 'long' });
}

/** `31 December 2026`, of a civil date `YYYY-MM-DD`. */
export function fullDay(date: string, locale: string): string {
  const noon = new Date(`${date}T12:00:00Z`);
  return format(noon, 'UTC', locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `Friday 20 November, 17:00`. */
export function dayTime(at: Date, zone: string, locale: string): string {
  return format(at, zone, locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
}

function format(at: Date, zone: string, locale: string, parts: Intl.DateTimeFormatOptions): string {
  const text = formatter(zone, locale, parts)
    .format(at)
    .replace(/ at | um /, ', ');
  if (locale === 'fr') return text.replace(/(?<!\d)1 (?=\p{L})/u, '1er ');
  // `viernes 20 de noviembre, 17:00`, not with two commas.
  return locale === 'es' ? text.replace(/, (?=\d+ de )/, ' ') : text;
}

/** One for each zone, language and form: making one takes longer than a message does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, locale: string, parts: Intl.DateTimeFormatOptions) {
  const key = `${zone} ${locale} ${Object.keys(parts).join()}`;
  const written = locale === 'en' ? 'en-GB' : locale;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(written, { ...parts, timeZone: zone, hourCycle: 'h23' });
  formatters.set(key, made);
  return made;
}

/** A language in its own words: `Deutsch`. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
