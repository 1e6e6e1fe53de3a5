/** What blocks and buttons are called, and what a click or a submitted form says; the same for every person. */
import type { ActionName, Actions, Scale } from '../../src/message/message.ts';
import { ACTIONS } from '../../src/org/roles.ts';
import { limits } from './limits.ts';

/**
 * `scale:PLACE:ROUND:QUESTION` or `actions:PLACE:ABOUT`. `place` is where it stands in the message, so that two blocks
 * about the same thing are told apart.
 */
export function blockId(block: Scale | Actions, place: string): string {
  const parts = block.kind === 'scale' ? [block.round, block.question] : [block.about];
  const id = [block.kind, place, ...parts.map(encode)].join(':');
  if (id.length <= limits.id) return id;
  const of = block.kind === 'scale' ? `question ${block.question}` : `buttons about ${block.about}`;
  throw new Error(
    `${of}: the ids named there are longer than Slack can carry (${id.length} of ${limits.id} characters); give the unit, round or question a shorter id`,
  );
}

/** A button of a scale is called by its place among the options, any other by what it does. */
export function actionId(button: number | ActionName): string {
  return typeof button === 'number' ? `option:${button}` : button;
}

export type Clicked =
  | {
      readonly kind: 'answer';
      readonly round: string;
      readonly question: string;
      readonly value: string;
    }
  | { readonly kind: 'action'; readonly about: string; readonly action: ActionName };

/** Undefined for anything that no button of ours says. */
export function parseClick(
  blockId: string,
  actionId: string,
  value: string | undefined,
): Clicked | undefined {
  const [kind, place = '', ...encoded] = blockId.split(':');
  if (blockId.length > limits.id || !/^\d{1,4}\.\d{1,4}$/.test(place)) return undefined;
  const named = encoded.map(decode);
  if (kind === 'scale') return parseAnswer(named, actionId, value);
  return kind === 'actions' ? parseAction(named, actionId) : undefined;
}

type Named = readonly (string | undefined)[];

function parseAnswer(named: Named, actionId: string, value = ''): Clicked | undefined {
  const [round, question] = named;
  if (named.length !== 2 || !round || !question) return undefined;
  if (!/^option:\d{1,4}$/.test(actionId)) return undefined;
  if (value === '' || value.length > limits.buttonValue) return undefined;
  return { kind: 'answer', round, question, value };
}

function parseAction(named: Named, actionId: string): Clicked | undefined {
  const [about] = named;
  const action = ACTIONS.find((each) => each === actionId);
  if (named.length !== 1 || about === undefined || action === undefined) return undefined;
  return { kind: 'action', about, action };
}

/** What parts an id, and what Slack might escape on its way back. */
function encode(part: string): string {
  return part.replace(/[%:&<>"\s\p{Cc}]/gu, encodeURIComponent);
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** A field's input block has the field's name, so that a fault finds it. */
export const FIELD = 'field';

/** One field of `view.state.values`, as far as a form of ours has any. */
export interface FieldState {
  readonly type: string;
  readonly value?: string | null | undefined;
  readonly selected_option?: { readonly value?: string } | null | undefined;
  readonly selected_options?: readonly { readonly value?: string }[] | null | undefined;
}

/**
 * Field name to what was chosen or written, from `view.state.values`. An emptied text is `['']`; a choice left empty is
 * absent.
 */
export function fieldsOf(
  values: Readonly<Record<string, Readonly<Record<string, FieldState>>>>,
): Record<string, readonly string[]> {
  const fields = Object.entries(values).flatMap(([name, elements]) => {
    const state = elements[FIELD];
    const given = state ? valuesOf(state) : [];
    return given.length > 0 ? [[name, given] as const] : [];
  });
  return Object.fromEntries(fields);
}

function valuesOf(state: FieldState): readonly string[] {
  switch (state.type) {
    case 'plain_text_input':
      return [state.value ?? ''];
    case 'radio_buttons':
    case 'static_select':
      return values(state.selected_option ? [state.selected_option] : []);
    case 'checkboxes':
    case 'multi_static_select':
      return values(state.selected_options ?? []);
    default:
      return [];
  }
}

function values(options: readonly { readonly value?: string }[]): readonly string[] {
  return options.flatMap(({ value }) => (value === undefined ? [] : [value]));
}
