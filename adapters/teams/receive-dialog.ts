/** A dialog: opened by a button (`task/fetch`), sent back (`task/submit`), with what is wrong shown in the same card. */
import type { Copy } from '../../src/message/copy.ts';
import { copyFor } from '../../src/message/languages.ts';
import { at, textAt } from '../../src/message/read-payload.ts';
import type { Response } from '../../src/message/reply.ts';
import { answer, type Receiving } from './answer.ts';
import type { Clicked } from './cards.ts';
import { corrected } from './correct.ts';
import { inTime } from './in-time.ts';
import type { Incoming } from './incoming.ts';
import { change, formContent, pageContent, type Shown, shownOf } from './show.ts';

/** What Teams does with the dialog; without a task it closes. */
export interface DialogAnswer {
  readonly task?:
    | { readonly type: 'message'; readonly value: string }
    | { readonly type: 'continue'; readonly value: object };
}

/** From which message each dialog was opened: a submission may not say so. */
export interface Opened {
  set(key: string, message: string): void;
  get(key: string): string | undefined;
}

const MANY = 5000;

export function opened(): Opened {
  const messages = new Map<string, string>();
  return {
    set(key, message) {
      if (messages.size >= MANY) messages.clear();
      messages.set(key, message);
    },
    get: (key) => messages.get(key),
  };
}

export async function receiveFetch(
  parts: Receiving,
  from: Opened,
  incoming: Incoming,
): Promise<DialogAnswer> {
  const clicked = dataOf(parts, incoming);
  const done = answer(parts, incoming, clicked);
  const soon = await inTime(done);
  // Nothing is opened late: the click is simply made again.
  if (soon === undefined) return said(copyFor(incoming.locale ?? parts.locale).chat.tooSlow);
  const { form } = soon.response;
  if (form && incoming.clicked) from.set(keyOf(incoming, form.name, form.about), incoming.clicked);
  return dialog(parts, incoming, soon.response, soon.copy, incoming.clicked);
}

export async function receiveSubmit(
  parts: Receiving,
  from: Opened,
  incoming: Incoming,
): Promise<DialogAnswer> {
  const clicked = dataOf(parts, incoming);
  const key = clicked?.kind === 'submit' ? keyOf(incoming, clicked.form, clicked.about) : '';
  const message = incoming.clicked ?? from.get(key);
  const done = answer(parts, incoming, clicked).then((answered) =>
    corrected(parts, incoming, clicked, answered, 'dialog'),
  );
  const soon = await inTime(done);
  if (soon === undefined) {
    void parts.hold(
      done.then(({ response }) =>
        change(parts, incoming.place, message, shownOf(response, parts.cards)),
      ),
    );
    return said(copyFor(incoming.locale ?? parts.locale).chat.sealing);
  }
  return dialog(parts, incoming, soon.response, soon.copy, message);
}

/** What stays open in the dialog, or a last sentence; the card behind it is changed apart from it. */
function dialog(
  parts: Receiving,
  { place }: Incoming,
  response: Response,
  { chat }: Copy,
  message: string | undefined,
): DialogAnswer {
  const { form, page, faults, ...behind } = response;
  const { toast, ...rest } = shownOf(behind, parts.cards);
  const isBehind = rest.card !== undefined || rest.posts.length > 0;
  if (isBehind) void parts.hold(change(parts, place, message, rest satisfies Shown));
  if (form) return open(form.title, formContent(form, parts.cards, faults).card);
  if (page) return open(page.summary, pageContent(page, parts.cards).card);
  if (toast !== undefined) return said(toast);
  return isBehind ? {} : said(chat.done);
}

function dataOf({ cards }: Receiving, { activity }: Incoming): Clicked | undefined {
  return cards.parse(at(activity, 'value', 'data'));
}

function keyOf({ tenant, user }: Incoming, form: string, about: string): string {
  return JSON.stringify([tenant, user, form, about]);
}

function open(title: string, card: object): DialogAnswer {
  const content = {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: submitting(card),
  };
  return {
    task: { type: 'continue', value: { title, height: 'large', width: 'medium', card: content } },
  };
}

function said(value: string): DialogAnswer {
  return { task: { type: 'message', value } };
}

/** The same card with the fallback of each button: a dialog knows `Action.Submit` only. */
function submitting(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(submitting);
  if (typeof part !== 'object' || part === null) return part;
  const fallback = textAt(part, 'type') === 'Action.Execute' ? at(part, 'fallback') : undefined;
  if (typeof fallback === 'object' && fallback !== null) return fallback;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, submitting(each)]));
}
