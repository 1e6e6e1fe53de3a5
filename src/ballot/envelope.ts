/**
 * The inner envelope, of fixed size. Anybody can seal, only the round's private key opens: an ephemeral public key, a nonce,
 * and libsodium's secret box under the key that `crypto_kx` agrees on between the two.
 */
import { createHash } from 'node:crypto';
import sodium from 'sodium-native';
import type { Answer } from '../survey/answer.ts';
import type { Question } from '../survey/question.ts';

export interface RoundKeys {
  /** 32 bytes each (X25519). */
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** Plaintext sizes in bytes; the kind of the question, which everyone knows, decides which. */
const SIZE = { cells: 32, text: 2048 } as const;
const TAG = 16;
/** Bytes of the number before what {@link sealBytes} seals. */
const LENGTH = 4;

const EPHEMERAL = sodium.crypto_kx_PUBLICKEYBYTES;
/** Where the secret box begins. */
const BOX = EPHEMERAL + sodium.crypto_secretbox_NONCEBYTES;
const OVERHEAD = BOX + sodium.crypto_secretbox_MACBYTES;

export function createKeys(): RoundKeys {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES);
  sodium.crypto_box_keypair(publicKey, secretKey);
  return { publicKey, secretKey };
}

/** The pair of a stored private key. */
export function keysOf(secretKey: Uint8Array): RoundKeys {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  sodium.crypto_scalarmult_base(publicKey, Buffer.from(secretKey));
  return { publicKey, secretKey };
}

