/** An exit survey with other columns than the worked example: one reason a person, more in one field, and free text. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportExits } from '../../src/exit-command.ts';
import { FaultsFound } from '../../src/faults.ts';
import { exitFiles, faultsOf, imported } from './files.ts';

/** Invented: a shipyard. German dates, ages in years, a main reason, further ones in one field, and a comment. */
const MAP = `survey: yard
name: Exit survey of the yard
minimum: 4
missing: [k.A.]
id: Nr
rows:
  only: { Status: [fertig] }
  except: { Standort: [Test] }
kind:
  column: Art
  values: { Eigene Kündigung: resigned, Rente: retired, Befristung: contract-ended }
reasons:
  - column: Hauptgrund
    values: { Geld: pay, Chef: manager, Chefin: manager, Umzug: private }
  - column: Weitere
    separator: "|"
    values: { Geld: pay, Schicht: balance }
  - text: Kommentar
    words: { workload: [stress, zu viel], recognition: [dank] }
by:
  site: { name: Standort, column: Standort, values: { HH: Hamburg, HH-2: Hamburg, HB: Bremen } }
  age: { name: Alter, number: Alter, bands: [{ name: under 30, below: 30 }, { name: 30 and over, from: 30 }] }
  tenure:
    from: { column: Eintritt, formats: [dd.MM.yyyy] }
    to: { column: Austritt, formats: [dd.MM.yyyy] }
    bands: [{ name: first year, below: 1 }, { name: later, from: 1 }]
cross: [[site, kind]]
groups:
  money: { name: Money in any way, any: [Geld] }
`;
const HEADER = 'Nr,Status,Art,Hauptgrund,Weitere,Kommentar,Standort,Alter,Eintritt,Austritt';

type Row = Partial<
  Record<'art' | 'grund' | 'weitere' | 'text' | 'ort' | 'alter' | 'ein' | 'status', string>
>;

/** Groups of alike leavers as a file. */
function rows(...groups: readonly (readonly [count: number, row: Row])[]): string {
  const all = groups.flatMap(([count, row]) => Array.from({ length: count }, () => row));
  const lines = all.map((row, i) => {
    const { art = 'Eigene Kündigung', grund = 'Geld', weitere = '', text = '' } = row;
    const { ort = 'HH', alter = '41', ein = '01.02.2019', status = 'fertig' } = row;
    return [i + 1, status, art, grund, weitere, text, ort, alter, ein, '31.01.2024'].join(',');
  });
  return `${[HEADER, ...lines].join('\n')}\n`;
}

const MANY = rows(
  [30, {}],
  [12, { grund: 'Chef', ort: 'HB', alter: '25', ein: '01.02.2023' }],
  [10, { grund: 'Umzug', ort: 'HB', weitere: 'Schicht | Geld', text: 'Viel STRESS im Dock' }],
  [8, { grund: 'k.A.', ort: 'HH-2', art: 'Rente', ein: '01.03.2023' }],
  [7, { status: 'offen' }],
  [6, { ort: 'Test' }],
);

