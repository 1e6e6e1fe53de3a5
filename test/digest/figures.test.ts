import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figure } from '../../src/anonymity/figure.ts';
import { type Pool, placeInPools } from '../../src/ballot/pools.ts';
import { figuresOf } from '../../src/digest/figures.ts';
import { castTrees } from '../support/arbitraries.ts';
import { fivePoint, freeText, singleChoice, unit } from '../support/round.ts';

const five = fivePoint('five');
const units = [
  unit('company', undefined, 3),
  unit('sales', 'company', 4),
  unit('north', 'sales', 9),
  unit('south', 'sales', 6),
  unit('lab', 'company', 30),
];

function pool(of: string, from: readonly string[], n: number): Pool {
  return { unit: of, from, n, tally: [0, 0, 0, 0, n] };
}

function only(pools: readonly Pool[], question = five) {
  const [figures] = figuresOf({ questions: [question], units }, new Map([[question.id, pools]]));
  if (!figures) throw new Error('no figures');
  return figures;
}

test('a unit with a pool of its own is shown its own figure', () => {
  const figures = only([pool('north', ['north'], 7), pool('company', ['company', 'lab'], 12)]);
  expect(figures.shown('north')).toMatchObject({
    unit: { id: 'north' },
    n: 7,
    figure: { shown: 'band', band: '60 or more' },
  });
});

test('a unit without enough is shown its nearest ancestor that has, and has none of its own', () => {
  const figures = only([pool('sales', ['north', 'south', 'sales'], 8), pool('lab', ['lab'], 20)]);
  expect(figures.own('south')).toBeUndefined();
  expect(figures.shown('south')?.unit.id).toBe('sales');
  const deeper = only([pool('lab', ['lab'], 20)]);
  expect(deeper.own('sales')).toBeUndefined();
  expect(deeper.shown('south')?.unit.id).toBe('company');
});

test('where not even the root has enough nothing is shown to anybody', () => {
  const figures = only([]);
  for (const { id } of units) expect(figures.shown(id)).toBeUndefined();
  const [absent] = figuresOf({ questions: [five], units }, new Map());
  expect(absent?.shown('company')).toBeUndefined();
});

test('an unknown unit is shown nothing', () => {
  expect(only([pool('lab', ['lab'], 20)]).shown('ghost')).toBeUndefined();
});

test('the figure of a unit is drawn from the pools at and below it, not from the one above', () => {
  const figures = only([
    pool('north', ['north'], 6),
    pool('lab', ['lab'], 25),
    pool('company', ['company', 'south'], 5),
  ]);
  expect(figures.own('sales')).toMatchObject({ n: 6, pools: ['north'] });
  expect(figures.own('company')).toMatchObject({ n: 36, figure: { shown: 'distribution' } });
  expect(new Set(figures.own('company')?.pools)).toEqual(new Set(['north', 'lab', 'company']));
});

test('people asked are those of the units whose ballots are in the pools', () => {
  const figures = only([pool('sales', ['north', 'sales'], 8), pool('lab', ['lab'], 20)]);
  expect(figures.own('sales')?.invited).toBe(13);
  expect(figures.own('company')?.invited).toBe(43);
});

test('a choice with 5 to 19 answers in the unit is shown as the figure above', () => {
  const choice = singleChoice('choice', ['a', 'b']);
  const pools = [
    { unit: 'north', from: ['north'], n: 9, tally: [5, 4] },
    { unit: 'company', from: ['company', 'lab'], n: 12, tally: [4, 8] },
  ];
  const [figures] = figuresOf({ questions: [choice], units }, new Map([['choice', pools]]));
  expect(figures?.own('north')).toBeUndefined();
  expect(figures?.shown('north')).toMatchObject({ n: 21, unit: { id: 'company' } });
});

test('questions have figures in the order in which they were asked, comments none', () => {
  const questions = [fivePoint('b'), freeText('words'), fivePoint('a')];
  const all = figuresOf({ questions, units }, new Map());
  expect(all.map(({ question }) => question.id)).toEqual(['b', 'a']);
});

test('in any tree a unit’s figure is that of the sum of all pools at and below it', () => {
  fc.assert(
    fc.property(castTrees(12), ({ units: tree, cast, floor }) => {
      const asked = tree.map(({ id, parent }, i) => unit(id, parent, i + 1));
      const { pools } = placeInPools(tree, cast, floor);
      const [figures] = figuresOf({ questions: [five], units: asked }, new Map([['five', pools]]));
      const parentOf = new Map(tree.map(({ id, parent }) => [id, parent]));
      const isBelow = (id: string | undefined, top: string): boolean =>
        id !== undefined && (id === top || isBelow(parentOf.get(id), top));
      for (const { id } of tree) {
        const mine = pools.filter((each) => isBelow(each.unit, id));
        const n = mine.reduce((sum, each) => sum + each.n, 0);
        const tally = [0, 1, 2, 3, 4].map((cell) =>
          mine.reduce((sum, each) => sum + (each.tally[cell] ?? 0), 0),
        );
        const from = mine.flatMap((each) => each.from);
        const invited = asked.filter((each) => from.includes(each.id));
        const own = figures?.own(id);
        expect(own?.figure).toEqual(n === 0 ? undefined : figure(five, n, tally));
        expect(own?.n ?? 0).toBe(n);
        expect(own?.invited ?? 0).toBe(invited.reduce((sum, each) => sum + each.invited, 0));
        let nearest: string | undefined = id;
        while (nearest !== undefined && !figures?.own(nearest)) nearest = parentOf.get(nearest);
        expect(figures?.shown(id)?.unit.id).toBe(nearest);
      }
    }),
    { numRuns: 300 },
  );
});
