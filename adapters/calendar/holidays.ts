/** Public holidays from the package date-holidays, which is loaded only when somebody's country is asked for. */
import type { Calendar } from '../../src/ports/calendar.ts';

/** Remembers each country and year once asked for. */
export function holidays(): Calendar {
  const known = new Map<string, Promise<ReadonlySet<string>>>();
  return {
    holidays(country, year) {
      const key = `${country} ${year}`;
      const found = known.get(key) ?? look(country, year);
      known.set(key, found);
      return found;
    },
  };
}

async function look(country: string, year: number): Promise<ReadonlySet<string>> {
  const { default: Holidays } = await import('date-holidays');
  const all = new Holidays(country).getHolidays(year) ?? [];
  return new Set(
    all
      .filter(({ type }) => type === 'public')
      .flatMap(({ date, start, end }) => daysOf(date, start, end)),
  );
}

/** A holiday's days: most have one, some two or three. */
function daysOf(date: string, start: Date, end: Date): string[] {
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Array.from({ length: days }, (_, i) =>
    new Date(first + i * 86_400_000).toISOString().slice(0, 10),
  );
}
