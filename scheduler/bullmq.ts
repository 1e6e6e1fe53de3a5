/** BullMQ as the queue: several processes share the work through Redis, or one works through PostgreSQL. */
import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimitError } from 'bullmq';
import type { Done, Job, Queue, QueueStatus } from '../src/ports/queue.ts';
import { type Forgetting, forgetting } from './forget.ts';
import { parseQueueUrl } from './queue-url.ts';
import type { BullJob, Line, LineName, Server, Worker, WorkOptions } from './server.ts';
import {
  backoff,
  CONCURRENCY,
  PATIENCE,
  type QueueSettings,
  REMEMBERED,
  sentence,
  smooth,
} from './settings.ts';
import { isAway, reason, Watch } from './watch.ts';

/** Jobs in one call of the server. */
const WAVE = 1_000;
/** How often `idle` looks, in milliseconds. */
const LOOK = 25;
/** No pace, but a limiter for `later` to close: BullMQ heeds a pause only where there is a limit. */
const NO_PACE = { max: 1_000_000_000, duration: 1_000 };
/** A process may be killed again and again; only the handler's own errors count as failed tries. */
const STALLS = 1_000_000;

/** Opens `url` as queue-url.ts reads it. Opens no worker before `work` is called. */
export async function bullmq(url: string, settings: QueueSettings = {}): Promise<Queue> {
  const place = parseQueueUrl(url);
  if (place.kind === 'redis') {
    const { redis } = await import('./redis.ts');
    return new Bull(await redis(place, settings), settings);
  }
  const { postgres } = await import('./postgres.ts');
  return new Bull(await postgres(place, settings), settings);
}

/** An error's sentence and nothing else goes to the server; the error itself goes to `failed`. */
class Given extends Error {
  constructor(cause: unknown) {
    super(sentence(cause), { cause });
  }
}

class Bull implements Queue {
  readonly #server: Server;
  readonly #settings: QueueSettings;
  readonly #watch: Watch;
  readonly #forgetting: Forgetting;
  /** Of sends. */
  readonly #limiter: { readonly max: number; readonly duration: number };
  /** Only sends have a pace, so they wait in a line of their own. */
  readonly #sends: Line;
  readonly #others: Line;
  readonly #timers: NodeJS.Timeout[] = [];
  #workers: readonly Worker[] = [];
  #closed = false;

