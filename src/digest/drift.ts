/** Slow drift: does a unit, all in all, answer better or worse than it used to, over many rounds? */
import type { Figure } from '../anonymity/figure.ts';
import { type Backing, LEAST_PART } from './backing.ts';
import { middle, rangeOf } from './range.ts';
import { STABLE } from './statistics.ts';

/** A unit's own figure of one question. */
export interface Point {
  /** What the question says, word for word: another wording is another question. */
  readonly question: string;
  readonly figure: Figure;
  readonly backing: Backing;
}

/** A unit's figures in one round. */
export interface Week {
  readonly since: string;
  readonly points: readonly Point[];
}

export interface Drift {
  readonly direction: 'up' | 'down';
  /** The last round before it began, as far as can be told. */
  readonly since: string;
}

/**
 * The weight of the newest round, and the limit in standard deviations: about one false alarm a team a year at most, by
 * simulation (test/digest/drift.test.ts).
 */
const [LAMBDA, LIMIT] = [0.2, 2.4];

/** Answers of one person to different questions go together that much (FEVS 2018, 71 items, favourable or not). */
const TOGETHER = 0.3;

/** Exponentially weighted moving average: one step (NIST/SEMATECH e-Handbook, 6.3.2.4). */
export function ewma(before: number, value: number, lambda: number): number {
  return lambda * value + (1 - lambda) * before;
}

/** How far from its target an EWMA of values with this standard deviation may stray (same page). */
export function ewmaLimit(deviation: number, lambda: number, limit: number): number {
  return limit * deviation * Math.sqrt(lambda / (2 - lambda));
}

/** A drift that is quicker than so many rounds is no slow one. */
const ROUNDS = 4;

/**
 * For each of these rounds (oldest first) the drift that became clear in it. It is reckoned from published figures only: each
 * question against the mean of its own past, in standard deviations; these of a round together; their EWMA. After an
 * alarm everything starts anew.
 */
export function drifts(weeks: readonly Week[]): (Drift | undefined)[] {
  let past = new Map<string, Usual>();
  let [average, rounds, since, last] = [0, 0, '', ''];
  return weeks.map((week) => {
    const moved = movement(week, past);
    remember(week, past);
    const before = last;
    if (week.points.length > 0) last = week.since;
    if (moved === undefined) return undefined;
    const next = ewma(average, moved, LAMBDA);
    if (Math.sign(next) !== Math.sign(average)) [rounds, since] = [0, before];
    [average, rounds] = [next, rounds + 1];
    if (rounds < ROUNDS || Math.abs(average) <= ewmaLimit(1, LAMBDA, LIMIT)) return undefined;
    const direction = average > 0 ? 'up' : 'down';
    [average, rounds, past] = [0, 0, new Map()];
    remember(week, past);
    return { direction, since };
  });
}

/** Sums over what was shown of one question, or of one time only. */
interface Usual {
  readonly times: number;
  /** Of shares, in points. */
  readonly share: number;
  /** Of their noise, in squared points: what the people make of it, for each p(1 - p), and what rounding does. */
  readonly people: number;
  readonly rounding: number;
}

function remember({ points }: Week, past: Map<string, Usual>): void {
  for (const point of points) {
    const before = past.get(point.question);
    const now = usualOf(point);
    if (now) past.set(point.question, before ? add(before, now) : now);
  }
}

function add(a: Usual, b: Usual): Usual {
  return {
    times: a.times + b.times,
    share: a.share + b.share,
    people: a.people + b.people,
    rounding: a.rounding + b.rounding,
  };
}

/**
 * How far a round's figures are from what they used to be, all questions together, in standard deviations. As each is
 * compared with the mean of all before it, what is left of noise is independent from round to round.
 */
function movement({ points }: Week, past: ReadonlyMap<string, Usual>): number | undefined {
  const moves = points.flatMap((point) => {
    const [before, now] = [past.get(point.question), usualOf(point)];
    return before && now ? [move(before, now)] : [];
  });
  if (moves.length === 0) return undefined;
  const sum = moves.reduce((all, each) => all + each, 0);
  return sum / Math.sqrt(moves.length * (1 + (moves.length - 1) * TOGETHER));
}

function move(before: Usual, now: Usual): number {
  const all = add(before, now);
  const p = Math.min(0.85, Math.max(0.15, all.share / all.times / 100));
  const noise = ({ times, people, rounding }: Usual) => {
    return (p * (1 - p) * people + rounding) / times ** 2;
  };
  const moved = now.share - before.share / before.times;
  return moved / Math.sqrt(noise(now) + noise(before));
}

/**
 * Noise is what a published share may vary by where nothing changes: by the people who happen to answer (what stays of an
 * answer has the finite population correction, what wavers has none), and by rounding. The number of answers and the part
 * that answered are taken at their lowest.
 */
function usualOf({ figure, backing: { answers, part } }: Point): Usual | undefined {
  const range = rangeOf(figure);
  if (!range) return undefined;
  const silent = 1 - LEAST_PART[part];
  return {
    times: 1,
    share: middle(range),
    people: (1e4 * (STABLE * silent + 1 - STABLE)) / answers,
    rounding: (range.to - range.from) ** 2 / 12,
  };
}
