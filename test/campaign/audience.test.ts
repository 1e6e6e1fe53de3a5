import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invited, sendTime, workingHour } from '../../src/campaign/audience.ts';
import type { Organisation, Person } from '../../src/org/person.ts';
import type { Preference } from '../../src/org/preference.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const HOUR = 3_600_000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock and a calendar in `zone` show, told by Intl and not by us. */
function local(at: Date, zone: string): { weekday: string; time: string } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    weekday: parts.get('weekday') ?? '',
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}

describe('the hour at which a person is asked', () => {
  const window = {
    opensAt: new Date('2026-11-16T08:00:00Z'),
    closesAt: new Date('2026-11-20T16:00:00Z'),
  };

  test('is that of their own clock, on a working day, within the window, in every zone', () => {
    for (const zone of ZONES) {
      const at = sendTime('10:00', zone, window);
      if (!at) throw new Error(`never in ${zone}`);
      const { weekday, time } = local(at, zone);
      expect(time, zone).toBe('10:00');
      expect(WEEKDAYS, zone).toContain(weekday);
      expect(at >= window.opensAt && at < window.closesAt, zone).toBe(true);
    }
  });

  test('is the first such hour: a day before is too early or no working day', () => {
    for (const zone of ZONES) {
      const at = sendTime('10:00', zone, window);
      const before = new Date((at?.getTime() ?? 0) - 24 * HOUR);
      expect(before < window.opensAt, zone).toBe(true);
    }
  });

  test('is Monday in Berlin, and in Tokyo, where the hour has passed, Tuesday', () => {
    expect(sendTime('10:00', 'Europe/Berlin', window)).toEqual(new Date('2026-11-16T09:00:00Z'));
    expect(sendTime('10:00', 'Asia/Tokyo', window)).toEqual(new Date('2026-11-17T01:00:00Z'));
    expect(sendTime('10:00', 'America/Los_Angeles', window)).toEqual(
      new Date('2026-11-16T18:00:00Z'),
    );
  });

  test('is the moment of the opening itself where that is the hour', () => {
    const opensAt = new Date('2026-11-16T09:00:00Z');
    expect(sendTime('10:00', 'Europe/Berlin', { ...window, opensAt })).toEqual(opensAt);
  });

  test('never comes where the window has none, nor at its very end, nor at a weekend', () => {
    const noon = new Date('2026-11-16T12:00:00Z');
    const three = new Date('2026-11-16T15:00:00Z');
    expect(sendTime('10:00', 'Europe/Berlin', { opensAt: noon, closesAt: three })).toBeUndefined();
    const ten = new Date('2026-11-17T09:00:00Z');
    expect(sendTime('10:00', 'Europe/Berlin', { opensAt: noon, closesAt: ten })).toBeUndefined();
    const weekend = {
      opensAt: new Date('2026-11-20T17:00:00Z'),
      closesAt: new Date('2026-11-23T08:00:00Z'),
    };
    expect(sendTime('10:00', 'Europe/Berlin', weekend)).toBeUndefined();
  });

  test('after a weekend is Monday', () => {
    const opensAt = new Date('2026-11-20T17:00:00Z');
    const closesAt = new Date('2026-11-27T17:00:00Z');
    expect(sendTime('10:00', 'Europe/Berlin', { opensAt, closesAt })).toEqual(
      new Date('2026-11-23T09:00:00Z'),
    );
  });

  test('holds for any window, in summer and winter, and is the earliest that does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 9 * 24 }),
        fc.constantFrom('09:00', '10:00', '15:30'),
        (zone, opensAt, hours, time) => {
          const closesAt = new Date(opensAt.getTime() + hours * HOUR);
          const at = sendTime(time, zone, { opensAt, closesAt });
          // Every quarter of an hour of the window, by brute force.
          const quarter = HOUR / 4;
          let first: Date | undefined;
          const from = Math.ceil(opensAt.getTime() / quarter) * quarter;
          for (let ms = from; ms < closesAt.getTime() && !first; ms += quarter) {
            const shown = local(new Date(ms), zone);
            if (shown.time === time && WEEKDAYS.includes(shown.weekday)) first = new Date(ms);
          }
          expect(at).toEqual(first);
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe('a working hour', () => {
  const berlin = (now: string) => workingHour(new Date(now), 'Europe/Berlin').toISOString();

  test('is now, between nine and six on a working day', () => {
    expect(berlin('2026-11-18T08:00:00Z')).toBe('2026-11-18T08:00:00.000Z');
    expect(berlin('2026-11-18T13:37:11Z')).toBe('2026-11-18T13:37:11.000Z');
    expect(berlin('2026-11-18T16:59:59Z')).toBe('2026-11-18T16:59:59.000Z');
  });

  test('is nine o’clock in the early morning, and the next day from six in the evening', () => {
    expect(berlin('2026-11-18T03:00:00Z')).toBe('2026-11-18T08:00:00.000Z');
    expect(berlin('2026-11-18T17:00:00Z')).toBe('2026-11-19T08:00:00.000Z');
  });

  test('is Monday’s from Friday evening on', () => {
    expect(berlin('2026-11-20T18:00:00Z')).toBe('2026-11-23T08:00:00.000Z');
    expect(berlin('2026-11-22T12:00:00Z')).toBe('2026-11-23T08:00:00.000Z');
  });

  test('is one by the person’s own clock, in every zone, at any time of day', () => {
    for (const zone of ZONES) {
      for (let hour = 0; hour < 72; hour += 9) {
        const now = new Date(Date.UTC(2026, 10, 20, hour));
        const at = workingHour(now, zone);
        const { weekday, time } = local(at, zone);
        expect(at >= now, zone).toBe(true);
        expect(WEEKDAYS, zone).toContain(weekday);
        expect(time >= '09:00' && time < '18:00', `${zone} ${time}`).toBe(true);
        if (at > now) expect(time, zone).toBe('09:00');
      }
    }
  });
});

describe('who is asked', () => {
  const now = new Date('2026-11-16T08:00:00Z');
  const person = (id: string, unit: string): Person => ({ id, name: id, unit });
  const org: Organisation = {
    units: [
      { id: 'company', name: 'Company', manager: 'boss' },
      { id: 'sales', name: 'Sales', parent: 'company', manager: 'sam' },
      { id: 'north', name: 'North', parent: 'sales', manager: 'nora' },
      { id: 'lab', name: 'Lab', parent: 'company' },
    ],
    people: [
      person('boss', 'company'),
      person('sam', 'sales'),
      person('nora', 'north'),
      person('nils', 'north'),
      person('lea', 'lab'),
    ],
  };
  const ask = (audience: string[], preferences: Record<string, Preference> = {}) =>
    invited({ audience }, org, new Map(Object.entries(preferences)), now).map(
      ({ person: { id }, unit }) => `${id} in ${unit}`,
    );

  test('is everyone, managers counted in the unit above the one that they lead', () => {
    expect(ask([])).toEqual([
      'boss in company',
      'sam in company',
      'nora in sales',
      'nils in north',
      'lea in lab',
    ]);
  });

  test('is whoever works in a unit of the audience or below it', () => {
    expect(ask(['sales'])).toEqual(['sam in company', 'nora in sales', 'nils in north']);
    expect(ask(['north', 'lab'])).toEqual(['nora in sales', 'nils in north', 'lea in lab']);
    expect(ask(['north', 'sales'])).toEqual(['sam in company', 'nora in sales', 'nils in north']);
  });

  test('is not who has stopped, nor who is on a pause that has not ended', () => {
    const preferences = {
      nora: { stopped: true },
      nils: { pausedUntil: new Date(now.getTime() + 1) },
      lea: { pausedUntil: now },
      sam: { locale: 'de' },
    };
    expect(ask([], preferences)).toEqual(['boss in company', 'sam in company', 'lea in lab']);
  });

  test('is nobody, and not everybody, where the audience is a unit that is not there', () => {
    expect(ask(['ghost'])).toEqual([]);
  });
});
