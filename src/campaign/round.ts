/** One asking of a campaign: opened, closed, counted, burned. What it was opened with stays in force to the end. */
import type { Question } from '../survey/question.ts';

/**
 * `open` takes ballots. `closing` takes none and waits for its count. `counted`: tallies are committed, envelopes and
 * participation deleted, the key and the files still to be cleaned. `burned`: nothing but tallies remains. `published`:
 * its digests are stored and planned for delivery.
 */
export type RoundState = 'open' | 'closing' | 'counted' | 'burned' | 'published' | 'cancelled';

/** A unit as it stood when the round opened. */
export interface RoundUnit {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly manager?: string;
  /** People of exactly this unit who were asked. */
  readonly invited: number;
}

export interface Round {
  /** Campaign and number, such as `pulse-12`. */
  readonly id: string;
  readonly campaign: string;
  /** Counts from 0. */
  readonly number: number;
  readonly state: RoundState;
  /** When it really opened: at its hour, or later if the program was not running then. */
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Zone in which its times are told. */
  readonly timezone: string;
  /** k, frozen. */
  readonly floor: number;
  readonly questions: readonly Question[];
  readonly units: readonly RoundUnit[];
  /** libsodium public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}
