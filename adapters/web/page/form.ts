/** A form in a dialog, with what the form says is in force; what was sealed before can't be read, not even for this. */
import type { ActionName, Form } from '../../../src/message/message.ts';
import type { DrawnField } from './drawn-field.ts';
import { h } from './element.ts';
import { drawFields } from './fields.ts';

type Fields = Readonly<Record<string, readonly string[]>>;

/** What became of a submission: `faults` by field keep the dialog open, so does an `error` of the whole. */
export type Verdict =
  /** What follows once the dialog is closed. */
  | { readonly done: () => void }
  | { readonly faults: Readonly<Record<string, string>> }
  | { readonly error: string };

/** What the buttons of a form do. */
export interface Doing {
  submit(fields: Fields): Promise<Verdict>;
  /** One of the further buttons; what was filled in is lost. */
  act(action: ActionName, about: string): Promise<Verdict>;
  closed(): void;
}

/** Shows the form until it is cancelled, or what was done with it says that it is done. */
export function openForm(form: Form, lang: string, doing: Doing): void {
  const { elements, fields } = drawFields(form);
  const error = h('p', { class: 'fault', role: 'alert', lang: 'en' });
  const send = h('button', { type: 'submit', class: 'send' }, form.submit);
  const cancel = h('button', { type: 'button', class: 'action' }, form.cancel);
  const title = h('h2', { id: 'form-title', tabindex: '-1' }, form.title);
  const body = h(
    'form',
    { novalidate: true },
    h('div', { class: 'head' }, title, h('p', { id: 'form-intro', class: 'intro' }, form.intro)),
    h('div', { class: 'body' }, ...elements),
    h(
      'div',
      { class: 'foot' },
      error,
      ...also(form, (...what) => go(() => doing.act(...what))),
      cancel,
      send,
    ),
  );
  const labels = { 'aria-labelledby': 'form-title', 'aria-describedby': 'form-intro' };
  const dialog = h('dialog', { ...labels, lang }, body);

  async function go(work: () => Promise<Verdict>): Promise<void> {
    if (body.ariaBusy === 'true') return;
    error.textContent = '';
    body.ariaBusy = 'true';
    const verdict = await work();
    body.ariaBusy = 'false';
    if ('done' in verdict) {
      dialog.close();
      verdict.done();
    } else if ('faults' in verdict) point(fields, verdict.faults, error);
    else error.textContent = verdict.error;
  }

  body.addEventListener('submit', (event) => {
    event.preventDefault();
    void go(() => doing.submit(collect(fields)));
  });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    doing.closed();
  });
  document.body.append(dialog);
  dialog.showModal();
  title.focus();
}

/** The further buttons. */
function also({ also }: Form, act: (action: ActionName, about: string) => void): HTMLElement[] {
  if (also === undefined) return [];
  const buttons = also.actions.map(({ action, label, look }) => {
    const button = h('button', { type: 'button', class: `action ${look ?? ''}`.trim() }, label);
    button.addEventListener('click', () => act(action, also.about));
    return button;
  });
  return [h('div', { class: 'also' }, ...buttons)];
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
