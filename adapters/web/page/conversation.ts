/** The conversation with one person: messages in order, replaced in place, and what only they see. */
import type { Message } from '../../../src/message/message.ts';
import type { Posted, Resident } from '../wire.ts';
import {
  dayLine,
  failure,
  messageOf,
  nothingYet,
  type OnTapped,
  type Origin,
  ownWords,
  whisperOf,
} from './bubbles.ts';
import { dateInWords } from './time.ts';

export interface Conversation {
  /** Starts anew with somebody, for whom `show` brings the messages. */
  clear(reader: Resident): void;
  show(posted: readonly Posted[]): void;
  /** Adds what is new and redraws what has changed. */
  update(posted: Posted): void;
  /** A message that is kept nowhere, at the end or in the place of an earlier one. */
  say(message: Message, place?: HTMLElement): void;
  fault(sentence: string): void;
  /** Puts the cursor where a tap came from, if what had it is gone. */
  focus(origin: Origin): void;
  /** The visitor's own words, which nobody stores. */
  echo(words: string): void;
}

interface Drawn {
  readonly json: string;
  readonly element: HTMLElement;
}

export function conversation(log: HTMLElement, first: Resident, tapped: OnTapped): Conversation {
  const drawn = new Map<string, Drawn>();
  let reader = first;
  let day = '';

  function draw(posted: Posted): HTMLElement {
    const element = messageOf(posted, reader, tapped);
    drawn.set(posted.id, { json: JSON.stringify(posted), element });
    return element;
  }

  function add(posted: Posted): HTMLElement {
    const date = dateInWords(new Date(posted.at), reader.timezone);
    if (date !== day) log.append(dayLine(date));
    day = date;
    return append(log, draw(posted));
  }

  return {
    clear(next) {
      reader = next;
      day = '';
      drawn.clear();
      log.replaceChildren();
    },
    show(posted) {
      silently(log, () => {
        for (const each of posted) add(each);
        if (posted.length === 0) log.append(nothingYet());
      });
      const last = log.lastElementChild;
      if (last instanceof HTMLElement) reveal(log, last, 'instant');
    },
    update(posted) {
      const old = drawn.get(posted.id);
      if (old?.json === JSON.stringify(posted)) return;
      if (old !== undefined) return swap(old.element, draw(posted));
      const near = isNearEnd(log);
      const element = add(posted);
      if (near) reveal(log, element);
    },
    say(message, place) {
      const bubble = whisperOf(message, reader, tapped);
      if (place?.isConnected) swap(place, bubble);
      else append(log, bubble);
      reveal(log, bubble);
    },
    fault(sentence) {
      reveal(log, append(log, failure(sentence)));
    },
    focus(origin) {
      if (document.activeElement !== document.body) return;
      const place = 'bubble' in origin ? origin.bubble : drawn.get(origin.message)?.element;
      if (place?.isConnected) focusIn(place);
      else log.focus();
    },
    echo(words) {
      reveal(log, append(log, ownWords(words, reader)));
    },
  };
}

function append(log: HTMLElement, element: HTMLElement): HTMLElement {
  log.querySelector('.empty')?.remove();
  log.append(element);
  return element;
}

/** A history is not news: only what comes after it is read aloud. */
function silently(log: HTMLElement, change: () => void): void {
  log.setAttribute('aria-live', 'off');
  change();
  requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
}

/** Whoever had the cursor in the old message finds it in the new one. */
function swap(old: HTMLElement, next: HTMLElement): void {
  const focused = old.contains(document.activeElement);
  old.replaceWith(next);
  if (focused) focusIn(next);
}

function focusIn(element: HTMLElement): void {
  const first = element.querySelector<HTMLElement>('button:not(.dismiss)') ?? element;
  first.focus({ preventScroll: true });
}

/** Whoever reads further up is not torn away by what arrives. */
function isNearEnd(log: HTMLElement): boolean {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 300;
}

/** A message longer than the pane is shown from its beginning. */
function reveal(log: HTMLElement, element: HTMLElement, behavior: ScrollBehavior = 'auto'): void {
  const long = element.offsetHeight > log.clientHeight - 48;
  element.scrollIntoView({ block: long ? 'start' : 'end', behavior });
}
