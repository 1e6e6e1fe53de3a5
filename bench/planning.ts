/** Planning a round for companies of growing size: neither time nor memory a person may grow. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { holidays } from '../adapters/calendar/holidays.ts';
import { keyFolder } from '../adapters/keys/folder.ts';
import { sqlite } from '../adapters/store/sqlite.ts';
import { windowOf } from '../src/campaign/cadence.ts';
import { openDue } from '../src/campaign/sweep.ts';
import type { Store } from '../src/ports/store.ts';
import { CAMPAIGN, organisation, PROGRAMME, WINDOW } from './company.ts';
import type { Line } from './line.ts';
import { folder } from './places.ts';
import { median } from './runs.ts';

const FOLDER = '.scratch/bench/planning';
const ROUNDS = 3;
/** On what a process warms up, so that no figure holds the loading of libraries; small, so that it leaves no free heap. */
const WARM = { people: 100, rounds: 10 };
/** Less fits into what any process has to spare, in bytes. */
const LEAST = 2 ** 20;
const GROWTH = 'at most 1.5';

/** One round's. */
interface Planning {
  readonly seconds: number;
  /** Peak beyond what the process had before. */
  readonly bytes: number;
  /** Seconds of the bare inserts. */
  readonly bare: number;
}

export async function measurePlanning(short: boolean): Promise<Line[]> {
  const sizes = short ? [100, 1_000, 10_000] : [100, 1_000, 10_000, 100_000];
  folder('planning');
  for (const size of sizes) await prepare(size);
  const runs = Array.from({ length: ROUNDS }, (_, round) =>
    sizes.map((size) => inChild(size, round)),
  );
  const each = sizes.map((size, i) => {
    const of = (what: keyof Planning) => median(runs.map((run) => run[i]?.[what] ?? 0));
    return { size, seconds: of('seconds'), bytes: of('bytes'), bare: of('bare') };
  });
  const [large] = each.slice(-1);
  const smaller = each.slice(1, -1);
  return [...each.map(lineOf), ...smaller.flatMap((small) => (large ? growth(small, large) : []))];
}

type Figure = Planning & { readonly size: number };

function lineOf({ size, seconds, bytes, bare }: Figure): Line {
  return {
    what: `plan a round for ${size} people`,
    ours: `${seconds.toFixed(3)} s, ${(bytes / 2 ** 20).toFixed(1)} MB more`,
    bare: `${bare.toFixed(3)} s bare inserts`,
    ratio: (seconds / bare).toFixed(1),
    target: '',
  };
}

/** What a person costs in the larger company, beside what one costs in the smaller. */
function growth(small: Figure, large: Figure): Line[] {
  const time = ({ seconds, size }: Figure) => (seconds * 1e6) / size;
  const memory = ({ bytes, size }: Figure) => bytes / 1024 / size;
  const line = (what: string, unit: string, cost: (figure: Figure) => number): Line => ({
    what: `... ${what} a person at ${large.size}, against ${small.size}`,
    ours: `${cost(large).toFixed(1)} ${unit}`,
    bare: `${cost(small).toFixed(1)} ${unit}`,
    ratio: (cost(large) / cost(small)).toFixed(2),
    target: GROWTH,
  });
  const measurable = small.bytes > LEAST;
  return [line('time', 'us', time), ...(measurable ? [line('memory', 'kB', memory)] : [])];
}

async function prepare(size: number): Promise<void> {
  const store = await sqlite(`${FOLDER}/${size}/plan.db`);
  await store.org.replace(organisation(size), WINDOW.opensAt);
  await store.close();
}

/** Runs this file again as a process that plans once, whose memory is its own. */
function inChild(size: number, round: number): Planning {
  const path = fileURLToPath(import.meta.url);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', path, String(size), String(round)],
    { encoding: 'utf8' },
  );
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`Planning for ${size} people failed: ${stderr}`);
  return JSON.parse(line);
}

async function child(size: number, round: number): Promise<void> {
  await warmUp();
  const store = await sqlite(`${FOLDER}/${size}/plan.db`);
  globalThis.gc?.();
  const before = peak(true);
  const seconds = await timed(() => open(store, `${FOLDER}/${size}/keys`, round));
  const bytes = Math.max(0, peak() - before);
  await store.close();
  const bare = await timed(() => bareInserts(size, round));
  console.log(JSON.stringify({ seconds, bytes, bare } satisfies Planning));
}

async function warmUp(): Promise<void> {
  const store = await sqlite(':memory:');
  await store.org.replace(organisation(WARM.people), WINDOW.opensAt);
  for (let round = 0; round < WARM.rounds; round++) {
    await open(store, `${FOLDER}/warm/keys`, round);
  }
  await store.close();
}

async function open(store: Store, keys: string, round: number): Promise<void> {
  const ports = { store, keys: keyFolder(keys), calendar: holidays() };
  const { opensAt } = windowOf(CAMPAIGN.cadence, round);
  const done = await openDue(ports, PROGRAMME, CAMPAIGN, opensAt);
  if (!done?.opened) throw new Error('Nothing was opened.');
}

/** One transaction of the same rows, with the same indexes, and nothing else. */
async function bareInserts(size: number, round: number): Promise<void> {
  const db = new Database(`${FOLDER}/${size}/bare.db`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`create table if not exists delivery (id text primary key, round text, person text, unit text, kind text,
      send_at integer, state text, lease_until integer, attempts integer, messages integer, address text,
      unique (round, person, kind));
    create index if not exists due on delivery (state, send_at);
    create index if not exists person on delivery (person)`);
  const insert = db.prepare(
    `insert into delivery values (?, ?, ?, ?, 'question', ?, 'planned', 0, 0, 0, null)`,
  );
  db.transaction(() => {
    for (let i = 0; i < size; i++) {
      insert.run(randomUUID(), `bench-${round}`, `person-${i}`, `t${Math.floor(i / 10)}`, 1e12);
    }
  })();
  db.close();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Most memory so far, in bytes; `afresh`: from now on, where the system can forget what was before. */
function peak(afresh = false): number {
  try {
    if (afresh) writeFileSync('/proc/self/clear_refs', '5');
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

const [, script, size, round] = process.argv;
if (script === fileURLToPath(import.meta.url)) await child(Number(size), Number(round));
