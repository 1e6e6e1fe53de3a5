/** A year of three campaigns for somebody in every zone of the world, held to a calendar of its own. */
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { holidays } from '../../adapters/calendar/holidays.ts';
import { remindTime, sendTime } from '../../src/campaign/audience.ts';
import { type Cadence, currentWindow, type Window, windowOf } from '../../src/campaign/cadence.ts';
import { goodDays, MONDAY_TO_FRIDAY, type QuietRules } from '../../src/campaign/quiet.ts';
import type { Preference } from '../../src/org/preference.ts';

const HOUR = 3_600_000;
const [FROM, UNTIL] = [new Date('2026-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')];
const ZONES = [...Intl.supportedValuesOf('timeZone'), 'Etc/GMT-14', 'Etc/GMT+12'];
const COUNTRIES: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'DE',
  'America/New_York': 'US',
  'Europe/London': 'GB',
  'Europe/Paris': 'FR',
  'Asia/Tokyo': 'JP',
};
/** Some ask for an hour of their own, some to be left alone for a while. */
const WISHES: readonly (Preference | undefined)[] = [
  undefined,
  undefined,
  { askAt: '07:00' },
  { askAt: '19:45' },
  { quiet: [{ from: '2026-06-15', to: '2026-07-10' }] },
  { askAt: '14:30', quiet: [{ from: '2026-03-09', to: '2026-03-09' }] },
  undefined,
];
const QUIET: QuietRules = {
  workingDays: MONDAY_TO_FRIDAY,
  quietDays: [
    { from: '2026-12-24', to: '2027-01-01' },
    { from: '2026-05-04', to: '2026-05-04' },
  ],
  holidays: true,
};

interface Case {
  readonly name: string;
  readonly cadence: Cadence;
  readonly askAt: string;
  readonly rules: QuietRules;
}

const cadence = (
  every: Cadence['every'],
  opens: Cadence['opens'],
  closes: Cadence['closes'],
  timezone: string,
): Cadence => ({ every, opens, closes, timezone, starts: '2026-01-01' });
const at = (weekday: Cadence['opens']['weekday'], time: string) => ({ weekday, time });

const CASES: readonly Case[] = [
  {
    name: 'weekly, Monday to Friday in Berlin',
    cadence: cadence('week', at(1, '09:00'), at(5, '17:00'), 'Europe/Berlin'),
    askAt: '10:00',
    rules: QUIET,
  },
  {
    name: 'every two weeks, over a weekend, in New York',
    cadence: cadence('two-weeks', at(3, '08:00'), at(2, '18:00'), 'America/New_York'),
    askAt: '14:30',
    rules: QUIET,
  },
  {
    name: 'monthly, a whole week, in Kiritimati',
    cadence: cadence('month', at(4, '09:00'), at(4, '09:00'), 'Pacific/Kiritimati'),
    askAt: '09:00',
    rules: QUIET,
  },
  {
    name: 'weekly, for people who work on Sundays and are asked in the night of the clock change',
    cadence: cadence('week', at(6, '00:00'), at(4, '02:30'), 'Africa/Cairo'),
    askAt: '02:30',
    rules: { workingDays: [0, 1, 2, 3, 4], quietDays: [], holidays: false },
  },
];

