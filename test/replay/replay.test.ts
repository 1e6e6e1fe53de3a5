/** The main job on small companies whose figures can be worked out by hand. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Cells, type FigureEntry, folder, type Past, type Run, replayOf } from './files.ts';

/** `count` people of a unit: a1, a2, ... */
function team(unit: string, count: number): Cells[] {
  return Array.from({ length: count }, (_, i) => [`${unit}${i + 1}`, unit]);
}

/** Answers of a unit's people, one after the other: `[21, 5]` is 21 times a 5. */
function say(
  round: string,
  unit: string,
  question: string,
  values: readonly (readonly [times: number, value: string | number])[],
): Cells[] {
  const all = values.flatMap(([times, value]) => Array.from({ length: times }, () => value));
  return all.map((value, i) => [round, `${unit}${i + 1}`, question, value]);
}

const COLOURS = 'options: [red, green, blue]';
const SURVEY = `
questions:
- { id: five, kind: five-point, text: { en: Five, de: Fünf } }
- { id: ten, kind: zero-to-ten, text: Ten }
- { id: one, kind: single-choice, text: One, ${COLOURS} }
- { id: some, kind: several-choices, text: Some, ${COLOURS} }
- { id: words, kind: free-text, text: Words }
`;
const UNITS: Cells[] = [
  ['all', '', ''],
  ['a', 'all', ''],
  ['b', 'all', ''],
  ['c', 'all', ''],
  ['d', 'all', ''],
];
const PEOPLE = [
  ...team('a', 30),
  ...team('b', 12),
  ...team('c', 6),
  ...team('d', 3),
  ...team('all', 2),
];
const ONE_QUESTION = 'questions: [{ id: q, kind: five-point, text: Q }]';

function at({ out }: Run, unit: string, question: string, round = 'r'): FigureEntry | undefined {
  return out.figures.find((each) => {
    return each.round === round && each.unit === unit && each.question === question;
  });
}