  constructor(server: Server, settings: QueueSettings) {
    this.#server = server;
    this.#settings = settings;
    this.#limiter = settings.perSecond === undefined ? NO_PACE : smooth(settings.perSecond);
    this.#watch = new Watch(server.shown, () => server.ping(), settings.tell ?? (() => {}));
    this.#forgetting = forgetting(() => server.forget());
    server.onError((error) => this.#watch.heard(error));
    this.#sends = this.#open('sends');
    this.#others = this.#open('jobs');
  }

  async add(jobs: readonly Job[]): Promise<void> {
    if (this.#closed || jobs.length === 0) return;
    await this.#asked(async () => {
      await this.#addTo(
        this.#sends,
        jobs.filter(({ name }) => name === 'send'),
      );
      await this.#addTo(
        this.#others,
        jobs.filter(({ name }) => name !== 'send'),
      );
    });
  }

  work(handler: (job: Job) => Promise<Done>, failed: (job: Job, error: unknown) => void): void {
    const workers = [
      this.#worker('sends', handler, failed, { limiter: this.#limiter }),
      this.#worker('jobs', handler, failed, {}),
    ];
    this.#workers = workers;
    this.#server.turn?.(
      () => {
        for (const worker of workers) void worker.resume();
      },
      () => {
        for (const worker of workers) void worker.pause(true);
      },
    );
  }

  async every(seconds: number, job: Job, first: 'now' | 'later' = 'now'): Promise<void> {
    const keep = () => this.#asked(() => this.#schedule(seconds * 1000, job));
    if (first === 'now') await this.add([job]);
    await keep();
    // A server that was emptied has forgotten its schedulers: without a tick nothing would be swept ever again.
    const timer = setInterval(() => keep().catch(() => {}), seconds * 1000);
    this.#timers.push(timer.unref());
  }

  async pause(paused: boolean): Promise<void> {
    await this.#asked(() =>
      Promise.all(this.#lines().map((line) => (paused ? line.pause() : line.resume()))),
    );
  }

  async status(): Promise<QueueStatus> {
    return await this.#asked(async () => {
      const [counts, ticks, failed, paused] = await Promise.all([
        this.#counts(),
        this.#others.getJobSchedulers(0, -1, true),
        Promise.all(this.#lines().map((line) => line.getFailed(0, REMEMBERED - 1))),
        this.#others.isPaused(),
      ]);
      // The next tick of each scheduler rests among the delayed jobs, but it is none.
      const ahead = ticks.filter(({ next = 0 }) => next > Date.now()).length;
      return {
        ...counts,
        delayed: Math.max(0, counts.delayed - ahead),
        failed: newestFirst(failed.flat()),
        paused,
      };
    });
  }

  async idle(): Promise<void> {
    while (!this.#closed) {
      const { running, waiting } = await this.#asked(() => this.#counts());
      if (running === 0 && (waiting === 0 || (await this.#others.isPaused()))) return;
      await sleep(LOOK);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    const ended = Promise.all(this.#workers.map((worker) => worker.close())).then(() => true);
    const inTime = await Promise.race([ended, sleep(PATIENCE, false, { ref: false })]);
    await this.#forgetting.close();
    this.#watch.close();
    const rest = [...this.#lines().map((line) => line.close()), this.#server.close()];
    if (!inTime) rest.push(...this.#workers.map((worker) => worker.disconnect()));
    await Promise.race([Promise.allSettled(rest), sleep(1_000, undefined, { ref: false })]);
  }

  #lines(): readonly Line[] {
    return [this.#sends, this.#others];
  }

  #open(name: LineName): Line {
    // BullMQ keeps a stream of events for listeners, with the ids of jobs; nobody listens, so it is kept short, and forgotten.
    const line = this.#server.line(name, { streams: { events: { maxLen: 1 } } });
    line.on('error', (error) => this.#watch.heard(error));
    return line;
  }

  #worker(
    name: LineName,
    handler: (job: Job) => Promise<Done>,
    failed: (job: Job, error: unknown) => void,
    options: Pick<WorkOptions, 'limiter'>,
  ): Worker {
    const { concurrency = CONCURRENCY, lock = 30_000, pause = backoff } = this.#settings;
    const worker = this.#server.worker(name, (job) => this.#run(job, handler), {
      ...options,
      concurrency,
      lockDuration: lock,
      stalledInterval: lock,
      maxStalledCount: STALLS,
      runRetryDelay: 1_000,
      settings: { backoffStrategy: (n) => Math.max(1, Math.round(pause(n))) },
    });
    worker.on('error', (error) => this.#watch.heard(error));
    worker.on('failed', (job, error) => {
      const givenUp = job?.finishedOn !== undefined && !job.repeatJobKey;
      if (givenUp) failed(job.data, error instanceof Given ? error.cause : error);
    });
    return worker;
  }

  async #run({ data, repeatJobKey }: BullJob, handler: (job: Job) => Promise<Done>): Promise<void> {
    // A tick only adds its job, so that this is one with what waits or runs already.
    if (repeatJobKey) return this.add([data]);
    const done = await handler(data).catch((error: unknown) => {
      throw new Given(error);
    });
    if (data.name !== 'send') this.#forgetting.soon();
    if (!done) return;
    await this.#restAll(done.later * 1000).catch((error) => this.#watch.heard(error));
    throw new RateLimitError();
  }

  /** Nobody takes a job for so many milliseconds; a longer pause that was asked for before stays. */
  async #restAll(milliseconds: number): Promise<void> {
    for (const line of this.#lines()) {
      const left = await line.getRateLimitTtl(this.#limiter.max);
      if (left < milliseconds) await line.rateLimit(milliseconds);
    }
  }

  async #addTo(line: Line, jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    const ids = new Set(jobs.map(idOf));
    await this.#revive(line, ids);
    for (let at = 0; at < jobs.length; at += WAVE) {
      const wave = jobs.slice(at, at + WAVE);
      await line.addBulk(wave.map(({ name, ref }) => this.#entry({ name, ref })));
    }
  }

  /** A given-up job holds its id, so adding it does nothing: it is run anew, unless it was given up a moment ago. */
  async #revive(line: Line, ids: ReadonlySet<string>): Promise<void> {
    const { rest = 30_000 } = this.#settings;
    for (const job of await line.getFailed(0, REMEMBERED - 1)) {
      if (!ids.has(idOf(job.data)) || (job.finishedOn ?? 0) + rest > Date.now()) continue;
      // Another process may have revived it in the same moment, or the oldest may just have been dropped.
      await job.retry('failed', { resetAttemptsMade: true }).catch((error) => {
        if (isAway(error)) throw error;
      });
    }
  }

  #entry(job: Job): Parameters<Line['addBulk']>[0][number] {
    return {
      name: job.name,
      data: job,
      opts: {
        jobId: idOf(job),
        attempts: this.#settings.attempts ?? 5,
        backoff: { type: 'growing' },
        removeOnComplete: true,
        removeOnFail: { count: REMEMBERED },
        stackTraceLimit: 0,
      },
    };
  }

  async #schedule(milliseconds: number, { name, ref }: Job): Promise<void> {
    const id = `every-${idOf({ name, ref })}`;
    const known = await this.#others.getJobScheduler(id);
    const late = (known?.next ?? 0) < Date.now() - 2 * milliseconds;
    if (known && Number(known.every) === milliseconds && !late) return;
    await this.#others.upsertJobScheduler(
      id,
      { every: milliseconds, startDate: Date.now() + milliseconds },
      { name, data: { name, ref }, opts: { removeOnComplete: true, removeOnFail: true } },
    );
  }

  async #counts(): Promise<Pick<QueueStatus, 'waiting' | 'running' | 'delayed'>> {
    const each = await Promise.all(
      this.#lines().map((line) => line.getJobCounts('waiting', 'paused', 'active', 'delayed')),
    );
    const sum = (state: string) => each.reduce((all, counts) => all + (counts[state] ?? 0), 0);
    const waiting = sum('waiting') + sum('paused');
    return { waiting, running: sum('active'), delayed: sum('delayed') };
  }

  /** Says of a server that does not answer that it is the queue, and where. */
  async #asked<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      if (!isAway(error)) throw error;
      this.#watch.heard(error);
      throw new Error(
        `The queue at ${this.#server.shown} does not answer (${reason(error)}). It is asked again at the next sweep.`,
      );
    }
  }
}

/** One id a job, without the `:` that BullMQ keeps for itself. */
function idOf({ name, ref }: Job): string {
  return `${name}-${encodeURIComponent(ref)}`;
}

function newestFirst(failed: Awaited<ReturnType<Line['getFailed']>>): QueueStatus['failed'] {
  return failed
    .map(({ data, failedReason, finishedOn = 0 }) => ({
      job: data,
      reason: failedReason,
      at: new Date(finishedOn),
    }))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, REMEMBERED);
}
