/** What no pool of a release could take, on its way into the next: one envelope of one size, whatever is in it. */
import type { Written } from '../ballot/comments.ts';
import type { Counted } from '../ballot/count.ts';
import { openBytes, type RoundKeys, sealBytes, wipe } from '../ballot/envelope.ts';
import { pathToRoot } from '../org/unit.ts';
import type { LeaverCast } from './leaver-pools.ts';

/** Question id to the ballots, by unit and job family. */
export interface Leftover {
  readonly scores: ReadonlyMap<string, readonly LeaverCast[]>;
  /** Question id to unit to what was written there. */
  readonly comments: ReadonlyMap<string, ReadonlyMap<string, Written>>;
}

/** Bytes that every leftover is padded to: more than k - 1 ballots a question and nine comments need. */
const SIZE = 256 * 1024;

export function sealLeftover({ scores, comments }: Leftover, publicKey: Uint8Array): Uint8Array {
  const plain = new TextEncoder().encode(
    JSON.stringify({
      scores: [...scores],
      comments: [...comments].map(([question, by]) => [question, [...by]]),
    }),
  );
  const sealed = sealBytes(plain, SIZE, publicKey);
  wipe(plain);
  return sealed;
}

/** Undefined if this key does not open it. */
export function openLeftover(sealed: Uint8Array, keys: RoundKeys): Leftover | undefined {
  const plain = openBytes(sealed, keys);
  if (!plain) return undefined;
  const { scores, comments } = JSON.parse(new TextDecoder().decode(plain));
  wipe(plain);
  return {
    scores: new Map(scores),
    comments: new Map(
      comments.map(([question, by]: [string, [string, Written][]]) => [question, new Map(by)]),
    ),
  };
}

/** A unit and job family in one word, as the count keeps ballots apart: no id holds a NUL. */
export function placeKey(unit: string, jobFamily: string | undefined): string {
  return jobFamily === undefined ? unit : `${unit}\0${jobFamily}`;
}

/** What was counted by {@link placeKey}, with what was carried in. */
export function withCarried(
  counted: Pick<Counted, 'scores' | 'comments'>,
  carried: Leftover,
): Leftover {
  const scores = new Map<string, LeaverCast[]>(
    [...carried.scores].map(([id, casts]) => [id, [...casts]]),
  );
  for (const [question, by] of counted.scores) {
    const fresh = [...by].map(([key, cast]): LeaverCast => {
      const [unit = '', jobFamily] = key.split('\0');
      return { unit, ...cast, ...(jobFamily !== undefined && { jobFamily }) };
    });
    scores.set(question, [...(scores.get(question) ?? []), ...fresh]);
  }
  const comments = new Map([...carried.comments].map(([id, by]) => [id, new Map(by)]));
  for (const [question, by] of counted.comments) {
    const into = comments.get(question) ?? new Map<string, Written>();
    for (const [key, written] of by) {
      const [unit = ''] = key.split('\0');
      into.set(unit, together(into.get(unit), written));
    }
    comments.set(question, into);
  }
  return { scores, comments };
}

export const NOTHING: Leftover = { scores: new Map(), comments: new Map() };

function together(a: Written | undefined, b: Written): Written {
  if (!a) return b;
  return { answers: a.answers + b.answers, texts: [...a.texts, ...b.texts] };
}

type Node = { readonly id: string; readonly parent?: string };

/** The nearest unit of `tree` on the way up from `unit` in `before`; its root where there is none. */
export function nearest(unit: string, before: readonly Node[], tree: readonly Node[]): string {
  const known = new Set(tree.map(({ id }) => id));
  const path = pathToRoot(new Map(before.map((node) => [node.id, node])), unit);
  const found = [unit, ...path.map(({ id }) => id)].find((id) => known.has(id));
  const root = tree.find(({ parent }) => parent === undefined);
  if (!found && !root) throw new Error('A release needs a tree of units: none was imported.');
  return found ?? (root as Node).id;
}

/** For another tree. */
export function moved(
  leftover: Leftover,
  before: readonly Node[],
  tree: readonly Node[],
): Leftover {
  const scores = [...leftover.scores].map(
    ([question, casts]) =>
      [
        question,
        casts.map((cast) => ({ ...cast, unit: nearest(cast.unit, before, tree) })),
      ] as const,
  );
  const comments = [...leftover.comments].map(([question, by]) => {
    const into = new Map<string, Written>();
    for (const [unit, written] of by) {
      const to = nearest(unit, before, tree);
      into.set(to, together(into.get(to), written));
    }
    return [question, into] as const;
  });
  return { scores: new Map(scores), comments: new Map(comments) };
}
