/** A person, and the organisation that they and their units make up. */
import type { Unit } from './unit.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** The unit that they are listed in. Where they count is {@link homeUnit}. */
  readonly unit: string;
  /** IANA zone, such as `Europe/Berlin`. Absent: the organisation's. */
  readonly timezone?: string;
  /** Language tag, such as `de` or `pt-BR`. Absent: the organisation's first language. */
  readonly locale?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** First working day, `YYYY-MM-DD`. */
  readonly startDate?: string;
}

export interface Organisation {
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
}

/**
 * The unit in which a person's ballots count: a manager listed in the unit that they lead counts in its parent,
 * so that their own answer is never in what they read about their team; the root's manager stays in the root.
 */
export function homeUnit(person: Person, units: ReadonlyMap<string, Unit>): string {
  let unit = units.get(person.unit);
  while (unit?.manager === person.id && unit.parent !== undefined) unit = units.get(unit.parent);
  return unit?.id ?? person.unit;
}
