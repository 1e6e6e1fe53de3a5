/** The embedded queue: a few jobs at a time in this process. What it forgets at the end, the next sweep finds again. */
import type { Job, Queue } from '../src/ports/queue.ts';

interface Settings {
  /** Jobs at a time. */
  readonly concurrency?: number;
  readonly attempts?: number;
  /** Pause before try `n` (1, 2, ...), in milliseconds. */
  readonly pause?: (n: number) => number;
}

/** Exponential with full jitter, from half a second to a minute. */
function backoff(n: number): number {
  return Math.random() * Math.min(60_000, 500 * 2 ** n);
}

export function inProcess(settings: Settings = {}): Queue {
  return new InProcess(settings);
}

class InProcess implements Queue {
  readonly #concurrency: number;
  readonly #attempts: number;
  readonly #pause: (n: number) => number;
  readonly #ready: Job[] = [];
  /** Every job that waits, runs or rests before another try, and how often it has failed. */
  readonly #failures = new Map<string, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #running = 0;
  #closed = false;
  #idlers: (() => void)[] = [];
  #handle: (job: Job) => Promise<void> = async () => {};
  #fail: (job: Job, error: unknown) => void = () => {};

  constructor({ concurrency = 8, attempts = 5, pause = backoff }: Settings) {
    this.#concurrency = concurrency;
    this.#attempts = attempts;
    this.#pause = pause;
  }

  async add(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) {
      if (this.#closed || this.#failures.has(nameOf(job))) continue;
      this.#failures.set(nameOf(job), 0);
      this.#ready.push(job);
    }
    setImmediate(() => this.#pump());
  }

  work(handler: (job: Job) => Promise<void>, failed: (job: Job, error: unknown) => void): void {
    this.#handle = handler;
    this.#fail = failed;
  }

  every(seconds: number, job: Job): void {
    void this.add([job]);
    this.#timers.add(setInterval(() => void this.add([job]), seconds * 1000));
  }

  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idlers.push(resolve);
      setImmediate(() => this.#settle());
    });
  }

  close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    return this.idle();
  }

  #pump(): void {
    while (!this.#closed && this.#running < this.#concurrency) {
      const job = this.#ready.shift();
      if (!job) break;
      void this.#run(job);
    }
    this.#settle();
  }

  async #run(job: Job): Promise<void> {
    this.#running++;
    try {
      await this.#handle(job);
      this.#failures.delete(nameOf(job));
    } catch (error) {
      this.#retry(job, error);
    }
    this.#running--;
    this.#pump();
  }

  #retry(job: Job, error: unknown): void {
    const failures = (this.#failures.get(nameOf(job)) ?? 0) + 1;
    if (failures >= this.#attempts) {
      this.#failures.delete(nameOf(job));
      this.#fail(job, error);
      return;
    }
    this.#failures.set(nameOf(job), failures);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#ready.push(job);
      this.#pump();
    }, this.#pause(failures));
    this.#timers.add(timer);
  }

  #settle(): void {
    if (this.#running > 0 || (this.#ready.length > 0 && !this.#closed)) return;
    for (const resolve of this.#idlers) resolve();
    this.#idlers = [];
  }
}

function nameOf({ name, ref }: Job): string {
  return `${name}:${ref}`;
}
