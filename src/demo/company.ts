/** The invented company that Soundings runs when nothing is configured: 180 people in 20 units. */
import type { Organisation, Person } from '../org/person.ts';
import type { Unit } from '../org/unit.ts';
import { ROSTER, SITES, type Site } from './names.ts';
import { uniform } from './random.ts';

export const COMPANY_NAME = 'Gannet & Vane Marine Instruments';
export const DEMO_TIMEZONE = 'Europe/Berlin';

/** An ordinary employee, in a team of eleven that figures are usually shown for. */
export const DEMO_FIRST = 'ada.lindqvist';
/** Who is about to leave. */
export const DEMO_LEAVER = 'hanneke.dijkgraaf';
/** Who has the HR role. */
export const DEMO_HR: readonly string[] = ['judith.amsel', 'frauke.luders'];

/** Id, name, parent; each unit after its parent. */
const TREE: readonly (readonly [id: string, name: string, parent?: string])[] = [
  ['company', 'Gannet & Vane'],
  ['instruments', 'Instruments', 'company'],
  ['acoustics', 'Acoustics', 'instruments'],
  ['sensors', 'Sensors', 'instruments'],
  ['firmware', 'Firmware', 'instruments'],
  ['production', 'Production', 'company'],
  ['assembly', 'Assembly', 'production'],
  ['calibration', 'Calibration', 'production'],
  ['supply', 'Supply', 'production'],
  ['software', 'Software', 'company'],
  ['charts', 'Charts', 'software'],
  ['data', 'Tides and Data', 'software'],
  ['platform', 'Platform', 'software'],
  ['customers', 'Customers', 'company'],
  ['sales-europe', 'Sales Europe', 'customers'],
  ['sales-americas', 'Sales Americas', 'customers'],
  ['service-pacific', 'Service Pacific', 'customers'],
  ['business', 'Business Services', 'company'],
  ['finance', 'Finance', 'business'],
  ['people', 'People', 'business'],
];

/** The same people and units every time. */
export function demoCompany(): Organisation {
  const people = TREE.flatMap(([unit]) => listed(unit));
  const units = TREE.map(([id, name, parent]): Unit => {
    const lead = people.find((person) => person.unit === id);
    return { id, name, ...(parent && { parent }), ...(lead && { manager: lead.id }) };
  });
  return { people, units };
}

function listed(unit: string): Person[] {
  return Object.entries(ROSTER[unit] ?? {}).flatMap(([site, names]) =>
    names.split(', ').map((name): Person => {
      const id = idOf(name);
      return {
        id,
        name,
        email: `${id}@gannet-vane.example`,
        unit,
        ...SITES[site as Site],
        startDate: startDate(id),
      };
    }),
  );
}

/** `Elif Güneş` is `elif.gunes`: marks dropped (NFD), the dotless i dotted. */
function idOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replaceAll(' ', '.');
}

/** A Monday from 5 January 2015 to 26 October 2026, recent ones likelier (triangular). */
function startDate(id: string): string {
  const weeks = Math.floor(617 * Math.sqrt(uniform('start', id)));
  return new Date(Date.UTC(2015, 0, 5 + 7 * weeks)).toISOString().slice(0, 10);
}
