/** Past answers in long form. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Known, readAnswers } from '../../adapters/csv/answers.ts';
import type { Question } from '../../src/survey/question.ts';

const folder = mkdtempSync(join(tmpdir(), 'soundings-answers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = { en: 'Text' };
const options = ['red', 'green', 'blue'].map((value) => ({ value, label: { en: value } }));
const questions: Question[] = [
  { kind: 'five-point', id: 'five', text, labels: [text, text, text, text, text] },
  { kind: 'zero-to-ten', id: 'ten', text, low: text, high: text },
  { kind: 'single-choice', id: 'one', text, options },
  { kind: 'several-choices', id: 'some', text, options },
  { kind: 'free-text', id: 'words', text },
];
const known: Known = {
  people: new Set(['p1', 'p2']),
  questions: new Map(questions.map((question) => [question.id, question])),
};

function read(rows: readonly string[], more: Partial<Known> = {}) {
  const path = join(folder, 'answers.csv');
  writeFileSync(path, `${['round,person,question,value', ...rows].join('\n')}\n`);
  return readAnswers(path, { ...known, ...more });
}

async function answersOf(rows: readonly string[]) {
  const found = await read(rows);
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return found.answers;
}

async function faultsOf(rows: readonly string[], more: Partial<Known> = {}): Promise<string[]> {
  const found = await read(rows, more);
  return 'faults' in found ? found.faults.map(({ where, says }) => `${where}: ${says}`) : [];
}

describe('what is read', () => {
  test('each kind of question has its own values', async () => {
    const answers = await answersOf([
      'r,p1,five,5',
      'r,p1,ten,0',
      'r,p1,one,green',
      'r,p1,some,red; blue',
      'r,p1,words,"Less noise, please; more light"',
    ]);
    expect([...(answers.get('r')?.get('p1') ?? [])]).toEqual([
      ['five', ['5']],
      ['ten', ['0']],
      ['one', ['green']],
      ['some', ['red', 'blue']],
      ['words', ['Less noise, please; more light']],
    ]);
  });

  test('a later row replaces an earlier one of the same round, person and question', async () => {
    const answers = await answersOf(['r,p1,five,1', 'r,p2,five,2', 'r,p1,five,5', 's,p1,five,3']);
    expect(answers.get('r')?.get('p1')?.get('five')).toEqual(['5']);
    expect(answers.get('r')?.get('p2')?.get('five')).toEqual(['2']);
    expect(answers.get('s')?.get('p1')?.get('five')).toEqual(['3']);
  });

  test('free text may be empty, and may be long, but not longer than a comment', async () => {
    expect(await faultsOf(['r,p1,words,', `r,p2,words,${'x'.repeat(1900)}`])).toEqual([]);
    expect(await faultsOf([`r,p2,words,${'x'.repeat(1901)}`])).toEqual([
      'answers.csv, row 2: The value is no answer to question "words": the text is too long.',
    ]);
  });
});

describe('what is refused', () => {
  test('all faults at once, each with its row, none with the value', async () => {
    const rows = [
      'r,p1,five,7777',
      'r,stranger,five,3',
      'r,p1,unheard,3',
      'r,p1,five,3',
      ',p1,five,3',
      'r,stranger,unheard,7777',
      'r,p1,one,mauve',
      'r,p1,some,red;mauve',
    ];
    const found = await faultsOf(rows);
    const no = 'The value is no answer to question';
    expect(found).toEqual([
      `answers.csv, row 2: ${no} "five": it must be a whole number from 1 to 5.`,
      'answers.csv, row 3: Person "stranger" is not in the people file.',
      'answers.csv, row 4: Question "unheard" is not in the survey.',
      'answers.csv, row 6: The column "round" is empty.',
      'answers.csv, row 7: Person "stranger" is not in the people file.',
      'answers.csv, row 7: Question "unheard" is not in the survey.',
      `answers.csv, row 8: ${no} "one": it must be one of "red", "green", "blue".`,
      `answers.csv, row 9: ${no} "some": it must be some of "red", "green", "blue", with ; between them.`,
    ]);
    expect(found.join()).not.toMatch(/7777|mauve/);
  });

  test('a question that was not asked in that round, and a round that the survey does not have', async () => {
    const rounds = new Map([
      ['r', ['five']],
      ['s', ['ten']],
    ]);
    const rows = ['r,p1,five,3', 'r,p1,ten,3', 's,p1,ten,3', 't,p1,five,3'];
    expect(await faultsOf(rows, { rounds })).toEqual([
      'answers.csv, row 3: Question "ten" was not asked in round "r".',
      'answers.csv, row 5: Question "five" was not asked in round "t".',
    ]);
  });

  test.each([
    ['five', ['0', '6', '-1', '3.0', '3,0', ' ', '', 'three', '٣', '1e0', '003', '3;4']],
    ['ten', ['-1', '11', '010', '9.5', '', 'ten']],
    ['one', ['', 'Red', 'red;green', 'red,green']],
    ['some', ['', ';', 'red;;green', 'red,green', 'Red']],
  ])('off the scale of %s', async (question, values) => {
    const found = await faultsOf(values.map((value) => `r,p1,${question},"${value}"`));
    expect(found).toHaveLength(values.length);
    for (const [i, each] of found.entries()) expect(each).toContain(`answers.csv, row ${i + 2}: `);
  });

  test('a file without answers', async () => {
    expect(await faultsOf([])).toEqual(['answers.csv: There are no answers in this file.']);
  });

  test('a broken quote tells nothing of the text in which it stands', async () => {
    const found = await faultsOf(['r,p1,words,my boss CANARY said "no" to me', 'r,p2,five,9']);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join()).toContain('answers.csv, row 2');
    expect(found.join()).not.toContain('CANARY');
  });
});
