/** The stock of the exit interview: complete in its languages, fit for ballots and buttons, and its benchmarks true. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DRIVERS } from '../../src/stock/drivers.ts';
import { EXIT_QUESTIONS } from '../../src/stock/exit.ts';
import { FURTHER, REASON } from '../../src/stock/exit-leaving.ts';
import { LOOK_INTO, LOOK_INTO_NOTE } from '../../src/stock/exit-looking-back.ts';
import { mirrorQuestion } from '../../src/stock/exit-mirror.ts';
import { ASPECTS, GRID_HEADING, OFFER_GRID, OFFER_MOST } from '../../src/stock/exit-offer.ts';
import { REASON_BENCHMARKS, REASON_SOURCE, REASONS } from '../../src/stock/reasons.ts';
import type { Question } from '../../src/survey/question.ts';
import { type LocalisedText, say } from '../../src/survey/text.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es'];
const questions: readonly Question[] = [...EXIT_QUESTIONS, LOOK_INTO];
const pairs = ASPECTS.flatMap((a) => ASPECTS.map((b) => mirrorQuestion(a.id, b.id)));
const mirrors = [...new Map(pairs.map((mirror) => [mirror.id, mirror])).values()];

function textsOf(question: Question): [string, LocalisedText][] {
  const { id, text } = question;
  const said: [string, LocalisedText][] = [[id, text]];
  if ('options' in question)
    said.push(
      ...question.options.map((o): [string, LocalisedText] => [`${id} ${o.value}`, o.label]),
    );
  if ('labels' in question)
    said.push(...question.labels.map((l, i): [string, LocalisedText] => [`${id} ${i + 1}`, l]));
  if ('low' in question) said.push([`${id} low`, question.low], [`${id} high`, question.high]);
  return said;
}

/** `[what, text]` of everything that a person reads. */
const texts: [string, LocalisedText][] = [
  ...[...questions, ...mirrors].flatMap(textsOf),
  ...ASPECTS.map(({ id, better }): [string, LocalisedText] => [`better ${id}`, better]),
  ['note of the safety fork', LOOK_INTO_NOTE],
  ['heading of the grid', GRID_HEADING],
  ['population', REASON_SOURCE.population],
  ['note', REASON_SOURCE.note],
];

/** `what in language: text` of those that match. */
function saying(pattern: RegExp, languages = LANGUAGES): string[] {
  return texts.flatMap(([what, text]) =>
    languages.filter((l) => pattern.test(text[l] ?? '')).map((l) => `${what} in ${l}: ${text[l]}`),
  );
}

function labelsOf(question: Question): readonly LocalisedText[] {
  if ('options' in question) return question.options.map(({ label }) => label);
  return 'labels' in question ? question.labels : [];
}

describe('every text', () => {
  it('is there in English, German, French and Spanish', () => {
    const missing = texts.flatMap(([what, text]) =>
      LANGUAGES.filter((language) => !text[language]?.trim()).map((l) => `${what} in ${l}`),
    );
    expect(missing).toEqual([]);
  });

  it('has no stray blanks, straight apostrophes or unfilled gaps', () => {
    expect(saying(/^\s|\s$|[ ]{2}|'|~|undefined/)).toEqual([]);
  });

  it('has the no-break space that French puts before its marks, and a percent sign elsewhere', () => {
    expect(saying(/[^\u00a0][:;?!%]/, ['fr'])).toEqual([]);
    expect(saying(/[^\u00a0]%/, ['de', 'es'])).toEqual([]);
  });

  it('falls back to English where a language is missing', () => {
    expect(say(REASON.text, 'pt-BR')).toBe(REASON.text.en);
  });
});

describe('the questions', () => {
  it('have unique ids that begin with exit-', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { id } of questions) expect(id).toMatch(/^exit-[a-z-]{1,35}$/);
  });

  it('leave the safety fork out of what is counted', () => {
    expect(EXIT_QUESTIONS.map(({ id }) => id)).not.toContain(LOOK_INTO.id);
  });

  it('have 2 to 16 options, as many as an envelope has cells, each value and each label once', () => {
    for (const question of questions) {
      if (!('options' in question)) continue;
      const values = question.options.map(({ value }) => value);
      expect(values.length, question.id).toBeGreaterThanOrEqual(2);
      expect(values.length, question.id).toBeLessThanOrEqual(16);
      expect(new Set(values).size, question.id).toBe(values.length);
      for (const value of values) expect(value).toMatch(/^[a-z0-9-]{1,75}$/);
      for (const language of LANGUAGES) {
        const labels = question.options.map(({ label }) => label[language]);
        expect(new Set(labels).size, `${question.id} in ${language}`).toBe(labels.length);
      }
    }
  });

  it('have labels that a button can carry and texts that a form can', () => {
    for (const { text, ...question } of questions) {
      for (const said of Object.values(text)) expect(said.length, said).toBeLessThanOrEqual(110);
      for (const label of labelsOf({ text, ...question } as Question))
        for (const said of Object.values(label)) expect(said.length, said).toBeLessThanOrEqual(60);
    }
  });

  it('never ask the same sentence twice', () => {
    for (const language of LANGUAGES) {
      const said = questions.map(({ text }) => text[language]);
      expect(new Set(said).size, language).toBe(said.length);
    }
  });

  it('count further reasons in the same cells as the main one', () => {
    const values = (question: typeof REASON | typeof FURTHER) =>
      question.options.map(({ value }) => value);
    expect(values(FURTHER)).toEqual(values(REASON));
  });

  it('compare nine aspects in the same three options, and any of them may have mattered most', () => {
    expect(OFFER_GRID).toHaveLength(9);
    for (const { options } of OFFER_GRID)
      expect(options.map(({ value }) => value)).toEqual(['better', 'same', 'worse']);
    expect(OFFER_MOST.options.map(({ value }) => value)).toEqual([
      ...ASPECTS.map(({ id }) => id),
      'other',
    ]);
  });
});

