/** Where each person is written to: the chat platform that they have an account on, else the web page. */
import { type Account, isPlatform, type Platform } from './org/account.ts';
import type { Chat, Chats } from './ports/chat.ts';
import type { Store } from './ports/store.ts';

/** One chat for everybody. */
export function only(chat: Chat): Chats {
  return { of: async () => [chat], settle: chat.settle };
}

/** People with an account are written to there, on the platform they prefer; people with none on the web page. */
export function reach(
  platforms: readonly Chat[],
  web: Chat,
  { accounts, org }: Pick<Store, 'accounts' | 'org'>,
): Chats {
  if (platforms.length === 0) return only(web);
  const names = platforms.map(({ name }) => name).filter(isPlatform);
  return {
    ...(names.length > 1 && { lanes: () => lanesOf(names, accounts, org) }),
    async of(person) {
      const theirs = await accounts.of(person);
      if (theirs.length === 0) return [web];
      const { platform } = await org.preference(person);
      const usable = platforms.filter(({ name }) => theirs.some((each) => isUsable(each, name)));
      return usable.sort((a, b) => Number(b.name === platform) - Number(a.name === platform));
    },
    async settle(round, closed) {
      for (const chat of [...platforms, web]) await chat.settle(round, closed);
    },
  };
}

function isUsable({ platform, active, reachable }: Account, name: string): boolean {
  return platform === name && active && reachable;
}

/** Everybody's at once: asking for each of ten thousand would take longer than sending to them. */
async function lanesOf(
  names: readonly Platform[],
  accounts: Store['accounts'],
  org: Store['org'],
): Promise<ReadonlyMap<string, string>> {
  const preferences = await org.preferences();
  const lanes = new Map<string, string>();
  for (const name of names) {
    for (const account of await accounts.list(name)) {
      const { person } = account;
      if (person === undefined || !isUsable(account, name)) continue;
      if (!lanes.has(person) || preferences.get(person)?.platform === name) lanes.set(person, name);
    }
  }
  return lanes;
}
