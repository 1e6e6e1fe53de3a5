/** Text, options and interactive elements of Block Kit, and which of them stand where. */
import { LIMITS } from './block-limits.ts';
import {
  among,
  anything,
  bool,
  type Fields,
  fault,
  isJson,
  type Json,
  kinds,
  like,
  list,
  num,
  oneOf,
  type Rule,
  shape,
  str,
  type Walk,
} from './block-rules.ts';

export const id = str(LIMITS.id);
export const url = str(LIMITS.image.url);

export const plain = (max: number): Rule =>
  kinds({ plain_text: shape({ text: str(max) }, { emoji: bool }) });

export const anyText = (max: number): Rule =>
  kinds({
    plain_text: shape({ text: str(max) }, { emoji: bool }),
    mrkdwn: shape({ text: str(max) }, { verbatim: bool }),
  });

export const mrkdwn = (max: number): Rule =>
  kinds({ mrkdwn: shape({ text: str(max) }, { verbatim: bool }) });

const confirm = shape(
  { text: anyText(LIMITS.confirm.text) },
  {
    title: plain(LIMITS.confirm.title),
    confirm: plain(LIMITS.confirm.button),
    deny: plain(LIMITS.confirm.button),
    style: among('primary', 'danger'),
  },
);

const option = (text: Rule, more: Fields = {}) =>
  shape(
    { text, value: str(LIMITS.option.value) },
    { description: anyText(LIMITS.option.text), ...more },
  );
