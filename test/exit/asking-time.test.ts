import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWeekday } from '../../src/campaign/quiet.ts';
import { askTime, exitRemindTime, lastDayStarts } from '../../src/exit/asking-time.ts';

const around = { time: '10:00', zone: 'Europe/Berlin', isGood: isWeekday };
const TEN = { askDaysBefore: 10 };

describe('a leaver is asked', () => {
  test('ten working days before the last day, at their hour', () => {
    const leaver = { lastDay: '2026-11-30', announcedAt: new Date('2026-10-01T08:00:00Z') };
    // A Monday; ten working days back is Monday two weeks before.
    expect(askTime(leaver, TEN, around, leaver.announcedAt)).toEqual(
      new Date('2026-11-16T09:00:00Z'),
    );
  });

  test('a day after the announcement where that comes late: it can still be corrected', () => {
    const announcedAt = new Date('2026-11-24T12:00:00Z');
    expect(askTime({ lastDay: '2026-11-30', announcedAt }, TEN, around, announcedAt)).toEqual(
      new Date('2026-11-26T09:00:00Z'),
    );
  });

  test('not at all where the day of grace reaches the last day', () => {
    const announcedAt = new Date('2026-11-27T12:00:00Z');
    expect(
      askTime({ lastDay: '2026-11-30', announcedAt }, TEN, around, announcedAt),
    ).toBeUndefined();
  });

  test('not on holidays of theirs, which do not count as working days either', () => {
    const isGood = (date: string) =>
      isWeekday(date) && date !== '2026-11-16' && date !== '2026-11-17';
    const leaver = { lastDay: '2026-11-30', announcedAt: new Date('2026-10-01T08:00:00Z') };
    expect(askTime(leaver, TEN, { ...around, isGood }, leaver.announcedAt)).toEqual(
      new Date('2026-11-12T09:00:00Z'),
    );
  });
});

test('the reminder comes once, after the question, on a good day, and never on the last day', () => {
  const days = fc.integer({ min: 1, max: 60 });
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'Pacific/Auckland',
    'America/Los_Angeles',
    'Asia/Kolkata',
  );
  fc.assert(
    fc.property(days, days, zones, (sooner, before, zone) => {
      const lastDay = '2027-01-29';
      const announcedAt = new Date(Date.parse(lastDay) - before * 86_400_000);
      const here = { ...around, zone };
      const sendAt = askTime(
        { lastDay, announcedAt },
        { askDaysBefore: sooner },
        here,
        announcedAt,
      );
      if (!sendAt) return;
      expect(sendAt.getTime()).toBeLessThan(lastDayStarts(lastDay, zone).getTime());
      expect(sendAt.getTime()).toBeGreaterThanOrEqual(announcedAt.getTime() + 24 * 3_600_000);
      const again = exitRemindTime(lastDay, here, sendAt);
      if (!again) return;
      expect(again.getTime()).toBeGreaterThan(sendAt.getTime() + 20 * 3_600_000 - 1);
      expect(again.getTime()).toBeLessThan(lastDayStarts(lastDay, zone).getTime());
    }),
  );
});
