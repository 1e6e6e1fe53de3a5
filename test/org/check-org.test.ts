import { describe, expect, test } from 'vitest';
import { checkOrg, isDate, isLocale, isZone, type Row } from '../../src/org/check-org.ts';

/** Rows of a file with a header: the first is row 2. */
function rows(file: string, columns: string, ...lines: string[]): Row[] {
  const names = columns.split(',');
  return lines.map((line, i) => {
    const values = line.split(',');
    const fields = Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
    return { where: `${file}, row ${i + 2}`, fields };
  });
}

const people = (...lines: string[]) =>
  rows('people.csv', 'person,unit,name,email,timezone,locale,country,start_date', ...lines);
const units = (...lines: string[]) => rows('units.csv', 'unit,name,parent,manager', ...lines);

const GOOD = units('company,Company,,ada', 'north,North,company,');

/** The faults as lines: `where: says`. */
function faultsOf(peopleRows: Row[], unitRows: Row[] = GOOD): string[] {
  const checked = checkOrg(peopleRows, unitRows, 'units.csv');
  return 'faults' in checked ? checked.faults.map(({ where, says }) => `${where}: ${says}`) : [];
}

test('a complete organisation is read as it is written', () => {
  const checked = checkOrg(
    people('ada,company,Ada Byron,ada@x.example,Europe/London,en-GB,gb,2020-02-29', 'bo,north'),
    GOOD,
    'units.csv',
  );
  expect(checked).toEqual({
    org: {
      people: [
        {
          id: 'ada',
          name: 'Ada Byron',
          email: 'ada@x.example',
          unit: 'company',
          timezone: 'Europe/London',
          locale: 'en-GB',
          country: 'GB',
          startDate: '2020-02-29',
        },
        { id: 'bo', name: 'bo', unit: 'north' },
      ],
      units: [
        { id: 'company', name: 'Company', manager: 'ada' },
        { id: 'north', name: 'North', parent: 'company' },
      ],
    },
  });
});

const ADA = 'ada,company';

test.each<[fault: string, people: Row[], units: Row[], says: string]>([
  [
    'an unknown parent',
    people(ADA),
    units('company,,,', 'north,,ghost,'),
    'units.csv, row 3: The parent "ghost" of unit "north" is not in the file.',
  ],
  [
    'two roots',
    people(ADA),
    units('company,,,', 'north,,,'),
    'units.csv: There are 2 roots ("company", "north"): exactly one unit must have no parent.',
  ],
  [
    'an unknown manager',
    people(ADA),
    units('company,,,zoe'),
    'units.csv, row 2: Manager "zoe" of unit "company" is not in the people file.',
  ],
  [
    'a unit twice',
    people(ADA),
    units('company,,,', 'north,,company,', 'north,,company,'),
    'units.csv, row 4: The unit "north" stands in units.csv, row 3 already.',
  ],
  [
    'a unit without a name of its own',
    people(ADA),
    units('company,,,', ',Nameless,company,'),
    'units.csv, row 3: The column "unit" is empty.',
  ],
  [
    'a person twice',
    people(ADA, 'ada,north'),
    GOOD,
    'people.csv, row 3: The person "ada" stands in people.csv, row 2 already.',
  ],
  [
    'a person without an id',
    people(ADA, ',north'),
    GOOD,
    'people.csv, row 3: The column "person" is empty.',
  ],
  [
    'an unknown unit',
    people(ADA, 'bo,ghost'),
    GOOD,
    'people.csv, row 3: Person "bo": unit "ghost" is not in the units file.',
  ],
  [
    'a person without a unit',
    people(ADA, 'bo,'),
    GOOD,
    'people.csv, row 3: Person "bo": the column "unit" is empty.',
  ],
  [
    'a bad zone',
    people(`${ADA},,,Berlin`),
    GOOD,
    'people.csv, row 2: Person "ada": "Berlin" is no time zone; write one such as Europe/Berlin.',
  ],
  [
    'a bad language',
    people(`${ADA},,,,english please`),
    GOOD,
    'people.csv, row 2: Person "ada": "english please" is no language tag; write one such as en or de-AT.',
  ],
  [
    'a bad country',
    people(`${ADA},,,,,Germany`),
    GOOD,
    'people.csv, row 2: Person "ada": "Germany" is no country code; write two letters such as DE.',
  ],
  [
    'a day that is not in the calendar',
    people(`${ADA},,,,,,2025-02-29`),
    GOOD,
    'people.csv, row 2: Person "ada": "2025-02-29" is no date; write it as YYYY-MM-DD.',
  ],
])('%s is the one fault, with its row', (_, peopleRows, unitRows, says) => {
  expect(faultsOf(peopleRows, unitRows)).toEqual([says]);
});

