/** "What will my manager see?" in words. Every figure in it is invented, and it says so. */
import { RELEASE } from '../ballot/comments.ts';
import type { Copy } from './copy.ts';
import type { FigureKind } from './copy-home.ts';
import type { Block, Message } from './message.ts';

/** What becomes of one unit's answers if three quarters answer. */
export type Becomes =
  | { readonly own: FigureKind }
  /** Too few: `above` is the nearest unit that takes them in. */
  | { readonly above: string; readonly kind: FigureKind }
  | 'nothing';

/** Where one person counts. */
export interface OwnGroup {
  readonly unit: string;
  /** Who can be asked in exactly this unit. */
  readonly people: number;
  /** Absent: nobody reads the unit's digest. */
  readonly manager?: string;
  readonly floor: number;
  /** `answers` of `asked` is three quarters. */
  readonly answers: number;
  readonly asked: number;
  /** Absent: the first round asks for words only. */
  readonly becomes?: Becomes;
}

/** A campaign as HR looks at it. */
export interface Reach {
  readonly campaign: string;
  /** Units with a reader: those with a figure of their own, and all. */
  readonly own: number;
  readonly teams: number;
  readonly units: readonly {
    readonly name: string;
    readonly asked: number;
    readonly becomes: Becomes;
  }[];
}

export interface Preview {
  readonly group?: OwnGroup;
  /** Whether the campaign takes comments. */
  readonly comments: boolean;
  readonly reach?: Reach;
  /** A digest with invented figures. */
  readonly example?: Message;
}

/** Most units that are listed. */
const LISTED = 30;

export function previewMessage(facts: Preview, copy: Copy): Message {
  const { preview, privacy } = copy;
  const comments = facts.comments && (facts.group ?? facts.reach);
  return {
    summary: preview.title,
    blocks: [
      { kind: 'heading', text: preview.title },
      ...groupLines(facts, copy).map(text),
      ...(facts.reach ? reachBlocks(facts.reach, copy) : []),
      ...(comments ? [text(privacy.comments(RELEASE.answers, RELEASE.commenters))] : []),
      ...(facts.example ? exampleBlocks(facts.example, copy) : []),
    ],
  };
}

function text(said: string): Block {
  return { kind: 'text', text: said };
}

function groupLines({ group, reach }: Preview, { preview }: Copy): string[] {
  if (!group) return reach ? [] : [preview.notAsked];
  const { unit, people, manager, floor } = group;
  return [
    preview.counts(unit, people),
    manager === undefined ? preview.noReader(unit, floor) : preview.reader(manager, unit, floor),
    ...becomesLines(group, preview),
  ];
}

function becomesLines({ unit, answers, asked, becomes }: OwnGroup, preview: Copy['preview']) {
  if (!becomes) return [];
  if (becomes === 'nothing') return [preview.nowhere(unit, answers, asked)];
  if ('own' in becomes) return [preview.own(unit, answers, asked, preview.kinds[becomes.own])];
  const { above, kind } = becomes;
  return [preview.up(unit, answers, asked, above), preview.smallest(above, preview.kinds[kind])];
}

function reachBlocks({ campaign, own, teams, units }: Reach, { preview }: Copy): Block[] {
  const lines = units.slice(0, LISTED).map(({ name, asked, becomes }) => {
    if (becomes === 'nothing') return preview.unitNothing(name, asked);
    if ('own' in becomes) return preview.unitOwn(name, asked, preview.kinds[becomes.own]);
    return preview.unitUp(name, asked, becomes.above);
  });
  const left = units.length - lines.length;
  return [
    text(preview.teams(campaign, own, teams)),
    ...lines.map((line): Block => ({ kind: 'note', text: line })),
    ...(left > 0 ? [text(preview.more(left))] : []),
  ];
}

/** Buttons are left out: there is nothing behind them. */
function exampleBlocks({ blocks }: Message, { preview }: Copy): Block[] {
  return [
    { kind: 'heading', text: preview.example },
    text(preview.invented),
    ...blocks.filter(({ kind }) => kind !== 'actions'),
    { kind: 'note', text: preview.inventedEnd },
  ];
}
