/** Dates as surveys write them, often only a year; and the whole years between two of them. */

/** As much of a date as was written. */
export interface PastDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** Reads a date in one of these formats (of `yyyy`, `MM`, `dd` and what stands between); undefined if none fits. */
export function readPastDate(text: string, formats: readonly string[]): PastDate | undefined {
  for (const format of formats) {
    const date = readAs(text, format);
    if (date) return date;
  }
  return undefined;
}

function readAs(text: string, format: string): PastDate | undefined {
  const names: string[] = [];
  const pattern = format.replace(/yyyy|MM|dd|[^yMd]/g, (part) => {
    if (part.length === 1) return `\\${part}`;
    names.push(part);
    return part === 'yyyy' ? '(\\d{4})' : '(\\d{1,2})';
  });
  const match = new RegExp(`^${pattern}$`).exec(text);
  if (!match) return undefined;
  const part = (name: string) => {
    const found = match[names.indexOf(name) + 1];
    return names.includes(name) && found !== undefined ? Number(found) : undefined;
  };
  const [year = 0, month, day] = [part('yyyy'), part('MM'), part('dd')];
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  const days = new Date(Date.UTC(year, month ?? 1, 0)).getUTCDate();
  if (day !== undefined && (day < 1 || day > days)) return undefined;
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

/**
 * Completed years from one date to the other, as far as both are written: with years alone it is their difference.
 * Undefined if the end is before the start.
 */
export function wholeYears(from: PastDate, to: PastDate): number | undefined {
  const years = to.year - from.year;
  const short = isEarlier(to, from) ? 1 : 0;
  return years - short < 0 ? undefined : years - short;
}

/** Whether `a` comes earlier in its year than `b`, as far as both say. */
function isEarlier(a: PastDate, b: PastDate): boolean {
  if (a.month === undefined || b.month === undefined) return false;
  if (a.month !== b.month) return a.month < b.month;
  return a.day !== undefined && b.day !== undefined && a.day < b.day;
}
