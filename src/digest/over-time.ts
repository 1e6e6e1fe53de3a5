/** What several rounds show together: slow drift, the engagement index, drivers beside those of other employers. */
import type { Figure } from '../anonymity/figure.ts';
import type { RoundUnit } from '../campaign/round.ts';
import { BENCHMARKS } from '../stock/benchmarks.ts';
import { backing } from './backing.ts';
import type { MembersChanged } from './compose.ts';
import type { Beside, Drifting, Engagement, OverTime } from './digest.ts';
import { drifts, type Week } from './drift.ts';
import { engagementIndex } from './engagement.ts';
import type { Figures, Own } from './figures.ts';
import { middle, rangeOf } from './range.ts';
import { WORTH_SAYING } from './statistics.ts';

/** The figures of one round of a campaign. */
export interface Past {
  /** Round id. */
  readonly round: string;
  readonly opensAt: Date;
  readonly figures: readonly Figures[];
}

/**
 * All of it follows from the unit's own figures of `history` (oldest first, this round last), as rounded as they were
 * published: it tells nothing that they don't.
 */
export async function overTime(
  unit: RoundUnit,
  history: readonly Past[],
  floor: number,
  membersChanged: MembersChanged,
): Promise<OverTime> {
  const drifting = await driftOf(unit.id, history, floor, membersChanged);
  const latest = latestOf(unit.id, history);
  const engagement = engagementOf(latest, history);
  const beside = unit.parent === undefined ? besideOf(latest) : undefined;
  return {
    ...(drifting && { drift: drifting }),
    ...(engagement && { engagement }),
    ...(beside && { beside }),
  };
}

async function driftOf(
  unit: string,
  history: readonly Past[],
  floor: number,
  membersChanged: MembersChanged,
): Promise<Drifting | undefined> {
  const weeks = history.map((past) => weekOf(unit, past, floor));
  const found = drifts(weeks).at(-1);
  const from = found && history.find(({ opensAt }) => opensAt.toISOString() === found.since);
  if (!from) return undefined;
  const moved = await membersChanged(unit, from);
  if (moved > 0 && moved < floor) return undefined;
  const rounds = history.filter((_, i) => (weeks[i]?.points.length ?? 0) > 0);
  return { ...found, rounds: rounds.map(({ round }) => round) };
}

function weekOf(unit: string, { opensAt, figures }: Past, floor: number): Week {
  const points = figures.flatMap(({ wording, own }) => {
    const mine = own(unit);
    const behind = mine && backing(mine.n, mine.asked, floor);
    if (!behind || mine.figure.shown === 'options') return [];
    return [{ question: wording, figure: mine.figure, backing: behind }];
  });
  return { since: opensAt.toISOString(), points };
}

/** The unit's newest own figure about a driver. */
interface Latest {
  readonly driver: string;
  readonly own: Own;
  readonly past: Past;
}

/** No older than this, in milliseconds: half a year, in which any rotation comes round. */
const LATELY = 182 * 86_400_000;
/** Other employers' figures stand beside those of so many answers (statistics.md, section 7). */
const MANY = 100;

/** Of statements of agreement: other scales are no part of an index, and nobody else's figures are of them. */
function latestOf(unit: string, history: readonly Past[]): Latest[] {
  const now = history.at(-1)?.opensAt.getTime() ?? 0;
  const found = new Map<string, Latest>();
  for (const past of history.filter(({ opensAt }) => now - opensAt.getTime() <= LATELY)) {
    for (const { question, own } of past.figures) {
      const mine = question.kind === 'five-point' ? own(unit) : undefined;
      if (mine && question.driver !== undefined) {
        found.set(question.driver, { driver: question.driver, own: mine, past });
      }
    }
  }
  return [...found.values()];
}

function engagementOf(latest: readonly Latest[], history: readonly Past[]): Engagement | undefined {
  const now = history.at(-1);
  const index = engagementIndex(
    new Map(latest.map(({ driver, own }) => [driver, meanOf(own.figure)])),
  );
  if (!index) return undefined;
  const used = latest.filter(({ driver }) => index.drivers.includes(driver));
  // Where nothing of it was asked, it is what it was.
  if (!used.some(({ past }) => past === now)) return undefined;
  return { ...index, ...from(used) };
}

/** Not at its limits, where it is only "or more", "or less". */
function meanOf(figure: Figure): number | undefined {
  const mean = figure.shown === 'distribution' ? figure.mean : undefined;
  return mean !== undefined && mean > 1.5 && mean < 4.5 ? mean : undefined;
}

/** Clearly higher and lower drivers, the farthest first. */
function besideOf(latest: readonly Latest[]): Beside | undefined {
  const placed = latest.flatMap((each) => {
    const range = each.own.n >= MANY ? rangeOf(each.own.figure) : undefined;
    const theirs = benchmarkOf(each.driver);
    if (!range || theirs === undefined) return [];
    const clear = range.from - theirs >= WORTH_SAYING || theirs - range.to >= WORTH_SAYING;
    return clear ? [{ ...each, points: middle(range) - theirs }] : [];
  });
  if (placed.length === 0) return undefined;
  const byDistance = placed.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return {
    higher: byDistance.filter(({ points }) => points > 0).map(({ driver }) => driver),
    lower: byDistance.filter(({ points }) => points < 0).map(({ driver }) => driver),
    ...from(placed),
  };
}

/** Of the newest year. */
function benchmarkOf(driver: string): number | undefined {
  const scores = BENCHMARKS.find((benchmark) => benchmark.driver === driver)?.scores;
  return Object.values(scores ?? {}).at(-1);
}

function from(used: readonly Latest[]) {
  const rounds = [...new Set(used.map(({ past }) => past))].toSorted(
    (a, b) => a.opensAt.getTime() - b.opensAt.getTime(),
  );
  return {
    since: rounds[0]?.opensAt.toISOString() ?? '',
    rounds: rounds.map(({ round }) => round),
  };
}
