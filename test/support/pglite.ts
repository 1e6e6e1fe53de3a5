/** PGlite, PostgreSQL in the process, behind the face of a pool of one connection. */
import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';

interface Query {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** A pool that lends its one connection to one at a time. */
export function poolOfOne(lite: PGlite): pg.Pool {
  let last: Promise<unknown> = Promise.resolve();
  const connect = async () => {
    const before = last;
    const { promise, resolve } = withResolvers();
    last = promise;
    await before;
    return new Lent(lite, resolve);
  };
  const pool = {
    connect,
    async query(query: Query) {
      const lent = await connect();
      try {
        return await lent.query(query);
      } finally {
        lent.release();
      }
    },
    end: async () => {
      await last;
    },
  };
  return pool as unknown as pg.Pool;
}

class Lent extends EventEmitter {
  readonly release: () => void;
  readonly #lite: PGlite;

  constructor(lite: PGlite, release: () => void) {
    super();
    this.#lite = lite;
    this.release = release;
  }

  async query(query: string | Query, values: readonly unknown[] = []) {
    const { text, values: given = values } = typeof query === 'string' ? { text: query } : query;
    const { rows, affectedRows } = await this.#lite.query(text, [...given], {
      parsers: { 20: Number },
      onNotice: (notice) => this.emit('notice', notice),
    });
    const command = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '';
    return { rows, command, rowCount: affectedRows ?? 0 };
  }
}

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
