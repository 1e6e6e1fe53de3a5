/** The processes of a run: started, killed, and started again at once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ProcessSettings } from './process.ts';

const PROGRAM = fileURLToPath(new URL('process.js', import.meta.url));

interface Member {
  readonly settings: ProcessSettings;
  child: ChildProcess;
  ready: boolean;
}

export interface Crew {
  readonly kills: { web: number; worker: number };
  /** What was said by processes that ended by themselves, and complaints. */
  readonly faults: readonly string[];
  readonly said: readonly string[];
  /** kill -9 to any process of this role. */
  kill(role: ProcessSettings['role'], draw: number): void;
  killPid(pid: number): void;
  /** Resolves when all are up. */
  healthy(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds that a start may take on a machine with much else to do. */
const START = 30_000;

export function crew(settings: readonly ProcessSettings[]): Crew {
  const kills = { web: 0, worker: 0 };
  const [said, faults]: [string[], string[]] = [[], []];
  let closed = false;

  const hear = (member: Member, line: string) => {
    said.push(`${member.settings.role} ${member.child.pid}: ${line}`);
    if (line === 'ready') member.ready = true;
    if (line.startsWith('complaint')) faults.push(line);
  };

  const start = (member: Member): void => {
    const child = spawn(process.execPath, [PROGRAM, JSON.stringify(member.settings)], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    member.child = child;
    member.ready = false;
    child.stdin?.on('error', () => {});
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on('line', (line) => hear(member, line));
    }
    child.once('exit', (code, signal) => {
      if (closed) return;
      if (signal !== 'SIGKILL') {
        faults.push(`${member.settings.role} ended with ${code}: ${said.slice(-5).join(' | ')}`);
      }
      start(member);
    });
  };

  const members = settings.map((each): Member => {
    const member = { settings: each, ready: false } as Member;
    start(member);
    return member;
  });

  const kill = (member: Member | undefined) => {
    if (!member?.child.kill('SIGKILL')) return;
    kills[member.settings.role]++;
    member.ready = false;
  };

  return {
    kills,
    faults,
    said,
    kill(role, draw) {
      const some = members.filter((member) => member.settings.role === role);
      kill(some[Math.floor(draw * some.length)]);
    },
    killPid: (pid) => kill(members.find(({ child }) => child.pid === pid)),
    async healthy() {
      const until = Date.now() + START;
      while (!members.every(({ ready }) => ready)) {
        if (Date.now() > until) throw new Error(`Not started: ${said.slice(-20).join('\n')}`);
        await pause(50);
      }
    },
    async close() {
      closed = true;
      const ended = members.map(({ child }) => {
        if (child.exitCode !== null || child.signalCode !== null) return undefined;
        const exit = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        return exit;
      });
      await Promise.all(ended);
    },
  };
}
