/** Slow drift: the published chart, how often it cries wolf, what it hears, and that it knows nothing but published figures. */
import { describe, expect, it } from 'vitest';
import { figure } from '../../src/anonymity/figure.ts';
import { backing } from '../../src/digest/backing.ts';
import { drifts, ewma, ewmaLimit, type Point, type Week } from '../../src/digest/drift.ts';
import { seeded } from '../support/random.ts';
import { fivePoint } from '../support/round.ts';

// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4.
const NIST = {
  target: 50,
  deviation: 2.0539,
  values: [
    52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2,
    52.6, 52.4, 53.6, 52.1,
  ],
  averages: [
    50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05,
    49.38, 49.92, 50.73, 51.23, 51.94, 51.99,
  ],
} as const;

describe('the published chart', () => {
  it('has these averages', () => {
    let average: number = NIST.target;
    for (const [i, value] of NIST.values.entries()) {
      average = ewma(average, value, 0.3);
      expect(average).toBeCloseTo(NIST.averages[i] ?? 0, 1);
      expect(Math.abs(average - (NIST.averages[i] ?? 0))).toBeLessThan(0.0051);
    }
  });

  it('has the limits 52.5884 and 47.4115, which they keep', () => {
    const limit = ewmaLimit(NIST.deviation, 0.3, 3);
    expect(NIST.target + limit).toBeCloseTo(52.5884, 3);
    expect(NIST.target - limit).toBeCloseTo(47.4115, 3);
    for (const average of NIST.averages) {
      expect(Math.abs(average - NIST.target)).toBeLessThan(limit);
    }
  });
});

interface Team {
  readonly people: number;
  /** How favourable they are, and by how much less after a year. */
  readonly favourable: number;
  readonly fall?: number;
  /** So many questions take turns, so many in a round. */
  readonly questions: number;
  readonly perRound: number;
  /** How many of what people think for good is still so a week later. */
  readonly lasting?: number;
}

const QUESTION = fivePoint('q');

/**
 * A year of weeks of a team whose 75 % answer. Answers of a person correlate .56 from time to time and .30 over questions, as
 * real ones do (bh1996; FEVS 2018).
 */
function yearOf(team: Team, random: () => number): Week[] {
  const { people, questions, perRound, favourable, fall = 0, lasting = 1 } = team;
  // Whoever's number is under today's share is favourable.
  const draws = () => Array.from({ length: people }, random);
  const mood = draws();
  const opinions = Array.from({ length: questions }, () =>
    mood.map((each) => (random() < 0.73 ? each : random())),
  );
  return Array.from({ length: 52 }, (_, week) => {
    const today = favourable - (fall * week) / 52;
    const here = draws().map((each) => each < 0.75);
    for (const opinion of lasting < 1 ? opinions : []) {
      for (const who of opinion.keys()) if (random() >= lasting) opinion[who] = random();
    }
    const points = Array.from({ length: perRound }, (_, i) => {
      const question = (week * perRound + i) % questions;
      const answers = (opinions[question] ?? [])
        .filter((_, who) => here[who])
        .map((each) => ((random() < 0.748 ? each : random()) < today ? 1 : 0));
      return pointOf(`${question}`, answers, people);
    });
    return { since: `week ${week}`, points: points.flat() };
  });
}

function pointOf(question: string, answers: readonly number[], people: number): Point[] {
  const n = answers.length;
  const favourable = answers.reduce((sum, each) => sum + each, 0);
  const behind = backing(n, people, 5);
  const shown = behind && figure(QUESTION, n, [n - favourable, 0, 0, 0, favourable]);
  return shown ? [{ question, figure: shown, backing: behind }] : [];
}

/** How often a drift is told in a year, of `runs` teams, and how many of them are told of a fall. */
function heard(team: Team, runs: number) {
  const random = seeded(2026_11_22);
  let [alarms, falls] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const told = drifts(yearOf(team, random));
    alarms += told.filter((each) => each !== undefined).length;
    if (told.some((each) => each?.direction === 'down')) falls++;
  }
  return { alarms: alarms / runs, falls: falls / runs };
}

const PULSE = { questions: 14, perRound: 3 };
const SAME = { questions: 1, perRound: 1 };

describe('where nothing changes', () => {
  const teams = [8, 15, 40].flatMap((people) =>
    [0.5, 0.7].map((favourable) => ({ people, favourable })),
  );

  it.each(teams)(
    'a team of $people ($favourable favourable) hears of a drift less than once a year',
    (team) => {
      expect(heard({ ...team, ...PULSE }, 100).alarms).toBeLessThan(1);
      expect(heard({ ...team, ...SAME }, 100).alarms).toBeLessThan(1);
    },
  );

  it.each(teams)('about once a year if moods of $people people ($favourable) wander', (team) => {
    expect(heard({ ...team, ...PULSE, lasting: 0.97 }, 100).alarms).toBeLessThan(1.5);
    expect(heard({ ...team, ...SAME, lasting: 0.97 }, 100).alarms).toBeLessThan(1.5);
  });
});

describe('where answers get worse slowly', () => {
  it('most teams of fifteen hear of 20 points in a year, and most of forty of 10', () => {
    expect(heard({ people: 15, favourable: 0.75, fall: 0.2, ...PULSE }, 50).falls).toBeGreaterThan(
      0.7,
    );
    expect(heard({ people: 40, favourable: 0.75, fall: 0.1, ...PULSE }, 50).falls).toBeGreaterThan(
      0.6,
    );
  });
});

/** A team of forty, so many percent favourable each week. */
function weeks(percents: readonly number[], people = 40): Week[] {
  return percents.map((percent, i) => {
    const favourable = Math.round((percent * people) / 100);
    const answers = Array.from({ length: people }, (_, who) => (who < favourable ? 1 : 0));
    return { since: `week ${i}`, points: pointOf('q', answers, people) };
  });
}

describe('a drift', () => {
  const fall = [70, 70, 70, 70, 70, 70, 60, 60, 60, 50, 50];

  it('is told once, in the week in which it becomes clear, with the last one before it began', () => {
    const told = drifts(weeks(fall));
    const heardAt = told.findIndex((each) => each !== undefined);
    expect(heardAt).toBeGreaterThan(6);
    expect(told[heardAt]).toEqual({ direction: 'down', since: 'week 5' });
    expect(told[heardAt + 1]).toBeUndefined();
  });

  it('upwards is told as well', () => {
    const told = weeks([...fall].reverse().map((each) => each - 10));
    expect(drifts(told).find((each) => each !== undefined)).toMatchObject({ direction: 'up' });
  });

  it('is none in weeks without figures, at the first asking, or of questions asked once', () => {
    expect(drifts([])).toEqual([]);
    expect(drifts(weeks([10]))).toEqual([undefined]);
    const silent = Array.from({ length: 30 }, (_, i) => ({ since: `${i}`, points: [] }));
    expect(drifts(silent).filter(Boolean)).toEqual([]);
    const once = weeks([90, 80, 70, 60, 50, 40, 30, 20]).map((week, i) => ({
      ...week,
      points: week.points.map((point) => ({ ...point, question: `q${i}` })),
    }));
    expect(drifts(once).filter(Boolean)).toEqual([]);
  });

  it('follows from published figures: an answer that moves no figure moves no drift', () => {
    const all = weeks(fall, 200);
    const other = weeks(
      fall.map((percent) => percent + 0.5),
      200,
    );
    expect(other).toEqual(all);
    expect(drifts(all).filter((each) => each !== undefined)).not.toEqual([]);
  });
});
