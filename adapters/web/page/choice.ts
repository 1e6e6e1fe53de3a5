/** Fields that are chosen from: buttons side by side, a list to tick, or a select where there are many. */
import type { Field, Option } from '../../../src/message/message.ts';
import { isNumeric } from './blocks.ts';
import { type DrawnField, labelOf, linesOf, showFault } from './drawn-field.ts';
import { freshId, h } from './element.ts';
import { filterOver } from './filter.ts';

export type Choice = Exclude<Field, { kind: 'text' }>;

/** More than these are a select, or a list that scrolls and can be filtered. */
const many = { select: 10, scroll: 8, filter: 20 } as const;

export function drawChoice(field: Choice): DrawnField {
  const scale = isNumeric(field.options) && field.options.length <= many.select + 1;
  const long = field.options.length > many.select && !scale;
  return field.kind === 'one' && long ? drawSelect(field) : drawPicks(field);
}

function drawPicks(field: Choice): DrawnField {
  const one = field.kind === 'one';
  const { hint, fault, ids } = linesOf(field);
  const picks = optionPicks(one ? 'radio' : 'checkbox', field.name, field.options, field.chosen);
  const list = h('div', { class: `picks ${layoutOf(field)}` }, ...picks.labels);
  const needed = field.required === true;
  const set = h(
    'fieldset',
    {
      role: one ? 'radiogroup' : undefined,
      'aria-required': one && needed ? 'true' : undefined,
      'aria-describedby': ids,
    },
    h('legend', {}, ...labelOf(field), ...(needed && !one ? [unseenNeed()] : [])),
    ...hint,
    ...(field.options.length > many.filter ? filterOver(field.label, list, picks.labels) : []),
    list,
    fault,
  );
  if (one && !needed) set.append(clearing(field.label, picks.inputs));
  return {
    name: field.name,
    element: set,
    read: () => ({ [field.name]: chosenIn(picks.inputs) }),
    fault: (text) => showFault(fault, picks.inputs, text),
    focus: () => (picks.inputs.find((input) => input.checked) ?? picks.inputs[0])?.focus(),
  };
}

/** A group of checkboxes can't carry `aria-required`. */
function unseenNeed(): HTMLElement {
  return h('span', { class: 'unseen', lang: 'en' }, ' (required)');
}

/** Numbers and short scales lie side by side, everything else below each other. */
function layoutOf({ kind, options }: Choice): string {
  if (isNumeric(options)) return 'numeric';
  const short = options.length <= 5 && options.every(({ label }) => label.length <= 24);
  if (kind === 'one' && short) return 'across';
  return options.length > many.scroll ? 'scroll' : '';
}

function drawSelect(field: Choice): DrawnField {
  const { hint, fault, ids } = linesOf(field);
  const chosen = field.chosen?.[0];
  const options = field.options.map(({ value, label }) =>
    h('option', { value, selected: value === chosen }, label),
  );
  // What must be chosen can't be taken back; before it is chosen, nothing is.
  if (!field.required || chosen === undefined) {
    options.unshift(h('option', { value: '', selected: chosen === undefined }, '–'));
  }
  const select = h(
    'select',
    {
      id: freshId('select'),
      name: field.name,
      'aria-required': field.required ? 'true' : undefined,
      'aria-describedby': ids,
    },
    ...options,
  );
  const label = h('label', { for: select.id }, ...labelOf(field));
  return {
    name: field.name,
    element: h('div', { class: 'field' }, label, ...hint, select, fault),
    read: () => ({ [field.name]: select.value === '' ? [] : [select.value] }),
    fault: (text) => showFault(fault, [select], text),
    focus: () => select.focus(),
  };
}

/** Radio buttons can't be taken back by themselves, and an empty field means that nothing is chosen. */
export function clearing(label: string, inputs: readonly HTMLInputElement[]): HTMLElement {
  const hidden = inputs.every((input) => !input.checked);
  const button = h(
    'button',
    { type: 'button', class: 'clear', lang: 'en', hidden, 'aria-label': `Clear: ${label}` },
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

export function optionPicks(
  type: 'radio' | 'checkbox',
  name: string,
  all: readonly Option[],
  chosen: readonly string[] = [],
) {
  const inputs = all.map(({ value }) =>
    h('input', { type, name, value, id: freshId('pick'), checked: chosen.includes(value) }),
  );
  const labels = all.map(({ label }, index) =>
    h('label', { class: 'pick' }, inputs[index] ?? '', h('span', {}, label)),
  );
  return { inputs, labels };
}

export function chosenIn(inputs: readonly HTMLInputElement[]): string[] {
  return inputs.filter((input) => input.checked).map((input) => input.value);
}
