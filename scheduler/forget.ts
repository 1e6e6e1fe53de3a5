/** Forgets what the server noted of jobs that have ended, a moment after one has: many may end together. */
import { setTimeout as sleep } from 'node:timers/promises';

/** How long after, and how long the last time may take, in milliseconds. */
const [SOON, PATIENCE] = [250, 1_000];

export interface Forgetting {
  soon(): void;
  /** Forgets what was to be forgotten soon. What a process that is killed leaves is forgotten after the next sweep. */
  close(): Promise<void>;
}

/** A server that does not answer is noticed by others; it is asked again after the next job. */
export function forgetting(forget: () => Promise<void>): Forgetting {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        forget().catch(() => {});
      }, SOON).unref();
    },
    async close() {
      if (!timer) return;
      clearTimeout(timer);
      await Promise.race([forget().catch(() => {}), sleep(PATIENCE, undefined, { ref: false })]);
    },
  };
}
