/** A large round: sealed and stored, then counted and burned in a process of its own, whose memory is its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sodium from 'sodium-native';
import { keyFolder } from '../adapters/keys/folder.ts';
import { sqlite } from '../adapters/store/sqlite.ts';
import { cast } from '../src/ballot/cast.ts';
import { windowOf } from '../src/campaign/cadence.ts';
import { closeRound } from '../src/campaign/close-round.ts';
import { openRound } from '../src/campaign/open-round.ts';
import { PULSE_CORE } from '../src/stock/pulse.ts';
import { organisation } from './company.ts';
import type { Line } from './line.ts';

const FOLDER = '.scratch/bench';
const CADENCE = {
  every: 'week',
  opens: { weekday: 1, time: '09:00' },
  closes: { weekday: 5, time: '17:00' },
  timezone: 'UTC',
  starts: '2026-01-05',
} as const;
const WINDOW = windowOf(CADENCE, 0);
/** Questions a person answers. */
const EACH = 4;

/** `ballots` answers, four a person, in teams of ten. */
export async function measureRound(ballots: number): Promise<Line[]> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const sealing = await fill(ballots);
  const bare = bareOpening(ballots);
  const { seconds, megabytes } = inChild('count');
  return [
    {
      what: `check, seal and store ${ballots} answers`,
      ours: `${Math.round(ballots / sealing)}/s`,
      bare: `${Math.round(ballots / bareSealing(ballots))}/s sealed`,
      ratio: (bareSealing(ballots) / sealing).toFixed(2),
      target: '',
    },
    {
      what: 'replay them: the same, counted and burned',
      ours: `${Math.round(ballots / (sealing + seconds))}/s`,
      bare: `${Math.round(ballots / (bareSealing(ballots) + bare))}/s sealed, opened`,
      ratio: ((bareSealing(ballots) + bare) / (sealing + seconds)).toFixed(2),
      target: '',
    },
    {
      what: `count and burn a round of ${ballots} ballots`,
      ours: `${seconds.toFixed(2)} s`,
      bare: `${bare.toFixed(2)} s opened`,
      ratio: (seconds / bare).toFixed(2),
      target: 'at most 3',
    },
    {
      what: 'peak memory of that count',
      ours: `${megabytes} MB`,
      bare: `${inChild('idle').megabytes} MB idle`,
      ratio: '',
      target: 'under 300 MB',
    },
  ];
}

/** Seconds that the whole way of the answers takes: checked, sealed, committed. */
async function fill(ballots: number): Promise<number> {
  const store = await sqlite(`${FOLDER}/db/bench.db`);
  const org = organisation(ballots / EACH);
  await store.org.replace(org, WINDOW.opensAt);
  const campaign = { id: 'bench', audience: [], askAt: '10:00', floor: 5 };
  const questions = PULSE_CORE.slice(0, EACH);
  const opening = { id: 'bench', campaign, window: WINDOW, questions, timezone: 'UTC' };
  await openRound({ store, keys: keyFolder(`${FOLDER}/keys`) }, opening, WINDOW.opensAt);
  const round = await store.rounds.get('bench');
  const start = performance.now();
  for (let i = 0; i < org.people.length; i += 256) {
    const some = org.people.slice(i, i + 256).map(({ id }, n) => {
      const given = questions.map((question) => ({
        question: question.id,
        values: [String(((i + n) % 5) + 1)],
      }));
      return cast(store, round, id, given, WINDOW.opensAt);
    });
    await Promise.all(some);
  }
  const seconds = (performance.now() - start) / 1000;
  await store.close();
  return seconds;
}

/** Seconds that libsodium alone needs to open as many envelopes; measured on a tenth. */
function bareOpening(ballots: number): number {
  const { publicKey, secretKey, sealed, plain } = bareBox();
  const start = performance.now();
  for (let i = 0; i < ballots / 10; i++) {
    sodium.crypto_box_seal_open(plain, sealed, publicKey, secretKey);
  }
  return (performance.now() - start) / 100;
}

function bareSealing(ballots: number): number {
  const { publicKey, plain, sealed } = bareBox();
  const start = performance.now();
  for (let i = 0; i < ballots / 10; i++) sodium.crypto_box_seal(sealed, plain, publicKey);
  return (performance.now() - start) / 100;
}

function bareBox() {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES);
  sodium.crypto_box_keypair(publicKey, secretKey);
  const plain = Buffer.alloc(32);
  const sealed = Buffer.alloc(32 + sodium.crypto_box_SEALBYTES);
  sodium.crypto_box_seal(sealed, plain, publicKey);
  return { publicKey, secretKey, plain, sealed };
}

/** Runs this file again as a process that only counts, or only opens the database. */
function inChild(task: 'count' | 'idle'): { seconds: number; megabytes: number } {
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), task], {
    encoding: 'utf8',
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`The ${task} failed: ${stderr}`);
  return JSON.parse(line);
}

async function child(task: string): Promise<void> {
  const store = await sqlite(`${FOLDER}/db/bench.db`);
  const start = performance.now();
  if (task === 'count') {
    const ports = {
      store,
      keys: keyFolder(`${FOLDER}/keys`),
      chats: { settle: async () => {} },
    };
    const closed = () => ({ summary: '', blocks: [] });
    const outcome = await closeRound(ports, 'bench', closed, WINDOW.closesAt);
    if (!('burned' in outcome && outcome.burned)) throw new Error(JSON.stringify(outcome));
  }
  const seconds = (performance.now() - start) / 1000;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ seconds, megabytes }));
  await store.close();
}

const task = process.argv[2];
if (process.argv[1] === fileURLToPath(import.meta.url) && task) await child(task);
