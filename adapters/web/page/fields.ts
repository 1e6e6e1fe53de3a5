/** The fields of a form: how each is drawn, and what it submits. */
import type { Field } from '../../../src/message/message.ts';
import { isNumeric } from './blocks.ts';
import { freshId, h } from './element.ts';

export interface DrawnField {
  readonly name: string;
  readonly element: HTMLElement;
  /** Field names with their values, ready to be submitted. */
  read(): Record<string, string[]>;
  /** Shows what is wrong, or with `undefined` that nothing is. */
  fault(text: string | undefined): void;
  focus(): void;
}

type Options = readonly { readonly value: string; readonly label: string }[];

export function drawField(field: Field): DrawnField {
  return field.kind === 'text' ? drawText(field) : drawChoice(field);
}

function drawChoice(field: Exclude<Field, { kind: 'text' }>): DrawnField {
  const type = field.kind === 'one' ? 'radio' : 'checkbox';
  const fault = faultLine();
  const hint = hintLine(field.hint);
  const picks = options(type, field.name, field.options);
  const set = h(
    'fieldset',
    { 'aria-describedby': describe(hint, fault) },
    h('legend', {}, field.label),
    ...(hint ? [hint] : []),
    h('div', { class: `picks ${layout(field)}` }, ...picks.labels),
    fault,
  );
  if (type === 'radio') set.append(clearing(field.label, picks.inputs));
  return {
    name: field.name,
    element: set,
    read: () => ({ [field.name]: chosen(picks.inputs) }),
    fault: (text) => show(fault, picks.inputs, text),
    focus: () => (picks.inputs.find((input) => input.checked) ?? picks.inputs[0])?.focus(),
  };
}

/** Numbers and short scales lie side by side, everything else below each other. */
function layout({ kind, options: all }: Exclude<Field, { kind: 'text' }>): string {
  if (isNumeric(all)) return 'numeric';
  const short = all.length <= 5 && all.every(({ label }) => label.length <= 24);
  return kind === 'one' && short ? 'across' : '';
}

function drawText(field: Extract<Field, { kind: 'text' }>): DrawnField {
  const fault = faultLine();
  const hint = hintLine(field.hint);
  const count = h('p', { id: freshId('count'), class: 'count' });
  const area = h('textarea', {
    id: freshId('text'),
    name: field.name,
    rows: 4,
    'aria-describedby': describe(hint, count, fault),
  });
  const update = () => {
    const used = bytes(area.value);
    count.textContent = `${used} / ${field.limit}`;
    count.classList.toggle('over', used > field.limit);
    // Silent while there is room, so that a screen reader does not read a number at every key.
    count.setAttribute('aria-live', used > field.limit * 0.9 ? 'polite' : 'off');
  };
  area.addEventListener('input', update);
  update();
  const reader = `${field.name}:reader`;
  const readers = options('radio', reader, field.readers.options);
  if (readers.inputs[0]) readers.inputs[0].checked = true;
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: area.id }, field.label),
    ...(hint ? [hint] : []),
    area,
    count,
    fault,
    h(
      'fieldset',
      { class: 'readers' },
      h('legend', {}, field.readers.label),
      h('div', { class: 'picks' }, ...readers.labels),
    ),
  );
  return {
    name: field.name,
    element,
    // Empty or not: that somebody commented must not be visible from outside.
    read: () => ({ [field.name]: [area.value], [reader]: chosen(readers.inputs) }),
    fault: (text) => show(fault, [area], text),
    focus: () => area.focus(),
  };
}

/** Radio buttons can't be taken back by themselves, and an empty field means "keep what I sealed". */
function clearing(label: string, inputs: readonly HTMLInputElement[]): HTMLElement {
  const button = h(
    'button',
    { type: 'button', class: 'clear', lang: 'en', hidden: true, 'aria-label': `Clear: ${label}` },
    'Clear',
  );
  for (const input of inputs) {
    input.addEventListener('change', () => {
      button.hidden = false;
    });
  }
  button.addEventListener('click', () => {
    for (const input of inputs) input.checked = false;
    button.hidden = true;
    inputs[0]?.focus();
  });
  return button;
}

function options(type: 'radio' | 'checkbox', name: string, all: Options) {
  const inputs = all.map(({ value }) => h('input', { type, name, value, id: freshId('pick') }));
  const labels = all.map(({ label }, index) =>
    h('label', { class: 'pick' }, inputs[index] ?? '', h('span', {}, label)),
  );
  return { inputs, labels };
}

function chosen(inputs: readonly HTMLInputElement[]): string[] {
  return inputs.filter((input) => input.checked).map((input) => input.value);
}

function show(line: HTMLElement, controls: readonly HTMLElement[], text: string | undefined) {
  line.textContent = text ?? '';
  for (const control of controls) {
    if (text === undefined) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  }
}

function faultLine(): HTMLElement {
  return h('p', { id: freshId('fault'), class: 'fault' });
}

function hintLine(text: string | undefined): HTMLElement | undefined {
  return text === undefined ? undefined : h('p', { id: freshId('hint'), class: 'hint' }, text);
}

function describe(...lines: readonly (HTMLElement | undefined)[]): string {
  return lines.flatMap((line) => line?.id ?? []).join(' ');
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
