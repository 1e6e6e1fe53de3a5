/** What the verbs work with: one driver of each port. */
import type { Calendar } from './calendar.ts';
import type { Chats } from './chat.ts';
import type { KeyRing } from './keys.ts';
import type { Store } from './store.ts';

export interface Ports {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly chats: Chats;
  /** Absent: no holidays are known. */
  readonly calendar?: Calendar;
}
