/** Opens the queue that QUEUE_URL names. */
import type { Queue } from '../src/ports/queue.ts';
import { inProcess } from './in-process.ts';
import { parseQueueUrl } from './queue-url.ts';
import type { QueueSettings } from './settings.ts';

/**
 * No URL: the queue inside this process. Else BullMQ, loaded only now, on Redis or PostgreSQL; rejects with an error that
 * names QUEUE_URL, shows no credentials and says what to do.
 */
export async function openQueue(
  url: string | undefined,
  settings: QueueSettings = {},
): Promise<Queue> {
  if (url === undefined) return inProcess(settings);
  parseQueueUrl(url);
  const { bullmq } = await import('./bullmq.ts');
  return bullmq(url, settings);
}
