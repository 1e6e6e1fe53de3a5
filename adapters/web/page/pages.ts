/** Longer things to read, in a dialog of their own; one at a time, and what it leads to takes its place. */
import type { Message } from '../../../src/message/message.ts';
import { renderBlocks } from './blocks.ts';
import { h } from './element.ts';
import { notice } from './notice.ts';
import type { OnTapped, Origin } from './place.ts';

export interface Pages {
  /** Opens a dialog, or turns the one that is open to this page. */
  show(page: Message, lang: string, from: Origin): void;
  /** Closes the dialog if this is where the tap came from; its answer is seen behind it. */
  leave(origin: Origin): void;
}

interface Sheet {
  readonly dialog: HTMLDialogElement;
  readonly origin: Origin;
  turn(page: Message, lang: string): void;
}

export function pages(tapped: OnTapped): Pages {
  let sheet: Sheet | undefined;
  return {
    show(page, lang, from) {
      sheet ??= openSheet(from, tapped, () => {
        sheet = undefined;
      });
      sheet.turn(page, lang);
    },
    leave(origin) {
      if (sheet !== undefined && sheet.origin === origin) sheet.dialog.close();
    },
  };
}

function openSheet(from: Origin, tapped: OnTapped, closed: () => void): Sheet {
  const title = h('h2', { id: 'page-title', tabindex: '-1' });
  const close = h('button', { type: 'button', class: 'dismiss', 'aria-label': 'Close' }, '×');
  const told = notice();
  const blocks = h('div', { class: 'card' });
  const body = h(
    'div',
    { class: 'body', role: 'region', 'aria-labelledby': title.id, tabindex: '0' },
    told.element,
    blocks,
  );
  const dialog = h(
    'dialog',
    { class: 'page', 'aria-labelledby': title.id },
    h('div', { class: 'head' }, title, close),
    body,
  );
  const tap: Parameters<typeof renderBlocks>[1] = (what, button) => {
    told.clear();
    tapped(what, origin, button);
  };
  const turn: Sheet['turn'] = (page, lang) => {
    const { words, rest } = titled(page);
    dialog.lang = lang;
    title.textContent = words;
    told.clear();
    blocks.replaceChildren(...renderBlocks({ blocks: rest }, tap));
    body.scrollTop = 0;
    title.focus();
  };
  const origin: Origin = {
    ...from,
    place: {
      say: (message) => told.say(message, dialog.lang, tap),
      fault: told.fault,
      swap: (message) => turn(message, dialog.lang),
      focus: () => (dialog.open ? undefined : from.place.focus()),
    },
  };
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed();
    from.place.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, origin, turn };
}

/** A page that begins with a heading has its title from there; one that begins with its summary does not say it twice. */
function titled({ blocks, summary }: Message) {
  const [first, ...rest] = blocks;
  if (first?.kind === 'heading') return { words: first.text, rest };
  const isSaid = first?.kind === 'text' && first.text === summary && rest.length > 0;
  return { words: summary, rest: isSaid ? rest : blocks };
}
