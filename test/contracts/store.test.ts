/** The store contract, on every driver. */
import { join } from 'node:path';
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
    return { store, again };
  },
  { keeps: true },
);
