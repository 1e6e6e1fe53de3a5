/** One block of a message as elements; buttons tell `tap` what they stand for. */
import type { Actions, Block, Message, Scale } from '../../../src/message/message.ts';
import type { Reply } from '../../../src/message/reply.ts';
import { renderChart } from './chart.ts';
import { freshId, h } from './element.ts';

/** A reply without its person, whom the page knows. */
export type Tap = Reply extends infer R ? (R extends Reply ? Omit<R, 'person'> : never) : never;

export type OnTap = (tap: Tap, button: HTMLButtonElement) => void;

export function renderBlocks({ blocks }: Pick<Message, 'blocks'>, tap: OnTap): HTMLElement[] {
  return blocks.map((block) => renderBlock(block, tap));
}

function renderBlock(block: Block, tap: OnTap): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return h('h3', {}, block.text);
    case 'text':
      return h('p', {}, block.text);
    case 'note':
      return h('p', { class: 'note' }, block.text);
    case 'quote':
      return h('blockquote', {}, block.text);
    case 'link':
      return renderLink(block);
    case 'scale':
      return renderScale(block, tap);
    case 'actions':
      return renderActions(block, tap);
    case 'chart':
      return renderChart(block);
  }
}

/** Only a page of the web is opened, and told nothing of this one. */
function renderLink({ text, url }: Extract<Block, { kind: 'link' }>): HTMLElement {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isWeb) return h('p', {}, `${text}: ${url}`);
  const look = { href: url, target: '_blank', rel: 'noopener noreferrer' };
  return h('p', {}, h('a', look, text));
}

function renderScale(scale: Scale, tap: OnTap): HTMLElement {
  const text = h('p', { id: freshId('question'), class: 'question' }, scale.text);
  const { round, question } = scale;
  const buttons = scale.options.map(({ value, label }) =>
    button('option', label, (clicked) => tap({ kind: 'answer', round, question, value }, clicked)),
  );
  const row = h(
    'div',
    { class: `options ${isNumeric(scale.options) ? 'numeric' : ''}` },
    ...buttons,
  );
  return h('div', { class: 'scale', role: 'group', 'aria-labelledby': text.id }, text, row);
}

function renderActions({ about, actions }: Actions, tap: OnTap): HTMLElement {
  const buttons = actions.map(({ action, label, look }) =>
    button(`action ${look ?? ''}`.trim(), label, (clicked) =>
      tap({ kind: 'action', about, action }, clicked),
    ),
  );
  return h('div', { class: 'actions' }, ...buttons);
}

function button(look: string, label: string, clicked: (self: HTMLButtonElement) => void) {
  const element = h('button', { type: 'button', class: look }, label);
  element.addEventListener('click', () => clicked(element));
  return element;
}

/** A scale of bare numbers, such as 0 to 10, is drawn as one tight row. */
export function isNumeric(options: readonly { readonly label: string }[]): boolean {
  return options.every(({ label }) => /^\d{1,3}$/.test(label));
}
