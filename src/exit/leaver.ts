/** Somebody who leaves: what HR announced, and how far their interview has come. */

/** How it ends, as HR knows it; the leaver's own word on it is an answer, and stands nowhere near this. */
export const LEAVING_KINDS = [
  'resigned',
  'agreed',
  'retired',
  'contract-ended',
  'job-cut',
  'dismissed',
  'other',
] as const;
export type LeavingKind = (typeof LEAVING_KINDS)[number];

/** At the door: before the last day. Later: the second wave, months after it. */
export type Wave = 'door' | 'later';

/** Who reads it: HR by name, or nobody but as a part of a pool of leavers. Never looser than it was chosen. */
export type Access = 'named' | 'pooled';

/**
 * `open`: chosen and begun, a draft may be there. `pooled`: sealed into a release. `named`: HR may read it. `declined`:
 * "rather not", or erased. Absent: nothing chosen yet. Once the release is counted only `named` is left of it, so that
 * nothing kept says who took part.
 */
export type Interview = 'open' | 'pooled' | 'named' | 'declined';

/** What HR says of a leaver, and may correct. */
export interface LeaverFacts {
  /** `YYYY-MM-DD`, the last day of work. */
  readonly lastDay: string;
  readonly kind?: LeavingKind;
  /** HR would have kept them. */
  readonly regretted?: boolean;
  readonly jobFamily?: string;
}

export interface Leaver extends LeaverFacts {
  /** Random; says nothing about the person. */
  readonly id: string;
  readonly person: string;
  /** As of the announcement: leavers fall out of the people file. */
  readonly name: string;
  /** The unit in which their ballots count, frozen when they were announced. */
  readonly unit: string;
  /** First day of work, where the people file had it. */
  readonly startDate?: string;
  /** Language tag and zone, as of the announcement. */
  readonly locale?: string;
  readonly timezone?: string;
  readonly announcedAt: Date;
  /** `over`: the last day has passed. */
  readonly state: 'announced' | 'withdrawn' | 'over';
  /** What was chosen; absent before the choice, and wiped with the rest at the release. */
  readonly access?: Access;
  readonly door?: Interview;
  readonly later?: Interview;
  /** The releases that their ballots wait for, once planned. */
  readonly round?: string;
  readonly laterRound?: string;
}

/** Campaign ids of the rounds that releases are. No campaign of a programme may have them. */
export const RELEASES = { door: 'exit', later: 'exit-later' } as const;

export function isRelease({ campaign }: { readonly campaign: string }): boolean {
  return campaign === RELEASES.door || campaign === RELEASES.later;
}

/** Which wave a release's round is of. */
export function waveOf({ campaign }: { readonly campaign: string }): Wave {
  return campaign === RELEASES.later ? 'later' : 'door';
}
