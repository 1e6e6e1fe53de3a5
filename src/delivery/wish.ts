/** What is to be done with a delivery that is due, and what that hangs on. */
import type { Round } from '../campaign/round.ts';
import type { Copy } from '../message/copy.ts';
import type { Message } from '../message/message.ts';
import type { Person } from '../org/person.ts';
import type { Preference } from '../org/preference.ts';
import type { Contact } from '../ports/store.ts';
import type { Delivery, DeliveryState } from './delivery.ts';

export type Wish =
  /** Nothing, for good. */
  | { readonly leave: DeliveryState }
  /** Nothing now: this is no hour to write to anybody. */
  | { readonly postpone: Date }
  | {
      /** Absent: they have answered; all else goes on as for the others, so that nothing kept tells them apart. */
      readonly message: Message | undefined;
      readonly contact?: Contact;
      /** When to remind. */
      readonly next?: Date | undefined;
    };

export interface About {
  readonly round: Round;
  readonly person: Person;
  readonly preference: Preference;
  readonly copy: Copy;
  readonly zone: string;
  readonly isGood: (date: string) => boolean;
}

/** Without another message: one that was sent stays sent. */
export function ended({ messages }: Pick<Delivery, 'messages'>): Wish {
  return { leave: messages > 0 ? 'sent' : 'cancelled' };
}

/** What people are greeted by: the first part of their name. */
export function givenName({ name }: Pick<Person, 'name'>): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
