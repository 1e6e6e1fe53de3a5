/** A person's home page in words. It is kept by the chat platform, so it never says whether they have answered. */
import type { Copy } from './copy.ts';
import type { ActionName, Actions, Block, Message } from './message.ts';
import { languageName } from './times.ts';

/** Names, and dates ready to print. */
export interface Home {
  readonly open: readonly {
    readonly round: string;
    readonly name: string;
    readonly until: string;
  }[];
  /** `to` is given where people are spread over an hour. Absent: no campaign asks them. */
  readonly hour?: { readonly from: string; readonly to?: string };
  readonly next?: { readonly name: string; readonly when: string };
  readonly quiet: readonly { readonly from: string; readonly to: string }[];
  /** When a pause ends, or that there are no questions at all. */
  readonly rests?: { readonly until: string } | 'stopped';
  /** Names of chat platforms; none: the web page. */
  readonly places: readonly string[];
  /** Of the newest rounds that they read about, with their titles and headlines. */
  readonly digests: readonly { readonly round: string; readonly blocks: readonly Block[] }[];
  readonly hr: boolean;
  /** They were asked for an exit interview, and their last day is to come: the same whatever they did then. */
  readonly leaves?: boolean;
  /** They may read what released exits say of their part. */
  readonly reads?: boolean;
  /** There is a page that they can sign in to. */
  readonly signsIn?: boolean;
}

export function homeMessage(facts: Home, copy: Copy): Message {
  const { home } = copy;
  return {
    summary: home.title,
    blocks: [
      { kind: 'heading', text: home.openNow },
      // The promise is that of a pulse, and would be read as that of an interview that stands alone.
      ...(facts.leaves && facts.open.length === 0
        ? []
        : [...openBlocks(facts, copy), { kind: 'note', text: home.promise } as const]),
      ...exitBlocks(facts, copy),
      buttons('', [
        ['privacy', copy.asking.privacy],
        ['preview', home.preview],
      ]),
      { kind: 'heading', text: home.schedule },
      ...scheduleLines(facts, copy).map((text): Block => ({ kind: 'text', text })),
      buttons('', scheduleButtons(facts, copy)),
      ...(facts.signsIn ? [buttons('', [['web', copy.signIn.open]])] : []),
      ...digestBlocks(facts, copy),
      ...(facts.reads ? [buttons('', [['exit-report', copy.leavers.report]])] : []),
      ...(facts.hr
        ? [{ kind: 'heading', text: home.hr } as const, buttons('', [['admin', home.admin]])]
        : []),
    ],
  };
}

function exitBlocks({ leaves }: Home, { leavers }: Copy): Block[] {
  if (!leaves) return [];
  return [
    { kind: 'text', text: leavers.yourExit },
    buttons('', [['exit-go-on', leavers.yourExitButton, 'main']]),
  ];
}

export function buttons(
  about: string,
  named: readonly (readonly [action: ActionName, label: string, look?: 'main' | 'grave'])[],
): Actions {
  const actions = named.map(([action, label, look]) => ({ action, label, ...(look && { look }) }));
  return { kind: 'actions', about, actions };
}

function openBlocks({ open }: Home, { home, command }: Copy): Block[] {
  if (open.length === 0) return [{ kind: 'text', text: command.nothingOpen }];
  return open.flatMap(({ round, name, until }): Block[] => [
    { kind: 'text', text: home.open(name, until) },
    buttons(round, [['form', home.answer, 'main']]),
  ]);
}

function scheduleLines({ hour, next, quiet, rests, places }: Home, copy: Copy): string[] {
  const { home, language } = copy;
  const asked = hour && (hour.to ? home.hours(hour.from, hour.to) : home.hour(hour.from));
  return [
    ...(rests ? [rests === 'stopped' ? home.stopped : home.paused(rests.until)] : []),
    ...(asked ? [asked] : []),
    ...(rests === 'stopped' ? [] : [next ? home.next(next.name, next.when) : home.noNext]),
    ...quiet.map(({ from, to }) => (from === to ? home.quietDay(from) : home.quiet(from, to))),
    home.language(languageName(language)),
    places.length > 0 ? home.place(places.join(', ')) : home.noPlace,
  ];
}

function scheduleButtons({ rests }: Home, { home }: Copy): [ActionName, string][] {
  return [
    ['settings', home.settings],
    ...(rests ? [['resume', home.resume] as [ActionName, string]] : []),
    ...(rests ? [] : [['pause', home.pause] as [ActionName, string]]),
    ...(rests === 'stopped' ? [] : [['stop', home.stop] as [ActionName, string]]),
  ];
}

function digestBlocks({ digests }: Home, { home }: Copy): Block[] {
  if (digests.length === 0) return [];
  return [
    { kind: 'heading', text: home.digests },
    ...digests.flatMap(({ round, blocks }): Block[] => [
      ...blocks,
      buttons(`${round}/0`, [['details', home.details]]),
    ]),
  ];
}
