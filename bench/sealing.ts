/** Seals and opens a second, against libsodium called bare with the same sizes. */
import sodium from 'sodium-native';
import { contextTag, createKeys, opener, seal } from '../src/ballot/envelope.ts';
import type { Line } from './line.ts';

const ROUNDS = 5;

/** Medians of interleaved runs, so that whatever else the machine does falls on both. */
export function measureSealing(n: number): Line[] {
  const keys = createKeys();
  const [publicKey, secretKey] = [Buffer.from(keys.publicKey), Buffer.from(keys.secretKey)];
  const tag = contextTag('bench', 'question');
  const answer = { kind: 'cells', cells: [3] } as const;
  const open = opener(keys);
  const plain = Buffer.alloc(32);
  const boxed = Array.from({ length: n }, () => bareSeal(plain, publicKey));
  const sealed = Array.from({ length: n }, () => seal(answer, tag, publicKey));

  const runs = {
    seal: () => {
      for (let i = 0; i < n; i++) seal(answer, tag, publicKey);
    },
    bareSeal: () => {
      for (let i = 0; i < n; i++) bareSeal(plain, publicKey);
    },
    open: () => {
      for (const envelope of sealed) open(envelope, tag);
    },
    bareOpen: () => {
      for (const envelope of boxed) {
        sodium.crypto_box_seal_open(plain, envelope, publicKey, secretKey);
      }
    },
  };
  const rates = interleaved(runs, n);
  const line = (what: string, ours: number, bare: number): Line => ({
    what,
    ours: `${Math.round(ours)}/s`,
    bare: `${Math.round(bare)}/s`,
    ratio: (ours / bare).toFixed(2),
    target: '',
  });
  return [
    line('seal an answer', rates.seal, rates.bareSeal),
    line('open an envelope', rates.open, rates.bareOpen),
  ];
}

/** libsodium's sealed box, which makes a key pair and agrees on a key for every answer. */
function bareSeal(plain: Buffer, publicKey: Buffer): Buffer {
  const sealed = Buffer.alloc(plain.length + sodium.crypto_box_SEALBYTES);
  sodium.crypto_box_seal(sealed, plain, publicKey);
  return sealed;
}

/** Median rate of each run, in operations a second. */
function interleaved<K extends string>(runs: Record<K, () => void>, n: number): Record<K, number> {
  const names = Object.keys(runs) as K[];
  const rates = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    K,
    number[]
  >;
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const start = performance.now();
      runs[name]();
      rates[name].push((n * 1000) / (performance.now() - start));
    }
  }
  const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return Object.fromEntries(names.map((name) => [name, median(rates[name])])) as Record<K, number>;
}
