/** What the chat contract is held against: the web page, Slack and Teams before their fakes, and the journeys' fake. */
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { web as openWeb } from '../../adapters/web/connect.ts';
import type { Message } from '../../src/message/message.ts';
import { given } from '../slack/given.ts';
import { temporaryFolder } from '../support/folders.ts';
import { recordingChat } from '../support/recording-chat.ts';
import type { Wish } from '../support/slack/failures.ts';
import { wordsOn } from '../support/slack/reading.ts';
import { tenant } from '../support/teams/tenant.ts';
import type { ChatDriver, Trouble } from './chat-capabilities.ts';
import { minutes } from './store-fixtures.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const NAMES = ['anna', 'ben', 'lea'] as const;
const PEOPLE = NAMES.map((id) => ({
  ...{ id, name: id, unit: 'Lab', leads: [], hr: false },
  ...{ locale: 'en', timezone: 'UTC' },
}));

/** Everything that a person reads of a message, platform or not. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const isRead = ['text', 'title', 'label'].includes(key) && typeof each === 'string';
    // A button's fallback says the same once more.
    return isRead ? [each] : key === 'fallback' ? [] : wordsIn(each);
  });
}

function words({ blocks }: Message): string {
  return wordsIn(blocks).join('\n');
}

export const web: ChatDriver = {
  ...{ name: 'web', canFind: true, settles: true, hasPlatform: false },
  async open() {
    const store = await sqlite(join(temporaryFolder(), 'chat.db'));
    let tick = 0;
    const chat = openWeb({
      host: '127.0.0.1',
      port: 0,
      messages: store.messages,
      directory: async () => PEOPLE,
      about: { organisation: 'Town', demonstration: false },
      clock: { now: () => minutes(tick++) },
    });
    await chat.listen({ receive: async () => ({}) });
    closing.push(async () => {
      await chat.close();
      await store.close();
    });
    return {
      chat,
      async shownTo(person) {
        return (await store.messages.of(person)).map(({ message }) => words(message));
      },
    };
  },
};

export const slack: ChatDriver = {
  ...{ name: 'slack', canFind: true, settles: false, hasPlatform: true },
  async open() {
    const ids = new Map(NAMES.map((name, i) => [name as string, `U${i + 1}`]));
    const users = [...ids].map(([name, id]) => ({ id, name }));
    const { adapter, fake, store, told } = await given({ fake: { users } });
    const key = (user: string) => ({ platform: 'slack' as const, team: 'T1', user });
    await store.accounts.link([...ids].map(([person, id]) => ({ key: key(id), person })));
    return {
      chat: adapter,
      shownTo: async (person) =>
        fake
          .user(ids.get(person) ?? person)
          .messages()
          .map(wordsOn),
      platform: {
        next: (trouble) => fake.next('chat.postMessage', ofSlack(trouble)),
        asked: () => fake.calls.filter(({ method }) => method === 'chat.postMessage').length,
        told,
      },
    };
  },
};

function ofSlack(trouble: Trouble): Wish {
  if (trouble === 'unreachable') return { error: 'messages_tab_disabled' };
  if (trouble === 'forbidden') return { error: 'restricted_action' };
  if ('busy' in trouble) return { ratelimited: trouble.busy };
  if (trouble.broken === 'cut') return trouble.posted ? 'drop-after' : 'drop-before';
  return trouble.posted ? '500-after' : 503;
}

export const teams: ChatDriver = {
  ...{ name: 'teams', canFind: false, settles: false, hasPlatform: true },
  async open() {
    const it = await tenant();
    closing.push(it.close);
    for (const name of NAMES) await it.settle(name);
    return {
      chat: it.teams,
      shownTo: async (person) =>
        it.connector.said(`a:${person}`).map(({ activity }) => wordsIn(activity).join('\n')),
      platform: {
        next: (trouble) => it.connector.plan(ofTeams(trouble)),
        asked: () =>
          it.connector.calls.filter(
            ({ method, path }) => method === 'POST' && path.includes('/activities'),
          ).length,
        told: it.told,
      },
    };
  },
};

function ofTeams(trouble: Trouble) {
  if (trouble === 'unreachable') return { status: 403, code: 'MessageWritesBlocked' };
  if (trouble === 'forbidden') return { status: 401 };
  if ('busy' in trouble) return { status: 429, retryAfter: trouble.busy };
  const { broken, posted } = trouble;
  const status = broken === 'cut' ? ('reset' as const) : 502;
  return { status, ...(posted && { posted: true as const }) };
}

/** The journeys' fake is held to what it stands for. It lets doubles through: they are what it is to show. */
export const recording: ChatDriver = {
  ...{ name: 'recording', canFind: false, settles: true, hasPlatform: false },
  async open() {
    const chat = recordingChat();
    chat.canFind = false;
    return {
      chat,
      shownTo: async (person) =>
        chat.kept.filter((each) => each.person === person).map(({ message }) => words(message)),
    };
  },
};
