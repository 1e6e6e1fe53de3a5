import { describe, expect, test } from 'vitest';
import {
  closedMessage,
  formOf,
  questionMessage,
  sealedMessage,
  skippedMessage,
} from '../../src/message/asking.ts';
import { parseCommand } from '../../src/message/commands.ts';
import type { Copy } from '../../src/message/copy.ts';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import { spanish } from '../../src/message/copy-es.ts';
import { french } from '../../src/message/copy-fr.ts';
import { copyFor, LANGUAGE_TAGS } from '../../src/message/languages.ts';
import { faultText, refusalMessage } from '../../src/message/saying.ts';
import { dayMonth, dayTime, weekdayTime } from '../../src/message/times.ts';
import { freeText, roundOf, severalChoices, singleChoice, zeroToTen } from '../support/round.ts';

type Words = string | ((...args: (string | number)[]) => string);

/** Arguments of the texts that take more than names and dates. */
const ARGUMENTS: Readonly<Record<string, (string | number)[]>> = {
  'asking.greeting': ['Ada', 2, 'Friday'],
  'asking.answerAll': [2],
  'asking.promise': [4],
  'refusal.tooLong': [1942, 1900],
  'command.pauseTooLong': [26],
  'privacy.unit': ['Lab', 8, 5],
  'privacy.comments': [10, 5],
  'digest.clear': ['Pay', 'up', '16 XI'],
  'digest.changed': ['down', '16 XI'],
  'figures.drift': ['up', '16 XI'],
  'digest.uncounted': [3],
  'digest.footnote': [5],
};
/** Arguments that choose a text rather than stand in it. */
const NOT_SAID = new Set(['asking.answerAll', 'refusal.tooLong']);

/** Every text of a language by its path, as a function. */
function textsOf(copy: Copy): Map<string, Words> {
  const found = new Map<string, Words>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string' || typeof value === 'function') {
      found.set(path, value as Words);
    } else {
      for (const [key, inner] of Object.entries(value as object)) {
        walk(inner, path === '' ? key : `${path}.${key}`);
      }
    }
  };
  walk(copy, '');
  found.delete('language');
  return found;
}

function argumentsOf(path: string, text: Words): (string | number)[] {
  if (typeof text === 'string') return [];
  return ARGUMENTS[path] ?? ['Alpha', 'Beta', 'Gamma', 'Delta'].slice(0, text.length);
}

function said(path: string, text: Words): string {
  return typeof text === 'string' ? text : text(...argumentsOf(path, text));
}

const LANGUAGES = { english, german, french, spanish } as const;
const OTHERS = { german, french, spanish } as const;

