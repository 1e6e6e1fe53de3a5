/** Where notes are kept: what readers of digests tell the teams that these are about. */
import type { Planned } from '../delivery/delivery.ts';
import type { Note } from '../delivery/note.ts';

export interface NoteStore {
  /**
   * Adds a note with its deliveries, in one transaction. False, and nothing stored, if this reader has one on the same
   * decision or comment already. Durable when it resolves.
   */
  post(note: Note, deliveries: readonly Planned[]): Promise<boolean>;
  get(id: string): Promise<Note | undefined>;
  /** All that a reader has told about their digest of a round. */
  of(round: string, reader: string): Promise<Note[]>;
}
