/** Kills everything that Soundings runs on while a campaign runs, and counts what was lost or done twice. `--short` */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ran, RunSettings } from './director.ts';
import { figures, print } from './report.ts';
import { clear, run } from './run.ts';
import { database, redisServer } from './servers.ts';

const short = process.argv.includes('--short');
/** On the servers of DATABASE_URL and QUEUE_URL, or at their usual places, in a corner of our own. */
const own = !process.argv.includes('--shared');
const verbose = process.argv.includes('--verbose');

/** After each call that changes something, and in the middle of the count: one in every state of a round. */
const AFTER = {
  'rounds.move to closing after': 1,
  'box.ballots in the middle': 1,
  'results.record after': 1,
  'keys.destroy after': 1,
  'results.clean after': 1,
  'rounds.move to burned after': 1,
  'results.publish after': 1,
};
const BEFORE = {
  'rounds.move to closing before': 1,
  'keys.read after': 1,
  'results.record before': 1,
  'keys.destroy before': 1,
  'chat.settle after': 1,
  'rounds.move to burned before': 1,
  'results.result after': 1,
  'results.publish before': 1,
};
const OPENING = { 'keys.keep after': 1, 'rounds.open before': 1, 'rounds.open after': 1 };

const SHORT: readonly RunSettings[] = [
  {
    ...{ name: 'found', people: 400, rounds: 1, canFind: true, seed: 11, pace: 100 },
    kills: { asking: 14, reminding: 2, telling: 2 },
    between: 700,
    steps: [
      {
        'rounds.open before': 1,
        'box.put after': 2,
        'rounds.move to closing after': 1,
        'box.ballots in the middle': 1,
        'results.record after': 1,
        'rounds.move to burned after': 1,
        'results.publish after': 1,
      },
    ],
    ...{ wipes: 1, terminations: 2, restarts: 1, patience: 40_000 },
  },
  {
    ...{ name: 'unfound', people: 60, rounds: 1, canFind: false, seed: 12, pace: 100 },
    kills: { asking: 3, reminding: 0, telling: 0 },
    between: 500,
    steps: [],
    ...{ wipes: 1, terminations: 1, restarts: 0, patience: 30_000 },
  },
];

const FULL: readonly RunSettings[] = [
  {
    ...{ name: 'found', people: 2000, rounds: 2, canFind: true, seed: 21, pace: 100 },
    kills: { asking: 61, reminding: 12, telling: 8 },
    between: 800,
    steps: [
      { ...OPENING, ...AFTER, 'box.put before': 3, 'box.put after': 6 },
      { ...OPENING, ...BEFORE, 'box.put before': 3, 'box.put after': 6 },
    ],
    ...{ wipes: 2, terminations: 4, restarts: 1, patience: 120_000 },
  },
  {
    ...{ name: 'unfound', people: 200, rounds: 1, canFind: false, seed: 22, pace: 100 },
    kills: { asking: 8, reminding: 1, telling: 1 },
    between: 700,
    steps: [],
    ...{ wipes: 1, terminations: 1, restarts: 0, patience: 60_000 },
  },
];

process.exitCode = await main();

async function main(): Promise<number> {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'soundings-chaos-'));
  // PostgreSQL runs as another user, who has to get through.
  chmodSync(folder, 0o711);
  const log = (line: string) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
    console.log(`${seconds} s  ${line}`);
  };
  const closing: (() => unknown)[] = [
    () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  ];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void clear(closing, log).finally(() => process.exit(1)));
  }
  try {
    const kept = await database(folder, own);
    closing.push(kept.stop);
    const redis = await redisServer(own);
    closing.push(redis.stop);
    log(`${kept.what}; ${redis.what}.`);
    const servers = { database: kept, redis, folder };
    let missed = 0;
    for (const settings of short ? SHORT : FULL) {
      const mine: (() => unknown)[] = [];
      closing.push(() => clear(mine, log));
      const tell = (line: string) => log(`${settings.name.padEnd(7)}  ${line}`);
      missed += await run(settings, { ...servers, closing: mine }, tell, judge(folder));
    }
    log(missed === 0 ? 'Every target is met.' : `${missed} targets are missed.`);
    return missed === 0 ? 0 : 1;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await clear(closing, log);
  }
}

/** Prints the table of a run; resolves to how many targets it missed. */
function judge(folder: string): (ran: Ran) => Promise<number> {
  return async (ran) => {
    const lines = await figures(ran);
    const { canFind, name } = ran.settings;
    print(`A platform that ${canFind ? 'can' : 'can’t'} be asked what was posted (${name})`, lines);
    const details = [...ran.crew.faults, ...ran.people.wrong].slice(0, 20);
    if (details.length > 0) console.log(details.map((line) => `  ! ${line}`).join('\n'));
    if (verbose) writeFileSync(`${folder}-${name}.log`, ran.crew.said.join('\n'));
    return lines.filter(({ met }) => met === false).length;
  };
}
