/** What a tap in the conversation is answered with: bubbles that only one person sees, kept nowhere. */
import type { Message } from '../../../src/message/message.ts';
import type { Resident } from '../wire.ts';
import { failure, whisperOf } from './bubbles.ts';
import { append, focusIn, reveal, swap } from './log.ts';
import type { OnTapped, Place } from './place.ts';

export interface Whispering {
  readonly tapped: OnTapped;
  reader(): Resident;
}

/** The place of a tap in the log; `found` is the element that the cursor belongs to after it. */
export function placeIn(
  log: HTMLElement,
  found: () => HTMLElement | undefined,
  whispering: Whispering,
): Place {
  return {
    say: (message) => whisper(log, message, whispering),
    fault: (sentence) => reveal(log, append(log, failure(sentence))),
    focus() {
      if (document.activeElement !== document.body) return;
      const element = found();
      if (element?.isConnected) focusIn(element);
      else log.focus();
    },
  };
}

/** At the end, or in the place of an earlier one that led to it. */
function whisper(
  log: HTMLElement,
  message: Message,
  whispering: Whispering,
  old?: HTMLElement,
): void {
  const place: Place = {
    ...placeIn(log, () => bubble, whispering),
    swap: (next) => whisper(log, next, whispering, bubble),
  };
  const bubble: HTMLElement = whisperOf(message, whispering.reader(), (tap, button) =>
    whispering.tapped(tap, { place }, button),
  );
  if (old?.isConnected) swap(old, bubble);
  else append(log, bubble);
  reveal(log, bubble);
}
