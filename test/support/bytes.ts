/** Searches every byte of the files of a folder, as whoever has stolen the disk would. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All files below a folder, by path. */
export function filesOf(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(name, readFileSync(path));
  }
  return files;
}

/** Names of the files that hold this text (UTF-8, UTF-16, hex or base64) or these bytes. */
export function holding(files: ReadonlyMap<string, Buffer>, sought: string | Uint8Array): string[] {
  const bytes = Buffer.from(sought as string);
  const forms = [
    bytes,
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('base64').replace(/=+$/, '')),
  ];
  if (typeof sought === 'string') forms.push(Buffer.from(sought, 'utf16le'));
  return [...files]
    .filter(([, all]) => forms.some((form) => all.includes(form)))
    .map(([name]) => name);
}

/** Every 16-byte piece of `bytes`, without overlap: what is left of something that was overwritten in part. */
export function slices(bytes: Uint8Array, size = 16): Uint8Array[] {
  const count = Math.floor(bytes.length / size);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

/** All 16-byte windows of the files, for looking up many pieces at once. */
export function windowsOf(files: ReadonlyMap<string, Buffer>, size = 16): ReadonlySet<string> {
  const windows = new Set<string>();
  for (const all of files.values()) {
    for (let i = 0; i + size <= all.length; i++) windows.add(all.toString('latin1', i, i + size));
  }
  return windows;
}
