/** Exposure: how many of those who stay would take what leavers were offered. */
import { type Figure, grainOf } from '../anonymity/figure.ts';
import type { Round } from '../campaign/round.ts';
import { figuresOf } from '../digest/figures.ts';
import { around, type Range } from '../digest/range.ts';
import { subtree } from '../org/unit.ts';
import type { CountedRound, Store } from '../ports/store.ts';
import type { ScoredQuestion } from '../survey/question.ts';
import { isAsking } from './ask-stayers.ts';
import { NUMBERS } from './exit-blocks.ts';
import { atLeast } from './exit-figures.ts';
import { wilson } from './wilson.ts';

export interface Exposed {
  readonly unit: string;
  readonly name: string;
  readonly question: ScoredQuestion;
  readonly asked: Date;
  readonly timezone: string;
  /** Where it is from, for the ledger: the round, its figure, and the units whose pools are behind that. */
  readonly round: string;
  readonly figure: Figure;
  readonly pools: readonly string[];
  /** Absent: under {@link NUMBERS} answers. */
  readonly share?: Share;
}

/** Percent: who would take it, as it may be shown, and where the share of all lies with 95 % confidence. */
interface Share {
  readonly coarse?: true;
  readonly would: number;
  readonly perhaps: number;
  readonly not: number;
  readonly from: number;
  readonly to: number;
}

/** Mirrors older than this say nothing about today. */
const YEAR = 365 * 86_400_000;

/** Of this unit and those right below it, each as it was last asked. */
export async function exposureOf(
  { rounds, results, campaigns }: Pick<Store, 'rounds' | 'results' | 'campaigns'>,
  unit: string,
  now: Date,
): Promise<Exposed[]> {
  const published = await rounds.list({ states: ['published'] });
  const mirrors = published.filter(
    ({ campaign, opensAt }) =>
      isAsking({ id: campaign }, 'mirror') && now.getTime() - opensAt.getTime() <= YEAR,
  );
  const made = await campaigns.list();
  const audience = (id: string) => made.find((each) => each.id === id)?.audience ?? [];
  const all: Exposed[] = [];
  for (const round of mirrors) {
    const result = await results.result(round.id);
    if (result) all.push(...exposedIn(round, result, unit, audience(round.campaign)));
  }
  return all.filter((each, i) => all.findIndex((other) => other.unit === each.unit) === i);
}

/** Only units all of whose people were asked: the mirror of a part is not that of the whole. */
export function exposedIn(
  round: Round,
  { pools }: Pick<CountedRound, 'pools'>,
  unit: string,
  audience: readonly string[],
): Exposed[] {
  const whole = new Set(audience.flatMap((id) => [...subtree(round.units, id)]));
  const here = round.units.filter(({ id, parent }) => id === unit || parent === unit);
  const own = subtree(round.units, unit);
  const tops = round.units.filter(({ id }) => audience.includes(id) && own.has(id));
  const shown = [...new Set([...here, ...tops])].filter(({ id }) => whole.has(id));
  return figuresOf(round, pools).flatMap(({ question, own: ownOf }) =>
    shown.flatMap(({ id, name }): Exposed[] => {
      const figures = ownOf(id);
      if (!figures) return [];
      const { id: of, opensAt: asked, timezone } = round;
      const { figure, pools: behind, n } = figures;
      const share = figure.shown === 'distribution' && n >= NUMBERS && shareOf(figure, n);
      const from = { round: of, figure, pools: behind };
      return [{ unit: id, name, question, asked, timezone, ...from, ...(share && { share }) }];
    }),
  );
}

/** Taking the offer is the unfavourable side. Nothing but the shown share and the least number of answers is looked at. */
function shareOf(figure: Extract<Figure, { shown: 'distribution' }>, n: number): Share {
  const { coarse, unfavourable: would, neutral: perhaps, favourable: not } = figure;
  const likely = interval(around(would, grainOf(figure)), atLeast(n));
  return { ...(coarse && { coarse }), would, perhaps, not, ...likely };
}

/**
 * Wilson's interval among so many answers at least of whatever the shown share stands for, in whole steps of 5 outwards and
 * within 5-95: it says no more than the share does.
 */
export function interval(meant: Range, answers: number): { from: number; to: number } {
  const end = (share: number) => wilson((share * answers) / 100, answers) ?? { low: 0, high: 1 };
  return {
    from: Math.max(5, 5 * Math.floor(20 * end(meant.from).low)),
    to: Math.min(95, 5 * Math.ceil(20 * end(meant.to).high)),
  };
}
