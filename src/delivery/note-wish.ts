/** What is to be done with a note that is due: at a good hour of theirs, to whoever still wants messages. */
import { workingHour } from '../campaign/audience.ts';
import { noteMessage } from '../message/note-message.ts';
import { wantsQuestions } from '../org/preference.ts';
import type { Store } from '../ports/store.ts';
import type { Delivery } from './delivery.ts';
import type { Note } from './note.ts';
import { type About, ended, type Wish } from './wish.ts';

export async function noteWish(
  { org }: Pick<Store, 'org'>,
  note: Note,
  delivery: Delivery,
  { round, preference, copy, zone, isGood }: About,
  now: Date,
): Promise<Wish> {
  const { comment, text } = note;
  const wanted = comment?.hr || wantsQuestions(preference, now);
  if (delivery.messages > 0 || !wanted) return ended(delivery);
  // Nobody stands by the words of somebody who has left.
  const author = await org.person(note.reader);
  const unit = round.units.find(({ id }) => id === note.unit);
  if (!author || !unit) return ended(delivery);
  const hour = workingHour(now, zone, isGood);
  if (hour > now) return { postpone: hour };
  const facts = { round, unit: unit.name, author: author.name, text, ...(comment && { comment }) };
  return { message: noteMessage(facts, copy) };
}
