/** Shows what other processes have sent, changed and removed: looks for it, as nothing of theirs comes past here. */
import type { MessageStore, StoredMessage } from '../../src/ports/store.ts';
import type { Live } from './live.ts';

/** Looks every so many seconds at the conversations that somebody has open; returns what ends it. */
export function watch(messages: MessageStore, live: Live, seconds: number): () => void {
  let shown = new Map<string, readonly StoredMessage[]>();
  const look = async () => {
    const seen = new Map<string, readonly StoredMessage[]>();
    for (const person of live.listening()) {
      const now = await messages.of(person);
      live.changed(person, shown.get(person) ?? [], now);
      seen.set(person, now);
    }
    shown = seen;
  };
  // A store that is away is looked at again next time.
  const timer = setInterval(() => void look().catch(() => undefined), seconds * 1000);
  return () => clearInterval(timer);
}