describe('another survey', () => {
  test('rows that count, kinds, one reason, several in a field, words of a text', async () => {
    const { cell, told } = await imported(exitFiles(MAP, MANY));
    expect(told).toEqual([expect.stringMatching(/^60 of 73 rows counted/)]);
    expect(cell('kind', 'Eigene Kündigung')?.n).toBe(52);
    expect(cell('kind', 'Rente')?.n).toBe(8);
    const all = cell('', '');
    expect(all).toMatchObject({ n: 60, percent: 100 });
    const counts = Object.fromEntries(
      Object.entries(all?.reasons ?? {}).map(([id, { n }]) => [id, n]),
    );
    expect(counts).toMatchObject({
      '0/Geld': 30,
      '0/Chef': 12,
      '0/Umzug': 10,
      '1/Schicht': 10,
      '1/Geld': 10,
      '2/workload': 10,
      'code/pay': 40,
      'code/manager': 12,
      'code/workload': 10,
      'group/money': 40,
    });
    expect(counts).not.toHaveProperty('0/Chefin');
  });

  test('values put together, numbers in bands, dates to the day', async () => {
    const { cell, text } = await imported(exitFiles(MAP, MANY));
    expect([cell('site', 'Hamburg')?.n, cell('site', 'Bremen')?.n]).toEqual([38, 22]);
    expect([cell('age', 'under 30')?.n, cell('age', '30 and over')?.n]).toEqual([12, 48]);
    // From 1 February to 31 January is a day short of the year.
    expect([cell('tenure', 'first year')?.n, cell('tenure', 'later')?.n]).toEqual([20, 40]);
    expect(text).toContain('Exit survey of the yard');
    expect(text).toMatch(/^ {2}Hamburg +38$/m);
    expect(text).toMatch(/^ {2}Pay or benefits +40 \(66\.7 %\)$/m);
  });

  test('what all of a place have in common is not told', async () => {
    // All 12 people under 30 gave the same reason.
    const { cell } = await imported(exitFiles(MAP, MANY));
    expect(cell('age', 'under 30')?.n).toBe(12);
    expect(cell('age', 'under 30')?.reasons).toEqual({});
  });

  test('one answer a person: a withheld answer does not follow from the others', async () => {
    const one = MAP.replace(/ {2}- column: Weitere[\s\S]*?dank\] \}\n/, '').replace(
      /groups:[\s\S]*/,
      '',
    );
    const file = rows(
      [30, {}],
      [20, { grund: 'Umzug' }],
      [2, { grund: 'Chef' }],
      [30, { ort: 'HB' }],
      [20, { ort: 'HB', grund: 'Chef' }],
    );
    const { cell } = await imported(exitFiles(one, file));
    expect(cell('site', 'Hamburg')?.n).toBe(52);
    // Two of 52 said "Chef": shown are at most so many answers that five people are left.
    const told = Object.values(cell('site', 'Hamburg')?.reasons ?? {}).map(({ n }) => n);
    const left = 52 - told.reduce((sum, n) => sum + n, 0);
    expect(left).toBeGreaterThanOrEqual(4);
    expect(cell('site', 'Hamburg')?.reasons).not.toHaveProperty('0/Chef');
  });

  test('a sum of two answers does not give away the smaller one', async () => {
    // Money was the main reason of 30, and a further one of two others: 32 would say two.
    const file = rows([30, {}], [2, { grund: 'Umzug', weitere: 'Geld' }], [28, { grund: 'Umzug' }]);
    const { cell } = await imported(exitFiles(MAP, file));
    expect(cell('', '')?.reasons['0/Geld']?.n).toBe(30);
    expect(cell('', '')?.reasons).not.toHaveProperty('code/pay');
    expect(cell('', '')?.reasons).not.toHaveProperty('group/money');
  });

  test('keeps no row: the same people in another order make the same file', async () => {
    const [header = '', ...lines] = MANY.trim().split('\n');
    const turned = `${[header, ...lines.reverse()].join('\n')}\n`;
    const [one, two] = [
      await imported(exitFiles(MAP, MANY)),
      await imported(exitFiles(MAP, turned)),
    ];
    const sorted = (kept: string) => kept.split('\n').sort();
    expect(sorted(two.kept)).toEqual(sorted(one.kept));
    expect(one.kept).not.toContain('STRESS');
  });
});

