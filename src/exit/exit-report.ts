/** What released exits say about a part of the company, as facts; the message puts them into words. */
import { FLOOR } from '../anonymity/floor.ts';
import type { LedgerEntry } from '../anonymity/ledger.ts';
import { FURTHER, REASON, THOUGHT, TRIGGER } from '../stock/exit-leaving.ts';
import { CHANGE, RECOMMEND_HERE, RETURN, STAY } from '../stock/exit-looking-back.ts';
import {
  gridQuestionId,
  OFFER,
  OFFER_BAND,
  OFFER_EMPLOYER,
  OFFER_MOST,
  OFFER_NAME,
  OFFER_PROMISED,
} from '../stock/exit-offer.ts';
import type { Question, ScoredQuestion } from '../survey/question.ts';
import type { Release } from './exit-blocks.ts';
import {
  type ExitFigures,
  exitFigures,
  type Offers,
  offersOf,
  type Part,
  recentOf,
  type Said,
} from './exit-figures.ts';

/** What is said about one question. */
export interface Line {
  readonly question: ScoredQuestion;
  readonly said: Said;
}

export interface ExitReport {
  /** Unit id and name. */
  readonly unit: string;
  readonly name: string;
  /** When the newest release was closed. */
  readonly newest: Date;
  /** Fewest answers of which anything is said. */
  readonly floor: number;
  /** By question; what may not be said is left out. */
  readonly lines: readonly Line[];
  readonly offers?: Offers;
  /** Both waves of one question, where both may be said. */
  readonly later: readonly { readonly door: Line; readonly later: Line }[];
  /** HR and the root only, as is what follows. */
  readonly families: readonly Family[];
  readonly verbatims: readonly { readonly question: Question; readonly texts: readonly string[] }[];
  /** Whether HR reads it. */
  readonly hr: boolean;
}

export interface Family {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly offers?: Offers;
}

/** In the order of the report. */
const REPORTED = [
  REASON,
  FURTHER,
  THOUGHT,
  TRIGGER,
  STAY,
  OFFER,
  OFFER_MOST,
  OFFER_BAND,
  OFFER_EMPLOYER,
  RETURN,
  RECOMMEND_HERE,
] as const;
const ASKED_TWICE = [REASON, FURTHER, STAY, RETURN, RECOMMEND_HERE] as const;
const BY_FAMILY = [REASON, STAY, OFFER_MOST] as const;
const IN_WORDS = [OFFER_PROMISED, OFFER_NAME, CHANGE] as const;

/** The published releases of both waves, oldest first. */
export interface Waves {
  readonly door: readonly Release[];
  readonly later: readonly Release[];
}

/** Undefined before the first release. `unit` absent: the root. `hr`: whoever reads it has the role. */
export function exitReport(
  waves: Waves,
  { unit, hr }: { readonly unit?: string; readonly hr: boolean },
  now: Date,
): ExitReport | undefined {
  const door = exitFigures(waves.door, now);
  if (!door) return undefined;
  const later = exitFigures(waves.later, now);
  const id = unit ?? door.root;
  const isRoot = hr && id === door.root;
  const part = { unit: id };
  const offers = offersOf(door, part);
  return {
    unit: id,
    name: door.units.find((each) => each.id === id)?.name ?? id,
    newest: door.newest,
    floor: Math.max(FLOOR.usual, ...waves.door.map(({ round }) => round.floor)),
    lines: linesOf(door, REPORTED, part),
    ...(offers && { offers }),
    later: later ? laterOf(door, later, part) : [],
    families: isRoot ? door.families.flatMap((name) => familyOf(door, name)) : [],
    verbatims: isRoot ? verbatimsOf(recentOf(waves.door, now)) : [],
    hr,
  };
}

function linesOf(figures: ExitFigures, questions: readonly ScoredQuestion[], part: Part): Line[] {
  return questions.flatMap((question) => {
    const said = figures.said(question, part);
    return said ? [{ question, said }] : [];
  });
}

function laterOf(door: ExitFigures, later: ExitFigures, part: Part): ExitReport['later'] {
  return ASKED_TWICE.flatMap((question) => {
    const [then, now] = [door.said(question, part), later.said(question, part)];
    return then && now ? [{ door: { question, said: then }, later: { question, said: now } }] : [];
  });
}

function familyOf(figures: ExitFigures, name: string): Family[] {
  const part = { jobFamily: name };
  const lines = linesOf(figures, BY_FAMILY, part);
  const offers = offersOf(figures, part);
  return lines.length > 0 || offers ? [{ name, lines, ...(offers && { offers }) }] : [];
}

/** What was released for HR to read; what leavers wrote goes to nobody else. */
function verbatimsOf(releases: readonly Release[]): ExitReport['verbatims'] {
  return IN_WORDS.flatMap((question) => {
    const released = releases.flatMap(({ comments }) =>
      comments.filter((each) => each.question === question.id && each.hr),
    );
    const texts = released.flatMap((each) => each.texts);
    return texts.length > 0 ? [{ question, texts }] : [];
  });
}

/** The report as entries of the ledger, on occasion of this release. */
export function reportEntries(
  report: Omit<ExitReport, 'name' | 'newest' | 'floor' | 'hr'>,
  about: Pick<LedgerEntry, 'at' | 'round' | 'reader' | 'page'>,
): LedgerEntry[] {
  const { unit } = report;
  const entry = (question: string, { pools, ...said }: Said, jobFamily?: string): LedgerEntry => ({
    ...about,
    unit,
    from: unit,
    question,
    pools,
    said: said.shown === 'figure' ? said.figure : { shown: 'named', named: said.named },
    ...(jobFamily !== undefined && { jobFamily }),
  });
  const lineEntries = (lines: readonly Line[], jobFamily?: string) =>
    lines.map(({ question, said }) => entry(question.id, said, jobFamily));
  const offerEntries = (offers: Offers | undefined, jobFamily?: string) =>
    offers?.all.map(({ aspect, said }) => entry(gridQuestionId(aspect), said, jobFamily)) ?? [];
  return [
    ...lineEntries(report.lines),
    ...offerEntries(report.offers),
    ...lineEntries(report.later.map(({ later }) => later)),
    ...report.families.flatMap(({ name, lines, offers }) => [
      ...lineEntries(lines, name),
      ...offerEntries(offers, name),
    ]),
    ...report.verbatims.map(({ question, texts }): LedgerEntry => {
      const said = { shown: 'comments', count: texts.length } as const;
      return { ...about, unit, from: unit, question: question.id, pools: [unit], said };
    }),
  ];
}

/** Whether a release has anything to say about this unit. */
export function concerns({ pools, round }: Release, below: ReadonlySet<string>): boolean {
  const scored = round.questions.filter(({ kind }) => kind !== 'free-text');
  return scored.some(({ id }) => (pools.get(id) ?? []).some(({ unit }) => below.has(unit)));
}
