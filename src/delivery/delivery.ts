/** One message to one person about one round, and the states it passes through. */

/**
 * `planned` waits for its hour; `claimed` is being sent under a lease; `sent` has an address; `skipped` is "not this
 * week"; `unreachable` and `cancelled` are ends without a message. Whether someone answered is not a state: the
 * ballot box knows, until the count.
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
  readonly round: string;
  readonly person: string;
  /** The unit in which the person's ballots count, frozen when the round opened. */
  readonly unit: string;
  readonly kind: 'question' | 'digest';
  readonly sendAt: Date;
}

export interface Delivery extends Planned {
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly address?: string;
}
