import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Figure, figure, sides } from '../../src/anonymity/figure.ts';
import type { ScoredQuestion } from '../../src/survey/question.ts';
import { fivePoint, severalChoices, singleChoice, zeroToTen } from '../support/round.ts';

const MOST = 60;
const five = fivePoint('five');
const ten = zeroToTen('ten');

/** Whether `value` is `part / n` in percent, rounded half up to steps of `step`, kept within the limits. */
function isRounded(value: number, part: number, n: number, step: number, [low, high] = [0, 100]) {
  const exact = { top: 200n * BigInt(part), bottom: BigInt(n) };
  const atLeast = (edge: number) => exact.top >= BigInt(edge) * exact.bottom;
  if (value % step !== 0 || value < low || value > high) return false;
  const fromBelow = value === low || atLeast(2 * value - step);
  const toAbove = value === high || !atLeast(2 * value + step);
  return fromBelow && toAbove;
}

function isSaid(value: number, part: number, n: number): boolean {
  return n < 50 ? isRounded(value, part, n, 10, [20, 80]) : isRounded(value, part, n, 5, [10, 90]);
}

/** All ways in which up to {@link MOST} answers fall on three sides. */
function* everySplit() {
  for (let n = 1; n <= MOST; n++) {
    for (let favourable = 0; favourable <= n; favourable++) {
      for (let unfavourable = 0; unfavourable <= n - favourable; unfavourable++) {
        yield { n, favourable, unfavourable, neutral: n - favourable - unfavourable };
      }
    }
  }
}

type Split = ReturnType<typeof everySplit> extends Generator<infer S> ? S : never;

function fiveOf({ n, favourable, neutral, unfavourable }: Split): Figure | undefined {
  return figure(five, n, [unfavourable, 0, neutral, 0, favourable]);
}

/** The splits for which a claim does not hold. */
function counterexamples(claim: (split: Split, said: Figure | undefined) => boolean): Split[] {
  return [...everySplit()].filter((split) => !claim(split, fiveOf(split)));
}

test('the number of answers decides the form: bands, from 20 three ways in tens, from 50 in fives', () => {
  const forms = counterexamples(({ n }, said) => {
    if (n < 20) return said?.shown === 'band';
    return said?.shown === 'distribution' && said.coarse === (n < 50 ? true : undefined);
  });
  expect(forms).toEqual([]);
  expect(figure(five, 0, [0, 0, 0, 0, 0])).toBeUndefined();
});

test('from 5 to 19 answers only the band of the unrounded share is said', () => {
  const wrong = counterexamples(({ n, favourable }, said) => {
    if (said?.shown !== 'band') return n >= 20;
    const share = BigInt(favourable) * 10n;
    const expected =
      share < BigInt(n) * 4n ? 'under 40' : share < BigInt(n) * 6n ? '40-59' : '60 or more';
    return said.band === expected && Object.keys(said).length === 2;
  });
  expect(wrong).toEqual([]);
});

test('40 % is in the middle band and 60 % in the upper, 3 of 8 and 5 of 9 are under them', () => {
  const band = (favourable: number, n: number) =>
    fiveOf({ n, favourable, neutral: n - favourable, unfavourable: 0 });
  expect(band(2, 5)).toEqual({ shown: 'band', band: '40-59' });
  expect(band(3, 5)).toEqual({ shown: 'band', band: '60 or more' });
  expect(band(3, 8)).toEqual({ shown: 'band', band: 'under 40' });
  expect(band(5, 9)).toEqual({ shown: 'band', band: '40-59' });
});

const SIDES = ['favourable', 'neutral', 'unfavourable'] as const;

test('from 20 to 49 answers each share is rounded by itself to tens, half up, within 20 to 80, and no more is said', () => {
  const wrong = counterexamples((split, said) => {
    if (said?.shown !== 'distribution' || split.n >= 50) return split.n < 20 || split.n >= 50;
    const isTens = SIDES.every((each) => isRounded(said[each], split[each], split.n, 10, [20, 80]));
    return isTens && Object.keys(said).length === 5;
  });
  expect(wrong).toEqual([]);
});

