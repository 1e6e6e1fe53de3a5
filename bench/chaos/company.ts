/** The company of a run: teams of 3 to 15 in divisions, asked all at once though they live in several zones. */
import { windowOf } from '../../src/campaign/cadence.ts';
import type { Campaign } from '../../src/campaign/campaign.ts';
import type { Programme } from '../../src/campaign/programme.ts';
import type { Organisation, Person } from '../../src/org/person.ts';
import type { Unit } from '../../src/org/unit.ts';
import { COMMENT, PULSE_CORE } from '../../src/stock/pulse.ts';
import { chance } from './chance.ts';

/** All at UTC+0 in November. */
const ZONES = ['UTC', 'Europe/London', 'Africa/Abidjan', 'Atlantic/Reykjavik'];
const TEAMS_OF_A_DIVISION = 12;

const QUESTIONS = PULSE_CORE.slice(0, 6);
export const COMMENTED = COMMENT.id;

const CAMPAIGN: Campaign = {
  id: 'pulse',
  name: 'Pulse',
  cadence: {
    every: 'week',
    opens: { weekday: 1, time: '09:00' },
    // In the morning: digests are sent in working hours, and the count may take a while of this fast clock.
    closes: { weekday: 4, time: '09:00' },
    timezone: 'UTC',
    starts: '2026-11-02',
  },
  questions: QUESTIONS,
  perRound: 3,
  comment: COMMENT,
  audience: [],
  askAt: '09:30',
  reminders: 1,
  floor: 5,
};

export const PROGRAMME: Programme = {
  organisation: 'Chaos',
  timezone: 'UTC',
  locale: 'en',
  hr: ['p-hr'],
  campaigns: [CAMPAIGN],
};

/** Instants of the week in which round `number` runs. */
export function weekOf(number: number) {
  const { date, opensAt, closesAt } = windowOf(CAMPAIGN.cadence, number);
  const after = (seconds: number) => new Date(opensAt.getTime() + seconds * 1000);
  return {
    round: `${CAMPAIGN.id}-${date}`,
    before: after(-40),
    asked: after(1800),
    /** The last 9:30 with an hour to go before the close. */
    reminded: after(2 * 86_400 + 1800),
    closes: closesAt,
  };
}

export function company(size: number, seed: number): Organisation {
  const units: Unit[] = [{ id: 'root', name: 'Everyone', manager: 'p-hr' }];
  const people: Person[] = [person('hr', 'root')];
  for (let team = 0; people.length < size; team++) {
    const division = `d-${Math.floor(team / TEAMS_OF_A_DIVISION)}`;
    if (!units.some(({ id }) => id === division)) {
      const manager = `p-${division}`;
      units.push({ id: division, name: division.toUpperCase(), parent: 'root', manager });
      people.push(person(division, division));
    }
    const id = `t-${team}`;
    const members = Math.min(3 + Math.floor(13 * chance(seed, 'team', team)), size - people.length);
    units.push({ id, name: id.toUpperCase(), parent: division, manager: `p-${team}-0` });
    for (let i = 0; i < members; i++) people.push(person(`${team}-${i}`, id));
  }
  return {
    people,
    units: units.filter(({ manager }) => people.some(({ id }) => id === manager)),
  };
}

function person(key: string, unit: string): Person {
  const id = `p-${key}`;
  const zone = ZONES[Math.floor(ZONES.length * chance(0, id))] ?? 'UTC';
  return { id, name: `Qq${key} Zz${key}`, unit, timezone: zone };
}
