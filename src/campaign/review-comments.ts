/** Shows people their comments as they would be read, before anything of the form is sealed. */
import type { Given } from '../ballot/cast.ts';
import { formOf } from '../message/asking.ts';
import type { Form } from '../message/message.ts';
import { type Entered, reviewForm } from '../message/review.ts';
import type { Desk } from '../ports/desk.ts';
import type { Round } from './round.ts';

/** What was entered in a field, as it is to be sealed. */
export type Filled = Given & Pick<Entered, 'field' | 'time'>;

/**
 * The form once more, where scrubbing would change a comment; nothing is kept, nothing sealed. Undefined: all can be
 * sealed, or refused, as it is.
 */
export async function reviewComments(
  desk: Desk,
  round: Round,
  given: readonly Filled[],
): Promise<Form | undefined> {
  const entered = new Map(given.map((filled) => [filled.question, filled]));
  const form = await reviewForm(formOf(round, desk.copy), entered, desk);
  // Whoever was not asked is told so by the box, and sees no form.
  const asked = form && (await desk.ports.store.deliveries.of(round.id, desk.person));
  return asked && form;
}
