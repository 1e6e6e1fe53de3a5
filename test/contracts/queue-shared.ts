/** The contract of queues on a server: several processes see the same jobs, and none is lost with one of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Job } from '../../src/ports/queue.ts';
import { type Bench, close, record, refs, SWEEP, send, until } from './queue-bench.ts';
import type { Driver } from './queue-drivers.ts';
import { cuttable } from './queue-link.ts';
import { workerProcess } from './queue-process.ts';

export function sharedContract(bench: Bench, driver: Driver): void {
  storedContract(bench);
  workersContract(bench, driver);
  outageContract(bench);
}

function storedContract(bench: Bench): void {
  test('only ids are stored, of an error only its sentence, of a finished job nothing', async () => {
    const place = bench.place();
    const queue = await bench.open({ attempts: 1 }, place);
    const careless = { name: 'send', ref: 'delivery-1', text: 'how are you?' } as Job;
    await queue.add([careless, close('round-1'), close('round-2')]);
    const before = await place.kept();
    expect(before).toContain('delivery-1');
    expect(before).not.toContain('how are you');
    const { givenUp } = record(queue, async ({ ref }) => {
      if (ref === 'round-2') throw new Error('it broke');
      return undefined;
    });
    await until(() => givenUp.length === 1);
    await queue.idle();
    await queue.close();
    const after = await place.kept();
    expect(after).not.toMatch(/delivery-1|round-1/);
    expect(after).toContain('round-2');
    expect(after).toContain('it broke');
    expect(after).not.toContain('queue-shared');
  });

  test('once a round is closed nothing says how long a send took: it would tell who was reminded', async () => {
    const place = bench.place();
    const queue = await bench.open({}, place);
    record(queue);
    await queue.add(Array.from({ length: 20 }, (_, i) => send(`delivery-${i}`)));
    await queue.idle();
    await until(async () => (await place.events()).includes('delivery-'));
    await queue.add([close('round-1')]);
    await queue.idle();
    await until(async () => !(await place.events()).includes('delivery-'));
  });

  test('a process that only adds does no work', async () => {
    const place = bench.place();
    const web = await bench.open({}, place);
    await web.add([send('a')]);
    await sleep(200);
    expect(await web.status()).toMatchObject({ waiting: 1, running: 0 });
    const { runs } = record(await bench.open({}, place));
    await web.idle();
    expect(refs(runs)).toEqual(['a']);
  });
}

function workersContract(bench: Bench, { together }: Driver): void {
  test.runIf(together)('two workers share the work, and no job is done twice', async () => {
    const place = bench.place();
    const one = await bench.open({}, place);
    const two = await bench.open({}, place);
    const slow = async () => sleep(5, undefined);
    const done = [record(one, slow), record(two, slow)];
    await one.add(Array.from({ length: 200 }, (_, n) => close(`r${n}`)));
    await two.idle();
    expect(done.every(({ runs }) => runs.length > 20)).toBe(true);
    const all = done.flatMap(({ runs }) => refs(runs));
    expect([all.length, new Set(all).size]).toEqual([200, 200]);
  });

  test.runIf(together)('the pace is shared by all workers, and so is a pause', async () => {
    const place = bench.place();
    const settings = { perSecond: 50 };
    const queues = [await bench.open(settings, place), await bench.open(settings, place)];
    const done = queues.map((queue) => record(queue));
    await queues[0]?.add(Array.from({ length: 40 }, (_, n) => send(`r${n}`)));
    await queues[0]?.idle();
    const times = done.flatMap(({ runs }) => runs.map(({ at }) => at));
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(600);
    await queues[1]?.pause(true);
    await queues[0]?.add([send('x')]);
    await sleep(200);
    expect(done.flatMap(({ runs }) => runs)).toHaveLength(40);
  });

  test.runIf(!together)('a second worker stands by, says so, and takes over', async () => {
    const place = bench.place();
    const told: string[] = [];
    const one = await bench.open({}, place);
    const first = record(one);
    await one.add([close('a')]);
    await until(() => first.runs.length === 1);
    const two = await bench.open({ tell: (line) => told.push(line) }, place);
    const second = record(two);
    await until(() => told.length > 0);
    expect(told[0]).toMatch(/stands by/);
    await two.add([close('b')]);
    await until(() => first.runs.length === 2);
    await one.close();
    await two.add([close('c')]);
    await until(() => second.runs.length === 1);
    expect([first.runs.length, told.length]).toEqual([2, 1]);
  });

  test('what a killed process was doing is done by another', async () => {
    const place = bench.place();
    const web = await bench.open({}, place);
    await web.add([send('a'), close('b')]);
    const doomed = await workerProcess(place, { lock: 400 });
    await doomed.says('send a');
    await doomed.says('close b');
    doomed.kill();
    const { runs, givenUp } = record(await bench.open({ lock: 400, attempts: 1 }, place));
    await until(() => runs.length === 2);
    await web.idle();
    expect([refs(runs), givenUp]).toEqual([['a', 'b'], []]);
  });
}

function outageContract(bench: Bench): void {
  test('a server that is emptied in mid-run crashes nobody, and later jobs and ticks come', async () => {
    const place = bench.place();
    const queue = await bench.open({ concurrency: 2 }, place);
    const { runs } = record(queue, () => sleep(30, undefined));
    await queue.every(0.5, SWEEP);
    await queue.add(Array.from({ length: 50 }, (_, n) => close(`r${n}`)));
    await until(() => runs.length > 5);
    await place.empty();
    await sleep(200);
    const before = runs.length;
    await queue.add([send('later')]);
    await until(() => refs(runs.slice(before)).includes('later'));
    const ticks = () => runs.slice(before).filter(({ job }) => job.name === 'sweep').length;
    await until(() => ticks() >= 2);
  });

  test('a server that goes away: adding fails soon and says so, work goes on when it is back', async () => {
    const place = bench.place();
    const link = await cuttable(place);
    const told: string[] = [];
    const queue = await bench.open({ tell: (line) => told.push(line) }, link.place);
    const { runs } = record(queue);
    await queue.add([close('a')]);
    await until(() => runs.length === 1);
    // Else the server may have ended a job of which the worker never hears, and which it then misses.
    await queue.idle();
    await link.cut();
    const asked = performance.now();
    await expect(queue.add([close('b')])).rejects.toThrow(/queue at .* does not answer/);
    expect(performance.now() - asked).toBeLessThan(3_000);
    await sleep(500);
    await link.mend();
    const direct = await bench.open({}, place);
    await direct.add([close('c')]);
    await until(() => refs(runs).includes('c'), 12_000);
    await until(() => told.length === 2, 3_000);
    expect(told[0]).toMatch(/^Lost the queue at /);
    expect(told[1]).toMatch(/ is back\.$/);
    await queue.add([close('d')]);
    await until(() => refs(runs).includes('d'));
  });
}
