/** What the audit looks at: the raw facts of a store that may be in use, read and never written. */
import type { RoundState } from '../campaign/round.ts';
import type { Digest } from '../digest/digest.ts';
import type { Access, Interview, Leaver, Wave } from '../exit/leaver.ts';
import type { AuditStore } from './audit.ts';
import type { CampaignStore, OrgStore, ResultStore, RoundStore } from './store.ts';

export interface Inspection {
  /** All of one moment. Throws an Error that says what to do if the tables are those of another version. */
  facts(): Promise<StoreFacts>;
  /** What lies beneath the tables: files and settings. `counted`: rounds of which nothing may be left. */
  storage(counted: readonly CountedFacts[]): Promise<StorageFacts>;
  /** The digests of a round. */
  digests(round: string): Promise<Digest[]>;
  readonly rounds: Pick<RoundStore, 'list' | 'get'>;
  readonly results: Pick<ResultStore, 'result' | 'ledger'>;
  readonly org: Pick<OrgStore, 'membersChanged'>;
  readonly campaigns: Pick<CampaignStore, 'list'>;
  readonly audit: Pick<AuditStore, 'verify'>;
  close(): Promise<void>;
}

export interface StoreFacts {
  /** Table to its columns, in alphabetical order: as this version makes them, and as they are. */
  readonly known: ReadonlyMap<string, readonly string[]>;
  readonly found: ReadonlyMap<string, readonly string[]>;
  /** Triggers, views and rules, such as `trigger copy_it`. This version has none. */
  readonly extras: readonly string[];
  readonly rounds: readonly RoundFacts[];
  /** Rows of a round's tables: table to round id to their number. */
  readonly rows: ReadonlyMap<RoundTable, ReadonlyMap<string, number>>;
  /** Rows of every known table. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly envelopes: readonly EnvelopeFacts[];
  /** Round id to envelopes in it of people who were not asked. */
  readonly uninvited: ReadonlyMap<string, number>;
  readonly messages: readonly MessageFacts[];
  readonly leavers: readonly LeaverMarks[];
  readonly kept: readonly KeptFacts[];
  /** Where the audit log says that it ends; absent: nothing was ever written. */
  readonly auditEnd?: { readonly entries: number; readonly hash: string };
}

/** `question` and `digest` are the deliveries of that kind. */
export type RoundTable =
  | 'envelope'
  | 'question'
  | 'digest delivery'
  | 'pool'
  | 'comment'
  | 'carried'
  | 'digest'
  | 'ledger';

export interface RoundFacts {
  readonly id: string;
  readonly campaign: string;
  readonly state: RoundState;
  readonly floor: number;
  readonly publicKey: Uint8Array;
  readonly questions: readonly string[];
}

/** The envelopes to one question: how many different lengths they have. */
export interface EnvelopeFacts {
  readonly round: string;
  readonly question: string;
  readonly lengths: number;
}

/** The local chat's question messages of a round: how many, of how many people, and how many differ. */
export interface MessageFacts {
  readonly round: string;
  readonly messages: number;
  readonly people: number;
  readonly different: number;
}

/** A leaver without name and person. */
export interface LeaverMarks {
  readonly id: string;
  readonly state: Leaver['state'];
  readonly access?: Access;
  readonly door?: Interview;
  readonly later?: Interview;
  readonly round?: string;
  readonly laterRound?: string;
}

/** That a draft or a record is there. */
export interface KeptFacts {
  readonly what: 'draft' | 'record';
  readonly leaver: string;
  readonly wave: Wave;
}

/** A round whose envelopes and deliveries are gone, and what they would have been found by. */
export interface CountedFacts {
  readonly id: string;
  readonly questions: readonly string[];
}

export type StorageFacts =
  | {
      readonly kind: 'sqlite';
      readonly file: string;
      readonly freePages: number;
      /** Of these, how many are not overwritten with zeros. */
      readonly readablePages: number;
      readonly walBytes: number;
      /** Round id to places in the files where the key of one of its rows can still be read. */
      readonly traces: ReadonlyMap<string, number>;
      /** How many of the rounds were looked for: the newest. */
      readonly searched: number;
    }
  | {
      readonly kind: 'postgres';
      /** Columns, such as `envelope.person`, of which the planner keeps sample values. */
      readonly remembered: readonly string[];
      /** Setting to its value, as far as it may be read. */
      readonly settings: ReadonlyMap<string, string>;
      /** Replication slots that nobody reads. */
      readonly idleSlots: number;
    };
