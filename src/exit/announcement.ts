/** What somebody says of one leaver, and what may be wrong with it. */
import { shift } from '../campaign/cadence.ts';
import { isDate } from '../org/check-org.ts';
import { LEAVING_KINDS, type LeaverFacts, type LeavingKind } from './leaver.ts';

export type Announcement = {
  /** An id of the people file, or an e-mail in it. */
  readonly person: string;
  /** More is wrong with it than stands here, and whoever read it says what: nothing of the list is taken. */
  readonly faulty?: true;
} & (Said | { readonly withdrawn: true });

/** As it was given. What is absent stays as it was; null unsets it. */
export interface Said {
  readonly lastDay: string;
  readonly kind?: string | null;
  readonly regretted?: boolean | null;
  readonly jobFamily?: string | null;
}

/** Why an announcement can't be taken. */
export type AnnouncementFault =
  | 'unknown-person'
  | 'no-date'
  | 'last-day-past'
  | 'last-day-far'
  | 'unknown-kind'
  | 'job-family-long'
  /** Withdrawn, but never announced. */
  | 'not-announced'
  /** Withdrawn after the last day. */
  | 'over'
  /** The same person stands in the list already. */
  | 'twice'
  | 'faulty';

/** In characters. */
export const JOB_FAMILY_LIMIT = 60;
/** No notice is longer; a slip of the pen is. */
const FARTHEST_YEARS = 2;

/** What the words themselves have wrong, whoever they are about. `today` is the person's. */
export function* faultsIn(said: Said, today: string): Generator<AnnouncementFault> {
  const { lastDay, kind, jobFamily } = said;
  if (!isDate(lastDay)) yield 'no-date';
  else if (lastDay > shift(today, FARTHEST_YEARS * 366)) yield 'last-day-far';
  if (kind && !isKindOfLeaving(kind)) yield 'unknown-kind';
  if (jobFamily && [...jobFamily].length > JOB_FAMILY_LIMIT) yield 'job-family-long';
}

function isKindOfLeaving(kind: string): kind is LeavingKind {
  return LEAVING_KINDS.some((each) => each === kind);
}

/** What then holds of the leaver. */
export function factsFrom(said: Said, before?: LeaverFacts): LeaverFacts {
  const { lastDay, kind, regretted, jobFamily } = { ...before, ...withoutAbsent(said) };
  const family = jobFamily?.replace(/\s+/g, ' ').trim();
  return {
    lastDay,
    ...(kind && isKindOfLeaving(kind) && { kind }),
    ...(typeof regretted === 'boolean' && { regretted }),
    ...(family && { jobFamily: family }),
  };
}

function withoutAbsent(said: Said): Said {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as Said;
}

export function areSame(a: LeaverFacts, b: LeaverFacts): boolean {
  const keys = ['lastDay', 'kind', 'regretted', 'jobFamily'] as const;
  return keys.every((key) => a[key] === b[key]);
}

/** Names of columns and fields, as files and HR systems write them. */
export type AnnouncementField = 'person' | 'last_day' | 'kind' | 'regretted' | 'job_family';

/** In words for whoever keeps the file or the HR system. They name nobody. */
export const IN_WORDS: Readonly<
  Record<Exclude<AnnouncementFault, 'faulty'>, readonly [field: AnnouncementField, says: string]>
> = {
  'unknown-person': ['person', 'Nobody in the people file has this id or e-mail.'],
  'no-date': ['last_day', 'It must be a date such as 2026-12-31, or the word withdrawn.'],
  'last-day-past': ['last_day', 'This day is over: a leaver is announced before the last day.'],
  'last-day-far': ['last_day', `It lies more than ${FARTHEST_YEARS} years ahead.`],
  'unknown-kind': ['kind', `It must be one of ${LEAVING_KINDS.join(', ')}, or empty.`],
  'job-family-long': ['job_family', `It has more than ${JOB_FAMILY_LIMIT} characters.`],
  'not-announced': ['person', 'They were never announced, so there is nothing to withdraw.'],
  over: ['last_day', 'Their last day is over, so it can’t be withdrawn any more.'],
  twice: ['person', 'They stand in the list already: one entry for each person.'],
};
