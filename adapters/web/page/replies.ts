/** From a tap to the screen: sends it, and does with the answer what the response asks for. */
import type { Form, Message } from '../../../src/message/message.ts';
import type { Response as Reaction } from '../../../src/message/reply.ts';
import type { Posted, Resident } from '../wire.ts';
import { type Answer, sendClick } from './api.ts';
import type { Tap } from './blocks.ts';
import type { Conversation } from './conversation.ts';
import { openForm, type Verdict } from './form.ts';
import type { Home } from './home.ts';
import type { Pages } from './pages.ts';
import type { Origin } from './place.ts';

/** What a reply needs of the page. */
export interface Screen {
  readonly talk: Conversation;
  readonly home: Home;
  readonly pages: Pages;
  /** Who is shown now; an answer that comes after a switch is not shown to somebody else. */
  reader(): Resident;
  /** A message of the reader by its id. */
  posted(id: string): Posted | undefined;
}

/** A tap on its way: whose it is, and which message its answer may replace. */
interface Sent {
  readonly tap: Tap;
  readonly reader: Resident;
  readonly origin: Origin;
  readonly message: Posted | undefined;
}

export async function reply(screen: Screen, tap: Tap, origin: Origin): Promise<void> {
  const sent = prepare(screen, tap, origin);
  const answer = await send(sent);
  if (screen.reader().id !== sent.reader.id) return;
  if ('error' in answer) origin.place.fault(answer.error);
  else react(screen, answer.value, sent);
}

function prepare(screen: Screen, tap: Tap, origin: Origin): Sent {
  const posted = origin.message === undefined ? undefined : screen.posted(origin.message);
  const message = posted && isOf(tap, posted) ? posted : undefined;
  return { tap, reader: screen.reader(), origin, message };
}

function isOf(tap: Tap, { round, message }: Posted): boolean {
  return round === roundOf(tap) || (isOfInterview(tap) && isInterview(message));
}

/** An exit interview is about no round that its leaver knows; its message is known by its buttons. */
function isOfInterview(tap: Tap): boolean {
  return tap.kind === 'submit'
    ? tap.form === 'exit'
    : tap.kind === 'action' && tap.action.startsWith('exit-');
}

function isInterview({ blocks }: Message): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'actions' && block.actions.some(({ action }) => action.startsWith('exit-')),
  );
}

/** What is about something else than the message's round, such as one's settings, does not change the message. */
function roundOf(tap: Tap): string | undefined {
  if (tap.kind === 'answer') return tap.round;
  return 'about' in tap ? tap.about.split('/')[0] : undefined;
}

async function send({ tap, reader, message }: Sent): Promise<Answer<Reaction>> {
  const target = message === undefined ? {} : { message: message.id };
  return sendClick({ reply: { ...tap, person: reader.id }, ...target });
}

function react(screen: Screen, reaction: Reaction, sent: Sent): void {
  const { replace, say, page, home, form } = reaction;
  const { reader, origin } = sent;
  if (home !== undefined) screen.home.show(home);
  if (replace !== undefined) put(screen, replace, sent, say ?? page ?? form);
  if (say !== undefined) origin.place.say(say);
  if (page !== undefined) screen.pages.show(page, reader.locale, origin);
  if (form !== undefined) showForm(screen, form, sent);
}

/** In the conversation if a message of it was meant; the dialog that led there is left, unless it has `more` to say. */
function put(screen: Screen, replace: Message, sent: Sent, more: object | undefined): void {
  const { message, origin } = sent;
  if (message === undefined) {
    (origin.place.swap ?? origin.place.say)(replace);
    return;
  }
  screen.talk.update({ ...message, message: replace });
  if (more === undefined) screen.pages.leave(origin);
}

function showForm(screen: Screen, shown: Form, { tap: from, origin, reader }: Sent): void {
  const form = kept(shown, from);
  const pass = async (tap: Tap): Promise<Verdict> => {
    const sent = { ...prepare(screen, tap, origin), reader };
    const answer = await send(sent);
    if ('error' in answer) return answer;
    const { faults } = answer.value;
    if (faults !== undefined && Object.keys(faults).length > 0) return { faults };
    const here = () => screen.reader().id === reader.id;
    return { done: () => here() && react(screen, answer.value, sent) };
  };
  openForm(form, reader.locale, {
    submit: (fields) => pass({ kind: 'submit', form: form.name, about: form.about, fields }),
    act: (action, about) => pass({ kind: 'action', action, about }),
    closed: origin.place.focus,
  });
}

/** What was chosen stays chosen in a form that comes back: from what this page sent, as no answer is ever sent to it. */
function kept(form: Form, tap: Tap): Form {
  if (tap.kind !== 'submit' || tap.form !== form.name || tap.about !== form.about) return form;
  const fields = form.fields.map((field) => {
    if (field.kind === 'text' || field.chosen) return field;
    return { ...field, chosen: tap.fields[field.name] ?? [] };
  });
  return { ...form, fields };
}
