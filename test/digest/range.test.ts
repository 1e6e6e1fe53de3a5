/** What a share would be if everybody had answered: the published formulas, and that nothing more than the figure gets out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figure } from '../../src/anonymity/figure.ts';
import { backing } from '../../src/digest/backing.ts';
import {
  bounds,
  effective,
  ifAllHadAnswered,
  type Range,
  type Within,
  wilson,
} from '../../src/digest/range.ts';
import { margin } from '../../src/digest/statistics.ts';
import { fivePoint } from '../support/round.ts';

const QUESTION = fivePoint('q');

describe('Wilson’s interval', () => {
  // codegolf.stackexchange.com 105389, z = 1.96; then Newcombe 1998 (statistics.md, section 3).
  it.each([
    [1, 11, 0.016231752, 0.377364625, 9],
    [10, 100, 0.055228542, 0.174367304, 9],
    [0, 1, 0, 0.793456709, 9],
    [0, 100, 0, 0.036994807, 9],
    [81, 263, 0.2553, 0.3662, 4],
    [15, 148, 0.0624, 0.1605, 4],
    [0, 20, 0, 0.1611, 4],
    [1, 29, 0.0061, 0.1718, 4],
    [5, 6, 0.436, 0.97, 3],
    [6, 6, 0.61, 1, 3],
  ])('of %i of %i is %f to %f', (favourable, n, from, to, digits) => {
    const interval = wilson(favourable / n, n, 1.96);
    expect(interval.from).toBeCloseTo(from, digits);
    expect(interval.to).toBeCloseTo(to, digits);
    expect(interval.from).toBeGreaterThanOrEqual(0);
    expect(interval.to).toBeLessThanOrEqual(1);
  });
});

describe('the finite population correction', () => {
  // CSPS Technical Guide 2019, page 24: headcount, responses, percent positive.
  it.each([
    [200, 120, 43],
    [150, 80, 50],
    [50, 40, 30],
    [500, 375, 60],
  ])('as a number of answers gives the published margin of %i, %i, %i', (N, n, percent) => {
    const p = percent / 100;
    const published = margin({ favourable: p * n, answered: n, invited: N });
    expect(1.96 * Math.sqrt((p * (1 - p)) / effective(n, N))).toBeCloseTo(published, 12);
  });

  it('leaves nothing open where everybody answered', () => {
    expect(wilson(0.3, effective(40, 40))).toEqual({ from: 0.3, to: 0.3 });
  });
});

describe('the certain range', () => {
  it('of 5 of 6 answers of 8 people is 62.5 to 87.5 % (statistics.md, section 3)', () => {
    const range = bounds(5 / 6, 6 / 8);
    expect(range.from).toBeCloseTo(0.625, 12);
    expect(range.to).toBeCloseTo(0.875, 12);
  });
});

/** A team of `asked`, of whom `n` answered and `favourable` favourably. */
const teams = fc
  .tuple(fc.integer({ min: 20, max: 900 }), fc.integer({ min: 0, max: 900 }), fc.nat(900))
  .map(([n, silent, favourable]) => ({
    n,
    asked: n + silent,
    favourable: Math.min(favourable, n),
  }));

function told({ n, asked, favourable }: { n: number; asked: number; favourable: number }) {
  const shown = figure(QUESTION, n, [n - favourable, 0, 0, 0, favourable]);
  const behind = backing(n, asked, 5);
  if (!shown || !behind) throw new Error('nothing is shown');
  return { shown, behind, range: ifAllHadAnswered(shown, behind) };
}

function holds(said: Within | undefined, { from, to }: Range): boolean {
  const [low, high] = [(said?.from ?? 0) / 100, (said?.to ?? 100) / 100];
  return low <= from + 1e-9 && high >= to - 1e-9;
}

describe('what is said', () => {
  it('certainly, holds whatever the silent think', () => {
    fc.assert(
      fc.property(teams, (team) => {
        const { n, asked, favourable } = team;
        const truth = { from: favourable / asked, to: (favourable + asked - n) / asked };
        expect(holds(told(team).range.certainly, truth)).toBe(true);
      }),
    );
  });

  it('probably, is never narrower than the exact numbers would give, but where it is certain', () => {
    fc.assert(
      fc.property(teams, (team) => {
        const { n, asked, favourable } = team;
        const exact = wilson(favourable / n, effective(n, asked));
        const truth = bounds(favourable / n, n / asked);
        const both = {
          from: Math.max(exact.from, truth.from),
          to: Math.min(exact.to, truth.to),
        };
        const { probably } = told(team).range;
        if (probably) expect(holds(probably, both)).toBe(true);
      }),
    );
  });

  it('is the same for all teams with the same figure, rough size and participation', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(teams, (team) => {
        const { shown, behind, range } = told(team);
        const favourable = shown.shown === 'distribution' && shown.favourable;
        const key = JSON.stringify([favourable, behind]);
        expect(seen.get(key) ?? JSON.stringify(range)).toBe(JSON.stringify(range));
        seen.set(key, JSON.stringify(range));
      }),
      { numRuns: 2000 },
    );
    expect(seen.size).toBeLessThan(1500);
  });

  it('is in steps of 5, within 10 and 90', () => {
    fc.assert(
      fc.property(teams, (team) => {
        const { probably, certainly } = told(team).range;
        for (const end of [probably?.from, probably?.to, certainly?.from, certainly?.to]) {
          if (end === undefined) continue;
          expect(end % 5).toBe(0);
          expect(end).toBeGreaterThanOrEqual(10);
          expect(end).toBeLessThanOrEqual(90);
        }
      }),
    );
  });

  it('is nothing under 20 answers, and of choices', () => {
    for (const n of [5, 10, 19]) expect(told({ n, asked: n, favourable: 3 }).range).toEqual({});
    const behind = { answers: 50, part: 'over three quarters' } as const;
    expect(ifAllHadAnswered({ shown: 'options', options: { a: 50 } }, behind)).toEqual({});
  });

  it('is narrower the more answered', () => {
    const width = (n: number, asked: number) => {
      const { probably, certainly } = told({ n, asked, favourable: n / 2 }).range;
      const { from = 0, to = 100 } = probably ?? certainly ?? {};
      return to - from;
    };
    expect([20, 50, 100, 1000].map((n) => width(n, n * 3))).toEqual([50, 40, 30, 20]);
    expect([20, 50, 100, 1000].map((n) => width(n, n * 1.2))).toEqual([40, 20, 20, 10]);
  });
});

describe('a rough size', () => {
  it('is rounded down, to steps of about two fifths', () => {
    const sizes = [3, 4, 5, 9, 10, 14, 15, 20, 29, 30, 69, 70, 99, 100, 149, 150, 1999, 30_000];
    expect(sizes.map((n) => backing(n, n, 3)?.answers)).toEqual([
      3, 3, 5, 5, 10, 10, 15, 20, 20, 30, 50, 70, 70, 100, 100, 150, 1500, 30_000,
    ]);
  });

  it('is not told where participation may not be', () => {
    expect(backing(4, 8, 5)).toBeUndefined();
  });
});
