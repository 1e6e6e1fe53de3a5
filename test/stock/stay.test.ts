/** The stay interview: complete in every language, and beside what offers are compared by. */
import { expect, test } from 'vitest';
import { LANGUAGE_TAGS } from '../../src/message/languages.ts';
import { ASPECTS } from '../../src/stock/exit-offer.ts';
import { KEEPS, MIGHT_LEAVE, WHY_US } from '../../src/stock/stay.ts';

const QUESTIONS = [KEEPS, MIGHT_LEAVE, WHY_US];

test.each(LANGUAGE_TAGS)('every question and option has words in %s, each its own', (language) => {
  const all = QUESTIONS.flatMap((question) => [
    question.text,
    ...('options' in question ? question.options.map(({ label }) => label) : []),
  ]);
  for (const words of all) expect(words[language]).toMatch(/\S/);
  for (const question of [KEEPS, MIGHT_LEAVE]) {
    const labels = question.options.map(({ label }) => label[language]);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test('what keeps people is asked in the aspects in which offers are compared, and fits an envelope', () => {
  const values = KEEPS.options.map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(ASPECTS.map(({ id }) => id)));
  for (const { options } of [KEEPS, MIGHT_LEAVE]) expect(options.length).toBeLessThanOrEqual(16);
});

test('all three take turns under different drivers, so that one round asks them together', () => {
  expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(3);
});
