import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  type Cadence,
  currentWindow,
  wallTimeToInstant,
  windowOf,
} from '../../src/campaign/cadence.ts';

const weekly: Cadence = {
  every: 'week',
  opens: { weekday: 1, time: '09:00' },
  closes: { weekday: 5, time: '17:00' },
  timezone: 'Europe/Berlin',
  starts: '2026-01-01',
};

test('a weekly round opens on its weekday and closes at its local time, in summer and winter', () => {
  expect(windowOf(weekly, 0)).toMatchObject({
    date: '2026-01-05',
    opensAt: new Date('2026-01-05T08:00:00Z'),
    closesAt: new Date('2026-01-09T16:00:00Z'),
  });
  expect(windowOf(weekly, 26).opensAt).toEqual(new Date('2026-07-06T07:00:00Z'));
});

test('a monthly round opens on the first such weekday of each month from its start', () => {
  const monthly: Cadence = { ...weekly, every: 'month', starts: '2026-01-07' };
  expect([0, 1, 2, 11].map((n) => windowOf(monthly, n).date)).toEqual([
    '2026-02-02',
    '2026-03-02',
    '2026-04-06',
    '2027-01-04',
  ]);
});

test('a round that closes on the weekday it opens, at an earlier hour, closes a week later', () => {
  const window = windowOf({ ...weekly, closes: { weekday: 1, time: '08:00' } }, 0);
  expect(window.closesAt).toEqual(new Date('2026-01-12T07:00:00Z'));
});

test('before the first opening there is no current window, at the second of the opening there is', () => {
  expect(currentWindow(weekly, new Date('2026-01-05T07:59:59Z'))).toBeUndefined();
  expect(currentWindow(weekly, new Date('2026-01-05T08:00:00Z'))?.number).toBe(0);
});

test('at any instant the current window has opened and the next has not, and none is skipped', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Cadence['every']>('week', 'two-weeks', 'month'),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      fc.date({ min: new Date('2026-03-01'), max: new Date('2031-01-01'), noInvalidDate: true }),
      (every, weekday, timezone, now) => {
        const opens = { weekday: weekday as Cadence['opens']['weekday'], time: '02:30' };
        const cadence: Cadence = { ...weekly, every, opens, timezone };
        const current = currentWindow(cadence, now);
        if (!current) throw new Error('no window');
        expect(current.opensAt <= now).toBe(true);
        expect(windowOf(cadence, current.number + 1).opensAt > now).toBe(true);
        expect(current.closesAt > current.opensAt).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('the wall clock agrees with Temporal in every zone, through gaps and folds', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const days = fc.integer({ min: 0, max: 5000 });
  const minutes = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, minutes, (zone, day, minute) => {
      const wall = Temporal.PlainDateTime.from('2018-01-01T00:00').add({
        days: day,
        minutes: minute,
      });
      const [date = '', time = ''] = wall.toString().split('T');
      const oracle = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
      const ours = wallTimeToInstant(date, time.slice(0, 5), zone);
      expect(ours.getTime()).toBe(oracle.epochMilliseconds);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00Z'],
])('%s %s %s is %s: gaps move forward, folds take the first', (zone, date, time, instant) => {
  expect(wallTimeToInstant(date, time, zone)).toEqual(new Date(instant));
});
