/** CSV as people's programs write it, and as they break it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { csvDirectory } from '../../adapters/csv/directory.ts';
import { readCsv, UnreadableFile } from '../../adapters/csv/read-csv.ts';
import type { Fault } from '../../src/ports/directory.ts';

const folder = mkdtempSync(join(tmpdir(), 'soundings-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COLUMNS = { required: ['person', 'unit'], optional: ['name'] };
/** A file that can't be read must be said to be so at once. */
const AT_ONCE = 3000;

function file(content: string | Uint8Array, name = 'people.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(content: string | Uint8Array) {
  const notices: Fault[] = [];
  const rows: { where: string; fields: Readonly<Record<string, string>> }[] = [];
  for await (const row of readCsv(file(content), COLUMNS, (each) => notices.push(each))) {
    rows.push(row);
  }
  return { rows, notices, fields: rows.map(({ fields }) => fields) };
}

async function faultAt(path: string): Promise<string> {
  try {
    for await (const _ of readCsv(path, COLUMNS, () => {}));
  } catch (error) {
    if (error instanceof UnreadableFile) return `${error.fault.where}: ${error.fault.says}`;
    throw error;
  }
  return 'nothing';
}

const faultOf = (content: string | Uint8Array) => faultAt(file(content));
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const two = [
  { person: 'p1', unit: 'a' },
  { person: 'p2', unit: 'b' },
];

describe('what is read', () => {
  test.each([
    ['LF', 'person,unit\np1,a\np2,b\n'],
    ['no newline at the end', 'person,unit\np1,a\np2,b'],
    ['CRLF', 'person,unit\r\np1,a\r\np2,b\r\n'],
    ['CR alone', 'person,unit\rp1,a\rp2,b\r'],
    ['a byte order mark', '\ufeffperson,unit\np1,a\np2,b\n'],
    ['a quoted first column after a byte order mark', '\ufeff"person",unit\np1,a\np2,b\n'],
    ['blanks around fields and names', ' person , unit \n p1 , a \np2,b\n'],
    ['capital letters in the names of columns', 'Person,UNIT\np1,a\np2,b\n'],
    ['columns in another order', 'unit,person\na,p1\nb,p2\n'],
    ['an empty line at the end', 'person,unit\np1,a\np2,b\n\n'],
    ['empty lines at the end, CRLF', 'person,unit\r\np1,a\r\np2,b\r\n\r\n\r\n'],
    ['an empty line in between', 'person,unit\np1,a\n\np2,b\n'],
  ])('%s', async (_, content) => {
    expect((await read(content)).fields).toEqual(two);
  });

  test('quotes hold commas, quotes and newlines', async () => {
    const { fields } = await read('person,unit,name\np1,a,"Weber, ""Anna""\nMaria"\np2,b,"x"\n');
    expect(fields.map(({ name }) => name)).toEqual(['Weber, "Anna"\nMaria', 'x']);
  });

  test('every script and emoji survives, wherever the file is cut into pieces', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `Žofie ${i} 山田 🐙`);
    const { fields } = await read(
      `person,unit,name\n${names.map((name, i) => `p${i},a,${name}`).join('\n')}`,
    );
    expect(fields.map(({ name }) => name)).toEqual(names);
  });

  test('rows are counted from 1, the first row included', async () => {
    const { rows } = await read('person,unit\np1,a\n"p\n2",b\np3,c\n');
    expect(rows.map(({ where }) => where)).toEqual([
      'people.csv, row 2',
      'people.csv, row 3',
      'people.csv, row 4',
    ]);
  });

  test('columns that nobody asked for are ignored, and named', async () => {
    const { fields, notices } = await read('person,shoe size,unit,pet\np1,43,a,cat\np2,38,b,\n');
    expect(fields).toEqual(two);
    expect(notices).toEqual([
      {
        where: 'people.csv, row 1',
        says: 'The columns "shoe size", "pet" are not known and ignored.',
      },
    ]);
  });

  test('a first row alone is a table without rows', async () => {
    expect((await read('person,unit\n')).rows).toEqual([]);
  });

  test('50,000 rows in under three seconds', async () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `p${i},u${i % 50},"Person ${i}"`);
    const started = performance.now();
    const { rows } = await read(`person,unit,name\n${lines.join('\n')}\n`);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(rows).toHaveLength(50_000);
    expect(rows.at(-1)).toEqual({
      where: 'people.csv, row 50001',
      fields: { person: 'p49999', unit: 'u49', name: 'Person 49999' },
    });
  });
});

