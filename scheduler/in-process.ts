/** The embedded queue: a few jobs at a time in this process. What it forgets at the end, the next sweep finds again. */
import type { Done, Job, Queue, QueueStatus } from '../src/ports/queue.ts';
import {
  backoff,
  CONCURRENCY,
  PATIENCE,
  type QueueSettings,
  REMEMBERED,
  sentence,
} from './settings.ts';

export function inProcess(settings: QueueSettings = {}): Queue {
  return new InProcess(settings);
}

class InProcess implements Queue {
  readonly #concurrency: number;
  readonly #attempts: number;
  readonly #pause: (n: number) => number;
  /** Milliseconds between the starts of two sends. */
  readonly #gap: number;
  readonly #ready: Job[] = [];
  readonly #sends: Job[] = [];
  /** Every job that waits, runs or rests before another try, and how often it has failed. */
  readonly #failures = new Map<string, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #failed: QueueStatus['failed'] = [];
  #resting = 0;
  #running = 0;
  #closed = false;
  #paused = false;
  /** When the next send may start, by the machine's steady clock. */
  #nextSend = 0;
  #idlers: (() => void)[] = [];
  /** Wakes the line of sends when its pace allows the next. */
  #pacing: NodeJS.Timeout | undefined;
  /** Absent before `work`: jobs wait. */
  #handle: ((job: Job) => Promise<Done>) | undefined;
  #fail: (job: Job, error: unknown) => void = () => {};

  constructor({
    concurrency = CONCURRENCY,
    attempts = 5,
    pause = backoff,
    perSecond,
  }: QueueSettings) {
    this.#concurrency = concurrency;
    this.#attempts = attempts;
    this.#pause = pause;
    this.#gap = perSecond === undefined ? 0 : 1000 / perSecond;
  }

  async add(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) {
      if (this.#closed || this.#failures.has(nameOf(job))) continue;
      this.#failures.set(nameOf(job), 0);
      this.#line(job).push(job);
    }
    setImmediate(() => this.#pump());
  }

  work(handler: (job: Job) => Promise<Done>, failed: (job: Job, error: unknown) => void): void {
    this.#handle = handler;
    this.#fail = failed;
    setImmediate(() => this.#pump());
  }

  async every(seconds: number, job: Job, first: 'now' | 'later' = 'now'): Promise<void> {
    if (first === 'now') await this.add([job]);
    this.#timers.add(setInterval(() => void this.add([job]), seconds * 1000));
  }

  async pause(paused: boolean): Promise<void> {
    this.#paused = paused;
    this.#pump();
  }

  async status(): Promise<QueueStatus> {
    return {
      waiting: this.#ready.length + this.#sends.length,
      running: this.#running,
      delayed: this.#resting,
      failed: this.#failed,
      paused: this.#paused,
    };
  }

  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idlers.push(resolve);
      setImmediate(() => this.#settle());
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE).unref());
    await Promise.race([this.idle(), patience]);
  }

  /** Sends wait in a line of their own, as only they have a pace. */
  #line({ name }: Job): Job[] {
    return name === 'send' ? this.#sends : this.#ready;
  }

  #pump(): void {
    const handle = this.#handle;
    while (handle && !this.#closed && !this.#paused && this.#running < this.#concurrency) {
      const job = this.#ready.shift() ?? this.#nextInPace();
      if (!job) break;
      void this.#run(job, handle);
    }
    this.#settle();
  }

  #nextInPace(): Job | undefined {
    if (this.#sends.length === 0) return undefined;
    const now = performance.now();
    const wait = this.#nextSend - now;
    if (wait > 0) {
      this.#pacing ??= this.#after(wait, () => {
        this.#pacing = undefined;
      });
      return undefined;
    }
    // A timer's lateness is caught up, but never by more than a quarter of the gap.
    this.#nextSend = Math.max(this.#nextSend, now - Math.min(this.#gap / 4, 5)) + this.#gap;
    return this.#sends.shift();
  }

  async #run(job: Job, handle: (job: Job) => Promise<Done>): Promise<void> {
    this.#running++;
    try {
      const done = await handle(job);
      if (done) this.#later(job, done.later);
      else this.#failures.delete(nameOf(job));
    } catch (error) {
      this.#retry(job, error);
    }
    this.#running--;
    this.#pump();
  }

  /** The platform asks for a pause: everybody's sends wait. */
  #later(job: Job, seconds: number): void {
    this.#nextSend = Math.max(this.#nextSend, performance.now() + seconds * 1000);
    this.#line(job).unshift(job);
  }

  #retry(job: Job, error: unknown): void {
    const failures = (this.#failures.get(nameOf(job)) ?? 0) + 1;
    if (failures >= this.#attempts) {
      this.#failures.delete(nameOf(job));
      this.#failed = [{ job, reason: sentence(error), at: new Date() }, ...this.#failed].slice(
        0,
        REMEMBERED,
      );
      this.#fail(job, error);
      return;
    }
    this.#failures.set(nameOf(job), failures);
    this.#resting++;
    this.#after(this.#pause(failures), () => {
      this.#resting--;
      this.#line(job).push(job);
    });
  }

  #after(milliseconds: number, then: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      then();
      this.#pump();
    }, milliseconds);
    this.#timers.add(timer);
    return timer;
  }

  #settle(): void {
    const waits = !this.#closed && !this.#paused && this.#ready.length + this.#sends.length > 0;
    if (this.#running > 0 || waits) return;
    for (const resolve of this.#idlers) resolve();
    this.#idlers = [];
  }
}

function nameOf({ name, ref }: Job): string {
  return `${name}:${ref}`;
}
