/** The chat platforms that are configured, opened: each is loaded only where it is used. */
import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sealer } from '../adapters/keys/sealer.ts';
import type { Config } from './config.ts';
import type { Tell } from './log.ts';
import type { Listing } from './org/account.ts';
import type { Chat } from './ports/chat.ts';
import type { Inbox } from './ports/inbox.ts';
import type { Store } from './ports/store.ts';

/** A chat platform, as the wiring sees it. */
export interface PlatformChat extends Chat {
  readonly name: 'slack' | 'teams';
  /** Hands what arrives to `inbox`. A platform that is away is waited for, in the background. */
  listen(inbox: Inbox): Promise<void>;
  /** Reads its directory into the accounts. */
  list(): Promise<Listing>;
  /** Answers the platform's requests, where they arrive over HTTP. */
  readonly requests?: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
}

/** What the platforms are given by the wiring. */
export interface Surroundings {
  readonly store: Store;
  readonly clock: () => Date;
  readonly tell: Tell;
  /** People have joined, left or changed. */
  readonly peopleChanged: () => void;
}

export async function openPlatforms(
  { chats, keySecret, organisation }: Config,
  { store, clock, tell, peopleChanged }: Surroundings,
): Promise<PlatformChat[]> {
  const { slack: config } = chats;
  if (!config) return [];
  const { slack } = await import('../adapters/slack/connect.ts');
  const { access, arrival, apiUrl } = config;
  return [
    slack({
      ...(apiUrl !== undefined && { apiUrl }),
      access:
        'token' in access ? access : { ...access, stateSecret: derived(keySecret, 'slack state') },
      arrival,
      accounts: store.accounts,
      installations: store.installations,
      seal: sealer(keySecret ?? ''),
      locale: organisation?.programme.locale ?? 'en',
      clock,
      tell,
      peopleChanged,
    }),
  ];
}

/** A secret for one purpose, from the one of the environment. */
function derived(secret = '', purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('hex');
}