test('from 50 answers each share is rounded by itself to fives, half up, within 10 to 90', () => {
  const wrong = counterexamples((split, said) => {
    if (said?.shown !== 'distribution' || split.n < 50) return split.n < 50;
    return SIDES.every((each) => isRounded(said[each], split[each], split.n, 5, [10, 90]));
  });
  expect(wrong).toEqual([]);
});

test('worked examples: of 20, 45 % is 50 and 35 % is 40; of 56, 62.5 % is 65 and 12.5 % is 15', () => {
  expect(fiveOf({ n: 20, favourable: 9, neutral: 7, unfavourable: 4 })).toEqual({
    ...{ shown: 'distribution', coarse: true },
    ...{ favourable: 50, neutral: 40, unfavourable: 20 },
  });
  expect(fiveOf({ n: 56, favourable: 35, neutral: 14, unfavourable: 7 })).toMatchObject({
    ...{ favourable: 65, neutral: 25, unfavourable: 15 },
  });
});

test('neither nobody nor everybody can ever be read from a share', () => {
  const extremes = [...everySplit()].flatMap((split) => {
    const said = fiveOf(split);
    const shares = said && said.shown !== 'band' && said.shown !== 'options' ? said : undefined;
    return Object.entries(shares ?? {}).filter(
      ([key, value]) => key !== 'mean' && (value === 0 || value === 100),
    );
  });
  expect(extremes).toEqual([]);
});

test('unanimous groups look like groups with a dissenter', () => {
  for (let n = 5; n <= MOST; n++) {
    const all = fiveOf({ n, favourable: n, neutral: 0, unfavourable: 0 });
    const almost = fiveOf({ n, favourable: n - 1, neutral: 1, unfavourable: 0 });
    expect(all).toEqual(n < 50 ? almost : { ...almost, mean: 4.5 });
  }
});

