/** What the BullMQ driver needs of the server behind it, Redis or PostgreSQL. */
import type {
  Queue as BullQueue,
  Worker as BullWorker,
  IQueueBackend,
  Processor,
  QueueOptions,
  WorkerOptions,
} from 'bullmq';
import type { Job } from '../src/ports/queue.ts';

/** The lines of jobs: sends wait apart from all others. */
export const LINES = ['sends', 'jobs'] as const;
export type LineName = (typeof LINES)[number];

/** A line of jobs as its producers see it. */
export type Line = Pick<
  BullQueue<Job, void, string, Job, void, string, IQueueBackend, unknown>,
  | 'addBulk'
  | 'close'
  | 'getFailed'
  | 'getJobScheduler'
  | 'getJobSchedulers'
  | 'getRateLimitTtl'
  | 'isPaused'
  | 'pause'
  | 'rateLimit'
  | 'resume'
  | 'upsertJobScheduler'
> & {
  /** Wider than BullMQ's own type, which leaves out `paused`: what waits in a paused queue on PostgreSQL. */
  getJobCounts(...states: string[]): Promise<Record<string, number>>;
  on(event: 'error', heard: (error: Error) => void): unknown;
};

export type Worker = Pick<BullWorker<Job, void>, 'close' | 'disconnect' | 'pause' | 'resume'> & {
  on(event: 'error', heard: (error: Error) => void): unknown;
  on(event: 'failed', heard: (job: BullJob | undefined, error: Error) => void): unknown;
};

/** A job as BullMQ hands it out. */
export type BullJob = Pick<
  Parameters<Processor<Job, void>>[0],
  'data' | 'finishedOn' | 'repeatJobKey'
>;

export type WorkOptions = Omit<WorkerOptions, 'connection'>;

export interface Server {
  /** Where it is, without credentials. */
  readonly shown: string;
  line(name: LineName, options: Omit<QueueOptions, 'connection'>): Line;
  worker(name: LineName, run: (job: BullJob) => Promise<void>, options: WorkOptions): Worker;
  /**
   * Deletes what BullMQ has noted of when jobs began and ended. A reminder takes its time with those alone who have not answered,
   * so after the burn it would still say who took part. Asked for with every sweep and close.
   */
  forget(): Promise<void>;
  /** Rejects, and soon, when the server does not answer. */
  ping(): Promise<unknown>;
  /** Hears the errors of the producers' connection. */
  onError(heard: (error: Error) => void): void;
  /**
   * Where only one process may work at a time: calls `start` when this process may, and `stop` when it no longer may.
   * Absent: any number of processes work together.
   */
  turn?(start: () => void, stop: () => void): void;
  close(): Promise<void>;
}
