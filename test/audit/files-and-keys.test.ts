/** What must not be beneath and beside the database is found: traces in files, loose permissions, keys. */
import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { PEOPLE } from '../support/town-people.ts';
import { auditOf, type Copy, copyOf, healthyFiles, openRound, wrong } from './healthy.ts';

let healthy: Awaited<ReturnType<typeof healthyFiles>>;
beforeAll(async () => {
  healthy = await healthyFiles();
}, 180_000);

const BURNED = 'pulse-2026-11-02';
const fresh = () => copyOf(healthy.folder);

/** What the audit says of a copy that `damage` was done to. */
async function wrongAfter(damage: (copy: Copy) => void): Promise<string[]> {
  const copy = copyOf(healthy.folder);
  damage(copy);
  return wrong(await auditOf(copy, healthy.programme));
}

describe('files', () => {
  test('what another program deleted is found in the bytes, and so are its free pages', async () => {
    const found = await wrongAfter(({ database }) => {
      const raw = new Database(database);
      raw.pragma('secure_delete = off');
      const put = raw.prepare(`insert into envelope values (?, ?, 'team', randomblob(3000))`);
      for (const { id } of PEOPLE) put.run(BURNED, id);
      raw.prepare('delete from envelope where round = ?').run(BURNED);
      raw.pragma('wal_checkpoint(TRUNCATE)');
      raw.close();
    });
    expect(found).toEqual([
      expect.stringMatching(
        /^fault files: .*still holds \d+ traces? of ballots or deliveries of round pulse-2026-11-02/,
      ),
      expect.stringMatching(/^warning files: \d+ free pages? of .* hold deleted rows/),
    ]);
  });

  test('what is in the write-ahead log only is found, too', async () => {
    const copy = fresh();
    const raw = new Database(copy.database);
    raw.pragma('wal_autocheckpoint = 0');
    raw.prepare(`insert into envelope values (?, 'north-2', 'team', zeroblob(80))`).run(BURNED);
    raw.prepare('delete from envelope where round = ?').run(BURNED);
    const found = wrong(await auditOf(copy, healthy.programme));
    raw.close();
    expect(found).toEqual([expect.stringMatching(/^fault files: .*round pulse-2026-11-02/)]);
  });
});

describe('what is no trace', () => {
  test('rows of other tables that begin alike', async () => {
    const found = await wrongAfter(({ sql }) => {
      // A unit called as a person, an action that begins as a question.
      sql(
        `insert into decision values ('hana', '${BURNED}', 'north-2', 'team-talk', 'will-do', 1)`,
      );
      sql(`insert into digest values ('${BURNED}', 'north-2', 'team')`);
      sql(`delete from digest where reader = 'north-2'`);
    });
    expect(found).toEqual([]);
  });
});

describe('permissions', () => {
  test.each([
    ['database/town.db', 0o644, 'fault permissions: The database '],
    ['database', 0o755, 'warning permissions: The database folder '],
    ['keys', 0o750, 'fault permissions: The key folder '],
    ['keys/leavers', 0o755, 'fault permissions: The key folder '],
    ['keys/exit-2027-q1.key', 0o640, 'fault permissions: The key '],
  ])('%s with mode %o', async (path, mode, says) => {
    const found = await wrongAfter(({ folder }) => chmodSync(join(folder, path), mode));
    expect(found).toContainEqual(expect.stringContaining(says));
    for (const each of found) expect(each).toMatch(/Run: chmod [67]00 /);
  });
});

describe('keys', () => {
  const key = (copy: Copy, name: string) => join(copy.keys, `${name}.key`);
  const damaged = async (damage: (copy: Copy) => void) => {
    const found = await wrongAfter(damage);
    expect(found).toHaveLength(1);
    return found[0];
  };

  test('one that is missing', async () => {
    expect(await damaged((copy) => rmSync(key(copy, openRound(copy))))).toMatch(
      /^fault keys: The key of open round .* can't be counted/,
    );
  });

  test('one that should be destroyed', async () => {
    const leftover = (copy: Copy) =>
      writeFileSync(key(copy, BURNED), Buffer.alloc(32), { mode: 0o600 });
    expect(await damaged(leftover)).toMatch(
      /^fault keys: There is still a key for round .*published/,
    );
  });

  test('one of another round, and one that is none', async () => {
    expect(
      await damaged((copy) => cpSync(key(copy, 'exit-2027-q1'), key(copy, openRound(copy)))),
    ).toMatch(/is of another round/);
    expect(await damaged((copy) => writeFileSync(key(copy, openRound(copy)), 'x'))).toMatch(
      /is no key, or wrapped otherwise/,
    );
  });

  test('a file that is no key', async () => {
    const stray = (copy: Copy) =>
      writeFileSync(join(copy.keys, 'copy of keys.zip'), '', { mode: 0o600 });
    expect(await damaged(stray)).toMatch(/^warning keys: "copy of keys.zip"/);
  });

  test('a leaver’s that is missing, and one that is needed no more', async () => {
    const [named] = fresh().rows(`select id from leaver where door = 'named'`);
    const [ended] = fresh().rows('select id from leaver where door is null');
    expect(await damaged((copy) => rmSync(key(copy, `leavers/${named?.id}`)))).toMatch(
      /^fault keys: The key of leaver /,
    );
    const needless = (copy: Copy) =>
      writeFileSync(key(copy, `leavers/${ended?.id}`), Buffer.alloc(32), { mode: 0o600 });
    expect(await damaged(needless)).toMatch(/^fault keys: There is still a key for leaver /);
  });

  test('keys beside the database, even by way of a link', async () => {
    const copy = fresh();
    const keys = join(copy.folder, 'database', 'keys');
    cpSync(copy.keys, keys, { recursive: true });
    chmodSync(keys, 0o700);
    const found = wrong(await auditOf({ ...copy, keys }, healthy.programme), 'keys');
    expect(found).toEqual([expect.stringContaining('Keys lie beside the database')]);
  });
});