for (const [language, copy] of Object.entries(LANGUAGES)) {
  describe(language, () => {
    const texts = textsOf(copy);

    test('has a text for everything, with nothing missing in it', () => {
      expect(texts.size).toBeGreaterThan(70);
      for (const [path, text] of texts) {
        expect(said(path, text), path).toMatch(/\S/);
        expect(said(path, text), path).not.toMatch(/undefined|NaN|null|\[object|\$\{/);
      }
    });

    test('says every name, date and number that it is given', () => {
      for (const [path, text] of texts) {
        const given = NOT_SAID.has(path) ? [] : argumentsOf(path, text);
        for (const argument of given.filter((each) => each !== 'up' && each !== 'down')) {
          expect(said(path, text), path).toContain(String(argument));
        }
      }
    });

    test('is typeset: no straight quotes, double blanks, blank at an end or before %', () => {
      for (const [path, text] of texts) {
        expect(said(path, text), path).not.toMatch(/["']| {2}|^ | $|[^\u00A0]%/);
      }
    });

    test('tells one from many', () => {
      expect(copy.asking.greeting('Ada', 1, 'X')).not.toContain('1 short questions');
      const [one, two] = [1, 2].map((n) => copy.asking.greeting('Ada', n, 'X').replace(/\d/, ''));
      expect(one).not.toBe(two);
      const burned = [0, 1, 2].map((n) => copy.digest.uncounted(n).replace(/\d/, ''));
      expect(new Set(burned).size).toBe(3);
    });

    test('has help whose every command is understood, as in English', () => {
      const meant = ({ command }: Copy) => command.help.map(([word]) => parseCommand(word));
      const names = (of: Copy) => meant(of).map((command) => command?.name);
      expect(names(copy)).not.toContain(undefined);
      expect(names(copy)).toEqual(names(english));
      const tags = meant(copy).flatMap((each) => (each?.name === 'language' ? [each.tag] : []));
      expect(LANGUAGE_TAGS.filter((tag) => tag !== copy.language)).toEqual(
        expect.arrayContaining(tags),
      );
    });

    test('tells people to type only what is understood', () => {
      const { scaleEnds: _, ...asking } = copy.asking;
      const texts = textsOf({ ...copy, asking } as Copy);
      const quoted = [...texts].flatMap(([path, text]) =>
        [...said(path, text).matchAll(/[“„«]\s?([^”“»]+?)\s?[”“»]/gu)].map(([, word = '']) => word),
      );
      expect(quoted.length).toBeGreaterThan(8);
      for (const word of quoted) {
        const command = parseCommand(word);
        expect(command, word).toBeDefined();
        expect(Object.values(command ?? {}), word).not.toContain(undefined);
      }
    });

    test('tells up from down, and every band and level from the others', () => {
      expect(copy.digest.clear('Pay', 'up', 'X')).not.toBe(copy.digest.clear('Pay', 'down', 'X'));
      expect(copy.digest.changed('up', 'X')).not.toBe(copy.digest.changed('down', 'X'));
      for (const set of [copy.digest.band, copy.digest.levels, copy.digest.participation]) {
        expect(new Set(Object.values(set)).size).toBe(3);
      }
    });
  });
}

test('all languages have the same texts with the same arguments', () => {
  const shape = (copy: Copy) =>
    [...textsOf(copy)].map(([path, text]) => [path, typeof text === 'string' ? 0 : text.length]);
  for (const copy of Object.values(OTHERS)) expect(shape(copy)).toEqual(shape(english));
});

test.each([
  ['german', ['command.help.2.0', 'digest.legend.1']],
  ['french', ['command.help.2.0']],
  ['spanish', ['digest.legend.1']],
] as const)(
  'no text is the same in English and %s, but for “pause” and “neutral”',
  (other, but) => {
    const texts = textsOf(OTHERS[other]);
    const same = [...textsOf(english)]
      .filter(([path, text]) => said(path, text) === said(path, texts.get(path) ?? ''))
      .map(([path]) => path);
    expect(same).toEqual(but);
  },
);

const ENGLISH_ONLY =
  /(?<!\p{L})(?:the|you|your|and|of|not|with|week|answers?|questions?|only|until|sealed?|change|comments?|this|these|nobody|open|who|may|favourable|units?|people|above|digest|low|good)(?!\p{L})/iu;
/** English words that are French too. */
const FRENCH_TOO = /(?<!\p{L})(?:questions?|change|comments?)(?!\p{L})/giu;
const GERMAN_ONLY = /\b(?:und|der|das|nicht|antworten?|fragen?|du|dein|woche|wurde|für|mit|ist)\b/i;

test.each(Object.entries(OTHERS))('no %s text has English left in it', (language, copy) => {
  for (const [path, text] of textsOf(copy)) {
    const words = said(path, text);
    const rest = language === 'french' ? words.replace(FRENCH_TOO, '') : words;
    expect(rest, path).not.toMatch(ENGLISH_ONLY);
  }
});

test('French has its no-break spaces, and Spanish opens every question and exclamation', () => {
  for (const [path, text] of textsOf(french)) {
    expect(said(path, text), path).not.toMatch(/(?<![\u00A0\d])[:;?!»]|«(?!\u00A0)/);
  }
  for (const [path, text] of textsOf(spanish)) {
    expect(said(path, text).replace(/¿[^¿?]+\?|¡[^¡!]+!/g, ''), path).not.toMatch(/[¿?¡!]/);
  }
});

test.each([
  ['en', 'Friday 17:00', '1 December', 'Friday 20 November, 17:00'],
  ['de', 'Freitag, 17:00', '1. Dezember', 'Freitag, 20. November, 17:00'],
  ['fr', 'vendredi 17:00', '1er décembre', 'vendredi 20 novembre à 17:00'],
  ['es', 'viernes, 17:00', '1 de diciembre', 'viernes 20 de noviembre, 17:00'],
])('dates and times in %s are written as people write them', (language, hour, day, both) => {
  const [friday, first] = [new Date('2026-11-20T16:00Z'), new Date('2026-12-01T12:00Z')];
  expect(weekdayTime(friday, 'Europe/Paris', language)).toBe(hour);
  expect(dayMonth(first, 'Europe/Paris', language)).toBe(day);
  expect(dayTime(friday, 'Europe/Paris', language)).toBe(both);
});

test('no English text has German in it', () => {
  for (const [path, text] of textsOf(english)) {
    expect(said(path, text), path).not.toMatch(GERMAN_ONLY);
  }
});

test('a locale finds its language, and English where there is none', () => {
  expect(copyFor('de-AT')).toBe(german);
  expect(copyFor('DE')).toBe(german);
  expect(copyFor('en-GB')).toBe(english);
  expect(copyFor('ja')).toBe(english);
  expect(copyFor('fr-CA')).toBe(french);
  expect(copyFor('es-MX')).toBe(spanish);
  expect(copyFor('pl')).toBe(english);
  expect(LANGUAGE_TAGS).toEqual(['en', 'de', 'fr', 'es']);
});

const CLOSES = {
  english: 'Friday 17:00',
  german: 'Freitag, 17:00',
  french: 'vendredi 17:00',
  spanish: 'viernes, 17:00',
} as const;

describe('messages about a round', () => {
  const choice = singleChoice('drink', ['canary-tea', 'canary-coffee']);
  const round = roundOf({
    questions: [choice, zeroToTen('ten'), severalChoices('s', ['canary-a']), freeText('words')],
  });

  for (const [language, copy] of Object.entries(LANGUAGES)) {
    test(`that take the question’s place in ${language} hold no option, value or question`, () => {
      const messages = [
        sealedMessage(round, true, copy),
        sealedMessage(round, false, copy),
        skippedMessage(round, copy),
        closedMessage(copy),
      ];
      for (const message of messages) {
        const text = JSON.stringify(message);
        expect(text).not.toMatch(/canary|Option|Question|drink|"scale"/);
      }
    });

    test(`of refusal in ${language} hold no option, value or question`, () => {
      const texts = [
        refusalMessage({ refused: 'no-such-round' }, copy),
        refusalMessage({ refused: 'closed', round }, copy),
        refusalMessage({ refused: 'not-asked', round }, copy),
        faultText({ refused: 'off-scale' }, copy),
        faultText({ refused: 'choose-one' }, copy),
        faultText({ refused: 'not-in-round' }, copy),
        faultText({ refused: 'too-long', bytes: 1910, limit: 1900 }, copy),
      ].map((each) => JSON.stringify(each));
      expect(new Set(texts).size).toBeGreaterThanOrEqual(6);
      for (const text of texts) expect(text).not.toMatch(/canary|Option|Question|drink/);
    });

    test(`that ask in ${language} show options only as buttons, the same for everyone`, () => {
      const { blocks, summary } = questionMessage(round, 'Ada', copy);
      const buttons = blocks.filter(({ kind }) => kind === 'scale');
      expect(buttons).toEqual([
        {
          kind: 'scale',
          round: round.id,
          question: 'drink',
          text: 'Question drink',
          options: [
            { value: 'canary-tea', label: 'Option canary-tea' },
            { value: 'canary-coffee', label: 'Option canary-coffee' },
          ],
        },
      ]);
      const others = blocks.filter(({ kind }) => kind !== 'scale');
      expect(JSON.stringify([summary, others])).not.toContain('canary');
      expect(summary).toContain('Ada');
      expect(summary).toContain(CLOSES[language as keyof typeof CLOSES]);
    });

    test(`with a form in ${language} show every question empty, with nothing chosen`, () => {
      const form = formOf(round, copy);
      expect(form.fields.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
        'one drink',
        'one ten',
        'several s',
        'text words',
      ]);
      const keys = new Set(form.fields.flatMap((field) => Object.keys(field)));
      for (const key of ['value', 'values', 'initial', 'selected', 'chosen']) {
        expect(keys).not.toContain(key);
      }
    });
  }

  test('a round that begins with several choices or a comment has no one-tap question', () => {
    for (const first of [severalChoices('s', ['a', 'b']), freeText('words')]) {
      const { blocks } = questionMessage(roundOf({ questions: [first] }), 'Ada', english);
      expect(blocks.filter(({ kind }) => kind === 'scale')).toEqual([]);
    }
  });

  test('the greeting counts the questions that are answered with a tap, not the comment', () => {
    expect(questionMessage(round, 'Ada', english).summary).toContain('3 short questions');
  });
});
