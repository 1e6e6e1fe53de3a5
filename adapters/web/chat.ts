/** The chat port of the web page: messages lie in the store, and open pages see them at once. */
import type { Chat } from '../../src/ports/chat.ts';
import type { MessageStore, StoredMessage } from '../../src/ports/store.ts';
import type { Live } from './live.ts';

/** A message's address is its id, which is the delivery's: a repeated send finds it there. */
export function chat(
  messages: MessageStore,
  now: () => Date,
  live: Live,
): Pick<Chat, 'name' | 'canFind' | 'send' | 'find' | 'replace' | 'settle'> {
  return {
    name: 'web',
    canFind: true,
    async send(person, message, { delivery, round, kind }) {
      await messages.add({ id: delivery, person, round, kind, at: now(), message });
      const stored = await messages.get(delivery);
      if (stored?.person === person) live.posted(stored);
      return { sent: delivery };
    },
    async find(person, delivery) {
      const stored = await messages.get(delivery);
      return stored?.person === person ? stored.id : undefined;
    },
    async replace(person, address, message) {
      const stored = await messages.get(address);
      if (stored?.person !== person) return;
      await messages.replace(address, message);
      live.posted({ ...stored, message });
    },
    async settle(round, closed) {
      const shown = new Map<string, readonly StoredMessage[]>();
      for (const person of live.listening()) shown.set(person, await messages.of(person));
      await messages.settle(round, closed);
      for (const [person, before] of shown) live.changed(person, before, await messages.of(person));
    },
  };
}
