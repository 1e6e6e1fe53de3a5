/** Opens the store that DATABASE_URL names: a SQLite file, or a PostgreSQL database. */
import { fileURLToPath } from 'node:url';
import type { Store } from '../../src/ports/store.ts';

interface Options {
  /** Where the operator reads what the store waits for. Never given a password or an answer. */
  readonly tell: (line: string) => void;
  /** Refuse a SQLite file that another running program has; a command that only looks need not. */
  readonly alone?: boolean;
}

/** Throws an Error that names DATABASE_URL (or the file) and says what to do. Drivers are loaded when they are needed. */
export async function openStore(url: string, { tell, alone }: Options): Promise<Store> {
  if (/^postgres(ql)?:\/\//i.test(url)) {
    const { postgres } = await import('./postgres.ts');
    return postgres(url, { tell });
  }
  const path = pathOf(url);
  const { sqlite } = await import('./sqlite.ts');
  if (!alone) return sqlite(path);
  const { lockFile } = await import('./lock.ts');
  const lock = lockFile(path);
  try {
    const store = await sqlite(path);
    const close = async () => {
      await store.close();
      lock.release();
    };
    return { ...store, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function pathOf(url: string): string {
  const path = /^file:\/\//i.test(url) ? pathOfUrl(url) : url.replace(/^file:/i, '');
  // A scheme has two letters or more: C:\data is a path.
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(path)?.[1];
  if (scheme) {
    throw new Error(
      `DATABASE_URL: "${scheme}:" is not supported; use file:/path/to/soundings.db or postgres://user:password@host/database.`,
    );
  }
  if (path === '') {
    throw new Error('DATABASE_URL: it is empty; name a file, such as file:/path/to/soundings.db.');
  }
  return path;
}

function pathOfUrl(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new Error(
      'DATABASE_URL: it is no file URL of this machine; write file:/path/to/soundings.db.',
    );
  }
}
