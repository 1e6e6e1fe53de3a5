/** What the chat contract needs of a driver, and what a driver may lack. */
import type { Chat } from '../../src/ports/chat.ts';

/** What becomes of the next message; `posted` says whether the person sees it nevertheless. */
export type Trouble =
  | 'unreachable'
  | 'forbidden'
  | { readonly busy: number }
  | { readonly broken: 'error' | 'cut'; readonly posted: boolean };

/** A chat of its own for one test, in which anna, ben and lea can be written to. */
export interface OpenedChat {
  readonly chat: Chat;
  /** The words that a person sees now, one text a message, oldest first. */
  shownTo(person: string): Promise<readonly string[]>;
  /** Of a chat that stands before a platform. */
  readonly platform?: {
    /** How the platform takes the next message. */
    next(trouble: Trouble): void;
    /** How often it was asked to post one. */
    asked(): number;
    /** What the operator was told. */
    readonly told: readonly string[];
  };
}

interface ChatCapabilities {
  /** It can be asked what was posted. */
  readonly canFind: boolean;
  /**
   * The adapter itself keeps messages, so that `settle` has something to do; where it can also be asked, a delivery that is
   * sent again finds its message.
   */
  readonly settles: boolean;
  /** There is somebody else who may refuse, break off, or know nobody of this name. */
  readonly hasPlatform: boolean;
}

export interface ChatDriver extends ChatCapabilities {
  readonly name: string;
  readonly open: () => Promise<OpenedChat>;
}
