/** What there are words for in what released exits say, the mirror, and what drives people here. */

export interface ReleaseCopy {
  /** To whoever may read it: a release is there. */
  ready(date: string): string;
  readyNote: string;
  open: string;
  /** The report. `part` is a unit's name; percentages are ready to print. */
  title(part: string): string;
  basis(date: string): string;
  none: string;
  nothing(part: string, floor: number): string;
  notYours: string;
  rules(numbers: number, floor: number): string;
  waits: string;
  why: string;
  came: string;
  kept: string;
  offers: string;
  lookingBack: string;
  /** Above what was said in both waves. */
  later: string;
  door: string;
  monthsLater: string;
  families: string;
  inWords: string;
  wordsRule(answers: number, commenters: number): string;
  mostOften(list: string): string;
  noneStandsOut: string;
  oftenBetter(list: string): string;
  noneBetter: string;
  /** The options that are not drawn. */
  others(percent: string): string;
  atLeast(answers: number): string;
  benchmark(people: string, source: string): string;
  morePeople: string;
  /** The page on what holds people and what draws them away. */
  valueTitle(part: string): string;
  valueIntro: string;
  drives: string;
  drivesNone: string;
  stays: string;
  staysNone: string;
  leaves: string;
  leavesNone: string;
  exposure: string;
  exposureNone: string;
  exposureFew(numbers: number): string;
  /** Who would take it, who perhaps, who not. */
  wouldGo(would: string, perhaps: string, not: string): string;
  exposed(part: string, percent: string, from: string, to: string): string;
  /** HR's own numbers. */
  turnover: string;
  rate(percent: string, months: number): string;
  count(leavers: number, months: number): string;
  noRate: Readonly<Record<'few-heads' | 'short-period' | 'few-leavers' | 'no-records', string>>;
  firstYear(percent: string): string;
  regretted(percent: string): string;
  tenure: string;
  stayed(months: number): string;
  interval(percent: string, from: string, to: string): string;
  retentionRules: string;
  /** Buttons. */
  report: string;
  value: string;
  askMirror: string;
  askStay: string;
  /** Names of the campaigns. */
  mirrorName(part: string): string;
  stayName(part: string): string;
  /** Planned, or why not. */
  planned(name: string, when: string): string;
  plannedNote: string;
  noMirror(part: string): string;
  askedLately(part: string, days: number): string;
  tooFew(part: string, floor: number): string;
}
