/** The main job on real answers: replayed, then every figure compared with a second computation. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fevsIsThere, ITEMS, type Respondent, respondents } from './fevs.ts';
import { type Cells, folder, type Run, replayOf } from './files.ts';
import {
  type AskedQuestion,
  type History,
  keyOf,
  type Recomputed,
  recompute,
  type Sheet,
} from './recompute.ts';

const MINUTES = 60_000;
const named = (name: string) => (fevsIsThere ? name : `${name} (skipped: ../shared is absent)`);

function surveyOf(
  questions: readonly AskedQuestion[],
  rounds?: ReadonlyMap<string, readonly AskedQuestion[]>,
): string {
  const asked = rounds && [...rounds].map(([name, each]) => [name, each.map(({ id }) => id)]);
  const list = questions.map(({ favourable, unfavourable, ...each }) => ({
    ...each,
    text: `Item ${each.id}`,
    ...(favourable && { favourable: favourable.map(Number) }),
    ...(unfavourable && { unfavourable: unfavourable.map(Number) }),
  }));
  return JSON.stringify({ questions: list, ...(asked && { rounds: Object.fromEntries(asked) }) });
}

/** Writes a history as files and replays them. */
function replayHistory(history: History, survey: string): Promise<Run> {
  const units = [...history.parents].map(([unit, parent]): Cells => {
    return [unit, parent, history.leaders?.get(unit) ?? ''];
  });
  const answers = history.sheets.map(({ round, person, question, values }): Cells => {
    return [round, person, question, values.join(';')];
  });
  return replayOf({ people: [...history.people], units, survey, answers }, folder());
}

function expectSame({ out }: Run, again: Recomputed): void {
  const written = new Map(out.figures.map((entry) => [keyOf(entry), entry]));
  expect(written.size).toBe(out.figures.length);
  expect([...written.keys()].sort()).toEqual([...again.figures.keys()].sort());
  const different = [...again.figures].filter(
    ([key, entry]) => sorted(written.get(key)) !== sorted(entry),
  );
  expect(different.map(([key, entry]) => [entry, written.get(key)])).toEqual([]);
  expect(out.rounds).toEqual(again.rounds);
}

function sorted(entry: object | undefined): string {
  return JSON.stringify(Object.entries(entry ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function shownCounts({ out }: Run): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { shown } of out.figures) counts.set(shown, (counts.get(shown) ?? 0) + 1);
  return counts;
}

describe.skipIf(!fevsIsThere)(named('all items and people of the federal survey'), () => {
  const everyone = fevsIsThere ? respondents() : [];
  const questions = ITEMS.map((id): AskedQuestion => ({ id, kind: 'five-point' }));
  let done: Run;
  let again: Recomputed;

  beforeAll(async () => {
    const pairs = everyone.map(({ unit, agency }) => [unit, agency] as const);
    const agencies = [...new Set(everyone.map(({ agency }) => agency))];
    const sheets = everyone.flatMap(({ id, answers }) =>
      [...answers].map(([question, value]): Sheet => {
        return { round: '2018', person: id, question, values: [value] };
      }),
    );
    const history: History = {
      people: new Map(everyone.map(({ id, unit }) => [id, unit])),
      parents: new Map([['all', ''], ...agencies.map((each) => [each, 'all'] as const), ...pairs]),
      floor: 5,
      rounds: new Map([['2018', questions]]),
      sheets,
    };
    again = recompute(history);
    done = await replayHistory(history, surveyOf(questions));
  }, 3 * MINUTES);

  test('4,214 people of 31 units in 3 agencies answer 71 items, and every ballot is counted', () => {
    const [round] = done.out.rounds;
    expect(round).toEqual({
      round: '2018',
      invited: 4214,
      ballots: 4214 * 71,
      uncounted: 0,
    });
    expect(done.out.figures).toHaveLength((1 + 3 + 31) * 71);
  });

  test('every figure equals an independent recomputation', () => {
    expectSame(done, again);
  });

  test.each([
    ['Q40', 75.2],
    ['Q51', 80.6],
    ['Q53', 48.5],
    ['Q69', 75.4],
    ['Q70', 70.3],
    ['Q71', 67.3],
  ])(
    'the published share positive of %s, %d %%, is the one shown, rounded to 5',
    (item, published) => {
      const positive = everyone.filter((each) => Number(each.answers.get(item)) >= 4).length;
      expect(Math.round((1000 * positive) / everyone.length) / 10).toBe(published);
      const shown = done.out.figures.find((each) => each.unit === 'all' && each.question === item);
      expect(shown).toMatchObject({ shown: 'distribution', from: 'all' });
      expect(shown?.favourable).toBe(Math.round((20 * positive) / everyone.length) * 5);
      expect(Math.abs((shown?.favourable ?? 0) - published)).toBeLessThanOrEqual(2.6);
    },
  );
});

/** A number from 0 to 99 that depends on its names only. */
function percent(...names: readonly string[]): number {
  let hash = 2_166_136_261;
  for (const letter of names.join('\n')) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  }
  return Math.floor(((hash ^ (hash >>> 15)) >>> 0) % 100);
}

