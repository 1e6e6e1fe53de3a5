/** What there are words for where HR works: the panel, the form of a campaign, what was withheld. */
import type { Cadence } from '../campaign/cadence.ts';

export interface AdminCopy {
  title: string;
  campaigns: string;
  none: string;
  every: Readonly<Record<Cadence['every'], string>>;
  cadence(every: string, opens: string, closes: string): string;
  audience(units: string, people: number): string;
  everybody(people: number): string;
  next(when: string): string;
  ended: string;
  written: string;
  rounds: string;
  noRounds: string;
  round(name: string, until: string): string;
  people(people: number): string;
  more(count: number): string;
  /** Buttons. */
  newCampaign: string;
  edit: string;
  preview: string;
  end: string;
  resume: string;
  open: string;
  close: string;
  cancel: string;
  closeNow: string;
  cancelNow: string;
  keep: string;
  withheld: string;
  import: string;
  back: string;
  /** Asked again. */
  closeSure(name: string, until: string): string;
  closeNote: string;
  cancelSure(name: string, until: string): string;
  cancelNote: string;
  /** Done. */
  opening(name: string): string;
  closing(name: string): string;
  cancelling(name: string): string;
  hasEnded(name: string): string;
  goesOn(name: string): string;
  importing: string;
  saved(name: string): string;
  first(when: string): string;
  nextRounds: string;
  /** Why not. */
  noSuchRound: string;
  notOpen(name: string): string;
  noSuchCampaign: string;
  isWritten(name: string): string;
  isEnded(name: string): string;
  noWindow(name: string, when: string): string;
  alreadyOpen(name: string, until: string): string;
  hadRound(name: string, when: string): string;
  nobody(name: string): string;
  noHour(name: string, when: string): string;
}

export interface CampaignCopy {
  newTitle: string;
  editTitle: string;
  intro: string;
  editIntro: string;
  name: string;
  nameHint: string;
  questions: string;
  questionsHint: string;
  ready: string;
  perRound: string;
  number(n: number): string;
  comment: string;
  withComment: string;
  withoutComment: string;
  every: string;
  opensDay: string;
  opensTime: string;
  closesDay: string;
  closesTime: string;
  timeHint(zone: string): string;
  askAt: string;
  askAtHint: string;
  reminders: string;
  reminderCount(n: number): string;
  audience: string;
  audienceHint: string;
  someUnits(shown: number): string;
  unit(name: string, people: number): string;
  gone(id: string): string;
  floor: string;
  floorHint(least: number): string;
  starts: string;
  startsHint: string;
  submit: string;
  nameMissing: string;
  nameTooLong(most: number): string;
  noQuestions: string;
  notOffered: string;
  badTime: string;
  badAskAt: string;
  tooFewPeople(people: number, floor: number): string;
  badFloor(least: number, most: number): string;
  badDay: string;
  pastDay: string;
}

export interface WithheldCopy {
  title: string;
  why(floor: number): string;
  none: string;
  round(name: string, date: string): string;
  elsewhere(unit: string, drivers: string, above: string): string;
  nowhere(unit: string, drivers: string): string;
  allOwn: string;
  comments(units: string): string;
  noComments: string;
  commentsForHr: string;
  commentRule(answers: number, commenters: number): string;
  more(count: number): string;
}
