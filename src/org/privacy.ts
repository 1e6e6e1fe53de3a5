/** How this is anonymous, for the person who asks. */
import { campaignsFor } from '../campaign/due.ts';
import { floorOf } from '../campaign/programme.ts';
import type { Message } from '../message/message.ts';
import { plain } from '../message/saying.ts';
import type { Desk } from '../ports/desk.ts';
import { privacyStatement } from './privacy-statement.ts';

export async function privacy({ ports, programme, person: id, copy, now }: Desk): Promise<Message> {
  const org = await ports.store.org.load();
  const person = org.people.find((each) => each.id === id);
  if (!person) return plain(copy.refusal.notAsked);
  const asking = campaignsFor(id, programme.campaigns, org, now);
  // The least that holds wherever they are asked: a stricter campaign keeps more than is promised here.
  const floors = asking.map(({ floor }) => floor);
  const floor = floors.length > 0 ? Math.min(...floors) : floorOf(programme);
  return privacyStatement(person, org, floor, programme.hr.length > 0, copy);
}
