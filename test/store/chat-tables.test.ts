/** What only the SQLite file itself can show of the chat tables: upgrades, writes that are left out, and damage. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '../../adapters/store/schema.ts';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { temporaryFolder } from '../support/folders.ts';

const ACCOUNT = { platform: 'slack', team: 'T1', user: 'U1', name: 'Anna', active: true } as const;
const path = () => join(temporaryFolder(), 'soundings.db');

test('a file from before the chat tables gets them, and keeps what is in it', async () => {
  const file = path();
  const raw = new Database(file);
  raw.pragma(`application_id = ${0x536e6467}`);
  const old = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) });
  const { '001-pulse': first } = migrations('sqlite');
  const provider = { getMigrations: async () => (first ? { '001-pulse': first } : {}) };
  expect((await new Migrator({ db: old, provider }).migrateToLatest()).error).toBeUndefined();
  raw.exec(`insert into person (id, name, unit) values ('anna', 'Anna', 'lab')`);
  await old.destroy();
  const store = await sqlite(file);
  await store.accounts.put([{ ...ACCOUNT, timezone: 'Asia/Tokyo' }]);
  await store.accounts.link([{ key: ACCOUNT, person: 'anna' }]);
  const anna = { id: 'anna', name: 'Anna', unit: 'lab', timezone: 'Asia/Tokyo' };
  expect(await store.org.person('anna')).toEqual(anna);
  await store.close();
});

test('an account of which nothing changes is not written', async () => {
  const file = path();
  const store = await sqlite(file);
  const links = [{ key: ACCOUNT, person: 'anna' }];
  await store.accounts.put([ACCOUNT]);
  await store.accounts.link(links);
  await store.accounts.mark(ACCOUNT, { place: 'D1' });
  const reader = new Database(file, { readonly: true });
  // Changes whenever another connection has written.
  const version = () => reader.pragma('data_version', { simple: true });
  const before = version();
  await store.accounts.put([ACCOUNT]);
  await store.accounts.link(links);
  await store.accounts.mark(ACCOUNT, { place: 'D1', reachable: true });
  expect(version()).toBe(before);
  await store.accounts.mark(ACCOUNT, { place: 'D1', reachable: false });
  expect(version()).not.toBe(before);
  reader.close();
  await store.close();
});

test.each(['{', 'null', '[]', '"words"', '{"id":"other","questions":[]}'])(
  'a campaign that reads %s is named',
  async (content) => {
    const file = path();
    const store = await sqlite(file);
    const raw = new Database(file);
    raw.prepare(`insert into campaign values ('our-pulse', 1, 1, ?)`).run(content);
    raw.close();
    await expect(store.campaigns.list()).rejects.toThrow(/^Campaign "our-pulse" can't be read/);
    await store.close();
  },
);
