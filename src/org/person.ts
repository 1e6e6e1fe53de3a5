/** A person, and the organisation that they and their units make up. */
import { pathToRoot, type Unit } from './unit.ts';

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
 * The unit in which a person's ballots count: the one they are listed in, but never at or below one that they lead, so
 * that their own answer is never in what they read about their team. Who leads the root stays in the root.
 */
export function homeUnit(person: Person, units: ReadonlyMap<string, Unit>): string {
  const path = pathToRoot(units, person.unit);
  const led = path.findLastIndex((unit) => unit.manager === person.id);
  const home = path[led + 1] ?? path.at(-1);
  return home?.id ?? person.unit;
}
