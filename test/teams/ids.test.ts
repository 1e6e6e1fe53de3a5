/** What buttons and fields carry comes back as it was; whatever else is sent means nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceValue, inputId, parseData } from '../../adapters/teams/ids.ts';
import { limits } from '../../adapters/teams/limits.ts';
import { renderMessage } from '../../adapters/teams/render.ts';
import { renderForm } from '../../adapters/teams/render-form.ts';
import { copyFor } from '../../src/message/languages.ts';
import type { Field, Form } from '../../src/message/message.ts';
import { ACTIONS, FORMS } from '../../src/org/roles.ts';
import { formsIn, messagesIn } from './real-cards.ts';

const ANSWER = { kind: 'answer', round: 'r', question: 'q', value: '1' };
const SUBMIT = { kind: 'submit', form: 'answers', about: 'r' };

function dataIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'data' ? [inner] : dataIn(inner),
  );
}

test('every button of every real message is understood', () => {
  const cards = Object.values(messagesIn(copyFor('en'))).map((message) => ({
    ...renderMessage(message),
    body: renderMessage(message).body.filter(({ type }) => !type.startsWith('Chart.')),
  }));
  const all = dataIn(cards);
  expect(all.length).toBeGreaterThan(50);
  for (const data of all) expect(parseData(data)).toEqual(data);
});

/** What Teams sends for a form in which everything is filled in: the first option, or all. */
function filledIn(form: Form) {
  const card = renderForm(form);
  const inputs = card.body.flatMap((element): [string, string][] => {
    if (element.type === 'Input.Text') return [[element.id ?? '', 'written']];
    if (element.type !== 'Input.ChoiceSet') return [];
    const values = element.choices.map(({ value }) => value);
    return [[element.id ?? '', element.isMultiSelect ? values.join(',') : (values[0] ?? '')]];
  });
  return { ...(card.actions?.[0]?.data as object), ...Object.fromEntries(inputs) };
}

function expected(field: Field): [string, readonly string[]][] {
  if (field.kind === 'text') {
    const reader = field.readers?.options.slice(0, 1).map(({ value }) => value);
    return [
      [field.name, ['written']],
      ...(reader ? [[`${field.name}:reader`, reader] as [string, string[]]] : []),
    ];
  }
  const values = field.options.map(({ value }) => value);
  return [[field.name, field.kind === 'several' ? values : values.slice(0, 1)]];
}

const FORMS_OF_OURS = Object.entries(formsIn(copyFor('en')));

test.each(FORMS_OF_OURS)('every field of %s comes back under its name', (_, form) => {
  expect(parseData(filledIn(form))).toEqual({
    kind: 'submit',
    form: form.name,
    about: form.about,
    fields: Object.fromEntries(form.fields.flatMap(expected)),
  });
});

describe('a submission', () => {
  test('values with commas, percent signs and blanks come back one by one', () => {
    const values = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme', maxLength: 20 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(values, (chosen) => {
        const sent = { ...SUBMIT, [inputId('several', 'x')]: chosen.map(choiceValue).join(',') };
        expect(parseData(sent)).toMatchObject({ fields: { x: chosen } });
      }),
    );
  });

  test('an emptied text is empty, a choice left empty is absent', () => {
    const sent = { ...SUBMIT, 'text:a': '', 'one:b': '', 'several:c': '', 'one:d': null };
    expect(parseData(sent)).toEqual({ ...SUBMIT, fields: { a: [''] } });
  });

  test('no field takes the place of the form’s own data, whatever it is called', () => {
    const sent = {
      ...SUBMIT,
      'text:kind': 'answer',
      'one:form': 'campaign',
      'text:about': 'other',
    };
    expect(parseData(sent)).toMatchObject({
      form: 'answers',
      about: 'r',
      fields: { kind: ['answer'] },
    });
  });

  test('what Teams adds is left alone', () => {
    expect(parseData({ ...SUBMIT, msteams: { type: 'x' }, other: 3 })).toEqual({
      ...SUBMIT,
      fields: {},
    });
  });

  test('a field named like a prototype is only a field', () => {
    const parsed = parseData(
      JSON.parse('{"kind":"submit","form":"answers","about":"","text:__proto__":"x"}'),
    );
    expect(parsed?.kind === 'submit' && Object.entries(parsed.fields)).toEqual([
      ['__proto__', ['x']],
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('nothing is understood', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a string', JSON.stringify(ANSWER)],
    ['a list', [ANSWER]],
    ['another kind', { ...ANSWER, kind: 'greeting' }],
    ['an answer without a question', { ...ANSWER, question: undefined }],
    ['an answer whose value is a number', { ...ANSWER, value: 1 }],
    ['an empty value', { ...ANSWER, value: '' }],
    ['a round of a thousand characters', { ...ANSWER, round: 'r'.repeat(limits.value + 1) }],
    ['an action that there is not', { kind: 'action', about: '', action: 'toString' }],
    ['an action about nothing said', { kind: 'action', action: 'skip' }],
    ['a form that there is not', { ...SUBMIT, form: 'constructor' }],
    ['a field that is no text', { ...SUBMIT, 'text:a': { toString: 'x' } }],
    ['a field under two kinds', { ...SUBMIT, 'text:a': 'x', 'one:a': 'y' }],
    ['a value that is no encoding', { ...SUBMIT, 'one:a': '%E0%A4%A' }],
    ['a text that is far too long', { ...SUBMIT, 'text:a': 'x'.repeat(4 * limits.input + 1) }],
    [
      'more fields than a form has',
      {
        ...SUBMIT,
        ...Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`text:${i}`, 'x'])),
      },
    ],
    ['inherited keys', Object.create(ANSWER)],
  ])('of %s', (_, data) => {
    expect(parseData(data)).toBeUndefined();
  });

  test('and nothing throws, whatever it is', () => {
    const like = fc.record(
      {
        kind: fc.constantFrom('answer', 'action', 'submit', 1),
        form: fc.constantFrom(...FORMS, 'x', {}),
        action: fc.constantFrom(...ACTIONS, 'x', []),
        about: fc.anything(),
        'several:x': fc.anything(),
        'one:%': fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), like), (data) => {
        parseData(data);
      }),
      { numRuns: 500 },
    );
  });
});
