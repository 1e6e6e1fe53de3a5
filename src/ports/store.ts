/** Where things are kept. The store is the truth; the queue only wakes us up. */

import type { LedgerEntry } from '../anonymity/ledger.ts';
import type { Ballot } from '../ballot/count.ts';
import type { Pool } from '../ballot/pools.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Round, RoundState } from '../campaign/round.ts';
import type { Pings } from '../delivery/budget.ts';
import type { Delivery, DeliveryKind, DeliveryState, Planned } from '../delivery/delivery.ts';
import type { Digest } from '../digest/digest.ts';
import type { Message } from '../message/message.ts';
import type { Account, AccountKey, AccountMarking, Listed, Platform } from '../org/account.ts';
import type { Organisation, Person } from '../org/person.ts';
import type { Preference } from '../org/preference.ts';
import type { AuditStore } from './audit.ts';
import type { LeaverStore } from './leavers.ts';
import type { NoteStore } from './notes.ts';
import type { Sealed } from './sealed.ts';
import type { SignInStore } from './sign-in.ts';

export interface Store {
  readonly org: OrgStore;
  readonly rounds: RoundStore;
  readonly deliveries: DeliveryStore;
  readonly box: BallotBox;
  readonly results: ResultStore;
  readonly messages: MessageStore;
  readonly accounts: AccountStore;
  readonly campaigns: CampaignStore;
  readonly decisions: DecisionStore;
  readonly notes: NoteStore;
  readonly installations: InstallationStore;
  readonly leavers: LeaverStore;
  readonly audit: AuditStore;
  readonly signIn: SignInStore;
  close(): Promise<void>;
}

export interface OrgStore {
  /** The active people and all units, as of the last import; empty before the first. */
  load(): Promise<Organisation>;
  /** One active person. */
  person(id: string): Promise<Person | undefined>;
  /** In which language to write to somebody: as they chose, else as they are listed, else as their account speaks. */
  locale(person: string): Promise<string | undefined>;
  /** Replaces the organisation in one transaction: adds, updates, moves, and deactivates who is not listed. */
  replace(org: Organisation, now: Date): Promise<ImportSummary>;
  /** How many people were members of these units at `a` or at `b`, but not at both. Managers count in their home unit. */
  membersChanged(units: readonly string[], a: Date, b: Date): Promise<number>;
  /** What a person has set; defaults where they have set nothing. */
  preference(person: string): Promise<Preference>;
  prefer(person: string, preference: Preference): Promise<void>;
  /** Preferences of everybody who has set any. */
  preferences(): Promise<ReadonlyMap<string, Preference>>;
}

export interface ImportSummary {
  readonly added: number;
  readonly moved: number;
  readonly updated: number;
  readonly deactivated: number;
}

export interface RoundStore {
  /** Creates the round and all its deliveries, or, where the campaign has a round of that number, nothing (false). */
  open(round: Round, deliveries: readonly Planned[]): Promise<boolean>;
  get(id: string): Promise<Round | undefined>;
  /** Newest first. */
  list(query: {
    campaign?: string;
    states?: readonly RoundState[];
    limit?: number;
  }): Promise<Round[]>;
  /** Compare and set: true if the round was in `from` and is now in `to`. */
  move(id: string, from: RoundState, to: RoundState): Promise<boolean>;
}

export interface DeliveryStore {
  get(id: string): Promise<Delivery | undefined>;
  /** With a message due at `now`: planned, sent and to be reminded, or claimed under a lease that has run out. */
  due(now: Date, limit: number): Promise<Delivery[]>;
  /**
   * Compare and set: the delivery as it is claimed, for exactly one caller until `leaseUntil` has passed, and only if a
   * message is due; else undefined. Durable when it resolves.
   */
  claim(id: string, now: Date, leaseUntil: Date): Promise<Delivery | undefined>;
  /**
   * Whether a claim still stands: nobody has claimed or marked the delivery since, and if it is a question its round is
   * open.
   */
  holds(id: string, leaseUntil: Date): Promise<boolean>;
  /** Ends a claim, or changes a delivery. Durable when it resolves. */
  mark(id: string, state: DeliveryState, change?: Marking): Promise<void>;
  /** The question delivery of a person in a round; undefined once the round is counted. */
  of(round: string, person: string): Promise<Delivery | undefined>;
  /** What a person was sent after `since`, as far as the attention budget counts it. */
  pings(person: string, since: Date): Promise<Pings>;
  /** When the next planned delivery is due; undefined if there is none. */
  nextDue(): Promise<Date | undefined>;
}

