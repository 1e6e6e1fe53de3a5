/** Choices of one with the same options as a table: a row each, its options as columns; stacked where there is no room. */
import type { Option } from '../../../src/message/message.ts';
import { type Choice, chosenIn, clearing } from './choice.ts';
import { type DrawnField, labelOf, linesOf, showFault } from './drawn-field.ts';
import { freshId, h } from './element.ts';

export interface Grid {
  readonly element: HTMLElement;
  readonly fields: readonly DrawnField[];
}

/** A radio button is called by its row and its column. */
export function drawGrid(rows: readonly Choice[]): Grid {
  const options = rows[0]?.options ?? [];
  const heads = options.map(({ label }) => h('th', { scope: 'col', id: freshId('column') }, label));
  const drawn = rows.map((row) => drawRow(row, options, heads));
  const element = h(
    'table',
    { class: 'grid' },
    h('thead', {}, h('tr', {}, h('td'), ...heads, h('td'))),
    h('tbody', {}, ...drawn.map(({ element }) => element)),
  );
  return { element, fields: drawn };
}

function drawRow(
  field: Choice,
  options: readonly Option[],
  heads: readonly HTMLElement[],
): DrawnField {
  const { hint, fault, ids } = linesOf(field);
  const name = h('span', { id: freshId('row') }, ...labelOf(field));
  const inputs = options.map(({ value }, index) =>
    h('input', {
      type: 'radio',
      name: field.name,
      value,
      checked: field.chosen?.includes(value) ?? false,
      'aria-labelledby': `${name.id} ${heads[index]?.id ?? ''}`,
      'aria-describedby': ids,
    }),
  );
  const cells = options.map(({ label }, index) =>
    // The words are for narrow screens, where no column stands above them.
    h('td', {}, h('label', {}, inputs[index] ?? '', h('span', { 'aria-hidden': 'true' }, label))),
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
