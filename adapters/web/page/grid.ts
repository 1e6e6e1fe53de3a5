/** Choices of one with the same options as a table: a row each, its options as columns; stacked where there is no room. */
import { type Choice, chosenIn, clearing } from './choice.ts';
import { type DrawnField, labelOf, linesOf, showFault } from './drawn-field.ts';
import { freshId, h } from './element.ts';

export interface Grid {
  readonly element: HTMLElement;
  readonly fields: readonly DrawnField[];
}

export function drawGrid(rows: readonly Choice[]): Grid {
  const heads = rows[0]?.options.map(({ label }) => h('th', { scope: 'col' }, label)) ?? [];
  const drawn = rows.map(drawRow);
  const element = h(
    'table',
    { class: 'grid' },
    h('thead', {}, h('tr', {}, h('td'), ...heads, h('td'))),
    h('tbody', {}, ...drawn.map(({ element }) => element)),
  );
  return { element, fields: drawn };
}

/** A radio button is called by its row and its option, whose words are shown where no column stands above them. */
function drawRow(field: Choice): DrawnField {
  const { hint, fault, ids } = linesOf(field);
  const name = h('span', { id: freshId('row') }, ...labelOf(field));
  const words = field.options.map(({ label }) => h('span', { id: freshId('option') }, label));
  const inputs = field.options.map(({ value }, index) =>
    h('input', {
      type: 'radio',
      name: field.name,
      value,
      checked: field.chosen?.includes(value) ?? false,
      'aria-labelledby': `${name.id} ${words[index]?.id ?? ''}`,
      'aria-describedby': ids,
    }),
  );
  const cells = inputs.map((input, index) =>
    h('td', {}, h('label', {}, input, words[index] ?? '')),
  );
  const clear = field.required ? [] : [clearing(field.label, inputs)];
  const element = h(
    'tr',
    {},
    h('th', { scope: 'row' }, name, ...hint, fault),
    ...cells,
    h('td', {}, ...clear),
  );
  return {
    name: field.name,
    element,
    read: () => ({ [field.name]: chosenIn(inputs) }),
    fault: (text) => showFault(fault, inputs, text),
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0])?.focus(),
  };
}
