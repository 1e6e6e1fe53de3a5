/** One program a SQLite file: the second is refused with a clear sentence, and a dead one is in nobody's way. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { lockFile } from '../../adapters/store/lock.ts';
import { openStore } from '../../adapters/store/open-store.ts';
import { folderWith, soundings, until } from '../cli/command.ts';
import { temporaryFolder } from '../support/folders.ts';

const COMMAND = fileURLToPath(new URL('../../bin/soundings.mjs', import.meta.url));
const REFUSAL = /another Soundings uses it\. Stop that one first/;
const timeout = 60_000;
const FILES = {
  'people.csv': 'person,name,unit\np1,Ada,all\np2,Ben,all\np3,Cleo,all\n',
  'units.csv': 'unit,name,parent,manager\nall,Harbour Works,,p1\n',
  'soundings.yaml':
    'organisation:\n  name: Harbour Works\n  timezone: Europe/Berlin\ncampaigns:\n  - id: pulse\n',
};
/** A Wednesday: a round is open. */
const NOW = { SOUNDINGS_NOW: '2026-11-18T10:00:00Z' };

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Starts the program and waits until it runs. */
async function run(folder: string): Promise<{ kill(): Promise<void> }> {
  const plain = Object.entries(process.env).filter(
    ([name]) => !/^(SOUNDINGS_.*|PORT|HOST|DATABASE_URL|NODE_OPTIONS|VITEST.*)$/.test(name),
  );
  const env = { ...Object.fromEntries(plain), ...NOW, PORT: '0' };
  const child = spawn(process.execPath, [COMMAND], { cwd: folder, env, stdio: 'pipe' });
  running.push(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await until(() => {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${said}`);
    return said.includes('Soundings runs') ? true : undefined;
  });
  return {
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

// The first run builds what has changed.
beforeAll(async () => {
  await soundings(folderWith(), ['--help']);
}, timeout);

test(
  'a second program on the same file is refused; commands that look are not; after a kill -9 it starts',
  async () => {
    const folder = folderWith(FILES);
    const first = await run(folder);
    const second = await soundings(folder, ['start'], NOW);
    expect(second.status).toBe(1);
    expect(second.err).toMatch(REFUSAL);
    expect(second.err).toContain(join(folder, '.soundings', 'database', 'soundings.db'));
    expect(second.err.trim().split('\n')).toHaveLength(1);
    const list = await soundings(folder, ['round', 'list'], NOW);
    expect(list).toMatchObject({ status: 0, err: '' });
    expect(list.out).toMatch(/pulse-2026-11-16 {2}open/);

    await first.kill();
    const third = await run(folder);
    await third.kill();
  },
  timeout,
);

test('the lock of one file is held once, and had again when it is released', () => {
  const file = join(temporaryFolder(), 'one.db');
  const lock = lockFile(file);
  expect(() => lockFile(file)).toThrow(REFUSAL);
  expect(() => lockFile(file)).toThrow(file);
  const other = lockFile(join(temporaryFolder(), 'other.db'));
  lock.release();
  lockFile(file).release();
  other.release();
});

test('only a program that wants to be alone takes the lock, and its close gives it back', async () => {
  const file = join(temporaryFolder(), 'one.db');
  const tell = () => {};
  const first = await openStore(file, { tell, alone: true });
  await expect(openStore(file, { tell, alone: true })).rejects.toThrow(REFUSAL);
  const looking = await openStore(file, { tell });
  expect(await looking.rounds.list({})).toEqual([]);
  await looking.close();
  expect(await first.rounds.list({})).toEqual([]);
  await first.close();
  const next = await openStore(file, { tell, alone: true });
  await next.close();
});

test('a file that another program has is not touched: a newer program does not migrate it', async () => {
  const file = join(temporaryFolder(), 'one.db');
  const lock = lockFile(file);
  await expect(openStore(file, { tell: () => {}, alone: true })).rejects.toThrow(REFUSAL);
  expect(existsSync(file)).toBe(false);
  lock.release();
});
