/** What the page and its server say to each other over HTTP: shapes only, read by both. */
import type { DeliveryKind } from '../../src/delivery/delivery.ts';
import type { Message } from '../../src/message/message.ts';
import type { Reply } from '../../src/message/reply.ts';

/** Somebody whom the page can switch to. */
export interface Resident {
  readonly id: string;
  readonly name: string;
  /** The unit's name. */
  readonly unit: string;
  /** Names of the units that they lead. */
  readonly leads: readonly string[];
  readonly hr: boolean;
  readonly locale: string;
  readonly timezone: string;
}

/** A message of the conversation; `at` is an ISO 8601 instant. */
export interface Posted {
  readonly id: string;
  readonly round: string;
  readonly kind: DeliveryKind;
  readonly at: string;
  readonly message: Message;
}

/** A message that is no more, such as a reminder of a round that has closed. */
export interface Gone {
  readonly id: string;
}

export type Step = 'opens' | 'closes' | 'messages';

/** The program's clock as ISO 8601 instants; `next` only where it may be moved on. */
export interface ClockFace {
  readonly now: string;
  readonly next?: { readonly at: string; readonly what: Step };
}

export interface About {
  readonly organisation: string;
  readonly demonstration: boolean;
  /** The person to show first. */
  readonly first?: string;
  readonly clock: ClockFace;
  /** What the buttons say; absent where nobody signs in. */
  readonly signOut?: { readonly here: string; readonly everywhere: string };
}

/** The body of `POST /api/sign-out`. */
export interface SignOut {
  readonly everywhere: boolean;
}

/** The body of `POST /api/reply`; `message` is the id of the message that was clicked. */
export interface Click {
  readonly reply: Reply;
  readonly message?: string;
}
