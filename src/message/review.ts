/** A form that comes back with a text as it would be read: its author changes it, sends it as it is, or empties it. */
import type { Copy } from './copy.ts';
import type { Field, Form } from './message.ts';
import type { Fields } from './reply.ts';

/** What stands in a field: `words`, or `words:2` when its text came back once, and so on. */
export interface Entered {
  readonly field: string;
  /** How often it was in the form, this time included. */
  readonly time: number;
  readonly values: readonly string[];
  /** Who may read it, from `{field}:reader`. */
  readonly reader?: string;
}

const READER = ':reader';
const AGAIN = /^([^:]+):([2-9]|[1-9]\d{1,2})$/;

/** By question; a text that came back stands for the one that it came from. */
export function enteredIn(fields: Fields): Map<string, Entered> {
  const entered = new Map<string, Entered>();
  for (const [field, values] of Object.entries(fields)) {
    if (field.endsWith(READER)) continue;
    const [, question = field, times = '1'] = AGAIN.exec(field) ?? [];
    const time = Number(times);
    if (time < (entered.get(question)?.time ?? 0)) continue;
    const [reader] = fields[`${field}${READER}`] ?? [];
    entered.set(question, { field, time, values, ...(reader !== undefined && { reader }) });
  }
  return entered;
}

/** A text to be looked at once more. */
export interface Review {
  readonly text: string;
  /** Where its author may choose who reads it: the choice. */
  readonly reader?: string;
  readonly time: number;
}

/**
 * `reviews` by question. A text gets a name of its own each time: Slack keeps what was typed in a block of the same id,
 * and so the choices in all other fields. https://docs.slack.dev/reference/views/modal-views
 */
export function reviewForm(form: Form, reviews: ReadonlyMap<string, Review>, copy: Copy): Form {
  return {
    ...form,
    intro: copy.comments.review,
    fields: form.fields.map((field) => {
      const review = reviews.get(field.name);
      return review && field.kind === 'text' ? returned(field, review) : field;
    }),
  };
}

function returned(field: Extract<Field, { kind: 'text' }>, { text, reader, time }: Review): Field {
  const { readers } = field;
  return {
    ...field,
    name: `${field.name}:${time + 1}`,
    written: text,
    ...(readers && { readers: { ...readers, ...(reader !== undefined && { chosen: reader }) } }),
  };
}
