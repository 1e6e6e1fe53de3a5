/** Cards of whatever may ever be said: within every limit, literal, and without anything that was answered. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../adapters/teams/limits.ts';
import { renderHome, renderMessage, renderPage } from '../../adapters/teams/render.ts';
import { renderForm } from '../../adapters/teams/render-form.ts';
import type { Block } from '../../src/message/message.ts';
import { CANARY, forms, messages } from '../slack/anything.ts';
import { bodyOf, chart, of, rowsOf } from './shown.ts';
import { violations } from './violations.ts';

const RUNS = { numRuns: 100, endOnFailure: true };

describe('whatever is said', () => {
  test('a card is within every limit', () => {
    fc.assert(
      fc.property(
        messages,
        fc.constantFrom(renderMessage, renderPage, renderHome),
        (message, render) => {
          expect(violations(render(message))).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('a form is within every limit, or refused in words', () => {
    let refused = 0;
    fc.assert(
      fc.property(forms, (form) => {
        try {
          expect(violations(renderForm(form))).toEqual([]);
        } catch (error) {
          expect((error as Error).message).toMatch(/^form \w+: \d+ fields are more than a card/);
          refused++;
        }
      }),
      RUNS,
    );
    expect(refused).toBeLessThan(RUNS.numRuns / 4);
  });

  test('the value of an option stands nowhere but in the data of its button', () => {
    fc.assert(
      fc.property(messages, forms, (message, form) => {
        const shown: string[] = [];
        const look = (key: string, value: unknown) => {
          if (typeof value === 'string' && key !== 'value') shown.push(value);
          return key === 'data' ? undefined : value;
        };
        JSON.stringify(renderMessage(message), look);
        const small = { ...form, fields: form.fields.slice(0, 1) };
        JSON.stringify(renderForm(small), look);
        expect(shown.filter((text) => text.includes(CANARY))).toEqual([]);
      }),
      { ...RUNS, numRuns: 50 },
    );
  });
});

describe('what is left out of a full card', () => {
  const quotes = Array.from(
    { length: 30 },
    (_, i): Block => ({ kind: 'quote', text: `${i}${'a'.repeat(1500)}` }),
  );

  test('are comments from the last on, with a count of them; never the buttons', () => {
    const actions = {
      kind: 'actions',
      about: 'r',
      actions: [{ action: 'details', label: 'More' }],
    } as const;
    const card = renderMessage(of({ kind: 'heading', text: 'Title' }, ...quotes, actions));
    const texts = JSON.stringify(card);
    expect(violations(card)).toEqual([]);
    expect(texts).toMatch(/"… \+\d+"/);
    expect(texts).toContain('Title');
    expect(rowsOf(card)).toEqual([['More']]);
    expect(texts).toContain('0aaa');
    expect(texts).not.toContain('29aaa');
  });

  test('are pictures before any of their numbers', () => {
    const many = Array.from({ length: 26 }, (_, i) => chart({ title: `Chart ${i}` }));
    const texts = JSON.stringify(renderMessage(of(...many)));
    const pictures = texts.match(/Chart\.HorizontalBar/g)?.length ?? 0;
    expect(pictures).toBeGreaterThan(3);
    expect(pictures).toBeLessThan(26);
    expect(texts).toContain('Chart 25');
    expect(texts).not.toContain('… +');
  });
});

describe('text', () => {
  test.each([
    '*a* b',
    'a_b_c',
    '[x](https://evil.example)',
    '1. January',
    '- 5',
    'a\\b',
    '# no',
    'x &amp; y',
    'two\nlines',
  ])('%j is shown as it is: no client reads rich text as Markdown', (text) => {
    const [block] = bodyOf(renderMessage(of({ kind: 'text', text })));
    expect(block).toEqual({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] });
  });

  test('that is no markup is a text block that wraps', () => {
    const [block] = bodyOf(renderMessage(of({ kind: 'text', text: 'R&D: 5 % (about 3), don’t' })));
    expect(block).toEqual({ type: 'TextBlock', text: 'R&D: 5 % (about 3), don’t', wrap: true });
  });

  test('is never taken for a date', () => {
    const said = '{{DATE(2026-01-01T00:00:00Z)}}';
    const [block] = bodyOf(renderMessage(of({ kind: 'quote', text: said })));
    expect(JSON.stringify(block)).not.toContain('{{');
  });

  test('of a heading is a heading to screen readers', () => {
    expect(bodyOf(renderMessage(of({ kind: 'heading', text: 'North' })))[0]?.style).toBe('heading');
  });
});

describe('a link', () => {
  const link = (text: string, url: string) =>
    bodyOf(renderMessage(of({ kind: 'link', text, url })));

  test('is a button that opens a page of the web, its words whole above it where they are long', () => {
    const [short] = link('[Read](x)', 'https://a.test/x');
    expect(short?.actions).toEqual([
      { type: 'Action.OpenUrl', title: '[Read](x)', url: 'https://a.test/x' },
    ]);
    const [said, button] = link('long '.repeat(20), 'https://a.test/');
    expect(said?.text).toBe('long '.repeat(20).trim());
    expect(button?.actions?.[0]?.title).toMatch(/…$/);
  });

  test.each(['javascript:alert(1)', 'msteams:x', 'nothing', ''])('to %j is text', (url) => {
    expect(JSON.stringify(link('Read', url))).not.toContain('Action');
    expect(JSON.stringify(link('Read', url))).toContain('Read');
  });
});

describe('a scale', () => {
  const scale = (labels: readonly string[]): Block => ({
    kind: 'scale',
    round: 'r1',
    question: 'q1',
    text: 'How was it?',
    options: labels.map((label, i) => ({ value: `v${i}`, label })),
  });

  test('has a button for each option, whose data is the same for everyone', () => {
    const card = renderMessage(of(scale(['Bad', 'Good'])));
    expect(bodyOf(card).at(-1)?.actions?.[1]).toEqual({
      type: 'Action.Execute',
      verb: 'answer',
      title: 'Good',
      data: { kind: 'answer', round: 'r1', question: 'q1', value: 'v1' },
      fallback: {
        type: 'Action.Submit',
        title: 'Good',
        data: { kind: 'answer', round: 'r1', question: 'q1', value: 'v1' },
      },
    });
  });

  test('of eleven numbers is two rows, none of them behind a menu', () => {
    const rows = rowsOf(renderMessage(of(scale(Array.from({ length: 11 }, (_, i) => `${i}`)))));
    expect(rows.map(({ length }) => length)).toEqual([6, 5]);
  });

  test('of words that a phone has no room for is a list', () => {
    const labels = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'];
    expect(rowsOf(renderMessage(of(scale(labels))))).toEqual(labels.map((label) => [label]));
  });

  test('with a label too long for a button is numbered, and says all labels whole', () => {
    const long = 'a '.repeat(40).trim();
    const card = renderMessage(of(scale(['Short', long])));
    expect(JSON.stringify(card.body)).toContain(`1. Short\\n2. ${long}`);
    expect(rowsOf(card).flat()[1]).toMatch(/^2\. a a .*…$/);
  });

  test('whose ids would not come back is refused before anybody sees it', () => {
    const block = { ...scale(['a']), round: 'r'.repeat(limits.value + 1) } as Block;
    expect(() => renderMessage(of(block))).toThrow(/has more than 400 characters/);
  });
});

test('buttons of actions look as they weigh', () => {
  const card = renderMessage(
    of({
      kind: 'actions',
      about: 'r1',
      actions: [
        { action: 'form', label: 'Answer', look: 'main' },
        { action: 'round-cancel', label: 'Cancel', look: 'grave' },
        { action: 'privacy', label: 'Privacy' },
      ],
    }),
  );
  const styles = bodyOf(card)[0]?.actions?.map(({ style }) => style);
  expect(styles).toEqual(['positive', 'destructive', undefined]);
});
