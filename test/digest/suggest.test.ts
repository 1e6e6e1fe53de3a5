import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/anonymity/figure.ts';
import type { Round } from '../../src/campaign/round.ts';
import type { Earlier } from '../../src/digest/compose.ts';
import type { Digest, Statement } from '../../src/digest/digest.ts';
import { against, placed } from '../../src/digest/standing.ts';
import { choose, suggest } from '../../src/digest/suggest.ts';
import type { Decision, Store } from '../../src/ports/store.ts';
import { actionOf, actionsOf } from '../../src/stock/actions.ts';
import { fivePoint, roundOf, singleChoice } from '../support/round.ts';

const LAB = { unit: 'lab', name: 'Lab' };
const QUESTIONS = [
  fivePoint('p', { driver: 'pay' }),
  fivePoint('w', { driver: 'workload' }),
  fivePoint('t', { driver: 'team' }),
  fivePoint('x', { driver: 'our-own' }),
  singleChoice('c', ['a', 'b']),
];
const ROUND = roundOf({ questions: QUESTIONS });

const band = (band: 'under 40' | '40-59' | '60 or more'): Figure => ({ shown: 'band', band });
const tens = (favourable: number): Figure => {
  const unfavourable = 80 - favourable;
  return { shown: 'distribution', coarse: true, favourable, neutral: 20, unfavourable };
};
const three = (favourable: number): Figure => {
  return { shown: 'distribution', favourable, neutral: 10, unfavourable: 90 - favourable };
};

function said(figures: Readonly<Record<string, Figure>>, from = LAB): Statement[] {
  return Object.entries(figures).map(([question, figure]) => {
    return { question, from, figure, change: { kind: 'first' } };
  });
}

function chosen(figures: Readonly<Record<string, Figure>>, number = 3, recent: string[] = []) {
  const told = { unit: 'lab', statements: said(figures) };
  return choose(told, { questions: QUESTIONS, number }, new Set(recent));
}

describe('which driver an action is suggested for', () => {
  test('the weakest, as far as its published figures say', () => {
    expect(chosen({ p: tens(50), w: tens(30), t: tens(70) })?.driver).toBe('workload');
    expect(chosen({ p: band('under 40'), w: band('40-59') })?.driver).toBe('pay');
    expect(chosen({ p: three(45), w: band('60 or more'), t: tens(30) })?.driver).toBe('team');
  });

  test('of equals the one that was asked first', () => {
    expect(chosen({ w: band('40-59'), p: band('40-59') })?.driver).toBe('workload');
  });

  test('the lowest where all is good', () => {
    expect(chosen({ p: tens(70), w: tens(60) })?.driver).toBe('workload');
  });

  test('the next one where the weakest is not in stock', () => {
    expect(chosen({ x: tens(20), p: tens(60) })?.driver).toBe('pay');
    expect(chosen({ x: tens(20) })).toBeUndefined();
  });

  test('none where there is no figure of the unit’s own, or none with a favourable side', () => {
    const sales = { unit: 'sales', name: 'Sales' };
    const statements = said({ p: tens(20) }, sales);
    expect(choose({ unit: 'lab', statements }, ROUND, new Set())).toBeUndefined();
    expect(placed({ unit: 'lab', statements }, QUESTIONS)).toEqual([]);
    expect(chosen({ c: { shown: 'options', options: { a: 50, b: 50 } } })).toBeUndefined();
    expect(chosen({})).toBeUndefined();
  });
});

