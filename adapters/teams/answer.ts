/** Hands what people send to the inbox; what comes of it is shown by whoever knows where they sent it from. */
import type { Copy } from '../../src/message/copy.ts';
import { copyFor } from '../../src/message/languages.ts';
import type { Reply, Response } from '../../src/message/reply.ts';
import { plain } from '../../src/message/saying.ts';
import type { Account } from '../../src/org/account.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import type { ChatParts } from './chat.ts';
import type { Incoming } from './incoming.ts';
import { nameOf } from './speak.ts';
import { personOf, type Who } from './who.ts';

export interface Receiving extends ChatParts {
  readonly inbox: () => Inbox;
  readonly who: Who;
  readonly organisation: string;
  /** Of people whose language is unknown. */
  readonly locale: string;
  readonly peopleChanged: () => void;
  /** What is in hand is waited for when the adapter closes. */
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
  /** Of a person whom nobody knows yet: has Teams say who they are. */
  readonly introduce: (incoming: Incoming, account: Account) => void;
}

/** A reply whose sender is still to be named. */
export type Unsigned = Reply extends infer Each
  ? Each extends Reply
    ? Omit<Each, 'person'>
    : never
  : never;

export interface Answered {
  readonly copy: Copy;
  readonly response: Response;
  /** The inbox has taken it. */
  readonly isTaken: boolean;
}

/** Never rejects: a stranger is told so, and so is whoever's reply was lost. */
export async function answer(
  parts: Receiving,
  incoming: Incoming,
  reply: Unsigned | undefined,
): Promise<Answered> {
  const { who, locale, inbox, tell, introduce } = parts;
  let copy = copyFor(incoming.locale ?? locale);
  const say = (text: string): Answered => ({
    copy,
    response: { say: plain(text) },
    isTaken: false,
  });
  try {
    const account = await who.of(incoming);
    copy = copyFor(account.locale ?? locale);
    if (!incoming.isPersonal) return say(copy.chat.onlyAlone);
    if (reply === undefined) {
      tell('A click from Teams was refused: no button of ours says that. Nothing was stored.');
      return say(copy.chat.notUnderstood);
    }
    const person = personOf(account);
    if (person === undefined) {
      introduce(incoming, account);
      return say(copy.chat.stranger);
    }
    // A form of ours is a card among the messages of the chat.
    const stays = reply.kind === 'submit' && { stays: true };
    const response = await inbox().receive({ ...reply, ...stays, person } as Reply);
    return { copy, response, isTaken: true };
  } catch (error) {
    tell(`A reply from Teams could not be stored (${nameOf(error)}). The person was told.`);
    return say(copy.chat.notStored);
  }
}
