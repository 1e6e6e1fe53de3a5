/** What the Teams adapter is given by the wiring, and what it gives back. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Listing } from '../../src/org/account.ts';
import type { Chat } from '../../src/ports/chat.ts';
import type { Inbox } from '../../src/ports/inbox.ts';
import type { AccountStore } from '../../src/ports/store.ts';

export interface TeamsOptions {
  readonly appId: string;
  readonly appPassword?: string;
  /** Instead of the password; the key in PEM. */
  readonly certificate?: { readonly thumbprint: string; readonly privateKey: string };
  /** Of the company: Microsoft Entra's id. */
  readonly tenantId: string;
  /** Others that are served too; whatever comes from elsewhere is refused. */
  readonly tenants?: readonly string[];
  readonly appType: 'SingleTenant' | 'UserAssignedMsi' | 'MultiTenant';
  /** Test mode: no tokens are checked and none are sent; the wiring allows it on loopback only. */
  readonly anonymous?: true;
  /** Of a test's own. */
  readonly endpoints?: Endpoints;
  readonly accounts: AccountStore;
  /** Who put it here, for the greeting. */
  readonly organisation: string;
  /** Of people whose language is unknown. */
  readonly locale: string;
  readonly clock: () => Date;
  /** One line for the operator; never holds a body. */
  readonly tell: (line: string) => void;
  /** People have joined, left or changed: the organisation is to be read anew. */
  readonly peopleChanged: () => void;
}

interface Endpoints {
  /** Where the keys of inbound tokens are described. */
  readonly openIdMetadata?: string;
  /** The token sent along with each call, instead of one of Microsoft Entra's. */
  readonly token?: () => Promise<string>;
}

export interface Teams extends Chat {
  readonly name: 'teams';
  /** From now on what arrives is handed to `inbox`. */
  listen(inbox: Inbox): Promise<void>;
  /** Reads the rosters of the teams that the app is in into `accounts`; each team is a group, for units. */
  list(): Promise<Listing>;
  /** Answers `POST /api/messages`, the messaging endpoint of the Azure bot. */
  readonly requests: (request: IncomingMessage, response: ServerResponse) => void;
}
