/** The stock pulse: the bank is complete, readable, ours alone, and its benchmarks are the published figures. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AGREEMENT } from '../../src/stock/agreement.ts';
import { BENCHMARK_SOURCE, BENCHMARKS, ENGAGEMENT_INDEX } from '../../src/stock/benchmarks.ts';
import { DRIVERS } from '../../src/stock/drivers.ts';
import { COMMENT, PULSE_BANK, PULSE_CORE, RECOMMEND } from '../../src/stock/pulse.ts';
import type { LocalisedText } from '../../src/survey/text.ts';

const LANGUAGES = ['de', 'en', 'es', 'fr'];
const YEARS = [2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019];
const ids = DRIVERS.map((driver) => driver.id);
const questions = [...PULSE_BANK, RECOMMEND, COMMENT];

/** `[what, text]` of everything in the stock that a person reads. */
const texts: [string, LocalisedText][] = [
  ...questions.map(({ id, text }): [string, LocalisedText] => [id, text]),
  ...DRIVERS.map(({ id, name }): [string, LocalisedText] => [`driver ${id}`, name]),
  ...AGREEMENT.map((label, i): [string, LocalisedText] => [`label ${i + 1}`, label]),
  ['low end', RECOMMEND.low],
  ['high end', RECOMMEND.high],
  ['population', BENCHMARK_SOURCE.population],
  ['note', BENCHMARK_SOURCE.note],
];

/** Items in which a language's words match; the list is empty where none do. */
function itemsWith(patterns: Record<string, RegExp>): string[] {
  return PULSE_BANK.flatMap(({ id, text }) =>
    Object.entries(patterns)
      .filter(([language, pattern]) => pattern.test(` ${words(text[language] ?? '').join(' ')} `))
      .map(([language]) => `${id} (${language}): ${text[language]}`),
  );
}

function words(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

describe('the drivers', () => {
  it('are the fourteen of the design, each once', () => {
    expect(ids).toHaveLength(14);
    expect(new Set(ids).size).toBe(14);
  });

  it('have kebab-case ids and short names', () => {
    for (const { id, name } of DRIVERS) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const said of Object.values(name)) expect(said.length, said).toBeLessThanOrEqual(32);
    }
  });
});

describe('the pulse bank', () => {
  it('has at least three items for every driver', () => {
    for (const id of ids) {
      expect(PULSE_BANK.filter(({ driver }) => driver === id).length, id).toBeGreaterThanOrEqual(3);
    }
  });

  it('leaves out no item, and names only drivers that exist, in their order', () => {
    const order = PULSE_BANK.map(({ driver }) => ids.indexOf(driver ?? ''));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('has a unique, valid id for every question', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { id } of questions) expect(id).toMatch(/^[a-zA-Z0-9_-]{1,40}$/);
  });

  it('never asks the same sentence twice', () => {
    for (const language of LANGUAGES) {
      const said = questions.map(({ text }) => text[language]);
      expect(new Set(said).size, language).toBe(said.length);
    }
  });

  it('keeps every question within 110 characters', () => {
    for (const { text } of questions) {
      for (const said of Object.values(text)) expect(said.length, said).toBeLessThanOrEqual(110);
    }
  });

  it('answers on five labels that fit on buttons', () => {
    expect(AGREEMENT).toHaveLength(5);
    for (const label of AGREEMENT) {
      for (const said of Object.values(label)) expect(said.length, said).toBeLessThanOrEqual(24);
    }
    for (const question of PULSE_BANK) expect(question.labels).toBe(AGREEMENT);
  });

  it('has one core item per driver, its first', () => {
    expect(PULSE_CORE.map(({ driver }) => driver)).toEqual(ids);
    for (const core of PULSE_CORE) {
      expect(PULSE_BANK.find(({ driver }) => driver === core.driver)).toBe(core);
    }
  });
});

