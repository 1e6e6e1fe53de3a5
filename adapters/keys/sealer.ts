/** Seals what must lie in the database unreadable, such as a workspace's tokens, with the secret of the environment. */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

export interface Sealer {
  seal(plain: Uint8Array): Uint8Array;
  /** Throws an Error that names SOUNDINGS_KEY_SECRET if it was sealed with another secret, or is damaged. */
  open(sealed: Uint8Array): Uint8Array;
}

const IV = 12;
const AUTH = 16;

/** AES-256-GCM; the key is derived once, when it is first needed. */
export function sealer(secret: string): Sealer {
  let derived: Buffer | undefined;
  const key = () => {
    if (secret === '') throw new Error('SOUNDINGS_KEY_SECRET is needed to keep tokens. Set it.');
    derived ??= scryptSync(secret, 'soundings installations', 32);
    return derived;
  };
  return {
    seal(plain) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key(), iv);
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed) {
      try {
        const cipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, IV));
        cipher.setAuthTag(sealed.subarray(sealed.length - AUTH));
        const plain = cipher.update(sealed.subarray(IV, sealed.length - AUTH));
        return Buffer.concat([plain, cipher.final()]);
      } catch (cause) {
        throw new Error(
          'What was kept for a workspace can’t be opened: SOUNDINGS_KEY_SECRET has changed. Restore it, or install the app again.',
          { cause },
        );
      }
    },
  };
}
