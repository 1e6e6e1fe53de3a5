/** What may be said of released pools of leavers: words of few, numbers of twenty and more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pool } from '../../src/ballot/pools.ts';
import { blocksOf, NUMBERS } from '../../src/exit/exit-blocks.ts';
import { exitFigures, offersOf } from '../../src/exit/exit-figures.ts';
import { REASON } from '../../src/stock/exit-leaving.ts';
import { RETURN } from '../../src/stock/exit-looking-back.ts';
import { OFFER_GRID } from '../../src/stock/exit-offer.ts';
import { NOW, pool, release, UNITS } from './released-pools.ts';

const [PAY_ROW] = OFFER_GRID;
if (!PAY_ROW) throw new Error('no grid');
const ROOT = { unit: 'company' };

function figuresOf(...releases: ReturnType<typeof release>[]) {
  const figures = exitFigures(releases, NOW);
  if (!figures) throw new Error('no release');
  return figures;
}

describe('words', () => {
  test.each([
    ['the one that leads alone', { pay: 3, growth: 2 }, ['pay']],
    ['nothing where two lead', { pay: 3, growth: 3 }, []],
    ['nothing where nobody is three', { pay: 2, growth: 1, work: 1, manager: 1 }, []],
    [
      'three from ten answers on',
      { pay: 4, growth: 3, work: 3, manager: 2 },
      ['pay', 'growth', 'work'],
    ],
    [
      'none of those that would share the third place',
      { pay: 4, growth: 3, work: 3, manager: 3 },
      ['pay'],
    ],
  ])('name %s', (_, chosen, named) => {
    const figures = figuresOf(release('2026-10-30', [[REASON, [pool(REASON, 'company', chosen)]]]));
    expect(figures.said(REASON, ROOT)).toMatchObject({ shown: 'named', named });
  });

  test('are not said under five, even where the floor is lower', () => {
    const four = pool(REASON, 'company', { pay: 4 });
    expect(figuresOf(release('2026-10-30', [[REASON, [four]]])).said(REASON, ROOT)).toBeUndefined();
  });

  test('say of a scale how it looks, however many answered', () => {
    const many = pool(RETURN, 'company', [2, 2, 2, 6, 6]);
    const figures = figuresOf(release('2026-10-30', [[RETURN, [many]]]));
    expect(figures.said(RETURN, ROOT)).toMatchObject({
      atLeast: 10,
      figure: { shown: 'band', band: '60 or more' },
    });
  });

  test('name aspects that were often better, three at most', () => {
    const rows = OFFER_GRID.slice(0, 5).map(
      (row, i) => [row, [pool(row, 'company', { better: 6 - i, worse: i })]] as const,
    );
    const offers = offersOf(figuresOf(release('2026-10-30', rows)), ROOT);
    expect(offers).toMatchObject({ named: ['pay', 'level', 'growth'], numbers: [], atLeast: 5 });
  });
});

describe('numbers', () => {
  const twenty = pool(REASON, 'sales', { pay: 9, growth: 6, work: 3, other: 2 });

  test('come from twenty answers on, rounded and never all or none', () => {
    const said = figuresOf(release('2026-10-30', [[REASON, [twenty]]])).said(REASON, ROOT);
    expect(said).toMatchObject({
      atLeast: 20,
      figure: {
        shown: 'options',
        options: { pay: 45, growth: 30, work: 15, manager: 10, other: 10 },
      },
    });
  });

  test('stay as they are until twenty more have answered: else five new ones could be subtracted', () => {
    const first = release('2026-07-30', [
      [PAY_ROW, [pool(PAY_ROW, 'company', { better: 14, worse: 6 })]],
    ]);
    const next = release('2026-10-30', [[PAY_ROW, [pool(PAY_ROW, 'company', { better: 5 })]]]);
    const [before, after] = [figuresOf(first), figuresOf(first, next)].map((each) =>
      each.said(PAY_ROW, ROOT),
    );
    expect(before).toMatchObject({ figure: { shown: 'distribution', favourable: 70 } });
    expect(after).toEqual(before);
  });

  test('are gathered up the tree, and a unit that has too few is told in words', () => {
    const small = (of: string) => pool(REASON, of, { pay: 5, growth: 2 });
    const figures = figuresOf(
      release('2026-10-30', [[REASON, [small('north'), small('sales'), small('lab')]]]),
    );
    expect(figures.said(REASON, ROOT)).toMatchObject({ shown: 'figure', atLeast: 20 });
    for (const unit of ['north', 'sales', 'lab']) {
      expect(figures.said(REASON, { unit })?.shown).toBe('named');
    }
  });

  test('of a job family are of its leavers alone', () => {
    const engineers = { jobFamily: 'engineering' };
    const figures = figuresOf(
      release('2026-10-30', [
        [
          REASON,
          [
            pool(REASON, 'company', { pay: 15, work: 6 }, engineers),
            pool(REASON, 'company', { growth: 5 }, { jobFamily: 'sales' }),
          ],
        ],
      ]),
    );
    expect(figures.families).toEqual(['engineering', 'sales']);
    expect(figures.said(REASON, engineers)).toMatchObject({
      figure: { options: { pay: 70, work: 30 } },
    });
    expect(figures.said(REASON, ROOT)).toMatchObject({ figure: { options: { pay: 70 } } });
    expect(figures.said(REASON, { jobFamily: 'sales' })).toMatchObject({ named: ['growth'] });
  });

  test('of releases over a year ago are not told any more, but of the last one always', () => {
    const old = release('2025-01-30', [[REASON, [twenty]]]);
    expect(figuresOf(old).said(REASON, ROOT)?.shown).toBe('figure');
    expect(figuresOf(old, release('2026-10-30', [])).said(REASON, ROOT)).toBeUndefined();
  });

  test('of a unit that is no more count in the root', () => {
    const gone = pool(REASON, 'closed-office', { pay: 12, growth: 9 });
    const figures = figuresOf(release('2026-10-30', [[REASON, [gone]]]));
    expect(figures.said(REASON, ROOT)?.shown).toBe('figure');
  });
});

describe('blocks', () => {
  const pools = fc.array(
    fc.record({
      unit: fc.constantFrom(...UNITS.map(({ id }) => id)),
      n: fc.integer({ min: 5, max: 24 }),
      family: fc.constantFrom(undefined, 'engineering', 'sales'),
    }),
    { maxLength: 5 },
  );
  const releases = fc.array(pools, { minLength: 1, maxLength: 6 }).map((all) =>
    all.map((made, i) => {
      const cast = made.map(({ unit, n, family }): Pool => {
        return pool(REASON, unit, { pay: n }, family === undefined ? {} : { jobFamily: family });
      });
      return release(`2026-0${i + 1}-15`, [[REASON, cast]]);
    }),
  );

  test('have twenty answers at least, each pool lies in one at most, and none ever changes', () => {
    fc.assert(
      fc.property(releases, (all) => {
        const blocks = blocksOf(REASON.id, all);
        const cast = all.flatMap(({ pools: of }) => of.get(REASON.id) ?? []);
        const sum = (some: readonly { n: number }[]) => some.reduce((total, { n }) => total + n, 0);
        expect(blocks.every(({ n }) => n >= NUMBERS)).toBe(true);
        expect(sum(cast) - sum(blocks)).toBeGreaterThanOrEqual(0);
        expect(sum(cast) - sum(blocks)).toBeLessThan(NUMBERS);
        const earlier = blocksOf(REASON.id, all.slice(0, -1));
        expect(blocks.slice(0, earlier.length)).toEqual(earlier);
      }),
    );
  });
});
