/** A PNG of 8 bits a channel, with alpha (https://www.w3.org/TR/png-3). */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Bits a channel, colour with alpha, deflate, the usual filters, not interlaced. */
const FORM = [8, 6, 0, 0, 0] as const;

/** Red, green, blue and alpha, 0-255. */
export type Pixel = readonly [number, number, number, number];

export function png(size: number, pixelAt: (x: number, y: number) => Pixel): Uint8Array {
  const rows = Array.from({ length: size }, (_, y) => [
    // No filter.
    0,
    ...Array.from({ length: size }, (_, x) => pixelAt(x, y)).flat(),
  ]);
  const header = Buffer.concat([u32(size), u32(size), Uint8Array.from(FORM)]);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  return Buffer.concat([u32(data.length), typed, u32(crc32(typed))]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