/** Overwrites key or plaintext bytes in memory. */
export function wipe(bytes: Uint8Array): void {
  sodium.sodium_memzero(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** Length in bytes of every envelope of this kind of question, whatever the answer. */
export function envelopeSize(kind: Question['kind']): number {
  return (kind === 'free-text' ? SIZE.text : SIZE.cells) + OVERHEAD;
}

/**
 * Names a question of a round inside its envelopes, so that one put in another's place is refused. 16 bytes; cheap to
 * make once a question and round.
 */
export function contextTag(round: string, question: string): Uint8Array {
  return createHash('sha256').update(`${round}\0${question}`).digest().subarray(0, TAG);
}

/** Seals an answer for the round's public key. */
export function seal(answer: Answer, tag: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const plain = Buffer.alloc(SIZE[answer.kind]);
  plain.set(tag);
  if (answer.kind === 'cells') {
    plain.writeUInt16LE(
      answer.cells.reduce((bits, cell) => bits | (1 << cell), 0),
      TAG,
    );
  } else {
    plain.writeUInt8(answer.reader === 'hr' ? 1 : 0, TAG);
    plain.writeUInt16LE(plain.write(answer.text, TAG + 3), TAG + 1);
  }
  const { ephemeral, key } = agreementWith(publicKey);
  const envelope = Buffer.alloc(plain.length + OVERHEAD);
  envelope.set(ephemeral);
  const nonce = envelope.subarray(EPHEMERAL, BOX);
  sodium.randombytes_buf(nonce);
  sodium.crypto_secretbox_easy(envelope.subarray(BOX), plain, nonce, key);
  sodium.sodium_memzero(plain);
  return envelope;
}

interface Agreement {
  /** Public. */
  readonly ephemeral: Buffer;
  readonly key: Buffer;
}

/** Of this turn of the event loop, by public key: the answers that come in one turn are committed together, too. */
const agreements = new Map<Uint8Array, Agreement>();

/**
 * To agree on a key takes ten times as long as to seal with it, so a turn's answers share one, with a nonce each. Its
 * secret is wiped at once and the key with the turn: later not even this process opens what it sealed.
 */
function agreementWith(publicKey: Uint8Array): Agreement {
  const known = agreements.get(publicKey);
  if (known) return known;
  const made = { ephemeral: Buffer.alloc(EPHEMERAL), key: sessionKey() };
  const secret = Buffer.alloc(sodium.crypto_kx_SECRETKEYBYTES);
  sodium.crypto_kx_keypair(made.ephemeral, secret);
  const to = publicKey as Buffer;
  sodium.crypto_kx_client_session_keys(null, made.key, made.ephemeral, secret, to);
  sodium.sodium_memzero(secret);
  if (agreements.size === 0) setImmediate(forget);
  agreements.set(publicKey, made);
  return made;
}

function forget(): void {
  for (const { key } of agreements.values()) sodium.sodium_memzero(key);
  agreements.clear();
}

function sessionKey(): Buffer {
  return Buffer.alloc(sodium.crypto_kx_SESSIONKEYBYTES);
}

/** Opens an envelope; undefined if this key does not open it, or it was sealed for something else. */
export type Opener = (envelope: Uint8Array, tag: Uint8Array) => Answer | undefined;

/** An opener that reuses its buffers; what was opened is wiped between envelopes. */
export function opener(keys: RoundKeys): Opener {
  const [publicKey, secretKey] = [Buffer.from(keys.publicKey), Buffer.from(keys.secretKey)];
  const key = sessionKey();
  const buffers = {
    cells: Buffer.alloc(SIZE.cells),
    text: Buffer.alloc(SIZE.text),
  };
  const opens = (plain: Buffer, sealed: Buffer) => {
    if (sealed.length - plain.length === sodium.crypto_box_SEALBYTES) {
      return sodium.crypto_box_seal_open(plain, sealed, publicKey, secretKey);
    }
    const [ephemeral, nonce] = [sealed.subarray(0, EPHEMERAL), sealed.subarray(EPHEMERAL, BOX)];
    if (!agree(key, publicKey, secretKey, ephemeral)) return false;
    return sodium.crypto_secretbox_open_easy(plain, sealed.subarray(BOX), nonce, key);
  };
  return (envelope, tag) => {
    const kind = kindOf(envelope.length);
    if (!kind) return undefined;
    const plain = buffers[kind];
    const sealed = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
    if (!opens(plain, sealed)) return undefined;
    const answer = plain.subarray(0, TAG).equals(tag) ? decode(kind, plain) : undefined;
    sodium.sodium_memzero(plain);
    return answer;
  };
}

/** Rounds that were opened before answers shared a key hold plain sealed boxes. */
function kindOf(length: number): Answer['kind'] | undefined {
  const kinds = ['cells', 'text'] as const;
  return kinds.find((kind) =>
    [OVERHEAD, sodium.crypto_box_SEALBYTES].includes(length - SIZE[kind]),
  );
}

/** False for an ephemeral key that is none. */
function agree(key: Buffer, publicKey: Buffer, secretKey: Buffer, ephemeral: Buffer): boolean {
  try {
    sodium.crypto_kx_server_session_keys(key, null, publicKey, secretKey, ephemeral);
    return true;
  } catch {
    return false;
  }
}

function decode(kind: Answer['kind'], plain: Buffer): Answer {
  if (kind === 'text') {
    const length = plain.readUInt16LE(TAG + 1);
    return {
      kind,
      text: plain.toString('utf8', TAG + 3, TAG + 3 + length),
      reader: plain.readUInt8(TAG) === 1 ? 'hr' : 'team',
    };
  }
  const bits = plain.readUInt16LE(TAG);
  const cells = [];
  for (let cell = 0; cell < 16; cell++) if (bits & (1 << cell)) cells.push(cell);
  return { kind, cells };
}

/**
 * Seals anything, such as a draft, for a public key, padded to a multiple of `size` bytes so that its length says
 * nothing. Opened by {@link openBytes}.
 */
export function sealBytes(bytes: Uint8Array, size: number, publicKey: Uint8Array): Uint8Array {
  const plain = Buffer.alloc(Math.ceil((bytes.length + LENGTH) / size) * size);
  plain.writeUInt32LE(bytes.length);
  plain.set(bytes, LENGTH);
  const envelope = Buffer.alloc(plain.length + sodium.crypto_box_SEALBYTES);
  sodium.crypto_box_seal(envelope, plain, publicKey as Buffer);
  sodium.sodium_memzero(plain);
  return envelope;
}

/** What {@link sealBytes} sealed, to be wiped after use; undefined if this key does not open it. */
export function openBytes(envelope: Uint8Array, keys: RoundKeys): Uint8Array | undefined {
  if (envelope.length < sodium.crypto_box_SEALBYTES + LENGTH) return undefined;
  const plain = Buffer.alloc(envelope.length - sodium.crypto_box_SEALBYTES);
  const [publicKey, secretKey] = [Buffer.from(keys.publicKey), Buffer.from(keys.secretKey)];
  const sealed = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
  if (!sodium.crypto_box_seal_open(plain, sealed, publicKey, secretKey)) return undefined;
  const length = plain.readUInt32LE();
  return length <= plain.length - LENGTH ? plain.subarray(LENGTH, LENGTH + length) : undefined;
}