interface Clock {
  readonly date: string;
  readonly time: string;
  readonly weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock and a calendar in `zone` show, told by Intl. */
function clockAt(instant: Date, zone: string): Clock {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(zone, format);
  const [date = '', time = ''] = format.format(instant).split(' ');
  return { date, time, weekday: new Date(`${date}T12:00:00Z`).getUTCDay() };
}

/** The instant by Temporal: forward by a gap, the first of a fold. */
function oracle(date: string, time: string, zone: string): Date {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  return new Date(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** How often it is looked for rounds to open, and every how many-th round a person is asked in, to save time. */
const LOOK = 6 * HOUR;
const TURNS = { week: 6, 'two-weeks': 4, month: 2 } as const;

/** Rounds that a program which looks every few hours opens, and when. */
function openedBy({ cadence }: Case): { window: Window; at: Date }[] {
  const opened = new Map<string, { window: Window; at: Date }>();
  const until = UNTIL.getTime();
  // In Kiritimati the year begins 14 hours before.
  for (let ms = FROM.getTime() - 24 * HOUR; ms < until; ms += LOOK) {
    const now = new Date(ms);
    const window = currentWindow(cadence, now);
    if (!window || now >= window.closesAt || opened.has(window.date)) continue;
    opened.set(window.date, { window, at: now });
  }
  return [...opened.values()];
}

/** The civil dates on which rounds have to open, counted day by day. */
function expectedDates({ cadence: { every, opens } }: Case): string[] {
  const dates: string[] = [];
  let day = Temporal.PlainDate.from('2026-01-01');
  for (let seen = 0; day.year < 2027; day = day.add({ days: 1 })) {
    if (day.dayOfWeek % 7 !== opens.weekday) continue;
    const due = every === 'week' || (every === 'month' ? day.day <= 7 : seen % 2 === 0);
    if (due) dates.push(day.toString());
    seen += 1;
  }
  return dates;
}

interface Sent {
  readonly zone: string;
  readonly wanted: string;
  readonly window: Window;
  readonly isGood: (date: string) => boolean;
  readonly messages: readonly Date[];
}

/** What everybody is sent in the year; those in countries with holidays in every round, others when it is their turn. */
async function yearOf(each: Case, opened: readonly { window: Window }[]): Promise<Sent[]> {
  const people = ZONES.map((zone, i) => ({
    zone,
    turn: i,
    home: COUNTRIES[zone] ? { country: COUNTRIES[zone] } : {},
    wish: WISHES[i % WISHES.length],
  }));
  const homes = people.map(({ home }) => home);
  const good = await goodDays(each.rules, homes, holidays(), FROM, UNTIL);
  const every = TURNS[each.cadence.every];
  return opened.flatMap(({ window }) =>
    people
      .filter(({ home, turn }) => 'country' in home || (window.number + turn) % every === 0)
      .map(({ zone, home, wish }) => {
        const wanted = wish?.askAt ?? each.askAt;
        const isGood = good(home, wish);
        const messages = messagesOf(wanted, zone, window, isGood);
        return { zone, wanted, window, isGood, messages };
      }),
  );
}

/** The question and up to two reminders, each planned when the one before it is sent. */
function messagesOf(
  wanted: string,
  zone: string,
  window: Window,
  isGood: (date: string) => boolean,
): Date[] {
  const messages: Date[] = [];
  let next = sendTime(wanted, zone, window, isGood);
  for (let left = 2; next !== undefined; left--) {
    messages.push(next);
    next = remindTime(wanted, zone, { sentAt: next, closesAt: window.closesAt }, left, isGood);
  }
  return messages;
}

describe.each(CASES)('a year, $name', (each) => {
  let sent: Sent[] = [];
  let opened: ReturnType<typeof openedBy> = [];
  beforeAll(async () => {
    opened = openedBy(each);
    sent = await yearOf(each, opened);
  }, 60_000);
  const all = () => sent.flatMap((one) => one.messages.map((message) => ({ ...one, message })));

  test('opens every round once, at its hour, and skips none', () => {
    const { opens, timezone } = each.cadence;
    const expected = expectedDates(each).filter(
      (date) => oracle(date, opens.time, timezone) < UNTIL,
    );
    expect(opened.map(({ window }) => window.date)).toEqual(expected);
    for (const { window, at } of opened) {
      expect(window.opensAt).toEqual(oracle(window.date, opens.time, timezone));
      // Nobody looked in between: the look after the opening opens it.
      expect(at.getTime() - window.opensAt.getTime()).toBeLessThan(LOOK);
      expect(windowOf(each.cadence, window.number)).toEqual(window);
    }
    expect(opened.map(({ window }) => window.number)).toEqual([...opened.keys()]);
  });

  test('sends nothing outside a window, and no round’s messages within another’s', () => {
    const outside = all().filter(
      ({ message, window }) => message < window.opensAt || message >= window.closesAt,
    );
    expect(outside).toEqual([]);
    expect(all().length).toBeGreaterThan(sent.length);
  });

  test('sends only on working days that are nobody’s quiet days and no holidays', async () => {
    const { quietDays, workingDays } = each.rules;
    const wrong = all().filter(({ message, zone }) => {
      const { date, weekday } = clockAt(message, zone);
      const wish = WISHES[ZONES.indexOf(zone) % WISHES.length];
      const quiet = [...quietDays, ...(wish?.quiet ?? [])];
      const left = quiet.some(({ from, to }) => from <= date && date <= to);
      return left || !(workingDays as readonly number[]).includes(weekday);
    });
    expect(wrong).toEqual([]);
    for (const [zone, country] of Object.entries(COUNTRIES)) {
      const off = new Set(each.rules.holidays ? await holidays().holidays(country, 2026) : []);
      const dates = all().filter((one) => one.zone === zone);
      const on = dates.map(({ message }) => clockAt(message, zone).date);
      expect(on.filter((date) => off.has(date))).toEqual([]);
      expect(on.length).toBeGreaterThan(10);
    }
  });

  test('shows the wanted time on the person’s own clock, but for the hour that was skipped', () => {
    let shifted = 0;
    for (const { message, zone, wanted } of all()) {
      const shown = clockAt(message, zone);
      if (shown.time === wanted) continue;
      shifted += 1;
      // The gap moved it: Temporal puts the wanted time of that day at the same instant.
      expect(oracle(shown.date, wanted, zone), `${zone} ${shown.date}`).toEqual(message);
      expect(shown.time > wanted).toBe(true);
    }
    if (each.askAt === '02:30') expect(shifted).toBeGreaterThan(5);
    else expect(shifted).toBe(0);
  });

  test('asks at the first such time of the window, and passes over only who has none', () => {
    let nobody = 0;
    for (const [i, { zone, wanted, window, isGood, messages }] of sent.entries()) {
      if (messages.length > 0 && i % 11 !== 0) continue;
      const first = Temporal.PlainDate.from(window.date).subtract({ days: 2 });
      const times = Array.from({ length: 12 }, (_, days) => first.add({ days }).toString())
        .filter(isGood)
        .map((date) => oracle(date, wanted, zone))
        .filter((time) => time >= window.opensAt && time < window.closesAt);
      expect(messages[0], `${zone} ${window.date}`).toEqual(times[0]);
      if (times.length === 0) nobody += 1;
    }
    if (each.rules.quietDays.length > 0) expect(nobody).toBeGreaterThan(0);
  });

  test('reminds at most twice, twenty hours apart, and not in the last hour', () => {
    const counts = new Set(sent.map(({ messages }) => messages.length));
    expect(Math.max(...counts)).toBe(3);
    for (const { messages, window } of sent) {
      for (const [i, message] of messages.entries()) {
        if (i === 0) continue;
        const before = messages[i - 1]?.getTime() ?? 0;
        expect(message.getTime() - before).toBeGreaterThanOrEqual(20 * HOUR);
        expect(message.getTime()).toBeLessThan(window.closesAt.getTime() - HOUR);
      }
    }
  });
});
