/** What there are words for in what follows from a digest: told to the team, and to HR once a week. */

export interface LoopCopy {
  /** Buttons. */
  tell: string;
  /** `number`: which comment of those shown, from 1. */
  answer(number: number): string;
  answerHr(number: number): string;
  /** Under a comment. */
  answered(date: string): string;
  form: {
    tellTitle: string;
    tellIntro(unit: string): string;
    answerTitle: string;
    /** The comment stands last. */
    answerIntro(unit: string, comment: string): string;
    answerHrIntro(comment: string): string;
    text: string;
    hint: string;
    submit: string;
    /** `said` is a whole sentence on the driver, `action` another on what is to be done. */
    draft(said: string, action: string): string;
    empty: string;
    tooLong(bytes: number): string;
  };
  /** To whoever posts. Never how many it goes to: that would tell who wants no messages. */
  posted(unit: string): string;
  postedHr: string;
  already(date: string): string;
  notDecided: string;
  noComment: string;
  notYours: string;
  /** What the team reads. */
  done(unit: string): string;
  about(unit: string): string;
  aboutHr: string;
  wrote(name: string, unit: string, date: string): string;
  wroteHr(name: string, date: string): string;
  promise: string;
  /** Below HR's weekly digest. */
  week: {
    title: string;
    withheld(units: number, all: number, floor: number): string;
    allOwn: string;
    acted(percent: string, suggested: number, weeks: number): string;
    others(notNow: number, open: number): string;
    unreachable(people: number): string;
    noAccount(names: string): string;
    moreNames(count: number): string;
    exits(announced: number, ahead: number): string;
    release: string;
    mirrorOpen(name: string, until: string): string;
    mirrorDone(name: string): string;
  };
}
