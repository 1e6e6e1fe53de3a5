import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COMPARABLE,
  clearChanges,
  holm,
  margin,
  type Share,
  twoSided,
  WORTH_SAYING,
  zOfShares,
} from '../../src/digest/statistics.ts';
import { seeded } from '../support/random.ts';

/** `favourable` percent of the answers. */
function share(invited: number, answered: number, favourable: number): Share {
  return { favourable: (favourable / 100) * answered, answered, invited };
}

function percent(fraction: number): number {
  return Math.round(100 * fraction);
}

describe('published figures', () => {
  // CSPS Technical Guide 2019, page 24; statistics.md section 3.
  test.each([
    { invited: 200, answered: 120, favourable: 43, published: 6, ours: 5.62 },
    { invited: 150, answered: 80, favourable: 50, published: 8, ours: 7.51 },
    { invited: 50, answered: 40, favourable: 30, published: 6, ours: 6.42 },
    { invited: 500, answered: 375, favourable: 60, published: 2, ours: 2.48 },
  ])('$favourable % of $answered of $invited: +-$published', (row) => {
    const points = margin(share(row.invited, row.answered, row.favourable));
    expect(percent(points)).toBe(row.published);
    expect(100 * points).toBeCloseTo(row.ours, 2);
  });

  test('without correction 50 % of 100 is +-10 and 5 % is +-4 (page 26)', () => {
    expect(percent(margin(share(1e9, 100, 50)))).toBe(10);
    expect(percent(margin(share(1e9, 100, 5)))).toBe(4);
    expect(percent(margin(share(1e9, 50, 50)))).toBe(14);
    expect(percent(margin(share(1e9, 1000, 50)))).toBe(3);
  });

  test('43 % is not different from 50 %, and is different from 60 % (page 24)', () => {
    const [first, second, fourth] = [share(200, 120, 43), share(150, 80, 50), share(500, 375, 60)];
    expect(zOfShares(first, second)).toBeCloseTo(1.46, 2);
    expect(zOfShares(first, fourth)).toBeCloseTo(5.43, 2);
    expect(twoSided(zOfShares(first, second))).toBeGreaterThan(0.05);
    expect(twoSided(zOfShares(first, fourth))).toBeLessThan(0.001);
  });

  test('a census has no margin', () => {
    expect(margin(share(40, 40, 30))).toBe(0);
  });
});

describe('the two-sided p-value', () => {
  // Quantiles of the standard normal, to nine figures.
  test.each([
    [0, 1],
    [0.6744897502, 0.5],
    [1, 0.317310508],
    [1.644853627, 0.1],
    [1.959963985, 0.05],
    [2.575829304, 0.01],
    [3.290526731, 0.001],
    [5, 5.733e-7],
  ])('of z = %d is %d', (z, p) => {
    expect(Math.abs(twoSided(z) - p)).toBeLessThan(2e-7);
    expect(twoSided(-z)).toBe(twoSided(z));
  });

  test('of an infinite z is nought', () => {
    expect(twoSided(Number.POSITIVE_INFINITY)).toBe(0);
    expect(twoSided(Number.NEGATIVE_INFINITY)).toBe(0);
  });
});

describe('Holm’s procedure', () => {
  test('takes the smallest at alpha/m, the next at alpha/(m-1), and stops at the first that fails', () => {
    // .005 <= .05/4, .011 <= .05/3, .02 <= .05/2, .04 <= .05/1
    expect(holm([0.04, 0.011, 0.005, 0.02])).toEqual([true, true, true, true]);
    // .01 <= .0125, .03 > .0167: the rest is not tested any more, though .04 would pass at .05.
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([true, false, false, true]);
  });

  test('of one value is the plain test, edge included', () => {
    expect(holm([0.05])).toEqual([true]);
    expect(holm([0.0501])).toEqual([false]);
    expect(holm([])).toEqual([]);
  });

  test('is at least as strict as each test alone and as lenient as Bonferroni', () => {
    const p = fc.double({ min: 0, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 6 }), (values) => {
        for (const [i, significant] of holm(values).entries()) {
          const value = values[i] ?? 1;
          if (significant) expect(value).toBeLessThanOrEqual(0.05);
          if (value <= 0.05 / values.length) expect(significant).toBe(true);
        }
      }),
    );
  });
});

