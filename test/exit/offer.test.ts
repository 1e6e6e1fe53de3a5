/** What the better offers had, from counted ballots, and the mirror made of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count } from '../../src/ballot/count.ts';
import { contextTag, createKeys, opener, seal } from '../../src/ballot/envelope.ts';
import { placeInPools, total } from '../../src/ballot/pools.ts';
import { EMPTY } from '../../src/exit/draft.ts';
import { finished } from '../../src/exit/interview.ts';
import { compared, mattered, mirrorOf, type Released } from '../../src/exit/offer.ts';
import { EXIT_QUESTIONS } from '../../src/stock/exit.ts';
import { ASPECTS, OFFER_MOST } from '../../src/stock/exit-offer.ts';
import { readAnswer } from '../../src/survey/answer.ts';
import { side } from '../../src/survey/question.ts';
import { walk } from './interview-walk.ts';

/** Better, same, worse by aspect; how often each mattered most. */
function released(
  grid: Record<string, [number, number, number]>,
  most: Record<string, number> = {},
): Released {
  const tally = OFFER_MOST.options.map(({ value }) => most[value] ?? 0);
  const n = tally.reduce((sum, each) => sum + each, 0);
  return new Map([
    ...Object.entries(grid).map(
      ([id, row]) => [`exit-offer-${id}`, { n: row[0] + row[1] + row[2], tally: row }] as const,
    ),
    ...(n > 0 ? [['exit-offer-most', { n, tally }] as const] : []),
  ]);
}

describe('the comparison', () => {
  test('lists what was better oftenest first, ties in the order of the aspects', () => {
    const rows = compared(
      released({ stability: [1, 1, 4], growth: [2, 4, 0], pay: [5, 1, 0], level: [1, 2, 0] }),
    );
    expect(rows.map(({ aspect }) => aspect)).toEqual(['pay', 'level', 'growth', 'stability']);
    expect(rows[0]).toEqual({ aspect: 'pay', n: 6, better: 5, same: 1, worse: 0 });
    expect(rows[3]).toEqual({ aspect: 'stability', n: 6, better: 1, same: 1, worse: 4 });
  });

  test('says nothing about an aspect without a pool', () => {
    expect(compared(released({}))).toEqual([]);
    expect(compared(released({ pay: [0, 0, 0] }))).toEqual([]);
  });

  test('lists what mattered most, and leaves out what mattered most to nobody', () => {
    expect(mattered(released({}, { pay: 2, location: 4, other: 1 }))).toEqual([
      { aspect: 'location', n: 7, count: 4 },
      { aspect: 'pay', n: 7, count: 2 },
      { aspect: 'other', n: 7, count: 1 },
    ]);
  });
});

describe('the mirror', () => {
  test.each([
    [
      'the two that mattered most',
      { pay: [5, 1, 0], location: [4, 2, 0], level: [6, 0, 0] },
      { location: 4, pay: 2 },
      'mirror-pay-location',
    ],
    [
      'one, where a second mattered most to nobody',
      { pay: [5, 1, 0], level: [6, 0, 0] },
      { pay: 6 },
      'mirror-pay',
    ],
    [
      'the two that were better oftenest, where nothing else is known',
      { pay: [4, 2, 0], level: [6, 0, 0], growth: [5, 1, 0] },
      {},
      'mirror-level-growth',
    ],
    [
      'nothing that was better in half of the offers only',
      { pay: [3, 2, 1], level: [4, 2, 0] },
      { pay: 5, level: 1 },
      'mirror-level',
    ],
    [
      'no aspect that mattered most but was not better',
      { location: [0, 3, 3], pay: [6, 0, 0] },
      { location: 6 },
      'mirror-pay',
    ],
    ['nothing at all where nothing was better', { pay: [1, 3, 2] }, { pay: 6 }, undefined],
    ['nothing at all without a pool', {}, {}, undefined],
  ] as const)('names %s', (_, grid, most, id) => {
    expect(mirrorOf(released(mutable(grid), most))?.id).toBe(id);
  });

  test('counts taking the offer as unfavourable: that share is the exposure', () => {
    const mirror = mirrorOf(released({ pay: [5, 0, 0] }));
    if (!mirror) throw new Error('No mirror.');
    expect([0, 1, 2, 3, 4].map((cell) => side(mirror, cell))).toEqual([
      'favourable',
      'favourable',
      'neutral',
      'unfavourable',
      'unfavourable',
    ]);
  });

  test('names only aspects that were better in more than half, whatever the pools', () => {
    const row = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9));
    const ids = ASPECTS.map(({ id }) => id);
    const grids = fc.dictionary(fc.constantFrom(...ids), row);
    const ranks = fc.dictionary(fc.constantFrom(...ids, 'other'), fc.nat(9));
    fc.assert(
      fc.property(grids, ranks, (grid, most) => {
        const pools = released(grid, most);
        const better = compared(pools).filter((each) => each.better * 2 > each.n);
        const named = mirrorOf(pools)?.id.split('-').slice(1) ?? [];
        expect(named.length > 0).toBe(better.length > 0);
        expect(named.length).toBeLessThanOrEqual(2);
        for (const id of named) expect(better.map(({ aspect }) => aspect)).toContain(id);
      }),
    );
  });
});

