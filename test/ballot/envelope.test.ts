import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import sodium from 'sodium-native';
import { expect, test, vi } from 'vitest';
import {
  contextTag,
  createKeys,
  envelopeSize,
  keysOf,
  opener,
  seal,
  wipe,
} from '../../src/ballot/envelope.ts';
import type { Answer } from '../../src/survey/answer.ts';
import { answersTo } from '../support/arbitraries.ts';
import { EVERY_KIND } from '../support/round.ts';

const keys = createKeys();
const open = opener(keys);
const TAG = contextTag('round-1', 'q1');
const FOUR: Answer = { kind: 'cells', cells: [3] };
const WORDS: Answer = { kind: 'text', text: 'Fewer meetings, bitte.', reader: 'hr' };

for (const question of EVERY_KIND) {
  const { kind } = question;

  test(`any answer to a ${kind} question is opened as it was sealed`, () => {
    fc.assert(
      fc.property(answersTo(question), (answer) => {
        expect(open(seal(answer, TAG, keys.publicKey), TAG)).toEqual(answer);
      }),
      { numRuns: 300 },
    );
  });

  test(`the sealed length of a ${kind} question does not depend on the answer`, () => {
    fc.assert(
      fc.property(answersTo(question), (answer) => {
        expect(seal(answer, TAG, keys.publicKey)).toHaveLength(envelopeSize(kind));
      }),
    );
  });
}

test('two seals of the same answer differ, from beginning to end', () => {
  for (const answer of [FOUR, WORDS]) {
    const seals = Array.from({ length: 50 }, () => seal(answer, TAG, keys.publicKey));
    const shown = seals.map((each) => Buffer.from(each).toString('hex'));
    expect(new Set(shown).size).toBe(50);
    expect(new Set(shown.map((each) => each.slice(-32))).size).toBe(50);
  }
});

test('the words of a comment are nowhere in its envelope', () => {
  const envelope = seal(WORDS, TAG, keys.publicKey);
  expect(Buffer.from(envelope).includes('meetings')).toBe(false);
});

test('another round’s key does not open it', () => {
  const other = opener(createKeys());
  expect(other(seal(FOUR, TAG, keys.publicKey), TAG)).toBeUndefined();
  expect(other(seal(WORDS, TAG, keys.publicKey), TAG)).toBeUndefined();
});

test('an envelope with any one byte flipped does not open', () => {
  const sealed = seal(FOUR, TAG, keys.publicKey);
  for (const at of sealed.keys()) {
    const torn = Uint8Array.from(sealed);
    torn[at] = (torn[at] ?? 0) ^ 0x01;
    expect(open(torn, TAG), `byte ${at}`).toBeUndefined();
  }
});

test('an envelope from before answers shared a key, a plain sealed box, opens too', () => {
  const plain = Buffer.alloc(32);
  plain.set(TAG);
  plain.writeUInt16LE(1 << 3, TAG.length);
  const sealed = Buffer.alloc(plain.length + sodium.crypto_box_SEALBYTES);
  sodium.crypto_box_seal(sealed, plain, Buffer.from(keys.publicKey));
  expect(open(sealed, TAG)).toEqual(FOUR);
  expect(open(sealed, contextTag('round-2', 'q1'))).toBeUndefined();
  expect(opener(createKeys())(sealed, TAG)).toBeUndefined();
});

test('an ephemeral key that is none does not open, and does not stop the count', () => {
  for (const answer of [FOUR, WORDS]) {
    const forged = Uint8Array.from(seal(answer, TAG, keys.publicKey)).fill(0, 0, 32);
    expect(open(forged, TAG)).toBeUndefined();
    expect(open(seal(answer, TAG, keys.publicKey), TAG)).toEqual(answer);
  }
});

