/** On which days people are left alone. */
import { describe, expect, test } from 'vitest';
import { goodDays, MONDAY_TO_FRIDAY, type QuietRules } from '../../src/campaign/quiet.ts';
import type { Calendar } from '../../src/ports/calendar.ts';

const [FROM, TO] = [new Date('2026-11-16T08:00:00Z'), new Date('2026-11-20T16:00:00Z')];
const NONE: QuietRules = { workingDays: MONDAY_TO_FRIDAY, quietDays: [], holidays: true };

/** Knows one holiday of each country and year, and remembers what it was asked. */
function calendar(): Calendar & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async holidays(country, year) {
      asked.push(`${country} ${year}`);
      const days: Record<string, string[]> = { DE: [`${year}-11-18`], US: [`${year}-11-19`] };
      return new Set(days[country] ?? []);
    },
  };
}

/** Which days of a week are good: `MoTuWeThFrSaSu`, others as dots. */
async function week(
  rules: Partial<QuietRules>,
  country?: string,
  quiet?: readonly { from: string; to: string }[],
): Promise<string> {
  const person = country === undefined ? {} : { country };
  const good = await goodDays({ ...NONE, ...rules }, [person], calendar(), FROM, TO);
  const isGood = good(person, quiet && { quiet });
  return ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
    .map((name, i) => (isGood(`2026-11-${16 + i}`) ? name : '..'))
    .join('');
}

describe('good days', () => {
  test('are Monday to Friday, or the days on which the organisation works', async () => {
    expect(await week({})).toBe('MoTuWeThFr....');
    expect(await week({ workingDays: [0, 1, 2, 3, 4] })).toBe('MoTuWeTh....Su');
    expect(await week({ workingDays: [] })).toBe('..............');
  });

  test('are not the organisation’s quiet days, the first and the last included', async () => {
    const quietDays = [{ from: '2026-11-17', to: '2026-11-18' }];
    expect(await week({ quietDays })).toBe('Mo....ThFr....');
    const one = [{ from: '2026-11-20', to: '2026-11-20' }];
    expect(await week({ quietDays: one })).toBe('MoTuWeTh......');
    const over = [{ from: '2026-10-01', to: '2027-01-01' }];
    expect(await week({ quietDays: over })).toBe('..............');
    const outside = [
      { from: '2026-11-01', to: '2026-11-15' },
      { from: '2026-11-21', to: '2026-12-01' },
    ];
    expect(await week({ quietDays: outside })).toBe('MoTuWeThFr....');
  });

  test('are not the person’s own quiet days, beside those of the organisation', async () => {
    const own = [{ from: '2026-11-16', to: '2026-11-16' }];
    expect(await week({}, undefined, own)).toBe('..TuWeThFr....');
    const quietDays = [{ from: '2026-11-20', to: '2026-11-20' }];
    expect(await week({ quietDays }, undefined, own)).toBe('..TuWeTh......');
  });

  test('are not the public holidays of the person’s country, and of no other', async () => {
    expect(await week({}, 'DE')).toBe('MoTu..ThFr....');
    expect(await week({}, 'US')).toBe('MoTuWe..Fr....');
    expect(await week({}, 'XX')).toBe('MoTuWeThFr....');
    expect(await week({}, undefined)).toBe('MoTuWeThFr....');
  });

  test('are holidays too where the organisation says so, or where no calendar is known', async () => {
    expect(await week({ holidays: false }, 'DE')).toBe('MoTuWeThFr....');
    const good = await goodDays(NONE, [{ country: 'DE' }], undefined, FROM, TO);
    expect(good({ country: 'DE' })('2026-11-18')).toBe(true);
  });

  test('of one person are not those of another', async () => {
    const people = [{ country: 'DE' }, { country: 'US' }, {}];
    const good = await goodDays(NONE, people, calendar(), FROM, TO);
    expect(people.map((person) => good(person)('2026-11-18'))).toEqual([false, true, true]);
    expect(people.map((person) => good(person)('2026-11-19'))).toEqual([true, false, true]);
  });
});

describe('the calendar', () => {
  const asked = async (rules: QuietRules, people: { country?: string }[], from = FROM, to = TO) => {
    const known = calendar();
    await goodDays(rules, people, known, from, to);
    return known.asked.toSorted();
  };

  test('is asked once a country, however many live there', async () => {
    const people = Array.from({ length: 1000 }, (_, i) => ({ country: i % 2 ? 'DE' : 'US' }));
    expect(await asked(NONE, people)).toEqual(['DE 2026', 'US 2026']);
  });

  test('is not asked where nobody has a country, or holidays do not count', async () => {
    expect(await asked(NONE, [{}, {}])).toEqual([]);
    expect(await asked({ ...NONE, holidays: false }, [{ country: 'DE' }])).toEqual([]);
  });

  test('is asked for both years of a window over New Year, wherever the year begins', async () => {
    const late = new Date('2026-12-31T12:00:00Z');
    expect(await asked(NONE, [{ country: 'DE' }], FROM, late)).toEqual(['DE 2026', 'DE 2027']);
    const early = new Date('2027-01-01T05:00:00Z');
    expect(await asked(NONE, [{ country: 'DE' }], early, early)).toEqual(['DE 2026', 'DE 2027']);
  });
});