test('interviews are sealed, counted and pooled by the ballot code of a pulse, and give a mirror', async () => {
  const keys = createKeys();
  const round = { id: 'release-1', questions: EXIT_QUESTIONS };
  const interviews = [...Array(5).keys()].map((i) =>
    walk({
      'exit-kind': ['resigned'],
      'exit-reason': [i < 3 ? 'pay' : 'manager'],
      'exit-further': i < 3 ? ['manager', 'other'] : ['pay'],
      'exit-offer': ['employer'],
      'exit-offer-pay': [i < 4 ? 'better' : 'worse'],
      'exit-offer-location': ['better'],
      'exit-offer-most': [i < 2 ? 'location' : 'pay'],
      'exit-offer-promised': ['Four days a week'],
      'exit-recommend': ['10'],
      'exit-look-into': ['yes'],
    }),
  );
  const ballots = interviews.flatMap(({ draft }, i) =>
    finished(draft).map(({ question: id, values, reader }) => {
      const question = EXIT_QUESTIONS.find((each) => each.id === id);
      const answer = question && readAnswer(question, values, reader);
      if (!answer || 'refused' in answer) throw new Error(`Not an answer to ${id}.`);
      const envelope = seal(answer, contextTag(round.id, id), keys.publicKey);
      return { unit: i < 3 ? 'sales' : 'support', question: id, envelope };
    }),
  );
  const counted = await count(round, batches(ballots), opener(keys));
  if ('unreadable' in counted) throw new Error('Unreadable.');
  const units = [{ id: 'all' }, { id: 'sales', parent: 'all' }, { id: 'support', parent: 'all' }];
  const pools = new Map(
    [...counted.scores].flatMap(([id, cast]) => {
      const sum = total(placeInPools(units, cast, 5).pools, new Set(['all']));
      return sum ? [[id, sum] as const] : [];
    }),
  );
  expect(pools.get('exit-reason')).toMatchObject({ n: 5 });
  expect(pools.get('exit-further')?.tally.reduce((sum, each) => sum + each)).toBe(8);
  expect(pools.has('exit-look-into')).toBe(false);
  expect(compared(pools).map(({ aspect, better }) => [aspect, better])).toEqual([
    ['location', 5],
    ['pay', 4],
  ]);
  expect(mirrorOf(pools)?.id).toBe('mirror-pay-location');
  expect(finished(EMPTY)).toEqual([]);
});

async function* batches<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  yield all;
}

function mutable(
  grid: Readonly<Record<string, readonly [number, number, number]>>,
): Record<string, [number, number, number]> {
  return Object.fromEntries(Object.entries(grid).map(([id, [a, b, c]]) => [id, [a, b, c]]));
}
