import { describe, expect, test } from 'vitest';
import { limits } from '../../adapters/slack/limits.ts';
import { renderForm } from '../../adapters/slack/render-form.ts';
import type { Field, Form, Option } from '../../src/message/message.ts';
import { violations } from './violations.ts';

const optionsOf = (labels: readonly string[]): Option[] =>
  labels.map((label, i) => ({ value: `v${i}`, label }));

describe('a form', () => {
  const formWith = (...fields: Field[]): Form => ({
    name: 'settings',
    about: '',
    title: 'Yours',
    intro: 'Only you see this.',
    fields,
    submit: 'Save',
    cancel: 'Cancel',
  });
  const view = (...fields: Field[]) => renderForm(formWith(...fields), 'meta');
  // biome-ignore lint/suspicious/noExplicitAny: tests look into inputs of every kind.
  const inputs = (...fields: Field[]) => view(...fields).blocks.slice(2) as any[];
  const many = (n: number) => optionsOf(Array.from({ length: n }, (_, i) => `Option ${i}`));
  const choice = (kind: 'one' | 'several', n: number, chosen?: string[]): Field => ({
    kind,
    name: 'f',
    label: 'Choose',
    options: many(n),
    ...(chosen && { chosen }),
  });

  test('is named after what it is, and carries its metadata', () => {
    expect(view()).toMatchObject({
      callback_id: 'settings',
      private_metadata: 'meta',
      title: { text: 'Soundings' },
      submit: { text: 'Save' },
      close: { text: 'Cancel' },
    });
    expect(() => renderForm(formWith(), 'x'.repeat(limits.metadata + 1))).toThrow('form settings');
  });

  test('offers up to ten options side by side, more in a menu, very many in parts', () => {
    const type = (...of: Parameters<typeof choice>) => inputs(choice(...of))[0].element.type;
    expect(type('one', 10)).toBe('radio_buttons');
    expect(type('one', 11)).toBe('static_select');
    expect(type('several', 10)).toBe('checkboxes');
    expect(type('several', 11)).toBe('multi_static_select');
    const groups = inputs(choice('one', 250))[0].element.option_groups;
    expect(groups.map(({ label }: { label: { text: string } }) => label.text)).toEqual([
      '1–100',
      '101–200',
      '201–250',
    ]);
    expect(violations(view(choice('one', 250)))).toEqual([]);
  });

  test('shows what was chosen and written where it says so, and nothing otherwise', () => {
    const text: Field = { kind: 'text', name: 't', label: 'Hour', limit: 5, lines: 'one' };
    expect(inputs(choice('one', 3, ['v1']))[0].element.initial_option.value).toBe('v1');
    const several = inputs(choice('several', 30, ['v1', 'v29', 'gone']))[0].element;
    expect(several.initial_options.map(({ value }: Option) => value)).toEqual(['v1', 'v29']);
    expect(inputs({ ...text, written: '9:00' })[0].element.initial_value).toBe('9:00');
    for (const empty of [choice('one', 3), choice('several', 3), choice('several', 30), text]) {
      expect(JSON.stringify(inputs(empty))).not.toContain('initial');
    }
  });

  test('asks who may read a text beside it, with the first chosen', () => {
    const readers = { label: 'Who?', options: optionsOf(['Team', 'HR']) };
    const [words, reader] = inputs({
      kind: 'text',
      name: 'words',
      label: 'Anything?',
      hint: 'Optional.',
      limit: 1900,
      lines: 'many',
      readers,
    });
    expect(words).toMatchObject({
      block_id: 'words',
      optional: true,
      hint: { text: 'Optional.' },
      element: { multiline: true, max_length: 1900 },
    });
    expect(reader).toMatchObject({
      block_id: 'words:reader',
      element: { type: 'radio_buttons', initial_option: { value: 'v0' } },
    });
  });

  test('a text that came back has the reader chosen before', () => {
    const readers = { label: 'Who?', options: optionsOf(['Team', 'HR']), chosen: 'v1' };
    const [words, reader] = inputs({
      ...{ kind: 'text', name: 'words:2', label: 'Anything?', limit: 1900, lines: 'many' },
      written: 'As it is.',
      readers,
    } as Field);
    expect(words.element.initial_value).toBe('As it is.');
    expect(reader.element.initial_option.value).toBe('v1');
  });

  test('requires only what is required', () => {
    expect(inputs({ ...choice('one', 2), required: true })[0].optional).toBe(false);
    expect(inputs(choice('one', 2))[0].optional).toBe(true);
  });

  test('a grid is one menu a row, however few its options', () => {
    const rows = ['pay', 'growth'].map((name) => ({ ...choice('one', 3), name }) as Field);
    const { blocks } = renderForm({ ...formWith(...rows), look: 'grid' }, '');
    expect(blocks.slice(2).map((block) => 'element' in block && block.element?.type)).toEqual([
      'static_select',
      'static_select',
    ]);
  });

  test('has its further buttons below the fields, which say what they do and nothing else', () => {
    const also = {
      kind: 'actions',
      about: 'screen',
      actions: [{ action: 'exit-back', label: 'Back' }],
    } as const;
    const form = { ...formWith(choice('one', 3)), also };
    const made = renderForm(form, '');
    expect(violations(made)).toEqual([]);
    expect(made.blocks.at(-1)).toEqual({
      type: 'actions',
      block_id: 'actions:1.0:screen',
      elements: [
        {
          type: 'button',
          action_id: 'exit-back',
          text: { type: 'plain_text', text: 'Back', emoji: false },
        },
      ],
    });
  });

  test('says options too long for a menu whole, above it', () => {
    const options = optionsOf(['Short', 'long '.repeat(30)]);
    const [full, input] = inputs({ ...choice('one', 0), options } as Field);
    expect(full.text.text).toContain(`2. ${'long '.repeat(30).trim()}`);
    expect(input.element.options[1].text.text).toMatch(/^2\. .*…$/);
  });

  test('that Slack can’t hold, or whose fields can’t be told apart, is refused by name', () => {
    const text = (i: number): Field => ({
      kind: 'text',
      name: `t${i}`,
      label: 'L',
      limit: 5,
      lines: 'one',
    });
    expect(() => view(...Array.from({ length: 99 }, (_, i) => text(i)))).toThrow('99 fields');
    expect(() => view(text(1), text(1))).toThrow('two fields are named t1');
    const options = [{ value: 'x'.repeat(limits.optionValue + 1), label: 'L' }];
    expect(() => view({ ...choice('one', 0), options } as Field)).toThrow('field f');
  });
});
