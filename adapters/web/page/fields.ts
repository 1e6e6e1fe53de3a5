/** The fields of a form: those chosen from lie in `choice.ts`, those written in here. */
import type { Field, Form } from '../../../src/message/message.ts';
import { type Choice, chosenIn, drawChoice, optionPicks } from './choice.ts';
import { type DrawnField, labelOf, linesOf, showFault } from './drawn-field.ts';
import { freshId, h } from './element.ts';
import { drawGrid } from './grid.ts';

/** The elements in order, and the fields in them. */
export function drawFields({ fields, look }: Form): {
  readonly elements: readonly HTMLElement[];
  readonly fields: readonly DrawnField[];
} {
  const rows = fields.filter((field): field is Choice => field.kind !== 'text');
  if (look === 'grid' && rows.length === fields.length) {
    const grid = drawGrid(rows);
    return { elements: [grid.element], fields: grid.fields };
  }
  const drawn = fields.map(drawField);
  return { elements: drawn.map(({ element }) => element), fields: drawn };
}

function drawField(field: Field): DrawnField {
  return field.kind === 'text' ? drawText(field) : drawChoice(field);
}

type Text = Extract<Field, { kind: 'text' }>;

function drawText(field: Text): DrawnField {
  const count = h('p', { id: freshId('count'), class: 'count' });
  const { hint, fault, ids } = linesOf(field, count);
  const control = controlOf(field, ids);
  control.value = field.written ?? '';
  const update = () => counted(control.value, field, count);
  control.addEventListener('input', update);
  update();
  const readers = readersOf(field);
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: control.id }, ...labelOf(field)),
    ...hint,
    control,
    count,
    fault,
    ...readers.elements,
  );
  return {
    name: field.name,
    element,
    // Empty or not: that somebody commented must not be visible from outside.
    read: () => ({ [field.name]: [control.value], ...readers.read() }),
    fault: (text) => showFault(fault, [control], text),
    focus: () => control.focus(),
  };
}

function controlOf({ name, lines, required }: Text, ids: string) {
  const attributes = {
    id: freshId('text'),
    name,
    'aria-required': required ? 'true' : undefined,
    'aria-describedby': ids,
  };
  return lines === 'one'
    ? h('input', { type: 'text', autocomplete: 'off', ...attributes })
    : h('textarea', { rows: 4, ...attributes });
}

/** One line has no count until it is nearly full. */
function counted(text: string, { limit, lines }: Text, count: HTMLElement): void {
  const used = new TextEncoder().encode(text).length;
  const near = used > limit * 0.9;
  count.textContent = lines === 'many' || near ? `${used} / ${limit}` : '';
  count.classList.toggle('over', used > limit);
  // Silent while there is room, so that a screen reader does not read a number at every key.
  count.setAttribute('aria-live', near ? 'polite' : 'off');
}

function readersOf({ name, readers }: Text) {
  if (readers === undefined) return { elements: [], read: () => ({}) };
  const field = `${name}:reader`;
  const [first] = readers.options;
  const chosen = readers.chosen ?? first?.value ?? '';
  const { inputs, labels } = optionPicks('radio', field, readers.options, [chosen]);
  const element = h(
    'fieldset',
    { class: 'readers', role: 'radiogroup' },
    h('legend', {}, readers.label),
    h('div', { class: 'picks' }, ...labels),
  );
  return { elements: [element], read: () => ({ [field]: chosenIn(inputs) }) };
}