describe('the reasons', () => {
  it('are sixteen, each once, beside drivers that exist', () => {
    expect(new Set(REASONS.map(({ id }) => id)).size).toBe(16);
    const drivers = DRIVERS.map(({ id }) => id);
    for (const { driver } of REASONS) if (driver) expect(drivers).toContain(driver);
  });

  it('have at most one benchmark each, and none for what is not comparable', () => {
    const compared = REASON_BENCHMARKS.map(({ reason }) => reason);
    expect(new Set(compared).size).toBe(compared.length);
    for (const reason of compared) expect(REASONS.map(({ id }) => id)).toContain(reason);
    for (const none of ['other', 'private', 'health', 'recognition', 'security'])
      expect(compared).not.toContain(none);
  });

  it('name year, publisher, licence and who was asked beside a benchmark', () => {
    expect(REASON_SOURCE).toMatchObject({
      year: 2024,
      publisher: 'UK Cabinet Office',
      licence: 'Open Government Licence v3.0',
    });
  });
});

const page = new URL('../../../shared/reference/peers.md', import.meta.url);

describe.skipIf(!existsSync(page))('against the page of figures (skips without ../shared)', () => {
  it('the benchmarks are the published medians of 2024', () => {
    const medians = /Why leave \(several allowed\): ([^.]+\.[\s\S]+?)\. Index rule/.exec(
      readFileSync(page, 'utf8'),
    )?.[1];
    const theirs: Record<string, string> = {
      pay: 'pay',
      growth: 'promotion outside',
      work: 'more interesting work',
      leadership: 'poor leadership',
      culture: 'culture',
      manager: 'line management',
      workload: 'workload',
      balance: 'work-life',
      unfair: 'unfair treatment',
      colleagues: 'relationships',
      change: 'want a change',
    };
    for (const { reason, percent } of REASON_BENCHMARKS)
      expect(medians).toContain(`${theirs[reason]} ${percent.toFixed(1)}`);
  });
});

describe('the mirror', () => {
  it('asks the same whatever the order of its two aspects', () => {
    expect(mirrorQuestion('flexibility', 'pay')).toEqual(mirrorQuestion('pay', 'flexibility'));
    expect(mirrorQuestion('pay', 'pay')).toEqual(mirrorQuestion('pay'));
  });

  it('has an id and a wording of its own for each offer', () => {
    expect(mirrors).toHaveLength(9 + 36);
    for (const language of LANGUAGES)
      expect(new Set(mirrors.map(({ text }) => text[language])).size).toBe(45);
    for (const { id } of mirrors) expect(id).toMatch(/^[a-z-]{1,40}$/);
  });

  it('reads as a sentence', () => {
    expect(mirrorQuestion('location', 'pay').text).toEqual({
      en: 'If another employer offered you more pay and a place of work that suits you better, how likely would you be to take it?',
      de: 'Angenommen, ein anderer Arbeitgeber bietet dir mehr Gehalt und einen passenderen Arbeitsort: Wie wahrscheinlich wäre es, dass du annimmst?',
      fr: 'Si un autre employeur te proposait un meilleur salaire et un lieu de travail plus commode, quelle serait la probabilité que tu acceptes\u00a0?',
      es: 'Si otra empresa te ofreciera un sueldo mejor y un lugar de trabajo más cómodo, ¿qué probabilidad habría de que aceptaras?',
    });
  });

  it('refuses an aspect that is not in stock, by its name', () => {
    expect(() => mirrorQuestion('pay', 'weather')).toThrow('"weather"');
  });
});