/** That a person was written to about a campaign. */
export interface Contact {
  readonly person: string;
  readonly campaign: string;
  readonly at: Date;
  readonly reminder: boolean;
}

export interface Marking {
  /** The new state is taken only from this one; all else is marked anyway. */
  readonly from?: DeliveryState;
  /** One more message was sent, at this address where the platform told it. */
  readonly sent?: { readonly address?: string };
  /** The try did not count: nothing was posted. */
  readonly again?: true;
  /** When the next message is due; null: none is. Absent: as it was, or none if one was sent. */
  readonly sendAt?: Date | null;
  /** Kept for the attention budget after the round's deliveries are gone. */
  readonly contact?: Contact;
}

export interface BallotBox {
  /**
   * Stores the envelopes of one person and round, all or none, each replacing the one before it. `closed` (and nothing
   * stored) if the round is not open or past its close at `now`, `not-asked` if the person was not asked in it.
   * Durable when it resolves.
   */
  put(envelopes: readonly Sealed[], now: Date): Promise<'sealed' | 'closed' | 'not-asked'>;
  /** Which questions a person has sealed answers to. */
  sealed(round: string, person: string): Promise<ReadonlySet<string>>;
  /** How many envelopes a round holds. */
  size(round: string): Promise<number>;
  /** All envelopes of a round, in batches, without names; memory stays bounded. */
  ballots(round: string): AsyncIterable<readonly Ballot[]>;
}

/** Comments that may be read together: those of `unit`'s pool, or of HR's (`hr: true`), already scrubbed and shuffled. */
export interface ReleasedComments {
  readonly question: string;
  readonly unit: string;
  readonly hr: boolean;
  readonly texts: readonly string[];
}

export interface CountedRound {
  /** Question id to its pools. */
  readonly pools: ReadonlyMap<string, readonly Pool[]>;
  readonly comments: readonly ReleasedComments[];
  /** Ballots (answers to one question) opened, and how many of them no pool could take. */
  readonly ballots: number;
  readonly uncounted: number;
}

/** What no pool of a release could take, in one envelope for the next. */
export interface Carry {
  /** The open round that it goes into. */
  readonly into: string;
  readonly sealed: Uint8Array;
}

export interface ResultStore {
  /**
   * Count and burn, in one transaction: stores the result, deletes every envelope and question delivery of the round,
   * what was carried into it, and, of a release, its leavers' drafts, choices and who took part (all but `named`), and
   * moves it from `closing` to `counted`. With `carry` what no pool could take is kept for another round. False if it was
   * not `closing` (someone else has counted it).
   */
  record(round: string, result: CountedRound, carry?: Carry): Promise<boolean>;
  /** What was carried into this round: opened with its key. */
  carried(round: string): Promise<readonly Uint8Array[]>;
  /** Moves a round from `open` to `cancelled` and deletes its envelopes and question deliveries, in one transaction. */
  discard(round: string): Promise<void>;
  /** The result of a counted round. */
  result(round: string): Promise<CountedRound | undefined>;
  /** Removes what deleted rows left in the files. */
  clean(): Promise<void>;
  /**
   * Stores digests, the ledger of what is in them, and their deliveries, and moves the round from `burned` to
   * `published`, in one transaction. False, and nothing stored, if it was not `burned`.
   */
  publish(
    round: string,
    digests: readonly Digest[],
    ledger: readonly LedgerEntry[],
    deliveries: readonly Planned[],
  ): Promise<boolean>;
  /** Adds to the ledger of a published round what somebody is told of it later. Durable when it resolves. */
  tell(round: string, ledger: readonly LedgerEntry[]): Promise<void>;
  digest(round: string, reader: string): Promise<Digest | undefined>;
  /** Those of all readers. */
  digests(round: string): Promise<Digest[]>;
  /** Everything that left the system for a round. */
  ledger(round: string): Promise<LedgerEntry[]>;
}

