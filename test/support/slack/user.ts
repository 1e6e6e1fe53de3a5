/** A person at their Slack client: reads, clicks, types, fills in. The same on the fake and on `emulate`. */
import type { Ack } from './ack.ts';
import { isJson, type Json } from './block-rules.ts';
import type { Desk, Shown, ShownView } from './desk.ts';
import {
  clientFaults,
  type Filled,
  optionsOf,
  stateOf,
  type Values,
  valuesOf,
  wordsOf,
} from './fields.ts';

export interface FakeUser {
  readonly id: string;
  /** Their direct messages with the app, oldest first. */
  messages(): readonly Shown[];
  ephemerals(): readonly Shown[];
  /**
   * Presses what has this action id, value or label, where `on` shows it; `choice` is the option of a select or radio.
   * A message that has changed since can be clicked as it was.
   */
  click(on: Shown | ShownView, what: string, choice?: string): Promise<Ack>;
  command(command: string, text?: string): Promise<Ack>;
  type(text: string): Promise<Ack>;
  openHome(): Promise<Ack>;
  home(): ShownView | undefined;
  /** The modal on top, with what was filled in and what is said to be wrong with it. */
  modal(): ShownView | undefined;
  fill(fields: Filled): void;
  submit(fields?: Filled): Promise<Submitted>;
  /** Presses Cancel. */
  close(): Promise<Ack | undefined>;
}

interface Submitted {
  /** Undefined if the client sent nothing, because of `errors`. */
  readonly ack?: Ack;
  /** Block id to what stands beside it. */
  readonly errors: Readonly<Record<string, string>>;
  /** The answer was late, unreadable or not allowed: the person is told that something went wrong. */
  readonly trouble?: string;
}

interface Found {
  readonly block: Json;
  readonly element: Json;
}

function elementsOf(blocks: readonly Json[]): Found[] {
  return blocks.flatMap((block) =>
    [block.accessory, block.element, block.elements, block.actions]
      .flat()
      .filter((each): each is Json => isJson(each) && typeof each.action_id === 'string')
      .map((element) => ({ block, element })),
  );
}

function find(blocks: readonly Json[], what: string): Found {
  const all = elementsOf(blocks);
  const named = ({ element }: Found): unknown[] => [
    element.action_id,
    element.value,
    wordsOf(element.text),
  ];
  const found = all.filter((each) => named(each).includes(what));
  if (found.length === 1 && found[0]) return found[0];
  const there = all.map(({ element }) => wordsOf(element.text) || element.action_id).join(', ');
  throw new Error(
    `There are ${found.length} things here called "${what}"; there is: ${there || 'nothing'}`,
  );
}

function actionOf({ block, element }: Found, choice: string | undefined, now: string): Json {
  const { type, action_id, text, value } = element;
  const base = { type, action_id, block_id: block.block_id, action_ts: now };
  if (optionsOf(element).length > 0) return { ...base, ...stateOf(element, choice) };
  return { ...base, text, ...(value === undefined ? {} : { value }) };
}

const isView = (on: Shown | ShownView): on is ShownView => 'id' in on;

/** What the app may answer to a submission. */
function answered(ack: Ack): { action?: string; errors?: Json; view?: unknown } {
  if (!isJson(ack.body)) return {};
  const { response_action: action, errors, view } = ack.body;
  return {
    ...(typeof action === 'string' ? { action } : {}),
    ...(isJson(errors) ? { errors } : {}),
    view,
  };
}

