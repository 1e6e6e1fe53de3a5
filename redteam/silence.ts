/** Which units get no figure of their own because it would, beside those below it, leave somebody no choice. */

import { figure, sides } from '../src/anonymity/figure.ts';
import { type Pool, total } from '../src/ballot/pools.ts';
import { childrenOf, leavesFirst } from '../src/org/unit.ts';
import type { ScoredQuestion } from '../src/survey/question.ts';
import { afterwards, leavesRoom, type Room, together, untold } from './room.ts';

type Node = { readonly id: string; readonly parent?: string };

interface Told {
  readonly pools: readonly Pool[];
  readonly room: Room;
  readonly silent: boolean;
}

/**
 * From the leaves up: what is told of a unit is weighed against what has been told of its parts. A unit that is one with its
 * only part shares its lot. Choices have no favourable side; their shares are told from 20 answers, and not weighed.
 */
export function silenced(
  question: ScoredQuestion,
  units: readonly Node[],
  pools: ReadonlyMap<string, Pool>,
): ReadonlySet<string> {
  const silent = new Set<string>();
  if ('options' in question) return silent;
  const children = childrenOf(units);
  const told = new Map<string, Told>();
  for (const { id } of leavesFirst(units)) {
    const parts = (children.get(id) ?? []).flatMap((child) => told.get(child.id) ?? []);
    const here = weigh(question, parts, pools.get(id));
    if (!here) continue;
    told.set(id, here);
    if (here.silent) silent.add(id);
  }
  return silent;
}

function weigh(
  question: ScoredQuestion,
  parts: readonly Told[],
  own: Pool | undefined,
): Told | undefined {
  const [only] = parts;
  if (!own && parts.length < 2) return only;
  const pools = [...parts.flatMap((part) => part.pools), ...(own ? [own] : [])];
  const rooms = parts.map(({ room }) => room);
  const room = together(own ? [...rooms, untold(own.n, own.from.length)] : rooms);
  const sum = total(pools, new Set(pools.map(({ unit }) => unit)));
  const said = sum && figure(question, sum.n, sum.tally);
  if (!sum || !said) return undefined;
  const { favourable } = sides(question, sum.tally);
  if (!leavesRoom(room, favourable, said)) return { pools, room, silent: true };
  const after = afterwards(room, favourable, said);
  // What is told of several pools together does not say which of them is closed.
  return { pools, room: pools.length > 1 ? { ...after, open: room.open } : after, silent: false };
}