describe('the mean', () => {
  const tallies = fc
    .array(fc.integer({ min: 1, max: 5 }), { minLength: 50, maxLength: 120, size: 'max' })
    .map((answers) => ({
      n: answers.length,
      sum: answers.reduce((all, each) => all + each, 0),
      tally: [1, 2, 3, 4, 5].map((step) => answers.filter((each) => each === step).length),
    }));

  test('is rounded half up to one decimal and kept within 1.5 and 4.5', () => {
    fc.assert(
      fc.property(tallies, ({ n, sum, tally }) => {
        const said = figure(five, n, tally);
        if (said?.shown !== 'distribution' || said.mean === undefined) throw new Error('no mean');
        const tenths = Math.round(said.mean * 10);
        expect(said.mean).toBe(tenths / 10);
        expect(tenths).toBeGreaterThanOrEqual(15);
        expect(tenths).toBeLessThanOrEqual(45);
        const [twenty, count] = [20n * BigInt(sum), BigInt(n)];
        if (tenths > 15) expect(twenty >= BigInt(2 * tenths - 1) * count).toBe(true);
        if (tenths < 45) expect(twenty < BigInt(2 * tenths + 1) * count).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('of 2.25 is 2.3, of all fives 4.5, of all ones 1.5', () => {
    expect(figure(five, 60, [0, 45, 15, 0, 0])).toHaveProperty('mean', 2.3);
    expect(figure(five, 50, [0, 0, 0, 0, 50])).toHaveProperty('mean', 4.5);
    expect(figure(five, 50, [50, 0, 0, 0, 0])).toHaveProperty('mean', 1.5);
  });

  test('is not said of any other kind of question, nor under 50 answers', () => {
    expect(figure(ten, 60, new Array(11).fill(5))).not.toHaveProperty('mean');
    expect(figure(five, 49, [10, 10, 10, 10, 9])).not.toHaveProperty('mean');
  });
});

describe('the recommend score', () => {
  const tenOf = ({ n, favourable, neutral, unfavourable }: Split) =>
    figure(ten, n, [unfavourable, 0, 0, 0, 0, 0, 0, neutral, 0, 0, favourable]);

  test('is said from 50 answers, a whole number rounded half up, also below nought', () => {
    const wrong = [...everySplit()].filter((split) => {
      const said = tenOf(split);
      const score = said && 'recommend' in said ? said.recommend : undefined;
      if (split.n < 50) return score !== undefined;
      if (score === undefined || !Number.isInteger(score)) return true;
      const exact = 200n * BigInt(split.favourable - split.unfavourable);
      const n = BigInt(split.n);
      return exact < BigInt(2 * score - 1) * n || exact >= BigInt(2 * score + 1) * n;
    });
    expect(wrong).toEqual([]);
  });

  test('of -12.5 is -12, of 12.5 is 13, of a fiftieth in favour 2', () => {
    const of = (favourable: number, unfavourable: number, n: number) =>
      tenOf({ n, favourable, unfavourable, neutral: n - favourable - unfavourable });
    expect(of(0, 7, 56)).toHaveProperty('recommend', -12);
    expect(of(7, 0, 56)).toHaveProperty('recommend', 13);
    expect(of(1, 0, 50)).toHaveProperty('recommend', 2);
    expect(Object.is((of(5, 5, 50) as { recommend?: number }).recommend, 0)).toBe(true);
  });

  test('counts 9 and 10 in favour, 0 to 6 against', () => {
    const cells = Array.from({ length: 11 }, (_, cell) => {
      const tally = new Array<number>(11).fill(0);
      tally[cell] = 1;
      return Object.entries(sides(ten, tally)).find(([, count]) => count === 1)?.[0];
    });
    const against = new Array(7).fill('unfavourable');
    expect(cells).toEqual([...against, 'neutral', 'neutral', 'favourable', 'favourable']);
  });

  test('is never said of a scale of agreement', () => {
    expect(figure(five, 60, [12, 12, 12, 12, 12])).not.toHaveProperty('recommend');
  });
});

describe('questions of choice', () => {
  const single = singleChoice('single', ['a', 'b', 'c']);

  test('have no figure under 20 answers', () => {
    for (let n = 1; n < 20; n++) expect(figure(single, n, [n, 0, 0])).toBeUndefined();
  });

  test('from 20 answers give each option its share in tens within 20 to 80', () => {
    expect(figure(single, 20, [20, 0, 0])).toEqual({
      shown: 'options',
      coarse: true,
      options: { a: 80, b: 20, c: 20 },
    });
    expect(figure(single, 40, [13, 22, 5])).toMatchObject({ options: { a: 30, b: 60, c: 20 } });
  });

  test('from 50 answers give each option its share in fives within 10 to 90', () => {
    expect(figure(single, 50, [50, 0, 0])).toEqual({
      shown: 'options',
      options: { a: 90, b: 10, c: 10 },
    });
    expect(figure(single, 80, [26, 44, 10])).toMatchObject({ options: { a: 35, b: 55, c: 15 } });
  });

  test('with several options count a share of people, not of marks', () => {
    const several = severalChoices('several', ['a', 'b']);
    expect(figure(several, 60, [30, 45])).toEqual({ shown: 'options', options: { a: 50, b: 75 } });
  });

  test('round every option exactly', () => {
    for (let n = 20; n <= MOST; n++) {
      for (let chosen = 0; chosen <= n; chosen++) {
        const said = figure(single, n, [chosen, n - chosen, 0]);
        const share = said?.shown === 'options' ? (said.options.a ?? -1) : -1;
        expect(isSaid(share, chosen, n), `${chosen} of ${n}: ${share}`).toBe(true);
      }
    }
  });
});

describe('which options are favourable', () => {
  const tally = [1, 2, 4, 8, 16];
  const sidesOf = (question: ScoredQuestion) => sides(question, tally);

  test('is 4 and 5 unless the question says otherwise', () => {
    expect(sidesOf(five)).toEqual({ favourable: 24, neutral: 4, unfavourable: 3 });
  });

  test('can be turned round', () => {
    const reversed = fivePoint('r', { favourable: [1, 2], unfavourable: [4, 5] });
    expect(sidesOf(reversed)).toEqual({ favourable: 3, neutral: 4, unfavourable: 24 });
  });

  test('can be the middle, with what is named nowhere neutral', () => {
    const justRight = fivePoint('m', { favourable: [3], unfavourable: [1, 5] });
    expect(sidesOf(justRight)).toEqual({ favourable: 4, neutral: 10, unfavourable: 17 });
    expect(figure(justRight, 30, [0, 0, 15, 15, 0])).toMatchObject({ favourable: 50, neutral: 50 });
  });
});
