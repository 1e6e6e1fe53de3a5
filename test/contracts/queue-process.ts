/** A worker in a process of its own, for tests that kill it: the scheduler's files, stripped of their types. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll } from 'vitest';
import type { QueueSettings } from '../../scheduler/settings.ts';
import { until } from './queue-bench.ts';
import type { Place } from './queue-drivers.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface WorkerProcess {
  /** Waits until the process has said `line`. */
  says(line: string): Promise<void>;
  /** kill -9. */
  kill(): void;
}

/** Says `<name> <ref>` of each job that it starts, and never ends one. */
export async function workerProcess(place: Place, settings: QueueSettings): Promise<WorkerProcess> {
  const folder = stripped();
  const script = `
    import { openQueue } from ${JSON.stringify(pathToFileURL(join(folder, 'scheduler/open-queue.js')))};
    const queue = await openQueue(process.argv[1], JSON.parse(process.argv[2]));
    queue.work(({ name, ref }) => {
      console.log(name, ref);
      return new Promise(() => {});
    }, () => {});
  `;
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      script,
      place.url ?? '',
      JSON.stringify({ ...settings, prefix: place.prefix }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = linesOf(child);
  children.push(child);
  return {
    says: (line) => until(() => lines.includes(line)),
    kill: () => void child.kill('SIGKILL'),
  };
}

function linesOf({ stdout }: ChildProcess): readonly string[] {
  const lines: string[] = [];
  if (stdout) createInterface(stdout).on('line', (line) => lines.push(line));
  return lines;
}

let made: string | undefined;
const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  if (made !== undefined) rmSync(made, { recursive: true, force: true });
});

/** Made once for all tests of the file, and removed when they have run. */
function stripped(): string {
  made ??= strip(mkdtempSync(join(tmpdir(), 'soundings-worker-')));
  return made;
}

function strip(made: string): string {
  mkdirSync(join(made, 'scheduler'));
  writeFileSync(join(made, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(made, 'node_modules'));
  for (const file of readdirSync(join(root, 'scheduler'))) {
    const source = readFileSync(join(root, 'scheduler', file), 'utf8');
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    });
    writeFileSync(join(made, 'scheduler', file.replace(/ts$/, 'js')), outputText);
  }
  return made;
}
