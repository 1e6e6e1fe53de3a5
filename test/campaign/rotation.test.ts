import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionsOf } from '../../src/campaign/rotation.ts';
import { PULSE_BANK, PULSE_CORE } from '../../src/stock/pulse.ts';
import type { Question } from '../../src/survey/question.ts';
import { shuffled } from '../support/arbitraries.ts';
import { fivePoint } from '../support/round.ts';

function driverOf({ id, driver }: Question): string {
  return driver ?? id;
}

/** Any survey: drivers with one to five questions each, in any order, some without a driver. */
const surveys: fc.Arbitrary<Question[]> = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 16, size: 'max' })
  .chain((sizes) => {
    const questions = sizes.flatMap((size, d) =>
      Array.from({ length: size }, (_, i) =>
        fivePoint(`d${d}-${i}`, size === 1 ? {} : { driver: `d${d}` }),
      ),
    );
    return shuffled<Question>(questions);
  });
const perRounds = fc.integer({ min: 1, max: 3 });
const firsts = fc.integer({ min: 0, max: 500 });
const spans = fc.integer({ min: 1, max: 60 });

function asked(questions: readonly Question[], perRound: number, first: number, span: number) {
  return Array.from({ length: span }, (_, i) => questionsOf(questions, perRound, first + i));
}

function tally(keys: readonly string[], of: readonly string[]): number[] {
  return of.map((key) => keys.filter((each) => each === key).length);
}

test('over any span of rounds no driver is asked more than once oftener than another', () => {
  fc.assert(
    fc.property(surveys, perRounds, firsts, spans, (questions, perRound, first, span) => {
      const drivers = [...new Set(questions.map(driverOf))];
      const counts = tally(asked(questions, perRound, first, span).flat().map(driverOf), drivers);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});

test('the questions of a driver take turns: none twice before all the others', () => {
  fc.assert(
    fc.property(surveys, perRounds, firsts, spans, (questions, perRound, first, span) => {
      const all = asked(questions, perRound, first, span).flat();
      for (const driver of new Set(questions.map(driverOf))) {
        const items = questions.filter((each) => driverOf(each) === driver).map(({ id }) => id);
        const turns = all.filter((each) => driverOf(each) === driver).map(({ id }) => id);
        for (const [i, id] of turns.entries()) {
          const since = turns.slice(Math.max(0, i - items.length + 1), i);
          expect(since).not.toContain(id);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a round asks as many questions as it should, each of another driver', () => {
  fc.assert(
    fc.property(surveys, perRounds, firsts, (questions, perRound, number) => {
      const drivers = new Set(questions.map(driverOf));
      const round = questionsOf(questions, perRound, number);
      expect(round).toHaveLength(Math.min(perRound, drivers.size));
      expect(new Set(round.map(driverOf)).size).toBe(round.length);
      expect(round.filter((each) => !questions.includes(each))).toEqual([]);
    }),
  );
});

test('a round asks the same whenever and of whomever it is opened', () => {
  fc.assert(
    fc.property(surveys, perRounds, firsts, (questions, perRound, number) => {
      expect(questionsOf([...questions], perRound, number)).toEqual(
        questionsOf(questions, perRound, number),
      );
    }),
  );
});

test('the pulse comes round in five rounds of three: fourteen drivers, then the first again', () => {
  const rounds = asked(PULSE_CORE, 3, 0, 5);
  expect(new Set(rounds.flat().map(driverOf)).size).toBe(14);
  expect(rounds[4]?.map(driverOf)).toEqual([
    ...PULSE_CORE.slice(12).map(driverOf),
    ...PULSE_CORE.slice(0, 1).map(driverOf),
  ]);
});

test('the full bank asks every one of its questions in turn', () => {
  const rounds = Math.ceil((14 * 8) / 3);
  const ids = asked(PULSE_BANK, 3, 0, rounds).flat();
  expect(new Set(ids)).toEqual(new Set(PULSE_BANK));
});

test('a survey of no questions asks none', () => {
  expect(questionsOf([], 3, 7)).toEqual([]);
});
