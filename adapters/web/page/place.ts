/** Where a tap came from, which is where its answer is shown. */
import type { Message } from '../../../src/message/message.ts';
import type { Tap } from './blocks.ts';

export interface Place {
  /** A sentence or two for this person, kept nowhere. */
  say(message: Message): void;
  fault(sentence: string): void;
  /** Takes the place of what was tapped, where that is no message of the conversation. */
  swap?(message: Message): void;
  /** Puts the cursor back, if what had it is gone. */
  focus(): void;
}

export interface Origin {
  readonly place: Place;
  /** The message that was tapped, or that led to the dialog that was. */
  readonly message?: string;
}

export type OnTapped = (tap: Tap, origin: Origin, button: HTMLButtonElement) => void;
