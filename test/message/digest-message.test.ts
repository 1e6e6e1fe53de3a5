import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/anonymity/figure.ts';
import type { Digest, Statement } from '../../src/digest/digest.ts';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import { digestMessage } from '../../src/message/digest-message.ts';
import {
  BAND,
  charts,
  DIGEST_ROUND,
  FIRST,
  headline,
  message,
  NORTH,
  own,
  SALES,
  SINCE,
  sentences,
} from '../support/digest.ts';

describe('a team with too few answers', () => {
  const instead: Statement = { question: 'pay', from: SALES, figure: BAND, change: FIRST };

  test('reads so in one plain sentence, with its parent’s figure and whose it is', () => {
    const told = message([instead]);
    expect(headline(told)).toBe(english.digest.tooFew('North'));
    expect(sentences(told)[1]).toContain(english.digest.insteadOf('North', 'Sales'));
    expect(charts(told)[0]?.rows).toEqual([
      expect.objectContaining({
        label: 'Sales',
        text: 'mixed: 40-59 % favourable',
        emphasis: 'reference',
      }),
    ]);
  });

  test('is not told that anything changed', () => {
    const text = JSON.stringify(message([instead]));
    expect(text).not.toMatch(/better|worse|change/i);
  });

  test('reads so where not even the root has enough, without a chart', () => {
    const told = message([{ question: 'pay', change: FIRST }]);
    expect(charts(told)).toEqual([]);
    expect(sentences(told).join(' ')).toContain(english.digest.nothing('North'));
  });
});

describe('what changed', () => {
  test('“No clear change” is a whole sentence, in the headline and beside the question', () => {
    const told = message([own('pay', BAND, { kind: 'none', since: SINCE })]);
    expect(headline(told)).toMatch(/^No clear change\. /);
    expect(sentences(told)[1]).toContain('No clear change since 19 October.');
    const auf = message([own('pay', BAND, { kind: 'none', since: SINCE })], {}, german);
    expect(headline(auf)).toMatch(/^Keine klare Veränderung\. /);
    expect(sentences(auf)[1]).toContain('19. Oktober');
  });

  test('a clear change comes first, with its direction and its day', () => {
    const up = message([
      own('role', BAND, { kind: 'none', since: SINCE }),
      own('pay', BAND, { kind: 'clear', since: SINCE, direction: 'up' }),
    ]);
    expect(headline(up)).toMatch(/clearly better than on 19 October\./i);
    expect(headline(up)).not.toContain('No clear change');
    const down = message([own('pay', BAND, { kind: 'clear', since: SINCE, direction: 'down' })]);
    expect(headline(down)).toMatch(/clearly worse/i);
    expect(sentences(down)[1]).toContain('Clearly worse than on 19 October.');
  });

  test('that the team itself changed is said instead of a comparison', () => {
    const told = message([own('pay', BAND, { kind: 'restarted', since: SINCE })]);
    expect(sentences(told)[1]).toContain('The team has changed since 19 October');
    expect(JSON.stringify(told)).not.toMatch(/better|worse/i);
  });

  test('nothing is compared at the first asking', () => {
    const told = message([own('pay', BAND)]);
    expect(headline(told)).not.toMatch(/change/i);
    expect(sentences(told)[1]).toContain(english.digest.first);
  });
});

describe('strongest and weakest', () => {
  const good: Figure = { shown: 'band', band: '60 or more' };
  const low: Figure = { shown: 'band', band: 'under 40' };

  test('are named where they differ in level', () => {
    const told = headline(message([own('pay', low), own('role', good)]));
    expect(told).toContain('Strongest: role and meaning (good).');
    expect(told).toMatch(/Weakest: pay.* \(low\)\./);
  });

  test('are not named where all is alike', () => {
    expect(headline(message([own('pay', good), own('role', good)]))).not.toMatch(
      /Strongest|Weakest/,
    );
  });

  test('a question without a driver of the stock is named by its own words', () => {
    expect(headline(message([own('own', low), own('role', good)]))).toContain(
      'Weakest: My own question (low).',
    );
  });

  test('say no level of a choice', () => {
    const figure: Figure = { shown: 'options', options: { a: 50, b: 50 } };
    expect(headline(message([own('choice', figure)]))).not.toMatch(/good|mixed|low/);
  });

  test('a headline is never empty', () => {
    const figure: Figure = { shown: 'options', options: { a: 50, b: 50 } };
    expect(headline(message([own('choice', figure)]))).toMatch(/\S/);
  });
});

describe('around the figures', () => {
  test('participation, comments and what was burned have their place', () => {
    const told = message([own('pay', BAND)], {
      participation: 'under half',
      comments: ['More light.', 'Less noise.'],
      uncounted: 3,
    });
    const notes = told.blocks.flatMap((each) => (each.kind === 'note' ? [each.text] : []));
    expect(notes).toEqual([
      english.digest.participation['under half'],
      english.digest.uncounted(3),
      english.digest.footnote(5),
    ]);
    const quotes = told.blocks.flatMap((each) => (each.kind === 'quote' ? [each.text] : []));
    expect(quotes).toEqual(['More light.', 'Less noise.']);
  });

  test('who is not HR reads nothing of what was burned, and nothing where nothing was written', () => {
    const told = message([own('pay', BAND)]);
    expect(JSON.stringify(told)).not.toMatch(/burned|Comments/);
  });

  test('the notification says nothing but whose digest it is', () => {
    const told = message([own('pay', BAND)], { comments: ['canary'] });
    expect(told.summary).toBe(english.digest.summary('North'));
    expect(told.summary).not.toMatch(/\d|canary/);
  });

  test('who leads two units reads both, each under its own heading', () => {
    const digest: Digest = {
      round: DIGEST_ROUND.id,
      reader: 'nora',
      units: [
        { ...NORTH, statements: [own('pay', BAND)], comments: [] },
        { ...SALES, statements: [{ ...own('pay', BAND), from: SALES }], comments: [] },
      ],
    };
    const { blocks } = digestMessage(DIGEST_ROUND, digest, english);
    const headings = blocks.flatMap((each) => (each.kind === 'heading' ? [each.text] : []));
    expect(headings.map((each) => each.split(',')[0])).toEqual(['North', 'Sales']);
  });
});
