/** From a tap to the screen: sends it, and does with the answer what the response asks for. */
import type { Form } from '../../../src/message/message.ts';
import type { Response as Reaction } from '../../../src/message/reply.ts';
import type { Posted, Resident } from '../wire.ts';
import { type Answer, sendClick } from './api.ts';
import type { Tap } from './blocks.ts';
import type { Origin } from './bubbles.ts';
import type { Conversation } from './conversation.ts';
import { type Fields, openForm, type Verdict } from './form.ts';

/** What a reply needs of the page. */
export interface Screen {
  readonly talk: Conversation;
  /** Who is shown now; an answer that comes after a switch is not shown to somebody else. */
  reader(): Resident;
  /** A message of the reader by its id. */
  posted(id: string): Posted | undefined;
}

export async function reply(screen: Screen, tap: Tap, origin?: Origin): Promise<void> {
  const reader = screen.reader();
  const answer = await send(tap, reader, origin);
  if (screen.reader().id !== reader.id) return;
  if ('error' in answer) screen.talk.fault(answer.error);
  else react(screen, answer.value, reader, origin);
}

async function send(tap: Tap, reader: Resident, origin?: Origin): Promise<Answer<Reaction>> {
  const message = origin && 'message' in origin ? { message: origin.message } : {};
  return sendClick({ reply: { ...tap, person: reader.id }, ...message });
}

function react(screen: Screen, reaction: Reaction, reader: Resident, origin?: Origin): void {
  const { replace, say, form } = reaction;
  if (replace !== undefined && origin !== undefined) {
    const posted = 'message' in origin ? screen.posted(origin.message) : undefined;
    if (posted !== undefined) screen.talk.update({ ...posted, message: replace });
    else if ('bubble' in origin) screen.talk.say(replace, origin.bubble);
  }
  if (say !== undefined) screen.talk.say(say);
  if (form !== undefined) show(screen, form, reader, origin);
}

function show(screen: Screen, form: Form, reader: Resident, origin?: Origin): void {
  const submit = async (fields: Fields): Promise<Verdict> => {
    const answer = await send({ kind: 'submit', round: form.round, fields }, reader, origin);
    if ('error' in answer) return answer;
    const { faults } = answer.value;
    if (faults !== undefined && Object.keys(faults).length > 0) return { faults };
    if (screen.reader().id === reader.id) react(screen, answer.value, reader, origin);
    return { done: true };
  };
  openForm(form, reader.locale, submit, () => {
    if (origin !== undefined) screen.talk.focus(origin);
  });
}
