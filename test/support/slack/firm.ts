/** A firm of fifteen on Slack: a lab of twelve in three time zones, its lead, HR, and whoever leads it all. */
import type { Programme } from '../../../src/campaign/programme.ts';
import type { Organisation } from '../../../src/org/person.ts';
import { PULSE } from '../town-people.ts';

export const LAB = [
  ...['ada', 'bo', 'cy', 'dee', 'eli', 'fay', 'gus', 'hal', 'ida', 'jo'],
  ...['nyla', 'taro'],
] as const;
/** `U1`, `U2` and so on in Slack, in this order. */
export const NAMES: readonly string[] = [...LAB, 'lea', 'hana', 'clara'];

const ZONES: Readonly<Record<string, string>> = { nyla: 'America/New_York', taro: 'Asia/Tokyo' };
const isLab = (name: string) => LAB.some((each) => each === name) || name === 'lea';

export const FIRM: Organisation = {
  units: [
    { id: 'firm', name: 'Firm', manager: 'clara' },
    { id: 'lab', name: 'Lab', parent: 'firm', manager: 'lea' },
  ],
  people: NAMES.map((id) => ({
    id,
    name: `${id[0]?.toUpperCase()}${id.slice(1)} Test`,
    email: `${id}@acme.test`,
    unit: isLab(id) ? 'lab' : 'firm',
    ...(ZONES[id] && { timezone: ZONES[id] }),
  })),
};

export const FIRM_PROGRAMME: Programme = {
  organisation: 'Firm',
  timezone: 'Europe/Berlin',
  locale: 'en',
  hr: ['hana'],
  campaigns: [PULSE],
  // The tests' weeks have holidays in some countries.
  quiet: { workingDays: [1, 2, 3, 4, 5], quietDays: [], holidays: false },
};
