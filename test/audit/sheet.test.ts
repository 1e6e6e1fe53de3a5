/** The data-protection sheet of docs/anonymity.md is made from the code, and can't fall behind it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownTables } from '../../adapters/store/inspect-known.ts';
import { withParts } from '../../docs/markdown.ts';
import { dataTable, partsOf } from '../../docs/sheet.ts';
import { figure } from '../../src/anonymity/figure.ts';
import { fivePoint } from '../support/round.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/anonymity.md');
const parts = await partsOf(read('src/cli.ts'));

test('docs/anonymity.md is up to date: else run npm run docs', () => {
  expect(withParts(page, parts)).toBe(page);
});

test('the rules are those of the code', () => {
  const rows = parts.get('figures')?.split('\n').slice(2) ?? [];
  expect(rows[0]).toMatch(/^\| under k \| the figure of the unit above/);
  expect(rows.at(-1)).toMatch(/^\| 50 and more \| the recommend score/);
  const about = (n: number) =>
    rows.find((row) => {
      const [, from, to = '1000'] = /^\| (\d+)(?:-(\d+))? /.exec(row) ?? [];
      return Number(from) <= n && n <= Number(to);
    }) ?? '';
  for (const n of [5, 9, 10, 19, 20, 49, 50, 99]) {
    const said = figure(fivePoint('q'), n, [0, 0, 0, 0, n]);
    const [least, most] = [figure(fivePoint('q'), n, [n, 0, 0, 0, 0]), said];
    expect(about(n).includes('bands'), about(n)).toBe(said?.shown === 'band');
    if (least?.shown !== 'distribution' || most?.shown !== 'distribution') continue;
    expect(about(n)).toContain(`kept within ${least.favourable}-${most.favourable}`);
    expect(about(n).includes('the mean'), about(n)).toBe(most.mean !== undefined);
  }
  const sheet = parts.get('sheet') ?? '';
  expect(sheet).toContain('| k, answers that are counted together | 5 | yes; never under 3 |');
  expect(sheet).toContain('| comments | 10 answers and 5 people who wrote | no |');
  expect(sheet).toMatch(/\| HR \(recorded in the audit log\) \| .*`leaver-read`/);
  expect(sheet).toMatch(/\| everybody \| .*`skip`/);
  expect(sheet).toMatch(/\| `soundings audit` \| \S/);
  expect(sheet).toMatch(/\| `soundings round cancel <round>` \| end a round/);
  expect(sheet).toMatch(/\| `soundings queue status` \| what waits/);
});

test('a table or column without words stops it', async () => {
  const known = new Map([...(await knownTables()), ['diary', ['person', 'mood']]]);
  expect(() => dataTable(known)).toThrow('docs/tables.ts what they are for: diary.');
  const more = new Map([
    ...(await knownTables()),
    ['unit', ['id', 'name', 'parent', 'manager', 'mood']],
  ]);
  expect(() => dataTable(more)).toThrow('unit.mood');
});

test('a page without the marks is refused by name', () => {
  expect(() => withParts('# Nothing', parts)).toThrow('<!-- made: figures -->');
});
