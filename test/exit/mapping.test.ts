/** The mapping file: what it must be, and every fault with its line. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMapping } from '../../src/exit/parse-mapping.ts';
import { readPastDate, wholeYears } from '../../src/exit/past-date.ts';

const SOUND = `survey: harbour
name: Harbour Works
kind:
  column: How
  values: { Quit: resigned, Old: retired }
reasons:
  - column: Why
    values: { Money: pay, Boss: manager }
by:
  place: { column: Site }
`;

function faults(yaml: string, missing: readonly string[] = []): string[] {
  const parsed = parseMapping(yaml, 'map.yaml', new Set(missing));
  return 'faults' in parsed ? parsed.faults.map(({ where, says }) => `${where}: ${says}`) : [];
}

test('a sound mapping has no faults, and the usual k', () => {
  const parsed = parseMapping(SOUND, 'map.yaml');
  expect(parsed).toMatchObject({
    mapping: { survey: 'harbour', minimum: 5, cross: [], missing: [] },
  });
});

test('the mapping that docs/formats.md shows is sound', () => {
  const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
  const yaml = /```yaml\n(survey: yard[\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(faults(yaml)).toEqual([]);
  expect(yaml).toContain('reasons:');
});

describe('faults, each with its line', () => {
  test.each([
    ['no YAML', 'survey: [', /^map\.yaml, line 1: This is no YAML/],
    ['an unknown key', `${SOUND}colour: red\n`, /"colour"/],
    [
      'an unknown kind',
      SOUND.replace('retired', 'gone'),
      /line 5: "kind.values.Old": must be one of resigned, agreed/,
    ],
    [
      'an unknown reason',
      SOUND.replace(': pay', ': cash'),
      /line 8: "reasons.0.values.Money": must be one of pay, growth/,
    ],
    ['too small a k', `${SOUND}minimum: 2\n`, /line 11: "minimum": must be 3 or more/],
    [
      'a truth value that is no text',
      SOUND.replace(
        'column: Why\n    values: { Money: pay, Boss: manager }',
        'flags: { Why: pay }\n    set: [TRUE]\n    unset: ["FALSE"]',
      ),
      /line 8: "reasons.0.set.0": must be a text; .* in quotes/,
    ],
    [
      'a crossing with nothing',
      `${SOUND}cross: [[place, age]]\n`,
      /line 11: "cross.0.1": there is no "age" under "by"/,
    ],
    [
      'a part of no kind',
      `${SOUND}parts: { p: { name: P, kinds: [dismissed] } }\n`,
      /line 11: .*no value is of kind "dismissed"/,
    ],
    [
      'a group of no answer',
      `${SOUND}groups: { g: { name: G, any: [Luck] } }\n`,
      /line 11: .*"Luck"/,
    ],
    [
      'a name that is taken',
      SOUND.replace('place:', 'kind:'),
      /line 10: "by.kind": "kind" is a name/,
    ],
    [
      'a day without a month',
      SOUND.replace(
        '{ column: Site }',
        '{ from: { column: A, formats: [dd.yyyy] }, to: { column: B, formats: [yyyy] }, bands: [{ name: x, below: 1 }, { name: y, from: 1 }] }',
      ),
      /line 10: "by.place.from.formats.0": .*a day needs its month/,
    ],
  ])('%s', (_, yaml, says) => {
    expect(faults(yaml).join('\n')).toMatch(says);
  });

  test('bands that overlap, stand twice or hold nothing, all at once', () => {
    const bands =
      '{ number: Age, bands: [{ name: a, below: 30 }, { name: a, from: 20 }, { name: c, from: 9, below: 9 }] }';
    expect(faults(SOUND.replace('{ column: Site }', bands))).toEqual([
      'map.yaml, line 10: "by.place.bands.1.name": "a" stands twice.',
      'map.yaml, line 10: "by.place.bands.1": "a" and "a" overlap.',
      'map.yaml, line 10: "by.place.bands.2": "c" holds no number.',
    ]);
  });

  test('every column that the file does not have, where the mapping names it', () => {
    expect(faults(SOUND, ['how', 'site'])).toEqual([
      'map.yaml, line 4: "kind.column": the survey\'s file has no column "How".',
      'map.yaml, line 10: "by.place.column": the survey\'s file has no column "Site".',
    ]);
  });
});

describe('dates as far as they are written', () => {
  test.each([
    ['2012', ['yyyy'], { year: 2012 }],
    ['5/2012', ['yyyy', 'MM/yyyy'], { year: 2012, month: 5 }],
    ['29.02.2024', ['dd.MM.yyyy'], { year: 2024, month: 2, day: 29 }],
    ['29.02.2023', ['dd.MM.yyyy'], undefined],
    ['13/2012', ['MM/yyyy'], undefined],
    ['2012-05', ['yyyy'], undefined],
    ['about 2012', ['yyyy'], undefined],
  ])('%s', (text, formats, date) => {
    expect(readPastDate(text, formats)).toEqual(date);
  });

  test.each([
    [{ year: 2010 }, { year: 2012, month: 1 }, 2],
    [{ year: 2010, month: 6 }, { year: 2012, month: 5 }, 1],
    [{ year: 2010, month: 6, day: 2 }, { year: 2012, month: 6, day: 1 }, 1],
    [{ year: 2010, month: 6, day: 2 }, { year: 2012, month: 6 }, 2],
    [{ year: 2012 }, { year: 2010 }, undefined],
    [{ year: 2012, month: 5 }, { year: 2012, month: 4 }, undefined],
  ])('%j to %j: %s whole years', (from, to, years) => {
    expect(wholeYears(from, to)).toBe(years);
  });
});
