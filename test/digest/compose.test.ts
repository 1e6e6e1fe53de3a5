import { describe, expect, test } from 'vitest';
import type { Pool } from '../../src/ballot/pools.ts';
import { compose, type Earlier } from '../../src/digest/compose.ts';
import { figuresOf } from '../../src/digest/figures.ts';
import type { Question } from '../../src/survey/question.ts';
import { fivePoint, singleChoice, unit } from '../support/round.ts';

const units = [
  unit('company', undefined, 20),
  unit('sales', 'company', 100),
  unit('north', 'sales', 8),
];
const [company, sales, north] = units as [
  ReturnType<typeof unit>,
  ReturnType<typeof unit>,
  ReturnType<typeof unit>,
];
const LAST = new Date('2026-10-19T07:00:00Z');

/** A pool of one unit's own ballots, so many of them favourable. */
function pool(of: string, n: number, favourable: number): Pool {
  return { unit: of, from: [of], n, tally: [n - favourable, 0, 0, 0, favourable] };
}

type Pools = Readonly<Record<string, readonly Pool[]>>;

function figuresFrom(pools: Pools, questions: readonly Question[]) {
  return figuresOf({ questions, units }, new Map(Object.entries(pools)));
}

interface Told {
  readonly now: Pools;
  readonly before?: Pools;
  readonly questions?: readonly Question[];
  readonly moved?: number;
}

/** What is said to the readers of `of`, with `moved` people come or gone since the round before. */
function told(of: typeof company, { now, before, questions = [fivePoint('q')], moved = 0 }: Told) {
  const earlier = new Map<string, Earlier>();
  for (const figures of before ? figuresFrom(before, questions) : []) {
    earlier.set(figures.question.id, { round: 'before', opensAt: LAST, figures });
  }
  return compose(of, figuresFrom(now, questions), earlier, 5, async () => moved);
}

async function changeOf(of: typeof company, given: Told) {
  return (await told(of, given)).statements[0]?.change;
}

describe('which figure is said', () => {
  const now = { q: [pool('sales', 40, 30), pool('company', 12, 6)] };

  test('a unit’s own stands beside that of the unit above', async () => {
    const { statements } = await told(sales, { now });
    expect(statements).toEqual([
      {
        question: 'q',
        from: { unit: 'sales', name: 'SALES' },
        figure: expect.objectContaining({ shown: 'distribution', favourable: 80 }),
        backing: { answers: 30, part: 'under half' },
        above: {
          unit: 'company',
          name: 'COMPANY',
          figure: expect.objectContaining({ shown: 'distribution', favourable: 70 }),
        },
        change: { kind: 'first' },
      },
    ]);
  });

  test('a team with too few reads its parent’s figure, with nothing to compare it with', async () => {
    const digest = await told(north, { now, before: now });
    expect(digest).toEqual({
      unit: 'north',
      name: 'NORTH',
      statements: [
        {
          question: 'q',
          from: { unit: 'sales', name: 'SALES' },
          figure: expect.objectContaining({ favourable: 80 }),
          change: { kind: 'first' },
        },
      ],
    });
  });

  test('a team whose parent changed clearly is not told so as if it were its own change', async () => {
    const before = { q: [pool('sales', 80, 10)] };
    const after = { q: [pool('sales', 80, 70)] };
    expect(await changeOf(sales, { now: after, before })).toMatchObject({ kind: 'clear' });
    expect(await changeOf(north, { now: after, before })).toEqual({ kind: 'first' });
  });

  test('where not even the root has enough there is no figure', async () => {
    const digest = await told(north, { now: { q: [] } });
    expect(digest.statements).toEqual([{ question: 'q', change: { kind: 'first' } }]);
    expect(digest).not.toHaveProperty('participation');
  });

  test('the root has nothing above it', async () => {
    expect((await told(company, { now })).statements[0]).not.toHaveProperty('above');
  });
});

