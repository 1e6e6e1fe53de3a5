/** One message to one person about one round or note, and the states it passes through. */

/** A question of a round, what came of it, or what a reader of that tells the team. */
export type DeliveryKind = 'question' | 'digest' | 'note';

/**
 * `planned` waits for its hour; `claimed` is being sent under a lease; `sent` was sent, and is due again where a reminder is;
 * `skipped` is "not this week"; `unreachable` and `cancelled` are ends without a message. Whether someone answered is not
 * a state: the ballot box knows, until the count, when all question deliveries of the round are deleted.
 */
export type DeliveryState =
  | 'planned'
  | 'claimed'
  | 'sent'
  | 'skipped'
  | 'unreachable'
  | 'cancelled';

export interface Planned {
  /** Random; says nothing about the person. */
  readonly id: string;
  /** Of a note: the note. */
  readonly round: string;
  readonly person: string;
  /** The unit in which the person's ballots count, frozen when the round opened. */
  readonly unit: string;
  readonly kind: DeliveryKind;
  readonly sendAt: Date;
  /** Of a leaver, where HR named it: their ballots may be pooled by it too. */
  readonly jobFamily?: string;
}

export interface Delivery extends Omit<Planned, 'sendAt'> {
  readonly state: DeliveryState;
  /** When the next message is due; absent: none is. */
  readonly sendAt?: Date;
  /** Tries of the message that is due. */
  readonly attempts: number;
  /** Messages sent so far; all but the first are reminders. */
  readonly messages: number;
  readonly address?: string;
}
