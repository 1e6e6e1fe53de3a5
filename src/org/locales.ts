/** In which language everybody is written to. */
import type { Store } from '../ports/store.ts';

/** Person id to locale: their own choice, else that of the people file, else `usual`. */
export async function localesOf(
  org: Store['org'],
  usual: string,
): Promise<(person: string) => string> {
  const people = new Map((await org.load()).people.map((each) => [each.id, each.locale]));
  const preferences = await org.preferences();
  return (id) => preferences.get(id)?.locale ?? people.get(id) ?? usual;
}