describe('what is said of a change', () => {
  const many = (favourable: number) => ({ q: [pool('sales', 80, favourable)] });

  test('a clear rise or fall, with the day of the round before', async () => {
    const since = LAST.toISOString();
    expect(await changeOf(sales, { before: many(30), now: many(60) })).toEqual({
      kind: 'clear',
      since,
      direction: 'up',
    });
    expect(await changeOf(sales, { before: many(60), now: many(30) })).toEqual({
      kind: 'clear',
      since,
      direction: 'down',
    });
  });

  test('nothing where nothing is clear', async () => {
    expect(await changeOf(sales, { before: many(40), now: many(42) })).toMatchObject({
      kind: 'none',
    });
  });

  test('nothing of a team of under thirty, whatever its figures', async () => {
    const few = (favourable: number) => ({ q: [pool('north', 8, favourable)] });
    expect(await changeOf(north, { before: few(0), now: few(8) })).toMatchObject({ kind: 'none' });
  });

  test('the comparison starts again where one to four people came or went', async () => {
    for (const moved of [1, 2, 3, 4]) {
      const change = await changeOf(sales, { before: many(30), now: many(60), moved });
      expect(change, `${moved} moved`).toEqual({ kind: 'restarted', since: LAST.toISOString() });
    }
  });

  test('that it starts again does not give away whether a change was clear', async () => {
    const clear = await changeOf(sales, { before: many(30), now: many(60), moved: 2 });
    const unclear = await changeOf(sales, { before: many(40), now: many(42), moved: 2 });
    expect(unclear).toEqual(clear);
  });

  test('a clear change is said where nobody, or five or more, came or went', async () => {
    for (const moved of [0, 5, 6, 40]) {
      const change = await changeOf(sales, { before: many(30), now: many(60), moved });
      expect(change, `${moved} moved`).toMatchObject({ kind: 'clear' });
    }
  });

  test('the first asking has nothing before it', async () => {
    expect(await changeOf(sales, { now: many(60) })).toEqual({ kind: 'first' });
    expect(await changeOf(sales, { now: many(60), before: { q: [] } })).toEqual({ kind: 'first' });
  });

  test('a question of choice is not compared', async () => {
    const questions = [singleChoice('q', ['a', 'b'])];
    const pools = { q: [{ unit: 'sales', from: ['sales'], n: 80, tally: [40, 40] }] };
    const change = await changeOf(sales, { questions, before: pools, now: pools });
    expect(change?.kind).not.toBe('clear');
  });

  test('each question is told its own change, in the order in which they were asked', async () => {
    const questions = ['a', 'b', 'c'].map((id) => fivePoint(id));
    const at = (a: number, b: number, c: number) => ({
      a: [pool('sales', 80, a)],
      b: [pool('sales', 80, b)],
      c: [pool('sales', 80, c)],
    });
    const digest = await told(sales, {
      questions,
      before: at(20, 40, 70),
      now: at(70, 41, 20),
    });
    expect(digest.statements.map(({ question, change }) => [question, change])).toEqual([
      ['a', expect.objectContaining({ kind: 'clear', direction: 'up' })],
      ['b', expect.objectContaining({ kind: 'none' })],
      ['c', expect.objectContaining({ kind: 'clear', direction: 'down' })],
    ]);
  });
});

describe('how many answered', () => {
  test('is said in a band, of the question that most answered', async () => {
    const questions = [fivePoint('a'), fivePoint('b')];
    const now = { a: [pool('sales', 40, 20)], b: [pool('sales', 80, 40)] };
    // The fixture asks people below this unit too, and none of those answered.
    expect((await told(sales, { questions, now })).participation).toBe('half to three quarters');
  });

  test('is not said where the unit has no figure of its own', async () => {
    const now = { q: [pool('sales', 40, 20)] };
    expect(await told(north, { now })).not.toHaveProperty('participation');
  });
});