describe('every text', () => {
  it.each(texts)('is in English, German, French and Spanish only: %s', (_, text) => {
    expect(Object.keys(text).toSorted()).toEqual(LANGUAGES);
    for (const said of Object.values(text)) expect(said).toMatch(/^[^\s'](?: ?[^\s'])*$/);
  });
});

describe('the wording of the items', () => {
  it('is a statement with a full stop', () => {
    for (const { text } of PULSE_BANK) {
      for (const said of Object.values(text)) expect(said).toMatch(/^\p{Lu}[^.?!]+\.$/u);
    }
  });

  it('joins no two thoughts with "and" or "or"', () => {
    const joined = { en: / (and|or) /, de: / (und|oder) /, fr: / (et|ou) /, es: / [yeou] / };
    expect(itemsWith(joined)).toEqual([]);
  });

  it('negates nothing, so that disagreeing is no double negation', () => {
    const negated = {
      en: / (not|no|nothing|without|t) /,
      de: / (nicht|nichts|kein\p{L}*|ohne) /u,
      fr: / (ne|n|pas|rien|sans) /,
      es: / (no|nada|sin) /,
    };
    expect(itemsWith(negated)).toEqual([]);
  });

  it('claims nothing absolute', () => {
    const absolute = {
      en: / (always|never|all|every|everyone|nobody|completely) /,
      de: / (immer|nie|niemals|niemand|jede\p{L}*|alle\p{L}?|völlig) /u,
      fr: / (toujours|jamais|personne|tous|toutes|chaque) /,
      es: / (siempre|nunca|nadie|jamás|todos|todas|cada) /,
    };
    expect(itemsWith(absolute)).toEqual([]);
  });

  it('is about the person who answers', () => {
    const mine = / (i|me|my|we|our) /;
    const others = PULSE_BANK.filter(
      ({ text }) => !mine.test(` ${words(text.en ?? '').join(' ')} `),
    );
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  it('addresses nobody, formally or informally', () => {
    expect(
      itemsWith({
        en: / (you|your) /,
        de: / (du|dein\p{L}*|dir|dich|ihr|ihnen) /u,
        fr: / (tu|te|ton|ta|tes|vous|votre|vos) /,
        es: / (tú|tu|tus|te|usted) /,
      }),
    ).toEqual([]);
  });
});

describe('the benchmarks', () => {
  it('name each theme once, beside a driver that exists', () => {
    expect(new Set(BENCHMARKS.map(({ theme }) => theme)).size).toBe(BENCHMARKS.length);
    for (const { driver } of BENCHMARKS) expect(ids).toContain(driver);
  });

  it('are whole percentages for each year from 2009 to 2019', () => {
    for (const scores of [...BENCHMARKS.map((benchmark) => benchmark.scores), ENGAGEMENT_INDEX]) {
      expect(Object.keys(scores).map(Number)).toEqual(YEARS);
      for (const score of Object.values(scores)) {
        expect(Number.isInteger(score)).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }
    }
  });
});

const shared = new URL('../../../shared/data/', import.meta.url);

describe.skipIf(!existsSync(shared))(
  'against the raw files (skips where ../shared is absent)',
  () => {
    it('the benchmarks are the figures of the published files', () => {
      for (const { theme, scores } of BENCHMARKS) {
        expect(published(theme), theme).toEqual(scores);
      }
      expect(published('Employee engagement index')).toEqual(ENGAGEMENT_INDEX);
    });

    it('the benchmark row is the median of the organisations, within what rounding allows', () => {
      for (const { theme, scores } of BENCHMARKS) {
        for (const year of YEARS) {
          const gap = Math.abs(medianOfOrganisations(year, theme) - (scores[year] ?? Number.NaN));
          expect(gap, `${theme} ${year}`).toBeLessThanOrEqual(1);
        }
      }
    });

    it('no question shares a run of six words with FEVS', () => {
      const lines = read('fevs-2018/questions.tsv').trim().split('\n').slice(1);
      const theirs = lines.map((line) => line.split('\t')[1] ?? '');
      expect(theirs).toHaveLength(71);
      expect(sharedRuns(theirs)).toEqual([]);
    });

    it('no question shares a run of six words with the UK Civil Service People Survey', () => {
      const theirs = YEARS.flatMap((year) => header(year)).filter((name) =>
        /^[A-Z]\d\d\. /.test(name),
      );
      expect(theirs.length).toBeGreaterThan(400);
      expect(sharedRuns(theirs.map((name) => name.replace(/^[A-Z]\d\d\. |\(% .*$/g, '')))).toEqual(
        [],
      );
    });
  },
);

/** Latin-1 reads every byte, which is enough: the figures and English words are ASCII. */
function read(path: string): string {
  return readFileSync(new URL(path, shared), 'latin1');
}

/** Rows of one year's file that have anything in them; lines end with CR, LF or both. */
function rows(year: number): string[][] {
  return read(`csps-uk/csps_${year}_all_organisations.csv`)
    .split(/[\r\n]+/)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)])
    .map((fields) => fields.map(([, quoted, plain]) => quoted ?? plain ?? ''))
    .filter((fields) => fields.some((field) => field.trim() !== ''));
}

