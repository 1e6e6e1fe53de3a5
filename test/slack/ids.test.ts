import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionId, blockId, fieldsOf, parseClick } from '../../adapters/slack/ids.ts';
import { limits } from '../../adapters/slack/limits.ts';
import { renderHome } from '../../adapters/slack/render.ts';
import type { Actions, Scale } from '../../src/message/message.ts';
import { ACTIONS } from '../../src/org/roles.ts';

const scale = (round: string, question: string): Scale => ({
  kind: 'scale',
  round,
  question,
  text: '',
  options: [],
});
const buttons = (about: string): Actions => ({ kind: 'actions', about, actions: [] });
const ids = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((id) => !/\p{Cs}/u.test(id));

describe('a click', () => {
  test('on a scale says round, question and value, whatever they are called', () => {
    fc.assert(
      fc.property(ids, ids, ids, fc.nat(99), (round, question, value, place) => {
        const block = blockId(scale(round, question), `${place}.0`);
        expect(parseClick(block, actionId(place), value)).toEqual({
          kind: 'answer',
          round,
          question,
          value,
        });
      }),
    );
  });

  test('on any other button says what it does, and about what', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(''), ids), fc.constantFrom(...ACTIONS), (about, action) => {
        const block = blockId(buttons(about), '3.0');
        expect(parseClick(block, actionId(action), undefined)).toEqual({
          kind: 'action',
          about,
          action,
        });
      }),
    );
  });

  test('has nothing in its ids that Slack might escape', () => {
    expect(blockId(buttons('r&d/<a>:"b" 50%'), '0.0')).toMatch(/^actions:0\.0:[^&<>":\s]+$/);
  });

  test.each([
    ['another kind', 'poll:0.0:r:q', 'option:1', '4'],
    ['no place', 'scale:r:q', 'option:1', '4'],
    ['an odd place', 'scale:x:r:q', 'option:1', '4'],
    ['no round', 'scale:0.0::q', 'option:1', '4'],
    ['no question', 'scale:0.0:r', 'option:1', '4'],
    ['too many parts', 'scale:0.0:r:q:s', 'option:1', '4'],
    ['no value', 'scale:0.0:r:q', 'option:1', undefined],
    ['an empty value', 'scale:0.0:r:q', 'option:1', ''],
    ['a value too long', 'scale:0.0:r:q', 'option:1', 'x'.repeat(limits.buttonValue + 1)],
    ['an action on a scale', 'scale:0.0:r:q', 'form', '4'],
    ['an option of no scale', 'actions:0.0:r', 'option:1', '4'],
    ['an unknown action', 'actions:0.0:r', 'constructor', undefined],
    ['a form that is no action', 'actions:0.0:r', 'answers', undefined],
    ['a broken escape', 'actions:0.0:%E0%A4%A', 'form', undefined],
    ['an id too long', `actions:0.0:${'x'.repeat(limits.id)}`, 'form', undefined],
    ['nothing', '', '', undefined],
  ])('that no button of ours makes is nothing: %s', (_, block, action, value) => {
    expect(parseClick(block, action, value)).toBeUndefined();
  });

  test('of any shape never throws', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, fc.option(text, { nil: undefined }), (block, action, value) => {
        for (const kind of ['', 'scale:0.0:', 'actions:0.0:']) {
          parseClick(kind + block, action, value);
        }
      }),
    );
  });
});

test('two groups of buttons about the same thing are told apart, and mean the same', () => {
  const actions = [{ action: 'form', label: 'Answer' }] as const;
  const twice = [0, 1].map(() => ({ kind: 'actions' as const, about: 'pulse-1', actions }));
  const { blocks } = renderHome({ summary: '', blocks: twice });
  const [one = '', two = ''] = blocks.map(({ block_id }) => block_id ?? '');
  expect(one).not.toBe(two);
  expect(parseClick(one, 'form', undefined)).toEqual(parseClick(two, 'form', undefined));
});

test('ids too long for Slack are refused by name', () => {
  expect(() => blockId(buttons('x'.repeat(300)), '0.0')).toThrow(/buttons about x+.*shorter id/);
  expect(() => blockId(scale('r'.repeat(300), 'pay'), '0.0')).toThrow('question pay');
});

describe('a submitted form', () => {
  test('gives every kind of field; a choice left empty is absent, an emptied text is empty', () => {
    const option = (value: string) => ({ value, text: { type: 'plain_text', text: 'x' } });
    const fields = fieldsOf({
      radio: { field: { type: 'radio_buttons', selected_option: option('4') } },
      'no-radio': { field: { type: 'radio_buttons', selected_option: null } },
      menu: { field: { type: 'static_select', selected_option: option('b') } },
      boxes: { field: { type: 'checkboxes', selected_options: [option('a'), option('c')] } },
      'no-boxes': { field: { type: 'checkboxes', selected_options: [] } },
      menus: { field: { type: 'multi_static_select', selected_options: [option('z')] } },
      words: { field: { type: 'plain_text_input', value: 'More light.' } },
      'no-words': { field: { type: 'plain_text_input', value: null } },
      'no-words:reader': { field: { type: 'radio_buttons', selected_option: option('team') } },
      foreign: { other: { type: 'plain_text_input', value: 'not ours' } },
      odd: { field: { type: 'datepicker' } },
    });
    expect(fields).toEqual({
      radio: ['4'],
      menu: ['b'],
      boxes: ['a', 'c'],
      menus: ['z'],
      words: ['More light.'],
      'no-words': [''],
      'no-words:reader': ['team'],
    });
  });
});
