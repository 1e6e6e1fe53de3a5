/** A web chat on a free port for one test, closed after it. */
import { afterEach } from 'vitest';
import { web } from '../../adapters/web/connect.ts';
import type { WebOptions } from '../../adapters/web/options.ts';
import type { Chat } from '../../src/ports/chat.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import { fakeInbox, memoryMessages } from './doubles.ts';
import { fixtures, residents } from './fixtures.ts';

const running: Chat[] = [];
afterEach(async () => {
  for (const chat of running.splice(0)) await chat.close();
});

export function build(change: Partial<WebOptions> = {}) {
  const chat = web({
    host: '127.0.0.1',
    port: 0,
    messages: memoryMessages(fixtures()),
    directory: async () => residents,
    about: { organisation: 'Meridian', demonstration: true, first: 'anna' },
    clock: { now: () => new Date('2026-11-17T09:00:00Z') },
    ...change,
  });
  running.push(chat);
  return chat;
}

export async function start(change: Partial<WebOptions> = {}, inbox: Inbox = fakeInbox()) {
  const chat = build(change);
  const { url } = await chat.listen(inbox);
  return { chat, url };
}

export function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Reads a stream until `words` have arrived. */
export async function until(stream: Response, words: string): Promise<string> {
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader !== undefined && !text.includes(words)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
  }
  return text;
}

export const answer = {
  kind: 'answer',
  person: 'anna',
  round: 'pulse-13',
  question: 'growth-1',
  value: '4',
} as const;
