/** Where somebody clicked or typed: what is needed to answer there. */

import type { Copy } from '../../src/message/copy.ts';
import { at, textAt } from '../../src/message/read-payload.ts';
import type { Account } from '../../src/org/account.ts';
import type { Workspace } from './workspaces.ts';

export interface Scene {
  readonly workspace: Workspace;
  readonly user: string;
  readonly account: Account | undefined;
  /** It could not be read whose account this is. */
  readonly isLost?: true;
  /** In which language the adapter's own few sentences are. */
  readonly copy: Copy;
  /** Opens one window, within three seconds. */
  readonly trigger?: string | undefined;
  readonly responseUrl?: string | undefined;
  /** The message that was clicked, or that a submitted form came from; `fleeting`: one that only this person sees. */
  readonly message?: Place | 'fleeting' | undefined;
  /** The view that was clicked; `stays`: what comes of it is shown in the same window. */
  readonly view?:
    | { readonly id: string; readonly isHome: boolean; readonly stays?: boolean }
    | undefined;
  /** The home page was opened, which is no click. */
  readonly opened?: true | undefined;
  /** The direct message channel that was typed in: answers are messages there. */
  readonly channel?: string | undefined;
}

export interface Place {
  readonly channel: string;
  readonly ts: string;
}

/** A message by its address, `team/channel/ts`. */
export function placeAt(address: string): Place | undefined {
  const [, channel, ts] = address.split('/');
  return channel && ts ? { channel, ts } : undefined;
}

/** What a window carries from the message that it was opened from to what is sent from it; nothing that anybody answered. */
export interface Carried {
  readonly about: string;
  readonly responseUrl?: string | undefined;
  readonly message?: Place | 'fleeting' | undefined;
}

export function carry(about: string, { responseUrl, message }: Scene): string {
  const carried: Carried = { about, responseUrl, message };
  return JSON.stringify(carried);
}

/** Undefined for what we did not write. */
export function carriedFrom(metadata: string | undefined): Carried | undefined {
  const carried = parsed(metadata);
  const about = at(carried, 'about');
  if (typeof about !== 'string') return undefined;
  return { about, responseUrl: textAt(carried, 'responseUrl'), message: messageOf(carried) };
}

function messageOf(carried: unknown): Place | 'fleeting' | undefined {
  if (at(carried, 'message') === 'fleeting') return 'fleeting';
  const channel = textAt(carried, 'message', 'channel');
  const ts = textAt(carried, 'message', 'ts');
  return channel && ts ? { channel, ts } : undefined;
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
