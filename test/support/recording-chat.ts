/** A chat platform that remembers everything, and fails in whatever manner a test asks for. */
import type { Message } from '../../src/message/message.ts';
import type { Chat, Posting, Sent } from '../../src/ports/chat.ts';

export interface Kept {
  readonly person: string;
  readonly address: string;
  readonly about: Posting;
  message: Message;
}

/**
 * What becomes of a send: `lost` throws with nothing posted, `ambiguous` throws after it was posted, a number is busy
 * for so many seconds.
 */
type Mood = 'well' | 'unreachable' | 'forbidden' | 'lost' | 'ambiguous' | number;

export interface RecordingChat extends Chat {
  /** All messages of the platform, oldest first. */
  readonly kept: readonly Kept[];
  /** How often `send` was called. */
  readonly calls: { send: number; find: number };
  mood: (person: string, about: Posting) => Mood;
  /** Whether the platform can tell what was posted. */
  canFind: boolean;
  /** Happens once a message is posted, before the caller knows of it. */
  posted: (person: string, about: Posting) => Promise<unknown>;
}

export function recordingChat(): RecordingChat {
  const kept: Kept[] = [];
  const calls = { send: 0, find: 0 };
  const post = (person: string, message: Message, about: Posting): Sent => {
    const address = `at-${kept.length + 1}`;
    kept.push({ person, address, about, message });
    return { sent: address };
  };
  const chat: RecordingChat = {
    name: 'recording',
    kept,
    calls,
    mood: () => 'well',
    canFind: true,
    posted: async () => undefined,
    async send(person, message, about) {
      calls.send++;
      const mood = chat.mood(person, about);
      if (typeof mood === 'number') return { refused: 'busy', retryAfter: mood };
      switch (mood) {
        case 'unreachable':
        case 'forbidden':
          return { refused: mood };
        case 'lost':
          throw new Error('The connection was cut before anything was posted.');
        case 'ambiguous':
          post(person, message, about);
          throw new Error('The connection was cut.');
        case 'well': {
          const sent = post(person, message, about);
          await chat.posted(person, about);
          return sent;
        }
      }
    },
    async find(person, delivery) {
      calls.find++;
      return kept.find((each) => each.person === person && each.about.delivery === delivery)
        ?.address;
    },
    async replace(person, address, message) {
      const found = kept.find((each) => each.person === person && each.address === address);
      if (found) found.message = message;
    },
    async settle(round, closed) {
      for (const each of kept) {
        const asked = each.about.round === round && each.about.kind === 'question';
        if (asked) each.message = closed(each.person);
      }
    },
    async close() {},
  };
  return chat;
}

/** Everything that a message says, as one text. */
export function wordsOf(message: Message | undefined): string {
  if (!message) return '';
  return [message.summary, ...message.blocks.map((block) => JSON.stringify(block))].join('\n');
}
