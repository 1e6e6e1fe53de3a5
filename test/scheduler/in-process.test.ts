/** The embedded queue: each job once at a time, tried again, and let end. */
import { setTimeout as rest } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { inProcess } from '../../scheduler/in-process.ts';
import type { Done, Job, Queue } from '../../src/ports/queue.ts';

const open: Queue[] = [];
afterEach(async () => {
  for (const queue of open.splice(0)) await queue.close();
});

type Settings = Parameters<typeof inProcess>[0];

function queueOf(handler: (job: Job) => Promise<Done>, settings: Settings = {}) {
  const queue = inProcess({ pause: () => 1, ...settings });
  const failed: { job: Job; error: unknown }[] = [];
  queue.work(handler, (job, error) => failed.push({ job, error }));
  open.push(queue);
  return { queue, failed };
}

const send = (ref: string): Job => ({ name: 'send', ref });
const close = (ref: string): Job => ({ name: 'close', ref });

/** A door that jobs wait behind. */
function door() {
  let unlock = () => {};
  const opened = new Promise<void>((resolve) => {
    unlock = resolve;
  });
  return { opened, unlock };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries++) await rest(2);
  expect(holds()).toBe(true);
}

describe('the in-process queue', () => {
  test('runs each job, several at a time, never more than it may', async () => {
    let [running, most] = [0, 0];
    const ran: string[] = [];
    const { queue } = queueOf(
      async ({ ref }) => {
        most = Math.max(most, ++running);
        await rest(2);
        ran.push(ref);
        running--;
        return undefined;
      },
      { concurrency: 3 },
    );
    const refs = Array.from({ length: 20 }, (_, i) => String(i));
    await queue.add(refs.map(send));
    await queue.idle();
    expect(ran.toSorted()).toEqual(refs.toSorted());
    expect(most).toBe(3);
  });

  test('leaves a job that waits or runs as it is; another name or id is another job', async () => {
    const ran: string[] = [];
    const { opened, unlock } = door();
    const { queue } = queueOf(
      async ({ name, ref }) => {
        ran.push(`${name} ${ref}`);
        await opened;
        return undefined;
      },
      { concurrency: 1 },
    );
    await queue.add([close('a'), close('a'), close('b')]);
    await until(() => ran.length === 1);
    await queue.add([close('a'), close('b'), send('a')]);
    unlock();
    await queue.idle();
    expect(ran.toSorted()).toEqual(['close a', 'close b', 'send a']);
  });

  test('runs a job again that is added after it ended', async () => {
    let ran = 0;
    const { queue } = queueOf(async () => {
      ran++;
      return undefined;
    });
    for (let n = 0; n < 3; n++) {
      await queue.add([send('a')]);
      await queue.idle();
    }
    expect(ran).toBe(3);
  });

  test('a job may add jobs, which idle waits for', async () => {
    const ran: string[] = [];
    const { queue } = queueOf(async ({ name }) => {
      ran.push(name);
      if (name === 'sweep') await queue.add([close('a')]);
      if (name === 'close') await queue.add([send('a')]);
      return undefined;
    });
    await queue.add([{ name: 'sweep', ref: '' }]);
    await queue.idle();
    expect(ran).toEqual(['sweep', 'close', 'send']);
  });

  test('idle resolves at once where nothing is to be done', async () => {
    const { queue } = queueOf(async () => undefined);
    await queue.idle();
  });

  test('tries a failing job again with growing pauses, then tells its last error', async () => {
    let tries = 0;
    const pauses: number[] = [];
    const { queue, failed } = queueOf(
      async () => {
        throw new Error(`No. ${++tries}`);
      },
      { attempts: 4, pause: (n) => pauses.push(n) },
    );
    await queue.add([send('a')]);
    await until(() => failed.length === 1);
    expect(tries).toBe(4);
    expect(pauses).toEqual([1, 2, 3]);
    expect(failed).toEqual([{ job: send('a'), error: new Error('No. 4') }]);
    await queue.add([send('a')]);
    await until(() => failed.length === 2);
    expect(tries).toBe(8);
  });

  test('a job that succeeds on its third try is not told of, and starts anew afterwards', async () => {
    let tries = 0;
    const { queue, failed } = queueOf(
      async () => {
        if (++tries < 3) throw new Error('Not yet.');
        return undefined;
      },
      { attempts: 3 },
    );
    await queue.add([send('a')]);
    await until(() => tries === 3);
    await queue.idle();
    expect(failed).toEqual([]);
    tries = 0;
    await queue.add([send('a')]);
    await until(() => tries === 3);
    expect(failed).toEqual([]);
  });

  test('a job that rests before its next try is not added a second time, and holds up no other', async () => {
    const ran: string[] = [];
    const { queue } = queueOf(
      async ({ ref }) => {
        ran.push(ref);
        if (ref === 'bad') throw new Error('Not now.');
        return undefined;
      },
      { concurrency: 1, attempts: 2, pause: () => 60 },
    );
    await queue.add([close('bad')]);
    await until(() => ran.length === 1);
    await queue.add([close('bad'), close('good')]);
    await queue.idle();
    expect(ran).toEqual(['bad', 'good']);
    await until(() => ran.length === 3);
    await queue.idle();
    expect(ran).toEqual(['bad', 'good', 'bad']);
  });

  test('closing lets running jobs end, and starts no more', async () => {
    const events: string[] = [];
    const { opened, unlock } = door();
    const { queue } = queueOf(
      async ({ ref }) => {
        events.push(`start ${ref}`);
        await opened;
        events.push(`end ${ref}`);
        return undefined;
      },
      { concurrency: 1 },
    );
    await queue.add([close('a'), close('b')]);
    await until(() => events.length === 1);
    const closed = queue.close().then(() => events.push('closed'));
    await rest(20);
    unlock();
    await closed;
    await queue.add([close('c')]);
    await rest(20);
    expect(events).toEqual(['start a', 'end a', 'closed']);
  });

  test('closing forgets what rests before another try', async () => {
    let tries = 0;
    const { queue } = queueOf(
      async () => {
        tries++;
        throw new Error('No.');
      },
      { pause: () => 20 },
    );
    await queue.add([send('a')]);
    await until(() => tries === 1);
    await queue.close();
    await rest(60);
    expect(tries).toBe(1);
  });

  test('every adds the job now and again, until it is closed', async () => {
    let ran = 0;
    const { queue } = queueOf(async () => {
      ran++;
      return undefined;
    });
    await queue.every(0.02, { name: 'sweep', ref: '' });
    await until(() => ran >= 3);
    await queue.close();
    const then = ran;
    await rest(60);
    expect(ran).toBe(then);
  });

  test('every, begun later, does not add the job at once', async () => {
    let ran = 0;
    const { queue } = queueOf(async () => {
      ran++;
      return undefined;
    });
    await queue.every(0.15, { name: 'people', ref: '' }, 'later');
    await rest(60);
    expect(ran).toBe(0);
    await until(() => ran === 1);
    await queue.close();
  });

  test('an answer of "later" rests every send, tries that one again, and holds up nothing else', async () => {
    const started: { ref: string; at: number }[] = [];
    let busy = true;
    const { queue } = queueOf(
      async ({ ref }) => {
        started.push({ ref, at: performance.now() });
        if (ref !== 'a' || !busy) return undefined;
        busy = false;
        return { later: 0.1 };
      },
      { concurrency: 1 },
    );
    await queue.add([send('a'), send('b'), close('c')]);
    await queue.idle();
    expect(started.map(({ ref }) => ref)).toEqual(['c', 'a', 'a', 'b']);
    const [, first, again] = started;
    expect((again?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(95);
  });

  test('sends start no faster than their pace', async () => {
    const at: number[] = [];
    const { queue } = queueOf(
      async () => {
        at.push(performance.now());
        return undefined;
      },
      { perSecond: 100 },
    );
    await queue.add(Array.from({ length: 6 }, (_, i) => send(String(i))));
    await queue.idle();
    // A timer may fire a millisecond or two early.
    for (const [i, start] of at.slice(1).entries()) {
      expect(start - (at[i] ?? 0), `before send ${i + 2}`).toBeGreaterThanOrEqual(7);
    }
  });

  test('a paused queue hands out nothing until it goes on', async () => {
    let ran = 0;
    const { queue } = queueOf(async () => {
      ran++;
      return undefined;
    });
    await queue.pause(true);
    await queue.add([send('a'), close('a')]);
    await rest(20);
    expect(ran).toBe(0);
    expect(await queue.status()).toMatchObject({ waiting: 2, running: 0, paused: true });
    await queue.pause(false);
    await until(() => ran === 2);
  });
});
