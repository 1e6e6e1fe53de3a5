/** What a card's buttons and fields carry, the same for every person, and what comes back of it. */
import type { ActionName, FormName } from '../../src/message/message.ts';
import { ACTIONS, FORMS } from '../../src/org/roles.ts';
import { limits } from './limits.ts';

/** The data of a button. Teams adds the card's inputs to it, under their ids. */
export type ButtonData =
  | {
      readonly kind: 'answer';
      readonly round: string;
      readonly question: string;
      readonly value: string;
    }
  | { readonly kind: 'action'; readonly about: string; readonly action: ActionName }
  | { readonly kind: 'submit'; readonly form: FormName; readonly about: string };

export type Sent =
  | Exclude<ButtonData, { kind: 'submit' }>
  | {
      readonly kind: 'submit';
      readonly form: FormName;
      readonly about: string;
      /** An emptied text is `['']`; a choice left empty is absent. */
      readonly fields: Readonly<Record<string, readonly string[]>>;
    };

export type InputKind = 'one' | 'several' | 'text';

/** `one:language`. A button's own data has no colon in its keys, so no field can take its place. */
export function inputId(kind: InputKind, name: string): string {
  return `${kind}:${name}`;
}

/** Several chosen values come back joined by commas, so a value has none. */
export function choiceValue(value: string): string {
  return value.replace(/[%,\s\p{Cc}]/gu, encodeURIComponent);
}

/** Undefined for anything that no button or form of ours says; never throws. */
export function parseData(data: unknown): Sent | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const has = new Map<string, unknown>(Object.entries(data));
  switch (has.get('kind')) {
    case 'answer':
      return parseAnswer(has);
    case 'action':
      return parseAction(has);
    case 'submit':
      return parseSubmit(has);
    default:
      return undefined;
  }
}

type Has = ReadonlyMap<string, unknown>;

function parseAnswer(has: Has): Sent | undefined {
  const [round, question, value] = [text(has, 'round'), text(has, 'question'), text(has, 'value')];
  if (!round || !question || !value) return undefined;
  return { kind: 'answer', round, question, value };
}

function parseAction(has: Has): Sent | undefined {
  const about = text(has, 'about');
  const action = ACTIONS.find((each) => each === has.get('action'));
  return about === undefined || !action ? undefined : { kind: 'action', about, action };
}

function parseSubmit(has: Has): Sent | undefined {
  const about = text(has, 'about');
  const form = FORMS.find((each) => each === has.get('form'));
  const fields = parseFields(has);
  return about === undefined || !form || !fields
    ? undefined
    : { kind: 'submit', form, about, fields };
}

function text(has: Has, key: string): string | undefined {
  const value = has.get(key);
  return typeof value === 'string' && value.length <= limits.value ? value : undefined;
}

/** Undefined where an input holds what no client of ours sends. */
function parseFields(has: Has): Record<string, readonly string[]> | undefined {
  const fields = new Map<string, readonly string[]>();
  for (const [id, value] of has) {
    const [, kind, name] = /^(one|several|text):(.{1,400})$/s.exec(id) ?? [];
    if (kind === undefined || name === undefined || value === null) continue;
    const values = typeof value === 'string' ? valuesOf(kind as InputKind, value) : undefined;
    if (!values || fields.has(name) || fields.size >= limits.fields) return undefined;
    if (values.length > 0) fields.set(name, values);
  }
  return Object.fromEntries(fields);
}

function valuesOf(kind: InputKind, sent: string): readonly string[] | undefined {
  // Four times what may be written: what is too long is told by the form's own fault, not lost.
  if (kind === 'text') return sent.length <= 4 * limits.input ? [sent] : undefined;
  if (sent === '') return [];
  const values = (kind === 'several' ? sent.split(',') : [sent]).map(decoded);
  const readable = values.filter((value) => value !== undefined && value.length <= limits.value);
  return readable.length === values.length && values.length <= limits.values
    ? (readable as string[]).filter((value) => value !== '')
    : undefined;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
