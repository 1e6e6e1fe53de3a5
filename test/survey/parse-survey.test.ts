import { describe, expect, test } from 'vitest';
import { AGREEMENT } from '../../src/stock/agreement.ts';
import { parseSurvey, type Survey } from '../../src/survey/parse-survey.ts';

function parsed(text: string): Survey {
  const outcome = parseSurvey(text, 'survey.yaml');
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.survey;
}

/** The faults as `line: says`. */
function faultsOf(text: string): string[] {
  const outcome = parseSurvey(text, 'survey.yaml');
  if (!('faults' in outcome)) return [];
  return outcome.faults.map(({ where, says }) => `${where.split(', line ')[1]}: ${says}`);
}

test('every kind of question is read', () => {
  const survey = parsed(`
language: de
minimum: 7
questions:
  - { id: q1, kind: five-point, text: Gut?, driver: role }
  - { id: q2, kind: zero-to-ten, text: { en: Likely?, de: Sicher? }, low: nie, high: immer }
  - { id: q3, kind: single-choice, text: Was?, options: [Tee, { value: k, label: Kaffee }] }
  - { id: q4, kind: several-choices, text: Was?, options: [a, b] }
  - { id: q5, kind: free-text, text: Noch was? }
`);
  expect(survey.floor).toBe(7);
  expect(survey).not.toHaveProperty('rounds');
  expect(survey.questions).toEqual([
    { kind: 'five-point', id: 'q1', text: { de: 'Gut?' }, driver: 'role', labels: AGREEMENT },
    {
      kind: 'zero-to-ten',
      id: 'q2',
      text: { en: 'Likely?', de: 'Sicher?' },
      low: { de: 'nie' },
      high: { de: 'immer' },
    },
    {
      kind: 'single-choice',
      id: 'q3',
      text: { de: 'Was?' },
      options: [
        { value: 'Tee', label: { de: 'Tee' } },
        { value: 'k', label: { de: 'Kaffee' } },
      ],
    },
    {
      kind: 'several-choices',
      id: 'q4',
      text: { de: 'Was?' },
      options: [
        { value: 'a', label: { de: 'a' } },
        { value: 'b', label: { de: 'b' } },
      ],
    },
    { kind: 'free-text', id: 'q5', text: { de: 'Noch was?' } },
  ]);
});

test('five is the floor where nothing is said', () => {
  expect(parsed('questions: [{ id: a, kind: free-text, text: A }]').floor).toBe(5);
});

test('labels and favourable options of a scale are the author’s', () => {
  const [question] = parsed(`
questions:
  - id: pace
    kind: five-point
    text: The pace is
    labels: [much too slow, too slow, right, too fast, much too fast]
    favourable: [3]
    unfavourable: [1, 5]
`).questions;
  expect(question).toMatchObject({ favourable: [3], unfavourable: [1, 5] });
  expect(question).toHaveProperty('labels.2', { en: 'right' });
});

test('rounds keep the order of the file', () => {
  const { rounds } = parsed(`
questions: [{ id: a, kind: free-text, text: A }, { id: b, kind: free-text, text: B }]
rounds: { spring: [b, a], autumn: [a] }
`);
  expect([...(rounds ?? [])]).toEqual([
    ['spring', ['b', 'a']],
    ['autumn', ['a']],
  ]);
});

