/** What no pool of a release could take, on its way into the next: one envelope of one size, whatever is in it. */
import type { Written } from '../ballot/comments.ts';
import type { Counted } from '../ballot/count.ts';
import { openBytes, type RoundKeys, sealBytes, wipe } from '../ballot/envelope.ts';
import type { Cast } from '../ballot/pools.ts';
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

/** What was counted by {@link placeKey}; what people wrote is kept apart by unit alone. */
export function unplaced({ scores, comments }: Pick<Counted, 'scores' | 'comments'>): Leftover {
  return {
    scores: new Map([...scores].map(([question, by]) => [question, [...by].map(castOf)])),
    comments: new Map(
      [...comments].map(([question, by]) => [question, regrouped(by, (key) => placeOf(key).unit)]),
    ),
  };
}

function castOf([key, cast]: readonly [string, Cast]): LeaverCast {
  return { ...placeOf(key), ...cast };
}

function placeOf(key: string): { readonly unit: string; readonly jobFamily?: string } {
  const [unit = '', jobFamily] = key.split('\0');
  return { unit, ...(jobFamily !== undefined && { jobFamily }) };
}

export const NOTHING: Leftover = { scores: new Map(), comments: new Map() };

export function joined(a: Leftover, b: Leftover): Leftover {
  const scores = new Map(a.scores);
  for (const [id, casts] of b.scores) scores.set(id, [...(scores.get(id) ?? []), ...casts]);
  const comments = new Map(a.comments);
  for (const [id, by] of b.comments) {
    const both = [...(comments.get(id) ?? []), ...by];
    comments.set(
      id,
      regrouped(both, (unit) => unit),
    );
  }
  return { scores, comments };
}

/** Under what `keyOf` makes of each unit; what comes under the same joins. */
function regrouped(
  written: Iterable<readonly [string, Written]>,
  keyOf: (unit: string) => string,
): ReadonlyMap<string, Written> {
  const into = new Map<string, Written>();
  for (const [unit, each] of written) {
    const key = keyOf(unit);
    into.set(key, together(into.get(key), each));
  }
  return into;
}

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
  const comments = [...leftover.comments].map(
    ([question, by]) => [question, regrouped(by, (unit) => nearest(unit, before, tree))] as const,
  );
  return { scores: new Map(scores), comments: new Map(comments) };
}
