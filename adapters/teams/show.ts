/** What a response of the inbox becomes on a person's screen: which card changes, what is posted, what is said in passing. */
import type { Form, Message } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import type { Receiving } from './answer.ts';
import type { Cards, Clicked } from './cards.ts';
import { type Content, type Conversation, patiently } from './connector.ts';
import { busyFor, inShort, isNoMessage } from './errors.ts';

type CardContent = Extract<Content, { card: object }>;

export interface Shown {
  /** In the place of the card that was clicked. */
  readonly card?: CardContent;
  /** In the place of the card that asked, where another one of the same chat was clicked. */
  readonly asked?: { readonly address: string; readonly card: CardContent };
  /** New messages, below it. */
  readonly posts: readonly Content[];
  /** A sentence, for a moment. */
  readonly toast?: string;
}

/** There is no home page in Teams: it is shown by a message, whose buttons are the only ones that change it. */
export function shownOf(response: Response, cards: Cards, clicked?: Clicked): Shown {
  const { page, say, replace } = response;
  // What the message itself turns into is not shown twice.
  const paged = page && page !== replace ? pageContent(page, cards) : undefined;
  const over = overCard(response, cards, clicked);
  const card = changedCard(response, cards) ?? over ?? (isSpent(clicked) ? paged : undefined);
  const isLong = say !== undefined && say.blocks.length > 1 && !over;
  const posts = [
    ...(paged && card !== paged ? [paged] : []),
    ...(isLong ? [messageContent(say, cards)] : []),
  ];
  const toast = over ? undefined : toastOf(response);
  return {
    ...(card && { card }),
    ...askedCard(response, cards),
    posts,
    ...(toast && { toast }),
  };
}

function toastOf({ say, faults, form }: Response): string | undefined {
  return say?.summary ?? (faults && !form ? Object.values(faults).join(' ') : undefined);
}

function askedCard({ replace, at }: Response, cards: Cards): Pick<Shown, 'asked'> {
  if (!replace || at === undefined) return {};
  return { asked: { address: at, card: messageContent(replace, cards) } };
}

/**
 * A page takes the place of a form that was sent, of HR's panel, and of an interview's screen: nobody is to send, save or
 * close something twice. What is only read leaves them as they are.
 */
function isSpent(clicked: Clicked | undefined): boolean {
  if (clicked?.kind !== 'action') return clicked?.kind === 'submit';
  return /^(leavers$|(campaign|round|leaver|exit)-(?!privacy|copy|report|read))/.test(
    clicked.action,
  );
}

/** Nothing but a sentence, and no fault: the interview was ended elsewhere, and its screen has nothing more to ask. */
function overCard(
  { say, ...rest }: Response,
  cards: Cards,
  clicked: Clicked | undefined,
): Shown['card'] {
  const isOver = say !== undefined && Object.keys(rest).length === 0;
  return isOver && isScreen(clicked) ? messageContent(say, cards) : undefined;
}

function isScreen(clicked: Clicked | undefined): boolean {
  if (clicked?.kind === 'submit') return clicked.form === 'exit';
  return (
    clicked?.kind === 'action' && /^exit-(back|change|erase|finish|go-on)$/.test(clicked.action)
  );
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
  { card, asked, ...rest }: Shown,
): Promise<void> {
  const isChanged = card !== undefined && (await changed(parts, at, clicked, card));
  await post(parts, at, { ...rest, ...(card && !isChanged && { card }) });
  const other = asked && activityOf(asked.address, at);
  if (asked && other !== undefined && other !== clicked) {
    await changed(parts, at, other, asked.card);
  }
}

/** Undefined: it lies in another chat, or on another platform. */
function activityOf(address: string, { conversation }: Conversation): string | undefined {
  return address.startsWith(`${conversation}/`)
    ? address.slice(conversation.length + 1)
    : undefined;
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
