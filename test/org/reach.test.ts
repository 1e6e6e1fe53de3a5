/** Where people are written to: on the platform they are on, on the one they prefer, or on the web page. */
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { sqlite } from '../../adapters/store/sqlite.ts';
import type { Chat } from '../../src/ports/chat.ts';
import type { Store } from '../../src/ports/store.ts';
import { reach } from '../../src/reach.ts';
import { temporaryFolder } from '../support/folders.ts';
import { recordingChat } from '../support/recording-chat.ts';

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

const chatNamed = (name: string): Chat => ({ ...recordingChat(), name });
const [slack, teams, web] = [chatNamed('slack'), chatNamed('teams'), chatNamed('web')];

/** Ada is on both, Bob on Slack, Cem on Teams, and Dora nowhere. */
async function town() {
  const store = await sqlite(join(temporaryFolder(), 'reach.db'));
  open.push(store);
  const on = async (platform: 'slack' | 'teams', ...people: string[]) => {
    const keys = people.map((person) => ({ platform, team: 'T', user: `${platform}-${person}` }));
    await store.accounts.put(keys.map((key) => ({ ...key, name: key.user, active: true })));
    await store.accounts.link(keys.map((key, i) => ({ key, person: people[i] ?? '' })));
  };
  await on('slack', 'ada', 'bob');
  await on('teams', 'ada', 'cem');
  const chats = reach([slack, teams], web, store);
  const of = async (person: string) => (await chats.of(person)).map(({ name }) => name);
  return { store, chats, of };
}

test('each is written to where they are; whoever is nowhere, on the web page', async () => {
  const { of } = await town();
  expect(await of('ada')).toEqual(['slack', 'teams']);
  expect(await of('bob')).toEqual(['slack']);
  expect(await of('cem')).toEqual(['teams']);
  expect(await of('dora')).toEqual(['web']);
});

test('whoever is on both is written to on the one they prefer first', async () => {
  const { store, of } = await town();
  await store.org.prefer('ada', { platform: 'teams' });
  await store.org.prefer('bob', { platform: 'teams' });
  expect(await of('ada')).toEqual(['teams', 'slack']);
  expect(await of('bob')).toEqual(['slack']);
});

test('an account that can’t be reached is left out; with no other there is nowhere, not the web page', async () => {
  const { store, of } = await town();
  const of_ = (platform: 'slack' | 'teams', person: string) =>
    ({ platform, team: 'T', user: `${platform}-${person}` }) as const;
  await store.accounts.mark(of_('slack', 'ada'), { reachable: false });
  await store.accounts.mark(of_('slack', 'bob'), { reachable: false });
  expect(await of('ada')).toEqual(['teams']);
  expect(await of('bob')).toEqual([]);
});

test('messages wait in the lane of the platform they will go to', async () => {
  const { store, chats } = await town();
  await store.org.prefer('ada', { platform: 'teams' });
  expect(await chats.lanes?.([])).toEqual(
    new Map([
      ['ada', 'teams'],
      ['bob', 'slack'],
      ['cem', 'teams'],
    ]),
  );
  expect(reach([slack], web, store).lanes).toBeUndefined();
});
