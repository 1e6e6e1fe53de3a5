/** When each person is asked: spread over the minutes, at an hour of their own, and the words that set it. */
import { describe, expect, test } from 'vitest';
import type { Preference } from '../../src/org/preference.ts';
import { type Town, type TownOptions, town } from '../support/town.ts';
import { crew, UNITS, week } from '../support/town-people.ts';

const { round, opens, closes } = week(0);
const HOUR = 3_600_000;
const LAB = crew('lab', 400);
const LEADERS = UNITS.map(({ manager = '' }) => ({ id: manager, name: manager, unit: 'firm' }));
const ORG = { units: UNITS, people: [...LEADERS, ...LAB] };

/** Local `HH:MM` of Berlin at which people are asked, by person. */
async function asked(firm: Town, people = LAB): Promise<Map<string, string>> {
  const times = new Map<string, string>();
  for (const { id } of people) {
    const delivery = await firm.ports.store.deliveries.of(round, id);
    const local = new Date((delivery?.sendAt?.getTime() ?? 0) + HOUR);
    times.set(id, local.toISOString().slice(11, 16));
  }
  return times;
}

describe('an hour to be spread over', () => {
  const spread = (pulse: TownOptions['pulse']) => town({ org: ORG, pulse: { ...pulse } });

  test('has all its minutes used, none much more than others, and none outside is', async () => {
    const firm = await spread({ askAt: '10:00', askUntil: '11:00' });
    await firm.at(opens);
    const counts = new Map<string, number>();
    for (const time of (await asked(firm)).values()) counts.set(time, (counts.get(time) ?? 0) + 1);
    const times = [...counts.keys()].sort();
    expect(times.every((time) => time >= '10:00' && time <= '11:00')).toBe(true);
    // 400 into 61 minutes: fewer than 45 used, or 30 in one, come once in many million tries.
    expect(times.length).toBeGreaterThan(45);
    expect(Math.max(...counts.values())).toBeLessThan(30);
  });

  test('is not needed: without one everyone is asked at the same minute', async () => {
    const firm = await spread({ askAt: '10:00' });
    await firm.at(opens);
    expect(new Set((await asked(firm)).values())).toEqual(new Set(['10:00']));
  });

  test('that ends before it begins is no hour: everyone is asked at its beginning', async () => {
    const firm = await spread({ askAt: '10:00', askUntil: '09:30' });
    await firm.at(opens);
    expect(new Set((await asked(firm)).values())).toEqual(new Set(['10:00']));
  });

  test('can lie over the full hour, to the minute', async () => {
    const firm = await spread({ askAt: '09:58', askUntil: '10:01' });
    await firm.at(opens);
    const used = new Set((await asked(firm)).values());
    expect([...used].sort()).toEqual(['09:58', '09:59', '10:00', '10:01']);
  });

  test('does not hold for who has chosen an hour', async () => {
    const firm = await spread({ askAt: '10:00', askUntil: '11:00' });
    await firm.type('lab-1', 'hour 14:30');
    await firm.at(opens);
    expect((await asked(firm)).get('lab-1')).toBe('14:30');
  });

  test('is one for reminders too', async () => {
    const org = { units: UNITS, people: [...LEADERS, ...LAB.slice(0, 60)] };
    const pulse = { askAt: '10:00', askUntil: '11:00', reminders: 1 };
    const firm = await town({ org, pulse });
    await firm.at(opens);
    await firm.at(new Date(opens.getTime() + 4 * HOUR));
    const used = new Set((await asked(firm, LAB.slice(0, 60))).values());
    expect(used.size).toBeGreaterThan(10);
  });
});

describe('an hour of one’s own', () => {
  test('holds from the next round on, on one’s own clock', async () => {
    const firm = await town();
    await firm.at(opens);
    await firm.type('lab-1', 'hour 14:30');
    await firm.type('lab-12', 'uhrzeit 9');
    expect((await firm.ports.store.deliveries.of(round, 'lab-1'))?.sendAt).toEqual(
      new Date('2026-11-02T09:00:00Z'),
    );
    await firm.at(closes);
    await firm.at(week(1).opens);
    const of = (person: string) => firm.ports.store.deliveries.of(week(1).round, person);
    expect((await of('lab-1'))?.sendAt).toEqual(new Date('2026-11-09T13:30:00Z'));
    // Nine o'clock in Tokyo.
    expect((await of('lab-12'))?.sendAt).toEqual(new Date('2026-11-10T00:00:00Z'));
  });
});

type Case = readonly [text: string, set: Preference, says: RegExp];

