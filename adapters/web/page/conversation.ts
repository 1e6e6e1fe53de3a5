/** The conversation with one person: messages in order, replaced in place, and what only they see. */
import type { Posted, Resident } from '../wire.ts';
import { dayLine, messageOf, nothingYet, ownWords } from './bubbles.ts';
import { append, isNearEnd, remove, reveal, revealLast, silently, swap } from './log.ts';
import type { OnTapped, Origin, Place } from './place.ts';
import { dateInWords } from './time.ts';
import { placeIn } from './whispers.ts';

export interface Conversation extends Place {
  /** Where words are typed. */
  readonly origin: Origin;
  /** Starts anew with somebody, for whom `show` brings the messages. */
  clear(reader: Resident): void;
  show(posted: readonly Posted[]): void;
  /** Adds what is new and redraws what has changed. */
  update(posted: Posted): void;
  /** Takes away a message that is no more. */
  drop(id: string): void;
  /** Shows the newest, after the conversation was hidden. */
  reveal(): void;
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
  const whispering = { reader: () => reader, tapped };
  const place = placeIn(log, () => undefined, whispering);

  function draw(posted: Posted): HTMLElement {
    const { id } = posted;
    const place = placeIn(log, () => drawn.get(id)?.element, whispering);
    const element = messageOf(posted, reader, (tap, button) =>
      tapped(tap, { place, message: id }, button),
    );
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
    ...place,
    origin: { place },
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
      revealLast(log);
    },
    update(posted) {
      const old = drawn.get(posted.id);
      if (old?.json === JSON.stringify(posted)) return;
      if (old !== undefined) return swap(old.element, draw(posted));
      const near = isNearEnd(log);
      const element = add(posted);
      if (near) reveal(log, element);
    },
    drop(id) {
      const old = drawn.get(id);
      if (old === undefined) return;
      drawn.delete(id);
      remove(old.element, log);
    },
    reveal: () => revealLast(log),
    echo(words) {
      reveal(log, append(log, ownWords(words, reader)));
    },
  };
}
