/** What the verbs work with: one driver of each port. */
import type { Calendar } from './calendar.ts';
import type { Chats } from './chat.ts';
import type { KeyRing } from './keys.ts';
import type { Store } from './store.ts';

export interface Ports {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly chats: Chats;
  /**
   * A key a leaver, in a folder of its own that every process shares: their draft, and what they gave HR to read, open
   * only with it. Destroying it erases both.
   */
  readonly leaverKeys: KeyRing;
  /** Where the page is reached from outside, such as `https://soundings.example.org`; absent: nowhere. */
  readonly site?: string;
  /** The same where people sign in there, with a link from chat; absent: the page asks nobody who they are. */
  readonly signInAt?: string;
  /** Absent: no holidays are known. */
  readonly calendar?: Calendar;
}
