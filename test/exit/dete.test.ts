/** The exit survey of Queensland's department of education: the published figures, line by line. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseMapping } from '../../src/exit/parse-mapping.ts';
import { readLeaver } from '../../src/exit/read-leaver.ts';
import { importExits, reportExits } from '../../src/exit-command.ts';
import { faultsOf, folderWith, type JsonReport } from './files.ts';

const DATA = fileURLToPath(
  new URL('../../../shared/data/qld-exit/dete_survey.csv', import.meta.url),
);
const MAP = fileURLToPath(new URL('../../examples/dete.yaml', import.meta.url));
const there = existsSync(DATA);
const named = (name: string) => (there ? name : `${name} (skipped: ../shared is absent)`);
const timeout = 60_000;

test('the mapping of the example is sound', () => {
  expect(parseMapping(readFileSync(MAP, 'utf8'), 'dete.yaml')).not.toHaveProperty('faults');
});

describe.skipIf(!there)(named('DETE, 822 leavers'), { timeout }, () => {
  const told: string[] = [];
  let report: JsonReport['surveys'][number];
  let text = '';
  let kept = '';

  beforeAll(async () => {
    const tallies = join(folderWith({}), 'exits.json');
    await importExits({ map: MAP, survey: DATA, tallies }, (line) => told.push(line));
    const json = JSON.parse(await reportExits(tallies, true)) as JsonReport;
    report = json.surveys[0] as typeof report;
    text = await reportExits(tallies, false);
    kept = readFileSync(tallies, 'utf8');
  }, timeout);

  const cell = (by: readonly string[], is: readonly string[]) =>
    report.tables
      .find((table) => table.by.join() === by.join())
      ?.cells.find((each) => each.is.join() === is.join());

  test('counts every row, and has no value that it does not know', () => {
    expect(told).toEqual([expect.stringMatching(/^822 of 822 rows counted/)]);
    expect(cell([], [])?.n).toBe(822);
  });

  test.each([
    ['Age Retirement', 285],
    ['Resignation-Other reasons', 150],
    ['Resignation-Other employer', 91],
    ['Resignation-Move overseas/interstate', 70],
    ['Voluntary Early Retirement (VER)', 67],
    ['Ill Health Retirement', 61],
    ['Other', 49],
    ['Contract Expired', 34],
    ['Termination', 15],
  ])('kind of leaving: %s %i', (kind, n) => {
    expect(cell(['kind'], [kind])?.n).toBe(n);
    expect(text).toMatch(new RegExp(`^  ${kind.replace(/[()/]/g, '\\$&')} +${n} \\(`, 'm'));
  });

  test.each([
    ['Work life balance', 217],
    ['None of the above', 217],
    ['Ill Health', 112],
    ['Job dissatisfaction', 89],
    ['Workload', 87],
    ['Career move to private sector', 80],
    ['Relocation', 68],
    ['Maternity/family', 62],
    ['Dissatisfaction with the department', 61],
    ['Lack of recognition', 57],
    ['Study/Travel', 37],
    ['Interpersonal conflicts', 34],
    ['Employment conditions', 34],
    ['Lack of job security', 28],
    ['Traumatic incident', 28],
    ['Work location', 27],
    ['Career move to public sector', 22],
    ['Physical work environment', 16],
  ])('why: %s %i', (reason, n) => {
    expect(cell([], [])?.reasons[`0/${reason}`]?.n).toBe(n);
    expect(text).toMatch(new RegExp(`^  ${reason} +${n} \\(`, 'm'));
  });

  test.each([
    ['under 3', 56, 21, 37.5],
    ['3 to 6', 76, 35, 46.05],
    ['7 to 10', 41, 25, 60.98],
    ['11 and over', 100, 56, 56],
    ['not said', 38, 12, 31.58],
  ])('resignations, service %s: %i, dissatisfied %i (%d %%)', (service, n, part, percent) => {
    const found = cell(['resignations', 'tenure'], ['resignations', service]);
    expect(found?.n).toBe(n);
    expect(found?.reasons['group/dissatisfied']).toEqual({ n: part, percent });
    const line = `^  ${service} +${n}  Dissatisfied ${part} \\(${((100 * part) / n).toFixed(1)} %\\)`;
    expect(text).toMatch(new RegExp(line, 'm'));
  });

  test('resignations: all 311, dissatisfied 149 (47.91 %)', () => {
    const all = cell(['resignations'], ['resignations']);
    expect(all?.n).toBe(311);
    expect(all?.reasons['group/dissatisfied']).toEqual({ n: 149, percent: 47.91 });
  });

  test('the trap: flags read as True instead of TRUE are refused, not counted as nobody', async () => {
    const yaml = readFileSync(MAP, 'utf8')
      .replace('"TRUE"', '"True"')
      .replace('"FALSE"', '"False"');
    const folder = folderWith({ 'dete.yaml': yaml });
    const files = { map: join(folder, 'dete.yaml'), survey: DATA, tallies: join(folder, 'x.json') };
    const faults = await faultsOf(files);
    expect(faults).toHaveLength(18);
    expect(faults[0]).toMatch(
      /^dete_survey\.csv: Column ".*": the mapping knows none of its values/,
    );
    expect(existsSync(files.tallies)).toBe(false);
  });

  test('most cells of region by position are refused: all 60 that are small, and some more', () => {
    const rows = parse(readFileSync(DATA), { columns: true }) as Record<string, string>[];
    const real = new Map<string, number>();
    for (const row of rows) {
      const known = (value = '') => (value === '' || value === 'Not Stated' ? 'not said' : value);
      const key = `${known(row.Region)}|${known(row.Position)}`;
      real.set(key, (real.get(key) ?? 0) + 1);
    }
    const small = [...real].filter(([, n]) => n < 5);
    expect([real.size, small.length]).toEqual([95, 60]);
    const shown = report.tables.find(({ by }) => by.join() === 'unit,job-family')?.cells ?? [];
    for (const { is, n } of shown) expect(real.get(is.join('|'))).toBe(n);
    for (const [key] of small) expect(shown.map(({ is }) => is.join('|'))).not.toContain(key);
    expect(shown.length).toBeGreaterThan(20);
  });

  test('no two figures differ by one to four people, nor a figure and the rest of its row', () => {
    const mapping = parseMapping(readFileSync(MAP, 'utf8'), 'dete.yaml');
    if ('faults' in mapping) throw new Error('The mapping has faults.');
    const rows = parse(readFileSync(DATA), {
      columns: (header: string[]) => header.map((name) => name.toLowerCase()),
      trim: true,
    }) as Record<string, string>[];
    const leavers = rows.map((row) => readLeaver(mapping.mapping, row).leaver);
    const inCell = (by: readonly string[], is: readonly string[]) =>
      leavers.flatMap(({ cells }, i) =>
        by.every((each, j) => cells.get(each) === is[j]) ? [i] : [],
      );
    const sets = report.tables.flatMap(({ by, cells }) =>
      cells.map(({ is, reasons }) => ({ who: inCell(by, is), reasons })),
    );
    expect(fewBetween(sets.map(({ who }) => new Set(who)))).toEqual([]);
    for (const { id } of report.reasons) {
      const told = sets.filter(({ reasons }) => id in reasons);
      const yes = told.map(({ who }) => new Set(who.filter((i) => leavers[i]?.said.has(id))));
      const no = told.map(({ who }) => new Set(who.filter((i) => !leavers[i]?.said.has(id))));
      expect([...fewBetween(yes), ...fewBetween(no)]).toEqual([]);
    }
  });

  test('keeps figures of at least five people only, and nothing of a row', () => {
    for (const { cells } of report.tables) {
      for (const { n, reasons } of cells) {
        expect(n).toBeGreaterThanOrEqual(5);
        for (const each of Object.values(reasons)) {
          expect(each.n).toBeGreaterThanOrEqual(5);
          expect(n - each.n).toBeGreaterThanOrEqual(5);
        }
      }
    }
    expect(kept.length).toBeLessThan(60_000);
    expect(text).toContain('nothing here says how many stay');
    expect(text).toContain('State of Queensland');
  });
});

/** Sizes, and differences of a set and one within it, from 1 to 4. */
function fewBetween(sets: readonly ReadonlySet<number>[]): number[] {
  const sizes = sets.map(({ size }) => size);
  const differences = sets.flatMap((a) =>
    sets.flatMap((b) => {
      const few = a.size - b.size;
      return few >= 1 && few <= 4 && [...b].every((each) => a.has(each)) ? [few] : [];
    }),
  );
  return [...sizes.filter((size) => size < 5), ...differences];
}
