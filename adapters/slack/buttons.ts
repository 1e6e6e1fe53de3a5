/** A question that one tap answers, and buttons that do something; the same for every person. */
import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { Actions, Scale } from '../../src/message/message.ts';
import { clean, fitOptions, plain, shorten } from './fit.ts';
import { actionId, blockId } from './ids.ts';
import { limits } from './limits.ts';
import { renderText } from './text.ts';

export function renderScale(scale: Scale, place: number): KnownBlock[] {
  const { labels, full } = fitOptions(scale.options, limits.button);
  const buttons = scale.options.map(
    ({ value, label }, i): Button => ({
      type: 'button',
      action_id: actionId(i),
      text: plain(labels[i] ?? label, limits.button),
      value: buttonValue(value, scale),
      accessibility_label: spoken(scale, i),
    }),
  );
  const asked = full === undefined ? [scale.text] : [scale.text, full];
  return [...asked.flatMap(renderText), ...rows(scale, place, buttons)];
}

export function renderActions(block: Actions, place: number): KnownBlock[] {
  // A second button of the same name would do the same, and its id be taken.
  const first = block.actions.filter(
    ({ action }, i) => block.actions.findIndex((each) => each.action === action) === i,
  );
  const buttons = first.map(
    ({ action, label, look }): Button => ({
      type: 'button',
      action_id: actionId(action),
      text: plain(label, limits.button),
      ...(look && { style: look === 'main' ? 'primary' : 'danger' }),
    }),
  );
  return rows(block, place, buttons);
}

function rows(block: Scale | Actions, place: number, buttons: readonly Button[]): ActionsBlock[] {
  const count = Math.ceil(buttons.length / limits.buttons);
  return Array.from({ length: count }, (_, row) => ({
    type: 'actions',
    block_id: blockId(block, `${place}.${row}`),
    elements: buttons.slice(row * limits.buttons, (row + 1) * limits.buttons),
  }));
}

function buttonValue(value: string, { question }: Scale): string {
  if (value !== '' && value.length <= limits.buttonValue) return value;
  throw new Error(
    `question ${question}: an option’s value has ${value.length} characters, and Slack carries 1 to ${limits.buttonValue}; change the value in the survey`,
  );
}

/** What a screen reader says: of bare numbers `7/10`, the last of them being the most, else `4/5: Agree`. */
function spoken({ options }: Scale, i: number): string {
  const labels = options.map(({ label }) => clean(label));
  const label = labels[i] ?? '';
  const numeric = labels.every((each) => /^\d{1,3}$/.test(each));
  const text = numeric ? `${label}/${labels.at(-1)}` : `${i + 1}/${options.length}: ${label}`;
  return shorten(text, limits.accessibilityLabel);
}
