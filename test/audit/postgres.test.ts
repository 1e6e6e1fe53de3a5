/** The same town in PostgreSQL: its audit finds the same, and what only a server keeps. */
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import Database from 'better-sqlite3';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownTables } from '../../adapters/store/inspect-known.ts';
import { inspectPostgres, postgresInspection } from '../../adapters/store/inspect-postgres.ts';
import { alone, targetOf } from '../../adapters/store/postgres-connect.ts';
import { migrate } from '../../adapters/store/postgres-migrate.ts';
import { audit } from '../../src/audit/audit.ts';
import { keysIn, modesOf } from '../../src/audit-files.ts';
import type { Inspection } from '../../src/ports/inspection.ts';
import { poolOfOne } from '../support/pglite.ts';
import { findServer, query, type Server } from '../support/postgres.ts';
import { healthyFiles, wrong } from './healthy.ts';

interface Place {
  readonly name: string;
  readonly sql: (text: string, values?: readonly unknown[]) => Promise<unknown>;
  readonly look: () => Promise<Inspection>;
  readonly close: () => Promise<void>;
}

async function onServer(server: Server): Promise<Place> {
  const { url, drop } = await server.database();
  await alone(targetOf(url), migrate);
  return {
    name: server.name,
    sql: (text, values) => query(url, text, values),
    look: () => inspectPostgres(url, () => {}),
    close: async () => {
      await drop();
      await server.stop();
    },
  };
}

async function onPGlite(): Promise<Place> {
  const lite = new PGlite();
  const pool = poolOfOne(lite);
  await migrate((await pool.connect()) as pg.PoolClient);
  return {
    name: 'PGlite',
    sql: async (text, values) => {
      // Its one session is the audit's, too, which may only read.
      await lite.exec('set default_transaction_read_only = off');
      return values ? lite.query(text, [...values]) : lite.exec(text);
    },
    look: () => postgresInspection(poolOfOne(lite)),
    close: () => lite.close(),
  };
}

let place: Place;
let keys: string;
beforeAll(async () => {
  const server = await findServer();
  place = await (server ? onServer(server) : onPGlite());
  const { folder } = await healthyFiles();
  keys = join(folder, 'keys');
  const raw = new Database(join(folder, 'database', 'town.db'), { readonly: true });
  for (const table of (await knownTables()).keys()) {
    for (const row of raw.prepare(`select * from ${table}`).all() as Record<string, unknown>[]) {
      const columns = Object.keys(row);
      const places = columns.map((_, i) => `$${i + 1}`);
      const text = `insert into ${table} (${columns.join()}) values (${places.join()})`;
      await place.sql(text, Object.values(row));
    }
  }
  raw.close();
}, 180_000);
afterAll(() => place.close(), 60_000);

async function look() {
  const inspection = await place.look();
  const places = { database: 'postgres://somewhere', keys };
  try {
    return await audit(inspection, {
      keys: (rounds) => keysIn(places, rounds),
      modes: async () => modesOf(places, 'all'),
    });
  } finally {
    await inspection.close();
  }
}

/** What is wrong after these statements, which are taken back. */
async function wrongAfter(damage: string, repair: string): Promise<string[]> {
  await place.sql(damage);
  try {
    return wrong(await look());
  } finally {
    await place.sql(repair);
  }
}

test('a healthy one has nothing wrong, and is told what the server keeps', async () => {
  const audited = await look();
  expect(wrong(audited)).toEqual([]);
  const files = audited.findings.find(({ check }) => check === 'files');
  expect(files?.says).toMatch(/the planner remembers nobody; .*WAL archive off/);
  expect(audited.linkable.join('\n')).toMatch(/write-ahead log, replicas and backups/);
});

test.each([
  ['create table shadow (person text)', 'drop table shadow', /^fault tables: Table "shadow"/],
  [
    'create view look as select * from envelope',
    'drop view look',
    /^fault tables: There is a view look/,
  ],
  [
    'alter table envelope add column arrived text',
    'alter table envelope drop column arrived',
    /^fault tables: Column "arrived"/,
  ],
  [
    'create rule spy as on delete to envelope do also nothing',
    'drop rule spy on envelope',
    /^fault tables: There is a rule spy/,
  ],
  [
    `insert into envelope values ('pulse-2026-11-02', 'north-2', 'team', '')`,
    `delete from envelope where round = 'pulse-2026-11-02'`,
    /^fault rows: 1 sealed envelope of round pulse-2026-11-02/,
  ],
  [
    `update pool set n = n + 1 where round = 'pulse-2026-11-02' and question = 'team'`,
    `update pool set n = n - 1 where round = 'pulse-2026-11-02' and question = 'team'`,
    /^fault pools: pulse-2026-11-02, question "team"/,
  ],
  [
    `update audit set who = who || '!' where position = 0`,
    `update audit set who = rtrim(who, '!') where position = 0`,
    /^fault audit log: .*entry 1 is the first/,
  ],
])('%s', async (damage, repair, says) => {
  expect(await wrongAfter(damage, repair)).toContainEqual(expect.stringMatching(says));
});

test('a planner that remembers who was asked', async () => {
  const remember = (target: number) =>
    `alter table delivery alter column person set statistics ${target}; analyze delivery`;
  const found = await wrongAfter(remember(100), remember(0));
  expect(found).toContainEqual(
    expect.stringMatching(/^fault files: The planner keeps sample values of delivery.person/),
  );
});
