/** A form that comes back with a text as it would be read: its author changes it, sends it as it is, or empties it. */
import { asRead } from '../anonymity/as-read.ts';
import type { Scrub } from '../anonymity/scrub.ts';
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

/** What is needed to see words as they would be read. */
interface Reviewing {
  readonly copy: Copy;
  scrub(): Promise<Scrub>;
}

/**
 * The form once more, where scrubbing would change what was written in one of its texts; undefined where all can be kept,
 * or refused, as it is. A text that comes back gets a name of its own each time, and the other fields keep theirs: Slack
 * keeps what was typed in a block of the same id. https://docs.slack.dev/reference/views/modal-views
 */
export async function reviewForm(
  form: Form,
  entered: ReadonlyMap<string, Entered>,
  { scrub, copy }: Reviewing,
): Promise<Form | undefined> {
  const changed = new Map<string, string>();
  for (const field of form.fields) {
    const words = wordsIn(field, entered.get(field.name));
    const read = words === '' ? words : asRead(await scrub(), words);
    if (read !== words) changed.set(field.name, read);
  }
  if (changed.size === 0) return undefined;
  const fields = asEntered(form, entered).fields.map((same, i) => {
    const field = form.fields[i] ?? same;
    const [read, given] = [changed.get(field.name), entered.get(field.name)];
    const isBack = read !== undefined && given && field.kind === 'text';
    return isBack ? returned(field, read, given) : same;
  });
  return { ...form, intro: copy.comments.review, fields };
}

/** Nothing of what is no text, was left empty, or is refused anyway. */
function wordsIn(field: Field, given: Entered | undefined): string {
  const words = given?.values.join('\n').trim() ?? '';
  const isText = field.kind === 'text' && new TextEncoder().encode(words).length <= field.limit;
  return isText ? words : '';
}

/** The form with each field under the name that it was sent with. */
export function asEntered(form: Form, entered: ReadonlyMap<string, Entered>): Form {
  const fields = form.fields.map((field) => {
    return { ...field, name: entered.get(field.name)?.field ?? field.name };
  });
  return { ...form, fields };
}

function returned(
  field: Extract<Field, { kind: 'text' }>,
  written: string,
  { reader, time }: Entered,
): Field {
  const { readers } = field;
  return {
    ...field,
    name: `${field.name}:${time + 1}`,
    written,
    ...(readers && { readers: { ...readers, ...(reader !== undefined && { chosen: reader }) } }),
  };
}
