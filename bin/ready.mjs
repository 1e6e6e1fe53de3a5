/** Makes a fresh clone ready: installs what is missing, builds what has changed. Run before start and test. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (name) => join(root, name);
const age = (name) => (existsSync(at(name)) ? statSync(at(name)).mtimeMs : 0);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Soundings needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** When the newest source of the build was changed. */
function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(at(folder), { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && !entry.name.endsWith('.md'))
      time = Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return time;
}

function run(says, command, args) {
  console.log(says);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (age('node_modules/.package-lock.json') < age('package-lock.json')) {
  run('Installing dependencies (once; a minute or two) ...', 'npm', [
    ...['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
  ]);
}

const sources = ['src', 'adapters', 'scheduler', 'bench', 'docs', 'redteam'].map(newest);
if (age('dist/built') < Math.max(...sources, age('tsconfig.json'), age('tsconfig.build.json'))) {
  const tsc = at('node_modules/typescript/bin/tsc');
  run('Building ...', process.execPath, [tsc, '-p', at('tsconfig.build.json')]);
  run('Building the page ...', process.execPath, [tsc, '-p', at('adapters/web/page')]);
  writeFileSync(at('dist/built'), '');
}