const plainOption = option(plain(LIMITS.option.text));
const anyOption = option(anyText(LIMITS.option.text));
const overflowOption = option(plain(LIMITS.option.text), { url: str(LIMITS.option.url) });
const group = shape({
  label: plain(LIMITS.option.text),
  options: list(1, LIMITS.options.select, plainOption),
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function offered(node: Json): unknown[] {
  if (Array.isArray(node.options)) return node.options;
  const groups = Array.isArray(node.option_groups) ? node.option_groups : [];
  return groups.flatMap((each: unknown) => (isJson(each) ? (each.options as unknown[]) : []));
}

/** What is chosen from the start must be one of the options, to the letter; no two options share a value. */
function chosenIsOffered(node: Json, at: string, walk: Walk): void {
  const options = offered(node);
  const values = options.map((each) => (isJson(each) ? each.value : undefined));
  if (new Set(values).size !== values.length) fault(walk, 'option values must be unique', at);
  const initial = [node.initial_option ?? [], node.initial_options ?? []].flat();
  for (const chosen of initial) {
    if (!options.some((each) => same(each, chosen))) {
      fault(walk, 'initial option does not match any of the options', at);
    }
  }
}

const focus: Rule = (value, at, walk) => {
  bool(value, at, walk);
  if (value === true && ++walk.counts.focus > 1) fault(walk, 'only one focus_on_load allowed', at);
};

const common: Fields = { action_id: id, confirm, focus_on_load: focus };
const typed: Fields = {
  action_id: id,
  focus_on_load: focus,
  placeholder: plain(LIMITS.input.placeholder),
  dispatch_action_config: anything,
};
const select: Fields = { ...common, placeholder: plain(LIMITS.input.placeholder) };
const several: Fields = { ...select, max_selected_items: num(1) };
const few = list(1, LIMITS.options.few, anyOption);

const choice = (fields: Fields) =>
  shape(
    {},
    {
      ...fields,
      options: list(1, LIMITS.options.select, plainOption),
      option_groups: list(1, LIMITS.options.groups, group),
    },
    (node, at, walk) => {
      oneOf('options', 'option_groups')(node, at, walk);
      chosenIsOffered(node, at, walk);
    },
  );

function textFits(node: Json, at: string, walk: Walk): void {
  const { min_length: min, max_length: max, initial_value: initial } = node;
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    fault(walk, 'min_length must not be more than max_length', at);
  }
  if (typeof initial === 'string' && typeof max === 'number' && initial.length > max) {
    fault(walk, `must be less than ${max + 1} characters`, `${at}/initial_value`);
  }
}

const remote = (name: string, fields: Fields = {}): Fields => ({
  [`${name}_select`]: shape(
    {},
    { ...select, [`initial_${name.replace(/s$/, '')}`]: id, ...fields },
  ),
  [`multi_${name}_select`]: shape(
    {},
    { ...several, [`initial_${name}`]: list(0, 1000, id), ...fields },
  ),
});

export const button = shape(
  { text: plain(LIMITS.button.text) },
  {
    action_id: id,
    confirm,
    value: str(LIMITS.button.value, 0),
    url: str(LIMITS.button.url),
    style: among('primary', 'danger'),
    accessibility_label: str(LIMITS.button.label),
  },
);

const imageFields: Fields = { image_url: url, slack_file: anything };
export const image = shape(
  { alt_text: str(LIMITS.image.alt) },
  { ...imageFields, image_width: num(), image_height: num(), image_bytes: num() },
  oneOf('image_url', 'slack_file'),
);

const pickers: Fields = {
  datepicker: shape(
    {},
    { ...select, initial_date: like(/^\d{4}-\d\d-\d\d$/, 'a date in YYYY-MM-DD format') },
  ),
  timepicker: shape(
    {},
    { ...select, initial_time: like(/^\d\d:\d\d$/, 'a time in HH:mm format'), timezone: str(100) },
  ),
  datetimepicker: shape({}, { ...common, initial_date_time: num(1e9, 9_999_999_999) }),
};

const choices: Fields = {
  checkboxes: shape({ options: few }, { ...common, initial_options: few }, chosenIsOffered),
  radio_buttons: shape({ options: few }, { ...common, initial_option: anyOption }, chosenIsOffered),
  static_select: choice({ ...select, initial_option: plainOption }),
  multi_static_select: choice({ ...several, initial_options: list(1, 100, plainOption) }),
  external_select: shape({}, { ...select, initial_option: plainOption, min_query_length: num(0) }),
  multi_external_select: shape(
    {},
    { ...several, initial_options: list(1, 100, plainOption), min_query_length: num(0) },
  ),
  ...remote('users'),
  ...remote('conversations', { default_to_current_conversation: bool, filter: anything }),
  ...remote('channels'),
};

const richTextInput = shape({}, { ...typed, initial_value: anything, min_lines: num(1, 100) });

const buttons: Fields = {
  button,
  overflow: shape(
    { options: list(1, LIMITS.options.overflow, overflowOption) },
    { action_id: id, confirm },
    chosenIsOffered,
  ),
  workflow_button: shape(
    { text: plain(LIMITS.button.text), workflow: anything },
    { action_id: id, style: among('primary', 'danger'), accessibility_label: str(75) },
  ),
};

const inputs: Fields = {
  plain_text_input: shape(
    {},
    {
      ...typed,
      initial_value: str(LIMITS.typed, 0),
      multiline: bool,
      min_length: num(0, LIMITS.typed),
      max_length: num(1, LIMITS.typed),
    },
    textFits,
  ),
  email_text_input: shape({}, { ...typed, initial_value: str(LIMITS.typed) }),
  url_text_input: shape({}, { ...typed, initial_value: str(LIMITS.typed) }),
  number_input: shape(
    { is_decimal_allowed: bool },
    { ...typed, initial_value: str(100), min_value: str(100), max_value: str(100) },
  ),
  file_input: shape({}, { action_id: id, filetypes: anything, max_files: num(1, LIMITS.files) }),
};

/** What may stand in an actions block, beside a section, in an input, and in context_actions. */
export const inActions = kinds({
  ...buttons,
  ...choices,
  ...pickers,
  rich_text_input: richTextInput,
});
export const inSection = kinds({
  ...buttons,
  ...choices,
  datepicker: pickers.datepicker ?? anything,
  timepicker: pickers.timepicker ?? anything,
  image,
});
export const inInput = kinds({ ...choices, ...pickers, ...inputs, rich_text_input: richTextInput });
export const inContextActions = kinds({
  feedback_buttons: shape(
    { positive_button: anything, negative_button: anything },
    { action_id: id },
  ),
  icon_button: shape(
    { icon: str(100), text: plain(LIMITS.button.text) },
    {
      action_id: id,
      confirm,
      value: str(2000, 0),
      accessibility_label: str(75),
      visible_to_user_ids: anything,
    },
  ),
});
