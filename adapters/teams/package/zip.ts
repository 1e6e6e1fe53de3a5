/** A zip file of a few small files, the same bytes for the same content (APPNOTE.TXT 6.3, sections 4.3 and 4.4). */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZippedFile {
  /** ASCII, without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DEFLATED = 8;
/** Version 2.0, the first with deflate. */
const VERSION = 20;
/** 1 January 1980, midnight: a package says nothing about when it was made. */
const [TIME, DAY] = [0, (1 << 5) | 1];

export function zip(files: readonly ZippedFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const title = Buffer.from(name, 'ascii');
    const facts = factsOf(title, bytes, packed);
    const local = Buffer.concat([u32(0x04034b50), facts, title, packed]);
    // No comment, first disk, no attributes.
    const entry = [u32(0x02014b50), u16(VERSION), facts, u16(0), u16(0), u16(0), u32(0)];
    directory.push(Buffer.concat([...entry, u32(offset), title]));
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = u16(files.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(size), u32(offset), u16(0)];
  return Buffer.concat([...parts, ...directory, ...end]);
}

/** What a file's header and its entry in the directory have in common. */
function factsOf(title: Buffer, bytes: Uint8Array, packed: Uint8Array): Buffer {
  return Buffer.concat([
    ...[VERSION, 0, DEFLATED, TIME, DAY].map(u16),
    ...[crc32(bytes), packed.length, bytes.length].map(u32),
    ...[title.length, 0].map(u16),
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
