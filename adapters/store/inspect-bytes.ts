/** Reads a SQLite file as bytes, as a thief would: what deleted rows have left in it. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { CountedFacts } from '../../src/ports/inspection.ts';

/** Bytes read at a time, and how far a row's key may reach beyond them. */
const [CHUNK, REACH] = [16 * 1024 * 1024, 4096];

/** Round id to places where it is followed by a person's id, and that by what an envelope or a question delivery ends with. */
export function tracesIn(
  paths: readonly string[],
  rounds: readonly CountedFacts[],
  people: readonly string[],
): ReadonlyMap<string, number> {
  const traces = new Map<string, number>();
  if (rounds.length === 0) return traces;
  const known = new Set(people);
  const longest = Math.max(0, ...people.map((each) => Buffer.byteLength(each)));
  for (const path of paths) {
    for (const bytes of piecesOf(path)) {
      for (const { id, questions } of rounds) {
        const ends = [...questions, 'question'];
        const found = placesOf(bytes, id).filter((at) => {
          const from = at + Buffer.byteLength(id);
          const text = bytes.toString('utf8', from, from + longest + 64);
          return ends.some((end) => isHeaded(bytes, at, end) && isKey(text, end, known));
        });
        if (found.length > 0) traces.set(id, (traces.get(id) ?? 0) + found.length);
      }
    }
  }
  return traces;
}

/** What begins beyond the piece itself is found in the next one. */
function placesOf(bytes: Buffer, sought: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(sought); at >= 0 && at < CHUNK; at = bytes.indexOf(sought, at + 1)) {
    places.push(at);
  }
  return places;
}

function isKey(text: string, end: string, people: ReadonlySet<string>): boolean {
  for (let at = text.indexOf(end); at > 0; at = text.indexOf(end, at + 1)) {
    if (people.has(text.slice(0, at))) return true;
  }
  return false;
}

/**
 * A row begins with the types of its columns, and the key's last one is followed by one more, of a byte or two. A text of
 * length n has type 13 + 2n (SQLite's file format, 2.1): so other tables' rows are not taken for these.
 */
function isHeaded(bytes: Buffer, at: number, end: string): boolean {
  const type = 13 + 2 * Buffer.byteLength(end);
  return type > 127 || bytes[at - 2] === type || bytes[at - 3] === type;
}

/** The file in pieces that overlap. */
function* piecesOf(path: string): Iterable<Buffer> {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(Math.min(size, CHUNK + REACH));
    for (let at = 0; at < size; at += CHUNK) {
      yield buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, at));
    }
  } finally {
    closeSync(handle);
  }
}

/**
 * Free pages that still hold what was deleted: a program that writes without `secure_delete` leaves such. The list is
 * that of the file (SQLite's file format, 1.5): a trunk page names the next one and its leaves.
 */
export function readablePages(path: string): number {
  const handle = openSync(path, 'r');
  try {
    const header = read(handle, 0, 100);
    if (header.length < 100) return 0;
    const size = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const page = (number: number) => read(handle, (number - 1) * size, size);
    const zeros = Buffer.alloc(size);
    const leaves = freeLeaves(header, size, page);
    return leaves.map(page).filter((leaf) => leaf.length === size && !leaf.equals(zeros)).length;
  } finally {
    closeSync(handle);
  }
}

function freeLeaves(header: Buffer, size: number, page: (number: number) => Buffer): number[] {
  const pages = header.readUInt32BE(28);
  const leaves: number[] = [];
  let trunk = header.readUInt32BE(32);
  for (let seen = 0; trunk > 0 && trunk <= pages && seen <= pages; seen++) {
    const bytes = page(trunk);
    if (bytes.length < size) break;
    const count = Math.min(bytes.readUInt32BE(4), size / 4 - 2);
    for (let i = 0; i < count; i++) leaves.push(bytes.readUInt32BE(8 + 4 * i));
    trunk = bytes.readUInt32BE(0);
  }
  return leaves;
}

function read(handle: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, at < 0 ? 0 : readSync(handle, buffer, 0, length, at));
}
