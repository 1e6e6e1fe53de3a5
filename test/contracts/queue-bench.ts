/** What the tests of a queue share: places that are cleaned up, a handler that keeps a record, waiting for a claim. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { QueueSettings } from '../../scheduler/settings.ts';
import type { Done, Job, Queue } from '../../src/ports/queue.ts';
import type { Driver, Place } from './queue-drivers.ts';

/** Short pauses, so that a test of retries takes no minutes. */
const QUICK: QueueSettings = { concurrency: 4, attempts: 3, pause: (n) => 60 * n, rest: 0 };

export const send = (ref: string): Job => ({ name: 'send', ref });
export const close = (ref: string): Job => ({ name: 'close', ref });
export const SWEEP: Job = { name: 'sweep', ref: '' };

/** Opens queues on one place, and closes and empties all at the end. */
export class Bench {
  readonly #queues: Queue[] = [];
  readonly #places: Place[] = [];
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  place(): Place {
    const place = this.#driver.fresh();
    this.#places.push(place);
    return place;
  }

  /** A queue on `place`, or on a place of its own. */
  async open(settings: QueueSettings = {}, place: Place = this.place()): Promise<Queue> {
    const queue = await place.open({ ...QUICK, ...settings });
    this.#queues.push(queue);
    return queue;
  }

  async clear(): Promise<void> {
    await Promise.all(this.#queues.splice(0).map((queue) => queue.close()));
    await Promise.all(this.#places.splice(0).map((place) => place.empty().catch(() => {})));
  }
}

export interface Run {
  readonly job: Job;
  /** Milliseconds, by the steady clock. */
  readonly at: number;
}

/** Works on `queue` and records what runs, and what is given up. */
export function record(
  queue: Queue,
  handle: (job: Job) => Promise<Done> = async () => undefined,
): { readonly runs: Run[]; readonly givenUp: { job: Job; error: unknown }[] } {
  const runs: Run[] = [];
  const givenUp: { job: Job; error: unknown }[] = [];
  queue.work(
    (job) => {
      runs.push({ job, at: performance.now() });
      return handle(job);
    },
    (job, error) => givenUp.push({ job, error }),
  );
  return { runs, givenUp };
}

export const refs = (runs: readonly Run[]): string[] => runs.map(({ job }) => job.ref).sort();

/** Waits until `claim` holds: at most so many milliseconds. */
export async function until(claim: () => unknown, patience = 8_000): Promise<void> {
  const end = performance.now() + patience;
  while (!(await claim())) {
    if (performance.now() > end) expect.fail(`still not true after ${patience} ms: ${claim}`);
    await sleep(10);
  }
}

/** A door that handlers wait at. */
export function gate(): { readonly opened: Promise<undefined>; open(): void } {
  let open = () => {};
  const opened = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined);
  });
  return { opened, open };
}
