/** The fields of a form as HTML; what was sent with faults in it stands there again, as nothing of it was kept. */
import type { Field, Form, Option } from '../../src/message/message.ts';
import type { Fields } from '../../src/message/reply.ts';
import { limits } from './limits.ts';
import { attributes, html, type Markup } from './markup.ts';

type TextField = Extract<Field, { kind: 'text' }>;
type ChoiceField = Exclude<Field, TextField>;

/** What was sent, and what is wrong with it, by field. */
export interface Sent {
  readonly fields: Fields;
  readonly faults: Readonly<Record<string, string>>;
}

/** A grid is a table as long as it holds nothing else than choices; what differs from its rows stands below it. */
export function renderFields({ fields, look }: Form, sent: Sent): Markup[] {
  const rows = fields.filter((field): field is ChoiceField => isRow(field, fields[0]));
  if (look !== 'grid' || rows.length < 2) return fields.map((field) => renderField(field, sent));
  const others = fields.filter((field) => !rows.includes(field as ChoiceField));
  return [renderGrid(rows, sent), ...others.map((field) => renderField(field, sent))];
}

function isRow(field: Field, first: Field | undefined): boolean {
  if (field.kind !== 'one' || first?.kind !== 'one') return false;
  return JSON.stringify(field.options) === JSON.stringify(first.options);
}

function renderField(field: Field, sent: Sent): Markup {
  if (field.kind === 'text') return renderText(field, sent);
  return field.kind === 'one' && field.options.length > limits.options
    ? renderMenu(field, sent)
    : renderPicks(field, sent);
}

export function fieldId(name: string): string {
  return `field-${encodeURIComponent(name)}`;
}

/** The lines between a label and its control, and what ties them to it. */
function linesOf({ name, hint }: Field, { faults }: Sent) {
  const id = fieldId(name);
  const fault = Object.hasOwn(faults, name) ? faults[name] : undefined;
  const described = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`];
  return {
    lines: [
      ...(hint === undefined ? [] : [html`<p class="hint" id="${id}-hint">${hint}</p>`]),
      ...(fault === undefined ? [] : [html`<p class="fault" id="${id}-fault">⚠ ${fault}</p>`]),
    ],
    says: {
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
      'aria-invalid': fault === undefined ? undefined : 'true',
    },
  };
}

function renderText(field: TextField, sent: Sent): Markup {
  const { name, label, limit, required = false } = field;
  const { lines, says } = linesOf(field, sent);
  const id = fieldId(name);
  const written = sent.fields[name]?.[0] ?? field.written ?? '';
  // A character has at least one byte, so nobody is stopped too early; the bytes are counted behind the page.
  const common = { id, name, maxlength: limit, required, ...says };
  const control =
    field.lines === 'one'
      ? html`<input${attributes({ type: 'text', value: written, autocomplete: 'off', ...common })}>`
      : // The first line break after the tag is not part of the text.
        html`<textarea${attributes({ rows: 5, ...common })}>${'\n'}${written}</textarea>`;
  const readers = readersOf(field, sent);
  return html`<div class="field"><label for="${id}">${label}</label>${lines}${control}</div>${readers}`;
}

function readersOf({ name, readers }: TextField, sent: Sent): Markup[] {
  const [first] = readers?.options ?? [];
  if (!readers || !first) return [];
  const field: ChoiceField = {
    kind: 'one',
    name: `${name}:reader`,
    ...readers,
    chosen: [first.value],
  };
  return [renderPicks(field, sent)];
}

function renderPicks(field: ChoiceField, sent: Sent): Markup {
  const { lines, says } = linesOf(field, sent);
  const isNumeric = field.options.every(({ label }) => /^\d{1,3}$/.test(label));
  const picks = field.options.map(
    (option) =>
      html`<label class="pick"><input${pick(field, option, sent)}><span>${option.label}</span></label>`,
  );
  const look = attributes({ class: isNumeric && 'numeric' });
  const describedby = attributes({ 'aria-describedby': says['aria-describedby'] });
  const id = fieldId(field.name);
  return html`<fieldset id="${id}"${describedby}><legend>${field.label}</legend>${lines}<div${look}>${picks}</div></fieldset>`;
}

function renderMenu(field: ChoiceField, sent: Sent): Markup {
  const { lines, says } = linesOf(field, sent);
  const id = fieldId(field.name);
  const { name, label, required = false } = field;
  const chosen = chosenIn(field, sent);
  const options = field.options.map(
    ({ value, label }) =>
      html`<option${attributes({ value, selected: chosen.includes(value) })}>${label}</option>`,
  );
  const look = attributes({ id, name, required, ...says });
  return html`<div class="field"><label for="${id}">${label}</label>${lines}<select${look}><option value="">–</option>${options}</select></div>`;
}

function chosenIn({ name, chosen = [] }: ChoiceField, { fields }: Sent): readonly string[] {
  return Object.keys(fields).length > 0 ? (fields[name] ?? []) : chosen;
}

function pick(field: ChoiceField, { value }: Option, sent: Sent): Markup {
  const { kind, name, required = false } = field;
  const isOne = kind === 'one';
  return attributes({
    type: isOne ? 'radio' : 'checkbox',
    name,
    value,
    checked: chosenIn(field, sent).includes(value),
    required: isOne && required,
  });
}

/** A radio button is called by its row and its option, whose words are shown where no column stands above them. */
function renderGrid(rows: readonly ChoiceField[], sent: Sent): Markup {
  const heads = rows[0]?.options.map(({ label }) => html`<th scope="col">${label}</th>`) ?? [];
  const body = rows.map((row) => {
    const { lines, says } = linesOf(row, sent);
    const id = fieldId(row.name);
    const cells = row.options.map((option, index) => {
      const called = `${id}-${index}`;
      const look = attributes({ 'aria-labelledby': `${id} ${called}`, ...says });
      return html`<td><label><input${pick(row, option, sent)}${look}><span id="${called}">${option.label}</span></label></td>`;
    });
    return html`<tr><th scope="row"><span id="${id}">${row.label}</span>${lines}</th>${cells}</tr>`;
  });
  return html`<table class="grid"><thead><tr><td></td>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}
