/** The audit of a whole installation: nothing is wrong with a healthy one, and it stays as it is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folders.ts';
import { PEOPLE } from '../support/town-people.ts';
import { auditOf, type Copy, copyOf, healthyFiles, openRound, wrong } from './healthy.ts';

let healthy: Awaited<ReturnType<typeof healthyFiles>>;
beforeAll(async () => {
  healthy = await healthyFiles();
}, 180_000);

const fresh = () => copyOf(healthy.folder);

/** What the audit says of a copy that `damage` was done to. */
async function wrongAfter(damage: (copy: Copy) => void): Promise<string[]> {
  const copy = copyOf(healthy.folder);
  damage(copy);
  return wrong(await auditOf(copy, healthy.programme));
}

describe('a healthy installation', () => {
  test('has nothing wrong, and each check says so', async () => {
    const audited = await auditOf(fresh(), healthy.programme);
    expect(wrong(audited)).toEqual([]);
    const checked = new Set(audited.findings.map(({ check }) => check));
    expect(checked.size).toBe(11);
    const said = audited.findings.map(({ says }) => says).join('\n');
    expect(said).toMatch(/campaign "pulse": k = 5; comments from 10 answers and 5 who wrote/);
    expect(said).toMatch(/leavers: k = 5, .*kept 24 months/);
    expect(said).toMatch(/last hash: [0-9a-f]{64}/);
  });

  test('has something to look at: pools, differences, entries of pulses and of a release', () => {
    const copy = fresh();
    const count = (query: string) => Number(copy.rows(query)[0]?.n);
    expect(count('select count(*) as n from pool')).toBeGreaterThan(20);
    expect(count(`select count(*) as n from pool where round = 'exit-2026-q4'`)).toBeGreaterThan(3);
    expect(count(`select count(*) as n from ledger where round = 'exit-2026-q4'`)).toBeGreaterThan(
      3,
    );
    for (const said of ['"band"', '"distribution"', '"participation"', '"comments"']) {
      const query = `select count(*) as n from ledger where entry like '%"shown":${said}%'`;
      expect(count(query), said).toBeGreaterThan(0);
    }
    expect(count(`select count(*) as n from leaver where door = 'named'`)).toBe(1);
    expect(count('select count(*) as n from exit_draft')).toBe(1);
  });

  test('names nobody, and repeats no answer', async () => {
    const said = JSON.stringify(await auditOf(fresh(), healthy.programme));
    for (const { id, name } of PEOPLE) {
      expect(said).not.toMatch(new RegExp(`\\b${id}\\b`));
      expect(said).not.toContain(name);
    }
    expect(said).not.toMatch(/favourable|Said \d/);
  });

  test('is told what could be linked now, in sentences', async () => {
    const { linkable } = await auditOf(fresh(), healthy.programme);
    expect(linkable.join('\n')).toMatch(/^1 round is open: the box says who has answered/m);
    expect(linkable.join('\n')).toMatch(/^Named interviews: 1\./m);
    expect(linkable.join('\n')).toMatch(/^\d+ contact rows: /m);
    for (const each of linkable) expect(each).toMatch(/^\S.*\.$/);
  });

  test('is left as it was, byte by byte', async () => {
    const copy = fresh();
    const bytes = () => readFileSync(copy.database).toString('base64');
    const before = bytes();
    await auditOf(copy, healthy.programme);
    expect(bytes()).toBe(before);
    expect(readdirSync(copy.keys)).toEqual(readdirSync(join(healthy.folder, 'keys')));
  });

  test('is looked at while somebody writes, without waiting', async () => {
    const copy = fresh();
    const writer = new Database(copy.database);
    writer.exec(`begin immediate; update person set name = 'Somebody'`);
    expect(wrong(await auditOf(copy, healthy.programme))).toEqual([]);
    writer.exec('rollback');
    writer.close();
  });

  test('of another version is not judged', async () => {
    const copy = fresh();
    copy.sql(`insert into kysely_migration values ('999-later', '2030-01-01')`);
    await expect(auditOf(copy)).rejects.toThrow(/newer Soundings/);
  });
});

describe('the audit log', () => {
  test('an entry that was changed', async () => {
    expect(
      await wrongAfter(({ sql }) => sql(`update audit set who = 'nina' where position = 1`)),
    ).toEqual([expect.stringMatching(/^fault audit log: .*its entry 2 is the first/)]);
  });

  test('a log that was cut short', async () => {
    expect(
      await wrongAfter(({ sql }) =>
        sql('delete from audit where position = (select max(position) from audit)'),
      ),
    ).toHaveLength(1);
  });
});

describe('thresholds', () => {
  test('one that is weaker than usual is a warning, one that no configuration allows a fault', async () => {
    const weak = { ...healthy.programme, floor: 3 };
    expect(wrong(await auditOf(fresh(), weak))).toEqual([
      expect.stringMatching(/^warning thresholds: leavers: k = 3.*weaker than 5/),
    ]);
    const found = await wrongAfter((copy) =>
      copy.sql(`update round set floor = 2 where id = '${openRound(copy)}'`),
    );
    expect(found).toEqual([expect.stringMatching(/^fault thresholds: Round .* k under 3/)]);
  });

  test('without a programme the rounds say what holds', async () => {
    const { findings } = await auditOf(fresh());
    const said = findings.filter(({ check }) => check === 'thresholds').map(({ says }) => says);
    expect(said).toContain('campaign "pulse": k = 5 in its newest round');
  });
});

test('a database that is not there is no healthy one', async () => {
  const folder = temporaryFolder();
  await expect(auditOf({ database: join(folder, 'none.db'), keys: folder })).rejects.toThrow();
  expect(existsSync(join(folder, 'none.db'))).toBe(false);
});
