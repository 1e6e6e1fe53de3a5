/** Exit interviews on PostgreSQL: the upgrade, several processes at once, and what its files keep. */
import { randomBytes } from 'node:crypto';
import { Kysely, type Migration, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { postgres } from '../../adapters/store/postgres.ts';
import { migrations } from '../../adapters/store/schema.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  allBallots,
  DOOR,
  NOON,
  plannedLeaver,
  release,
  sealed,
} from '../contracts/store-fixtures.ts';
import { empty, findServer, query, type Server } from '../support/postgres.ts';

const server = await findServer();
const name = server?.name ?? 'PostgreSQL (skipped: none found)';
const NOTHING = { pools: new Map(), comments: [], ballots: 0, uncounted: 0 };

describe.runIf(server)(`exit interviews on ${name}`, async () => {
  const { url, drop } = await (server as Server).database();
  const stores: Store[] = [];
  const start = async () => {
    const store = await postgres(url, { tell: () => {} });
    stores.push(store);
    return store;
  };
  afterAll(async () => {
    for (const store of stores) await store.close();
    await drop();
    await server?.stop();
  }, 60_000);

  test('a database from before the exit tables gets them, and keeps its pools', async () => {
    const pool = new pg.Pool({ connectionString: url });
    const old = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    const { '001-pulse': pulse, '002-chat': chat } = migrations('postgres');
    const older = { '001-pulse': pulse, '002-chat': chat } as Record<string, Migration>;
    const { error } = await new Migrator({
      db: old,
      provider: { getMigrations: async () => older },
      migrationTableSchema: 'public',
      migrationTableName: 'soundings_migration',
      migrationLockTableName: 'soundings_migration_lock',
    }).migrateToLatest();
    expect(error).toBeUndefined();
    await old.destroy();
    await query(
      url,
      `insert into round values ('pulse-1', 'pulse', 1, 'published', 1, 2, 'UTC', 5, '[]', '[]', '', 6, 0);
       insert into pool values ('pulse-1', 'team', 'lab', 6, '[0,1,2,3,0]', '["lab"]')`,
    );
    const store = await start();
    const pools = [{ unit: 'lab', n: 6, tally: [0, 1, 2, 3, 0], from: ['lab'] }];
    expect((await store.results.result('pulse-1'))?.pools).toEqual(new Map([['team', pools]]));
  });

  test('entries of several processes stand in one chain', async () => {
    const processes = [await start(), await start(), await start()];
    const entry = { at: NOON, who: 'hr', did: 'leaver-read', to: 'l' };
    const many = Array.from({ length: 20 }, () =>
      processes.map((each) => each.audit.append(entry)),
    );
    await Promise.all(many.flat());
    expect(await processes[0]?.audit.verify()).toEqual({ entries: 60 });
  });

  test('every interview that was called done is in the count, however the close races with it', async () => {
    const [a, b] = [await start(), await start()];
    let done = 0;
    for (let n = 0; n < 8; n++) {
      await empty(url);
      const people = Array.from({ length: 40 }, (_, i) => `p${i}`);
      const leavers = await Promise.all(people.map((each) => plannedLeaver(a, each)));
      const ends = leavers.map(async ({ id, person }, i) => {
        await a.leavers.choose(id, 'door', 'pooled', [undefined]);
        const pooled = [sealed(person, 'team', { round: DOOR })];
        return (i % 2 ? a : b).leavers.finish(id, 'door', { pooled }, ['open'], NOON);
      });
      await new Promise((resolve) => setTimeout(resolve, 4 * n));
      await a.rounds.move(DOOR, 'open', 'closing');
      const counted = await allBallots(b, DOOR);
      const told = await Promise.all(ends);
      expect(counted).toHaveLength(told.filter((each) => each === 'done').length);
      expect(told.filter((each) => each !== 'done' && each !== 'closed')).toEqual([]);
      done += counted.length;
    }
    // Both sides of the race were run.
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(8 * 40);
  });

  test('a release that is called off among ends and drafts hinders none, and leaves nothing', async () => {
    const [a, b] = [await start(), await start()];
    for (let n = 0; n < 8; n++) {
      await empty(url);
      const people = Array.from({ length: 30 }, (_, i) => `p${i}`);
      const leavers = await Promise.all(people.map((each) => plannedLeaver(a, each)));
      for (const { id } of leavers) await a.leavers.choose(id, 'door', 'pooled', [undefined]);
      const work = leavers.flatMap(({ id, person }) => {
        const pooled = [sealed(person, 'team', { round: DOOR })];
        return [
          b.leavers.keepDraft(id, 'door', randomBytes(2000)),
          a.leavers.finish(id, 'door', { pooled }, ['open'], NOON),
          b.leavers.keepDraft(id, 'door', randomBytes(2000)),
        ];
      });
      await new Promise((resolve) => setTimeout(resolve, 3 * n));
      await b.results.discard(DOOR);
      await Promise.all(work);
      expect(await a.box.size(DOOR)).toBe(0);
      expect(await query(url, 'select leaver from exit_draft')).toEqual([]);
      expect((await a.leavers.list()).filter(({ door }) => door !== undefined)).toEqual([]);
    }
  });

  test('cleaning leaves no trace of what was deleted, and the planner remembers no leaver', async () => {
    await empty(url);
    const store = await start();
    const next = 'exit-2027-q1';
    await store.rounds.open(release(next), []);
    const secrets: Buffer[] = [];
    const secret = () => {
      const bytes = randomBytes(4000);
      secrets.push(bytes);
      return bytes;
    };
    for (const person of ['anna', 'ben']) {
      const { id } = await plannedLeaver(store, person);
      await store.leavers.choose(id, 'door', 'named', [undefined]);
      await store.leavers.keepDraft(id, 'door', secret());
      if (person === 'anna') continue;
      await store.leavers.finish(id, 'door', { named: secret() }, ['open'], NOON);
      const pooled = [sealed(person, 'words', { round: DOOR, envelope: secret() })];
      await store.leavers.finish(id, 'door', { pooled }, ['named'], NOON);
    }
    await query(url, 'analyze');
    await store.rounds.move(DOOR, 'open', 'closing');
    await store.results.record(DOOR, NOTHING, { into: next, sealed: secret() });
    await store.results.discard(next);
    const found = (files: Buffer) => secrets.filter((each) => files.includes(each.subarray(8, 40)));
    expect(found(await filesOf(url)).length).toBeGreaterThan(0);
    await store.results.clean();
    expect(found(await filesOf(url))).toEqual([]);
    await query(url, 'analyze');
    const remembered = await query(
      url,
      `select tablename, attname from pg_stats where schemaname = 'public'
        and tablename in ('leaver', 'exit_draft', 'exit_record', 'carried')
        and attname in ('id', 'person', 'name', 'unit', 'access', 'door', 'later', 'leaver', 'sealed')`,
    );
    expect(remembered).toEqual([]);
  });
});

/** Every byte in the files of this database. */
async function filesOf(url: string): Promise<Buffer> {
  await query(url, 'checkpoint');
  const rows = await query<{ content: Buffer | null }>(
    url,
    `select pg_read_binary_file(path || file, 0, 1 << 26, true) as content
       from (select 'base/' || oid || '/' as path from pg_database
              where datname = current_database()) folder, pg_ls_dir(path) as file`,
  );
  return Buffer.concat(rows.flatMap(({ content }) => (content ? [content] : [])));
}
