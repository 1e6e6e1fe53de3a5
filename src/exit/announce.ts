/** Announces, corrects and withdraws leavers, whoever says so: HR in chat, a file, an HR system. */
import type { Programme } from '../campaign/programme.ts';
import type { Ports } from '../ports/ports.ts';
import type { LeaverFacts } from './leaver.ts';

/** What somebody says of one leaver. `person` is an id or an e-mail. */
export type Announcement = { readonly person: string } & (
  | LeaverFacts
  | { readonly withdrawn: true }
);

/** Why an announcement can't be taken; nothing was changed. */
export type AnnouncementFault =
  | {
      readonly fault:
        | 'unknown-person'
        | 'last-day-past'
        | 'no-date'
        | 'unknown-kind'
        | 'not-announced'
        | 'over';
    }
  /** The same person twice in one list. */
  | { readonly fault: 'twice' };

export type Announced =
  /** How many of each; `late` are announced too late to be asked before their last day. */
  | {
      readonly announced: number;
      readonly corrected: number;
      readonly withdrawn: number;
      readonly late: number;
    }
  /** By index of the announcement. */
  | { readonly faults: ReadonlyMap<number, AnnouncementFault> };

export async function announce(
  _ports: Ports,
  _programme: Programme,
  _source: string,
  _announcements: readonly Announcement[],
  _now: Date,
): Promise<Announced> {
  throw new Error('not built yet');
}
