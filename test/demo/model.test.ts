/** What the invented people answer has the statistics of what real people answer. */
import { describe, expect, test } from 'vitest';
import { DRIVERS, demoAnswers, latent } from '../../src/demo/answers.ts';
import { demoCompany } from '../../src/demo/company.ts';
import { deviate, quantile, uniform } from '../../src/demo/random.ts';
import type { Organisation } from '../../src/org/person.ts';
import type { Question } from '../../src/survey/question.ts';

const SIZE = 10;
const range = (to: number) => Array.from({ length: to }, (_, i) => i);
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const scale = (id: string): Question => ({ kind: 'five-point', id, text: {}, labels: [] });

/** 1,000 units of ten people: so many that chance moves no figure by much. */
const crowd: Organisation = {
  units: range(1000).map((i) => ({ id: `u${i}`, name: '', ...(i > 0 && { parent: 'u0' }) })),
  people: range(1000 * SIZE).map((i) => ({
    id: `p${i}`,
    name: 'P',
    unit: `u${Math.floor(i / SIZE)}`,
  })),
};

/** Everyone's latent answer to the item of `driver` in a round, unit by unit. */
const wave = (driver: string, round: number) =>
  crowd.people.map(({ id: person, unit }) =>
    latent({ seed: 1, round, unit, person, question: driver, driver }),
  );

/** Mean product of deviations. */
function covariance(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  return mean(a.map((value, i) => (value - ma) * ((b[i] ?? 0) - mb)));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  return covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));
}

/** ICC(1) = (MSB - MSW) / (MSB + (k - 1) MSW), groups of k. */
function icc(groups: readonly (readonly number[])[], k: number): number {
  const means = groups.map(mean);
  const between = (k * covariance(means, means) * groups.length) / (groups.length - 1);
  const within = mean(groups.map((group) => (covariance(group, group) * k) / (k - 1)));
  return (between - within) / (between + (k - 1) * within);
}

/** Share favourable and share unfavourable. */
function sides(values: readonly string[]): [number, number] {
  const share = (side: string) =>
    values.filter((value) => side.includes(value)).length / values.length;
  return [share('45'), share('12')];
}

function wanted(driver: string): [number, number] {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = DRIVERS[driver]?.shares ?? [];
  const total = one + two + three + four + five;
  return [(four + five) / total, (one + two) / total];
}

describe('chance', () => {
  test('is uniform and normal over keys that differ by one digit', () => {
    const uniforms = range(4000).map((i) => uniform('key', i));
    expect(Math.abs(mean(uniforms) - 0.5)).toBeLessThan(0.015);
    const normals = range(4000).map((i) => deviate('key', i));
    expect(Math.abs(mean(normals))).toBeLessThan(0.05);
    expect(Math.abs(mean(normals.map((z) => z * z)) - 1)).toBeLessThan(0.07);
  });

  test('has the published quantiles of the standard normal, to 4.5e-4', () => {
    for (const [p, z] of [
      [0.025, -1.959964],
      [0.5, 0],
      [0.75, 0.67449],
      [0.975, 1.959964],
      [0.999, 3.090232],
    ] as const) {
      expect(Math.abs(quantile(p) - z)).toBeLessThan(4.5e-4);
    }
  });
});

describe.each(Object.keys(DRIVERS))('%s', (driver) => {
  test('has the shares of the survey of 2018, within 3 points', () => {
    const got = sides(demoAnswers(crowd, 0, [scale(driver)]).map(({ value }) => value));
    const [favourable, unfavourable] = wanted(driver);
    expect(Math.abs(got[0] - favourable)).toBeLessThan(0.03);
    expect(Math.abs(got[1] - unfavourable)).toBeLessThan(0.03);
  });

  test('differs between units as in real ones: an ICC of .04 to .13, held within .03', () => {
    const answers = wave(driver, 0);
    const groups = crowd.units.map((_, i) => answers.slice(i * SIZE, (i + 1) * SIZE));
    const aim = DRIVERS[driver]?.icc ?? 0;
    expect(aim).toBeGreaterThanOrEqual(0.04);
    expect(aim).toBeLessThanOrEqual(0.13);
    expect(Math.abs(icc(groups, SIZE) - aim)).toBeLessThan(0.03);
  });

  test('is answered from wave to wave with a correlation of .56, within .03', () => {
    expect(Math.abs(correlation(wave(driver, 0), wave(driver, 1)) - 0.56)).toBeLessThan(0.03);
  });
});

describe('the model', () => {
  test('rests on published shares: pay (Q70) 70.3 %, staying (Q40, Q71) 75.2 and 67.3 %', () => {
    expect(wanted('pay')[0]).toBeCloseTo(0.703, 3);
    expect(wanted('staying')[0]).toBeCloseTo((0.752 + 0.673) / 2, 2);
  });

  test('gives the company itself, over seeds, the shares of the survey within 3 points', () => {
    const questions = Object.keys(DRIVERS).map(scale);
    const answers = range(12).flatMap((seed) => demoAnswers(demoCompany(), 0, questions, seed));
    for (const driver of Object.keys(DRIVERS)) {
      const own = answers.filter(({ question }) => question === driver);
      const [favourable] = sides(own.map(({ value }) => value));
      expect(Math.abs(favourable - wanted(driver)[0]), driver).toBeLessThan(0.03);
    }
  });

  test('follows the driver of a question, and an average row where there is none', () => {
    const shareOf = (driver: string) =>
      sides(demoAnswers(crowd, 0, [{ ...scale('item'), driver }]).map(({ value }) => value))[0];
    expect(Math.abs(shareOf('role') - wanted('role')[0])).toBeLessThan(0.03);
    expect(Math.abs(shareOf('fairness') - wanted('fairness')[0])).toBeLessThan(0.03);
    expect(Math.abs(shareOf('unheard-of') - 0.716)).toBeLessThan(0.03);
  });

  test('lets a happy person be happy in most things, but not in all', () => {
    const between = correlation(wave('pay', 0), wave('fairness', 0));
    expect(between).toBeGreaterThan(0.2);
    expect(between).toBeLessThan(0.4);
  });

  test('lets units drift, slowly', () => {
    // One person in every unit at once: only the units differ.
    const unitEffects = (round: number) =>
      crowd.units.map(({ id: unit }) =>
        latent({ seed: 1, round, unit, person: 'one', question: 'pay', driver: 'pay' }),
      );
    expect(correlation(unitEffects(0), unitEffects(1))).toBeGreaterThan(0.99);
    expect(correlation(unitEffects(0), unitEffects(26))).toBeGreaterThan(0.7);
    expect(correlation(unitEffects(0), unitEffects(26))).toBeLessThan(0.9);
  });
});