const ENGLISH: readonly Case[] = [
  ['hour 14:30', { askAt: '14:30' }, /asked at 14:30/],
  ['hour 7', { askAt: '07:00' }, /07:00/],
  ['HOUR 19:59', { askAt: '19:59' }, /19:59/],
  [
    'quiet 2026-12-21 2027-01-03',
    { quiet: [{ from: '2026-12-21', to: '2027-01-03' }] },
    /21 December to .*3 January/,
  ],
  ['quiet 2026-12-24', { quiet: [{ from: '2026-12-24', to: '2026-12-24' }] }, /on .*24 December/],
  ['pause 2', { pausedUntil: new Date('2026-11-16T07:59:00Z') }, /Paused.*16 November/],
  ['stop', { stopped: true }, /Stopped/],
];
const GERMAN: readonly Case[] = [
  ['uhrzeit 14:30', { askAt: '14:30' }, /14:30 Uhr/],
  [
    'ruhe 2026-12-21 2027-01-03',
    { quiet: [{ from: '2026-12-21', to: '2027-01-03' }] },
    /21\. Dezember.* bis .*3\. Januar/,
  ],
  ['ruhe 2026-12-24', { quiet: [{ from: '2026-12-24', to: '2026-12-24' }] }, /24\. Dezember/],
  ['pause 2', { pausedUntil: new Date('2026-11-16T07:59:00Z') }, /Pause\. Vor .*16\. November/],
  ['stopp', { stopped: true }, /nicht mehr gefragt/],
];
const WRONG = [
  ['hour', 'hour 25:00', 'hour 6:59', 'hour 20:00', 'hour 14:60', 'hour noon', 'hour -1'],
  [
    'quiet',
    'quiet tomorrow',
    'quiet 2026-13-01',
    'quiet 2026-02-30',
    'quiet 2027-01-03 2026-12-21',
  ],
  ['quiet 2026-12-21 x', 'pause 0', 'pause 27', 'pause for ever', 'language xx', 'language'],
  ['uhrzeit', 'uhrzeit 3', 'ruhe', 'ruhe morgen', 'sprache klingonisch'],
].flat();

describe.each([
  ['English', 'lab-1', ENGLISH],
  ['German', 'lab-12', GERMAN],
] as const)('in %s', (_language, person, cases) => {
  test.each(cases)('“%s” sets just that, and says so', async (text, set, says) => {
    const firm = await town();
    const { say } = await firm.type(person, text);
    expect(say?.summary).toMatch(says);
    expect(await firm.ports.store.org.preference(person)).toEqual(set);
    expect(await firm.ports.store.org.preference('lab-2')).toEqual({});
  });

  test('words that make no sense are answered with an example, and change nothing', async () => {
    const firm = await town();
    await firm.type(person, 'hour 14:30');
    await firm.type(person, 'quiet 2026-12-21 2027-01-03');
    const before = await firm.ports.store.org.preference(person);
    for (const text of WRONG) {
      const { say, replace } = await firm.type(person, text);
      expect(replace, text).toBeUndefined();
      expect(say?.summary, text).toMatch(/[“„][^”“]+[”“]/);
      expect(say?.summary, text).not.toMatch(/undefined|NaN|Invalid/);
      expect(await firm.ports.store.org.preference(person), text).toEqual(before);
    }
  });
});

describe('what is set', () => {
  test('stays when something else is: hour, quiet days, pause and language', async () => {
    const firm = await town();
    for (const text of ['hour 14:30', 'quiet 2026-12-21', 'quiet 2026-12-30', 'language de']) {
      await firm.type('lab-1', text);
    }
    await firm.type('lab-1', 'pause 1');
    expect(await firm.ports.store.org.preference('lab-1')).toEqual({
      askAt: '14:30',
      locale: 'de',
      pausedUntil: new Date('2026-11-09T07:59:00Z'),
      quiet: [
        { from: '2026-12-21', to: '2026-12-21' },
        { from: '2026-12-30', to: '2026-12-30' },
      ],
    });
  });

  test('ends with “resume” as far as it keeps questions away; hour and language stay', async () => {
    for (const word of ['resume', 'weiter', 'start']) {
      const firm = await town();
      for (const text of [
        'hour 14:30',
        'quiet 2026-12-21',
        'pause 3',
        'stop',
        'sprache de',
        word,
      ]) {
        await firm.type('lab-1', text);
      }
      const { quiet, ...rest } = await firm.ports.store.org.preference('lab-1');
      expect(rest).toEqual({ askAt: '14:30', locale: 'de' });
      expect(quiet ?? []).toEqual([]);
      await firm.at(opens);
      expect(await firm.ports.store.deliveries.of(round, 'lab-1')).toBeDefined();
    }
  });

  test('is forgotten once it is past: quiet days do not pile up', async () => {
    const firm = await town();
    await firm.type('lab-1', 'quiet 2026-11-03');
    await firm.at(week(2).opens);
    await firm.type('lab-1', 'quiet 2026-12-24');
    expect((await firm.ports.store.org.preference('lab-1')).quiet).toEqual([
      { from: '2026-12-24', to: '2026-12-24' },
    ]);
  });

  test('must lie ahead: days that are past are answered with an example', async () => {
    const firm = await town();
    const { say } = await firm.type('lab-1', 'quiet 2020-01-01 2020-01-05');
    expect(say?.summary).toMatch(/Please give/);
    expect(await firm.ports.store.org.preference('lab-1')).toEqual({});
  });

  test('outlives a restart', async () => {
    const firm = await town();
    await firm.type('lab-1', 'hour 14:30');
    await firm.type('lab-1', 'quiet 2026-12-21 2027-01-03');
    const before = await firm.ports.store.org.preference('lab-1');
    await firm.crash();
    expect(await firm.ports.store.org.preference('lab-1')).toEqual(before);
  });
});
