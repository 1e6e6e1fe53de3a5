/** The exit tables: upgrades from before there were any, and what their files keep. */
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, type Migration, Migrator, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '../../adapters/store/schema.ts';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { DOOR, NOON, plannedLeaver, RESULT, release, sealed } from '../contracts/store-fixtures.ts';
import { filesOf, holding } from '../support/bytes.ts';
import { temporaryFolder } from '../support/folders.ts';

const path = () => join(temporaryFolder(), 'soundings.db');

/** A file as 002-chat left it, with a counted round and a delivery. */
async function before(file: string): Promise<void> {
  const raw = new Database(file);
  raw.pragma(`application_id = ${0x536e6467}`);
  const old = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) });
  const { '001-pulse': pulse, '002-chat': chat } = migrations('sqlite');
  const older = { '001-pulse': pulse, '002-chat': chat } as Record<string, Migration>;
  const provider = { getMigrations: async () => older };
  expect((await new Migrator({ db: old, provider }).migrateToLatest()).error).toBeUndefined();
  raw.exec(`
    insert into round values ('pulse-1', 'pulse', 1, 'published', 1, 2, 'UTC', 5, '[]', '[]', x'00', 21, 3);
    insert into pool values ('pulse-1', 'team', 'lab', 6, '[0,1,2,3,0]', '["lab"]');
    insert into pool values ('pulse-1', 'team', 'firm', 5, '[5,0,0,0,0]', '["firm","shop"]');
    insert into pool values ('pulse-1', 'pay', 'lab', 5, '[0,0,0,0,5]', '["lab"]');
    insert into delivery values ('d1', 'pulse-2', 'anna', 'lab', 'question', ${NOON.getTime()}, 'planned', 0, 0, 0, null)`);
  await old.destroy();
}

test('a file from before the exit tables gets them, and keeps its pools and deliveries', async () => {
  const file = path();
  await before(file);
  const store = await sqlite(file);
  const { pools } = (await store.results.result('pulse-1')) ?? {};
  expect([...(pools ?? [])].toSorted()).toEqual(
    [...RESULT.pools]
      .map(([id, some]) => [id, some.toSorted((a, b) => a.unit.localeCompare(b.unit))])
      .toSorted(),
  );
  const delivery = await store.deliveries.get('d1');
  expect(delivery).toMatchObject({ person: 'anna', sendAt: NOON });
  expect(delivery).not.toHaveProperty('jobFamily');
  const anna = await plannedLeaver(store, 'anna');
  expect((await store.leavers.of('anna'))?.id).toBe(anna.id);
  await store.close();
});

test('an upgrade that was cut off after its tables were made is taken up again', async () => {
  const file = path();
  await before(file);
  await (await sqlite(file)).close();
  const raw = new Database(file);
  raw.exec(`delete from kysely_migration where name >= '003-exit'`);
  raw.close();
  const store = await sqlite(file);
  expect((await store.results.result('pulse-1'))?.pools.size).toBe(2);
  await store.close();
});

test('an upgrade that fails leaves the file as it was, and can be repeated', async () => {
  const file = path();
  await before(file);
  const raw = new Database(file);
  raw.exec('create table pool_before (in_the_way text)');
  await expect(sqlite(file)).rejects.toThrow('pool_before');
  expect(raw.prepare('select count(*) from pool').pluck().get()).toBe(3);
  raw.exec('drop table pool_before');
  raw.close();
  const store = await sqlite(file);
  expect((await store.results.result('pulse-1'))?.pools.size).toBe(2);
  await store.close();
});

test('no table that holds what leavers gave has row ids, which would keep their order', async () => {
  const file = path();
  await (await sqlite(file)).close();
  const raw = new Database(file, { readonly: true });
  const withoutRowid = raw
    .prepare(`select name from pragma_table_list where wr = 1`)
    .pluck()
    .all() as string[];
  raw.close();
  for (const name of ['leaver', 'exit_draft', 'exit_record', 'carried', 'pool', 'envelope']) {
    expect(withoutRowid).toContain(name);
  }
});

test('cleaning leaves no trace of drafts, records and carried envelopes that were deleted', async () => {
  const file = path();
  const store = await sqlite(file);
  const secrets: Uint8Array[] = [];
  const secret = () => {
    const bytes = randomBytes(33_000);
    secrets.push(bytes);
    return bytes;
  };
  const next = 'exit-2027-q1';
  await store.rounds.open(release(next), []);
  for (const person of ['anna', 'ben', 'cleo']) {
    const { id } = await plannedLeaver(store, person);
    await store.leavers.choose(id, 'door', 'named', [undefined]);
    await store.leavers.keepDraft(id, 'door', secret());
    await store.leavers.keepDraft(id, 'door', secret());
    if (person === 'anna') continue;
    await store.leavers.finish(id, 'door', { named: secret() }, ['open'], NOON);
    const pooled = [sealed(person, 'words', { round: DOOR, envelope: secret() })];
    if (person === 'ben') await store.leavers.finish(id, 'door', { pooled }, ['named'], NOON);
    else await store.leavers.withdraw(id);
  }
  const nothing = { pools: new Map(), comments: [], ballots: 0, uncounted: 0 };
  await store.rounds.move(DOOR, 'open', 'closing');
  await store.results.record(DOOR, nothing, { into: next, sealed: secret() });
  await store.results.discard(next);
  const unclean = filesOf(dirname(file));
  expect(secrets.some((each) => holding(unclean, each.subarray(100, 132)).length > 0)).toBe(true);
  await store.results.clean();
  const files = filesOf(dirname(file));
  for (const each of secrets) expect(holding(files, each.subarray(100, 132))).toEqual([]);
  await store.close();
});
