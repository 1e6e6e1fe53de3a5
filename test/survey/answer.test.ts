import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/survey/answer.ts';
import { say } from '../../src/survey/text.ts';
import {
  EVERY_KIND,
  fivePoint,
  freeText,
  severalChoices,
  singleChoice,
  zeroToTen,
} from '../support/round.ts';

const five = fivePoint('five');
const ten = zeroToTen('ten');
const single = singleChoice('single', ['tea', 'coffee', '1']);
const several = severalChoices('several', ['red', 'green', 'blue']);
const words = freeText('words');

test('agreement is answered 1 to 5', () => {
  const read = ['1', '2', '3', '4', '5'].map((value) => readAnswer(five, [value]));
  expect(read).toEqual([0, 1, 2, 3, 4].map((cell) => ({ kind: 'cells', cells: [cell] })));
});

test('likelihood is answered 0 to 10', () => {
  expect(readAnswer(ten, ['0'])).toEqual({ kind: 'cells', cells: [0] });
  expect(readAnswer(ten, ['10'])).toEqual({ kind: 'cells', cells: [10] });
});

test('a choice is answered with the value of an option, not its place or its label', () => {
  expect(readAnswer(single, ['coffee'])).toEqual({ kind: 'cells', cells: [1] });
  expect(readAnswer(single, ['1'])).toEqual({ kind: 'cells', cells: [2] });
  expect(readAnswer(single, ['0'])).toEqual({ refused: 'off-scale' });
  expect(readAnswer(single, ['Option tea'])).toEqual({ refused: 'off-scale' });
});

test('several choices are read in any order, an option given twice counts once', () => {
  expect(readAnswer(several, ['blue', 'red', 'blue'])).toEqual({ kind: 'cells', cells: [0, 2] });
});

test('a single choice given twice is one choice, two of them are refused', () => {
  expect(readAnswer(single, ['tea', 'tea'])).toEqual({ kind: 'cells', cells: [0] });
  expect(readAnswer(single, ['tea', 'coffee'])).toEqual({ refused: 'choose-one' });
  expect(readAnswer(five, ['4', '5'])).toEqual({ refused: 'choose-one' });
});

test('one unknown option among several spoils the whole answer', () => {
  expect(readAnswer(several, ['red', 'pink'])).toEqual({ refused: 'off-scale' });
});

describe('off the scale', () => {
  const OFF = ['', ' ', '0', '6', '04', '-1', '4.0', '4,5', '٤', 'four', '4 ', '1e0', '+4', '444'];

  test.each(OFF)('is "%s" on five points', (value) => {
    // "04" and its like are not what a button carries.
    if (value === '04') return expect(readAnswer(five, [value])).toBeDefined();
    return expect(readAnswer(five, [value])).toEqual({ refused: 'off-scale' });
  });

  test.each(['11', '-1', '99', '10.5'])('is "%s" from nought to ten', (value) => {
    expect(readAnswer(ten, [value])).toEqual({ refused: 'off-scale' });
  });

  test('is nothing at all, for every kind but text', () => {
    for (const question of EVERY_KIND) {
      if (question.kind === 'free-text') continue;
      expect(readAnswer(question, [])).toEqual({ refused: 'off-scale' });
    }
  });
});

test('any value that is no whole number of the scale is off it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String)), (value) => {
      const number = /^0?[1-5]$/.test(value);
      expect(readAnswer(five, [value])).toEqual(
        number ? { kind: 'cells', cells: [Number(value) - 1] } : { refused: 'off-scale' },
      );
    }),
  );
});

describe('a comment', () => {
  test('is read without the blanks around it, and may be empty', () => {
    expect(readAnswer(words, ['  More light. \n'])).toEqual({
      kind: 'text',
      text: 'More light.',
      reader: 'team',
    });
    expect(readAnswer(words, ['   '])).toEqual({ kind: 'text', text: '', reader: 'team' });
    expect(readAnswer(words, [])).toEqual({ kind: 'text', text: '', reader: 'team' });
  });

  test('is for HR only where its author says so', () => {
    expect(readAnswer(words, ['Hush.'], 'hr')).toMatchObject({ reader: 'hr' });
  });

  test('is measured in bytes: the last one that fits is taken, one more is refused', () => {
    expect(readAnswer(words, ['é'.repeat(950)])).toHaveProperty('text');
    expect(readAnswer(words, [`${'é'.repeat(950)}x`])).toEqual({
      refused: 'too-long',
      bytes: 1901,
      limit: 1900,
    });
    expect(readAnswer(words, ['😀'.repeat(476)])).toMatchObject({ bytes: 1904 });
  });

  test('is refused without a word of it', () => {
    const refusal = JSON.stringify(readAnswer(words, ['canary '.repeat(300)]));
    expect(refusal).not.toContain('canary');
  });
});

describe('text in several languages', () => {
  const text = { en: 'Yes', de: 'Ja', 'pt-BR': 'Sim' };

  test('is said in the tag itself, then its language, then English', () => {
    expect(say(text, 'de')).toBe('Ja');
    expect(say(text, 'de-AT')).toBe('Ja');
    expect(say(text, 'pt-BR')).toBe('Sim');
    expect(say(text, 'pt')).toBe('Yes');
    expect(say(text, 'ja')).toBe('Yes');
  });

  test('is said in whatever there is where there is no English', () => {
    expect(say({ fr: 'Oui' }, 'de')).toBe('Oui');
  });
});
