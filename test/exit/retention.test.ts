/** Retention against its published worked figures (../shared/reference/statistics.md, section 8 and 3). */
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  firstYearAttrition,
  headCount,
  regrettedShare,
  type Spell,
  turnover,
  turnoverOfMonths,
} from '../../src/exit/retention.ts';
import { saidCurve, saidShare, saidTurnover } from '../../src/exit/retention-floor.ts';
import {
  completedMonths,
  type Observed,
  observations,
  stepAt,
  tenureCurve,
} from '../../src/exit/tenure-curve.ts';
import { wilson } from '../../src/exit/wilson.ts';

describe('turnover', () => {
  test('SHRM: 3 separations at an average of 143.5 are 2.09 % of January', () => {
    expect(turnover(3, [143.5])?.toFixed(2)).toBe('2.09');
    expect(turnover(3, [142, 145])?.toFixed(2)).toBe('2.09');
  });

  test('the simple year: 30 at the start, 40 at the end, 5 leavers are 14.29 %', () => {
    expect(turnover(5, [30, 40])?.toFixed(2)).toBe('14.29');
  });

  test('is unknown where nobody works', () => {
    expect(turnover(0, [0, 0])).toBeUndefined();
    expect(turnover(0, [])).toBeUndefined();
  });

  const hundred: Spell[] = Array.from({ length: 100 }, () => ({ start: '2020-01-01' }));

  test('a year is the sum of twelve monthly rates, each by the head count of its month', () => {
    const spells = hundred.map((each, i) =>
      i < 2 ? { ...each, end: i === 0 ? '2025-03-31' : '2025-07-15' } : each,
    );
    const year = turnoverOfMonths(spells, '2025-01');
    // March: 100 on both days; July: 99 on the first, 98 on the last.
    expect(year?.rate).toBeCloseTo(100 / 100 + 100 / 98.5, 10);
    expect(year?.leavers).toBe(2);
    expect(turnoverOfMonths(spells, '2025-03', 1)?.rate).toBeCloseTo(1, 10);
    expect(turnoverOfMonths(spells, '2026-01')?.rate).toBe(0);
    expect(turnoverOfMonths(spells, '2019-06')).toBeUndefined();
  });

  test('the last day of work is still worked', () => {
    const spells = [{ start: '2025-01-10', end: '2025-02-10' }];
    const days = ['2025-01-09', '2025-01-10', '2025-02-10', '2025-02-11'];
    expect(days.map((day) => headCount(spells, day))).toEqual([0, 1, 1, 0]);
  });
});

describe('first-year attrition and regretted leavers', () => {
  const spells: Spell[] = [
    { start: '2024-01-15', end: '2025-01-14' },
    { start: '2024-02-01', end: '2025-02-01' },
    { start: '2024-02-29', end: '2024-06-01', choice: 'voluntary', regretted: true },
    { start: '2024-03-01' },
    { start: '2024-12-01', end: '2024-12-24', choice: 'involuntary' },
    { start: '2019-01-01', end: '2024-05-01', choice: 'voluntary' },
  ];

  test('counts leavers under twelve months among the hires of the cohort whose year is over', () => {
    expect(firstYearAttrition(spells, '2024-01-01', '2024-12-31', '2025-06-30')).toEqual({
      part: 2,
      whole: 4,
    });
    expect(firstYearAttrition(spells, '2024-01-01', '2024-12-31', '2025-12-01')).toEqual({
      part: 3,
      whole: 5,
    });
  });

  test('regretted are some of those who chose to leave', () => {
    expect(regrettedShare(spells, '2024-01-01', '2024-12-31')).toEqual({ part: 1, whole: 2 });
  });

  test('months end where the calendar lets them', () => {
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
    expect(completedMonths('2025-01-31', '2025-02-28')).toBe(1);
    expect(completedMonths('2025-01-15', '2025-02-14')).toBe(0);
  });
});

/** McNulty's job_retention (MIT, package peopleanalyticsdata): who left in month 1, 2, ... and who was last seen then. */
const WOMEN = {
  left: [7, 24, 45, 45, 30, 51, 43, 47, 40, 21, 57, 17],
  seen: [20, 14, 13, 12, 17, 7, 9, 13, 12, 10, 9, 604],
};
const MEN = {
  left: [17, 66, 100, 86, 56, 120, 85, 114, 96, 50, 101, 36],
  seen: [27, 20, 13, 21, 26, 22, 28, 20, 25, 21, 29, 1424],
};
const CONTENT = {
  left: [15, 62, 120, 102, 65, 144, 110, 140, 112, 56, 134, 45],
  seen: [43, 30, 23, 28, 37, 24, 33, 27, 33, 27, 33, 1782],
};

function observed({ left, seen }: typeof WOMEN): Observed[] {
  const of = (counts: readonly number[], leaves: boolean) =>
    counts.flatMap((count, i) =>
      Array.from({ length: count }, () => ({ time: i + 1, left: leaves })),
    );
  return [...of(left, true), ...of(seen, false)];
}

