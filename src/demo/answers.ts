/** Answers that people of a made-up company might give: the same for the same arguments. */
import { homeUnit, type Organisation } from '../org/person.ts';
import { subtree } from '../org/unit.ts';
import { type Question, type ScoredQuestion, side } from '../survey/question.ts';
import { commenter } from './comments.ts';
import { blend, deviate, quantile, uniform } from './random.ts';

export interface DemoAnswer {
  readonly person: string;
  readonly question: string;
  /** As in a ballot: `1` to `5`, `0` to `10`, option values joined by `,`, or text, maybe empty. */
  readonly value: string;
  /** Whom a comment is for. */
  readonly reader?: 'team' | 'hr';
}

interface Driver {
  /** Per cent of all who choose 1 to 5. */
  readonly shares: readonly number[];
  /** Intra-class correlation: variance between units. */
  readonly icc: number;
}

/**
 * Shares: mean of the items named, of three agencies of the US Federal Employee Viewpoint Survey
 * 2018 (OPM, public domain; 4,214 people, unweighted). ICC: real companies of soldiers (Bliese, R
 * package multilevel): hours .13, leadership .13, cohesion .04, well-being .04, job satisfaction
 * .08; .09 where nothing is known.
 */
export const DRIVERS: Readonly<Record<string, Driver>> = {
  role: { shares: [1.5, 3.2, 7.5, 43.8, 44.0], icc: 0.09 }, // Q6, 12, 13
  recognition: { shares: [6.7, 11.8, 23.1, 39.0, 19.4], icc: 0.09 }, // Q24, 31, 65
  growth: { shares: [6.1, 10.3, 17.1, 35.0, 31.5], icc: 0.09 }, // Q1, 43, 67
  training: { shares: [5.3, 11.4, 19.2, 40.8, 23.4], icc: 0.09 }, // Q18, 68
  pay: { shares: [4.4, 10.5, 14.8, 46.3, 24.0], icc: 0.09 }, // Q70
  workload: { shares: [9.1, 18.1, 16.3, 41.1, 15.4], icc: 0.13 }, // Q9, 10
  flexibility: { shares: [3.0, 3.4, 10.3, 38.7, 44.6], icc: 0.09 }, // Q42, 62
  manager: { shares: [2.6, 3.9, 8.3, 29.3, 55.8], icc: 0.13 }, // Q48, 49, 51, 52
  team: { shares: [1.4, 3.5, 8.2, 41.7, 45.2], icc: 0.04 }, // Q20, 26, 28
  leadership: { shares: [8.9, 9.4, 20.2, 37.4, 24.1], icc: 0.13 }, // Q53, 54, 56, 60, 61, 66
  fairness: { shares: [8.5, 9.9, 25.4, 36.8, 19.5], icc: 0.09 }, // Q22, 25, 37
  belonging: { shares: [3.3, 3.8, 14.7, 45.2, 33.0], icc: 0.09 }, // Q34, 45, 55
  'well-being': { shares: [3.2, 6.9, 12.6, 43.2, 34.1], icc: 0.04 }, // Q4, 69
  staying: { shares: [4.1, 9.1, 15.6, 39.8, 31.4], icc: 0.08 }, // Q40, 71
};
/** For any other driver: the mean of all 71 items. */
const AVERAGE: Driver = { shares: [4.9, 7.9, 15.5, 39.4, 32.2], icc: 0.09 };

/** Per cent who choose 0 to 10: 25 up to 6, 40 at 7 and 8, 35 at 9 and 10; recommend score +10. */
const LIKELIHOOD = [1, 1, 1.5, 2, 3, 7, 9.5, 18, 22, 19, 16];

/** Correlation of a person's answers from wave to wave: measured on soldiers in small units. */
const STABLE = 0.56;
/** Of what is stable of a unit or person, how much is the same for every driver. */
const GENERAL = 0.5;
/** How much of a unit's own in one driver never moves; the rest comes and goes in a year. */
const FIXED = 0.8;
const YEAR = (2 * Math.PI) / 52;

/** Chosen so that the team of `DEMO_FIRST` has 7 to 11 answers and every story is plain to see. */
const SEED = 47;
const RESPONSE = 0.75;

/** Something that happens in a part of the company: a shift of latent answers, in SD. */
interface Story {
  readonly unit: string;
  readonly driver: string;
  readonly shift: (round: number) => number;
}