describe('which action is suggested', () => {
  test('one of the driver’s, in turns of the rounds', () => {
    const told = [0, 1, 2].map((number) => chosen({ p: tens(30) }, number)?.action);
    expect(told.toSorted()).toEqual(
      actionsOf('pay')
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('the same for the same digest, however often it is asked', () => {
    expect(chosen({ p: tens(30) })).toEqual(chosen({ p: tens(30) }));
  });

  test('not a recent one, while there is another', () => {
    const all = actionsOf('pay').map(({ id }) => id);
    for (const recent of all) {
      for (const number of [0, 1, 2, 3, 4, 5]) {
        expect(chosen({ p: tens(30) }, number, [recent])?.action).not.toBe(recent);
      }
    }
    expect(chosen({ p: tens(30) }, 4, all)?.driver).toBe('pay');
  });
});

describe('how a figure stands to that of the unit above', () => {
  test.each([
    [tens(70), tens(50), 'higher'],
    [tens(50), tens(70), 'lower'],
    [tens(60), tens(50), 'alike'],
    [three(60), three(50), 'higher'],
    [three(55), three(50), 'alike'],
    [band('60 or more'), three(45), 'higher'],
    [band('60 or more'), three(60), 'alike'],
    [band('40-59'), three(55), 'alike'],
    [band('under 40'), three(50), 'lower'],
  ] as const)('%j beside %j is %s', (own, above, standing) => {
    expect(against(own, above)).toBe(standing);
  });

  test('at a limit nothing is read into what is not shown', () => {
    expect(against(tens(80), three(90))).toBe('alike');
    expect(against(tens(20), three(10))).toBe('alike');
    expect(against(three(90), tens(80))).toBe('alike');
  });

  test('choices are not compared', () => {
    const choice: Figure = { shown: 'options', options: { a: 50, b: 50 } };
    expect(against(choice, choice)).toBeUndefined();
  });
});

const NOW = new Date('2026-11-20T16:05:00Z');
const LAST: Round = roundOf({
  id: 'pulse-2026-11-09',
  questions: QUESTIONS,
  state: 'published',
  opensAt: new Date('2026-11-09T08:00:00Z'),
  closesAt: new Date('2026-11-13T16:00:00Z'),
});

/** What is suggested to lea for pay, after what she was told and what was decided. */
function suggested(
  past: { decision?: Partial<Decision>; digest?: Digest; now?: Date } = {},
): ReturnType<typeof suggest> {
  const decision: Decision | undefined = past.decision && {
    round: LAST.id,
    unit: 'lab',
    reader: 'lea',
    action: 'pay-when',
    choice: 'will-do',
    at: new Date('2026-11-16T09:00:00Z'),
    ...past.decision,
  };
  const store = {
    decisions: { last: async (unit: string) => (unit === 'lab' ? decision : undefined) },
    results: {
      digest: async (round: string, reader: string) =>
        round === LAST.id && reader === 'lea' ? past.digest : undefined,
    },
  } as unknown as Pick<Store, 'results' | 'decisions'>;
  const earlier = new Map([['p', { round: LAST.id, opensAt: LAST.opensAt } as Earlier]]);
  const occasion = { round: ROUND, before: [LAST], earlier, reader: 'lea', now: past.now ?? NOW };
  return suggest(store, occasion, { unit: 'lab', statements: said({ p: tens(30) }) });
}

describe('after what was suggested and decided before', () => {
  test('what was decided on, or suggested last time, is not suggested again', async () => {
    const first = (await suggested()).suggestion?.action ?? '';
    expect(actionOf(first)?.driver).toBe('pay');
    const told = { ...LAB, statements: [], comments: [] };
    const suggestion = { driver: 'pay', action: first };
    const digest = { round: LAST.id, reader: 'lea', units: [{ ...told, suggestion }] };
    expect((await suggested({ digest })).suggestion?.action).not.toBe(first);
    const decided = await suggested({ decision: { action: first, choice: 'not-now' } });
    expect(decided.suggestion?.action).not.toBe(first);
  });

  test('the last decision is told, with its day and round', async () => {
    expect((await suggested({ decision: {} })).earlier).toEqual({
      action: 'pay-when',
      choice: 'will-do',
      round: LAST.id,
      since: '2026-11-16T09:00:00.000Z',
    });
    expect(await suggested()).not.toHaveProperty('earlier');
  });

  test('a promise is come back to for eight weeks, and then no more', async () => {
    const at = (days: number) => ({ at: new Date(NOW.getTime() - days * 86_400_000) });
    expect(await suggested({ decision: at(55) })).toHaveProperty('earlier');
    expect(await suggested({ decision: at(57) })).not.toHaveProperty('earlier');
  });

  test('what was put off is told once, in the digest after it', async () => {
    const choice = 'not-now';
    expect(await suggested({ decision: { choice } })).toHaveProperty('earlier');
    const long = { choice, at: new Date('2026-11-12T09:00:00Z') } as const;
    expect(await suggested({ decision: long })).not.toHaveProperty('earlier');
  });
});
