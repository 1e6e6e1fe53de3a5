/** The fields of a view as a person fills them in, and the state that Slack sends of them. */
import { isJson, type Json } from './block-rules.ts';
import type { ShownView } from './desk.ts';

export type Values = Record<string, Record<string, Json>>;
/** By label, block id or action id: a text, an option's value or label, or several of them. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

interface Field {
  readonly block: Json;
  readonly element: Json;
  readonly label: string;
  readonly names: readonly unknown[];
}

export const wordsOf = (value: unknown): string =>
  isJson(value) && typeof value.text === 'string' ? value.text : '';

export function optionsOf(element: Json): Json[] {
  const groups = [element.option_groups ?? []].flat().filter(isJson);
  return [element.options ?? [], ...groups.map((group) => group.options)].flat().filter(isJson);
}

/** Everything that holds a value: inputs, and choices in other blocks. */
function fieldsOf(view: ShownView): Field[] {
  return view.blocks.flatMap((block) =>
    [block.element, block.accessory, block.elements]
      .flat()
      .filter(isJson)
      .filter((element) => block.type === 'input' || element.options || element.option_groups)
      .map((element) => {
        const label = wordsOf(block.label);
        return { block, element, label, names: [label, block.block_id, element.action_id] };
      }),
  );
}

const MANY = /^(checkboxes|multi_)/;
const CHOICE = /^(radio_buttons|static_select|overflow|external_select)$/;

/** The state of one element holding these values; of what it starts with, if none are given. */
export function stateOf(element: Json, given?: string | readonly string[]): Json {
  const type = String(element.type);
  const options = optionsOf(element);
  const choose = (name: string): Json => {
    const option = options.find((each) => each.value === name || wordsOf(each.text) === name);
    if (option) return option;
    const offered = options.map((each) => wordsOf(each.text)).join(', ');
    throw new Error(`"${name}" can't be chosen here; there is: ${offered}`);
  };
  if (MANY.test(type)) {
    const chosen =
      given === undefined ? (element.initial_options ?? []) : [given].flat().map(choose);
    return { type, selected_options: chosen };
  }
  if (CHOICE.test(type)) {
    const chosen = given === undefined ? (element.initial_option ?? null) : choose(String(given));
    return { type, selected_option: chosen };
  }
  const value = given ?? element.initial_value ?? null;
  return { type, value: value === '' ? null : value };
}

/** The state of a view once `filled` is written over what stood there. */
export function valuesOf(view: ShownView, before: Values, filled: Filled): Values {
  const fields = fieldsOf(view);
  const values: Values = {};
  for (const { block, element, names } of fields) {
    const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
    const name = names.find((each) => typeof each === 'string' && Object.hasOwn(filled, each));
    const old = before[blockId]?.[actionId];
    const state =
      name === undefined ? (old ?? stateOf(element)) : stateOf(element, filled[String(name)]);
    values[blockId] = { ...values[blockId], [actionId]: state };
  }
  const known = new Set(fields.flatMap((field) => field.names));
  const lost = Object.keys(filled).filter((name) => !known.has(name));
  if (lost.length === 0) return values;
  const there = fields.map((field) => field.label || String(field.block.block_id)).join(', ');
  throw new Error(`This form has no field "${lost.join('", "')}"; it has: ${there}`);
}

function isEmpty(state: Json | undefined): boolean {
  const held = state?.value ?? state?.selected_option ?? state?.selected_options;
  return held === null || held === undefined || (Array.isArray(held) && held.length === 0);
}

function faultOf(block: Json, element: Json, state: Json | undefined): string | undefined {
  const written = typeof state?.value === 'string' ? state.value.length : 0;
  if (isEmpty(state)) {
    return block.optional === true ? undefined : 'Please complete this required field.';
  }
  if (written > Number(element.max_length ?? 3000)) return 'too long';
  return written < Number(element.min_length ?? 0) ? 'too short' : undefined;
}

/** What the client itself says before it sends anything: block id to fault. */
export function clientFaults(view: ShownView, values: Values): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { block, element } of fieldsOf(view)) {
    if (block.type !== 'input') continue;
    const id = String(block.block_id);
    const says = faultOf(block, element, values[id]?.[String(element.action_id)]);
    if (says) faults[id] = says;
  }
  return faults;
}
