import { defineConfig } from 'vitest/config';

/** Slack and Teams over real HTTP and sockets, against fakes and emulators, and whole processes: mostly waiting. */
export const CHATS = [
  'test/slack/{bad-input,chat,connect,directory,receive,receive-form,requests,scopes}.test.ts',
  'test/slack/journeys*.test.ts',
  'test/teams/{chat,directory,journeys*,receive*}.test.ts',
  'test/journeys/both-platforms.test.ts',
  'test/access/*.test.ts',
  'test/cli/{audit,cli}.test.ts',
  'test/store/second-process.test.ts',
];

/** `npm run chats`. */
export default defineConfig({ test: { include: CHATS, maxWorkers: 3, testTimeout: 20_000 } });
