/** The chat contract, on every driver. */
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { web } from '../../adapters/web/connect.ts';
import { temporaryFolder } from '../support/folders.ts';
import { recordingChat } from '../support/recording-chat.ts';
import { chatContract } from './chat.ts';
import { minutes } from './store-fixtures.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const PEOPLE = ['anna', 'ben', 'lea'].map((id) => ({
  id,
  name: id,
  unit: 'Lab',
  leads: [],
  hr: false,
  locale: 'en',
  timezone: 'UTC',
}));

chatContract(
  'web',
  async () => {
    const store = await sqlite(join(temporaryFolder(), 'chat.db'));
    let tick = 0;
    const chat = web({
      host: '127.0.0.1',
      port: 0,
      messages: store.messages,
      directory: async () => PEOPLE,
      about: { organisation: 'Town', demonstration: false },
      clock: { now: () => minutes(tick++) },
    });
    const { url } = await chat.listen({ receive: async () => ({}) });
    closing.push(async () => {
      await chat.close();
      await store.close();
    });
    return {
      chat,
      async messagesOf(person) {
        const posted = await fetch(`${url}/api/people/${person}/messages`);
        return ((await posted.json()) as { message: never }[]).map((each) => each.message);
      },
    };
  },
  { keepsMessages: true },
);

// The fake that the journeys use is held to what it stands for. It lets doubles through: they are what it is to show.
chatContract(
  'recording',
  async () => {
    const chat = recordingChat();
    chat.canFind = false;
    return {
      chat,
      messagesOf: async (person) =>
        chat.kept.filter((each) => each.person === person).map((each) => each.message),
    };
  },
  { keepsMessages: true },
);
