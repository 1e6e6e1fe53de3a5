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
  const platforms: PlatformChat[] = [];
  const { accounts, installations } = store;
  const { organisation: name = '', locale = 'en' } = organisation?.programme ?? {};
  const usual = { accounts, locale, clock, tell, peopleChanged };
  if (chats.slack) {
    const { slack } = await import('../adapters/slack/connect.ts');
    const { access: given } = chats.slack;
    const stateSecret = derived(keySecret, 'slack state');
    const access = 'token' in given ? given : { ...given, stateSecret };
    const seal = sealer(keySecret ?? '');
    platforms.push(slack({ ...chats.slack, ...usual, access, installations, seal }));
  }
  if (chats.teams) {
    const { teams } = await import('../adapters/teams/connect.ts');
    platforms.push(teams({ ...chats.teams, ...usual, organisation: name }));
  }
  return platforms;
}

/** A secret for one purpose, from the one of the environment. */
function derived(secret = '', purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('hex');
}
