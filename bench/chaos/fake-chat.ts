/** A chat driver for the fake platform: posts over HTTP with a time-out, and can look a message up in the history. */
import type { Chat, Sent } from '../../src/ports/chat.ts';

export interface FakeChatSettings {
  readonly url: string;
  readonly canFind: boolean;
  /** Milliseconds after which an answer is not waited for any longer. */
  readonly timeout: number;
}

export function fakeChat({ url, canFind, timeout }: FakeChatSettings): Chat {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, url), { ...init, signal: AbortSignal.timeout(timeout) });
  return {
    name: 'fake',
    canFind,

    async send(person, message, { delivery, round, kind }): Promise<Sent> {
      const body = JSON.stringify({ person, delivery, round, kind, text: message.summary });
      const response = await ask('/post', { method: 'POST', body });
      if (response.status === 429) {
        return { refused: 'busy', retryAfter: Number(response.headers.get('retry-after') ?? 1) };
      }
      if (!response.ok) throw new Error(`The platform answered ${response.status}.`);
      const { address } = (await response.json()) as { address: string };
      return { sent: address };
    },

    async find(person, delivery) {
      const response = await ask(`/history?person=${encodeURIComponent(person)}`);
      if (!response.ok) throw new Error(`The platform answered ${response.status}.`);
      const posts = (await response.json()) as { delivery: string; address: string }[];
      return posts.find((post) => post.delivery === delivery)?.address;
    },

    // It keeps its messages itself, as Slack does.
    async replace() {},
    async settle() {},
    async close() {},
  };
}
