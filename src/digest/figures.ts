/** The figure that each unit may be shown for each question: its own, or that of its nearest ancestor that has one. */
import { type Figure, figure } from '../anonymity/figure.ts';
import { type Cast, type Pool, total } from '../ballot/pools.ts';
import type { Round, RoundUnit } from '../campaign/round.ts';
import { pathToRoot } from '../org/unit.ts';
import type { ScoredQuestion } from '../survey/question.ts';

/** A unit's own answers to one question: the whole pools at and below it. */
export interface Own extends Cast {
  readonly unit: RoundUnit;
  readonly figure: Figure;
  /** Units whose pools are behind it. */
  readonly pools: readonly string[];
  /** People asked in exactly the units whose ballots are in these pools. */
  readonly invited: number;
  /** People asked in all units at and below this one, the silent ones included. */
  readonly asked: number;
}

/** One question's figures in one round. */
export interface Figures {
  readonly question: ScoredQuestion;
  /** The question word for word: what is worded otherwise is another question. */
  readonly wording: string;
  /** A unit's own figure; undefined where it has too few answers. */
  own(unit: string): Own | undefined;
  /** The own figure of the unit or of its nearest ancestor that has one; undefined where not even the root has. */
  shown(unit: string): Own | undefined;
}

/** The figures of every question of a counted round that has figures (free text has none). */
export function figuresOf(
  round: Pick<Round, 'questions' | 'units'>,
  pools: ReadonlyMap<string, readonly Pool[]>,
): Figures[] {
  const tree = new Map(round.units.map((unit) => [unit.id, unit]));
  const below = new Map(round.units.map((unit) => [unit.id, new Set<string>()]));
  const asked = new Map<string, number>();
  for (const { id, invited } of round.units) {
    for (const above of pathToRoot(tree, id)) {
      below.get(above.id)?.add(id);
      asked.set(above.id, (asked.get(above.id) ?? 0) + invited);
    }
  }
  const scored = round.questions.filter((question) => question.kind !== 'free-text');
  return scored.map((question) => {
    const cache = new Map<string, Own | undefined>();
    const byUnit = new Map((pools.get(question.id) ?? []).map((pool) => [pool.unit, pool]));
    const own = (id: string) => {
      if (!cache.has(id)) {
        const unit = tree.get(id);
        const units = below.get(id);
        const pooled = unit && units && ownOf(question, unit, units, byUnit, tree);
        cache.set(id, pooled && { ...pooled, asked: asked.get(id) ?? 0 });
      }
      return cache.get(id);
    };
    const shown = (id: string) => {
      for (const unit of pathToRoot(tree, id)) {
        const figures = own(unit.id);
        if (figures) return figures;
      }
      return undefined;
    };
    return { question, wording: JSON.stringify(question), own, shown };
  });
}

function ownOf(
  question: ScoredQuestion,
  unit: RoundUnit,
  below: ReadonlySet<string>,
  pools: ReadonlyMap<string, Pool>,
  tree: ReadonlyMap<string, RoundUnit>,
): Omit<Own, 'asked'> | undefined {
  const mine: Pool[] = [];
  for (const id of below) {
    const pool = pools.get(id);
    if (pool) mine.push(pool);
  }
  const sum = total(mine, below);
  const said = sum && figure(question, sum.n, sum.tally);
  if (!sum || !said) return undefined;
  let invited = 0;
  for (const { from } of mine) for (const id of from) invited += tree.get(id)?.invited ?? 0;
  return { ...sum, unit, figure: said, pools: mine.map((pool) => pool.unit), invited };
}
