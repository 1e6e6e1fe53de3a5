/** A database file that can't be used: a sentence that names it and says what to do, and not a byte changed. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { minutes, NOON, opened, person, sealed, UNITS } from '../contracts/store-fixtures.ts';
import { temporaryFolder } from '../support/folders.ts';
import { OWNER, unprivileged } from '../support/unprivileged.ts';

/** A sound database with enough in it for several kinds of pages, closed. */
async function filled(folder = temporaryFolder()): Promise<string> {
  const path = join(folder, 'soundings.db');
  const store = await sqlite(path);
  const people = Array.from({ length: 400 }, (_, i) => person(`p${i}`));
  await store.org.replace({ people, units: UNITS }, NOON);
  await opened(
    store,
    people.map(({ id }) => id),
  );
  await Promise.all(people.map(({ id }) => store.box.put([sealed(id)], NOON)));
  await store.close();
  return path;
}

/** The error of opening a file, after checking that it was left exactly as it was. */
async function refusal(path: string, open = () => sqlite(path)): Promise<string> {
  const before = readFileSync(path);
  const outcome = await open().then(
    async (store) => {
      await store.close();
      return 'opened';
    },
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  expect(readFileSync(path).equals(before), 'the file is unchanged').toBe(true);
  return outcome;
}

function overwrite(path: string, from: number, bytes: Buffer): void {
  const all = readFileSync(path);
  bytes.copy(all, from);
  writeFileSync(path, all);
}

describe('a torn file', () => {
  test.each([0.2, 0.5, 0.9])('cut off at %f of its length', async (share) => {
    const path = await filled();
    truncateSync(path, Math.floor(statSync(path).size * share));
    const told = await refusal(path);
    expect(told).toContain(`Database ${path}`);
    expect(told).toMatch(/damaged.*(restore|backup)|(restore|backup).*damaged/i);
  });

  test('cut off in the middle of its header', async () => {
    const path = await filled();
    truncateSync(path, 60);
    expect(await refusal(path)).toMatch(/Database .*soundings\.db: .*(damaged|not a database)/);
  });

  test('with a header of garbage', async () => {
    const path = await filled();
    overwrite(path, 0, Buffer.alloc(100, 0xa5));
    const told = await refusal(path);
    expect(told).toContain(`Database ${path}`);
    expect(told).toMatch(/not a database.*restore a backup or move it away/);
  });

  test('with every other page full of garbage', async () => {
    const path = await filled();
    const size = statSync(path).size;
    for (let page = 4096; page < size; page += 8192)
      overwrite(path, page, Buffer.alloc(4096, 0x5a));
    const told = await refusal(path);
    expect(told).toContain(`Database ${path}`);
    expect(told).toMatch(/damaged/);
    expect(told).toMatch(/restore|backup/);
  });

  test('with two pages in each other’s place', async () => {
    const path = await filled();
    const all = readFileSync(path);
    const [a, b] = [all.subarray(4096 * 2, 4096 * 3), all.subarray(4096 * 9, 4096 * 10)];
    const [first, second] = [Buffer.from(a), Buffer.from(b)];
    overwrite(path, 4096 * 2, second);
    overwrite(path, 4096 * 9, first);
    expect(await refusal(path)).toMatch(/Database .*soundings\.db: .*damaged/);
  });

  test('that is text', async () => {
    const path = join(temporaryFolder(), 'soundings.db');
    writeFileSync(path, 'person,unit\nanna,lab\n'.repeat(100));
    expect(await refusal(path)).toMatch(/Database .*: it is not a database/);
  });
});

describe('a file that is not ours', () => {
  test('another program’s database', async () => {
    const path = join(temporaryFolder(), 'other.db');
    const raw = new Database(path);
    raw.exec('create table notes (text); insert into notes values (1)');
    raw.close();
    const told = await refusal(path);
    expect(told).toContain(`Database ${path}`);
    expect(told).toMatch(/another program/);
    expect(readdirSync(dirname(path))).toEqual(['other.db']);
  });

  test('another program’s database with a table of the same name', async () => {
    const path = join(temporaryFolder(), 'other.db');
    const raw = new Database(path);
    raw.exec('create table person (id text primary key)');
    raw.pragma('application_id = 7');
    raw.close();
    expect(await refusal(path)).toMatch(/another program/);
  });

  test('one written by a newer Soundings', async () => {
    const path = await filled();
    const raw = new Database(path);
    raw.exec(`insert into kysely_migration values ('999-later', '2030-01-01T00:00:00Z')`);
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
    const told = await refusal(path);
    expect(told).toContain(`Database ${path}`);
    expect(told).toMatch(/newer Soundings/);
  });

  test('a folder', async () => {
    const path = temporaryFolder();
    await expect(sqlite(path)).rejects.toThrow(`Database ${path}: `);
  });

  test.each(['soundings.db', 'deep/soundings.db'])(
    'a path below a file: file/%s',
    async (below) => {
      const file = join(temporaryFolder(), 'file');
      writeFileSync(file, 'not a folder');
      const error = await sqlite(join(file, below)).catch(String);
      expect(error).toContain(`Database ${join(file, below)}`);
      expect(error).toMatch(/not a folder/);
      expect(readFileSync(file, 'utf8')).toBe('not a folder');
    },
  );
});

describe('a file that can’t be written', () => {
  function give(path: string): void {
    for (let at = path; at.includes('soundings-test-'); at = dirname(at))
      chownSync(at, OWNER, OWNER);
  }

  test('is named, with what to do', async () => {
    const path = await filled();
    give(path);
    chmodSync(path, 0o400);
    chmodSync(dirname(path), 0o500);
    const told = await refusal(path, () => unprivileged(() => sqlite(path)));
    chmodSync(dirname(path), 0o700);
    expect(told).toContain(`Database ${path}`);
    expect(told).toMatch(/permissions/);
  });

  test('a read-only folder, in which a new one would be made', async () => {
    const folder = temporaryFolder();
    give(folder);
    chmodSync(folder, 0o500);
    const path = join(folder, 'soundings.db');
    const error = await unprivileged(() => sqlite(path)).catch(String);
    const deep = join(folder, 'deep', 'soundings.db');
    const deeper = await unprivileged(() => sqlite(deep)).catch(String);
    chmodSync(folder, 0o700);
    expect(error).toContain(`Database ${path}`);
    expect(error).toMatch(/permissions/);
    expect(deeper).toContain(`Database ${deep}`);
    expect(deeper).toMatch(/permissions/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('another’s file', async () => {
    const path = await filled();
    give(dirname(path));
    if (OWNER !== process.getuid?.()) chmodSync(path, 0o600);
    else chmodSync(path, 0o000);
    const error = await unprivileged(() => sqlite(path)).catch(String);
    chmodSync(path, 0o600);
    expect(error).toContain(`Database ${path}`);
    expect(error).toMatch(/permissions/);
  });
});

describe('a new file', () => {
  test('is made together with its folders, which are for its owner only', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'some', 'where', 'soundings.db');
    const store = await sqlite(path);
    await store.close();
    expect(existsSync(path)).toBe(true);
    expect(statSync(join(folder, 'some', 'where')).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('is for its owner only from the start, and so is all that lies beside it', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    const before = process.umask(0o022);
    const store = await sqlite(join(folder, 'soundings.db'));
    process.umask(before);
    await store.org.replace({ people: [person('anna')], units: UNITS }, NOON);
    const modes = readdirSync(folder).map((name) => [
      name,
      statSync(join(folder, name)).mode & 0o777,
    ]);
    await store.close();
    expect(modes.length).toBeGreaterThan(1);
    expect(modes).toEqual(modes.map(([name]) => [name, 0o600]));
  });

  test('may be an empty one that is there already', async () => {
    const path = join(temporaryFolder(), 'soundings.db');
    writeFileSync(path, '');
    const store = await sqlite(path);
    expect(await store.org.load()).toEqual({ people: [], units: [] });
    await store.close();
  });
});

/** A disk of 600 kB, where this system lets us have one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=900k', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

describe('a full disk', () => {
  const disk = smallDisk();
  afterAll(() => {
    if (disk === undefined) return;
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true });
  });

  test.skipIf(disk === undefined)(
    disk === undefined
      ? 'is not tried: this user may not mount a small disk'
      : 'takes what it can, says that it is full, and loses nothing that it said was sealed',
    async () => {
      const path = join(disk ?? '', 'soundings.db');
      const store = await sqlite(path);
      const people = Array.from({ length: 60 }, (_, i) => `p${i}`);
      await opened(store, people);
      await store.box.put([sealed('p0')], NOON);
      writeFileSync(join(disk ?? '', 'ballast'), '');
      let ballast = 0;
      try {
        for (; ; ballast += 4096) {
          writeFileSync(join(disk ?? '', 'ballast'), Buffer.alloc(4096), { flag: 'a' });
        }
      } catch {
        // Full.
      }
      expect(ballast).toBeGreaterThan(0);
      const outcomes = await Promise.allSettled(
        people.map((id) =>
          store.box.put([sealed(id, 'words', { envelope: Buffer.alloc(2120, 7) })], minutes(1)),
        ),
      );
      const refused = outcomes.filter(({ status }) => status === 'rejected');
      expect(refused.length).toBeGreaterThan(0);
      const [first] = refused as PromiseRejectedResult[];
      expect(String(first?.reason)).toMatch(/full/i);
      expect(await store.box.size('pulse-1')).toBe(1 + outcomes.length - refused.length);
      await store.close().catch(() => undefined);
      writeFileSync(join(disk ?? '', 'ballast'), '');
      const again = await sqlite(path);
      expect(await again.box.sealed('pulse-1', 'p0')).toContain('team');
      expect(await again.box.put([sealed('p1')], minutes(1))).toBe('sealed');
      await again.close();
    },
  );
});