describe('what is strange or wrong', () => {
  test('a value that the mapping does not know is counted, and told without being repeated', async () => {
    const file = rows([30, {}], [6, { art: 'Geheim', alter: 'vierzig', ein: '2019' }]);
    const { told, cell } = await imported(exitFiles(MAP, file));
    expect(told.slice(0, -1)).toEqual([
      'survey.csv: Column "Art": 6 with a value that the mapping does not know, the first in survey.csv, row 32; counted as not in the mapping.',
      'survey.csv: Column "Alter": 6 with a value that the mapping does not know, the first in survey.csv, row 32; counted as not in the mapping.',
      'survey.csv: Column "Eintritt": 6 with a value that the mapping does not know, the first in survey.csv, row 32; counted as not in the mapping.',
    ]);
    expect(told.join()).not.toMatch(/Geheim|vierzig/);
    expect(cell('', '')?.n).toBe(36);
    expect(cell('kind', 'not in the mapping')?.n).toBe(6);
    expect(cell('age', 'not in the mapping')?.n).toBe(6);
  });

  test('a column that is missing, at every line of the mapping that names it', async () => {
    const file = MANY.replace('Art,', 'Typ,').replace('Alter,', 'Jahre,');
    expect(await faultsOf(exitFiles(MAP, file))).toEqual([
      'map.yaml, line 10: "kind.column": the survey\'s file has no column "Art".',
      'map.yaml, line 22: "by.age.number": the survey\'s file has no column "Alter".',
    ]);
  });

  test('a row that stands twice, and one without an id, with their rows', async () => {
    const file = `${rows([9, {}])}3,fertig,Rente,Geld,,,HH,40,01.01.2020,31.01.2024\n,fertig,Rente,Geld,,,HH,40,01.01.2020,31.01.2024\n`;
    expect(await faultsOf(exitFiles(MAP, file))).toEqual([
      'survey.csv, row 11: The column "Nr" has the same value as survey.csv, row 4.',
      'survey.csv, row 12: The column "Nr" is empty.',
    ]);
  });

  test.each([
    ['no rows', `${HEADER}\n`, /There are no rows in this file/],
    ['an empty file', '', /The file is empty/],
    ['rows that do not count', rows([9, { status: 'offen' }]), /^survey\.csv: 0 of 9 rows count/],
    ['fewer people than k', rows([3, {}]), /3 of 3 rows count, and figures are made of 4 people/],
    ['a row with too many fields', `${rows([9, {}])}a,b\n`, /row 11: It has more or fewer fields/],
    [
      'a column of which nothing is known',
      rows([9, { art: 'eigene kündigung' }]),
      /Column "Art": the mapping knows none of its values \(9, the first in survey\.csv, row 2\)/,
    ],
  ])('%s', async (_, file, says) => {
    const files = exitFiles(MAP, file);
    expect((await faultsOf(files)).join('\n')).toMatch(says);
    expect(existsSync(files.tallies)).toBe(false);
  });

  test('files that are not there, or not what they should be', async () => {
    const files = exitFiles(MAP, MANY);
    const gone = (which: object) => faultsOf({ ...files, ...which });
    expect(await gone({ map: '/nowhere/m.yaml' })).toEqual(['m.yaml: The file does not exist.']);
    expect(await gone({ survey: '/nowhere/s.csv' })).toEqual(['s.csv: The file does not exist.']);
    expect((await gone({ tallies: '/nowhere/t.json' }))[0]).toMatch(/^--tallies: The folder/);
    expect((await gone({ tallies: files.survey }))[0]).toMatch(/is one of the files that are read/);
    writeFileSync(files.tallies, '{"version":2}');
    expect((await gone({}))[0]).toMatch(/^exits\.json: This is no file of tallies/);
    expect(readFileSync(files.tallies, 'utf8')).toBe('{"version":2}');
    await expect(reportExits(files.tallies, false)).rejects.toThrow(FaultsFound);
  });
});

describe('the file of tallies', () => {
  test('a survey that is imported again replaces itself, another stands beside it', async () => {
    const files = exitFiles(MAP, MANY);
    await imported(files);
    writeFileSync(files.survey, rows([40, {}]));
    expect((await imported(files)).cell('', '')?.n).toBe(40);
    writeFileSync(files.map, MAP.replace('survey: yard', 'survey: dock'));
    const { report, text } = await imported(files);
    expect(report.surveys.map(({ survey }) => survey)).toEqual(['yard', 'dock']);
    expect(text.match(/people who left$/gm)).toHaveLength(2);
  });
});
