/** The engagement index and the rule of rounding: the worked examples of the Civil Service People Survey. */
import { describe, expect, it } from 'vitest';
import { figure } from '../../src/anonymity/figure.ts';
import { ENGAGEMENT, engagementIndex, indexOf, score } from '../../src/digest/engagement.ts';
import { fivePoint, zeroToTen } from '../support/round.ts';

describe('the engagement index', () => {
  it('of one respondent who answers 5, 4, 4, 3 and 2 is 65 (CSPS Technical Guide 2019, page 16)', () => {
    expect([5, 4, 4, 3, 2].map(score)).toEqual([100, 75, 75, 50, 25]);
    expect(indexOf([5, 4, 4, 3, 2].map(score))).toBe(65);
  });

  it('of the guide’s ten respondents is 53, by person or by item', () => {
    const people = [65, 25, 70, 35, 50, 100, 90, 40, 20, 35];
    expect(indexOf(people)).toBe(53);
    // Five items that give each person that mean: the steps of 25 dealt out one after another.
    const items = Array.from({ length: 5 }, (_, item) => {
      const answers = people.map((index) => 1 + Math.floor((index / 5 + 4 - item) / 5));
      return answers.reduce((sum, answer) => sum + answer, 0) / people.length;
    });
    expect(indexOf(items.map(score))).toBe(53);
  });

  it('is rounded last, half up', () => {
    expect(indexOf([50, 51])).toBe(51);
    expect(indexOf([50.4, 50.4, 50.4])).toBe(50);
  });

  it('is said only where the means of all its drivers are', () => {
    const means = new Map<string, number | undefined>(ENGAGEMENT.map((driver) => [driver, 3.4]));
    expect(engagementIndex(means)).toEqual({ index: 60, drivers: ENGAGEMENT });
    for (const driver of ENGAGEMENT) {
      expect(engagementIndex(new Map([...means, [driver, undefined]]))).toBeUndefined();
    }
  });
});

describe('rounding', () => {
  it('comes last: of 103, 166, 176, 96 and 24 of 565, 47.6 % are positive (page 28)', () => {
    // To five points: 18 + 29 would be 47 and 45; 47.61 is 50.
    expect(figure(fivePoint('q'), 565, [24, 96, 176, 166, 103])).toMatchObject({ favourable: 50 });
  });

  it('of a difference comes after it is taken: 52.952 - 58.495 is -6, not -5 (page 28)', () => {
    const n = 200_000;
    const [promoters, detractors] = [0.52952 * n, 0.58495 * n].map(Math.round) as [number, number];
    // The guide compares two surveys; here the two are parts of one, which changes nothing in the sum.
    const tally = [detractors, 0, 0, 0, 0, 0, 0, 0, 0, 0, promoters];
    expect(figure(zeroToTen('q'), n, tally)).toMatchObject({ recommend: -6 });
  });
});
