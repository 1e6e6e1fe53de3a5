/** What was withheld in the last rounds, and why, in words: units without a figure of their own, and where their answers went. */
import { RELEASE } from '../ballot/comments.ts';
import type { Copy } from './copy.ts';
import type { Block, Message } from './message.ts';

/** Names, and dates ready to print. */
export interface WithheldRound {
  readonly campaign: string;
  readonly date: string;
  readonly floor: number;
  /** Units with a reader that lack a figure of their own, with what the questions are about. */
  readonly units: readonly {
    readonly name: string;
    /** Whose figure is shown instead; absent: none. */
    readonly above?: string;
    readonly drivers: readonly string[];
  }[];
  readonly uncounted: number;
  /** Absent: none were asked for. */
  readonly comments?: { readonly units: readonly string[]; readonly hr: boolean };
}

/** A page has a hundred blocks: five rounds of at most seventeen. */
const LISTED = 12;

export function withheldMessage(rounds: readonly WithheldRound[], copy: Copy): Message {
  const { withheld } = copy;
  const floor = Math.min(...rounds.map((round) => round.floor));
  return {
    summary: withheld.title,
    blocks: [
      { kind: 'heading', text: withheld.title },
      ...(rounds.length === 0
        ? [text(withheld.none)]
        : [
            text(withheld.why(floor)),
            text(withheld.commentRule(RELEASE.answers, RELEASE.commenters)),
          ]),
      ...rounds.flatMap((round) => roundBlocks(round, copy)),
      {
        kind: 'actions',
        about: '',
        actions: [{ action: 'admin', label: copy.admin.back }],
      },
    ],
  };
}

function text(said: string): Block {
  return { kind: 'text', text: said };
}

function roundBlocks(round: WithheldRound, copy: Copy): Block[] {
  const { withheld, digest } = copy;
  const lines = round.units.slice(0, LISTED).map(({ name, above, drivers }) => {
    const about = drivers.join(', ');
    return above === undefined
      ? withheld.nowhere(name, about)
      : withheld.elsewhere(name, about, above);
  });
  const left = round.units.length - lines.length;
  return [
    { kind: 'heading', text: withheld.round(round.campaign, round.date) },
    ...(lines.length === 0 ? [text(withheld.allOwn)] : lines.map(text)),
    ...(left > 0 ? [text(withheld.more(left))] : []),
    text(digest.uncounted(round.uncounted)),
    ...(round.comments ? [text(commentLine(round.comments, copy))] : []),
  ];
}

function commentLine(
  { units, hr }: NonNullable<WithheldRound['comments']>,
  { withheld }: Copy,
): string {
  const team = units.length > 0 ? withheld.comments(units.join(', ')) : withheld.noComments;
  return hr ? `${team} ${withheld.commentsForHr}` : team;
}
