/** Forms as cards: what is in force is shown, what was answered never. */
import { describe, expect, test } from 'vitest';
import { renderForm } from '../../adapters/teams/render-form.ts';
import type { Form } from '../../src/message/message.ts';
import { bodyOf } from './shown.ts';
import { violations } from './violations.ts';

describe('a form', () => {
  const form: Form = {
    name: 'settings',
    about: '',
    title: 'Settings',
    intro: 'What you like.',
    submit: 'Save',
    cancel: 'Cancel',
    fields: [
      {
        kind: 'one',
        name: 'language',
        label: 'Language',
        options: [
          { value: 'en', label: 'English' },
          { value: 'de', label: 'German' },
        ],
        chosen: ['de'],
        required: true,
      },
      {
        kind: 'several',
        name: 'units',
        label: 'Units',
        hint: 'None is all.',
        options: ['a,b', 'c%', 'd'].map((value) => ({ value, label: value })),
        chosen: ['a,b', 'd'],
      },
      {
        kind: 'text',
        name: 'comment',
        label: 'Comment',
        limit: 1900,
        lines: 'many',
        readers: { label: 'Who reads it?', options: [{ value: 'team', label: 'Team' }] },
      },
    ],
  };
  const inputs = (of: Form) =>
    bodyOf(renderForm(of)).filter(({ type }) => type.startsWith('Input.'));

  test('shows what is in force, and asks for what is required in words', () => {
    const [language, units] = inputs(form);
    expect(language).toMatchObject({
      value: 'de',
      style: 'expanded',
      isRequired: true,
      errorMessage: '⚠ Language',
    });
    expect(units).toMatchObject({ value: 'a%2Cb,d', isMultiSelect: true, style: 'expanded' });
    expect(units?.isRequired).toBeUndefined();
  });

  test('a comment has as much room as its bytes, nothing written, and its reader beside it', () => {
    const [, , comment, reader] = inputs(form);
    expect(comment).toMatchObject({ id: 'text:comment', isMultiline: true, maxLength: 1900 });
    expect(comment?.value).toBeUndefined();
    expect(reader).toMatchObject({ id: 'one:comment:reader', value: 'team' });
  });

  test('many options are a menu to choose from, or to search', () => {
    const styleOf = (kind: 'one' | 'several', length: number) => {
      const options = Array.from({ length }, (_, i) => ({ value: `${i}`, label: `${i}` }));
      return inputs({ ...form, fields: [{ kind, name: 'n', label: 'l', options }] })[0]?.style;
    };
    expect([10, 11].map((length) => styleOf('one', length))).toEqual(['expanded', 'compact']);
    // A menu hides what is ticked.
    expect([16, 17].map((length) => styleOf('several', length))).toEqual(['expanded', 'filtered']);
  });

  test('a grid is one menu a row, however few its options', () => {
    const rows = inputs({ ...form, look: 'grid' });
    expect(rows.map(({ style }) => style).slice(0, 2)).toEqual(['compact', 'filtered']);
  });

  test('further buttons stand beside the one that sends, and send nothing that was filled in', () => {
    const also = {
      kind: 'actions',
      about: 'screen',
      actions: [{ action: 'exit-back', label: 'Back' }],
    } as const;
    const card = renderForm({ ...form, also });
    expect(violations(card)).toEqual([]);
    expect(card.actions?.[1]).toMatchObject({
      type: 'Action.Execute',
      title: 'Back',
      associatedInputs: 'none',
      data: { kind: 'action', about: 'screen', action: 'exit-back' },
      fallback: { type: 'Action.Submit', associatedInputs: 'none' },
    });
  });

  test('faults stand at the top with the field’s name, and above their field, with a sign', () => {
    const card = renderForm(form, { comment: 'Too long.', gone: 'No such thing.' });
    const body = bodyOf(card);
    expect(violations(card)).toEqual([]);
    expect(body[2]).toMatchObject({ type: 'Container', style: 'attention' });
    expect(body[2]?.items?.map(({ text }) => text)).toEqual([
      '⚠ Comment: Too long.',
      '⚠ No such thing.',
    ]);
    const place = body.findIndex(({ id }) => id === 'text:comment');
    expect(body[place - 1]).toMatchObject({ text: '⚠ Too long.', color: 'Attention' });
  });

  test('is sent with its name and what it is about, and nothing else', () => {
    expect(renderForm(form).actions?.map(({ data }) => data)).toEqual([
      { kind: 'submit', form: 'settings', about: '' },
    ]);
  });

  test('a name given twice, to a reader too, is refused', () => {
    const [language] = form.fields;
    if (!language) throw new Error('no field');
    const twice = { ...form, fields: [...form.fields, { ...language, name: 'comment:reader' }] };
    expect(() => renderForm(twice)).toThrow('form settings: two fields are named comment:reader');
  });
});
