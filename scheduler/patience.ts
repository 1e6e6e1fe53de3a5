/** Waits for a server that does not answer yet, and tells apart what waiting cannot mend. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueSettings } from './settings.ts';

/** What knocking at a server's door gave: `silent` may change by waiting, `refused` not. Both say why. */
export type Answer = 'open' | { readonly silent: string } | { readonly refused: string };

/** Between two knocks, and between two messages, in milliseconds. */
const KNOCKS = 500;
const MESSAGES = 5_000;

/** Resolves when `knock` finds the server open; throws an error that names QUEUE_URL and what to do. */
export async function untilOpen(
  shown: string,
  knock: () => Promise<Answer>,
  { patience = 60_000, tell = () => {} }: QueueSettings,
): Promise<void> {
  const start = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  for (;;) {
    const answer = await knock();
    if (answer === 'open') return;
    if ('refused' in answer) throw new Error(`QUEUE_URL: ${shown}: ${answer.refused}`);
    const left = start + patience - performance.now();
    if (left <= 0) {
      throw new Error(
        `QUEUE_URL: ${shown} does not answer (${answer.silent}). Start the server, or correct host, port and scheme.`,
      );
    }
    if (performance.now() - told >= MESSAGES) {
      told = performance.now();
      tell(
        `Waiting up to ${Math.ceil(left / 1000)} s for the queue at ${shown} (${answer.silent}).`,
      );
    }
    await sleep(Math.min(KNOCKS, left));
  }
}
