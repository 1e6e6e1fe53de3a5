/** The messages of an exit interview to a leaver: what asks, and what takes its place. None says what was answered. */
import { RELEASE } from '../ballot/comments.ts';
import type { Copy } from './copy.ts';
import type { ActionName, Actions, Block, Message } from './message.ts';

/** What the messages tell; dates come ready to print. */
export interface ExitFacts {
  readonly name: string;
  readonly lastDay: string;
  /** k of the release. */
  readonly floor: number;
  /** When the release is counted: nothing comes out before. */
  readonly releasedOn: string;
  readonly laterMonths: number;
  readonly keepMonths: number;
}

/** The personal link of the second wave, and when it works. */
export interface LinkFacts {
  readonly url: string;
  readonly opensOn: string;
  readonly until: string;
}

export function invitationMessage(facts: ExitFacts, copy: Copy): Message {
  return asking(copy.exit.hello(facts.name, facts.lastDay), facts, copy);
}

/** The same once more, for whoever has not chosen. */
export function exitReminderMessage(facts: ExitFacts, copy: Copy): Message {
  return asking(copy.exit.reminder(facts.name, facts.lastDay), facts, copy);
}

function asking(hello: string, facts: ExitFacts, { exit }: Copy): Message {
  return {
    summary: hello,
    blocks: [
      ...texts(hello, exit.ask, exit.choose),
      ...texts(...pooledMeans(facts, exit), exit.namedMeans(facts.keepMonths)),
      ...notes(exit.stricterOnly(facts.releasedOn), exit.ratherNot),
      buttons('', [
        ['exit-pooled', exit.pooled],
        ['exit-named', exit.named],
        ['exit-decline', exit.decline],
        ['exit-privacy', exit.privacy],
      ]),
    ],
  };
}

/** What pooled means, with the sizes that make it safe. */
export function pooledMeans(
  { floor, releasedOn }: ExitFacts,
  exit: Copy['exit'],
): readonly [sizes: string, words: string] {
  return [
    exit.pooledMeans(floor, releasedOn),
    exit.pooledWords(RELEASE.answers, RELEASE.commenters),
  ];
}

/** While it is open. It reads the same from the first answer to the last. */
export function begunMessage(
  { lastDay }: ExitFacts,
  access: 'named' | 'pooled',
  { exit }: Copy,
): Message {
  const isNamed = access === 'named';
  return {
    summary: exit.begun,
    blocks: [
      ...texts(exit.begun),
      ...notes(isNamed ? exit.openNamed(lastDay) : exit.openPooled(lastDay)),
      buttons('', [
        ['exit-go-on', exit.goOn, 'main'],
        ...(isNamed ? [['exit-stricter', exit.stricter] as const] : []),
        ['exit-erase', exit.erase],
        ['exit-privacy', exit.privacy],
      ]),
    ],
  };
}

/** After the end. It reads the same whatever was answered, and how much. */
export function thanksMessage(
  { name, releasedOn, keepMonths }: ExitFacts,
  access: 'named' | 'pooled',
  link: LinkFacts | undefined,
  { exit }: Copy,
): Message {
  const isNamed = access === 'named';
  const thanks = exit.thanks(name);
  return {
    summary: thanks,
    blocks: [
      ...texts(
        thanks,
        isNamed ? exit.doneNamed(keepMonths, releasedOn) : exit.donePooled(releasedOn),
      ),
      ...(link ? linkBlocks(link, exit) : []),
      ...(isNamed
        ? [
            buttons('', [
              ['exit-copy', exit.ownCopy],
              ['exit-stricter', exit.stricter],
            ]),
          ]
        : []),
    ],
  };
}

function linkBlocks({ url, opensOn, until }: LinkFacts, exit: Copy['exit']): Block[] {
  return [
    ...texts(exit.linkWhy(opensOn, until)),
    { kind: 'link', text: exit.link, url },
    ...notes(exit.linkKeep),
  ];
}

/** After "rather not", or once everything was erased. */
export function declinedMessage({ exit }: Copy): Message {
  return { summary: exit.declined, blocks: texts(exit.declined) };
}

export function texts(...lines: readonly string[]): Block[] {
  return lines.map((text) => ({ kind: 'text', text }));
}

export function notes(...lines: readonly string[]): Block[] {
  return lines.map((text) => ({ kind: 'note', text }));
}

export function buttons(
  about: string,
  labelled: readonly (readonly [action: ActionName, label: string, look?: 'main' | 'grave'])[],
): Actions {
  const actions = labelled.map(([action, label, look]) => ({
    action,
    label,
    ...(look && { look }),
  }));
  return { kind: 'actions', about, actions };
}
