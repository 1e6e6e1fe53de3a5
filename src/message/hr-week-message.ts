/** HR's own lines below the weekly digest, with the buttons to what stands behind them. */
import { ACTED_WEEKS, type Acted } from '../digest/acted.ts';
import { percentOf } from './chart.ts';
import type { Copy } from './copy.ts';
import { buttons } from './home-message.ts';
import type { ActionName, Block } from './message.ts';

/** What is absent is not said. */
export interface HrWeek {
  /** Units with a reader, and how many of them lack a figure of their own on anything asked. */
  readonly withheld?: { readonly units: number; readonly all: number; readonly floor: number };
  readonly actions?: Acted;
  /** `noAccount`: names. */
  readonly unreachable?: { readonly people: number; readonly noAccount: readonly string[] };
  readonly exits?: { readonly announced: number; readonly ahead: number };
  readonly release?: boolean;
  /** Names of what those who stay are asked; `until`: ready to print, absent where it has been answered. */
  readonly mirrors?: readonly { readonly name: string; readonly until?: string }[];
}

/** A message is to be read, not a list. */
const [NAMES, MIRRORS] = [10, 3];

export function hrWeekBlocks(week: HrWeek, copy: Copy): Block[] {
  const lines = [
    ...withheldLine(week, copy),
    ...actionLine(week, copy),
    ...unreachableLine(week, copy),
    ...exitLine(week, copy),
    ...mirrorLines(week, copy),
  ];
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', text: copy.loop.week.title },
    ...lines.map((text): Block => ({ kind: 'text', text })),
    buttons('', behind(week, copy)),
  ];
}

function behind({ exits, release, mirrors = [] }: HrWeek, copy: Copy): [ActionName, string][] {
  const leaves = exits && exits.announced + exits.ahead > 0;
  return [
    ['withheld', copy.admin.withheld],
    ...(leaves ? [['leavers', copy.leavers.open] as [ActionName, string]] : []),
    ...(release ? [['exit-report', copy.release.report] as [ActionName, string]] : []),
    ...(mirrors.length > 0 ? [['value', copy.release.value] as [ActionName, string]] : []),
  ];
}

function withheldLine({ withheld }: HrWeek, { loop: { week } }: Copy): string[] {
  if (!withheld) return [];
  const { units, all, floor } = withheld;
  return [units === 0 ? week.allOwn : week.withheld(units, all, floor)];
}

function actionLine({ actions }: HrWeek, { loop: { week } }: Copy): string[] {
  if (!actions) return [];
  const { suggested, willDo, notNow } = actions;
  const percent = percentOf(Math.round((100 * willDo) / suggested));
  const others = week.others(notNow, suggested - willDo - notNow);
  return [`${week.acted(percent, suggested, ACTED_WEEKS)} ${others}`];
}

function unreachableLine({ unreachable }: HrWeek, copy: Copy): string[] {
  if (!unreachable) return [];
  const { week } = copy.loop;
  const names = unreachable.noAccount.toSorted((a, b) => a.localeCompare(b, copy.language));
  const left = names.length - NAMES;
  const shown = [...names.slice(0, NAMES), ...(left > 0 ? [week.moreNames(left)] : [])];
  const named = names.length > 0 ? [week.noAccount(shown.join(', '))] : [];
  return [[week.unreachable(unreachable.people), ...named].join(' ')];
}

function exitLine({ exits, release }: HrWeek, { loop: { week } }: Copy): string[] {
  const said = exits && exits.announced + exits.ahead > 0;
  const lines = [
    ...(said ? [week.exits(exits.announced, exits.ahead)] : []),
    ...(release ? [week.release] : []),
  ];
  return lines.length > 0 ? [lines.join(' ')] : [];
}

function mirrorLines({ mirrors = [] }: HrWeek, { loop: { week } }: Copy): string[] {
  return mirrors
    .slice(0, MIRRORS)
    .map(({ name, until }) =>
      until === undefined ? week.mirrorDone(name) : week.mirrorOpen(name, until),
    );
}
