/** Shows people their comments as they would be read, before anything of the form is sealed. */
import { asRead } from '../anonymity/as-read.ts';
import type { Given } from '../ballot/cast.ts';
import { formOf } from '../message/asking.ts';
import type { Form } from '../message/message.ts';
import { type Entered, type Review, reviewForm } from '../message/review.ts';
import type { Desk } from '../ports/desk.ts';
import { readAnswer } from '../survey/answer.ts';
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
  const reviews = new Map<string, Review>();
  for (const filled of given) {
    const text = textOf(round, filled);
    if (text === undefined) continue;
    const read = asRead(await desk.scrub(), text);
    const { reader = 'team', time } = filled;
    if (read !== text) reviews.set(filled.question, { text: read, reader, time });
  }
  if (reviews.size === 0) return undefined;
  // Whoever was not asked is told so by the box, and sees no form.
  const asked = await desk.ports.store.deliveries.of(round.id, desk.person);
  return asked && reviewForm(formOf(round, desk.copy), reviews, desk.copy);
}

/** Undefined where there is nothing to take names out of: no comment, an empty one, or one that is refused anyway. */
function textOf(round: Round, { question: id, values }: Filled): string | undefined {
  const question = round.questions.find((each) => each.id === id);
  if (question?.kind !== 'free-text') return undefined;
  const answer = readAnswer(question, values);
  return 'kind' in answer && answer.kind === 'text' && answer.text !== '' ? answer.text : undefined;
}
