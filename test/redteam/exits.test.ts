/** The red team's attacks on leavers: what words and shares say as rows, and a year of the real program. */
import { describe, expect, it } from 'vitest';
import { company } from '../../redteam/company.ts';
import { smallDifferences } from '../../redteam/differences.ts';
import { narrowedAlone } from '../../redteam/integer-program.ts';
import { playLeaving } from '../../redteam/leavers.ts';
import { brokenExitAskingsOf, exitAskingsOf } from '../../redteam/released.ts';
import { saysOf } from '../../redteam/rows.ts';
import { solver } from '../../redteam/solve.ts';
import { OFFER_GRID } from '../../src/stock/exit-offer.ts';
import { singleChoice } from '../support/round.ts';

const SIX = singleChoice('six', [...'abcdef']);

describe('what is said of leavers, turned round', () => {
  it('an option that leads alone was given by three, and oftener than any other', () => {
    const rows = saysOf(SIX, 7, { shown: 'named', named: ['b'] });
    expect(rows).toContainEqual({ weights: [0, 1, 0, 0, 0, 0], low: 3, high: 7 });
    expect(rows).toContainEqual({ weights: [-1, 1, 0, 0, 0, 0], low: 1, high: 7 });
    expect(rows).toHaveLength(6);
  });

  it('of two that are named the second was given no oftener than the first', () => {
    const rows = saysOf(SIX, 12, { shown: 'named', named: ['c', 'a'] });
    expect(rows).toContainEqual({ weights: [-1, 0, 1, 0, 0, 0], low: 0, high: 12 });
    expect(rows).toContainEqual({ weights: [1, 0, 0, 0, 0, 0], low: 3, high: 12 });
    expect(rows).toContainEqual({ weights: [1, -1, 0, 0, 0, 0], low: 1, high: 12 });
  });

  it('that none stands out is no sum', () => {
    expect(saysOf(SIX, 7, { shown: 'named', named: [] })).toEqual([]);
  });

  it('an aspect that was often better was so for three, and for two in five', () => {
    const [row] = OFFER_GRID;
    if (!row) throw new Error('no grid');
    const said = (named: string[]) => saysOf(row, 9, { shown: 'named', named });
    expect(said(['better'])).toEqual([{ weights: [1, 0, 0], low: 4, high: 9 }]);
    expect(said([])).toEqual([{ weights: [1, 0, 0], low: 0, high: 3 }]);
  });

  it('a share of many options is what rounds to it, or lies beyond its limit', () => {
    const options = { a: 70, b: 15, c: 10, d: 10, e: 10, f: 10 };
    const rows = saysOf(SIX, 20, { shown: 'options', coarse: true, options });
    expect(rows.slice(0, 3)).toMatchObject([
      { low: 14, high: 20 },
      { low: 3, high: 3 },
      { low: 0, high: 2 },
    ]);
  });
});

describe('half a year of leavers', async () => {
  const year = await playLeaving(company(26, 3), 3);
  const tools = { solve: await solver(), seed: 3 };

  it('was counted into pools of five and more, of which everything said is a union', () => {
    const askings = exitAskingsOf(year);
    const sizes = askings.flatMap(({ groups }) => groups.map(({ members }) => members.length));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5);
    expect(askings.flatMap(({ published }) => published).length).toBeGreaterThan(20);
    expect(askings.flatMap(smallDifferences)).toEqual([]);
    expect(narrowedAlone(askings, tools)).toMatchObject({ determined: 0 });
  });

  it('would have been told by sums that grow with every release', () => {
    const askings = brokenExitAskingsOf(year);
    expect(askings.flatMap(smallDifferences).length).toBeGreaterThan(0);
  });
});
