/** What the local web chat needs from whoever starts it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hono } from 'hono';
import type { SignInStore } from '../../src/ports/sign-in.ts';
import type { MessageStore } from '../../src/ports/store.ts';
import type { Resident, Step } from './wire.ts';

export interface WebOptions {
  /** A loopback address or name; anything else is refused, unless people sign in. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly messages: MessageStore;
  /** Whom the page can switch to. */
  readonly directory: () => Promise<readonly Resident[]>;
  readonly about: {
    readonly organisation: string;
    readonly demonstration: boolean;
    /** The person to show first. */
    readonly first?: string;
  };
  readonly clock: WebClock;
  /** Absent: the page asks nobody who they are, and shows everybody to whoever is at this machine. */
  readonly signIn?: SignIn;
  /** Further routes, such as health and metrics; they answer whoever reaches the port. */
  readonly also?: Hono;
  /** Where other processes send messages: how often to look for them, in seconds. */
  readonly watch?: number;
  /** Told what went wrong inside, for the log. Never given a request's body. */
  readonly failed?: (what: string, error: unknown) => void;
}

export interface SignIn {
  /** Where people reach the page: an origin, such as `https://soundings.example.org`. */
  readonly site: string;
  readonly sessions: SignInStore;
  /** Somebody of the organisation, as it is now. */
  readonly person: (
    id: string,
  ) => Promise<{ readonly name: string; readonly locale: string } | undefined>;
  /** Milliseconds, for what is counted by the minute. */
  readonly now?: () => number;
}

/** Another page at this address, which guards itself: an exact path, or all below one that ends with `/`. */
export interface Beside {
  readonly path: string;
  readonly requests: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface WebClock {
  now(): Date;
  /** Where the clock may be moved: what happens next, and when. */
  readonly next?: () => Promise<{ readonly at: Date; readonly what: Step } | undefined>;
  /** Moves the clock there and does what is due before it resolves. */
  readonly skip?: () => Promise<void>;
}
