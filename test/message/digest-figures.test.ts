import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/anonymity/figure.ts';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import { BAND, charts, message, own, SALES, words } from '../support/digest.ts';

function tensOf(favourable: number, unfavourable: number): Figure {
  return { shown: 'distribution', coarse: true, favourable, neutral: 30, unfavourable };
}

describe('a figure in words', () => {
  test('of up to nineteen answers is a level and its band', () => {
    expect(words('pay', { shown: 'band', band: 'under 40' })).toEqual([
      'low: under 40 % favourable',
    ]);
    expect(words('pay', BAND)).toEqual(['mixed: 40-59 % favourable']);
    expect(words('pay', { shown: 'band', band: '60 or more' })).toEqual([
      'good: 60 % or more favourable',
    ]);
    expect(words('pay', BAND, german)).toEqual(['gemischt: 40-59 % günstig']);
  });

  test('of twenty to forty-nine is tens, from 20 “or less” to 80 “or more”', () => {
    const tens = (favourable: number, unfavourable: number) =>
      words('pay', tensOf(favourable, unfavourable))[0];
    expect(tens(50, 20)).toBe('50 % favourable, 30 % neutral, 20 % or less unfavourable');
    expect(tens(80, 20)).toContain('80 % or more favourable');
    expect(tens(20, 50)).toContain('20 % or less favourable');
  });

  test('of fifty and more has three shares and a mean', () => {
    const figure = {
      shown: 'distribution',
      unfavourable: 30,
      neutral: 15,
      favourable: 55,
    } as const;
    expect(words('pay', { ...figure, mean: 3.4 })).toEqual([
      '55 % favourable, 15 % neutral, 30 % unfavourable; mean 3.4 of 5',
    ]);
    expect(words('pay', { ...figure, mean: 4 }, german)).toEqual([
      '55 % günstig, 15 % neutral, 30 % ungünstig; Mittel 4,0 von 5',
    ]);
  });

  test('at the limits of fifty and more says “or more” or “or less”, of the mean too', () => {
    const limit = (favourable: number, unfavourable: number, mean: number) =>
      words('pay', { shown: 'distribution', unfavourable, neutral: 10, favourable, mean })[0];
    expect(limit(90, 10, 4.5)).toBe(
      '90 % or more favourable, 10 % or less neutral, 10 % or less unfavourable; mean 4.5 or more of 5',
    );
    expect(limit(10, 90, 1.5)).toContain('mean 1.5 or less');
  });

  test('of likelihood has the recommend score with its sign', () => {
    const score = (recommend: number) =>
      words('ten', {
        shown: 'distribution',
        unfavourable: 30,
        neutral: 40,
        favourable: 30,
        recommend,
      })[0];
    expect(score(12)).toContain('recommend score +12');
    expect(score(-12)).toContain('recommend score -12');
    expect(score(0)).toContain('recommend score 0');
  });

  test('of a choice has a row an option, with its share', () => {
    const figure: Figure = { shown: 'options', options: { a: 90, b: 10 } };
    const [chart] = charts(message([own('choice', figure)]));
    expect(chart?.rows.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'North: Option a: 90 % or more',
      'North: Option b: 10 % or less',
    ]);
    const [tens] = charts(
      message([own('choice', { ...figure, coarse: true, options: { a: 80 } })]),
    );
    expect(tens?.rows.map(({ text }) => text)).toEqual(['80 % or more', '20 % or less']);
  });
});

const EVERY_FIGURE: Figure[] = [
  { shown: 'band', band: 'under 40' },
  BAND,
  { shown: 'band', band: '60 or more' },
  ...[20, 50, 80].map((favourable) => tensOf(favourable, 30)),
  { shown: 'distribution', unfavourable: 10, neutral: 10, favourable: 90, mean: 4.5 },
  { shown: 'distribution', unfavourable: 25, neutral: 20, favourable: 55, mean: 3.3 },
];

for (const copy of [english, german]) {
  test(`the chart’s summary holds every row in words (${copy.language})`, () => {
    for (const figure of EVERY_FIGURE) {
      const statement = { ...own('pay', figure), above: { ...SALES, figure: BAND } };
      const [chart] = charts(message([statement], {}, copy));
      expect(chart?.rows).toHaveLength(2);
      for (const { label, text } of chart?.rows ?? []) {
        expect(chart?.summary).toContain(`${label}: ${text}`);
      }
    }
  });

  test(`no figure is drawn or said as nought or all (${copy.language})`, () => {
    for (const figure of EVERY_FIGURE) {
      const [chart] = charts(message([own('pay', figure)], {}, copy));
      expect(chart?.summary).not.toMatch(/\b(0|100)\s%/);
      for (const row of chart?.rows ?? []) {
        if (row.figure.kind === 'band') continue;
        const { kind: _, ...shares } = row.figure;
        for (const share of Object.values(shares)) {
          expect(share).toBeGreaterThanOrEqual(10);
          expect(share).toBeLessThanOrEqual(90);
        }
      }
    }
  });
}

test('the numbers drawn are the numbers said', () => {
  const [chart] = charts(message([own('pay', EVERY_FIGURE[7] ?? BAND)]));
  expect(chart?.rows[0]?.figure).toEqual({
    kind: 'distribution',
    favourable: 55,
    neutral: 20,
    unfavourable: 25,
  });
  const [band] = charts(message([own('pay', BAND)]));
  expect(band?.rows[0]?.figure).toEqual({ kind: 'band', from: 40, to: 60 });
});

test('the unit above is drawn paler, below one’s own', () => {
  const statement = { ...own('pay', BAND), above: { ...SALES, figure: BAND } };
  const [chart] = charts(message([statement]));
  expect(chart?.rows.map(({ label, emphasis }) => [label, emphasis])).toEqual([
    ['North', 'main'],
    ['Sales', 'reference'],
  ]);
});
