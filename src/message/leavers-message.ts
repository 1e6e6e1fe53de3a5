/** What HR sees of leavers, in words: who leaves and what is next; never who answered, declined or is pooled. */
import { GRID_HEADING } from '../stock/exit-offer.ts';
import { say } from '../survey/text.ts';
import type { Copy } from './copy.ts';
import { buttons } from './home-message.ts';
import type { ActionName, Block, Message } from './message.ts';

/** What is next for a leaver; it follows from the days and from what was sent, never from what they did. */
export type Next =
  | { readonly next: 'will-be-asked'; readonly day: string }
  | { readonly next: 'soon' | 'asked' | 'late' | 'unreachable' | 'over' };

export interface ListedLeaver {
  readonly id: string;
  readonly name: string;
  /** Name of the unit. */
  readonly unit: string;
  /** Ready to print. */
  readonly lastDay: string;
  readonly what: Next;
  /** They gave it to HR. */
  readonly isNamed: boolean;
}

export interface LeaversPage {
  readonly leavers: readonly ListedLeaver[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** Leavers on a page: three blocks each, and a page has a hundred. */
export const PER_PAGE = 15;

/** `said` is what has just been done. */
export function leaversMessage(facts: LeaversPage, copy: Copy, said: readonly string[]): Message {
  const { leavers: words } = copy;
  const { leavers, page, pages } = facts;
  return {
    summary: said[0] ?? words.title,
    blocks: [
      ...said.map(text),
      { kind: 'heading', text: words.title },
      { kind: 'note', text: words.intro },
      ...(leavers.length === 0 ? [text(words.none)] : []),
      ...leavers.flatMap((leaver) => leaverBlocks(leaver, copy)),
      ...(page > 1 ? [buttons(String(page - 1), [['leavers', words.previous]])] : []),
      ...(page < pages
        ? [buttons(String(page + 1), [['leavers', words.next(page + 1, pages)]])]
        : []),
      buttons('', [
        ['leaver-new', words.announce, 'main'],
        ['exit-report', words.report],
        ['value', words.value],
        ['admin', copy.admin.back],
      ]),
    ],
  };
}

function text(said: string): Block {
  return { kind: 'text', text: said };
}

function leaverBlocks(leaver: ListedLeaver, { leavers: words }: Copy): Block[] {
  const { id, name, unit, lastDay, what, isNamed } = leaver;
  const mine: [ActionName, string, 'grave'?][] = [
    ...(isNamed ? [['leaver-read', words.read] as [ActionName, string]] : []),
    ...(what.next === 'over'
      ? []
      : ([
          ['leaver-edit', words.edit],
          ['leaver-withdraw', words.withdraw, 'grave'],
        ] as [ActionName, string, 'grave'?][])),
  ];
  const note = [nextInWords(what, words), ...(isNamed ? [words.named] : [])].join(' ');
  return [
    text(words.leaver(name, unit, lastDay)),
    { kind: 'note', text: note },
    ...(mine.length > 0 ? [buttons(id, mine)] : []),
  ];
}

export function nextInWords(what: Next, words: Copy['leavers']): string {
  return what.next === 'will-be-asked' ? words.willBeAsked(what.day) : words[what.next];
}

/** After words that were typed: what was done, and the way to all of them. */
export function saidMessage(said: readonly string[], { leavers: words }: Copy): Message {
  return {
    summary: said[0] ?? words.title,
    blocks: [...said.map(text), buttons('', [['leavers', words.open]])],
  };
}

/** Asked again before what can't be taken back. */
export function withdrawMessage(
  { id, name, lastDay }: Pick<ListedLeaver, 'id' | 'name' | 'lastDay'>,
  { leavers: words }: Copy,
): Message {
  const question = words.withdrawSure(name, lastDay);
  return {
    summary: question,
    blocks: [
      text(question),
      text(words.withdrawNote),
      buttons(id, [['leaver-withdraw-sure', words.withdrawNow, 'grave']]),
      buttons('', [['leavers', words.keep]]),
    ],
  };
}

/** One question of a named interview, with what was said to it, ready to print. */
export interface Told {
  readonly question: string;
  readonly door?: string;
  readonly later?: string;
  /** In their own words; or a row of the comparison, which says nothing without its heading. */
  readonly as: 'words' | 'row' | 'choice';
}

/** Both waves beside each other; where there is only one, it needs no name. */
export function interviewMessage(
  { name, unit, lastDay }: Pick<ListedLeaver, 'name' | 'unit' | 'lastDay'>,
  told: readonly Told[],
  hasBoth: boolean,
  copy: Copy,
): Message {
  const { leavers: words } = copy;
  const { interview } = words;
  return {
    summary: interview.title(name),
    blocks: [
      { kind: 'heading', text: interview.title(name) },
      { kind: 'note', text: words.leaver(name, unit, lastDay) },
      { kind: 'note', text: interview.promise },
      ...(told.length === 0 ? [text(interview.nothing)] : []),
      ...told.flatMap((each, i) => {
        if (each.as === 'row')
          return told[i - 1]?.as === 'row' ? [] : rowBlocks(told, hasBoth, copy);
        return (each.as === 'words' ? textBlocks : choiceBlocks)(each, hasBoth, words);
      }),
      buttons('', [['leavers', words.back]]),
    ],
  };
}

function choiceBlocks(told: Told, hasBoth: boolean, words: Copy['leavers']): Block[] {
  return [text([told.question, ...answersIn(told, hasBoth, words)].join('\n'))];
}

/** Rows stand together, and come one after the other. */
function rowBlocks(
  told: readonly Told[],
  hasBoth: boolean,
  { leavers: words, language }: Copy,
): Block[] {
  const rows = told
    .filter((each) => each.as === 'row')
    .map((each) => `${each.question} – ${answersIn(each, hasBoth, words).join('; ')}`);
  return [text([`${say(GRID_HEADING, language)} …`, ...rows].join('\n'))];
}

function answersIn(
  { door, later }: Told,
  hasBoth: boolean,
  { interview }: Copy['leavers'],
): string[] {
  if (!hasBoth) return [door ?? later ?? ''];
  return [
    ...(door === undefined ? [] : [interview.door(door)]),
    ...(later === undefined ? [] : [interview.later(later)]),
  ];
}

function textBlocks(
  { question, door, later }: Told,
  hasBoth: boolean,
  { interview: { words } }: Copy['leavers'],
): Block[] {
  const named = (label: string, said: string | undefined): Block[] =>
    said === undefined
      ? []
      : [
          ...(hasBoth ? [{ kind: 'note', text: label } as const] : []),
          { kind: 'quote', text: said },
        ];
  return [text(question), ...named(words.door, door), ...named(words.later, later)];
}
