/** What there are words for in an exit interview: for the leaver, in chat and on the page of the second wave. */

/** Dates come ready to print. */
export interface ExitCopy {
  /** The message that asks, and the one that reminds. */
  hello(name: string, lastDay: string): string;
  reminder(name: string, lastDay: string): string;
  ask: string;
  choose: string;
  pooledMeans(floor: number, releasedOn: string): string;
  pooledWords(answers: number, writers: number): string;
  pooledWaits: string;
  namedMeans(months: number): string;
  stricterOnly(releasedOn: string): string;
  ratherNot: string;
  pooled: string;
  named: string;
  decline: string;
  privacy: string;
  /** What takes its place: while it is open, and after it. */
  begun: string;
  openPooled(lastDay: string): string;
  openNamed(lastDay: string): string;
  goOn: string;
  stricter: string;
  erase: string;
  thanks(name: string): string;
  donePooled(releasedOn: string): string;
  doneNamed(months: number, releasedOn: string): string;
  ownCopy: string;
  linkWhy(opensOn: string, until: string): string;
  linkKeep: string;
  link: string;
  declined: string;
  madePooled: string;
  /** One screen. */
  formTitle: string;
  part(part: number, of: number): string;
  leaveEmpty: string;
  changing: string;
  most(most: number): string;
  wordsPooled: string;
  wordsNamed: string;
  next: string;
  stop: string;
  back: string;
  leaveOut: string;
  tooLong(over: number): string;
  givenAlready: string;
  notAsked: string;
  /** All that was asked, at the end. */
  overview: string;
  overviewIntro: string;
  answered(question: string): string;
  leftOut(question: string): string;
  answeredOf(heading: string, answered: number, of: number): string;
  change(number: number): string;
  finishPooled: string;
  finishNamed: string;
  eraseSure: string;
  eraseMeans: string;
  /** The safety fork. */
  contacts: string;
  contactsIntro: string;
  noContacts: string;
  outside: string;
  copyTitle: string;
  copyIntro: string;
  privacyTitle: string;
  draftMeans(lastDay: string): string;
  notTold: string;
  /** Why a button does nothing any more. */
  none: string;
  over(lastDay: string): string;
  declinedAlready: string;
  endedAlready: string;
  released: string;
  neverLooser: string;
  pooledAlready: string;
  notNamed: string;
  later: LaterCopy;
}

/** The second wave, on a page without any account. */
interface LaterCopy {
  title: string;
  notYet(opensOn: string, until: string): string;
  over: string;
  used: string;
  unknown: string;
  withdrawn: string;
  intro(organisation: string): string;
  short: string;
  pooledMeans(floor: number, releasedOn: string): string;
  draftMeans(until: string): string;
  access: string;
  accessHint: string;
  accessMissing: string;
  pooled: string;
  named(months: number): string;
  end: string;
  endIntro: string;
  endChoice: string;
  endHint: string;
  erase: string;
  thanks: string;
  sealed(releasedOn: string): string;
  given: string;
  erased: string;
}
