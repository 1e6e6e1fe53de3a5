/** The contract of the queue's timing: the pace of sends, the pause that a platform asks for, the recurring tick. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Bench, close, record, SWEEP, send, until } from './queue-bench.ts';
import type { Driver } from './queue-drivers.ts';

export function paceContract(bench: Bench, { shared, together }: Driver): void {
  test('sends keep the pace; other jobs have none', async () => {
    const queue = await bench.open({ perSecond: 50, concurrency: 8 });
    const { runs } = record(queue, async ({ name }) => {
      if (name === 'send') await sleep(60);
      return undefined;
    });
    const many = Array.from({ length: 40 }, (_, n) => `r${n}`);
    await queue.add([...many.map(send), ...many.map(close)]);
    await queue.idle();
    const span = (name: string) => {
      const times = runs.filter(({ job }) => job.name === name).map(({ at }) => at);
      return Math.max(...times) - Math.min(...times);
    };
    expect(span('send')).toBeGreaterThan(650);
    expect(span('send')).toBeLessThan(1_300);
    expect(span('close')).toBeLessThan(500);
  });

  test('a pause that the platform asks for holds for all sends, and is no failed try', async () => {
    const place = bench.place();
    const settings = { attempts: 1, concurrency: 1 };
    const queues = [await bench.open(settings, place)];
    if (together) queues.push(await bench.open(settings, place));
    let asked = 0;
    const records = queues.map((queue) =>
      record(queue, async () => {
        if (asked > 0) return sleep(20, undefined);
        asked = performance.now();
        return { later: 0.6 };
      }),
    );
    await queues[0]?.add(['a', 'b', 'c', 'd'].map(send));
    await until(() => records.flatMap(({ runs }) => runs).length >= 5);
    await queues[0]?.idle();
    const runs = records.flatMap((each) => each.runs);
    const after = runs.filter(({ at }) => at > asked + 100);
    expect(records.flatMap(({ givenUp }) => givenUp)).toEqual([]);
    expect(runs).toHaveLength(5);
    // A second worker may have taken one job in the same moment.
    expect(after.length).toBeGreaterThanOrEqual(together ? 3 : 4);
    expect(Math.min(...after.map(({ at }) => at)) - asked).toBeGreaterThan(550);
  });

  test('a tick comes at once and then every so often, once for all workers', async () => {
    const place = bench.place();
    const queues = [await bench.open({}, place)];
    if (shared) queues.push(await bench.open({}, place));
    const records = queues.map((queue) => record(queue));
    for (const queue of queues) await queue.every(0.5, SWEEP);
    await sleep(1_750);
    const ticks = records.flatMap(({ runs }) => runs);
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks[0]?.job).toEqual(SWEEP);
    expect((await queues[0]?.status())?.delayed).toBe(0);
  });
}