describe('what is refused, with file and row', { timeout: AT_ONCE }, () => {
  test.each([
    ['a missing column', 'person,name\np1,x\n', /^people.csv, row 1: The column "unit" is missing/],
    ['semicolons', 'person;unit\np1;a\n', /^people.csv, row 1: .*"person", "unit" are missing/],
    [
      'a column twice',
      'person,unit,unit\n1,2,3\n',
      /^people.csv, row 1: The column "unit" is there/,
    ],
    ['a field too few', 'person,unit\np1,a\np2\np3,c\n', /^people.csv, row 3: /],
    ['a field too many', 'person,unit\np1,a\np2,b\np3,c,d\n', /^people.csv, row 4: /],
    ['a quote that never ends', 'person,unit\np1,a\n"p2,b\np3,c\n', /^people.csv, row 3: /],
    ['a quote inside a field', 'person,unit\np1,a\np2,b"c\np3,c\n', /^people.csv, row 3: /],
    ['text after a quote', 'person,unit\np1,a\n"p2"x,b\n', /^people.csv, row 3: /],
    ['Windows-1252', latin1('person,unit\np1,a\nM\xfcller,b\n'), /^people.csv.*not UTF-8.*row/],
    ['a file cut in a letter', latin1('person,unit\np1,a\np\xc3'), /^people.csv.*not UTF-8/],
    ['UTF-16', Buffer.from('\ufeffperson,unit\np1,a\n', 'utf16le'), /^people.csv.*not UTF-8/],
    ['an empty file', '', /^people.csv/],
    ['a byte order mark alone', '\ufeff', /^people.csv/],
  ])('%s', async (_, content, expected) => {
    expect(await faultOf(content)).toMatch(expected);
  });

  test('a file that does not exist', async () => {
    expect(await faultAt(join(folder, 'gone.csv'))).toBe('gone.csv: The file does not exist.');
  });

  test('a folder', async () => {
    mkdirSync(join(folder, 'folder.csv'));
    expect(await faultAt(join(folder, 'folder.csv'))).toMatch(/^folder.csv: .*EISDIR/);
  });

  test('the rows before a fault are named by their own number', async () => {
    const path = file(`person,unit\n${'p,a\n'.repeat(5000)}p\n${'p,a\n'.repeat(5000)}`);
    expect(await faultAt(path)).toMatch(/^people.csv, row 5002: /);
  });

  test.each([
    ['a quote inside a field', 'person,unit\np1,CANARY"x\n'],
    ['text after a quote', 'person,unit\np1,"CANARY"x\n'],
    ['a field too many', 'person,unit\np1,CANARY,x\n'],
    ['a quote that never ends', 'person,unit\np1,"CANARY\n'],
  ])('nothing of what stands in the field is repeated: %s', async (_, content) => {
    const says = await faultOf(content);
    expect(says).not.toBe('nothing');
    expect(says).not.toContain('CANARY');
  });
});

describe('people and units from files', { timeout: AT_ONCE }, () => {
  const units = () => file('unit,parent\nroot,\na,root\n', 'units.csv');

  async function faults(people: string, unitsFile: string): Promise<string[]> {
    const found = await csvDirectory(people, unitsFile).read();
    return 'faults' in found ? found.faults.map(({ where, says }) => `${where}: ${says}`) : [];
  }

  test('columns that only one of them knows are noticed in the right file', async () => {
    const people = file('person,unit,salary\np1,a,1\n');
    const found = await csvDirectory(people, units()).read();
    expect(found).toMatchObject({
      org: { people: [{ id: 'p1', name: 'p1', unit: 'a' }], units: [{ id: 'root' }, { id: 'a' }] },
      notices: [{ where: 'people.csv, row 1' }],
    });
  });

  test('both files are missing: both are named', async () => {
    expect(await faults(join(folder, 'no-p.csv'), join(folder, 'no-u.csv'))).toEqual([
      'no-p.csv: The file does not exist.',
      'no-u.csv: The file does not exist.',
    ]);
  });

  test('every fault of both tables is named at once, with its row', async () => {
    const unitsFile = file(
      'unit,name,parent,manager\nroot,,,\nother,,,\na,,gone,\nb,,c,\nc,,b,nobody\na,,root,\n,,root,\n',
      'units.csv',
    );
    const people = file(
      [
        'person,name,email,unit,timezone,locale,country,start_date',
        'p1,,,a,Mars/Base,,,',
        'p1,,,a,,,,',
        ',,,a,,,,',
        'p4,,,nowhere,,,,',
        'p5,,,,,,,',
        'p6,,,a,Europe/Berlin,x_y,DEU,2026-02-30',
        'p7,,,a,+01:00,de-AT,de,2026-02-28',
      ].join('\n'),
    );
    const found = await faults(people, unitsFile);
    const expected = [
      /^units.csv: There are 2 roots \("root", "other"\)/,
      /^units.csv, row 4: The parent "gone"/,
      /^units.csv, row 5: .*circle/,
      /^units.csv, row 6: .*circle/,
      /^units.csv, row 6: Manager "nobody"/,
      /^units.csv, row 7: The unit "a" stands in units.csv, row 4 already/,
      /^units.csv, row 8: The column "unit" is empty/,
      /^people.csv, row 2: .*"Mars\/Base" is no time zone/,
      /^people.csv, row 3: The person "p1" stands in people.csv, row 2 already/,
      /^people.csv, row 4: The column "person" is empty/,
      /^people.csv, row 5: .*unit "nowhere" is not in the units file/,
      /^people.csv, row 6: .*the column "unit" is empty/,
      /^people.csv, row 7: .*"x_y" is no language tag/,
      /^people.csv, row 7: .*"DEU" is no country code/,
      /^people.csv, row 7: .*"2026-02-30" is no date/,
      /^people.csv, row 8: .*time zone/,
    ];
    for (const each of expected) expect(found).toContainEqual(expect.stringMatching(each));
    expect(found).toHaveLength(expected.length);
  });

  test.each([
    ['an empty file', ''],
    ['a first row alone', 'person,unit\n'],
  ])(
    'a company of nobody is a fault, or the next import would deactivate all: %s',
    async (_, none) => {
      expect(await faults(file(none), units())).toEqual([expect.stringMatching(/^people.csv/)]);
    },
  );
});
