/** From rows of people and units to an organisation, or everything that is wrong with them. */
import type { Fault } from '../ports/directory.ts';
import type { Organisation, Person } from './person.ts';
import type { Unit } from './unit.ts';

/** One row of a table: where it stands, and its fields by column; empty fields are empty strings. */
export interface Row {
  readonly where: string;
  readonly fields: Readonly<Record<string, string>>;
}

export const PEOPLE_COLUMNS = {
  required: ['person', 'unit'],
  optional: ['name', 'email', 'timezone', 'locale', 'country', 'start_date'],
} as const;

export const UNIT_COLUMNS = {
  required: ['unit'],
  optional: ['name', 'parent', 'manager'],
} as const;

/** Checks both tables against themselves and each other. `unitsFile` is named where the table as a whole is at fault. */
export function checkOrg(
  peopleRows: readonly Row[],
  unitRows: readonly Row[],
  unitsFile: string,
): { readonly org: Organisation } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const people = collect(peopleRows, 'person', personOf, faults);
  const units = collect(unitRows, 'unit', unitOf, faults);
  checkTree(unitRows, units, unitsFile, faults);
  for (const { where, fields } of unitRows) {
    const { unit, manager } = fields;
    if (manager && !people.has(manager)) {
      faults.push({
        where,
        says: `Manager "${manager}" of unit "${unit}" is not in the people file.`,
      });
    }
  }
  for (const row of peopleRows) checkPerson(row, units, faults);
  if (faults.length > 0) return { faults };
  return { org: { people: [...people.values()], units: [...units.values()] } };
}

/** Chat platforms carry ids in buttons. */
const LONGEST_ID = 100;

/** Rows by their id; an empty or repeated id is a fault. */
function collect<T>(
  rows: readonly Row[],
  column: 'person' | 'unit',
  make: (fields: Row['fields']) => T,
  faults: Fault[],
): Map<string, T> {
  const found = new Map<string, T>();
  const first = new Map<string, string>();
  for (const { where, fields } of rows) {
    const id = fields[column] ?? '';
    if (id === '') faults.push({ where, says: `The column "${column}" is empty.` });
    else if (id.length > LONGEST_ID) {
      const says = `The ${column} "${id.slice(0, 20)}..." has more than ${LONGEST_ID} characters.`;
      faults.push({ where, says });
    } else if (found.has(id)) {
      faults.push({ where, says: `The ${column} "${id}" stands in ${first.get(id)} already.` });
    } else {
      found.set(id, make(fields));
      first.set(id, where);
    }
  }
  return found;
}

/** Exactly one root, known parents, no circles. */
function checkTree(
  rows: readonly Row[],
  units: ReadonlyMap<string, Unit>,
  file: string,
  faults: Fault[],
): void {
  const roots = [...units.values()].filter(({ parent }) => parent === undefined);
  if (roots.length !== 1) {
    const names = roots.map(({ id }) => `"${id}"`).join(', ');
    const says =
      roots.length === 0
        ? 'There is no root: exactly one unit must have no parent.'
        : `There are ${roots.length} roots (${names}): exactly one unit must have no parent.`;
    faults.push({ where: file, says });
  }
  for (const { where, fields } of rows) {
    const { unit = '', parent = '' } = fields;
    if (parent !== '' && !units.has(parent)) {
      faults.push({ where, says: `The parent "${parent}" of unit "${unit}" is not in the file.` });
    } else if (isInCircle(unit, units)) {
      faults.push({
        where,
        says: `Unit "${unit}" is its own ancestor: its parents form a circle.`,
      });
    }
  }
}

function isInCircle(id: string, units: ReadonlyMap<string, Unit>): boolean {
  let at = units.get(id)?.parent;
  for (let steps = 0; at !== undefined && steps <= units.size; steps++) {
    if (at === id) return true;
    at = units.get(at)?.parent;
  }
  return false;
}

function checkPerson({ where, fields }: Row, units: ReadonlyMap<string, Unit>, faults: Fault[]) {
  const { person, unit, timezone, locale, country, start_date: start } = fields;
  const fault = (says: string) => faults.push({ where, says: `Person "${person}": ${says}` });
  if (!unit) fault('the column "unit" is empty.');
  else if (!units.has(unit)) fault(`unit "${unit}" is not in the units file.`);
  if (timezone && !isZone(timezone)) {
    fault(`"${timezone}" is no time zone; write one such as Europe/Berlin.`);
  }
  if (locale && !isLocale(locale))
    fault(`"${locale}" is no language tag; write one such as en or de-AT.`);
  if (country && !/^[A-Za-z]{2}$/.test(country)) {
    fault(`"${country}" is no country code; write two letters such as DE.`);
  }
  if (start && !isDate(start)) fault(`"${start}" is no date; write it as YYYY-MM-DD.`);
}

function personOf(fields: Row['fields']): Person {
  const { person = '', name, email, unit = '', timezone, locale, country, start_date } = fields;
  return {
    id: person,
    name: name || person,
    unit,
    ...(email && { email }),
    ...(timezone && { timezone }),
    ...(locale && { locale }),
    ...(country && { country: country.toUpperCase() }),
    ...(start_date && { startDate: start_date }),
  };
}

function unitOf({ unit = '', name, parent, manager }: Row['fields']): Unit {
  return { id: unit, name: name || unit, ...(parent && { parent }), ...(manager && { manager }) };
}

/** Whether `zone` is an IANA time zone that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    return zone.includes('/')
      ? Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
      : zone === 'UTC';
  } catch {
    return false;
  }
}

/** Whether `tag` is a well-formed language tag. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Whether `text` is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
