/** What wakes us up. Never the truth: a job carries ids only, and one that finds its work done does nothing. */

export interface Job {
  /**
   * `sweep` looks for whatever is due; `send` is one delivery; `close` and `cancel` are one round; `open` is a campaign's
   * round; `people` reads the organisation anew.
   */
  readonly name: 'sweep' | 'send' | 'close' | 'open' | 'cancel' | 'people';
  /** The id of the delivery, round or campaign; empty for a sweep and for people. */
  readonly ref: string;
  /** The chat platform that a send goes to, where each has a pace of its own. */
  readonly lane?: string;
}

/** `later`: the chat platform asks everybody to wait so many seconds; then this job is run again. */
export type Done = undefined | { readonly later: number };

export interface QueueStatus {
  readonly waiting: number;
  readonly running: number;
  /** Resting before another try. */
  readonly delayed: number;
  /** Given up, newest first, at most 100: ids and the error's sentence, nothing else. */
  readonly failed: readonly { readonly job: Job; readonly reason: string; readonly at: Date }[];
  readonly paused: boolean;
}

export interface Queue {
  /** Adds jobs to run soon. One that waits or runs already (same name and ref) is left as it is. */
  add(jobs: readonly Job[]): Promise<void>;
  /**
   * Hands each job to `handler`, several at a time, at least once. `send` jobs start no faster than the pace that the
   * driver was given, all workers together, and pause for everybody when one answers `later`. A job whose handler
   * rejects is tried again with growing pauses; after the last try `failed` is told, and a later `add` may run it anew.
   */
  work(handler: (job: Job) => Promise<Done>, failed: (job: Job, error: unknown) => void): void;
  /** Adds `job` now (not with `later`) and every so many seconds, once for all workers. */
  every(seconds: number, job: Job, first?: 'now' | 'later'): Promise<void>;
  /** Stops or goes on handing out jobs, for all workers; what is running ends. */
  pause(paused: boolean): Promise<void>;
  status(): Promise<QueueStatus>;
  /** Resolves when no job is running or waiting to run at once. */
  idle(): Promise<void>;
  /** Takes no more jobs, lets the running ones end (10 s at most), and resolves. */
  close(): Promise<void>;
}
