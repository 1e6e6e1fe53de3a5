/** The contract of ports/queue.ts: every driver keeps it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { Bench, close, gate, record, refs, SWEEP, send, until } from './queue-bench.ts';
import type { Driver } from './queue-drivers.ts';
import { paceContract } from './queue-pace.ts';
import { sharedContract } from './queue-shared.ts';

export function queueContract(driver: Driver): void {
  const { name, missing } = driver;
  const title = `the ${name} queue${missing ? ` (skipped: ${missing})` : ''}`;
  describe.skipIf(missing !== undefined)(title, () => {
    const bench = new Bench(driver);
    afterEach(() => bench.clear());
    addContract(bench);
    retryContract(bench, driver);
    stopContract(bench);
    paceContract(bench, driver);
    if (driver.shared) sharedContract(bench, driver);
  });
}

function addContract(bench: Bench): void {
  test('jobs wait until there is somebody to work', async () => {
    const queue = await bench.open();
    await queue.add([send('a'), close('b')]);
    await sleep(50);
    expect(await queue.status()).toMatchObject({ waiting: 2, running: 0, delayed: 0, failed: [] });
    const { runs } = record(queue);
    await queue.idle();
    expect(runs.map(({ job }) => job)).toEqual(expect.arrayContaining([send('a'), close('b')]));
  });

  test('a job that waits is not added twice; the same reference of another job is another', async () => {
    const queue = await bench.open();
    await queue.add([send('a'), send('a'), close('a')]);
    await queue.add([send('a')]);
    const { runs } = record(queue);
    await queue.idle();
    expect(runs.map(({ job }) => job.name).sort()).toEqual(['close', 'send']);
  });

  test('a job that runs is not added again, and once done it is', async () => {
    const queue = await bench.open();
    const door = gate();
    const { runs } = record(queue, () => door.opened);
    await queue.add([send('a')]);
    await until(() => runs.length === 1);
    await queue.add([send('a')]);
    door.open();
    await queue.idle();
    expect(runs).toHaveLength(1);
    await queue.add([send('a')]);
    await queue.idle();
    expect(runs).toHaveLength(2);
  });

  test('several jobs run at a time, and no more than allowed', async () => {
    const queue = await bench.open({ concurrency: 3 });
    const door = gate();
    let most = 0;
    let now = 0;
    record(queue, async () => {
      most = Math.max(most, ++now);
      await door.opened;
      now--;
    });
    await queue.add(['a', 'b', 'c', 'd', 'e'].map(close));
    await until(() => now === 3);
    await sleep(50);
    expect((await queue.status()).running).toBe(3);
    door.open();
    await queue.idle();
    expect(most).toBe(3);
  });

  test('references of any sort come through unchanged', async () => {
    const queue = await bench.open();
    const odd = ['a:b', 'round 7/person é', '0', '12345', '%3A', ''];
    const { runs } = record(queue);
    await queue.add(odd.map(close));
    await queue.idle();
    expect(refs(runs)).toEqual([...odd].sort());
  });

  test('thousands of jobs are added at once, and each runs once', async () => {
    const queue = await bench.open({ concurrency: 20 });
    const many = Array.from({ length: 1_500 }, (_, n) => close(`r${n}`));
    await queue.add(many);
    const { runs } = record(queue);
    await queue.idle();
    expect(runs).toHaveLength(1_500);
    expect(new Set(refs(runs)).size).toBe(1_500);
  });
}

function retryContract(bench: Bench, { shared }: Driver): void {
  test('a job that fails is tried again with growing pauses, then given up and told', async () => {
    const queue = await bench.open({ attempts: 3, pause: (n) => 150 * n });
    const trouble = new Error('the chat said no\nand more');
    const { runs, givenUp } = record(queue, () => Promise.reject(trouble));
    await queue.add([send('a')]);
    await until(async () => (await queue.status()).delayed === 1);
    await until(() => givenUp.length === 1);
    const [first = 0, second = 0, third = 0] = runs.map(({ at }) => at);
    expect(second - first).toBeGreaterThan(140);
    expect(third - second).toBeGreaterThan(290);
    expect(givenUp).toEqual([{ job: send('a'), error: trouble }]);
    await until(async () => (await queue.status()).failed.length === 1);
    const { failed } = await queue.status();
    expect(failed).toMatchObject([{ job: send('a'), reason: 'the chat said no' }]);
    expect(Math.abs(Date.now() - (failed[0]?.at.getTime() ?? 0))).toBeLessThan(5_000);
  });

  test('a given-up job runs anew when it is added again', async () => {
    const queue = await bench.open({ attempts: 1, rest: 300 });
    let broken = true;
    const { runs, givenUp } = record(queue, async () => {
      if (broken) throw new Error('broken');
      return undefined;
    });
    await queue.add([send('a')]);
    await until(() => givenUp.length === 1);
    await until(async () => (await queue.status()).running === 0);
    if (shared) {
      await queue.add([send('a')]);
      await sleep(50);
      expect(runs, 'not sooner than after a pause').toHaveLength(1);
    }
    broken = false;
    await sleep(350);
    await queue.add([send('a')]);
    await until(() => runs.length === 2);
    await queue.idle();
    expect(givenUp).toHaveLength(1);
  });

  test('at most a hundred given-up jobs are remembered, newest first', async () => {
    const queue = await bench.open({ attempts: 1, concurrency: 1 });
    const { givenUp } = record(queue, ({ ref }) => Promise.reject(new Error(ref)));
    await queue.add(Array.from({ length: 110 }, (_, n) => close(`r${n}`)));
    await until(() => givenUp.length === 110);
    await queue.add([close('last')]);
    await until(() => givenUp.length === 111);
    const { failed } = await queue.status();
    expect(failed).toHaveLength(100);
    expect(failed[0]).toMatchObject({ job: close('last'), reason: 'last' });
  });
}

function stopContract(bench: Bench): void {
  test('a pause stops handing out jobs, and ends', async () => {
    const queue = await bench.open();
    const { runs } = record(queue);
    await queue.pause(true);
    await queue.add([send('a'), close('b')]);
    await queue.idle();
    await sleep(100);
    expect(runs).toEqual([]);
    expect(await queue.status()).toMatchObject({ waiting: 2, paused: true });
    await queue.pause(false);
    await until(() => runs.length === 2);
    expect((await queue.status()).paused).toBe(false);
  });

  test('idle waits for what runs and for what waits', async () => {
    const queue = await bench.open({ concurrency: 1 });
    let done = 0;
    record(queue, async () => {
      await sleep(60);
      done += 1;
      return undefined;
    });
    await queue.idle();
    await queue.add([close('a'), close('b'), SWEEP]);
    await queue.idle();
    expect(done).toBe(3);
  });

  test('close lets running jobs end and takes no more', async () => {
    const queue = await bench.open({ concurrency: 1 });
    let ended = 0;
    const { runs } = record(queue, async () => {
      await sleep(250);
      ended += 1;
      return undefined;
    });
    await queue.add([close('a'), close('b')]);
    await until(() => runs.length === 1);
    await queue.close();
    expect([runs.length, ended]).toEqual([1, 1]);
    await sleep(300);
    expect(runs).toHaveLength(1);
    await queue.close();
  });
}