/** Teams of 3 to 15 below each unit, the first of each leading it; the sizes go round and round. */
function teamsOf(everyone: readonly Respondent[]) {
  const sizes = [3, 12, 5, 15, 8, 4, 10, 6, 14, 7, 3, 11, 9, 13];
  const people = new Map<string, string>();
  const parents = new Map([['all', '']]);
  const leaders = new Map<string, string>();
  for (const { agency, unit } of everyone) parents.set(agency, 'all').set(unit, agency);
  for (const unit of new Set(everyone.map((each) => each.unit))) {
    const members = everyone.filter((each) => each.unit === unit).map(({ id }) => id);
    for (let team = 0; members.length > 0; team++) {
      const size = members.length < 6 ? members.length : sizes[team % sizes.length];
      const some = members.splice(0, size);
      const name = `${unit}-${team}`;
      parents.set(name, unit);
      leaders.set(name, some[0] ?? '');
      for (const id of some) people.set(id, name);
    }
  }
  return { people, parents, leaders };
}

describe.skipIf(!fevsIsThere)(named('the same people in teams, over three rounds'), () => {
  const often = ['never', 'seldom', 'at times', 'often', 'always'];
  const q40: AskedQuestion = { id: 'Q40', kind: 'five-point' };
  const q51: AskedQuestion = {
    id: 'Q51',
    kind: 'five-point',
    favourable: ['5'],
    unfavourable: ['1', '2', '3'],
  };
  const q53: AskedQuestion = { id: 'Q53', kind: 'five-point' };
  const q69: AskedQuestion = { id: 'Q69', kind: 'zero-to-ten' };
  const q70: AskedQuestion = { id: 'Q70', kind: 'single-choice', options: often };
  const q71: AskedQuestion = { id: 'Q71', kind: 'several-choices', options: often };
  const rounds = new Map([
    ['spring', [q40, q53, q69]],
    ['summer', [q51, q70, q71]],
    ['autumn', [q40, q69]],
  ]);

  /** An answer of 1 to 5 on the question's own scale. */
  const valuesOf = ({ kind }: AskedQuestion, value: number, chance: number): string[] => {
    switch (kind) {
      case 'five-point':
        return [String(value)];
      case 'zero-to-ten':
        return [String(2 * value - (value === 1 ? chance % 3 : chance % 2))];
      case 'single-choice':
        return often.slice(value - 1, value);
      case 'several-choices':
        return often.slice(chance % 2 ? 0 : value - 1, value);
    }
  };

  const sheetsOf = ({ id, answers }: Respondent): Sheet[] =>
    [...rounds].flatMap(([round, asked]) => {
      if (percent(round, id) >= 75) return [];
      return asked.flatMap((question) => {
        const chance = percent(round, id, question.id);
        if (chance >= 93) return [];
        const values = valuesOf(question, Number(answers.get(question.id)), chance);
        return [{ round, person: id, question: question.id, values }];
      });
    });

  let history: History;
  let done: Run;
  let again: Recomputed;

  beforeAll(async () => {
    const everyone = respondents();
    history = { ...teamsOf(everyone), floor: 5, rounds, sheets: everyone.flatMap(sheetsOf) };
    again = recompute(history);
    done = await replayHistory(history, surveyOf([q40, q51, q53, q69, q70, q71], rounds));
  }, 2 * MINUTES);

  test('about seventy percent answer, in some four hundred and seventy teams', () => {
    const asked = 8 * 4214;
    expect(history.sheets.length / asked).toBeGreaterThan(0.65);
    expect(history.sheets.length / asked).toBeLessThan(0.75);
    expect(history.parents.size).toBeGreaterThan(400);
  });

  test('every form of figure occurs, often', () => {
    const counts = shownCounts(done);
    for (const shown of ['parent', 'band', 'distribution', 'options']) {
      expect([shown, counts.get(shown) ?? 0]).toEqual([shown, expect.toSatisfy((n) => n > 60)]);
    }
    expect(
      done.out.figures.filter(({ recommend }) => recommend !== undefined).length,
    ).toBeGreaterThan(30);
  });

  test('every figure of every round equals an independent recomputation', () => {
    expectSame(done, again);
  });
});

describe.skipIf(!fevsIsThere)(named('six of these people, of whom four answer one item'), () => {
  test('what not even the root can place is burned uncounted, and the others are shown', async () => {
    const people = respondents().slice(0, 6);
    const questions: AskedQuestion[] = ['Q1', 'Q2'].map((id) => ({ id, kind: 'five-point' }));
    const history: History = {
      people: new Map(people.map(({ id }, i) => [id, i < 3 ? 'a' : 'b'])),
      parents: new Map([
        ['all', ''],
        ['a', 'all'],
        ['b', 'all'],
      ]),
      floor: 5,
      rounds: new Map([['only', questions]]),
      sheets: people.flatMap(({ id, answers }, i) =>
        (i < 4 ? ['Q1', 'Q2'] : ['Q1']).map((question) => {
          return { round: 'only', person: id, question, values: [answers.get(question) ?? ''] };
        }),
      ),
    };
    const done = await replayHistory(history, surveyOf(questions));
    expectSame(done, recompute(history));
    expect(done.out.rounds).toEqual([{ round: 'only', invited: 6, ballots: 10, uncounted: 4 }]);
    expect(done.out.figures.filter(({ from }) => from === null)).toHaveLength(3);
  });
});
