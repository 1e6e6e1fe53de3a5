/** HR's panel in words: what campaigns there are, what is open, and what can be done. Never how many have answered. */
import type { Cadence, WeekTime } from '../campaign/cadence.ts';
import type { Copy } from './copy.ts';
import { buttons } from './home-message.ts';
import type { ActionName, Block, Message } from './message.ts';
import { weekdayName } from './times-of-week.ts';

export interface PanelCampaign {
  readonly id: string;
  readonly name: string;
  readonly cadence: Pick<Cadence, 'every' | 'opens' | 'closes'>;
  /** Names of units; none: everybody. */
  readonly units: readonly string[];
  /** How many people it asks, whatever they have set for themselves. */
  readonly people: number;
  /** When the next round opens, ready to print; absent: it has ended. */
  readonly next?: string;
  /** In `soundings.yaml`. */
  readonly written: boolean;
  /** A window is open and has no round yet. */
  readonly canOpen: boolean;
}

export interface PanelRound {
  readonly id: string;
  readonly name: string;
  readonly until: string;
  readonly people: number;
}

export interface Panel {
  readonly campaigns: readonly PanelCampaign[];
  readonly rounds: readonly PanelRound[];
}

/** As many as fit into the hundred blocks of a page, three and two blocks each. */
const MOST = { campaigns: 20, rounds: 12 } as const;

/** `said` is what has just been done. */
export function panelMessage(facts: Panel, copy: Copy, said?: string): Message {
  const { admin } = copy;
  const campaigns = facts.campaigns.slice(0, MOST.campaigns);
  const rounds = facts.rounds.slice(0, MOST.rounds);
  return {
    summary: said ?? admin.title,
    blocks: [
      ...(said === undefined ? [] : [text(said)]),
      { kind: 'heading', text: admin.rounds },
      ...(rounds.length === 0 ? [text(admin.noRounds)] : []),
      ...rounds.flatMap((round) => roundBlocks(round, copy)),
      ...more(facts.rounds.length - rounds.length, copy),
      { kind: 'heading', text: admin.campaigns },
      ...(campaigns.length === 0 ? [text(admin.none)] : []),
      ...campaigns.flatMap((campaign) => campaignBlocks(campaign, copy)),
      ...more(facts.campaigns.length - campaigns.length, copy),
      buttons('', [
        ['campaign-new', admin.newCampaign, 'main'],
        ['leavers', copy.leavers.open],
        ['withheld', admin.withheld],
        ['import', admin.import],
      ]),
    ],
  };
}

function text(said: string): Block {
  return { kind: 'text', text: said };
}

function more(left: number, { admin }: Copy): Block[] {
  return left > 0 ? [{ kind: 'note', text: admin.more(left) }] : [];
}

function roundBlocks({ id, name, until, people }: PanelRound, { admin }: Copy): Block[] {
  return [
    text(`${admin.round(name, until)} ${admin.people(people)}`),
    buttons(id, [
      ['round-close', admin.close],
      ['round-cancel', admin.cancel, 'grave'],
    ]),
  ];
}

function campaignBlocks(campaign: PanelCampaign, copy: Copy): Block[] {
  const { admin } = copy;
  const { id, name, units, people, next, written } = campaign;
  return [
    text(`${name}. ${cadenceInWords(campaign.cadence, copy)}`),
    {
      kind: 'note',
      text: [
        units.length === 0 ? admin.everybody(people) : admin.audience(units.join(', '), people),
        next === undefined ? admin.ended : admin.next(next),
        ...(written ? [admin.written] : []),
      ].join(' '),
    },
    buttons(id, campaignButtons(campaign, copy)),
  ];
}

function campaignButtons(
  { next, written, canOpen }: PanelCampaign,
  { admin }: Copy,
): [ActionName, string][] {
  const own: [ActionName, string][] = written
    ? []
    : [
        ['campaign-edit', admin.edit],
        next === undefined ? ['campaign-resume', admin.resume] : ['campaign-end', admin.end],
      ];
  return [
    ['preview', admin.preview],
    ...(canOpen ? [['round-open', admin.open] as [ActionName, string]] : []),
    ...own,
  ];
}

function cadenceInWords({ every, opens, closes }: PanelCampaign['cadence'], copy: Copy): string {
  const { admin, language } = copy;
  const at = ({ weekday, time }: WeekTime) => `${weekdayName(weekday, language)} ${time}`;
  return admin.cadence(admin.every[every], at(opens), at(closes));
}

/** Asked again before what can't be taken back. */
export function sureMessage(
  wish: 'round-close' | 'round-cancel',
  { id, name, until }: Omit<PanelRound, 'people'>,
  { admin }: Copy,
): Message {
  const [question, note] =
    wish === 'round-close'
      ? [admin.closeSure(name, until), admin.closeNote]
      : [admin.cancelSure(name, until), admin.cancelNote];
  return {
    summary: question,
    blocks: [
      text(question),
      text(note),
      buttons(id, [
        wish === 'round-close'
          ? ['round-close-sure', admin.closeNow, 'grave']
          : ['round-cancel-sure', admin.cancelNow, 'grave'],
      ]),
      buttons('', [['admin', admin.keep]]),
    ],
  };
}