describe('every kind of question', async () => {
  const r = 'r';
  const answers = [
    ...say(r, 'a', 'five', [
      [14, 5],
      [7, 4],
      [3, 3],
      [4, 2],
      [2, 1],
    ]),
    ...say(r, 'b', 'five', [
      [7, 4],
      [5, 3],
    ]),
    ...say(r, 'c', 'five', [
      [2, 5],
      [4, 1],
    ]),
    ...say(r, 'd', 'five', [[3, 5]]),
    ...say(r, 'all', 'five', [[2, 3]]),
    ...say(r, 'a', 'ten', [
      [15, 10],
      [5, 8],
      [10, 3],
    ]),
    ...say(r, 'b', 'ten', [[12, 9]]),
    ...say(r, 'c', 'ten', [[6, 0]]),
    ...say(r, 'd', 'ten', [[3, 7]]),
    ...say(r, 'all', 'ten', [[2, 9]]),
    ...say(r, 'a', 'one', [
      [29, 'red'],
      [1, 'green'],
    ]),
    ...say(r, 'b', 'one', [[12, 'blue']]),
    ...say(r, 'a', 'some', [
      [15, 'red;blue'],
      [15, ' red '],
    ]),
    ...say(r, 'b', 'words', [[3, 'More light, "please"; and quiet']]),
  ];
  const done = await replayOf({ people: PEOPLE, units: UNITS, survey: SURVEY, answers });
  const figure = (unit: string, question: string) => at(done, unit, question);

  test('the file has exactly the documented fields', () => {
    expect(Object.keys(done.out)).toEqual(['version', 'rounds', 'figures']);
    expect(done.out.version).toBe(1);
    expect(done.out.rounds).toEqual([{ round: 'r', invited: 53, ballots: 181, uncounted: 0 }]);
  });

  test('one entry for every unit and question that has figures, none for free text', () => {
    const of = done.out.figures.map(({ unit, question }) => `${question} ${unit}`);
    const expected = ['five', 'ten', 'one', 'some'].flatMap((question) =>
      ['a', 'all', 'b', 'c', 'd'].map((unit) => `${question} ${unit}`),
    );
    expect(of).toEqual(expected);
  });

  test('five points: a band from 5, tens from 20, fives and a mean from 50', () => {
    const known = { round: 'r', question: 'five' };
    const root = { unfavourable: 20, neutral: 20, favourable: 60, mean: 3.7 };
    expect(figure('a', 'five')).toEqual({
      ...{ ...known, unit: 'a', shown: 'distribution', from: 'a' },
      ...{ coarse: true, unfavourable: 20, neutral: 20, favourable: 70 },
    });
    expect(figure('b', 'five')).toEqual({
      ...{ ...known, unit: 'b', shown: 'band', from: 'b', band: '40-59' },
    });
    expect(figure('c', 'five')).toEqual({
      ...{ ...known, unit: 'c', shown: 'band', from: 'c', band: 'under 40' },
    });
    expect(figure('d', 'five')).toEqual({
      ...{ ...known, unit: 'd', shown: 'parent', from: 'all', ...root },
    });
    expect(figure('all', 'five')).toEqual({
      ...{ ...known, unit: 'all', shown: 'distribution', from: 'all', ...root },
    });
  });

  test('zero to ten: no mean, and a recommend score from 50 answers only', () => {
    const known = { round: 'r', question: 'ten' };
    expect(figure('a', 'ten')).toEqual({
      ...{ ...known, unit: 'a', shown: 'distribution', from: 'a' },
      ...{ coarse: true, unfavourable: 30, neutral: 20, favourable: 50 },
    });
    expect(figure('b', 'ten')).toMatchObject({ shown: 'band', band: '60 or more' });
    expect(figure('c', 'ten')).toMatchObject({ shown: 'band', band: 'under 40' });
    expect(figure('all', 'ten')).toEqual({
      ...{ ...known, unit: 'all', shown: 'distribution', from: 'all' },
      ...{ unfavourable: 30, neutral: 15, favourable: 55, recommend: 25 },
    });
    expect(figure('d', 'ten')).toMatchObject({ shown: 'parent', from: 'all', recommend: 25 });
  });

  test('choices: every option has a share from 20 answers; fewer show the parent', () => {
    const root = { red: 70, green: 20, blue: 30 };
    expect(figure('a', 'one')).toEqual({
      ...{ round: 'r', question: 'one', unit: 'a', shown: 'options', from: 'a' },
      ...{ coarse: true, options: { red: 80, green: 20, blue: 20 } },
    });
    expect(figure('all', 'one')).toMatchObject({ shown: 'options', from: 'all', options: root });
    expect(figure('b', 'one')).toMatchObject({ shown: 'parent', from: 'all', options: root });
    expect(figure('d', 'one')).toMatchObject({ shown: 'parent', from: 'all', options: root });
  });

  test('several choices: shares are of people, and may sum to more than 100', () => {
    const options = { red: 80, green: 20, blue: 50 };
    expect(figure('a', 'some')).toMatchObject({ shown: 'options', from: 'a', options });
    expect(figure('all', 'some')).toMatchObject({ shown: 'options', from: 'all', options });
    expect(figure('c', 'some')).toMatchObject({ shown: 'parent', from: 'all', options });
  });
});

