/** The contract of ports/keys.ts, on the key folder. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyFolder } from '../../adapters/keys/folder.ts';
import { temporaryFolder } from '../support/folders.ts';

const bytes = (key: Uint8Array | undefined) => key && Buffer.from(key).toString('hex');
const mode = (path: string) => statSync(path).mode & 0o777;

describe.each([
  ['plain', undefined],
  ['wrapped', 'a secret of the environment'],
])('the key folder, %s', (_, secret) => {
  const folder = () => join(temporaryFolder(), 'deep', 'keys');

  test('keeps a key, for this process and the next', async () => {
    const place = folder();
    const key = randomBytes(32);
    expect(bytes(await keyFolder(place, secret).keep('a-1', key))).toBe(bytes(key));
    expect(bytes(await keyFolder(place, secret).read('a-1'))).toBe(bytes(key));
    expect(keyFolder(place, secret).place).toBe(place);
  });

  test('knows of no key that was not kept, nor of a folder that is not there', async () => {
    const keys = keyFolder(folder(), secret);
    expect(await keys.read('a-1')).toBeUndefined();
    await keys.destroy('a-1');
    await keys.keep('a-1', randomBytes(32));
    expect(await keys.read('a-2')).toBeUndefined();
  });

  test('returns the earlier key of a round, and keeps that', async () => {
    const keys = keyFolder(folder(), secret);
    const first = randomBytes(32);
    await keys.keep('a-1', first);
    expect(bytes(await keys.keep('a-1', randomBytes(32)))).toBe(bytes(first));
    expect(bytes(await keys.read('a-1'))).toBe(bytes(first));
  });

  test('keeps one key of many at once, and gives it to all', async () => {
    const place = folder();
    const tries = Array.from({ length: 20 }, () =>
      keyFolder(place, secret).keep('a-1', randomBytes(32)),
    );
    const kept = await Promise.all(tries);
    expect(new Set(kept.map(bytes)).size).toBe(1);
    expect(readdirSync(place)).toHaveLength(1);
  });

  test('the folder is for its owner only, and so is each file', async () => {
    const place = folder();
    await keyFolder(place, secret).keep('a-1', randomBytes(32));
    expect(mode(place)).toBe(0o700);
    for (const name of readdirSync(place)) expect(mode(join(place, name))).toBe(0o600);
  });

  test('leaves one file a round, and no draft', async () => {
    const place = folder();
    const keys = keyFolder(place, secret);
    for (const round of ['a-1', 'a-2', 'a-1']) await keys.keep(round, randomBytes(32));
    expect(readdirSync(place)).toHaveLength(2);
  });

  test('destroys the key of one round, and leaves those with a name that begins alike', async () => {
    const place = folder();
    const keys = keyFolder(place, secret);
    const rounds = ['a-1', 'a-10', 'a-1.key', 'a', 'ba-1'];
    for (const round of rounds) await keys.keep(round, randomBytes(32));
    await keys.destroy('a-1');
    expect(await keys.read('a-1')).toBeUndefined();
    for (const other of rounds.slice(1)) expect(await keys.read(other), other).toBeDefined();
    await keys.destroy('a-1');
    expect(readdirSync(place)).toHaveLength(4);
  });

  test('destroys the draft that a crash left behind, as it holds the same key', async () => {
    const place = folder();
    const keys = keyFolder(place, secret);
    await keys.keep('a-1', randomBytes(32));
    const [file] = readdirSync(place);
    copyFileSync(join(place, file ?? ''), join(place, `${file}.0123456789abcdef`));
    await keys.destroy('a-1');
    expect(readdirSync(place)).toEqual([]);
  });

  test('a file that is not a key is named in the error, and left as it is', async () => {
    const place = folder();
    const keys = keyFolder(place, secret);
    await keys.keep('a-1', randomBytes(32));
    const file = join(place, readdirSync(place)[0] ?? '');
    for (const content of [Buffer.alloc(0), randomBytes(7), randomBytes(31), randomBytes(400)]) {
      writeFileSync(file, content);
      await expect(keys.read('a-1')).rejects.toThrow(file);
      expect(readFileSync(file).equals(content)).toBe(true);
    }
  });

  test('a round’s name can’t lead out of the folder', async () => {
    const place = folder();
    const keys = keyFolder(place, secret);
    await keys.keep('../../outside', randomBytes(32));
    expect(existsSync(join(place, '..', '..', 'outside.key'))).toBe(false);
    expect(readdirSync(place)).toHaveLength(1);
    expect(await keys.read('../../outside')).toBeDefined();
  });
});

describe('a wrapped key', () => {
  test('does not stand in its file', async () => {
    const place = temporaryFolder();
    const key = randomBytes(32);
    await keyFolder(place, 'right secret').keep('a-1', key);
    const file = readFileSync(join(place, 'a-1.key'));
    expect(file.includes(key)).toBe(false);
    expect(file.includes(key.subarray(0, 8))).toBe(false);
  });

  test('is not opened by another secret: the error names the file, not the secret', async () => {
    const place = temporaryFolder();
    await keyFolder(place, 'right secret').keep('a-1', randomBytes(32));
    const before = readFileSync(join(place, 'a-1.key'));
    for (const wrong of ['wrong secret', undefined]) {
      const error = await keyFolder(place, wrong).read('a-1').catch(String);
      expect(error).toContain(join(place, 'a-1.key'));
      expect(error).not.toMatch(/right secret|wrong secret/);
    }
    await expect(keyFolder(place, 'wrong secret').keep('a-1', randomBytes(32))).rejects.toThrow(
      'a-1.key',
    );
    expect(readFileSync(join(place, 'a-1.key')).equals(before)).toBe(true);
    expect(readdirSync(place)).toEqual(['a-1.key']);
  });

  test('of one key is written differently each time', async () => {
    const key = randomBytes(32);
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    for (const place of [one, other]) await keyFolder(place, 'secret').keep('a-1', key);
    const [a, b] = [one, other].map((place) => readFileSync(join(place, 'a-1.key')));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(false);
  });
});

test('a folder that others may read is made private when a key is put into it', async () => {
  const place = join(temporaryFolder(), 'keys');
  mkdirSync(place);
  chmodSync(place, 0o755);
  await keyFolder(place).keep('a-1', randomBytes(32));
  expect(mode(join(place, 'a-1.key'))).toBe(0o600);
});
