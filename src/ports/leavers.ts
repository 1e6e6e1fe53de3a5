/** Where leavers and their interviews are kept: a part of the store. */
import type { Planned } from '../delivery/delivery.ts';
import type { Interview, Leaver, LeaverFacts, Wave } from '../exit/leaver.ts';
import type { Sealed } from './sealed.ts';

/** How an interview ends. */
export type Ending =
  /** As `BallotBox.put`. */
  | { readonly pooled: readonly Sealed[] }
  /** Sealed for whoever holds the leaver's key. */
  | { readonly named: Uint8Array }
  /** Nothing is kept. */
  | 'declined';

export interface LeaverStore {
  /** False, and nothing stored, if the person is announced already (state `announced`). */
  add(leaver: Leaver): Promise<boolean>;
  get(id: string): Promise<Leaver | undefined>;
  /** The newest of a person that is not withdrawn. */
  of(person: string): Promise<Leaver | undefined>;
  /** By last day, newest first. */
  list(query?: {
    readonly states?: readonly Leaver['state'][];
    /** Last days from this one on, `YYYY-MM-DD`. */
    readonly from?: string;
  }): Promise<Leaver[]>;
  /** Past leavers who have an interview that is open or named, or whose last day is from this one on, `YYYY-MM-DD`. */
  toTend(from: string): Promise<Leaver[]>;
  /** Replaces what HR says of a leaver; what is absent is unset. */
  correct(id: string, facts: LeaverFacts): Promise<void>;
  /**
   * Sets the releases, with the deliveries of both (one that is never to be sent has no `sendAt`); those of this person in
   * other releases are deleted, unless sealed already. Idempotent.
   */
  plan(
    id: string,
    rounds: { readonly round: string; readonly laterRound: string },
    deliveries: readonly PlannedLeaver[],
  ): Promise<void>;
  /** What was chosen, and that the interview is open; only from `from`, which `undefined` may be in. False: it was not. */
  choose(
    id: string,
    wave: Wave,
    access: 'named' | 'pooled',
    from: readonly (Interview | undefined)[],
  ): Promise<boolean>;
  /** The draft of an open interview, as it was kept. */
  draft(id: string, wave: Wave): Promise<Uint8Array | undefined>;
  /** Keeps a draft, in the place of the one before. False, and nothing kept, unless the interview is open. */
  keepDraft(id: string, wave: Wave, sealed: Uint8Array): Promise<boolean>;
  /**
   * Ends an interview in one transaction: keeps what `ending` says, deletes draft and earlier record, and notes it.
   * Only from `from`, and named only where that was chosen; `elsewhere` if it was not. `closed` and `not-asked` as `BallotBox.put`. Durable when it resolves.
   */
  finish(
    id: string,
    wave: Wave,
    ending: Ending,
    from: readonly (Interview | undefined)[],
    now: Date,
  ): Promise<'done' | 'closed' | 'not-asked' | 'elsewhere'>;
  /** A named interview. */
  record(id: string, wave: Wave): Promise<Uint8Array | undefined>;
  /** Erases named interviews and whether there were any. */
  forget(id: string): Promise<void>;
  /** Their last day has passed. */
  over(id: string): Promise<void>;
  /** Deletes draft, record, deliveries and envelopes, and leaves only that it was withdrawn. */
  withdraw(id: string): Promise<void>;
}

/** A delivery of a release. */
export type PlannedLeaver = Omit<Planned, 'sendAt'> & { readonly sendAt?: Date };
