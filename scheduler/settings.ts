/** What every queue driver can be told, and the rules of retry that the drivers share. */

export interface QueueSettings {
  /** Jobs at a time in one process (of sends and of the rest each, where these are two lines). Default 32. */
  readonly concurrency?: number;
  /** Tries of a job before it is given up. Default 5. */
  readonly attempts?: number;
  /** Pause before try `n` (1, 2, ...), in milliseconds. Default: `backoff`. */
  readonly pause?: (n: number) => number;
  /** `send` jobs a second, all workers together; absent: as fast as they go. */
  readonly perSecond?: number;
  /** Lanes of sends with a pace of their own, a second. */
  readonly lanes?: ReadonlyMap<string, number>;
  /** How long `add` leaves a job alone that was given up, in milliseconds. Default 30,000. Not in-process. */
  readonly rest?: number;
  /** How long a worker may be silent before others take its jobs over, in milliseconds. Default 30,000. Not in-process. */
  readonly lock?: number;
  /** How long to wait for a server that does not answer at the start, in milliseconds. Default 60,000. */
  readonly patience?: number;
  /** Hears of a server lost and found, and of errors: one line each, without credentials. */
  readonly tell?: (line: string) => void;
  /** Sets several Soundings on one server apart: letters, digits and underscores. Default `soundings`. */
  readonly prefix?: string;
}

/** A platform may take half a second a call: fewer at a time could not keep its pace. What waits together is committed together. */
export const CONCURRENCY = 32;

/** How many given-up jobs are remembered for the operator. */
export const REMEMBERED = 100;

/** How long running jobs may take to end when the queue is closed, in milliseconds. */
export const PATIENCE = 10_000;

/** Exponential with full jitter, from half a second to a minute; in milliseconds. */
export function backoff(n: number): number {
  return Math.random() * Math.min(60_000, 500 * 2 ** n);
}

/** The limiter counts in windows: a tenth of a second each keeps sends evenly spaced, and the rate at its limit. */
export function smooth(perSecond: number): { max: number; duration: number } {
  const max = Math.max(1, Math.round(perSecond / 10));
  return { max, duration: Math.round((max * 1000) / perSecond) };
}

/** What is kept of an error: the first line of its message, at most 300 characters. Never a stack. */
export function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n', 1)[0] ?? '').slice(0, 300);
}
