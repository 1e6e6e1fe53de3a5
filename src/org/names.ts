/** What of the directory must not stand in a comment. */
import type { Store } from '../ports/store.ts';
import type { Person } from './person.ts';

/** Names, ids and what stands before the @ of an address: of everybody listed, and of leavers, who fall out of the list. */
export async function namesKnown({
  org,
  leavers,
}: Pick<Store, 'org' | 'leavers'>): Promise<string[]> {
  const [{ people }, gone] = await Promise.all([org.load(), leavers.list()]);
  return [...people, ...gone.map(({ person, name }) => ({ id: person, name }))].flatMap(namesOf);
}

function namesOf({ id, name, email }: Pick<Person, 'id' | 'name' | 'email'>): string[] {
  return [name, id, ...(email?.split('@', 1) ?? [])];
}