test('a circle of units is named row by row, and so is a unit that is its own parent', () => {
  const circle = units('company,,,', 'a,,b,', 'b,,c,', 'c,,a,', 'leaf,,a,');
  expect(faultsOf(people(ADA), circle)).toEqual(
    ['row 3: Unit "a"', 'row 4: Unit "b"', 'row 5: Unit "c"'].map(
      (each) => `units.csv, ${each} is its own ancestor: its parents form a circle.`,
    ),
  );
  expect(faultsOf(people(ADA), units('company,,,', 'a,,a,'))).toEqual([
    'units.csv, row 3: Unit "a" is its own ancestor: its parents form a circle.',
  ]);
});

test('a file in which every unit has a parent has no root, and says so', () => {
  expect(faultsOf(people('ada,a'), units('a,,b,', 'b,,a,'))).toContain(
    'units.csv: There is no root: exactly one unit must have no parent.',
  );
  expect(faultsOf([], [])).toContain(
    'units.csv: There is no root: exactly one unit must have no parent.',
  );
});

test('all faults are told at once, each with its file and row', () => {
  const faults = faultsOf(
    people(
      'ada,company',
      'ada,north',
      'bo,ghost,,,Mars/Base,xx_yy,123,31.12.2025',
      ',north',
      'cy,',
    ),
    units('company,,,zoe', 'north,,nowhere,', 'top,,,', 'x,,y,', 'y,,x,', 'x,,company,'),
  );
  const where = faults.map((each) => each.split(': ')[0]);
  expect(new Set(where)).toEqual(
    new Set([
      'people.csv, row 3',
      'people.csv, row 4',
      'people.csv, row 5',
      'people.csv, row 6',
      'units.csv',
      'units.csv, row 2',
      'units.csv, row 3',
      'units.csv, row 5',
      'units.csv, row 6',
      'units.csv, row 7',
    ]),
  );
  expect(where.filter((each) => each === 'people.csv, row 4')).toHaveLength(5);
});

describe('what is a zone, a language, a date', () => {
  test.each(['Europe/Berlin', 'America/Argentina/Ushuaia', 'UTC', 'Etc/GMT+5'])('%s', (zone) =>
    expect(isZone(zone)).toBe(true),
  );
  test.each(['Berlin', 'Europe/Nowhere', 'CET', '+01:00', '', 'Europe/Berlin '])(
    'no zone: "%s"',
    (zone) => expect(isZone(zone)).toBe(false),
  );
  test.each(['en', 'de-AT', 'pt-BR', 'zh-Hant'])('%s', (tag) => expect(isLocale(tag)).toBe(true));
  test.each(['', 'de_AT', 'e', 'en US'])('no language: "%s"', (tag) =>
    expect(isLocale(tag)).toBe(false),
  );
  test.each(['2026-01-31', '2024-02-29'])('%s', (day) => expect(isDate(day)).toBe(true));
  test.each(['2026-02-30', '2026-1-31', '31.01.2026', '2026-13-01', '2026-01-31T00:00'])(
    'no date: "%s"',
    (day) => expect(isDate(day)).toBe(false),
  );
});

test('an id that no button could carry is refused', () => {
  const long = 'u'.repeat(101);
  const people = [{ where: 'people.csv, row 2', fields: { person: 'ada', unit: long } }];
  const units = [{ where: 'units.csv, row 2', fields: { unit: long } }];
  const checked = checkOrg(people, units, 'units.csv');
  expect('faults' in checked && checked.faults).toContainEqual({
    where: 'units.csv, row 2',
    says: `The unit "${'u'.repeat(20)}..." has more than 100 characters.`,
  });
});
