/** One screen of an exit interview as a form, always empty: chat platforms keep what they show. */
import type { Fault } from '../exit/draft.ts';
import type { Screen, Shown } from '../exit/interview.ts';
import { OFFER_NAME } from '../stock/exit-offer.ts';
import { TEXT_LIMIT } from '../survey/question.ts';
import { say } from '../survey/text.ts';
import { optionsOf } from './asking.ts';
import type { Copy } from './copy.ts';
import { buttons } from './exit-message.ts';
import type { Field, Form } from './message.ts';
import { faultText } from './saying.ts';

export type Asking = Exclude<Screen, { kind: 'contacts' }>;

/** Where the screen stands in the interview. */
export interface Place {
  readonly access: 'named' | 'pooled';
  /** Which screen it is, and of how many; absent: one that was left already, and is being changed. */
  readonly part?: { readonly part: number; readonly of: number };
  /** There is one before it. */
  readonly hasBefore: boolean;
}

export function screenForm(screen: Asking, place: Place, copy: Copy): Form {
  const { exit, language } = copy;
  const { heading, note, id } = screen;
  const where = place.part
    ? `${exit.part(place.part.part, place.part.of)} ${exit.leaveEmpty}`
    : exit.changing;
  return {
    name: 'exit',
    about: id,
    title: heading ? say(heading, language) : exit.formTitle,
    intro: note ? `${say(note, language)} ${where}` : where,
    fields: screen.questions.map((shown) => fieldOf(shown, place.access, copy)),
    ...(screen.kind === 'grid' && { look: 'grid' }),
    also: buttons(id, [
      ...(place.hasBefore ? [['exit-back', exit.back] as const] : []),
      ['exit-erase', exit.leaveOut],
    ]),
    submit: exit.next,
    cancel: exit.stop,
  };
}

function fieldOf(
  { question, most }: Shown,
  access: Place['access'],
  { asking, exit, language }: Copy,
): Field {
  const asked = { name: question.id, label: say(question.text, language) };
  if (question.kind === 'free-text') {
    return {
      kind: 'text',
      ...asked,
      hint: access === 'named' ? exit.wordsNamed : exit.wordsPooled,
      limit: TEXT_LIMIT,
      lines: question.id === OFFER_NAME.id ? 'one' : 'many',
    };
  }
  return {
    kind: question.kind === 'several-choices' ? 'several' : 'one',
    ...asked,
    ...(most !== undefined && { hint: exit.most(most) }),
    ...(question.kind === 'zero-to-ten' && {
      hint: asking.scaleEnds(say(question.low, language), say(question.high, language)),
    }),
    options: optionsOf(question, language),
  };
}

/** Field name to what is wrong with it; never what was chosen or written. */
export function faultsOf(
  faults: ReadonlyMap<string, Fault>,
  copy: Copy,
): Readonly<Record<string, string>> {
  return Object.fromEntries([...faults].map(([field, fault]) => [field, exitFault(fault, copy)]));
}

function exitFault(fault: Fault, copy: Copy): string {
  const { exit } = copy;
  switch (fault.refused) {
    case 'not-asked':
      return exit.notAsked;
    case 'too-many':
      return exit.most(fault.most);
    case 'given-already':
      return exit.givenAlready;
    case 'too-long':
      return exit.tooLong(fault.bytes - fault.limit);
    default:
      return faultText(fault, copy);
  }
}
