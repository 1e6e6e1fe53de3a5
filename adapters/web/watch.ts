/** Shows what other processes have sent: looks for it, as no message of theirs comes past here. */
import type { MessageStore } from '../../src/ports/store.ts';
import { toPosted } from './chat.ts';
import type { Live } from './live.ts';

/** Looks every so many seconds at the conversations that somebody has open; returns what ends it. */
export function watch(messages: MessageStore, live: Live, seconds: number): () => void {
  const shown = new Map<string, string>();
  const look = async () => {
    const listening = live.listening();
    for (const person of listening) {
      for (const stored of await messages.of(person)) {
        const now = JSON.stringify(stored.message);
        if (shown.get(stored.id) === now) continue;
        shown.set(stored.id, now);
        live.posted(person, toPosted(stored));
      }
    }
    if (listening.size === 0) shown.clear();
  };
  // A store that is away is looked at again next time.
  const timer = setInterval(() => void look().catch(() => undefined), seconds * 1000);
  return () => clearInterval(timer);
}
