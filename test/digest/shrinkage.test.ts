/** Figures of few are drawn towards what is usual; so is the choice of what to mention. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/anonymity/figure.ts';
import type { Statement } from '../../src/digest/digest.ts';
import { shrunken, weight } from '../../src/digest/shrinkage.ts';
import { placed } from '../../src/digest/standing.ts';
import { fivePoint } from '../support/round.ts';

// Bliese's manual of the R package multilevel, bh1996: lme of WBEING by company (statistics.md, section 5).
const [MU, BETWEEN, WITHIN] = [2.7743, 0.0358008, 0.7894973];
const WBEING = BETWEEN / (BETWEEN + WITHIN);

describe('published figures', () => {
  it('the intraclass correlation of well-being is .04338', () => {
    expect(WBEING).toBeCloseTo(0.04338, 5);
  });

  it.each([
    [74, 2.793014, 0.77041, 2.788716],
    [63, 2.718436, 0.74072, 2.732919],
    [96, 2.744594, 0.8132, 2.750142],
  ])('a company of %i with mean %f has weight %f and is believed to be at %f', (n, mean, b, at) => {
    expect(weight(n, WBEING)).toBeCloseTo(b, 4);
    expect(shrunken(mean, n, MU, WBEING)).toBeCloseTo(at, 4);
  });

  it.each([
    [5, 0.18, 0.3],
    [8, 0.27, 0.41],
    [15, 0.4, 0.57],
    [50, 0.69, 0.81],
  ])(
    'of %i answers the weight is %f for well-being and %f for job satisfaction',
    (n, wbeing, ours) => {
      expect(weight(n, WBEING)).toBeCloseTo(wbeing, 1);
      expect(Math.round(100 * weight(n, WBEING)) / 100).toBe(wbeing);
      expect(Math.round(100 * weight(n)) / 100).toBe(ours);
    },
  );
});

const QUESTIONS = ['pay', 'role', 'team'].map((id) => fivePoint(id, { driver: id }));
const share = (favourable: number): Figure => {
  return { shown: 'distribution', favourable, neutral: 10, unfavourable: 90 - favourable };
};

function order(statements: readonly Partial<Statement>[]): string[] {
  const all = statements.map((each, i): Statement => {
    const from = { unit: 'lab', name: 'Lab' };
    const question = QUESTIONS[i]?.id ?? '';
    return { question, from, change: { kind: 'first' }, ...each };
  });
  return placed({ unit: 'lab', statements: all }, QUESTIONS).map(({ driver }) => driver);
}

const above = (favourable: number) => ({ unit: 'firm', name: 'Firm', figure: share(favourable) });
const few = { answers: 10, part: 'over three quarters' } as const;
const many = { answers: 200, part: 'over three quarters' } as const;

describe('strongest and weakest', () => {
  it('of few answers lean on the unit above: a difference that is likely chance is not believed', () => {
    const pay = { figure: share(50), above: above(30) };
    const role = { figure: share(45), above: above(75) };
    expect(
      order([
        { ...pay, backing: few },
        { ...role, backing: few },
      ]),
    ).toEqual(['pay', 'role']);
    expect(
      order([
        { ...pay, backing: many },
        { ...role, backing: many },
      ]),
    ).toEqual(['role', 'pay']);
  });

  it('among bands that look the same, the one that is weaker above is the weaker', () => {
    const band: Figure = { shown: 'band', band: '40-59' };
    expect(
      order([
        { figure: band, above: above(60) },
        { figure: band, above: above(40) },
        { figure: band, above: above(70) },
      ]),
    ).toEqual(['role', 'pay', 'team']);
  });

  it('with nothing above follow the figures', () => {
    const figures = [{ figure: share(70) }, { figure: share(30) }, { figure: share(50) }];
    expect(order(figures)).toEqual(['role', 'team', 'pay']);
  });
});
