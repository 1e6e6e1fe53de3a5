/** What wakes us up. Never the truth: a job carries ids only, and one that finds its work done does nothing. */

export interface Job {
  /** `sweep` looks for whatever is due; `send` is one delivery; `close` is one round. */
  readonly name: 'sweep' | 'send' | 'close';
  /** The id of the delivery or round; empty for a sweep. */
  readonly ref: string;
}

export interface Queue {
  /** Adds jobs to run soon. One that waits or runs already (same name and ref) is left as it is. */
  add(jobs: readonly Job[]): Promise<void>;
  /**
   * Hands each job to `handler`, several at a time, at least once. A job whose handler rejects is tried again with
   * growing pauses; after the last try `failed` is told.
   */
  work(handler: (job: Job) => Promise<void>, failed: (job: Job, error: unknown) => void): void;
  /** Adds `job` now and every so many seconds. */
  every(seconds: number, job: Job): void;
  /** Resolves when no job is running or waiting to run at once. */
  idle(): Promise<void>;
  /** Takes no more jobs, lets the running ones end, and resolves. */
  close(): Promise<void>;
}
