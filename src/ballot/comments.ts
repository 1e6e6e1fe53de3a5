/** Comments walk up the tree like ballots, until enough people are together that none stands out. */
import { leavesFirst } from '../org/unit.ts';
import type { Reader } from '../survey/answer.ts';

/** A pool's comments may be read from this many answers to the question and this many people who wrote something. */
export const RELEASE = { answers: 10, commenters: 5 } as const;

/** What the people of one unit sealed in a comment field: `answers` counts the empty ones too. */
export interface Written {
  readonly answers: number;
  readonly texts: readonly { readonly text: string; readonly reader: Reader }[];
}

/** Comments that are read together: in the digest of `unit`, or by HR alone. */
export interface CommentPool {
  readonly unit: string;
  readonly hr: boolean;
  readonly texts: readonly string[];
}

type Node = { readonly id: string; readonly parent?: string };
type Carried = { answers: number; texts: string[] };

/**
 * Places the comments to one question. Those for the team move up until a unit has {@link RELEASE}; those for HR only,
 * with what not even the root could release, go to HR if there they have it. The rest is nobody's to read.
 */
export function placeComments(
  units: readonly Node[],
  written: ReadonlyMap<string, Written>,
): CommentPool[] {
  const carried = new Map<string, Carried>();
  const pools: CommentPool[] = [];
  for (const unit of leavesFirst(units)) {
    const here = merge(carried.get(unit.id), ownOf(written.get(unit.id), 'team'));
    const released = releasable(here);
    if (released) pools.push({ unit: unit.id, hr: false, texts: here.texts });
    if (unit.parent === undefined)
      pools.push(...forHr(unit.id, written, released ? [] : here.texts));
    else if (!released) carried.set(unit.parent, merge(carried.get(unit.parent), here));
  }
  return pools;
}

/** Everybody's comments for HR only, and what the root could not release to its own reader. */
function forHr(
  root: string,
  written: ReadonlyMap<string, Written>,
  leftOver: readonly string[],
): CommentPool[] {
  const all = [...written.values()].reduce<Carried>((sum, each) => merge(sum, ownOf(each, 'hr')), {
    answers: 0,
    texts: [...leftOver],
  });
  return releasable(all) ? [{ unit: root, hr: true, texts: all.texts }] : [];
}

function ownOf(written: Written | undefined, reader: Reader): Carried {
  const texts = written?.texts.filter((each) => each.reader === reader) ?? [];
  return { answers: written?.answers ?? 0, texts: texts.map(({ text }) => text) };
}

function releasable({ answers, texts }: Carried): boolean {
  return answers >= RELEASE.answers && texts.length >= RELEASE.commenters;
}

function merge(a: Carried | undefined, b: Carried): Carried {
  return a ? { answers: a.answers + b.answers, texts: [...a.texts, ...b.texts] } : b;
}
