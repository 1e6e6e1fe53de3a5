/** Delivery: how near it keeps to a platform's limit, and what the engine costs against BullMQ with jobs that do nothing. */
import Database from 'better-sqlite3';
import { Queue as BullQueue, Worker as BullWorker } from 'bullmq';
import { Redis } from 'ioredis';
import { openQueue } from '../scheduler/open-queue.ts';
import { CONCURRENCY } from '../scheduler/settings.ts';
import { send } from '../src/delivery/send.ts';
import type { Job } from '../src/ports/queue.ts';
import { PROGRAMME } from './company.ts';
import { counted, deliver, NOW, planned } from './engine.ts';
import { type Line, rates, skipped } from './line.ts';
import { folder, OWN, withRedis } from './places.ts';
import { interleaved, rate } from './runs.ts';

const ROUNDS = 3;
/** Messages a second that the platform takes. */
const PACE = 50;
const [KEPT, REJECTED, SHARE] = ['at least 0.95', 'under 1 %', 'at least 0.5'];

export async function measureDelivery(short: boolean): Promise<Line[]> {
  const [paced, free] = short ? [2.5 * PACE, 300] : [8 * PACE, 2_000];
  const lines = await withRedis(async (url) => [
    ...(await pacing(paced, { 'in-process queue': undefined, Redis: url })),
    ...(await overhead(free, url)),
  ]);
  if (lines) return lines;
  return [
    ...(await pacing(paced, { 'in-process queue': undefined })),
    skipped(paceKept('Redis'), 'Redis', KEPT),
    skipped(engine(free), 'Redis', SHARE),
  ];
}

const paceKept = (queue: string) => `pace of ${PACE}/s kept, sweep to mark: ${queue}, SQLite`;
const engine = (people: number) => `deliver to ${people} people, no pace: Redis, SQLite`;

/** Whole runs at the pace. The one message more marks where the last one's share of the time ends. */
async function pacing<K extends string>(
  messages: number,
  queues: Readonly<Record<K, string | undefined>>,
): Promise<Line[]> {
  const names = Object.keys(queues) as K[];
  const calls = new Map<K, number[][]>();
  const run = (name: K) => async () => {
    const delivered = await deliver(messages + 1, queues[name], { perSecond: PACE });
    calls.set(name, [...(calls.get(name) ?? []), [...delivered.calls]]);
    return messages / delivered.seconds;
  };
  const runs = Object.fromEntries(names.map((name) => [name, run(name)]));
  const kept = await interleaved(ROUNDS, runs);
  return names.flatMap((name) => {
    const all = calls.get(name) ?? [];
    const [total, refused] = [all.flat().length, all.map(rejected).reduce((a, b) => a + b)];
    return [
      {
        what: paceKept(name),
        ours: `${(kept[name] ?? 0).toFixed(1)}/s`,
        bare: `${PACE}/s set`,
        ratio: ((kept[name] ?? 0) / PACE).toFixed(3),
        target: KEPT,
      },
      {
        what: `... of which a limit of ${PACE}/s rejects`,
        ours: `${refused} of ${total}`,
        bare: `${Math.max(...all.map(fullest))} in the fullest second`,
        ratio: `${((100 * refused) / total).toFixed(1)} %`,
        target: REJECTED,
      },
    ];
  });
}

/** Calls that a token bucket refuses: full at first, one second's burst, refilled at the pace. */
function rejected(calls: readonly number[]): number {
  let [tokens, last, refused] = [PACE, calls[0] ?? 0, 0];
  for (const at of calls) {
    tokens = Math.min(PACE, tokens + ((at - last) / 1000) * PACE);
    last = at;
    if (tokens >= 1) tokens--;
    else refused++;
  }
  return refused;
}

/** Most calls within any second. */
function fullest(calls: readonly number[]): number {
  return Math.max(
    ...calls.map((from) => calls.filter((at) => at >= from && at < from + 1000).length),
  );
}

/** As fast as it goes: the engine, and the parts that it consists of, each beside its own baseline. */
async function overhead(people: number, url: string): Promise<Line[]> {
  const found = await interleaved(ROUNDS, {
    engine: async () => people / (await deliver(people, url, {})).seconds,
    bare: (n) => bareBull(people, url, n),
    queue: (n) => ourQueue(people, url, n),
    sending: () => sending(people),
    commits: (n) => bareCommits(people, n),
  });
  return [
    rates(engine(people), found.engine, found.bare, SHARE, ' BullMQ no-op'),
    rates('... of this, the queue alone: no-op', found.queue, found.bare, '', ' BullMQ no-op'),
    rates(
      '... and sending alone: claim to mark',
      found.sending,
      found.commits,
      '',
      ' two commits each',
    ),
  ];
}

const jobsFor = (people: number): Job[] =>
  Array.from({ length: people }, (_, n) => ({ name: 'send', ref: `delivery-${n}` }));

/** BullMQ as its manual shows it, with as many jobs at a time. */
async function bareBull(people: number, url: string, n: number): Promise<number> {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const options = { connection, prefix: `${OWN}_bare_${n}` };
  const queue = new BullQueue('bare', options);
  const all = counted(people, async () => {});
  const start = performance.now();
  const worker = new BullWorker<Job>('bare', (job) => all.work(job.data), {
    ...options,
    concurrency: CONCURRENCY,
  });
  const jobs = jobsFor(people).map((data) => ({
    name: data.name,
    data,
    opts: { jobId: data.ref, removeOnComplete: true },
  }));
  for (let at = 0; at < jobs.length; at += 1_000) await queue.addBulk(jobs.slice(at, at + 1_000));
  await all.done;
  const seconds = (performance.now() - start) / 1000;
  await worker.close();
  await queue.close();
  connection.disconnect();
  return people / seconds;
}

async function ourQueue(people: number, url: string, n: number): Promise<number> {
  const queue = await openQueue(url, { patience: 0, prefix: `${OWN}_queue_${n}` });
  const all = counted(people, async () => undefined);
  const start = performance.now();
  queue.work(all.work, all.failed);
  await queue.add(jobsFor(people));
  await all.done;
  const seconds = (performance.now() - start) / 1000;
  await queue.close();
  return people / seconds;
}

/** The verb alone, without a queue. */
async function sending(people: number): Promise<number> {
  const ports = await planned(people);
  const due = await ports.store.deliveries.due(NOW, people);
  const round = ports.store.rounds.get(due[0]?.round ?? '');
  const found = await rate(due, CONCURRENCY, ({ id }) =>
    send(ports, PROGRAMME, () => round, id, NOW),
  );
  await ports.store.close();
  return found;
}

/** The least that a claim before the call and a mark after it can cost: two durable updates of a row, and no more. */
async function bareCommits(people: number, n: number): Promise<number> {
  const db = new Database(`${folder(`commits-${n}`)}/bare.db`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table delivery (id text primary key, state text not null)');
  const insert = db.prepare(`insert into delivery values (?, 'planned')`);
  const refs = jobsFor(people).map(({ ref }) => ref);
  db.transaction(() => {
    for (const ref of refs) insert.run(ref);
  })();
  const update = db.prepare('update delivery set state = ? where id = ? and state = ?');
  const found = await rate(refs, CONCURRENCY, async (ref) => {
    update.run('claimed', ref, 'planned');
    update.run('sent', ref, 'claimed');
  });
  db.close();
  return found;
}
