/** A digest: what one reader is told about one round, as facts; copy.ts turns them into sentences. */
import type { Figure } from '../anonymity/figure.ts';
import type { Participation } from '../anonymity/participation.ts';
import type { Backing } from './backing.ts';
import type { Drift } from './drift.ts';

export interface Digest {
  readonly round: string;
  /** Person id. */
  readonly reader: string;
  /** The units that they lead, or the root for HR. */
  readonly units: readonly UnitDigest[];
  /** HR only: what the root could not place and therefore burned uncounted, in ballots. */
  readonly uncounted?: number;
}

export interface UnitDigest extends OverTime {
  readonly unit: string;
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly participation?: Participation;
  readonly comments: readonly string[];
  /** Drivers that several of these comments touch, the most touched first. Absent in older digests. */
  readonly themes?: readonly string[];
  /** One thing to do; absent where the unit has no figure of its own about a driver in stock. */
  readonly suggestion?: Suggestion;
  /** What became of the last one. */
  readonly earlier?: Decided;
}

/** What only several rounds show together. */
export interface OverTime {
  /** How its answers have moved slowly; absent where they haven't, or its members have changed too little to say. */
  readonly drift?: Drifting;
  readonly engagement?: Engagement;
  /** The root only. */
  readonly beside?: Beside;
}

/** `rounds`: those whose published figures this follows from. */
export interface Drifting extends Drift {
  readonly rounds: readonly string[];
}

export interface Engagement {
  /** 0 to 100. */
  readonly index: number;
  readonly drivers: readonly string[];
  /** When the first of `rounds` opened. */
  readonly since: string;
  readonly rounds: readonly string[];
}

/** The drivers that are clearly higher or lower than the public benchmark, the farthest first. */
export interface Beside {
  readonly higher: readonly string[];
  readonly lower: readonly string[];
  readonly since: string;
  readonly rounds: readonly string[];
}

export interface Suggestion {
  /** The weakest one, as far as its published figures say. */
  readonly driver: string;
  /** Id of the stock action. */
  readonly action: string;
}

export type Choice = 'will-do' | 'not-now';

/** What a reader of the unit's digest decided on what was suggested in `round`. */
export interface Decided {
  readonly action: string;
  readonly choice: Choice;
  readonly round: string;
  readonly since: string;
}

/** What is said about one question. */
export interface Statement {
  readonly question: string;
  /** The unit whose figure it is: this one, or its nearest ancestor that has enough; absent where not even the root has. */
  readonly from?: { readonly unit: string; readonly name: string };
  readonly figure?: Figure;
  /** How much stands behind a figure of the unit's own. */
  readonly backing?: Backing;
  /** The unit above, for comparison, where it has a figure of its own. */
  readonly above?: { readonly unit: string; readonly name: string; readonly figure: Figure };
  readonly change: Change;
}

export type Change =
  /** Not asked before, or not of these units. */
  | { readonly kind: 'first' }
  | { readonly kind: 'none'; readonly since: string }
  /** The members changed by 1 to k-1 people: the comparison starts again. */
  | { readonly kind: 'restarted'; readonly since: string }
  | { readonly kind: 'clear'; readonly since: string; readonly direction: 'up' | 'down' };
