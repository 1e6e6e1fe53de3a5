/** What people send back, translated by an adapter at its boundary, and what they see at once. */
import type { ActionName, Form, FormName, Message } from './message.ts';

/** Field name to the chosen values or the text; a field left empty is absent or `[]`. */
export type Fields = Readonly<Record<string, readonly string[]>>;

export type Reply =
  /** One tap on a scale. */
  | {
      readonly kind: 'answer';
      readonly person: string;
      readonly round: string;
      readonly question: string;
      readonly value: string;
    }
  /** A submitted form. */
  | {
      readonly kind: 'submit';
      readonly person: string;
      readonly form: FormName;
      readonly about: string;
      readonly fields: Fields;
      /** The form stays where it lies, in the history of a chat: what was written must not come back in one. */
      readonly stays?: true;
    }
  /** A button of an `actions` block. */
  | {
      readonly kind: 'action';
      readonly person: string;
      readonly action: ActionName;
      readonly about: string;
    }
  /** They look at their home page. */
  | { readonly kind: 'home'; readonly person: string }
  /** Words typed to the bot, such as `help` or `pause 2`. Never stored, never taken for an answer. */
  | { readonly kind: 'command'; readonly person: string; readonly text: string };

/** What the adapter does with the person's screen. All parts are optional; none says what was answered. */
export interface Response {
  /** Takes the place of the message that was clicked. */
  readonly replace?: Message;
  /** Where that message lies if none was clicked: an answer's form may come from a command or the home page. */
  readonly at?: string;
  /** A sentence or two, shown to this person now, kept nowhere. */
  readonly say?: Message;
  /** Longer things to read, in a window of their own: modal or dialog. Kept nowhere. */
  readonly page?: Message;
  /** What their home page now shows, where it has changed or was asked for. */
  readonly home?: Message;
  /**
   * One that comes back for a form of the same name and about takes its place; what was chosen in fields of the same name
   * stays chosen, as far as the platform can.
   */
  readonly form?: Form;
  /** Field name to what is wrong with it; the form stays open. */
  readonly faults?: Readonly<Record<string, string>>;
}

/** The round, campaign or other thing that a reply is about; undefined for words typed and for the home page. */
export function aboutOf(reply: Reply): string | undefined {
  switch (reply.kind) {
    case 'answer':
      return reply.round;
    case 'submit':
    case 'action':
      return reply.about;
    default:
      return undefined;
  }
}
