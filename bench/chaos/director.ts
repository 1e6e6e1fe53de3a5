/** What a run is given, what it holds while it runs, and what it leaves to be judged. */
import type { Store } from '../../src/ports/store.ts';
import type { Audit } from './audit.ts';
import type { Crew } from './crew.ts';
import type { People } from './people.ts';
import type { Platform } from './platform.ts';
import type { Database, RedisServer } from './servers.ts';

export interface RunSettings {
  readonly name: string;
  readonly people: number;
  readonly rounds: number;
  readonly canFind: boolean;
  readonly seed: number;
  /** Sends a second. */
  readonly pace: number;
  /** Random kills while questions, reminders and digests are sent. */
  readonly kills: { readonly asking: number; readonly reminding: number; readonly telling: number };
  /** Milliseconds between two of them, about. */
  readonly between: number;
  /** For each round: steps of opening, answering, closing at which a process is killed, and how often each. */
  readonly steps: readonly Readonly<Record<string, number>>[];
  /** How often each of these happens while the questions of a round are sent. */
  readonly wipes: number;
  readonly terminations: number;
  readonly restarts: number;
  /** Milliseconds that the rest may take once the killing has ended. */
  readonly patience: number;
}

/** What a run leaves to be judged. */
export interface Ran {
  readonly settings: RunSettings;
  readonly store: Store;
  readonly audit: Audit;
  readonly platform: Platform;
  readonly people: People;
  readonly crew: Crew;
  /** Delivery ids of those who were silent when the time of the reminder came. */
  readonly silent: ReadonlySet<string>;
  /** Where a process was killed at a step, with the state of the round then. */
  readonly steps: readonly { readonly step: string; readonly state: string }[];
  readonly events: { wipes: number; terminations: number; restarts: number };
  readonly seconds: number;
}

export interface Director extends Omit<Ran, 'seconds' | 'silent' | 'steps'> {
  readonly database: Database;
  readonly redis: RedisServer;
  readonly prefix: string;
  readonly clock: string;
  readonly silent: Set<string>;
  /** Steps at which somebody is still to die. */
  readonly wanted: Map<string, number>;
  readonly steps: { step: string; state: string }[];
  readonly log: (line: string) => void;
}
