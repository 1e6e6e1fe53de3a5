import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, escaped, pieces, shorten } from '../../adapters/slack/fit.ts';
import { limits } from '../../adapters/slack/limits.ts';
import { renderHome, renderMessage, renderPage } from '../../adapters/slack/render.ts';
import { renderForm } from '../../adapters/slack/render-form.ts';
import { CANARY, CHARACTERS, forms, messages, texts } from './anything.ts';
import { violations } from './violations.ts';

/** Every text of a payload but the values of buttons and options. */
function shown(payload: object): string[] {
  const found: string[] = [];
  JSON.stringify(payload, (key, value) => {
    if (typeof value === 'string' && key !== 'value') found.push(value);
    return value;
  });
  return found;
}

/** Shrinking whole messages takes minutes; the seed is told instead. */
const RUNS = { numRuns: 40, endOnFailure: true };

describe('whatever is said', () => {
  test('a message is within every limit, with charts and without', () => {
    fc.assert(
      fc.property(messages, fc.boolean(), (message, charts) => {
        expect(violations(renderMessage(message, { charts }))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a home page and a page to read are within every limit', () => {
    fc.assert(
      fc.property(messages, texts, (message, close) => {
        expect(violations(renderHome(message))).toEqual([]);
        expect(violations(renderPage(message, close))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a form is within every limit', () => {
    fc.assert(
      fc.property(forms, fc.string({ maxLength: limits.metadata }), (form, metadata) => {
        const view = renderForm(form, metadata);
        expect(violations(view)).toEqual([]);
        expect(view.private_metadata).toBe(metadata);
      }),
      RUNS,
    );
  });

  test('the value of an option stands nowhere but in `value`', () => {
    fc.assert(
      fc.property(messages, forms, (message, form) => {
        const said = [
          ...shown(renderMessage(message, { charts: true })),
          ...shown(renderForm(form, '')),
        ];
        expect(said.filter((text) => text.includes(CANARY))).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('a text that is cut', () => {
  const known = new Set([...CHARACTERS, '…', '–']);
  const characters = (text: string) =>
    [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(
      ({ segment }) => segment,
    );
  /** Whole characters only: of these, and none that only a cut would make. */
  const strangers = (text: string) => characters(text).filter((each) => !known.has(each));

  test('is cut between characters, as people read them', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 200 }), (text, limit) => {
        fc.pre(strangers(text).length === 0);
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(strangers(short)).toEqual([]);
        expect(short === clean(text) || short.endsWith('…')).toBe(true);
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  test('loses nothing but blanks where it is parted', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 200 }), (text, limit) => {
        fc.pre(strangers(text).length === 0);
        const parts = pieces(text, limit);
        const bare = (of: string) => of.replace(/\s/g, '');
        expect(bare(parts.join(''))).toBe(bare(clean(text)));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part).toBe(part.trim());
          expect(strangers(part)).toEqual([]);
        }
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  test('keeps pairs whole even inside a character longer than the limit', () => {
    const tower = `a${'\u{1e8d0}'.repeat(50)}`;
    for (const limit of [2, 3, 4, 5, 20, 21]) {
      for (const part of [shorten(tower, limit), ...pieces(tower, limit)]) {
        expect(part.length).toBeLessThanOrEqual(limit);
        expect(part).not.toMatch(/\p{Cs}/u);
      }
    }
    expect(pieces(tower, 20).join('')).toBe(tower);
    expect(shorten(tower, 20)).toBe('…');
  });

  test('is parted at a blank where there is one', () => {
    expect(pieces('one two three four', 10)).toEqual(['one two', 'three four']);
    expect(pieces('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  });

  test('has a dash for what can’t be seen, and no control character or half a pair', () => {
    for (const nothing of ['', '  \n', '\u0000', '\u200b\u200f', '\u00ad']) {
      expect(clean(nothing)).toBe('–');
    }
    expect(clean('a\u0000b\r\nc\ud83d')).toBe('ab\nc\u{fffd}');
  });

  test('is short enough after escaping, and no escape is cut', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 60, max: 300 }), (text, limit) => {
        const safe = escaped(text, limit);
        expect(safe.length).toBeLessThanOrEqual(limit);
        expect(safe).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
      { ...RUNS, numRuns: 300 },
    );
    expect(escaped('&'.repeat(9000), 4000)).toMatch(/^(&amp;){799}…$/);
    expect(escaped('a < b & c > d', 4000)).toBe('a &lt; b &amp; c &gt; d');
  });
});
