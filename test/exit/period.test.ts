import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastDayOf, periodAfter, periodOf } from '../../src/exit/period.ts';

const QUARTERS = { period: 'quarter', delayDays: 30 } as const;

describe('the release that a last day falls into', () => {
  test('is that of its quarter, and is counted thirty days after its end', () => {
    expect(periodOf('2026-11-30', 'door', QUARTERS, 'Europe/Berlin')).toMatchObject({
      id: 'exit-2026-q4',
      campaign: 'exit',
      lastDay: '2026-12-31',
      closesAt: new Date('2027-01-31T08:00:00Z'),
    });
  });

  test('waits, in the second wave, for the last link to run out', () => {
    expect(periodOf('2027-03-31', 'later', QUARTERS, 'UTC')).toMatchObject({
      id: 'exit-later-2027-q1',
      closesAt: new Date('2027-05-31T09:00:00Z'),
    });
  });

  test('may be a month or half a year', () => {
    const id = (period: 'month' | 'half-year') =>
      periodOf('2026-02-28', 'door', { period, delayDays: 14 }, 'UTC').id;
    expect([id('month'), id('half-year')]).toEqual(['exit-2026-02', 'exit-2026-h1']);
  });

  test('is followed by the next, without a gap, over years', () => {
    const day = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-12-31'),
      noInvalidDate: true,
    });
    const length = fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const);
    fc.assert(
      fc.property(
        day,
        length,
        fc.constantFrom('door' as const, 'later' as const),
        (at, period, wave) => {
          const rules = { period, delayDays: 30 };
          const date = at.toISOString().slice(0, 10);
          const now = periodOf(date, wave, rules, 'UTC');
          const next = periodAfter(now, wave, rules, 'UTC');
          expect(lastDayOf(now.id)).toBe(now.lastDay);
          expect(now.lastDay >= date).toBe(true);
          expect(next.number).toBeGreaterThan(now.number);
          expect(next.closesAt.getTime()).toBeGreaterThan(now.closesAt.getTime());
          expect(periodOf(now.lastDay, wave, rules, 'UTC')).toEqual(now);
        },
      ),
    );
  });
});
