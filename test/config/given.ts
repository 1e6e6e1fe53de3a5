/** What a test configures, in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { type Config, readConfig } from '../../src/config.ts';

const folders: string[] = [];
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-config-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

type Env = Readonly<Record<string, string>>;

export async function configOf(env: Env, folder = folderWith()): Promise<Config> {
  const config = await readConfig(env, folder);
  if ('faults' in config) throw new Error(JSON.stringify(config.faults));
  return config;
}

export async function faultsOf(env: Env, folder = folderWith()): Promise<string[]> {
  const config = await readConfig(env, folder);
  return 'faults' in config ? config.faults.map(({ where, says }) => `${where}: ${says}`) : [];
}

/** The least that a soundings.yaml must say. */
export const SMALL = `organisation: { name: Small, timezone: UTC }
campaigns:
- id: pulse
`;
