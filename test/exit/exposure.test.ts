/** Exposure: who of those who stay would go, and how sure that is. */
import { describe, expect, test } from 'vitest';
import { grainOf } from '../../src/anonymity/figure.ts';
import type { Pool } from '../../src/ballot/pools.ts';
import { around } from '../../src/digest/range.ts';
import { exposedIn, interval } from '../../src/exit/exposure.ts';
import { tellable, valueEntries } from '../../src/exit/value-entries.ts';
import { mirrorQuestion } from '../../src/stock/exit-mirror.ts';
import { roundOf } from '../support/round.ts';
import { pool, UNITS } from './released-pools.ts';

const QUESTION = mirrorQuestion('pay', 'flexibility');

function exposed(pools: readonly Pool[], audience: readonly string[], unit = 'company') {
  const round = roundOf({ campaign: 'mirror-x', units: UNITS, questions: [QUESTION] });
  return exposedIn(round, { pools: new Map([[QUESTION.id, pools]]) }, unit, audience);
}

/** Very unlikely to very likely. */
const SALES = pool(QUESTION, 'sales', [6, 4, 5, 4, 6]);

test('the share who would take it is said from twenty answers, with the range that it stands for', () => {
  const [sales] = exposed([SALES], ['sales'], 'sales');
  expect(sales).toMatchObject({ name: 'SALES', share: { would: 40, perhaps: 20, not: 40 } });
  expect(sales?.share).toMatchObject({ coarse: true, from: 15, to: 70 });
});

test('of fewer no share is said', () => {
  const [north] = exposed([pool(QUESTION, 'north', [0, 0, 0, 6, 6])], ['north'], 'north');
  expect(north).toMatchObject({ name: 'NORTH' });
  expect(north?.share).toBeUndefined();
});

test('the mirror of a part is never shown as that of the whole', () => {
  const all = exposed([SALES], ['sales']);
  expect(all.map(({ unit }) => unit)).toEqual(['sales']);
  expect(exposed([SALES], ['sales'], 'lab')).toEqual([]);
});

test('whatever a page says of a mirror, the audit reckons it may: whomever it was held up to', () => {
  const round = roundOf({ campaign: 'mirror-x', units: UNITS, questions: [QUESTION] });
  const result = {
    pools: new Map([[QUESTION.id, [SALES]]]),
    comments: [],
    ballots: 25,
    uncounted: 0,
  };
  const about = { at: new Date(0), reader: 'hana' };
  const exposure = exposed([SALES], ['sales']);
  const told = { unit: 'company', drives: [], stays: [], whyUs: [], exposure };
  const entries = valueEntries(told, about);
  expect(entries).toMatchObject([{ unit: 'company', from: 'sales', pools: ['sales'] }]);
  expect(tellable(round, result, 'company', about)).toEqual(expect.arrayContaining(entries));
  expect(tellable(round, result, 'lab', about)).toEqual([]);
});

test('parts right below stand beside the whole where all were asked', () => {
  const lab = pool(QUESTION, 'lab', [6, 6, 5, 4, 4]);
  const all = exposed([SALES, lab], ['company']).map(({ unit, share }) => [unit, share?.would]);
  expect(all).toContainEqual(['sales', 40]);
  expect(all).toContainEqual(['lab', 30]);
  const alone = exposed([SALES], ['company']).map(({ unit, share }) => [unit, share?.would]);
  expect(alone).toContainEqual(['company', 40]);
});

describe('the range', () => {
  const meant = (share: number, few = false) => around(share, grainOf(few ? { coarse: true } : {}));

  test('follows from the shown share and the least number of answers alone', () => {
    expect(interval(meant(40, true), 20)).toEqual({ from: 15, to: 70 });
    expect(interval(meant(35), 500)).toEqual({ from: 25, to: 45 });
  });

  test('of a share at its limits holds whatever is beyond', () => {
    expect(interval(meant(20, true), 20).from).toBe(5);
    expect(interval(meant(80, true), 20).to).toBe(95);
  });

  test('holds the share, never reaches none or all, and narrows with more answers', () => {
    for (let share = 10; share <= 90; share += 5) {
      let width = 100;
      for (const answers of [20, 50, 100, 200, 500, 1000]) {
        const { from, to } = interval(meant(share), answers);
        expect(from).toBeLessThanOrEqual(share);
        expect(to).toBeGreaterThanOrEqual(share);
        expect(from).toBeGreaterThan(0);
        expect(to).toBeLessThan(100);
        expect(to - from).toBeLessThanOrEqual(width);
        width = to - from;
      }
    }
  });
});
