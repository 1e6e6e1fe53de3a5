/** A form as a modal. What was chosen or written before is shown only where the form says so. */
import type {
  Checkboxes,
  InputBlock,
  KnownBlock,
  ModalView,
  MultiStaticSelect,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
} from '@slack/types';
import type { Field, Form } from '../../src/message/message.ts';
import { renderActions } from './buttons.ts';
import { fitOptions, plain, shorten } from './fit.ts';
import { FIELD } from './ids.ts';
import { limits } from './limits.ts';
import { isView, TITLE } from './render.ts';
import { renderHeading, renderText } from './text.ts';

type TextField = Extract<Field, { kind: 'text' }>;
type ChoiceField = Exclude<Field, TextField>;

/** `metadata` comes back with the submission; it must hold nothing that anybody answered. */
export function renderForm(form: Form, metadata: string): ModalView {
  if (metadata.length > limits.metadata) {
    throw new Error(
      `form ${form.name}: its metadata has ${metadata.length} characters, and Slack carries ${limits.metadata}; put less into it`,
    );
  }
  const view: ModalView = {
    type: 'modal',
    callback_id: form.name,
    private_metadata: metadata,
    title: TITLE,
    submit: plain(form.submit, limits.submit),
    close: plain(form.cancel, limits.close),
    blocks: [
      ...renderHeading(form.title),
      ...renderText(form.intro),
      ...form.fields.flatMap((field) => renderField(field, form.look)),
      ...(form.also ? renderActions(form.also, form.fields.length) : []),
    ],
  };
  checkNames(form, view);
  if (isView(view, view.blocks.length)) return view;
  throw new Error(
    `form ${form.name}: ${form.fields.length} fields are more than a modal of Slack holds (${limits.viewBlocks} blocks, ${limits.viewBytes} bytes); ask for less at once`,
  );
}

function checkNames(form: Form, { blocks }: ModalView): void {
  const names = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`form ${form.name}: two fields are named ${twice}`);
  const odd = names.find((name) => name === '' || name.length > limits.id);
  if (odd === undefined) return;
  throw new Error(
    `form ${form.name}: a field’s name must have 1 to ${limits.id} characters, not ${odd.length}`,
  );
}

function renderField(field: Field, look: Form['look']): KnownBlock[] {
  return field.kind === 'text' ? renderTextField(field) : renderChoice(field, look);
}

function renderTextField(field: TextField): KnownBlock[] {
  const { name, lines, limit, written, readers } = field;
  // A character has at least one byte, so nobody is stopped too early; the bytes are counted behind the inbox.
  const most = Math.max(1, Math.min(limits.input, Math.floor(limit)));
  const element: PlainTextInput = {
    type: 'plain_text_input',
    action_id: FIELD,
    multiline: lines === 'many',
    max_length: most,
    ...(written?.trim() && { initial_value: shorten(written, most) }),
  };
  const [first] = readers?.options ?? [];
  if (!readers || !first) return [input(field, element)];
  const reader: ChoiceField = {
    kind: 'one',
    name: `${name}:reader`,
    label: readers.label,
    options: readers.options,
    chosen: [readers.chosen ?? first.value],
  };
  return [input(field, element), ...renderChoice(reader)];
}

/** Without options there is nothing to choose: only the label is shown. A grid's rows are menus: a modal has no tables. */
function renderChoice(field: ChoiceField, look?: Form['look']): KnownBlock[] {
  if (field.options.length === 0) return renderText(field.label);
  const { labels, full } = fitOptions(field.options, limits.option);
  const options = field.options.map(
    ({ value, label }, i): PlainTextOption => ({
      text: plain(labels[i] ?? label, limits.option),
      value: optionValue(value, field),
    }),
  );
  const chosen = options.filter(({ value }) => field.chosen?.includes(value ?? ''));
  const most = look === 'grid' ? 0 : limits.choices;
  const element =
    field.kind === 'one' ? one(options, chosen[0], most) : several(options, chosen, most);
  return [...(full === undefined ? [] : renderText(full)), input(field, element)];
}

/** All in sight up to `most`, else a menu. */
function one(
  options: PlainTextOption[],
  chosen: PlainTextOption | undefined,
  most: number,
): RadioButtons | StaticSelect {
  const more = { action_id: FIELD, ...(chosen && { initial_option: chosen }) };
  return options.length <= most
    ? { type: 'radio_buttons', options, ...more }
    : { type: 'static_select', ...grouped(options), ...more };
}

function several(
  options: PlainTextOption[],
  chosen: PlainTextOption[],
  most: number,
): Checkboxes | MultiStaticSelect {
  const more = { action_id: FIELD, ...(chosen.length > 0 && { initial_options: chosen }) };
  return options.length <= most
    ? { type: 'checkboxes', options, ...more }
    : { type: 'multi_static_select', ...grouped(options), ...more };
}

/** A long menu is parted, each part named by the places of its options: `1–100`. */
function grouped(options: PlainTextOption[]): Pick<StaticSelect, 'options' | 'option_groups'> {
  if (options.length <= limits.options) return { options };
  const count = Math.ceil(options.length / limits.options);
  if (count > limits.optionGroups) {
    throw new Error(`a menu of ${options.length} options is more than Slack holds; offer fewer`);
  }
  const option_groups = Array.from({ length: count }, (_, group) => {
    const start = group * limits.options;
    const part = options.slice(start, start + limits.options);
    return { label: plain(`${start + 1}–${start + part.length}`, limits.option), options: part };
  });
  return { option_groups };
}

function input({ name, label, hint, required }: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(label, limits.label),
    ...(hint && { hint: plain(hint, limits.hint) }),
    optional: required !== true,
    element,
  };
}

function optionValue(value: string, { name }: Field): string {
  if (value !== '' && value.length <= limits.optionValue) return value;
  throw new Error(
    `field ${name}: an option’s value has ${value.length} characters, and Slack carries 1 to ${limits.optionValue}; give the option a shorter value`,
  );
}
