/** What doctor says of leavers.csv: what the program would, without taking anything from it. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { doctor } from '../../src/doctor.ts';
import { start } from '../../src/main.ts';
import { configOf, folderWith } from '../config/given.ts';

const ENV = { PORT: '0', SOUNDINGS_NOW: '2026-11-16T09:00:00Z' };
const FILES = {
  'soundings.yaml':
    'organisation: { name: Works, timezone: UTC, leavers: leavers.csv }\ncampaigns: []\n',
  'people.csv': 'person,name,unit\nada,Ada Test,all\nbob,Bob Test,all\n',
  'units.csv': 'unit,name\nall,Works\n',
  'leavers.csv': 'person,last_day,kind\nbob,2026-12-31,resigned\n',
};

/** The lines about the file, and whether all was well. */
async function told(folder: string): Promise<{ sound: boolean; lines: string[] }> {
  const lines: string[] = [];
  const sound = await doctor(ENV, folder, (line) => lines.push(line));
  const from = lines.findIndex((line) => /^\S+ +leavers\b/.test(line));
  const until = lines.findIndex((line) => /^\S+ +database\b/.test(line));
  return { sound, lines: from < 0 ? [] : lines.slice(from, until).map((line) => line.trim()) };
}

const withLeavers = (...rows: string[]) =>
  folderWith({ ...FILES, 'leavers.csv': `person,last_day,kind,regretted\n${rows.join('\n')}\n` });

describe('doctor reads leavers.csv', () => {
  test('finds a good one good, and makes nothing', async () => {
    const folder = folderWith(FILES);
    expect(await told(folder)).toEqual({
      sound: true,
      lines: ['ok     leavers: 1 rows that count'],
    });
    expect(readdirSync(folder).sort()).toEqual(Object.keys(FILES).sort());
  });

  test('says nothing where none is named', async () => {
    const yaml = 'organisation: { name: Works, timezone: UTC }\ncampaigns: []\n';
    expect((await told(folderWith({ ...FILES, 'soundings.yaml': yaml }))).lines).toEqual([]);
  });

  test('tells all that is wrong with its rows at once', async () => {
    const folder = withLeavers(
      'bob,31.12.2026,resigned,',
      'nobody,2026-12-31,,',
      'ada,2026-12-31,bored,perhaps',
      'ada,2026-11-01,,',
    );
    const { sound, lines } = await told(folder);
    expect(sound).toBe(false);
    expect(lines[0]).toBe('WRONG  leavers');
    for (const [row, column] of [
      [2, 'last_day'],
      [3, 'person'],
      [4, 'kind'],
      [4, 'regretted'],
      [5, 'last_day'],
      [5, 'person'],
    ]) {
      const start = `leavers.csv, row ${row}: The column "${column}": `;
      expect(
        lines.filter((line) => line.startsWith(start)),
        start,
      ).toHaveLength(1);
    }
    expect(lines).toHaveLength(8);
  });

  test.each([
    [
      'that lacks a column',
      'person,day\nbob,2026-12-31\n',
      'row 1: The column "last_day" is missing',
    ],
    ['that is empty', '', 'The file is empty'],
  ])('one %s can’t be used at all', async (_, text, says) => {
    const { sound, lines } = await told(folderWith({ ...FILES, 'leavers.csv': text }));
    expect([sound, lines[0]]).toEqual([false, 'WRONG  leavers']);
    expect(lines[1]).toContain(says);
  });

  test('beside a database: knows who was announced and has gone since, and announces nobody', async () => {
    const folder = folderWith(FILES);
    const config = await configOf(ENV, folder);
    await (await start(config, () => {})).close();
    writeFileSync(join(folder, 'people.csv'), 'person,name,unit\nada,Ada Test,all\n');
    writeFileSync(join(folder, 'leavers.csv'), `${FILES['leavers.csv']}ada,2026-12-31,\n`);
    expect(await told(folder)).toMatchObject({ lines: ['ok     leavers: 2 rows that count'] });
    const store = await openStore(config.database, { tell: () => {} });
    expect((await store.leavers.list()).map(({ person }) => person)).toEqual(['bob']);
    await store.close();
  });

  test('while nobody is known it names no row, only what keeps the file from being read', async () => {
    const files = { ...FILES, 'people.csv': 'person,name\nada,Ada Test\n' };
    const { lines } = await told(folderWith(files));
    expect(lines).toEqual(['ok     leavers: rows are checked once people were read']);
  });
});