describe('a fault is told with its line', () => {
  const question = (more: string) =>
    `questions:\n  - { id: ok, kind: free-text, text: T }\n  - ${more}\n`;

  test.each<[what: string, text: string, line: number, says: RegExp]>([
    ['no YAML', 'minimum: 5\nquestions: ]', 2, /This is no YAML/],
    ['an unknown kind', question('{ id: q, kind: six-point, text: T }'), 3, /must have a kind/],
    ['no id', question('{ kind: free-text, text: T }'), 3, /id/],
    ['an id with blanks', question('{ id: a b, kind: free-text, text: T }'), 3, /1 to 40/],
    ['no text', question('{ id: q, kind: free-text }'), 3, /text/],
    ['an empty text', question('{ id: q, kind: free-text, text: "" }'), 3, /text/],
    ['an unknown field', question('{ id: q, kind: free-text, text: T, colour: red }'), 3, /colour/],
    ['one option', question('{ id: q, kind: single-choice, text: T, options: [a] }'), 3, /least 2/],
    [
      'seventeen options',
      question(
        `{ id: q, kind: single-choice, text: T, options: [${[...'abcdefghijklmnopq'].join(', ')}] }`,
      ),
      3,
      /at most 16/,
    ],
    [
      'an option twice',
      question('{ id: q, kind: single-choice, text: T, options: [a, a] }'),
      3,
      /twice/,
    ],
    [
      'four labels',
      question('{ id: q, kind: five-point, text: T, labels: [a, b, c, d] }'),
      3,
      /five labels/,
    ],
    [
      'favourable off the scale',
      question('{ id: q, kind: five-point, text: T, favourable: [6] }'),
      3,
      /favourable/,
    ],
    [
      'favourable and unfavourable at once',
      question('{ id: q, kind: five-point, text: T, favourable: [4, 5], unfavourable: [1, 4] }'),
      3,
      /4 can't be favourable and unfavourable/,
    ],
    ['a question twice', question('{ id: ok, kind: free-text, text: U }'), 3, /"ok" stands twice/],
    [
      'an unknown question in a round',
      `${question('{ id: q, kind: free-text, text: T }')}rounds:\n  spring:\n    - q\n    - ghost\n`,
      7,
      /no question "ghost"/,
    ],
    [
      'an unknown question in a round with a number for a name',
      `${question('{ id: q, kind: free-text, text: T }')}rounds:\n  1:\n    - q\n    - ghost\n`,
      7,
      /no question "ghost"/,
    ],
    [
      'a floor of two',
      `minimum: 2\n${question('{ id: q, kind: free-text, text: T }')}`,
      1,
      /3 or more/,
    ],
    [
      'a floor that is no whole number',
      `minimum: 4.5\n${question('{ id: q, kind: free-text, text: T }')}`,
      1,
      /minimum/,
    ],
    ['no questions', 'questions: []', 1, /at least one question/],
    ['an empty file', '', 1, /./],
  ])('%s', (_, text, line, says) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${line}: `));
    expect(faults[0]).toMatch(says);
  });
});

test('all faults of form are told at once', () => {
  const faults = faultsOf(`minimum: 1
questions:
  - { id: a b, kind: free-text, text: T }
  - { id: q, kind: nothing }
  - { id: r, kind: single-choice, text: T, options: [a] }
`);
  expect(faults.map((each) => each.split(':')[0])).toEqual(['1', '3', '4', '5']);
});

test('contradictions are told all at once', () => {
  const faults = faultsOf(`questions:
  - { id: a, kind: free-text, text: T }
  - { id: a, kind: free-text, text: T }
  - { id: b, kind: five-point, text: T, favourable: [1], unfavourable: [1] }
rounds:
  one: [a, c]
`);
  expect(faults.map((each) => each.split(':')[0])).toEqual(['3', '4', '6']);
});

test('faults of form do not hide a question that stands twice', () => {
  const faults = faultsOf(`questions:
  - { id: a, kind: free-text, text: T }
  - { id: a, kind: free-text, text: T }
  - { id: b, kind: nothing, text: T }
`);
  expect(faults.join('\n')).toMatch(/must have a kind/);
  expect(faults.join('\n')).toMatch(/"a" stands twice/);
});

test('a scale turned round by its favourable options alone has people on its other side', () => {
  const outcome = parseSurvey(
    'questions: [{ id: a, kind: five-point, text: T, favourable: [1, 2] }]',
    'survey.yaml',
  );
  // Either it is refused, or 4 and 5 count against: left as they are they would be neutral, and nobody unfavourable.
  if ('faults' in outcome) return;
  expect(outcome.survey.questions[0]).toMatchObject({ unfavourable: [4, 5] });
});
