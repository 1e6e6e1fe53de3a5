/** The suggested action in a digest, its buttons, and what became of the last one. */
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/anonymity/figure.ts';
import type { Choice, Decided, Digest, UnitDigest } from '../../src/digest/digest.ts';
import type { Copy } from '../../src/message/copy.ts';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import { spanish } from '../../src/message/copy-es.ts';
import { french } from '../../src/message/copy-fr.ts';
import { digestMessage } from '../../src/message/digest-message.ts';
import type { Actions, Message } from '../../src/message/message.ts';
import { actionOf } from '../../src/stock/actions.ts';
import { say } from '../../src/survey/text.ts';
import {
  BAND,
  DIGEST_ROUND,
  message,
  NORTH,
  own,
  SALES,
  SINCE,
  sentences,
} from '../support/digest.ts';

const suggestion = { driver: 'pay', action: 'pay-when' } as const;
const GOOD: Figure = { shown: 'band', band: '60 or more' };
const words = (language: string, id = 'pay-when') => say(actionOf(id)?.text ?? {}, language);

function buttons({ blocks }: Message): Actions[] {
  return blocks.filter((block) => block.kind === 'actions');
}

function digestOf(units: readonly UnitDigest[]): Digest {
  return { round: DIGEST_ROUND.id, reader: 'nora', units };
}

const UNIT: UnitDigest = { ...NORTH, statements: [own('pay', BAND)], comments: [], suggestion };

function decided(choice: Choice | undefined, copy: Copy = english): Message {
  const choices = new Map(choice ? [['north', choice]] : []);
  return digestMessage(DIGEST_ROUND, digestOf([UNIT]), copy, choices);
}

describe('a suggested action', () => {
  test('stands with its two buttons, which name the round and the unit and nobody', () => {
    const told = decided(undefined);
    expect(sentences(told).at(-1)).toBe(`One thing to do (pay and benefits): ${words('en')}`);
    expect(buttons(told)).toEqual([
      {
        kind: 'actions',
        about: `${DIGEST_ROUND.id}/north`,
        actions: [
          { action: 'will-do', label: 'We will do this', look: 'main' },
          { action: 'not-now', label: 'Not now' },
        ],
      },
      {
        kind: 'actions',
        about: `${DIGEST_ROUND.id}/0`,
        actions: [{ action: 'details', label: 'All the details' }],
      },
    ]);
  });

  test('comes with other words where all looks good', () => {
    const told = message([own('pay', GOOD), own('role', GOOD)], { suggestion });
    expect(sentences(told).at(-1)).toBe(
      english.digest.suggestionKeep('pay and benefits', words('en')),
    );
    const mixed = message([own('pay', BAND), own('role', GOOD)], { suggestion });
    expect(JSON.stringify(mixed)).not.toContain('keep it so');
    const theirs = { ...own('role', GOOD), from: SALES };
    const partly = message([own('pay', GOOD), theirs], { suggestion });
    expect(JSON.stringify(partly)).not.toContain('All that was asked');
  });

  test('is not there where the digest has none, or the stock has lost it; the details are', () => {
    for (const more of [{}, { suggestion: { driver: 'pay', action: 'gone' } }]) {
      const told = message([own('pay', BAND)], more);
      expect(buttons(told).map(({ about }) => about)).toEqual([`${DIGEST_ROUND.id}/0`]);
    }
  });

  test.each([
    ['will-do', 'not-now', english.digest.willDoThis(words('en'))],
    ['not-now', 'will-do', english.digest.notNowThis(words('en'))],
  ] as const)(
    'that was decided with “%s” says so, and offers the other button',
    (choice, other, text) => {
      const told = decided(choice);
      expect(sentences(told).at(-1)).toBe(text);
      expect(buttons(told)[0]).toEqual({
        kind: 'actions',
        about: `${DIGEST_ROUND.id}/north`,
        actions: [{ action: other, label: 'Change my mind' }],
      });
      const rest = ({ blocks }: Message) => blocks.slice(0, -4);
      expect(rest(told)).toEqual(rest(decided(undefined)));
    },
  );

  test.each([german, french, spanish])('is in $language throughout', (copy) => {
    const { digest, language } = copy;
    const told = JSON.stringify(decided(undefined, copy));
    for (const said of [words(language), digest.willDo, digest.notNow, digest.details]) {
      expect(told).toContain(said);
    }
    expect(JSON.stringify(decided('will-do', copy))).toContain(digest.changeMind);
    expect(told).not.toMatch(/We will|Not now|All the details/);
  });
});

