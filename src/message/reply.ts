/** What people send back, translated by an adapter at its boundary, and what they see at once. */
import type { ActionName, Form, Message } from './message.ts';

export type Reply =
  /** One tap on a scale. */
  | {
      readonly kind: 'answer';
      readonly person: string;
      readonly round: string;
      readonly question: string;
      readonly value: string;
    }
  /** A submitted form: field name to the chosen values or the text; a field left empty is absent or `[]`. */
  | {
      readonly kind: 'submit';
      readonly person: string;
      readonly round: string;
      readonly fields: Readonly<Record<string, readonly string[]>>;
    }
  /** A button of an `actions` block. */
  | {
      readonly kind: 'action';
      readonly person: string;
      readonly round: string;
      readonly action: ActionName;
    }
  /** Words typed to the bot, such as `help` or `pause 2`. Never stored, never taken for an answer. */
  | { readonly kind: 'command'; readonly person: string; readonly text: string };

/** What the adapter does with the person's screen. All parts are optional; none says what was answered. */
export interface Response {
  /** Takes the place of the message that was clicked. */
  readonly replace?: Message;
  /** Shown to this person now, kept nowhere. */
  readonly say?: Message;
  readonly form?: Form;
  /** Field name to what is wrong with it; the form stays open. */
  readonly faults?: Readonly<Record<string, string>>;
}
