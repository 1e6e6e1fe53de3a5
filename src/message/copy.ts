/** What there are words for. The words stand in `copy-en.ts` and its siblings; `languages.ts` chooses. */
import type { Band } from '../anonymity/figure.ts';
import type { Participation } from '../anonymity/participation.ts';
import type { AdminCopy, CampaignCopy, WithheldCopy } from './copy-admin.ts';
import type { CommentsCopy } from './copy-comments.ts';
import type { ExitCopy } from './copy-exit.ts';
import type { FiguresCopy } from './copy-figures.ts';
import type { HomeCopy, PreviewCopy, SettingsCopy } from './copy-home.ts';
import type { LeaversCopy } from './copy-leavers.ts';
import type { LoopCopy } from './copy-loop.ts';
import type { ReleaseCopy } from './copy-release.ts';
import type { SignInCopy } from './copy-sign-in.ts';

/** Low is under 40 % favourable, good is 60 % and more. */
export type Level = 'low' | 'mixed' | 'good';
/** Of two figures, as far as what is shown of them tells them apart. */
export type Standing = 'higher' | 'alike' | 'lower';

/** Texts of one language. Arguments are ready to print: names, formatted dates, whole numbers. */
export interface Copy {
  readonly language: string;
  readonly home: HomeCopy;
  readonly settings: SettingsCopy;
  readonly preview: PreviewCopy;
  readonly admin: AdminCopy;
  readonly campaign: CampaignCopy;
  readonly withheld: WithheldCopy;
  /** What a leaver reads. */
  readonly exit: ExitCopy;
  readonly figures: FiguresCopy;
  /** What HR reads of leavers. */
  readonly leavers: LeaversCopy;
  /** What released exits say, and what drives people here. */
  readonly release: ReleaseCopy;
  /** What follows from a digest: told to the team, and to HR once a week. */
  readonly loop: LoopCopy;
  /** What comments are about, and how their authors see them before they are sealed. */
  readonly comments: CommentsCopy;
  /** The way to the web page, and out of it. */
  readonly signIn: SignInCopy;
  readonly asking: {
    greeting(name: string, questions: number, until: string): string;
    reminder(name: string, until: string): string;
    /** What the button that opens all questions says. */
    answerAll(questions: number): string;
    promise(others: number): string;
    sealed(until: string): string;
    sealedNote: string;
    answerRest: string;
    change: string;
    skip: string;
    skipped(until: string): string;
    answerAfterAll: string;
    privacy: string;
    closed: string;
    closedNote: string;
    cancelled: string;
    cancelledNote: string;
    formTitle: string;
    formIntro(until: string): string;
    submit: string;
    cancel: string;
    scaleEnds(low: string, high: string): string;
    commentHint: string;
    readers: string;
    readerTeam: string;
    readerHr: string;
  };
  readonly refusal: {
    closed(when: string): string;
    notAsked: string;
    noSuchRound: string;
    offScale: string;
    chooseOne: string;
    tooLong(bytes: number, limit: number): string;
    nothingGiven: string;
    unknownCommand: string;
    notAllowed: string;
  };
  /** What a chat platform's own limits make necessary to say. */
  readonly chat: {
    /** To somebody who is in no people file. */
    stranger: string;
    /** A window could not be opened any more. */
    tooSlow: string;
    /** A window can't be opened in answer to typed words. */
    noWindow: string;
    notStored: string;
    /** In a window, while the store is slow. */
    sealing: string;
    done: string;
    close: string;
    /** In a channel or group, where nobody is to answer. */
    onlyAlone: string;
    /** A message's button that says nothing we know. */
    notUnderstood: string;
    greetingTitle: string;
    /** Why they get this, and who put it here. */
    greetingWhy(organisation: string): string;
    greetingAnswers: string;
    greetingStop: string;
  };
  readonly command: {
    helpTitle: string;
    /** Command and what it does. */
    help: readonly (readonly [command: string, does: string])[];
    paused(until: string): string;
    stopped: string;
    resumed: string;
    language(name: string): string;
    languages(list: string): string;
    nothingOpen: string;
    skippedNothing: string;
    pauseTooLong(most: number): string;
    hour(time: string): string;
    hourUnknown: string;
    quiet(from: string, to: string): string;
    quietUnknown: string;
  };
  readonly privacy: {
    title: string;
    seal: string;
    unit(unit: string, people: number, floor: number): string;
    smallUnit(unit: string, above: string): string;
    ownTeam(unit: string, above: string): string;
    reader(unit: string, manager: string): string;
    noReader(unit: string): string;
    hr: string;
    comments(answers: number, commenters: number): string;
    notPromised: string;
  };
  readonly digest: {
    title(unit: string, date: string): string;
    summary(unit: string): string;
    clear(driver: string, direction: 'up' | 'down', since: string): string;
    changed(direction: 'up' | 'down', since: string): string;
    noChange: string;
    noChangeSince(since: string): string;
    restarted(since: string): string;
    first: string;
    levels: Readonly<Record<Level, string>>;
    best(driver: string, level: string): string;
    weakest(driver: string, level: string): string;
    allAlike(level: string): string;
    tooFew(unit: string): string;
    insteadOf(unit: string, above: string): string;
    nothing(unit: string): string;
    driverIs(driver: string, level: string): string;
    band: Readonly<Record<Band, string>>;
    distribution(favourable: string, neutral: string, unfavourable: string): string;
    /** Unfavourable, neutral, favourable. */
    legend: readonly [string, string, string];
    mean(value: string): string;
    recommend(score: string): string;
    orMore(value: string): string;
    orLess(value: string): string;
    participation: Readonly<Record<Participation, string>>;
    comments(unit: string): string;
    uncounted(ballots: number): string;
    footnote(floor: number): string;
    /** How one's own figure stands to that of the unit above, where both are shown. */
    against: Readonly<Record<Standing, (above: string) => string>>;
    suggestion(driver: string, action: string): string;
    /** The same where all that was asked looks good. */
    suggestionKeep(driver: string, action: string): string;
    willDo: string;
    notNow: string;
    changeMind: string;
    /** Said to whoever has just decided. */
    willDoThis(action: string): string;
    notNowThis(action: string): string;
    /** What became of the last one, and how its driver looks today. */
    decided(date: string, action: string): string;
    putOff(date: string, action: string): string;
    today(driver: string, level: string): string;
    details: string;
    detailsOf(unit: string): string;
    nextPage(page: number, pages: number): string;
    moreQuestions(count: number): string;
    moreUnits(count: number): string;
    allComments(count: number): string;
    benchmark(people: string, percent: string, source: string): string;
    earlierFigures(list: string): string;
    noDigest: string;
  };
}
