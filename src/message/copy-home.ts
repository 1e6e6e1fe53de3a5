/** What there are words for on the home page, in settings and in the preview of what a manager sees. */

/** Times and dates come ready to print. */
export interface HomeCopy {
  title: string;
  openNow: string;
  open(name: string, until: string): string;
  answer: string;
  promise: string;
  preview: string;
  schedule: string;
  hour(time: string): string;
  hours(from: string, to: string): string;
  next(name: string, when: string): string;
  noNext: string;
  quietDay(day: string): string;
  quiet(from: string, to: string): string;
  paused(until: string): string;
  stopped: string;
  language(name: string): string;
  place(places: string): string;
  noPlace: string;
  settings: string;
  pause: string;
  resume: string;
  stop: string;
  digests: string;
  details: string;
  hr: string;
  admin: string;
  stranger: string;
}

export interface SettingsCopy {
  title: string;
  intro: string;
  hour: string;
  usual(time: string): string;
  quietFrom: string;
  quietTo: string;
  quietHint: string;
  language: string;
  platform: string;
  submit: string;
  saved: string;
  notOffered: string;
  dayUnknown: string;
  firstMissing: string;
  order: string;
  past: string;
}

/** How much a figure says, by the number of answers behind it; tens are said of few. */
export type FigureKind = 'band' | 'distribution' | 'distribution-tens' | 'options' | 'options-tens';

export interface PreviewCopy {
  title: string;
  counts(unit: string, people: number): string;
  reader(manager: string, unit: string, floor: number): string;
  noReader(unit: string, floor: number): string;
  own(unit: string, answers: number, people: number, kind: string): string;
  up(unit: string, answers: number, people: number, above: string): string;
  smallest(above: string, kind: string): string;
  nowhere(unit: string, answers: number, people: number): string;
  kinds: Readonly<Record<FigureKind, string>>;
  notAsked: string;
  example: string;
  invented: string;
  inventedEnd: string;
  teams(name: string, own: number, teams: number): string;
  unitOwn(unit: string, people: number, kind: string): string;
  unitUp(unit: string, people: number, above: string): string;
  unitNothing(unit: string, people: number): string;
  more(units: number): string;
}
