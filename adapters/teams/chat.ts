/** The chat port on Teams: posts to people, in a chat that is opened where there is none, and changes what was posted. */
import type { Message } from '../../src/message/message.ts';
import type { Account } from '../../src/org/account.ts';
import type { Sent } from '../../src/ports/chat.ts';
import type { AccountStore } from '../../src/ports/store.ts';
import type { Cards } from './cards.ts';
import { type Connector, type Conversation, patiently } from './connector.ts';
import { inShort, isGone, isNoMessage, openedOf, sentOf } from './errors.ts';
import type { Teams } from './options.ts';
import type { Pace } from './pace.ts';
import { type Place, readPlace, writePlace } from './place.ts';

export interface ChatParts {
  readonly accounts: AccountStore;
  readonly connector: Connector;
  readonly cards: Cards;
  readonly pace: Pace;
  readonly isOurs: (tenant: string) => boolean;
  readonly tell: (line: string) => void;
}

export function chat(
  parts: ChatParts,
): Pick<Teams, 'name' | 'canFind' | 'send' | 'find' | 'replace' | 'settle'> {
  return {
    name: 'teams',
    /** Teams can't be asked what was posted. */
    canFind: false,
    async send(person, message) {
      const found = (await accountsOf(parts, person)).filter(
        ({ active, reachable }) => active && reachable,
      );
      let refused: Sent = { refused: 'unreachable' };
      for (const account of found) {
        const sent = await post(parts, account, message);
        if (!('refused' in sent) || sent.refused === 'busy') return sent;
        if (sent.refused === 'forbidden') refused = sent;
      }
      return refused;
    },
    async find() {
      return undefined;
    },
    async replace(person, address, message) {
      const end = address.lastIndexOf('/');
      const [conversation, activity] = [address.slice(0, end), address.slice(end + 1)];
      const places = (await accountsOf(parts, person)).map(({ place }) => readPlace(place));
      const place = places.find((each) => each?.conversation === conversation);
      if (place) await update(parts, { ...place, conversation }, activity, message);
    },
    /** Teams keeps the messages, for everybody alike; nothing of ours does. */
    async settle() {},
  };
}

async function accountsOf({ accounts, isOurs }: ChatParts, person: string): Promise<Account[]> {
  const all = await accounts.of(person);
  return all.filter(({ platform, team }) => platform === 'teams' && isOurs(team));
}

async function post(parts: ChatParts, account: Account, message: Message): Promise<Sent> {
  const { cards, connector, pace } = parts;
  const place = readPlace(account.place);
  // Nobody has told us yet where they are: not even a roster.
  if (!place) return { refused: 'unreachable' };
  const content = { summary: message.summary, card: cards.message(message) };
  const to = await conversationOf(parts, account, place);
  if ('refused' in to) return to;
  await pace(to.conversation);
  try {
    const activity = await connector.post(to, content);
    return { sent: `${to.conversation}/${activity}` };
  } catch (error) {
    const sent = sentOf(error);
    if (sent === undefined) throw unclear(error);
    return refused(parts, account, sent, error);
  }
}

/** The chat with them, which is opened where there is none. */
async function conversationOf(
  parts: ChatParts,
  account: Account,
  place: Place,
): Promise<Conversation | Extract<Sent, { refused: string }>> {
  const { conversation } = place;
  if (conversation !== undefined) return { ...place, conversation };
  const { accounts, connector, pace } = parts;
  const user = place.user ?? account.user;
  await pace(user);
  try {
    const opened = { ...place, conversation: await connector.open(place, user) };
    await accounts.mark(account, { place: writePlace(opened) });
    return opened;
  } catch (error) {
    const sent = openedOf(error);
    if (sent === undefined || !('refused' in sent)) throw error;
    return refused(parts, account, sent, error);
  }
}

async function refused<Outcome extends Sent>(
  { accounts, tell }: ChatParts,
  account: Account,
  sent: Outcome,
  error: unknown,
): Promise<Outcome> {
  if (!('refused' in sent)) return sent;
  if (sent.refused === 'unreachable') {
    if (isGone(error)) await accounts.mark(account, { reachable: false });
    else tell(`Teams refuses a message to one person (${inShort(error)}). The others go on.`);
  }
  if (sent.refused === 'forbidden') tell(forbiddenLine(error));
  return sent;
}

function forbiddenLine(error: unknown): string {
  return (
    `Teams lets the app post to nobody (${inShort(error)}). Check MicrosoftAppId, MicrosoftAppPassword, ` +
    'MicrosoftAppTenantId and MicrosoftAppType (SingleTenant for an app of one company), and that the app is not blocked in the Teams admin center.'
  );
}

/** A message that is gone is no error, nor is a reader who is. */
async function update(
  { cards, connector }: Pick<ChatParts, 'cards' | 'connector'>,
  at: Conversation,
  activity: string,
  message: Message,
): Promise<void> {
  const content = { summary: message.summary, card: cards.message(message) };
  try {
    await patiently(() => connector.update(at, activity, content));
  } catch (error) {
    if (!isNoMessage(error)) throw new Error(`Teams did not change a message (${inShort(error)}).`);
  }
}

/** Without its cause: it may quote what was sent. */
function unclear(error: unknown): Error {
  return new Error(`It is not known whether Teams posted a message (${inShort(error)}).`);
}
