/** Sends of two platforms: each at its own pace, pausing by itself. */
import { expect, test } from 'vitest';
import { openQueue } from '../../scheduler/open-queue.ts';
import type { Job } from '../../src/ports/queue.ts';

const send = (ref: string, lane?: string): Job => ({
  ...{ name: 'send', ref },
  ...(lane !== undefined && { lane }),
});
const many = (lane: string, n: number) =>
  Array.from({ length: n }, (_, i) => send(`${lane}-${i}`, lane));

async function queueOf(paces: Record<string, number>) {
  const queue = await openQueue(undefined, { lanes: new Map(Object.entries(paces)) });
  const done: { ref: string; at: number }[] = [];
  return { queue, done };
}

test('each lane keeps its own pace', async () => {
  const { queue, done } = await queueOf({ slow: 20, fast: 500 });
  const start = performance.now();
  queue.work(
    async ({ ref }) => {
      done.push({ ref, at: performance.now() - start });
      return undefined;
    },
    () => {},
  );
  await queue.add([...many('slow', 8), ...many('fast', 50)]);
  await queue.idle();
  const last = (lane: string) =>
    Math.max(...done.filter(({ ref }) => ref.startsWith(lane)).map(({ at }) => at));
  expect(done).toHaveLength(58);
  expect(last('slow')).toBeGreaterThan(300);
  expect(last('fast')).toBeLessThan(last('slow'));
  await queue.close();
});

test('a platform that asks to wait stops its own lane only', async () => {
  const { queue, done } = await queueOf({ slack: 1000, teams: 1000 });
  let asked = false;
  queue.work(
    async ({ ref, lane }) => {
      expect(lane).toBe(ref.split('-')[0]);
      if (ref === 'slack-0' && !asked) {
        asked = true;
        return { later: 0.4 };
      }
      done.push({ ref, at: performance.now() });
      return undefined;
    },
    () => {},
  );
  await queue.add([send('slack-0', 'slack')]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await queue.add([send('slack-1', 'slack'), send('teams-0', 'teams')]);
  await queue.idle();
  expect(done.map(({ ref }) => ref)).toEqual(['teams-0', 'slack-0', 'slack-1']);
  await queue.close();
});

test('all else, and a lane that nobody has opened, is done by the main queue', async () => {
  const { queue, done } = await queueOf({ slack: 1000 });
  queue.work(
    async ({ ref }) => {
      done.push({ ref, at: 0 });
      return undefined;
    },
    () => {},
  );
  await queue.add([{ name: 'sweep', ref: '' }, send('a', 'elsewhere'), send('b')]);
  await queue.idle();
  expect(done).toHaveLength(3);
  await queue.close();
});

test('what fails in any lane is in the one status', async () => {
  const queue = await openQueue(undefined, { attempts: 1, lanes: new Map([['slack', 1000]]) });
  queue.work(
    async () => {
      throw new Error('Slack is closed today.');
    },
    () => {},
  );
  await queue.add([send('a', 'slack'), { name: 'close', ref: 'r' }]);
  await queue.idle();
  const { failed, waiting, running } = await queue.status();
  expect(failed.map(({ job }) => job.ref).sort()).toEqual(['a', 'r']);
  expect([waiting, running]).toEqual([0, 0]);
  await queue.close();
});
