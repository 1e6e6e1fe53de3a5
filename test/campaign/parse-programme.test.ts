import { describe, expect, test } from 'vitest';
import { parseProgramme } from '../../src/campaign/parse-programme.ts';
import type { Programme } from '../../src/campaign/programme.ts';
import { COMMENT, PULSE_BANK, PULSE_CORE } from '../../src/stock/pulse.ts';

const SURVEYS: Readonly<Record<string, string>> = {
  'own.yaml': 'questions: [{ id: mine, kind: free-text, text: Mine? }]',
  'bad.yaml': 'questions:\n  - { id: a b, kind: free-text, text: T }\n',
};

function outcomeOf(text: string) {
  return parseProgramme(text, 'soundings.yaml', (name) => SURVEYS[name]);
}

function parsed(text: string): Programme {
  const outcome = outcomeOf(text);
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.programme;
}

/** The faults as `where: says`, the file of the programme left out. */
function faultsOf(text: string): string[] {
  const outcome = outcomeOf(text);
  if (!('faults' in outcome)) return [];
  return outcome.faults.map(({ where, says }) =>
    `${where}: ${says}`.replace('soundings.yaml, line ', ''),
  );
}

const SMALL = `organisation: { name: Ahoy, timezone: Europe/Berlin }
campaigns:
  - id: pulse
`;

test('a few lines are a whole programme: a weekly pulse of three from Monday to Friday', () => {
  const { campaigns, ...rest } = parsed(SMALL);
  expect(rest).toMatchObject({
    organisation: 'Ahoy',
    timezone: 'Europe/Berlin',
    locale: 'en',
    hr: [],
  });
  expect(campaigns).toMatchObject([
    {
      id: 'pulse',
      name: 'pulse',
      cadence: {
        every: 'week',
        opens: { weekday: 1, time: '09:00' },
        closes: { weekday: 5, time: '17:00' },
        starts: '2024-01-01',
        timezone: 'Europe/Berlin',
      },
      questions: PULSE_CORE,
      perRound: 3,
      comment: COMMENT,
      audience: [],
      askAt: '10:00',
      floor: 5,
    },
  ]);
});

test.each(['campaigns: []', ''])('HR may make all campaigns in chat: “%s”', (campaigns) => {
  const text = SMALL.replace(/campaigns:[\s\S]*/, campaigns);
  expect(parsed(text)).toMatchObject({ campaigns: [], floor: 5 });
  expect(parsed(`${text}\nminimum: 8\n`).floor).toBe(8);
});

test('its files are people.csv and units.csv unless it says otherwise', () => {
  expect(outcomeOf(SMALL)).toMatchObject({ peopleFile: 'people.csv', unitsFile: 'units.csv' });
  const own = SMALL.replace('name: Ahoy', 'name: Ahoy, people: p.csv, units: u.csv');
  expect(outcomeOf(own)).toMatchObject({ peopleFile: 'p.csv', unitsFile: 'u.csv' });
});

test('everything can be set', () => {
  const { campaigns, hr, locale } = parsed(`
organisation: { name: Ahoy, timezone: UTC, language: de, hr: [ada] }
minimum: 8
campaigns:
  - { id: all, name: The lot, questions: pulse-full, per_round: 1, comment: false, every: month,
      opens: Tuesday 07:30, closes: " sunday 23:59 ", ask_at: "08:15", starts: 2026-02-28, audience: [lab] }
  - { id: own, questions: own.yaml }
  - { id: some, questions: [recommend] }
`);
  expect({ hr, locale }).toEqual({ hr: ['ada'], locale: 'de' });
  expect(campaigns[0]).not.toHaveProperty('comment');
  expect(campaigns[0]).toMatchObject({
    id: 'all',
    name: 'The lot',
    cadence: {
      every: 'month',
      opens: { weekday: 2, time: '07:30' },
      closes: { weekday: 0, time: '23:59' },
      starts: '2026-02-28',
      timezone: 'UTC',
    },
    questions: PULSE_BANK,
    perRound: 1,
    audience: ['lab'],
    askAt: '08:15',
    floor: 8,
  });
  expect(campaigns.slice(1).map(({ questions }) => questions.map(({ id }) => id))).toEqual([
    ['mine'],
    ['recommend'],
  ]);
});

describe('a fault is told with its line', () => {
  const campaign = (more: string) => `${SMALL}    ${more}\n`;

  test.each<[what: string, text: string, fault: RegExp]>([
    ['no YAML', 'organisation: [', /^1: This is no YAML/],
    ['no zone', SMALL.replace('Europe/Berlin', 'Berlin'), /^1: .*no time zone/],
    [
      'no language',
      SMALL.replace('name: Ahoy', 'name: Ahoy, language: de_DE'),
      /^1: .*no language/,
    ],
    ['an empty name', SMALL.replace('Ahoy', '""'), /^1: .*name.*empty/],
    ['an unknown setting', campaign('colour: red'), /^[34]: .*colour/],
    ['four questions a round', campaign('per_round: 4'), /^4: .*1 to 3/],
    ['no questions a round', campaign('per_round: 0'), /^4: .*per_round/],
    ['an unknown cadence', campaign('every: day'), /^4: .*week, two-weeks or month/],
    ['no weekday', campaign('opens: someday 09:00'), /^4: .*weekday and a time/],
    ['no time of day', campaign('closes: friday 25:00'), /^4: .*weekday and a time/],
    ['a weekday without a time', campaign('opens: monday'), /^4: .*weekday and a time/],
    ['an hour that is a number', campaign('ask_at: 10'), /^4: .*ask_at/],
    ['a day that is not in the calendar', campaign('starts: 2026-02-30'), /^4: .*a date/],
    ['an id with capitals', SMALL.replace('pulse', 'Pulse'), /^3: .*small letters/],
    ['a campaign twice', `${SMALL}  - id: pulse\n`, /^[34]: .*twice/],
    ['a floor of two', `${SMALL}minimum: 2\n`, /^4: .*3 or more/],
    ['an unknown stock question', campaign('questions: [ghost]'), /no stock question "ghost"/],
    ['a survey file that is not there', campaign('questions: gone.yaml'), /"gone.yaml"/],
    ['a fault in a survey file', campaign('questions: bad.yaml'), /^bad.yaml, line 2: .*1 to 40/],
  ])('%s', (_, text, fault) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });
});

test('the line of an unknown stock question is told too', () => {
  const [fault] = faultsOf(`${SMALL}    questions: [ghost]\n`);
  expect(fault).toMatch(/^4: /);
});

test('all faults of form are told at once', () => {
  const faults = faultsOf(`organisation: { name: "", timezone: Mars }
minimum: 1
campaigns:
  - id: A
    every: day
    per_round: 9
    opens: never
`);
  const lines = faults.map((each) => each.split(':')[0]).sort();
  expect(lines).toEqual(['1', '1', '2', '4', '5', '6', '7']);
});

test('a fault in the programme does not hide those in its survey files', () => {
  const faults = faultsOf(`organisation: { name: Ahoy, timezone: Mars }
campaigns:
  - id: pulse
    questions: bad.yaml
  - id: pulse
    questions: [ghost]
`).join('\n');
  expect(faults).toMatch(/no time zone/);
  expect(faults).toMatch(/bad.yaml, line 2/);
  expect(faults).toMatch(/"ghost"/);
  expect(faults).toMatch(/twice/);
});
