/** Private keys as files in a folder of their own, mode 0600, wrapped by a secret from the environment if there is one. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyRing } from '../../src/ports/keys.ts';

/** Keys in `folder`. With `secret` (SOUNDINGS_KEY_SECRET) each file is encrypted: a copied folder opens nothing. */
export function keyFolder(folder: string, secret?: string): KeyRing {
  const fileOf = (round: string) => join(folder, `${encodeURIComponent(round)}.key`);
  const wrap = wrapping(secret);

  const read = async (round: string): Promise<Uint8Array | undefined> => {
    const file = fileOf(round);
    const bytes = await readFile(file).catch((error) => {
      if (error.code === 'ENOENT') return undefined;
      throw new Error(`Key file ${file} can't be read (${error.code}). Check its permissions.`);
    });
    return bytes && wrap.open(bytes, file);
  };

  return {
    place: folder,
    read,

    async keep(round, secretKey) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = fileOf(round);
      const draft = `${file}.${randomBytes(8).toString('hex')}`;
      await writeDurably(draft, wrap.close(secretKey));
      // A link fails where the name is taken: of two processes that open the same round, one key stays.
      await link(draft, file).catch((error) => {
        if (error.code !== 'EEXIST') throw error;
        return overwrite(draft);
      });
      await rm(draft);
      await syncFolder(folder);
      const kept = await read(round);
      if (!kept) throw new Error(`Key file ${file} vanished while it was written.`);
      return kept;
    },

    async destroy(round) {
      const file = fileOf(round);
      for (const name of await readdir(folder).catch(() => [])) {
        const each = join(folder, name);
        if (each !== file && !isDraft(each, file)) continue;
        // Two may destroy it at once: what the other has removed already is gone.
        await overwrite(each).catch((error) => {
          if (error.code !== 'ENOENT') throw error;
        });
        await rm(each, { force: true });
      }
      await syncFolder(folder).catch(() => undefined);
    },
  };
}

/** What a crash while a key was written may have left: the file's name with sixteen hex digits. */
function isDraft(path: string, file: string): boolean {
  return path.startsWith(`${file}.`) && /^[0-9a-f]{16}$/.test(path.slice(file.length + 1));
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Zeros over a file's bytes: what is left on a disk that writes in place. */
async function overwrite(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    await handle.write(Buffer.alloc(size), 0, size, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const IV = 12;
const AUTH = 16;

function wrapping(secret: string | undefined) {
  if (secret === undefined) {
    return {
      close: (key: Uint8Array) => key,
      open: (bytes: Uint8Array, file: string) => {
        if (bytes.length !== 32) throw notAKey(file);
        return bytes;
      },
    };
  }
  const key = createHash('sha256').update(secret).digest();
  return {
    close: (plain: Uint8Array) => {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (bytes: Uint8Array, file: string) => {
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV));
        cipher.setAuthTag(bytes.subarray(bytes.length - AUTH));
        const plain = cipher.update(bytes.subarray(IV, bytes.length - AUTH));
        return Buffer.concat([plain, cipher.final()]);
      } catch {
        throw notAKey(file);
      }
    },
  };
}

function notAKey(file: string): Error {
  return new Error(
    `Key file ${file} is not a key, or was wrapped with another SOUNDINGS_KEY_SECRET. Restore the file or the secret.`,
  );
}