function header(year: number): string[] {
  return rows(year)[0] ?? [];
}

/** Column names of 2016, where the themes are codes. */
const CODES: Record<string, string> = {
  'Employee engagement index': 'EES',
  'My work': 'mw_ts',
  'Organisational objectives and purpose': 'op_ts',
  'My manager': 'lm_ts',
  'My team': 'mt_ts',
  'Learning and development': 'ld_ts',
  'Inclusion and fair treatment': 'if_ts',
  'Resources and workload': 'rw_ts',
  'Pay and benefits': 'pb_ts',
  'Leadership and managing change': 'lc_ts',
};

/** `My work theme score (B01-B05)`, `My line manager theme ...`, `Resources and workload1` (a footnote) and `mw_ts` are themes. */
function column(year: number, theme: string): number {
  const plain = (name: string): string =>
    name
      .replace(/ theme score.*$|\d$/g, '')
      .replace('line manager', 'manager')
      .toLowerCase();
  const found = header(year).flatMap((name, i) =>
    name === CODES[theme] || plain(name) === theme.toLowerCase() ? [i] : [],
  );
  expect(found, `columns of ${theme} in ${year}`).toHaveLength(1);
  return found[0] ?? -1;
}

/** `58%` and `58` are percentages; in 2011 `0.58` is a fraction. `.`, `n<10` and nothing are missing. */
function percent(year: number, field: string): number | undefined {
  if (!/^\d+(\.\d+)?%?$/.test(field)) return undefined;
  return year === 2011 ? Math.round(Number(field) * 100) : Number(field.replace('%', ''));
}

/** The benchmark row: the first below the header. */
function published(theme: string): Record<number, number | undefined> {
  return Object.fromEntries(
    YEARS.map((year) => {
      const row = rows(year)[1] ?? [];
      expect(row[1]).toMatch(/^Civil Service .*benchmark/i);
      return [year, percent(year, row[column(year, theme)] ?? '')];
    }),
  );
}

function medianOfOrganisations(year: number, theme: string): number {
  const at = column(year, theme);
  const scores = rows(year)
    .slice(2)
    .filter(([, name]) => !name?.includes('mean score'))
    .flatMap((row) => percent(year, row[at] ?? '') ?? [])
    .toSorted((a, b) => a - b);
  const middle = scores.length / 2;
  return ((scores[Math.ceil(middle) - 1] ?? 0) + (scores[Math.floor(middle)] ?? 0)) / 2;
}

/** Runs of six words that one of our English questions has in common with one of theirs. */
function sharedRuns(theirs: readonly string[]): string[] {
  const runs = (text: string): string[] => {
    const all = words(text);
    return all.slice(5).map((_, i) => all.slice(i, i + 6).join(' '));
  };
  const taken = new Set(theirs.flatMap(runs));
  return questions.flatMap(({ text }) => runs(text.en ?? '')).filter((run) => taken.has(run));
}
