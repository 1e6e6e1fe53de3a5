/** Another program that reads the database while a round is burned: a backup, `soundings doctor`, a curious admin. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { NOON, opened, sealed } from '../contracts/store-fixtures.ts';
import { temporaryFolder } from '../support/folders.ts';

test('a reader that holds on to old pages does not let a burn pass for clean', async () => {
  const path = join(temporaryFolder(), 'soundings.db');
  const store = await sqlite(path);
  await opened(store, ['anna']);
  const secret = sealed('anna');
  await store.box.put([secret], NOON);
  const reader = new Database(path);
  reader.exec('begin');
  reader.prepare('select count(*) from envelope').get();
  await store.rounds.move('pulse-1', 'open', 'closing');
  const nothing = { pools: new Map(), comments: [], ballots: 1, uncounted: 1 };
  await store.results.record('pulse-1', nothing);
  const outcome = await store.results.clean().then(
    () => 'clean',
    () => 'refused',
  );
  const files = readdirSync(dirname(path)).map((name) => readFileSync(join(dirname(path), name)));
  const left = files.some((bytes) => bytes.includes(Buffer.from(secret.envelope)));
  reader.exec('rollback');
  reader.close();
  await store.close();
  // Either nothing is left, or the round must not be taken for burned.
  expect(outcome === 'clean' && left).toBe(false);
});