test('only what is sealed for one round in one turn of the event loop shares an ephemeral key', async () => {
  const ephemeral = (publicKey: Uint8Array, answer: Answer = FOUR) =>
    Buffer.from(seal(answer, TAG, publicKey).subarray(0, 32)).toString('hex');
  const other = createKeys();
  const first = ephemeral(keys.publicKey);
  expect(ephemeral(keys.publicKey, WORDS)).toBe(first);
  expect(ephemeral(other.publicKey)).not.toBe(first);
  await setImmediate();
  expect(ephemeral(keys.publicKey)).not.toBe(first);
});

test('no nonce comes twice under one ephemeral key', () => {
  const nonces = Array.from({ length: 2000 }, () =>
    Buffer.from(seal(FOUR, TAG, keys.publicKey).subarray(32, 56)).toString('hex'),
  );
  expect(new Set(nonces).size).toBe(2000);
});

test('once the turn has ended, the key that its envelopes were sealed under is wiped', async () => {
  const held: Uint8Array[] = [];
  const session = vi.spyOn(sodium, 'crypto_kx_client_session_keys');
  try {
    seal(FOUR, TAG, createKeys().publicKey);
    const [, key, , secret] = session.mock.calls[0] ?? [];
    held.push(key as Uint8Array, secret as Uint8Array);
    expect([...(secret ?? [])]).toEqual(Array(32).fill(0));
    expect([...(key ?? [])]).not.toEqual(Array(32).fill(0));
  } finally {
    session.mockRestore();
  }
  await setImmediate();
  for (const bytes of held) expect([...bytes]).toEqual(Array(32).fill(0));
});

test('a truncated, lengthened or empty envelope does not open', () => {
  for (const answer of [FOUR, WORDS]) {
    const sealed = seal(answer, TAG, keys.publicKey);
    expect(open(sealed.subarray(0, -1), TAG)).toBeUndefined();
    expect(open(sealed.subarray(1), TAG)).toBeUndefined();
    expect(open(Uint8Array.from([...sealed, 0]), TAG)).toBeUndefined();
  }
  expect(open(new Uint8Array(), TAG)).toBeUndefined();
});

test('an envelope put in the place of another question or another round does not open', () => {
  for (const answer of [FOUR, WORDS]) {
    const sealed = seal(answer, TAG, keys.publicKey);
    expect(open(sealed, contextTag('round-1', 'q2'))).toBeUndefined();
    expect(open(sealed, contextTag('round-2', 'q1'))).toBeUndefined();
    expect(open(sealed, contextTag('round-1q', '1'))).toBeUndefined();
    expect(open(sealed, TAG)).toEqual(answer);
  }
});

test('a long comment leaves nothing behind in the short one opened after it', () => {
  const long: Answer = { kind: 'text', text: 'x'.repeat(1900), reader: 'team' };
  const short: Answer = { kind: 'text', text: 'y', reader: 'team' };
  expect(open(seal(long, TAG, keys.publicKey), TAG)).toEqual(long);
  expect(open(seal(short, TAG, keys.publicKey), TAG)).toEqual(short);
});

test('an envelope that lies inside a larger buffer opens too', () => {
  const sealed = seal(FOUR, TAG, keys.publicKey);
  const page = new Uint8Array(sealed.length + 20);
  page.set(sealed, 10);
  expect(open(page.subarray(10, 10 + sealed.length), TAG)).toEqual(FOUR);
});

test('a stored private key gives back the same public key, and opens', () => {
  const again = keysOf(Uint8Array.from(keys.secretKey));
  expect([...again.publicKey]).toEqual([...keys.publicKey]);
  expect(opener(again)(seal(FOUR, TAG, keys.publicKey), TAG)).toEqual(FOUR);
});

test('no two rounds get the same key', () => {
  const secrets = Array.from({ length: 20 }, () =>
    Buffer.from(createKeys().secretKey).toString('hex'),
  );
  expect(new Set(secrets).size).toBe(20);
});

test('wiping overwrites all of a key and nothing beside it', () => {
  const page = new Uint8Array(12).fill(7);
  wipe(page.subarray(2, 10));
  expect([...page]).toEqual([7, 7, 0, 0, 0, 0, 0, 0, 0, 0, 7, 7]);
});
