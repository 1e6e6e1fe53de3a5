/** The town's organisation and its weekly pulse: five units in three levels, three zones, two languages. */
import { windowOf } from '../../src/campaign/cadence.ts';
import type { Campaign } from '../../src/campaign/campaign.ts';
import type { Programme } from '../../src/campaign/programme.ts';
import type { Organisation, Person } from '../../src/org/person.ts';
import type { Unit } from '../../src/org/unit.ts';
import { AGREEMENT } from '../../src/stock/agreement.ts';
import type { Question } from '../../src/survey/question.ts';

/** Everyone's clock unless they have another: Berlin, UTC+1 in November. */
const BERLIN = 'Europe/Berlin';

/** `north` has eight people, `south` four (too few for a figure), `lab` twelve. Managers count one unit up. */
export const UNITS: readonly Unit[] = [
  { id: 'firm', name: 'Firm', manager: 'clara' },
  { id: 'sales', name: 'Sales', parent: 'firm', manager: 'sam' },
  { id: 'north', name: 'North', parent: 'sales', manager: 'nina' },
  { id: 'south', name: 'South', parent: 'sales', manager: 'sol' },
  { id: 'lab', name: 'Lab', parent: 'firm', manager: 'lea' },
];

/** `crew('north', 8)`: north-1 to north-8. */
export function crew(unit: string, size: number, change: Partial<Person> = {}): Person[] {
  return Array.from({ length: size }, (_, i) => {
    const id = `${unit}-${i + 1}`;
    return { id, name: `Given${i + 1} of ${unit}`, unit, ...change };
  });
}

export function ids(unit: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `${unit}-${from + i}`);
}

export const PEOPLE: readonly Person[] = [
  { id: 'clara', name: 'Clara Eis', unit: 'firm' },
  { id: 'hana', name: 'Hana Mori', unit: 'firm', timezone: 'Asia/Tokyo' },
  { id: 'sam', name: 'Sam Katz', unit: 'sales' },
  { id: 'nina', name: 'Nina Berg', unit: 'north' },
  { id: 'sol', name: 'Sol Vega', unit: 'south', locale: 'de' },
  { id: 'lea', name: 'Lea Roth', unit: 'lab' },
  ...crew('north', 8),
  ...crew('south', 4, { timezone: 'America/New_York' }),
  ...crew('lab', 11),
  { id: 'lab-12', name: 'Given12 of lab', unit: 'lab', locale: 'de', timezone: 'Asia/Tokyo' },
];

export const TOWN: Organisation = { people: PEOPLE, units: UNITS };

function agree(id: string, text: string): Question {
  return { kind: 'five-point', id, driver: id, text: { en: text }, labels: AGREEMENT };
}

const QUESTIONS = [
  agree('team', 'We help each other.'),
  agree('growth', 'I learn something here.'),
  agree('pay', 'I am paid fairly.'),
] as const;

const WORDS: Question = {
  kind: 'free-text',
  id: 'words',
  text: { en: 'What should we know?', de: 'Was sollten wir wissen?' },
};

/** Monday 09:00 to Friday 17:00, all three questions every week. */
export const PULSE: Campaign = {
  id: 'pulse',
  name: 'Weekly pulse',
  cadence: {
    every: 'week',
    opens: { weekday: 1, time: '09:00' },
    closes: { weekday: 5, time: '17:00' },
    timezone: BERLIN,
    starts: '2026-11-02',
  },
  questions: QUESTIONS,
  perRound: 3,
  comment: WORDS,
  audience: [],
  askAt: '10:00',
  floor: 5,
};

export const PROGRAMME: Programme = {
  organisation: 'Town',
  timezone: BERLIN,
  locale: 'en',
  hr: ['hana'],
  campaigns: [PULSE],
};

/** Instants of the week that opens on a Monday in November, winter time throughout. */
export function week(number: number) {
  const { date, opensAt, closesAt } = windowOf(PULSE.cadence, number);
  const hours = (from: Date, n: number) => new Date(from.getTime() + n * 3_600_000);
  return {
    round: `pulse-${date}`,
    opens: opensAt,
    /** Tuesday noon in Berlin: everyone in the world has been asked. */
    tuesday: hours(opensAt, 27),
    beforeClose: new Date(closesAt.getTime() - 60_000),
    closes: closesAt,
    /** The Monday after, 08:00 in Berlin: every digest has reached its working hour, the next round is not open. */
    after: hours(closesAt, 63),
  };
}
