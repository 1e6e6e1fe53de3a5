/** What a response of the inbox becomes on a person's screen: which card changes, what is posted, what is said in passing. */
import type { Form, Message } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import type { Receiving } from './answer.ts';
import type { Cards, Clicked } from './cards.ts';
import { type Content, type Conversation, patiently } from './connector.ts';
import { busyFor, inShort, isNoMessage } from './errors.ts';

export interface Shown {
  /** In the place of the card that was clicked. */
  readonly card?: Extract<Content, { card: object }>;
  /** New messages, below it. */
  readonly posts: readonly Content[];
  /** A sentence, for a moment. */
  readonly toast?: string;
}

/** There is no home page in Teams: it is shown by a message, whose buttons are the only ones that change it. */
export function shownOf(response: Response, cards: Cards, clicked?: Clicked): Shown {
  const { page, say, form, faults } = response;
  const changed = changedCard(response, cards);
  const paged = page && pageContent(page, cards);
  const card = changed ?? (isSpent(clicked) ? paged : undefined);
  const posts: Content[] = [];
  if (paged && card !== paged) posts.push(paged);
  const isLong = say !== undefined && say.blocks.length > 1;
  if (isLong) posts.push(messageContent(say, cards));
  const wrong = faults && !form && Object.values(faults).join(' ');
  const toast = wrong || say?.summary;
  return { ...(card && { card }), posts, ...(toast && { toast }) };
}

/**
 * A page takes the place of a form that was sent, of HR's panel, and of an interview's screen: nobody is to send, save or
 * close something twice. What is only read leaves them as they are.
 */
function isSpent(clicked: Clicked | undefined): boolean {
  if (clicked?.kind !== 'action') return clicked?.kind === 'submit';
  return /^(campaign|round|leaver|exit)-(?!privacy|copy|report|read)/.test(clicked.action);
}

function changedCard({ replace, home, form, faults }: Response, cards: Cards): Shown['card'] {
  if (form) return formContent(form, cards, faults);
  if (replace) return messageContent(replace, cards);
  return home && { summary: home.summary, card: cards.home(home) };
}

export function formContent(form: Form, cards: Cards, faults: Response['faults'] = {}) {
  return { summary: form.title, card: cards.form(form, faults) };
}

export function pageContent(page: Message, cards: Cards) {
  return { summary: page.summary, card: cards.page(page) };
}

function messageContent(message: Message, cards: Cards) {
  return { summary: message.summary, card: cards.message(message) };
}

/** All of it by messages, where nothing was clicked: the answer to typed words. */
export async function post(
  parts: Receiving,
  to: Conversation,
  { card, posts, toast }: Shown,
): Promise<void> {
  const isSaid =
    toast !== undefined && !posts.some((each) => 'summary' in each && each.summary === toast);
  const all: Content[] = [...(card ? [card] : []), ...posts, ...(isSaid ? [{ text: toast }] : [])];
  for (const content of all) await postOne(parts, to, content);
}

/** A message that can't be posted leaves what was stored as it is. */
export async function postOne(
  { connector, pace, tell }: Pick<Receiving, 'connector' | 'pace' | 'tell'>,
  to: Conversation,
  content: Content,
): Promise<void> {
  try {
    await pace(to.conversation);
    await patiently(() => connector.post(to, content), busyFor);
  } catch (error) {
    tell(`Teams did not show a message (${inShort(error)}).`);
  }
}

/** The clicked card changed, and the rest by messages. Where the card is gone, or not known, it is posted anew. */
export async function change(
  parts: Receiving,
  at: Conversation,
  clicked: string | undefined,
  { card, ...rest }: Shown,
): Promise<void> {
  const isChanged = card !== undefined && (await changed(parts, at, clicked, card));
  await post(parts, at, { ...rest, ...(card && !isChanged && { card }) });
}

async function changed(
  { connector, tell }: Receiving,
  at: Conversation,
  clicked: string | undefined,
  card: Content,
): Promise<boolean> {
  if (clicked === undefined) return false;
  try {
    await patiently(() => connector.update(at, clicked, card));
    return true;
  } catch (error) {
    if (isNoMessage(error)) return false;
    tell(`Teams did not show a changed message (${inShort(error)}).`);
    return true;
  }
}
