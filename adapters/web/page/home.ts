/** The home page of whoever is shown: a view of its own beside the conversation. */
import type { Block, Message } from '../../../src/message/message.ts';
import type { Resident } from '../wire.ts';
import { renderBlocks } from './blocks.ts';
import { h } from './element.ts';
import { notice } from './notice.ts';
import type { OnTapped, Origin, Place } from './place.ts';

export interface Home extends Place {
  /** Where its own buttons are tapped. */
  readonly origin: Origin;
  /** Starts anew with somebody, for whom `show` brings the page. */
  clear(reader: Resident): void;
  show(message: Message): void;
}

export function home(panel: HTMLElement, first: Resident, tapped: OnTapped): Home {
  const told = notice();
  const sheet = h('div', { class: 'sheet' });
  let reader = first;
  let json = '';
  panel.tabIndex = 0;
  panel.append(told.element, sheet);

  const place: Place = {
    say: (message) => told.say(message, reader.locale, tap),
    fault: told.fault,
    focus() {
      if (document.activeElement === document.body) panel.focus();
    },
  };
  const origin: Origin = { place };
  const tap = (what: Parameters<OnTapped>[0], button: HTMLButtonElement) => {
    told.clear();
    tapped(what, origin, button);
  };

  function draw(message: Message): void {
    const cards = sectionsOf(message).map((blocks) =>
      h('section', { class: 'card', lang: reader.locale }, ...renderBlocks({ blocks }, tap)),
    );
    sheet.replaceChildren(...cards);
  }

  return {
    ...place,
    origin,
    clear(next) {
      reader = next;
      json = '';
      told.clear();
      sheet.replaceChildren(h('p', { class: 'empty' }, 'One moment ...'));
    },
    show(message) {
      const next = JSON.stringify(message);
      if (next === json) return;
      json = next;
      keepingFocus(sheet, panel, () => draw(message));
    },
  };
}

/** Each heading begins a card. */
function sectionsOf({ blocks }: Message): Block[][] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (last === undefined || block.kind === 'heading') sections.push([block]);
    else last.push(block);
  }
  return sections;
}

/** Whoever had the cursor on a button finds it on the one that says the same, else on the page. */
function keepingFocus(sheet: HTMLElement, panel: HTMLElement, change: () => void): void {
  const focused = document.activeElement;
  const had = focused instanceof HTMLElement && sheet.contains(focused) ? focused : undefined;
  const alike = () =>
    [...sheet.querySelectorAll<HTMLElement>('button')].filter(
      (button) => button.textContent === had?.textContent,
    );
  const which = had === undefined ? -1 : alike().indexOf(had);
  change();
  if (had !== undefined) (alike()[which] ?? panel).focus({ preventScroll: true });
}
