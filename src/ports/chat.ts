/** A place where people can be written to: the local web chat, Slack, Teams. */
import type { DeliveryKind } from '../delivery/delivery.ts';
import type { Message } from '../message/message.ts';

/** Where a sent message lies, in the platform's own terms. Opaque; holds no answer. */
export type Address = string;

export type Sent =
  | { readonly sent: Address }
  /** The person can't be reached here (left, blocked the bot, unknown). Do not retry. */
  | { readonly refused: 'unreachable' }
  /** Try again, not before `retryAfter` seconds. Nothing was posted. */
  | { readonly refused: 'busy'; readonly retryAfter: number }
  /** The platform lets us post to nobody (token revoked, scope missing). Nothing was posted; the operator has to act. */
  | { readonly refused: 'forbidden' };

export interface Chat {
  /** The name in the configuration: `web`, `slack`, `teams`. */
  readonly name: string;
  /**
   * Posts `message` to the person's direct messages. `delivery` is a random id that the platform keeps with the
   * message where it can, so that `find` recognises it. `round` lets `settle` find the message again.
   * Rejects when it is unknown whether the message was posted.
   */
  send(person: string, message: Message, about: Posting): Promise<Sent>;
  /** Whether `find` can tell. Where it can't, a send that may have been posted is not repeated. */
  readonly canFind: boolean;
  /** The address of a message posted earlier under this delivery id; undefined if there is none. */
  find(person: string, delivery: string): Promise<Address | undefined>;
  /** Puts `message` in the place of the one at `address`. A message that is gone is no error. */
  replace(person: string, address: Address, message: Message): Promise<void>;
  /**
   * Leaves every person one question message of a closed round, which reads the same whoever answered, so that no trace of
   * participation is left where the adapter itself keeps messages. A platform that keeps them does nothing here.
   */
  settle(round: string, closed: (person: string) => Message): Promise<void>;
  /** Stops receiving, answers what is in hand, and resolves when done. */
  close(): Promise<void>;
}

export interface Posting {
  readonly delivery: string;
  readonly round: string;
  readonly kind: DeliveryKind;
}

/** The chats of everybody. */
export interface Chats {
  /** Those on which this person can be written to, the preferred one first; empty: none. */
  of(person: string): Promise<readonly Chat[]>;
  /** Person to the lane of the queue that their messages wait in; absent where all wait in one. */
  readonly lanes?: (people: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** {@link Chat.settle} of each. */
  settle: Chat['settle'];
}
