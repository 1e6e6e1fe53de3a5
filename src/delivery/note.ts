/** What a reader of a digest tells the team that it is about, in their own words and under their name. */

export interface Note {
  /** Random. Its deliveries carry it in the place of a round. */
  readonly id: string;
  /** The digest that it follows from: its round, the unit, and whose it is. */
  readonly round: string;
  readonly unit: string;
  /** Person id. */
  readonly reader: string;
  /** The comment that it answers; absent: it is about the action that was decided on. */
  readonly comment?: AnsweredComment;
  readonly text: string;
  readonly at: Date;
}

export interface AnsweredComment {
  /** Where it stands in the reader's digest of the unit, from 0. */
  readonly place: number;
  /** As it was published: scrubbed. */
  readonly text: string;
  /** It was written for HR only, so what answers it is read by HR only. */
  readonly hr: boolean;
}

/** In bytes of UTF-8: with the comment that it quotes, what any platform takes in one message. */
export const NOTE_LIMIT = 1900;
