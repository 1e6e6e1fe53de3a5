/** A form in a dialog, with what the form says is in force; what was sealed before can't be read, not even for this. */
import type { Form } from '../../../src/message/message.ts';
import type { DrawnField } from './drawn-field.ts';
import { h } from './element.ts';
import { drawField } from './fields.ts';

export type Fields = Readonly<Record<string, readonly string[]>>;

/** What became of a submission: `faults` by field keep the dialog open, so does an `error` of the whole. */
export type Verdict =
  /** What follows once the dialog is closed. */
  | { readonly done: () => void }
  | { readonly faults: Readonly<Record<string, string>> }
  | { readonly error: string };

/** Shows the form until it is cancelled or `submit` says that it is done. */
export function openForm(
  form: Form,
  lang: string,
  submit: (fields: Fields) => Promise<Verdict>,
  closed: () => void,
): void {
  const fields = form.fields.map(drawField);
  const error = h('p', { class: 'fault', role: 'alert', lang: 'en' });
  const send = h('button', { type: 'submit', class: 'send' }, form.submit);
  const cancel = h('button', { type: 'button', class: 'action' }, form.cancel);
  const title = h('h2', { id: 'form-title', tabindex: '-1' }, form.title);
  const body = h(
    'form',
    { novalidate: true },
    h('div', { class: 'head' }, title, h('p', { id: 'form-intro', class: 'intro' }, form.intro)),
    h('div', { class: 'body' }, ...fields.map((field) => field.element)),
    h('div', { class: 'foot' }, error, cancel, send),
  );
  const labels = { 'aria-labelledby': 'form-title', 'aria-describedby': 'form-intro' };
  const dialog = h('dialog', { ...labels, lang }, body);

  async function go(): Promise<void> {
    if (body.ariaBusy === 'true') return;
    error.textContent = '';
    body.ariaBusy = 'true';
    const verdict = await submit(collect(fields));
    body.ariaBusy = 'false';
    if ('done' in verdict) {
      dialog.close();
      verdict.done();
    } else if ('faults' in verdict) point(fields, verdict.faults, error);
    else error.textContent = verdict.error;
  }

  body.addEventListener('submit', (event) => {
    event.preventDefault();
    void go();
  });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
  title.focus();
}

/** An empty choice is left out: what was sealed before stays. */
function collect(fields: readonly DrawnField[]): Fields {
  const all = fields.flatMap((field) => Object.entries(field.read()));
  return Object.fromEntries(all.filter(([, values]) => values.length > 0));
}

/** Each fault at its field, the cursor in the first; a fault of no field known here is shown below. */
function point(
  fields: readonly DrawnField[],
  faults: Readonly<Record<string, string>>,
  error: HTMLElement,
): void {
  for (const field of fields) {
    field.fault(faults[field.name] ?? faults[`${field.name}:reader`]);
  }
  const names = new Set(fields.flatMap(({ name }) => [name, `${name}:reader`]));
  const others = Object.entries(faults).filter(([name]) => !names.has(name));
  error.textContent = others.map(([, text]) => text).join(' ');
  fields.find((field) => faults[field.name] !== undefined)?.focus();
}