describe('a clear change', () => {
  const of = (favourable: number, answered: number, invited = 400): Share => ({
    favourable,
    answered,
    invited,
  });
  const one = (before: Share, after: Share) => clearChanges([{ before, after }])[0];

  test('is up or down where enough people moved far enough', () => {
    expect(one(of(60, 200), of(110, 200))).toBe('up');
    expect(one(of(110, 200), of(60, 200))).toBe('down');
  });

  test('is never said under 30 answers on either side, however large', () => {
    expect(COMPARABLE).toBe(30);
    expect(one(of(0, 29, 40), of(30, 30, 40))).toBeUndefined();
    expect(one(of(0, 30, 40), of(29, 29, 40))).toBeUndefined();
    expect(one(of(2, 30, 40), of(28, 30, 40))).toBe('up');
  });

  test('is never said under 5 points, however significant', () => {
    expect(WORTH_SAYING).toBe(5);
    const many = 100_000;
    expect(one(of(50_000, many, 1e6), of(54_999, many, 1e6))).toBeUndefined();
    expect(one(of(50_000, many, 1e6), of(55_001, many, 1e6))).toBe('up');
    expect(one(of(55_001, many, 1e6), of(50_000, many, 1e6))).toBe('down');
  });

  test('is never said where the response differs by more than 20 points', () => {
    const before = of(60, 200);
    expect(one(before, { ...of(154, 280), invited: 400 })).toBe('up');
    expect(one(before, { ...of(155, 281), invited: 400 })).toBeUndefined();
    expect(one({ ...of(155, 281), invited: 400 }, before)).toBeUndefined();
  });

  test('is never said within noise', () => {
    expect(one(of(15, 30), of(18, 30))).toBeUndefined();
    expect(one(of(100, 200), of(100, 200))).toBeUndefined();
  });

  test('needs more evidence the more questions are asked at once', () => {
    const before = of(80, 200, 1e6);
    const after = of(101, 200, 1e6);
    expect(one(before, after)).toBe('up');
    const same = { before, after: before };
    expect(clearChanges([same, { before, after }, same])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('of one question is found beside questions that can’t be compared', () => {
    const few = { before: of(1, 10), after: of(9, 10) };
    const clear = { before: of(60, 200), after: of(110, 200) };
    const back = { before: of(110, 200), after: of(60, 200) };
    expect(clearChanges([few, clear, few, back])).toEqual([undefined, 'up', undefined, 'down']);
  });

  test('that is a fall is a rise when time runs backwards', () => {
    const shares = fc
      .tuple(fc.integer({ min: 30, max: 90 }), fc.integer({ min: 0, max: 90 }))
      .map(([answered, favourable]) => of(Math.min(favourable, answered), answered, 100));
    const turned = { up: 'down', down: 'up' } as const;
    fc.assert(
      fc.property(shares, shares, (before, after) => {
        const there = one(before, after);
        expect(one(after, before)).toBe(there && turned[there]);
      }),
    );
  });
});

describe('where nothing has changed', () => {
  const PEOPLE = 60;
  const RUNS = 4000;

  /** How often a change is claimed from one round to the next; `again` is the share of answers kept. */
  function falseAlarms(favourable: number, again: number, questions = 1): number {
    const random = seeded(20260_1122);
    const drawn = () => (random() < favourable ? 1 : 0);
    const tally = (opinions: readonly number[]): Share => {
      const answers = opinions.filter(() => random() < 0.75);
      const sum = answers.reduce<number>((all, each) => all + each, 0);
      return { favourable: sum, answered: answers.length, invited: PEOPLE };
    };
    let alarms = 0;
    for (let run = 0; run < RUNS; run++) {
      const pairs = Array.from({ length: questions }, () => {
        const opinions = Array.from({ length: PEOPLE }, drawn);
        const later = opinions.map((each) => (random() < again ? each : drawn()));
        return { before: tally(opinions), after: tally(later) };
      });
      if (clearChanges(pairs).some((change) => change !== undefined)) alarms++;
    }
    return alarms / RUNS;
  }

  test('a team of 60 whose opinions stay the same hears of a change in about 5 % of weeks at most', () => {
    for (const favourable of [0.5, 0.7, 0.85]) {
      expect(falseAlarms(favourable, 1)).toBeLessThan(0.08);
      expect(falseAlarms(favourable, 1, 3)).toBeLessThan(0.08);
    }
  });

  // Answers of the same people correlate .56 from wave to wave (statistics.md, section 4): not all of that is change.
  test('nor does a team of 60 whose answers waver as people’s do', () => {
    for (const favourable of [0.5, 0.7, 0.85]) {
      expect(falseAlarms(favourable, 0.56)).toBeLessThan(0.08);
    }
  });
});
