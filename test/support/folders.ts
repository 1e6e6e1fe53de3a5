/** Temporary folders of one test, removed after it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

/** In memory where the system has such a disk: thousands of syncs wait for no hardware. */
const ROOT = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(ROOT, 'soundings-test-'));
  folders.push(folder);
  return folder;
}
