/** leavers.csv: read with the people, over and over, all or nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announce } from '../../src/exit/announce.ts';
import { importLeavers } from '../../src/import-leavers.ts';
import { temporaryFolder } from '../support/folders.ts';
import { type Town, town } from '../support/town.ts';

/** Imports a file of these rows, and returns what the operator is told, line by line. */
async function read(firm: Town, ...rows: string[]): Promise<string[]> {
  const file = join(temporaryFolder(), 'leavers.csv');
  writeFileSync(file, `${rows.join('\n')}\n`);
  return readFrom(firm, file);
}

async function readFrom(firm: Town, file: string): Promise<string[]> {
  const told: string[] = [];
  const { ports, programme } = firm;
  await importLeavers(
    file,
    programme,
    ports.store,
    (source, said) => announce(ports, programme, source, said, firm.now()),
    firm.now(),
    (line) => told.push(line),
  );
  return told.flatMap((line) => line.split('\n'));
}

const HEADER = 'person,last_day,kind,regretted,job_family';
const UNCHANGED = 'Nothing was taken from it: leavers stay as they were.';

describe('leavers.csv', () => {
  test('announces whom it names, with all that it says', async () => {
    const firm = await town();
    const told = await read(
      firm,
      HEADER,
      'lab-1,2026-12-18,Resigned,yes,Research',
      'lab-2,2026-12-31,,,',
      'lab-3,2026-11-03,retired,0,',
    );
    expect(told).toEqual([
      'leavers.csv: 3 announced, 0 corrected, 0 withdrawn. 1 too late to be asked before their last day.',
    ]);
    const { leavers, audit } = firm.ports.store;
    expect(await leavers.of('lab-1')).toMatchObject({
      ...{ lastDay: '2026-12-18', kind: 'resigned', regretted: true, jobFamily: 'Research' },
    });
    expect(await leavers.of('lab-2')).not.toHaveProperty('regretted');
    expect(await leavers.of('lab-3')).toMatchObject({ regretted: false });
    expect((await audit.list(9)).map(({ who, did }) => `${who} ${did}`)).toEqual(
      Array(3).fill('leavers.csv leaver-announce'),
    );
  });

  test('read again it says and changes nothing', async () => {
    const firm = await town();
    const rows = [HEADER, 'lab-1,2026-12-18,resigned,yes,', 'lab-2,withdrawn,,,'];
    await read(firm, HEADER, 'lab-2,2026-12-18,,,');
    await read(firm, ...rows);
    const before = await firm.ports.store.leavers.list();
    expect(await read(firm, ...rows)).toEqual([]);
    expect(await firm.ports.store.leavers.list()).toEqual(before);
    expect(before.map(({ person, state }) => `${person} ${state}`).sort()).toEqual([
      'lab-1 announced',
      'lab-2 withdrawn',
    ]);
  });

  test('an empty field leaves what HR said in chat; a new day corrects it', async () => {
    const firm = await town();
    await read(firm, 'person,last_day', 'lab-1,2026-12-18');
    const [leaver] = await firm.ports.store.leavers.list();
    const facts = { lastDay: '2026-12-18', regretted: true };
    await firm.ports.store.leavers.correct(leaver?.id ?? '', facts);
    expect(await read(firm, HEADER, 'lab-1,2026-12-31,,,')).toEqual([
      'leavers.csv: 0 announced, 1 corrected, 0 withdrawn.',
    ]);
    expect(await firm.ports.store.leavers.of('lab-1')).toMatchObject({
      ...{ lastDay: '2026-12-31', regretted: true },
    });
  });

  test('every fault at once with its row, in the order of the file, and nothing is taken', async () => {
    const firm = await town();
    const told = await read(
      firm,
      HEADER,
      'lab-1,2026-12-18,resigned,yes,Research',
      ',2026-12-18,,,',
      'lab-2,18.12.2026,fled,perhaps,',
      'nobody,2026-12-18,,,',
      'lab-3,2026-10-30,,,',
      'lab-4,withdrawn,,,',
      'lab-1,2026-12-19,,,',
    );
    expect(told).toEqual([
      'leavers.csv, row 3: The column "person" is empty.',
      'leavers.csv, row 4: The column "regretted": It must be yes or no, or empty.',
      'leavers.csv, row 4: The column "last_day": It must be a date such as 2026-12-31, or the word withdrawn.',
      'leavers.csv, row 4: The column "kind": It must be one of resigned, agreed, retired, contract-ended, job-cut, dismissed, other, or empty.',
      'leavers.csv, row 5: The column "person": Nobody in the people file has this id or e-mail.',
      'leavers.csv, row 6: The column "last_day": This day is over: a leaver is announced before the last day.',
      'leavers.csv, row 7: The column "person": They were never announced, so there is nothing to withdraw.',
      'leavers.csv, row 8: The column "person": They stand in the list already: one entry for each person.',
      UNCHANGED,
    ]);
    expect(await firm.ports.store.leavers.list()).toEqual([]);
  });

  test('who left long ago and is in no people file may stay in it', async () => {
    const firm = await town();
    expect(await read(firm, HEADER, 'former,2026-03-31,,,', 'lab-1,2026-12-18,,,')).toEqual([
      'leavers.csv: 1 announced, 0 corrected, 0 withdrawn. 1 rows of people who have left already are ignored.',
    ]);
  });

  test('a leaver whose day has come stays in it without a fault, in the people file or not', async () => {
    const firm = await town();
    const rows = [HEADER, 'lab-1,2026-11-06,,,', 'lab-2,2026-11-06,,,'];
    await read(firm, ...rows);
    await firm.jump(new Date('2026-11-09T12:00:00Z'));
    const { org } = firm.ports.store;
    const { people, units } = await org.load();
    await org.replace({ people: people.filter(({ id }) => id !== 'lab-1'), units }, firm.now());
    expect(await read(firm, ...rows)).toEqual([]);
  });

  test('what HR has withdrawn in chat is not announced again by the row that stands there still', async () => {
    const firm = await town();
    const rows = [HEADER, 'lab-1,2026-12-18,,,'];
    await read(firm, ...rows);
    await firm.type('hana', 'leaver lab-1 withdrawn');
    expect(await read(firm, ...rows)).toEqual([]);
    expect(await firm.ports.store.leavers.of('lab-1')).toBeUndefined();
    // A new day is a new resignation.
    expect((await read(firm, HEADER, 'lab-1,2027-03-31,,,'))[0]).toContain('1 announced');
  });

  test('the row of an earlier leave is no fault of whoever came back and leaves again', async () => {
    const firm = await town();
    const rows = [HEADER, 'lab-1,2026-11-06,,,'];
    await read(firm, ...rows);
    await firm.jump(new Date('2026-11-09T12:00:00Z'));
    await firm.type('hana', 'leaver lab-1 2027-03-31');
    expect(await read(firm, ...rows)).toEqual([]);
    expect(await firm.ports.store.leavers.of('lab-1')).toMatchObject({ lastDay: '2027-03-31' });
  });

  test.each([
    ['has no column for the day', ['person,leaves', 'lab-1,x'], /row 1: The column "last_day" is/],
    ['has more fields in a row', [HEADER, 'lab-1,2026-12-18,,,,,'], /row 2: It has more or fewer/],
  ])('a file that %s is not taken', async (_, rows, expected) => {
    const told = await read(await town(), ...rows);
    expect(told).toEqual([expect.stringMatching(expected), UNCHANGED]);
  });

  test('a file that is not there is told', async () => {
    const told = await readFrom(await town(), join(temporaryFolder(), 'gone.csv'));
    expect(told[0]).toBe('gone.csv: The file does not exist.');
  });
});
