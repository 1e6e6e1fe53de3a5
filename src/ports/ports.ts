/** What the verbs work with: one driver of each port. */
import type { Chat } from './chat.ts';
import type { KeyRing } from './keys.ts';
import type { Store } from './store.ts';

export interface Ports {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly chat: Chat;
}
