/** What the Slack adapter is given by the wiring, and what it gives back. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Listing } from '../../src/org/account.ts';
import type { Chat } from '../../src/ports/chat.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import type { AccountStore, InstallationStore } from '../../src/ports/store.ts';

export interface SlackOptions {
  /** Another Slack: GovSlack, an emulator. Such as `https://slack.com/api/`. */
  readonly apiUrl?: string;
  /** One workspace by its token, or several by OAuth. */
  readonly access: TokenAccess | OAuthAccess;
  /** Socket mode, or HTTP requests that are signed. */
  readonly arrival: { readonly appToken: string } | { readonly signingSecret: string };
  readonly accounts: AccountStore;
  readonly installations: InstallationStore;
  /** Tokens at rest. */
  readonly seal: Seal;
  /** Of people whose language is unknown. */
  readonly locale: string;
  readonly clock: () => Date;
  /** One line for the operator; never holds a body. */
  readonly tell: (line: string) => void;
  /** People have joined, left or changed: the organisation is to be read anew. */
  readonly peopleChanged: () => void;
}

interface TokenAccess {
  readonly token: string;
}

export interface OAuthAccess {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly redirectUri: string;
}

export interface Seal {
  seal(bytes: Uint8Array): Uint8Array;
  open(bytes: Uint8Array): Uint8Array;
}

export interface Slack extends Chat {
  readonly name: 'slack';
  /**
   * Checks the token, and hands what arrives to `inbox`. A Slack that can't be reached is tried again in the background,
   * and the operator is told; so are those that no trying helps, with the variable to correct.
   */
  listen(inbox: Inbox): Promise<void>;
  /** HTTP mode and OAuth: answers requests under `/slack/` (`events`, `install`, `oauth_redirect`). */
  readonly requests?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Reads all users into `accounts`, and user groups, for units. */
  list(): Promise<Listing>;
}

/** What the manifest asks for, and nothing else. */
export const SCOPES = ['chat:write', 'im:write', 'im:history', 'users:read', 'commands'] as const;
export const OPTIONAL_SCOPES = ['users:read.email', 'usergroups:read'] as const;
/** Without these a message that may have been posted can't be looked up. */
export const LOOKUP_SCOPES = ['im:history', 'im:write'] as const;
