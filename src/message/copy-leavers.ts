/** What there are words for where HR announces leavers and reads what they gave to HR. */
import type { AnnouncementFault } from '../exit/announcement.ts';
import type { LeavingKind } from '../exit/leaver.ts';

/** Faults of a list do not happen to whoever fills in a form. */
export type SaidFault = Exclude<AnnouncementFault, 'faulty' | 'twice'>;

/** Days come ready to print. */
export interface LeaversCopy {
  title: string;
  /** Why nothing here says who has answered. */
  intro: string;
  none: string;
  leaver(name: string, unit: string, lastDay: string): string;
  /** What is next, the same whatever they chose. */
  willBeAsked(day: string): string;
  soon: string;
  asked: string;
  late: string;
  unreachable: string;
  over: string;
  named: string;
  /** Buttons. */
  open: string;
  announce: string;
  edit: string;
  withdraw: string;
  withdrawNow: string;
  keep: string;
  read: string;
  report: string;
  value: string;
  back: string;
  previous: string;
  next(page: number, pages: number): string;
  /** Asked again. */
  withdrawSure(name: string, lastDay: string): string;
  withdrawNote: string;
  /** Done. */
  announced(name: string, lastDay: string): string;
  corrected(name: string, lastDay: string): string;
  unchanged(name: string, lastDay: string): string;
  withdrawn(name: string): string;
  alreadyWithdrawn: string;
  /** After an announcement: nothing goes out at once. */
  grace(hours: number): string;
  /** Why not. */
  gone: string;
  notNamed: string;
  cantOpen: string;
  unclear: string;
  howTo: string;
  faults: Readonly<Record<SaidFault, string>>;
  /** In the place of the message that asked the leaver. */
  withdrawnToThem: string;
  /** On the leaver's own page. */
  yourExit: string;
  yourExitButton: string;
  form: {
    newTitle: string;
    editTitle: string;
    intro: string;
    editIntro(name: string): string;
    person: string;
    personHint: string;
    typedHint: string;
    lastDay: string;
    dayHint: string;
    kind: string;
    kinds: Readonly<Record<LeavingKind, string>>;
    notSaid: string;
    regretted: string;
    regrettedHint: string;
    yes: string;
    no: string;
    jobFamily: string;
    jobFamilyHint: string;
    submit: string;
  };
  interview: {
    title(name: string): string;
    /** Each reading is on record. */
    promise: string;
    door(answer: string): string;
    later(answer: string): string;
    words: { door: string; later: string };
    nothing: string;
  };
}
