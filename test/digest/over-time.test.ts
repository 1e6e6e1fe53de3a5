/** What several rounds show together: drift, the engagement index, drivers beside those elsewhere; and its place in the ledger. */
import { describe, expect, it } from 'vitest';
import type { Pool } from '../../src/ballot/pools.ts';
import type { Digest, UnitDigest } from '../../src/digest/digest.ts';
import { ENGAGEMENT } from '../../src/digest/engagement.ts';
import { entriesOf } from '../../src/digest/entries.ts';
import { figuresOf } from '../../src/digest/figures.ts';
import { overTime, type Past } from '../../src/digest/over-time.ts';
import { fivePoint, unit, zeroToTen } from '../support/round.ts';

const company = unit('company', undefined, 100);
const sales = unit('sales', 'company', 75);
const units = [company, sales];
const START = new Date('2026-01-05T08:00:00Z').getTime();

/** A round of week `week` in which 60 of sales and 80 of the company gave these percents of favourable answers to each driver. */
function round(week: number, percents: Readonly<Record<string, number>>): Past {
  const questions = Object.keys(percents).map((driver) => fivePoint(driver, { driver }));
  const pools = Object.entries(percents).map(([driver, percent]): [string, Pool[]] => [
    driver,
    [pool('sales', 60, percent), pool('company', 80, percent)],
  ]);
  return {
    round: `week-${week}`,
    opensAt: new Date(START + week * 7 * 86_400_000),
    figures: figuresOf({ questions, units }, new Map(pools)),
  };
}

function pool(of: string, n: number, percent: number): Pool {
  const favourable = Math.round((n * percent) / 100);
  return { unit: of, from: [of], n, tally: [n - favourable, 0, 0, 0, favourable] };
}

const nobody = async () => 0;
const shown = (of: typeof company, history: readonly Past[], moved = nobody) =>
  overTime(of, history, 5, moved);

describe('a slow drift', () => {
  const falling = [70, 70, 70, 70, 70, 70, 65, 60, 55, 50, 45].map((percent, week) =>
    round(week, { pay: percent }),
  );

  it('is told in the round in which it becomes clear, with its beginning and all rounds it follows from', async () => {
    const told = await Promise.all(falling.map((_, i) => shown(sales, falling.slice(0, i + 1))));
    const heard = told.flatMap(({ drift }) => drift ?? []);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ direction: 'down', since: '2026-02-09T08:00:00.000Z' });
    const at = told.findIndex(({ drift }) => drift !== undefined);
    expect(heard[0]?.rounds).toEqual(falling.slice(0, at + 1).map((past) => past.round));
  });

  it('is told only where nobody, or a group, has come or gone since it began', async () => {
    const at = (moved: number) =>
      Promise.all(falling.map((_, i) => shown(sales, falling.slice(0, i + 1), async () => moved)));
    const said = async (moved: number) => (await at(moved)).some(({ drift }) => drift);
    expect(await said(0)).toBe(true);
    expect(await said(5)).toBe(true);
    for (const moved of [1, 4]) expect(await said(moved), `${moved}`).toBe(false);
  });

  it('is none where questions are worded anew each time', async () => {
    const reworded = falling.map((past, week) => {
      const figures = past.figures.map((each) => ({ ...each, wording: `Wording ${week}` }));
      return { ...past, figures };
    });
    const told = await Promise.all(reworded.map((_, i) => shown(sales, reworded.slice(0, i + 1))));
    expect(told.filter(({ drift }) => drift)).toEqual([]);
  });
});

const [role = '', ...others] = ENGAGEMENT;
const rest = Object.fromEntries(others.map((driver) => [driver, 50]));

