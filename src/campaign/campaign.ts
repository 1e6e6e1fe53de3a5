/** A campaign: which questions, asked of whom, how often. */
import type { Question } from '../survey/question.ts';
import type { Cadence } from './cadence.ts';

export interface Campaign {
  /** 1 to 40 of a-z, 0-9, `-`. */
  readonly id: string;
  readonly name: string;
  readonly cadence: Cadence;
  /** The scored questions that take turns, driver by driver. */
  readonly questions: readonly Question[];
  /** How many of them a round asks: 1 to 3. */
  readonly perRound: number;
  /** A free-text question asked in every round, if any. */
  readonly comment?: Question;
  /** Units asked, with everything below them; empty means everyone. */
  readonly audience: readonly string[];
  /** Local time of the person at which they are asked, `HH:MM`. */
  readonly askAt: string;
  /** If given, people are spread over the minutes from `askAt` to this time. */
  readonly askUntil?: string;
  /** Most reminders in a round: 0 to 2. Absent: none. */
  readonly reminders?: number;
  /** No round is opened any more; those that are open run to their end. */
  readonly ended?: true;
  /** It has one round, and is ended when that is open. */
  readonly once?: true;
  /** Fewest ballots in a pool (k); 3 or more. */
  readonly floor: number;
}
