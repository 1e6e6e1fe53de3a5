/** Where the page's sessions are kept, and the links that begin them: hashes only, and of when no more than it takes. */
import type { Session } from '../org/session.ts';

export interface SignInStore {
  /** Keeps a link; of one person the newest few. Durable when it resolves. */
  offer(link: {
    readonly hash: string;
    readonly person: string;
    readonly until: Date;
  }): Promise<void>;
  /** Whose link it is; undefined if there is none, or its time is over. Changes nothing: previews of links look, too. */
  offered(hash: string, now: Date): Promise<string | undefined>;
  /** Takes a link away and begins a session, for exactly one caller; undefined for all others. Durable when it resolves. */
  redeem(
    hash: string,
    session: Omit<Session, 'person'> & { readonly hash: string },
    now: Date,
  ): Promise<string | undefined>;
  /** One that is not over. */
  session(hash: string, now: Date): Promise<Session | undefined>;
  renew(hash: string, until: Date): Promise<void>;
  /** Durable when it resolves. */
  end(hash: string): Promise<void>;
  /** Ends all sessions of a person, and takes back their links. Durable when it resolves. */
  endAll(person: string): Promise<void>;
  /** Removes what is over. */
  clean(now: Date): Promise<void>;
}