export function user(desk: Desk, id: string, now: () => number = Date.now): FakeUser {
  const written = new Map<string, Values>();
  const top = (): ShownView | undefined => desk.modals(id).at(-1);
  const needed = (): ShownView => {
    const view = top();
    if (view) return view;
    throw new Error(`${id} has no modal open.`);
  };
  const values = (view: ShownView, filled: Filled = {}): Values =>
    valuesOf(view, written.get(view.id) ?? {}, filled);
  const withState = (view: ShownView): ShownView => ({ ...view, state: { values: values(view) } });
  const stamp = (): string => (now() / 1000).toFixed(6);

  async function click(on: Shown | ShownView, what: string, choice?: string): Promise<Ack> {
    const action = actionOf(find(on.blocks, what), choice, stamp());
    const base = { type: 'block_actions', ...desk.payload(id), actions: [action] };
    if (isView(on)) {
      if (action.selected_option || action.selected_options) remember(on, action);
      const trigger_id = await desk.trigger(id, on.id);
      const container = { type: 'view', view_id: on.id };
      return desk.deliver('interactive', { ...base, trigger_id, container, view: withState(on) });
    }
    const { ts: message_ts, channel: channel_id, kind } = on;
    return desk.deliver('interactive', {
      ...base,
      trigger_id: await desk.trigger(id),
      response_url: desk.responseUrl(id, message_ts),
      container: { type: 'message', message_ts, channel_id, is_ephemeral: kind === 'ephemeral' },
      channel: { id: channel_id, name: 'directmessage' },
      // Slack sends no message with a click on an ephemeral one.
      ...(kind === 'message' ? { message: on.raw } : {}),
      state: { values: {} },
    });
  }

  function remember(view: ShownView, action: Json): void {
    const [block, name] = [String(action.block_id), String(action.action_id)];
    const before = values(view);
    const state = { ...action };
    for (const key of ['action_id', 'block_id', 'action_ts']) delete state[key];
    written.set(view.id, { ...before, [block]: { ...before[block], [name]: state } });
  }

  async function submit(filled: Filled = {}): Promise<Submitted> {
    const view = needed();
    if (!view.submit) throw new Error('This modal has no submit button.');
    const state = values(view, filled);
    written.set(view.id, state);
    const errors = clientFaults(view, state);
    if (Object.keys(errors).length > 0) return { errors };
    const ack = await desk.deliver('interactive', {
      type: 'view_submission',
      ...desk.payload(id),
      trigger_id: await desk.trigger(id, view.id),
      view: { ...view, state: { values: state } },
      response_urls: [],
    });
    return { ack, ...settle(view, ack) };
  }

  function settle(view: ShownView, ack: Ack): Omit<Submitted, 'ack'> {
    if (!ack.inTime) return { errors: {}, trouble: ack.reason ?? 'late' };
    const { action, errors = {}, view: next } = answered(ack);
    switch (action) {
      case undefined:
        if (ack.body !== '' && !isJson(ack.body)) return { errors: {}, trouble: 'not JSON' };
        desk.close(id);
        return { errors: {} };
      case 'clear':
        desk.close(id, true);
        return { errors: {} };
      case 'errors':
        return refused(view, errors);
      case 'update':
      case 'push': {
        const trouble = desk.change(id, action, next);
        return { errors: {}, ...(trouble ? { trouble } : {}) };
      }
      default:
        return { errors: {}, trouble: `unknown response_action ${action}` };
    }
  }

  /** Errors stand beside input blocks; Slack takes none for a block that is not there. */
  function refused(view: ShownView, errors: Json): Omit<Submitted, 'ack'> {
    const inputs = view.blocks.filter((each) => each.type === 'input').map((each) => each.block_id);
    const strange = Object.keys(errors).filter((each) => !inputs.includes(each));
    if (strange.length > 0 || Object.keys(errors).length === 0) {
      return { errors: {}, trouble: `errors for no input block: ${strange.join(', ')}` };
    }
    return { errors: errors as Record<string, string> };
  }

  async function close(): Promise<Ack | undefined> {
    const view = needed();
    desk.close(id, view.clear_on_close === true);
    if (view.notify_on_close !== true) return undefined;
    const is_cleared = view.clear_on_close === true;
    return desk.deliver('interactive', {
      type: 'view_closed',
      ...desk.payload(id),
      view: withState(view),
      is_cleared,
    });
  }

  return {
    id,
    click,
    submit,
    close,
    messages: () => desk.messages(id),
    ephemerals: () => desk.ephemerals(id),
    home: () => desk.home(id),
    modal: () => {
      const view = top();
      return view && withState(view);
    },
    fill: (filled) => {
      const view = needed();
      written.set(view.id, values(view, filled));
    },
    command: async (command, text = '') =>
      desk.deliver('slash_commands', {
        ...desk.command(id),
        command,
        text,
        trigger_id: await desk.trigger(id),
        response_url: desk.responseUrl(id),
      }),
    openHome: () => {
      const view = desk.home(id);
      return desk.event(id, {
        type: 'app_home_opened',
        user: id,
        channel: desk.channel(id),
        tab: 'home',
        ...(view ? { view } : {}),
      });
    },
    type: (text) => {
      const ts = desk.wrote(id, text);
      const client_msg_id = `${ts}-${id}`;
      const channel = desk.channel(id);
      const kind = { type: 'message', channel_type: 'im', channel };
      return desk.event(id, { ...kind, user: id, text, ts, client_msg_id, event_ts: ts });
    },
  };
}
