/** Opens the queue that QUEUE_URL names. */
import type { Queue } from '../src/ports/queue.ts';
import { inProcess } from './in-process.ts';
import { lanes } from './lanes.ts';
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
  const { lanes: wanted = new Map<string, number>(), ...rest } = settings;
  const main = await openOne(url, rest);
  const opened = new Map<string, Queue>();
  try {
    for (const [name, perSecond] of wanted) {
      const prefix = `${rest.prefix ?? 'soundings'}_${name}`;
      opened.set(name, await openOne(url, { ...rest, prefix, perSecond }));
    }
  } catch (error) {
    await Promise.all([main, ...opened.values()].map((queue) => queue.close()));
    throw error;
  }
  return opened.size > 0 ? lanes(main, opened) : main;
}

async function openOne(url: string | undefined, settings: QueueSettings): Promise<Queue> {
  if (url === undefined) return inProcess(settings);
  parseQueueUrl(url);
  const { bullmq } = await import('./bullmq.ts');
  return bullmq(url, settings);
}
