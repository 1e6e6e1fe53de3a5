/** The store contract, on every driver. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach } from 'vitest';
import { sqlite } from '../../adapters/store/sqlite.ts';
import type { Store } from '../../src/ports/store.ts';
import { temporaryFolder } from '../support/folders.ts';
import { storeContract } from './store.ts';

const open = new Set<Store>();
afterEach(async () => {
  for (const store of open) await store.close();
  open.clear();
});

storeContract(
  'SQLite',
  async () => {
    const path = join(temporaryFolder(), 'soundings.db');
    let store = await sqlite(path);
    open.add(store);
    const again = async () => {
      await store.close();
      open.delete(store);
      store = await sqlite(path);
      open.add(store);
      return store;
    };
    const sql = async (statement: string) => {
      const other = new Database(path);
      other.exec(statement);
      other.close();
    };
    return { store, again, sql };
  },
  { keeps: true },
);
