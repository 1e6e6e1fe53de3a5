/** The store contract on PostgreSQL: a real server where there is one, else PGlite, which is its code in this process. */
import { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { afterAll } from 'vitest';
import { postgres, postgresStore } from '../../adapters/store/postgres.ts';
import type { Lone } from '../../adapters/store/postgres-connect.ts';
import { migrate } from '../../adapters/store/postgres-migrate.ts';
import { poolOfOne } from '../support/pglite.ts';
import { empty, findServer, query, type Server } from '../support/postgres.ts';
import { storeContract } from './store.ts';

const server = await findServer();
if (server) await onServer(server);
else onPGlite();

/** In a database of its own, emptied before each test. */
async function onServer(server: Server): Promise<void> {
  const { url, drop } = await server.database();
  const start = () => postgres(url, { tell: () => {} });
  let store = await start();
  afterAll(async () => {
    await store.close();
    await drop();
    await server.stop();
  }, 60_000);
  const again = async () => {
    await store.close();
    store = await start();
    return store;
  };
  const fresh = async () => {
    await empty(url);
    const sql = async (statement: string) => void (await query(url, statement));
    return { store, again, sql };
  };
  storeContract(server.name, fresh, { keeps: true });
}

function onPGlite(): void {
  const lite = new PGlite();
  afterAll(() => lite.close());
  const fresh = async () => {
    await lite.exec('drop schema public cascade; create schema public');
    const pool = poolOfOne(lite);
    const lone: Lone = async (use) => {
      const client = await pool.connect();
      try {
        return await use(client as pg.PoolClient);
      } finally {
        client.release();
      }
    };
    await lone(migrate);
    const store = postgresStore(pool, lone);
    const sql = async (statement: string) => void (await lite.exec(statement));
    return { store, again: async () => store, sql };
  };
  storeContract('PGlite (no PostgreSQL found)', fresh, { keeps: false });
}
