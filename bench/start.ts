/** Start time and memory of the embedded default, against a bare node:http server. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Line } from './line.ts';

const BARE = `require('node:http').createServer().listen(0, '127.0.0.1', () => console.log('Open'))`;
const env = { ...process.env, PORT: '0', SOUNDINGS_DATA: '.scratch/bench/start' };
/** How long a process rests before its idle memory is read, in milliseconds. */
const REST = 3000;

export async function measureStart(): Promise<Line[]> {
  const first = await started(['dist/src/cli.js', 'start']);
  const runs = [];
  for (let i = 0; i < 3; i++) {
    const ours = await started(['dist/src/cli.js', 'start']);
    const bare = await started(['-e', BARE]);
    runs.push({ ours, bare });
  }
  runs.sort((a, b) => a.ours.seconds - b.ours.seconds);
  const { ours, bare } = runs[1] ?? { ours: first, bare: first };
  return [
    {
      what: 'first start, with the history to count',
      ours: `${first.seconds.toFixed(2)} s`,
      bare: '',
      ratio: '',
      target: 'under 10 s',
    },
    {
      what: 'start to listening',
      ours: `${ours.seconds.toFixed(2)} s`,
      bare: `${bare.seconds.toFixed(2)} s`,
      ratio: (ours.seconds / bare.seconds).toFixed(1),
      target: 'under 1 s',
    },
    {
      what: 'idle memory',
      ours: `${ours.idle} MB`,
      bare: `${bare.idle} MB`,
      ratio: (ours.idle / bare.idle).toFixed(1),
      target: 'under 120 MB',
    },
    {
      what: 'peak memory of the first start',
      ours: `${first.peak} MB`,
      bare: '',
      ratio: '',
      target: '',
    },
  ];
}

async function started(args: string[]): Promise<{ seconds: number; idle: number; peak: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await says(child, 'Open');
  const seconds = (performance.now() - start) / 1000;
  await new Promise((resolve) => setTimeout(resolve, REST));
  const result = { seconds, idle: memory(child, 'VmRSS'), peak: memory(child, 'VmHWM') };
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return result;
}

function says(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (text) => String(text).includes(word) && resolve());
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before it listened.`)));
  });
}

/** Megabytes; 0 where the system does not tell. */
function memory({ pid }: ChildProcess, field: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const found = status.match(new RegExp(`${field}:\\s+(\\d+)`))?.[1];
    return Math.round(Number(found ?? 0) / 1024);
  } catch {
    return 0;
  }
}
