/** A form as a card. What was chosen or written before is shown only where the form says so. */
import type { IChoiceSetInput, ITextInput } from '@microsoft/teams.cards';
import type { Field, Form } from '../../src/message/message.ts';
import { button, renderAlso } from './buttons.ts';
import { type Card, card, type Element, fits } from './card.ts';
import { choiceValue, inputId } from './ids.ts';
import { limits } from './limits.ts';
import { faultOf, heading, literal, note, shorten, words } from './text.ts';

type TextField = Extract<Field, { kind: 'text' }>;
type ChoiceField = Exclude<Field, TextField>;
type Faults = Readonly<Record<string, string>>;

/** How long labels and options may be; what does not fit is tried once more with less. */
const ROOM = [
  { label: 1000, option: 200 },
  { label: 400, option: 75 },
  { label: 150, option: 40 },
] as const;
type Room = (typeof ROOM)[number];

/**
 * Without a button to cancel: a card is no window, and one that is left alone does nothing. Faults stand together at the
 * top, where the card is looked at first, and each above its field.
 */
export function renderForm(form: Form, faults: Faults = {}): Card {
  checkNames(form);
  for (const room of ROOM) {
    const made = formCard(form, faults, room);
    if (fits(made)) return made;
  }
  throw new Error(
    `form ${form.name}: ${form.fields.length} fields are more than a card of Teams holds (${limits.card} characters); ask for less at once`,
  );
}

function formCard(form: Form, faults: Faults, room: Room): Card {
  const submit = button(
    form.submit,
    { kind: 'submit', form: form.name, about: form.about },
    'main',
  );
  const { rows, beside } = renderAlso(form.also);
  const body = [
    heading(shorten(form.title, room.label)),
    words(shorten(form.intro, 2 * room.label)),
    ...faultList(form, faults, room),
    ...form.fields.flatMap((field) => renderField(field, faults, room, form.look)),
    ...rows,
  ];
  return card(form.title, body, { actions: [submit, ...beside] });
}

function faultList({ fields }: Form, faults: Faults, room: Room): Element[] {
  const lines = Object.entries(faults).map(([name, fault]) => {
    const field = fields.find((each) => each.name === name);
    return field ? faultOf(field.label, fault) : fault;
  });
  if (lines.length === 0) return [];
  // Red on red would be too pale to read.
  const items = lines.map((line) => faultText(line, room, 'Default'));
  return [{ type: 'Container', style: 'attention', items }];
}

/** A sign too, as colour alone tells nothing to many. */
function faultText(fault: string, room: Room, color: 'Attention' | 'Default'): Element {
  return words(shorten(`⚠ ${fault}`, room.label), { color, weight: 'Bolder' });
}

function renderField(field: Field, faults: Faults, room: Room, look: Form['look']): Element[] {
  const fault = Object.hasOwn(faults, field.name) ? faults[field.name] : undefined;
  return [
    ...(fault === undefined ? [] : [faultText(fault, room, 'Attention')]),
    ...(field.kind === 'text' ? textField(field, room) : choice(field, room, look)),
  ];
}

function textField(field: TextField, room: Room): Element[] {
  const { name, lines, limit, written, readers } = field;
  // A character has at least one byte, so nobody is stopped too early; the bytes are counted behind the inbox.
  const most = Math.max(1, Math.min(limits.input, Math.floor(limit)));
  const input: ITextInput = {
    type: 'Input.Text',
    id: inputId('text', name),
    ...around(field, room),
    isMultiline: lines === 'many',
    maxLength: most,
    ...(written?.trim() && { value: shorten(written, most) }),
  };
  const [first] = readers?.options ?? [];
  return [
    input,
    ...hint(field, room),
    ...(readers && first
      ? choice(
          {
            kind: 'one',
            name: readerOf(name),
            ...readers,
            chosen: [readers.chosen ?? first.value],
          },
          room,
        )
      : []),
  ];
}

/** Without options there is nothing to choose: only the label is shown. */
function choice(field: ChoiceField, room: Room, look?: Form['look']): Element[] {
  const { kind, name, options, chosen = [] } = field;
  if (options.length === 0) return [words(shorten(field.label, room.label))];
  const preset = options.filter(({ value }) => chosen.includes(value));
  const input: IChoiceSetInput = {
    type: 'Input.ChoiceSet',
    id: inputId(kind, name),
    ...around(field, room),
    style: styleOf(field, look),
    ...(kind === 'several' && { isMultiSelect: true }),
    wrap: true,
    choices: options.map(({ value, label }) => ({
      title: literal(shorten(label, room.option)),
      value: optionValue(value, field),
    })),
    ...(preset.length > 0 && { value: preset.map(({ value }) => choiceValue(value)).join(',') }),
  };
  return [input, ...hint(field, room)];
}

/** A grid's rows are menus: a card's tables take no inputs. */
function styleOf({ kind, options }: ChoiceField, look: Form['look']) {
  const most = kind === 'several' ? limits.boxes : limits.choices;
  if (look !== 'grid' && options.length <= most) return 'expanded';
  return kind === 'one' ? 'compact' : 'filtered';
}

/** What Teams shows at a required field left empty is its name once more, with a sign: a form brings no words for it. */
function around({ label, required }: Field, room: Room) {
  const name = literal(shorten(label, room.label));
  return { label: name, ...(required && { isRequired: true, errorMessage: `⚠ ${name}` }) };
}

function hint({ hint }: Field, room: Room): Element[] {
  return hint === undefined ? [] : [note(shorten(hint, room.label))];
}

function readerOf(name: string): string {
  return `${name}:reader`;
}

function checkNames({ name, fields }: Form): void {
  const names = fields.flatMap((field) =>
    field.kind === 'text' && field.readers ? [field.name, readerOf(field.name)] : [field.name],
  );
  const twice = names.find((each, i) => names.indexOf(each) !== i);
  if (twice !== undefined) throw new Error(`form ${name}: two fields are named ${twice}`);
  const odd = names.find((each) => each === '' || each.length > limits.value);
  if (odd === undefined) return;
  throw new Error(
    `form ${name}: a field’s name must have 1 to ${limits.value} characters, not ${odd.length}`,
  );
}

function optionValue(value: string, { name }: Field): string {
  if (value !== '' && value.length <= limits.value) return choiceValue(value);
  throw new Error(
    `field ${name}: an option’s value must have 1 to ${limits.value} characters, not ${value.length}; give the option a shorter value`,
  );
}
