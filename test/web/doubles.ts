/** A message store in memory, and an inbox that answers as it is told. */
import type { Reply, Response } from '../../src/message/reply.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import type { MessageStore, StoredMessage } from '../../src/ports/store.ts';

export function memoryMessages(first: readonly StoredMessage[] = []): MessageStore {
  const all = new Map(first.map((message) => [message.id, message]));
  return {
    async add(message) {
      if (!all.has(message.id)) all.set(message.id, message);
    },
    async get(id) {
      return all.get(id);
    },
    async of(person) {
      return [...all.values()].filter((message) => message.person === person);
    },
    async replace(id, message) {
      const stored = all.get(id);
      if (stored) all.set(id, { ...stored, message });
    },
    async latest() {
      return [...all.values()].map(({ at }) => at).toSorted((a, b) => Number(b) - Number(a))[0];
    },
    async settle(round, closed) {
      const seen = new Set<string>();
      for (const stored of [...all.values()]) {
        if (stored.round !== round || stored.kind !== 'question') continue;
        if (seen.has(stored.person)) all.delete(stored.id);
        else all.set(stored.id, { ...stored, message: closed(stored.person) });
        seen.add(stored.person);
      }
    },
  };
}

/** Remembers what it was given, and answers with whatever `answer` says. */
export function fakeInbox(answer: (reply: Reply) => Response | Promise<Response> = () => ({})) {
  const received: Reply[] = [];
  const inbox: Inbox = {
    async receive(reply) {
      received.push(reply);
      return answer(reply);
    },
  };
  return { ...inbox, received };
}
