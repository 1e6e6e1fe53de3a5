/** How what Soundings says becomes cards, and what a card says when it is clicked: the part of the adapter that draws. */
import type { ActionName, Form, FormName, Message } from '../../src/message/message.ts';

export interface Cards {
  message(message: Message): object;
  /** `faults`: field name to what is wrong with it. */
  form(form: Form, faults: Readonly<Record<string, string>>): object;
  page(page: Message): object;
  home(home: Message): object;
  /** Undefined for what no card of ours says. */
  parse(data: unknown): Clicked | undefined;
}

export type Clicked =
  | {
      readonly kind: 'answer';
      readonly round: string;
      readonly question: string;
      readonly value: string;
    }
  | { readonly kind: 'action'; readonly about: string; readonly action: ActionName }
  | {
      readonly kind: 'submit';
      readonly form: FormName;
      readonly about: string;
      readonly fields: Readonly<Record<string, readonly string[]>>;
    };
