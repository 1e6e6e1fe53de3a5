/** A round that never was: three quarters of everybody answer something invented, counted by the rules of real rounds. */
import { type Cast, type Pool, placeInPools } from '../ballot/pools.ts';
import { type Figures, figuresOf } from '../digest/figures.ts';
import type { Organisation } from '../org/person.ts';
import { subtree } from '../org/unit.ts';
import { cells, type ScoredQuestion } from '../survey/question.ts';
import type { Campaign } from './campaign.ts';
import { audienceOf } from './due.ts';
import { questionsOf } from './rotation.ts';
import type { Round, RoundUnit } from './round.ts';

export interface Rehearsal {
  readonly round: Round;
  readonly figures: readonly Figures[];
  /** The pool in which a unit's ballots lie; undefined where nobody is asked, or not even the root is large enough. */
  poolOf(unit: string): Pool | undefined;
  /** People asked in a unit and all below it. */
  asked(unit: string): number;
}

/** Three quarters, rounded down; of one person, one. */
export function answering(people: number): number {
  return people === 0 ? 0 : Math.max(1, Math.floor((people * 3) / 4));
}

export function rehearse(campaign: Campaign, org: Organisation, now: Date): Rehearsal {
  const units = unitsOf(campaign, org, now);
  const questions = questionsOf(campaign.questions, campaign.perRound, 0);
  const scored = questions.filter((question) => question.kind !== 'free-text');
  const place = (tally: (n: number) => number[]) => {
    const cast = new Map<string, Cast>();
    for (const { id, invited } of units) {
      const n = answering(invited);
      if (n > 0) cast.set(id, { n, tally: tally(n) });
    }
    return placeInPools(units, cast, campaign.floor).pools;
  };
  const pools = new Map(
    scored.map((question, i) => [question.id, place((n) => invent(question, i, n))]),
  );
  const placed = place(() => []);
  return {
    round: roundOf(campaign, questions, units, now),
    figures: figuresOf({ questions, units }, pools),
    poolOf: (unit) => placed.find(({ from }) => from.includes(unit)),
    asked(unit) {
      const below = subtree(units, unit);
      const people = units.filter(({ id }) => below.has(id)).map(({ invited }) => invited);
      return people.reduce((sum, each) => sum + each, 0);
    },
  };
}

function unitsOf(campaign: Campaign, org: Organisation, now: Date): RoundUnit[] {
  const people = audienceOf(campaign, org, now);
  return org.units.map((each) => {
    return { ...each, invited: people.filter(({ unit }) => unit === each.id).length };
  });
}

/** Shapes of agreement from 1 to 5: mixed, low, good. */
const SHAPES = [
  [1, 2, 3, 4, 2],
  [3, 4, 3, 2, 1],
  [1, 1, 2, 5, 4],
] as const;

/** `n` answers in the shape of question `i`; whoever a rounding leaves over is put in the middle. */
function invent(question: ScoredQuestion, i: number, n: number): number[] {
  const count = cells(question);
  const shape = SHAPES[i % SHAPES.length] ?? SHAPES[0];
  const weights = Array.from({ length: count }, (_, cell) => {
    return shape[Math.floor((cell * shape.length) / count)] ?? 1;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const tally = weights.map((weight) => Math.floor((n * weight) / sum));
  const middle = Math.floor(count / 2);
  tally[middle] = (tally[middle] ?? 0) + n - tally.reduce((total, each) => total + each, 0);
  return tally;
}

function roundOf(
  campaign: Campaign,
  questions: Round['questions'],
  units: readonly RoundUnit[],
  now: Date,
): Round {
  return {
    id: 'example',
    campaign: campaign.id,
    number: 0,
    state: 'published',
    opensAt: now,
    closesAt: now,
    timezone: campaign.cadence.timezone,
    floor: campaign.floor,
    questions,
    units,
    publicKey: new Uint8Array(32),
  };
}