describe('what became of the last action', () => {
  const earlier: Decided = { action: 'pay-explain', choice: 'will-do', round: 'r', since: SINCE };
  const last = (more: Partial<Decided>, statements = [own('role', BAND)]) =>
    sentences(message(statements, { earlier: { ...earlier, ...more } })).at(-1);

  test('is told with its day', () => {
    expect(last({})).toBe(`Decided on 19 October: ${words('en', 'pay-explain')}`);
    expect(last({ choice: 'not-now' })).toBe(
      `Put off on 19 October: ${words('en', 'pay-explain')}`,
    );
  });

  test('is told with how its driver looks today, where it was asked about again', () => {
    const none = { kind: 'none', since: SINCE } as const;
    expect(last({}, [own('pay', BAND, none)])).toBe(
      `Decided on 19 October: ${words('en', 'pay-explain')} Today it looks mixed (pay and benefits). No clear change since 19 October.`,
    );
    expect(last({ choice: 'not-now' }, [own('pay', BAND, none)])).not.toContain('Today');
  });

  test('says nothing of a figure that is not the unit’s own', () => {
    const theirs = { ...own('pay', BAND), from: SALES };
    expect(last({}, [theirs])).toBe(`Decided on 19 October: ${words('en', 'pay-explain')}`);
  });

  test('is left out where its action is no longer in stock', () => {
    expect(last({ action: 'gone' })).not.toContain('Decided');
  });
});

describe('a digest to read in half a minute', () => {
  const questions = ['pay', 'role', 'own', 'ten', 'choice'];
  const comments = Array.from({ length: 40 }, (_, i) => `Remark ${i}.`);

  test('shows two pictures, the strongest and the weakest, and says that there is more', () => {
    const low: Figure = { shown: 'band', band: 'under 40' };
    const told = message([own('pay', BAND), own('role', GOOD), own('own', low)]);
    const charts = told.blocks.flatMap((each) => (each.kind === 'chart' ? [each.title] : []));
    expect(charts).toEqual(['Question role', 'My own question']);
    expect(JSON.stringify(told)).toContain(english.digest.moreQuestions(1));
  });

  test('says how the unit stands to the one above', () => {
    const shares = { favourable: 40, neutral: 20, unfavourable: 40 };
    const above = { ...SALES, figure: { shown: 'distribution', coarse: true, ...shares } } as const;
    const told = message([{ ...own('pay', GOOD), above }]);
    expect(sentences(told)[1]).toContain('Higher than in Sales.');
  });

  test('quotes five comments, and says how many there are', () => {
    const told = message([own('pay', BAND)], { comments });
    const quotes = told.blocks.flatMap((each) => (each.kind === 'quote' ? [each.text] : []));
    expect(quotes).toEqual(comments.slice(0, 5));
    expect(JSON.stringify(told)).toContain(english.digest.allComments(40));
  });

  function unitNamed(name: string): UnitDigest {
    const id = name.toLowerCase();
    const from = { unit: id, name };
    const statements = questions.map((question) => ({ ...own(question, BAND), from }));
    return { ...from, statements, comments, suggestion, participation: 'under half' };
  }

  test.each([1, 2, 3, 4, 12, 30])('of %i units stays below forty blocks', (count) => {
    const units = Array.from({ length: count }, (_, i) => unitNamed(`Unit${i + 1}`));
    const { blocks } = digestMessage(DIGEST_ROUND, { ...digestOf(units), uncounted: 3 }, english);
    expect(blocks.length).toBeLessThan(40);
    expect(blocks.filter(({ kind }) => kind === 'chart')).toHaveLength(2);
    expect(blocks.at(-1)).toMatchObject({ kind: 'actions', about: `${DIGEST_ROUND.id}/0` });
    const named = blocks.filter((each) => each.kind === 'heading' && /^Unit\d+, /.test(each.text));
    const left = count - named.length;
    const text = JSON.stringify(blocks);
    if (left > 0) expect(text).toContain(english.digest.moreUnits(left));
    else expect(text).not.toContain('more unit');
    expect(count <= 9 ? left : 0).toBe(0);
  });

  test('of two or three units has buttons for each, of more for the first alone', () => {
    const abouts = (count: number) => {
      const units = Array.from({ length: count }, (_, i) => unitNamed(`U${i}`));
      return buttons(digestMessage(DIGEST_ROUND, digestOf(units), english)).length - 1;
    };
    expect([1, 2, 3, 4, 9].map(abouts)).toEqual([1, 2, 3, 1, 1]);
  });
});
