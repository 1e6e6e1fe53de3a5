/** What of the directory must not stand in a comment. */
import type { Person } from './person.ts';

/** Names, ids and what stands before the @ of an address. */
export function namesOf(people: readonly Person[]): string[] {
  return people.flatMap(({ id, name, email }) => [name, id, ...(email?.split('@', 1) ?? [])]);
}