/** Too many launches in Instruments, thanks in Assembly, career steps written down in Software. */
const STORIES: readonly Story[] = [
  { unit: 'instruments', driver: 'workload', shift: (round) => (round >= 8 ? -0.8 : 0) },
  {
    unit: 'assembly',
    driver: 'recognition',
    shift: (round) => Math.min(0.9, 0.15 * Math.max(0, round - 2)),
  },
  { unit: 'software', driver: 'growth', shift: (round) => (round >= 5 ? 0.8 : 0) },
];

/** Everything that chance in one answer depends on. */
interface Moment {
  readonly seed: number;
  readonly round: number;
  /** Home unit. */
  readonly unit: string;
  readonly person: string;
  readonly question: string;
  readonly driver: string;
}

/** What everyone in `company` who answers this round (counted from 0) says to `questions`. */
export function demoAnswers(
  company: Organisation,
  round: number,
  questions: readonly Question[],
  seed = SEED,
): DemoAnswer[] {
  const units = new Map(company.units.map((unit) => [unit.id, unit]));
  const told = STORIES.map((story) => ({ ...story, units: subtree(company.units, story.unit) }));
  const comment = commenter(company, round, seed);
  return company.people
    .filter((person) => responds(person.id, round, seed))
    .flatMap((person) => {
      const unit = homeUnit(person, units);
      const lived = told.filter((story) => story.units.has(unit));
      return questions.map((question): DemoAnswer => {
        const asked = { person: person.id, question: question.id };
        if (question.kind === 'free-text') {
          const topic = lived.find((story) => Math.abs(story.shift(round)) > 0.5)?.driver;
          return { ...asked, ...comment(person, question.id, topic) };
        }
        const driver = question.driver ?? question.id;
        const shift = lived.find((story) => story.driver === driver)?.shift(round) ?? 0;
        const moment = { ...asked, seed, round, unit, driver };
        return { ...asked, value: choose(question, latent(moment) + shift, moment) };
      });
    });
}

/** Probit with a random intercept: half of what decides whether someone answers is who they are. */
function responds(person: string, round: number, seed: number): boolean {
  const willing = blend(0.5, deviate(seed, 'r', person), deviate(seed, 'r', person, round));
  return willing < quantile(RESPONSE);
}

/**
 * Standard normal over units, people and rounds: unit + person + noise, with variances ICC,
 * STABLE - ICC and 1 - STABLE (the random-intercept model that digests shrink with).
 */
export function latent({ seed, round, unit, person, question, driver }: Moment): number {
  const { icc } = DRIVERS[driver] ?? AVERAGE;
  const year = YEAR * round;
  // a cos + b sin of two standard normals is stationary and standard normal at every round.
  const season =
    Math.cos(year) * deviate(seed, 'cos', unit, driver) +
    Math.sin(year) * deviate(seed, 'sin', unit, driver);
  const ofUnit = blend(
    GENERAL,
    deviate(seed, 'u', unit),
    blend(FIXED, deviate(seed, 'u', unit, driver), season),
  );
  const ofPerson = blend(GENERAL, deviate(seed, 'p', person), deviate(seed, 'p', person, driver));
  const noise = deviate(seed, 'n', person, question, round);
  return blend(STABLE, blend(icc / STABLE, ofUnit, ofPerson), noise);
}

function choose(question: ScoredQuestion, score: number, moment: Moment): string {
  switch (question.kind) {
    case 'five-point': {
      const step = cut(score, (DRIVERS[moment.driver] ?? AVERAGE).shares);
      return String(side(question, 0) === 'favourable' ? 5 - step : step + 1);
    }
    case 'zero-to-ten':
      return String(cut(score, LIKELIHOOD));
    case 'single-choice':
      return question.options[cut(score, zipf(question.options.length))]?.value ?? '';
    case 'several-choices': {
      const first = cut(score, zipf(question.options.length));
      const { seed, round, person, question: asked } = moment;
      const chance = (option: string) => uniform(seed, 'o', person, asked, option, round);
      return question.options
        .filter(({ value }, i) => i === first || chance(value) < 0.25)
        .map(({ value }) => value)
        .join(',');
    }
  }
}

/** Which share of a standard normal `score` falls into, from 0: cut points are its quantiles. */
function cut(score: number, shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share);
  let below = 0;
  return shares.slice(0, -1).filter((share) => {
    below += share;
    return score > quantile(below / total);
  }).length;
}

/** Earlier options are chosen more often: 1, 1/2, 1/3 (Zipf). */
function zipf(options: number): number[] {
  return Array.from({ length: options }, (_, i) => 1 / (i + 1));
}