describe('the tenure curve', () => {
  test.each([
    ['women, month 1', WOMEN, 1, 1167, 7, '0.994', undefined, undefined],
    ['women, month 6', WOMEN, 6, 940, 51, '0.819', '0.797', '0.842'],
    ['women, month 12', WOMEN, 12, 621, 17, '0.603', '0.575', '0.633'],
    ['men, month 1', MEN, 1, 2603, 17, '0.993', undefined, undefined],
    ['men, month 6', MEN, 6, 2171, 120, '0.824', '0.810', '0.839'],
    ['men, month 12', MEN, 12, 1460, 36, '0.623', '0.604', '0.642'],
    ['sentiment of 7 and more, month 12', CONTENT, 12, 1827, 45, '0.634', '0.617', '0.651'],
  ])('McNulty, chapter 9: %s', (_, group, month, atRisk, left, stay, low, high) => {
    const step = stepAt(tenureCurve(observed(group)), month);
    expect(step).toMatchObject({ atRisk, left });
    expect(step?.stay.toFixed(3)).toBe(stay);
    if (low !== undefined) expect(step?.low.toFixed(3)).toBe(low);
    if (high !== undefined) expect(step?.high.toFixed(3)).toBe(high);
  });

  test('ends at nothing when the last one leaves, and knows nothing before the first', () => {
    const curve = tenureCurve([
      { time: 2, left: true },
      { time: 5, left: true },
    ]);
    expect(curve.map(({ stay }) => stay)).toEqual([0.5, 0]);
    expect(curve.at(-1)).toMatchObject({ low: 0, high: 0 });
    expect(stepAt(curve, 1)).toBeUndefined();
    expect(tenureCurve([])).toEqual([]);
  });

  test('people who came before the records began count from then on', () => {
    const spells: Spell[] = [
      { start: '2020-01-01', end: '2020-06-01' },
      { start: '2020-01-01', end: '2025-01-01' },
      { start: '2024-01-01', end: '2024-04-01' },
      { start: '2024-06-01' },
    ];
    expect(observations(spells, '2025-06-01', '2024-01-01')).toEqual([
      { time: 60, left: true, seenFrom: 47 },
      { time: 3, left: true },
      { time: 12, left: false },
    ]);
    const curve = tenureCurve(observations(spells, '2025-06-01', '2024-01-01'));
    expect(curve[0]).toMatchObject({ time: 3, atRisk: 2, stay: 0.5 });
    expect(curve[1]).toMatchObject({ time: 60, atRisk: 1, stay: 0 });
  });
});

describe('Wilson', () => {
  test.each([
    [1, 11, 0.016231752, 0.377364625],
    [10, 100, 0.055228542, 0.174367304],
    [0, 1, 0, 0.793456709],
    [0, 100, 0, 0.036994807],
  ])('published: %i of %i', (part, whole, low, high) => {
    const interval = wilson(part, whole);
    expect(interval?.low).toBeCloseTo(low, 8);
    expect(interval?.high).toBeCloseTo(high, 8);
  });

  test.each([
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ])('Newcombe 1998: %i of %i', (part, whole, low, high) => {
    const interval = wilson(part, whole);
    expect([interval?.low.toFixed(4), interval?.high.toFixed(4)]).toEqual([low, high]);
  });

  test('never leaves 0 to 1, and is unknown of nothing', () => {
    expect(wilson(0, 20)?.low).toBe(0);
    expect(wilson(6, 6)?.high).toBe(1);
    expect(wilson(0, 0)).toBeUndefined();
  });
});

describe('what may be said', () => {
  const of = (heads: number, leavers: number) => ({ rate: 12, leavers, heads });

  test('a rate from 50 heads; under that a count, over a year and from k leavers; else nothing', () => {
    expect(saidTurnover(of(50, 6), 12, 5)).toEqual({ said: 'rate', rate: 12, leavers: 6 });
    expect(saidTurnover(of(50, 4), 12, 5)).toEqual({ said: 'rate', rate: 12, leavers: 4 });
    expect(saidTurnover(of(49.9, 6), 12, 5)).toEqual({ said: 'count', leavers: 6 });
    expect(saidTurnover(of(49, 6), 1, 5)).toEqual({ said: 'nothing', because: 'short-period' });
    expect(saidTurnover(of(49, 4), 12, 5)).toEqual({ said: 'nothing', because: 'few-leavers' });
    expect(saidTurnover(of(4, 6), 12, 5)).toEqual({ said: 'nothing', because: 'few-heads' });
  });

  test('a share only from 50 heads, and never nearly nobody or nearly everybody', () => {
    expect(saidShare({ part: 5, whole: 10 }, 50, 5)).toEqual({ part: 5, whole: 10 });
    expect(saidShare({ part: 5, whole: 10 }, 49, 5)).toBeUndefined();
    expect(saidShare({ part: 4, whole: 10 }, 50, 5)).toBeUndefined();
    expect(saidShare({ part: 6, whole: 10 }, 50, 5)).toBeUndefined();
  });

  test('a curve at fixed months only, each at least k leavers after the one before', () => {
    const said = saidCurve(observed(WOMEN), 1167, 5);
    expect(said.map(({ months, stay }) => [months, stay.toFixed(3)])).toEqual([
      [3, '0.933'],
      [6, '0.819'],
      [12, '0.603'],
    ]);
    expect(saidCurve(observed(WOMEN), 49, 5)).toEqual([]);
    const young: Observed[] = Array.from({ length: 99 }, (_, i) => ({ time: 20, left: i < 50 }));
    expect(saidCurve(young, 99, 5)).toEqual([]);
    const few: Observed[] = Array.from({ length: 60 }, (_, i) => ({ time: 4, left: i < 4 }));
    expect(saidCurve(few, 60, 5)).toEqual([]);
  });
});