/** Messages of the local web chat, which is its own platform. */
export interface StoredMessage {
  readonly id: string;
  readonly person: string;
  readonly round: string;
  readonly kind: DeliveryKind;
  readonly at: Date;
  readonly message: Message;
}

export interface MessageStore {
  /** Adds a message; one with the same id is left as it is. */
  add(message: StoredMessage): Promise<void>;
  get(id: string): Promise<StoredMessage | undefined>;
  /** Oldest first. */
  of(person: string): Promise<StoredMessage[]>;
  replace(id: string, message: Message): Promise<void>;
  /** When the newest message was sent. */
  latest(): Promise<Date | undefined>;
  /** Replaces every person's first question message of a round, and removes the others: reminders. */
  settle(round: string, closed: (person: string) => Message): Promise<void>;
}

export interface AccountStore {
  /** The account that somebody clicked with. */
  get(key: AccountKey): Promise<Account | undefined>;
  /** A person's accounts, by platform name. */
  of(person: string): Promise<Account[]>;
  /** All accounts of a platform, by user. */
  list(platform: Platform): Promise<Account[]>;
  /**
   * Adds accounts, or updates what the platform says of them (`name`, `email`, `timezone`, `locale`, `active`). `place`,
   * `reachable` and `greeted` of a known account stay as they are.
   */
  put(accounts: readonly Listed[]): Promise<void>;
  /** Changes what only we know of a known account; an unknown one is left unknown. */
  mark(key: AccountKey, marking: AccountMarking): Promise<void>;
  /** True for exactly one caller, for good: who may greet. */
  greet(key: AccountKey): Promise<boolean>;
  /** Says whose accounts these are; null: nobody's. Accounts not named stay as they are. */
  link(
    people: readonly { readonly key: AccountKey; readonly person: string | null }[],
  ): Promise<void>;
  /** Removes all accounts of a workspace or tenant. */
  forget(platform: Platform, team: string): Promise<void>;
}

/** Campaigns made in chat; those of `soundings.yaml` are not here. */
export interface CampaignStore {
  /** In the order in which they were made. */
  list(): Promise<Campaign[]>;
  /** Adds a campaign, or replaces the one of this id. */
  put(campaign: Campaign, now: Date): Promise<void>;
}

/** What a reader of a digest decided on the action that it suggests. */
export interface Decision {
  readonly round: string;
  readonly unit: string;
  readonly reader: string;
  /** Id of the stock action. */
  readonly action: string;
  readonly choice: 'will-do' | 'not-now';
  readonly at: Date;
}

export interface DecisionStore {
  /** Adds a decision, or replaces the one of this reader, round and unit. */
  put(decision: Decision): Promise<void>;
  /** The newest decision on a unit at or before `until`. */
  last(unit: string, until: Date): Promise<Decision | undefined>;
  get(round: string, unit: string, reader: string): Promise<Decision | undefined>;
  /** All decisions on what the digests of these rounds suggested. */
  on(rounds: readonly string[]): Promise<Decision[]>;
}

/** What a platform gave us when an administrator installed the app: tokens, sealed by the adapter before they come here. */
export interface InstallationStore {
  put(platform: Platform, id: string, sealed: Uint8Array): Promise<void>;
  get(platform: Platform, id: string): Promise<Uint8Array | undefined>;
  list(platform: Platform): Promise<{ readonly id: string; readonly sealed: Uint8Array }[]>;
  drop(platform: Platform, id: string): Promise<void>;
}