describe('the engagement index', () => {
  it('is the mean over its drivers, each as it was last shown', async () => {
    const { engagement } = await shown(sales, [round(0, rest), round(5, { [role]: 75 })]);
    // Means of 3, 3, 3 and 4: 50, 50, 50 and 75.
    expect(engagement).toEqual({
      index: 56,
      drivers: ENGAGEMENT,
      since: '2026-01-05T08:00:00.000Z',
      rounds: ['week-0', 'week-5'],
    });
    const newer = [round(0, { ...rest, [role]: 75 }), round(5, { [role]: 50 })];
    expect((await shown(sales, newer)).engagement?.index).toBe(50);
  });

  it('is not told while a driver is missing, is over half a year old, or is at a limit', async () => {
    expect(await shown(sales, [round(0, rest)])).toEqual({});
    expect(await shown(sales, [round(0, rest), round(27, { [role]: 50 })])).toEqual({});
    expect(await shown(sales, [round(0, { ...rest, [role]: 100 })])).toEqual({});
  });

  it('is not repeated in rounds that asked nothing of it', async () => {
    const all = round(0, { ...rest, [role]: 50 });
    expect(await shown(sales, [all, round(1, { pay: 50 })])).toEqual({});
  });

  it('is not told of a unit that has no figures of its own', async () => {
    const lab = unit('lab', 'company', 4);
    expect(await shown(lab, [round(0, { ...rest, [role]: 50 })])).toEqual({});
  });
});

describe('beside other employers', () => {
  // 77 % of UK civil servants favourable about their work in 2019, 34 % about pay, 82 % about their team.
  const all = round(0, { role: 40, pay: 60, team: 80 });

  it('stand the company’s drivers that are clearly higher or lower, the farthest first', async () => {
    expect((await shown(company, [all])).beside).toEqual({
      higher: ['pay'],
      lower: ['role'],
      since: '2026-01-05T08:00:00.000Z',
      rounds: ['week-0'],
    });
  });

  it('stands no part of a company, and no company of under 100 answers', async () => {
    expect((await shown(sales, [all])).beside).toBeUndefined();
    const few = figuresOf(
      { questions: [fivePoint('pay', { driver: 'pay' })], units },
      new Map([['pay', [pool('company', 99, 80)]]]),
    );
    expect((await shown(company, [{ ...all, figures: few }])).beside).toBeUndefined();
  });

  it('stands no other scale', async () => {
    const question = { ...zeroToTen('pay'), driver: 'pay' };
    const tally = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 120];
    const pools = new Map([['pay', [{ unit: 'company', from: ['company'], n: 120, tally }]]]);
    const figures = figuresOf({ questions: [question], units }, pools);
    expect(await shown(company, [{ ...all, figures }])).toEqual({});
  });
});

describe('the ledger', () => {
  it('holds all of it, and the range of each figure of the unit’s own', async () => {
    const past = round(0, { pay: 60 });
    const rounds = ['week-0'];
    const since = past.opensAt.toISOString();
    const told: UnitDigest = {
      unit: 'sales',
      name: 'Sales',
      comments: [],
      statements: [
        {
          question: 'pay',
          from: { unit: 'sales', name: 'Sales' },
          figure: { shown: 'distribution', favourable: 60, neutral: 10, unfavourable: 40 },
          backing: { answers: 30, part: 'over three quarters' },
          change: { kind: 'first' },
        },
      ],
      drift: { direction: 'up', since, rounds },
      engagement: { index: 56, drivers: ENGAGEMENT, since, rounds },
      beside: { higher: ['pay'], lower: [], since, rounds },
    };
    const digest: Digest = { round: 'week-0', reader: 'nora', units: [told] };
    const result = { pools: new Map(), comments: [], ballots: 0, uncounted: 0 };
    const entries = entriesOf(digest, past.figures, result, new Date(START));
    expect(entries.map(({ said }) => said)).toEqual([
      expect.objectContaining({ shown: 'distribution' }),
      { shown: 'range', probably: { from: 45, to: 75 }, certainly: { from: 40, to: 75 } },
      { shown: 'drift', direction: 'up', since, rounds },
      { shown: 'engagement', index: 56, rounds },
      { shown: 'beside', higher: ['pay'], lower: [], rounds },
    ]);
    expect(entries[1]).toMatchObject({
      unit: 'sales',
      from: 'sales',
      question: 'pay',
      pools: ['sales'],
    });
  });
});