describe('which answer counts, and where', () => {
  const tens = (round: string, values: readonly (readonly [number, number])[]) =>
    say(round, 'b', 'q', values);
  const company: Past = {
    people: team('b', 12),
    units: [
      ['all', '', ''],
      ['b', 'all', ''],
    ],
    survey: ONE_QUESTION,
    answers: [],
  };

  test('a second answer replaces the first', async () => {
    const answers = [...tens('r', [[12, 1]]), ...tens('r', [[12, 5]]), ...tens('r', [[3, 1]])];
    const done = await replayOf({ ...company, answers });
    expect(done.out.rounds).toEqual([{ round: 'r', invited: 12, ballots: 12, uncounted: 0 }]);
    expect(at(done, 'b', 'q')).toMatchObject({ shown: 'band', band: '60 or more' });
  });

  test('a manager listed in their own unit counts in the one above', async () => {
    const units: Cells[] = [
      ['all', '', 'a1'],
      ['b', 'all', 'b1'],
    ];
    // With b1 they would be 6 of 11, and so mixed.
    const answers = tens('r', [
      [1, 1],
      [6, 5],
      [5, 1],
    ]);
    const five = { ...company, people: team('b', 5), answers: answers.slice(0, 5) };
    const silent = await replayOf({ ...five, units: units.slice(1).concat([['all', '', '']]) });
    expect(silent.out.rounds).toEqual([{ round: 'r', invited: 5, ballots: 5, uncounted: 0 }]);
    expect(at(silent, 'b', 'q')).toMatchObject({
      shown: 'parent',
      from: 'all',
      band: '60 or more',
    });

    const people = [...team('b', 11), ...team('all', 4), ['a1', 'all']];
    const others = say('r', 'all', 'q', [[4, 1]]);
    const done = await replayOf({
      ...company,
      units,
      people,
      answers: [...answers.slice(0, 11), ...others],
    });
    expect(at(done, 'b', 'q')).toMatchObject({ from: 'b', band: '60 or more' });
    expect(at(done, 'all', 'q')).toMatchObject({ from: 'all', band: '40-59' });
  });

  test('not even the root has enough: nothing is shown, from is null, ballots are uncounted', async () => {
    const done = await replayOf({ ...company, answers: tens('r', [[4, 5]]) });
    expect(done.out).toEqual({
      version: 1,
      rounds: [{ round: 'r', invited: 12, ballots: 4, uncounted: 4 }],
      figures: [
        { round: 'r', unit: 'all', question: 'q', shown: 'parent', from: null },
        { round: 'r', unit: 'b', question: 'q', shown: 'parent', from: null },
      ],
    });
  });

  test('a higher minimum silences more, and a minimum of 3 shows a band from 3', async () => {
    const answers = tens('r', [[12, 5]]);
    const high = await replayOf({ ...company, answers, survey: `minimum: 13\n${ONE_QUESTION}` });
    expect(high.out.rounds[0]?.uncounted).toBe(12);
    const low = await replayOf({
      ...company,
      survey: `minimum: 3\n${ONE_QUESTION}`,
      answers: tens('r', [[3, 5]]),
    });
    expect(at(low, 'b', 'q')).toMatchObject({ shown: 'band', band: '60 or more', from: 'b' });
  });
});

describe('the order of rounds', () => {
  const company = { people: team('a', 6), units: [['a', '', '']] };
  const rounds = (names: readonly string[], survey = ONE_QUESTION) => {
    const answers = names.flatMap((name) => say(name, 'a', 'q', [[6, 4]]));
    return replayOf({ ...company, survey, answers });
  };
  const names = ({ out }: Run) => out.rounds.map(({ round }) => round);

  test('without rounds in the survey: by name, numbers by value', async () => {
    const done = await rounds(['week 10', '2', 'week 9', '10', '1']);
    expect(names(done)).toEqual(['1', '2', '10', 'week 9', 'week 10']);
  });

  test.each([
    ['words', 'winter', 'spring', 'autumn'],
    ['numbers', '10', '9', '2025'],
  ])(
    'with rounds in the survey: as they are written there (%s)',
    async (_, first, second, unused) => {
      const listed = [first, second, unused].map((name) => `"${name}": [q]`).join(', ');
      const done = await rounds([second, first], `${ONE_QUESTION}\nrounds: { ${listed} }`);
      expect(names(done)).toEqual([first, second]);
    },
  );

  test('each round asks its own questions, in the order of the survey', async () => {
    const survey = `
questions:
- { id: q, kind: five-point, text: Q }
- { id: p, kind: five-point, text: P }
- { id: o, kind: five-point, text: O }
rounds: { one: [o, q], two: [p] }
`;
    const answers = [...say('one', 'a', 'q', [[6, 4]]), ...say('two', 'a', 'p', [[6, 2]])];
    const done = await replayOf({ ...company, survey, answers });
    expect(done.out.figures.map(({ round, question, from }) => [round, question, from])).toEqual([
      ['one', 'q', 'a'],
      ['one', 'o', null],
      ['two', 'p', 'a'],
    ]);
  });

  test('the folder of the figures holds them and nothing else that was not there', async () => {
    const into = folder();
    const answers = say('r', 'a', 'q', [[6, 4]]);
    await replayOf({ ...company, survey: ONE_QUESTION, answers }, into);
    const given = ['answers.csv', 'people.csv', 'survey.yaml', 'units.csv'];
    expect(readdirSync(into).sort()).toEqual([...given, 'figures.json'].sort());
    expect(existsSync(`${into}/figures.json.part`)).toBe(false);
  });
});
