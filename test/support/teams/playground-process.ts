/** Microsoft's Agents Playground as a process: a Teams that has one person, one bot, and no company behind it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from '../folders.ts';

const require = createRequire(import.meta.url);

export const PLAYGROUND_TENANT = '00000000-0000-0000-0000-0000000000e1';

export interface PlaygroundUser {
  readonly name: string;
  readonly email: string;
}

export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

/** Undefined where the package is not installed. */
export function playgroundProgram(): string | undefined {
  try {
    return require.resolve('@microsoft/m365agentsplayground/cli.js');
  } catch {
    return undefined;
  }
}

/** `others` are in the roster too. Throws with what it wrote last if it does not answer in time. */
export async function startPlayground(
  endpoint: string,
  user: PlaygroundUser,
  others: readonly PlaygroundUser[],
): Promise<Playground> {
  const program = playgroundProgram();
  if (program === undefined) throw new Error('@microsoft/m365agentsplayground is not installed.');
  // It writes logs beside its configuration.
  const folder = temporaryFolder();
  writeFileSync(join(folder, '.m365agentsplayground.yml'), configuration(user, others));
  const port = await freePort();
  const where = ['-e', endpoint, '-c', 'msteams', '-p', `${port}`, '--disable-telemetry'];
  const child = spawn(process.execPath, [program, 'start', ...where], {
    cwd: folder,
    env: { ...process.env, PATH: withoutBrowser(folder), TZ: 'Europe/Berlin', BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => said.push(`${part}`));
  const url = `http://127.0.0.1:${port}`;
  if (!(await answers(`${url}/_debug/ping`, child))) {
    await stop(child);
    throw new Error(
      `The Agents Playground did not start: ${said.join('').slice(-500) || 'no word'}`,
    );
  }
  return { url, stop: () => stop(child) };
}

/** It opens a browser, and ends without a word where it can't: here is one that does nothing. */
function withoutBrowser(folder: string): string {
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  writeFileSync(join(programs, 'xdg-open'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  return `${programs}${delimiter}${process.env.PATH ?? ''}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  const end = performance.now() + 20_000;
  while (performance.now() < end && child.exitCode === null) {
    const found = await fetch(url).catch(() => undefined);
    if (found?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** It takes exactly five other users, and JSON for YAML; the spelling of `userPrincipleName` is its own. */
function configuration(user: PlaygroundUser, others: readonly PlaygroundUser[]): string {
  const five = Array.from({ length: 5 }, (_, i) => others[i] ?? stranger(i));
  return JSON.stringify({
    version: '0.1.0',
    tenantId: PLAYGROUND_TENANT,
    bot: { id: '28:soundings', name: 'Soundings' },
    currentUser: userOf(user),
    users: five.map(userOf),
    personalChat: { id: `a:${user.email}` },
    groupChat: { id: 'group-chat-id', name: 'Group Chat' },
    team: {
      id: 'team-id',
      name: 'My Team',
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      channels: [{ id: 'channel-announcements-id', name: 'Announcements' }],
    },
  });
}

function stranger(i: number): PlaygroundUser {
  return { name: `Stranger ${i + 1}`, email: `stranger-${i + 1}@elsewhere.test` };
}

function userOf({ name, email }: PlaygroundUser) {
  const [givenName = name, surname = 'X'] = name.split(' ');
  const hex = Buffer.from(email).toString('hex').padEnd(12, '0').slice(0, 12);
  return {
    id: `29:${email}`,
    name,
    userPrincipleName: email,
    aadObjectId: `00000000-0000-4000-8000-${hex}`,
    givenName,
    surname,
    email,
  };
}
