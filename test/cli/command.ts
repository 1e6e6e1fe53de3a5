/** The real command as a child process, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../bin/soundings.mjs', import.meta.url));

type Env = Readonly<Record<string, string>>;

const folders: string[] = [];
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => {
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

/** A new folder with these files in it. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-cli-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function launch(folder: string, args: readonly string[], env: Env) {
  const plain = Object.entries(process.env).filter(([name]) => {
    return !/^(SOUNDINGS_.*|PORT|HOST|DATABASE_URL|NODE_OPTIONS|VITEST.*)$/.test(name);
  });
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(plain), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, said, ended };
}

/** Runs the command to its end. */
export async function soundings(folder: string, args: readonly string[], env: Env = {}) {
  const { said, ended } = launch(folder, args, env);
  const status = await ended;
  return { status, out: said.out, err: said.err };
}

/** Starts the bot and waits until its page is served. */
export async function started(folder: string, env: Env = {}) {
  const { child, said, ended } = launch(folder, ['start'], env);
  const gone = ended.then((status) => {
    throw new Error(`It ended with ${status}: ${said.out}${said.err}`);
  });
  gone.catch(() => {});
  const url = await Promise.race([gone, until(() => /Open (http\S+)/.exec(said.out)?.[1])]);
  const stop = async () => {
    const asked = performance.now();
    child.kill('SIGTERM');
    const status = await ended;
    return { status, seconds: (performance.now() - asked) / 1000 };
  };
  return { url, said, stop };
}

/** Asks until there is something. */
export async function until<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A port of this machine that another program listens on for as long as `use` takes. */
export async function withBusyPort<T>(use: (port: string) => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    return await use(String(typeof address === 'object' ? address?.port : ''));
  } finally {
    server.close();
  }
}
