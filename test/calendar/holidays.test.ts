/** Public holidays as the package knows them, on dates that everybody knows. */
import { describe, expect, test, vi } from 'vitest';
import { holidays } from '../../adapters/calendar/holidays.ts';
import { goodDays, MONDAY_TO_FRIDAY } from '../../src/campaign/quiet.ts';

describe('public holidays', () => {
  test.each([
    [
      'DE',
      2026,
      ['2026-01-01', '2026-04-03', '2026-05-01', '2026-10-03', '2026-12-25', '2026-12-26'],
    ],
    ['US', 2026, ['2026-01-01', '2026-01-19', '2026-07-04', '2026-11-26', '2026-12-25']],
    ['GB', 2026, ['2026-01-01', '2026-04-03', '2026-12-25']],
    ['FR', 2026, ['2026-01-01', '2026-05-01', '2026-07-14', '2026-11-11', '2026-12-25']],
    ['JP', 2026, ['2026-01-01', '2026-02-11', '2026-05-03', '2026-11-03']],
  ])('of %s in %d are known', async (country, year, dates) => {
    const known = await holidays().holidays(country, year);
    for (const date of dates) expect(known, date).toContain(date);
    for (const date of known) expect(date).toMatch(/^20(25|26|27)-\d\d-\d\d$/);
    expect(known.size).toBeLessThan(30);
  });

  test.each([
    ['US', 2026, '2026-07-03', 'the Fourth of July is a Saturday'],
    ['US', 2027, '2027-07-05', 'the Fourth of July is a Sunday'],
    ['GB', 2027, '2027-12-27', 'Christmas is a Saturday'],
    ['JP', 2026, '2026-05-06', 'Constitution Day is a Sunday'],
  ])('of %s in %d are also observed on %s, where %s', async (country, year, date) => {
    expect(await holidays().holidays(country, year)).toContain(date);
  });

  test('are none on days of work, nor another country’s', async () => {
    const calendar = holidays();
    expect(await calendar.holidays('US', 2026)).not.toContain('2026-10-03');
    expect(await calendar.holidays('DE', 2026)).not.toContain('2026-07-04');
    expect(await calendar.holidays('JP', 2026)).not.toContain('2026-12-25');
    expect(await calendar.holidays('FR', 2026)).not.toContain('2026-10-03');
    for (const country of ['DE', 'US', 'GB', 'FR']) {
      expect(await calendar.holidays(country, 2026)).not.toContain('2026-11-18');
    }
  });

  test('are those of the whole country: Corpus Christi is one in some of its states only', async () => {
    expect(await holidays().holidays('DE', 2026)).not.toContain('2026-06-04');
  });

  test('of a holiday that is no public one are none: Valentine’s Day, Mothering Sunday', async () => {
    expect(await holidays().holidays('US', 2026)).not.toContain('2026-02-14');
    expect(await holidays().holidays('GB', 2026)).not.toContain('2026-03-15');
  });

  test.each(['XX', 'ZZ', '', 'de', 'Germany', '__proto__', 'constructor'])(
    'of “%s”, which is no country that is known, are no error',
    async (country) => {
      const known = await holidays().holidays(country, 2026);
      if (country !== 'de') expect(known.size).toBe(0);
    },
  );

  test('of every country in any year at hand can be asked for', async () => {
    const calendar = holidays();
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((a) => letters.map((b) => `${a}${b}`));
    const sizes = await Promise.all(
      codes.map(async (code) => (await calendar.holidays(code, 2027)).size),
    );
    expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(150);
    // A country where every day was a holiday would never be asked.
    expect(Math.max(...sizes)).toBeLessThan(60);
  }, 60_000);

  test('once asked for are remembered: the second time costs nothing', async () => {
    const calendar = holidays();
    const first = await calendar.holidays('DE', 2026);
    expect(await calendar.holidays('DE', 2026)).toBe(first);
  });
});

describe('the package', () => {
  test('is not loaded before somebody’s country is asked for, and then once', async () => {
    let loads = 0;
    vi.resetModules();
    vi.doMock('date-holidays', () => {
      loads += 1;
      return {
        default: class {
          getHolidays = () => [];
        },
      };
    });
    try {
      const { holidays: fresh } = await import('../../adapters/calendar/holidays.ts');
      const rules = { workingDays: MONDAY_TO_FRIDAY, quietDays: [], holidays: true };
      const now = new Date('2026-11-16T08:00:00Z');
      const calendar = fresh();
      await goodDays(rules, [{}, {}], calendar, now, now);
      await goodDays({ ...rules, holidays: false }, [{ country: 'DE' }], calendar, now, now);
      expect(loads).toBe(0);
      await goodDays(rules, [{ country: 'DE' }, { country: 'FR' }], calendar, now, now);
      expect(loads).toBe(1);
    } finally {
      vi.doUnmock('date-holidays');
      vi.resetModules();
    }
  });
});
