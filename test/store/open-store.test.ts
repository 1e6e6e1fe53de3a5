/** DATABASE_URL chooses the store. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { temporaryFolder } from '../support/folders.ts';

const options = { tell: () => {} };

test('a path, file: and file:// open a SQLite file', async () => {
  const folder = temporaryFolder();
  const urls = {
    a: join(folder, 'a.db'),
    b: `file:${join(folder, 'b.db')}`,
    c: pathToFileURL(join(folder, 'c.db')).href,
  };
  for (const [name, url] of Object.entries(urls)) {
    const store = await openStore(url, options);
    expect(await store.rounds.list({})).toEqual([]);
    await store.close();
    expect(existsSync(join(folder, `${name}.db`))).toBe(true);
  }
});

test.each([
  'mysql://me:hush@host/db',
  'http://me:hush@host/',
  'file:',
  '',
  'file://elsewhere/x.db',
  'postgres://me:hush@host:port/db',
])('%j is refused with the name of the variable and without its password', async (url) => {
  const refusal = openStore(url, options);
  await expect(refusal).rejects.toThrow(/^DATABASE_URL: /);
  await expect(refusal).rejects.not.toThrow(/hush/);
});
