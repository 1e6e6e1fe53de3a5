/** A made-up company of any size: teams of ten over several time zones and countries, and what it is asked every week. */
import { windowOf } from '../src/campaign/cadence.ts';
import type { Campaign } from '../src/campaign/campaign.ts';
import type { Programme } from '../src/campaign/programme.ts';
import type { Organisation } from '../src/org/person.ts';
import { PULSE_CORE } from '../src/stock/pulse.ts';

const HOMES = [
  { timezone: 'Europe/Berlin', country: 'DE' },
  { timezone: 'America/New_York', country: 'US' },
  { timezone: 'Asia/Kolkata', country: 'IN' },
] as const;

export const CAMPAIGN: Campaign = {
  id: 'bench',
  name: 'Bench',
  cadence: {
    every: 'week',
    opens: { weekday: 1, time: '00:00' },
    closes: { weekday: 5, time: '17:00' },
    timezone: 'UTC',
    starts: '2026-02-02',
  },
  questions: PULSE_CORE,
  perRound: 3,
  audience: [],
  askAt: '10:00',
  reminders: 2,
  floor: 5,
};

export const PROGRAMME: Programme = {
  organisation: 'Bench',
  timezone: 'UTC',
  locale: 'en',
  hr: [],
  campaigns: [CAMPAIGN],
};

export const WINDOW = windowOf(CAMPAIGN.cadence, 0);

export function organisation(people: number): Organisation {
  const teams = Math.ceil(people / 10);
  return {
    units: [
      { id: 'root', name: 'Root' },
      ...Array.from({ length: teams }, (_, i) => ({ id: `t${i}`, name: `T${i}`, parent: 'root' })),
    ],
    people: Array.from({ length: people }, (_, i) => ({
      id: `person-${i}`,
      name: `Person ${i}`,
      unit: `t${Math.floor(i / 10)}`,
      ...HOMES[i % HOMES.length],
    })),
  };
}
