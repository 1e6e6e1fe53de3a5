/** The line in a dialog or on the home page that tells what became of a tap; empty until there is something. */
import type { Message } from '../../../src/message/message.ts';
import { type OnTap, renderBlocks } from './blocks.ts';
import { h } from './element.ts';

export interface Notice {
  readonly element: HTMLElement;
  say(message: Message, lang: string, tap: OnTap): void;
  fault(sentence: string): void;
  clear(): void;
}

export function notice(): Notice {
  // It is there before it says anything: a screen reader reads what changes in it.
  const element = h('div', { class: 'notice', role: 'status' });
  const show = (look: string, lang: string, ...children: Node[]) => {
    const card = h('div', { class: `card ${look}`, lang }, ...children);
    element.replaceChildren(card);
    element.scrollIntoView({ block: 'nearest' });
  };
  return {
    element,
    say: (message, lang, tap) => show('told', lang, ...renderBlocks(message, tap)),
    fault: (sentence) => show('failed', 'en', h('p', {}, sentence)),
    clear: () => element.replaceChildren(),
  };
}
