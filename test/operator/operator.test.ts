/** What machines may ask: alive, ready, metrics. None of it names a person, a unit, a round or a question. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { operator } from '../../adapters/operator/connect.ts';
import { type Serving, serve } from '../../adapters/operator/serve.ts';
import type { Queue } from '../../src/ports/queue.ts';
import type { RoundStore } from '../../src/ports/store.ts';
import { office } from '../support/office.ts';
import { roundOf } from '../support/round.ts';
import { PEOPLE, PROGRAMME, PULSE, TOWN, UNITS, week } from '../support/town-people.ts';

const SECRET = 'postgres://admin:hunter2@db.internal/soundings';
const never = <T>() => new Promise<T>(() => {});
const fails = () => Promise.reject(new Error(`connect ECONNREFUSED ${SECRET}`));

type Status = Awaited<ReturnType<Queue['status']>>;
const calm: Status = { waiting: 0, running: 0, delayed: 0, failed: [], paused: false };

/** A store and a queue that answer as a test wants. */
function watched(list: RoundStore['list'], status: () => Promise<Status>) {
  const rounds: RoundStore = {
    list,
    open: async () => false,
    get: async () => undefined,
    move: async () => false,
  };
  return operator({ rounds }, { status });
}

/** Every sample of a metric: its labels, and its value. */
function samples(text: string, name: string): { labels: string; value: number }[] {
  return text
    .split('\n')
    .map((line) => /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line))
    .filter((found) => found?.[1] === name)
    .map((found) => ({ labels: found?.[2] ?? '', value: Number(found?.[3]) }));
}
const readingOf = (text: string, name: string) => samples(text, name)[0]?.value;

describe('alive', () => {
  test('is whoever answers, however the store and the queue are', async () => {
    const { routes } = watched(never, never);
    const asked = performance.now();
    const answer = await routes.request('/health/live');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ alive: true });
    expect(performance.now() - asked).toBeLessThan(1000);
  });
});

describe.concurrent('a store or a queue that is away', () => {
  test('leaves the metrics that are kept in memory', async () => {
    const { routes, meter } = watched(never, never);
    meter.complaint();
    const answer = await routes.request('/metrics');
    expect(answer.status).toBe(200);
    expect(readingOf(await answer.text(), 'soundings_uncountable_rounds_total')).toBe(1);
  });

  test('whoever reaches both is ready', async () => {
    const { routes } = watched(
      async () => [],
      async () => calm,
    );
    const answer = await routes.request('/health/ready');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ready: true, faults: [] });
  });

  test.each<[string, RoundStore['list'], () => Promise<Status>, RegExp[]]>([
    ['a store that rejects', fails, async () => calm, [/database/]],
    ['a store that hangs', never, async () => calm, [/database/]],
    ['a queue that rejects', async () => [], fails, [/queue/]],
    ['a queue that hangs', async () => [], never, [/queue/]],
    ['both hanging', never, never, [/database/, /queue/]],
  ])(
    'is nobody with %s: 503 within three seconds, in our own words',
    async (_, list, status, says) => {
      const { routes } = watched(list, status);
      const asked = performance.now();
      const answer = await routes.request('/health/ready');
      expect(performance.now() - asked).toBeLessThan(3000);
      expect(answer.status).toBe(503);
      const text = await answer.text();
      const { ready, faults } = JSON.parse(text) as { ready: boolean; faults: string[] };
      expect(ready).toBe(false);
      expect(faults).toHaveLength(says.length);
      for (const [i, each] of says.entries()) expect(faults[i]).toMatch(each);
      expect(text).not.toMatch(/hunter2|internal|ECONNREFUSED|late|Error/);
    },
  );

  test('comes back by itself; a late failure of an old question ends nothing', async () => {
    let list: RoundStore['list'] = () => sleep(2300).then(fails);
    const { routes } = watched(
      (query) => list(query),
      async () => calm,
    );
    expect((await routes.request('/health/ready')).status).toBe(503);
    list = async () => [];
    expect((await routes.request('/health/ready')).status).toBe(200);
    // By now the first question has been answered by an error that nobody waits for.
    await sleep(500);
    expect((await routes.request('/health/ready')).status).toBe(200);
  });
});

describe('metrics', () => {
  test('are Prometheus text: each has a type, each sample a number', async () => {
    const { routes, meter } = watched(
      async () => [],
      async () => calm,
    );
    meter.job('send', 'done');
    const answer = await routes.request('/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; ?version=0\.0\.4/);
    const lines = (await answer.text()).split('\n').filter((line) => line !== '');
    const types = lines.filter((line) => line.startsWith('# TYPE soundings_'));
    expect(types).toHaveLength(6);
    for (const line of lines.filter((each) => !each.startsWith('#'))) {
      expect(line).toMatch(
        /^[a-z_][a-z0-9_]*(\{([a-z_]+="[^"]*",?)+\})? (-?[0-9.e+-]+|[+-]Inf|NaN)$/i,
      );
    }
  });

  test('tell jobs by name and outcome, complaints, rounds by state, and the queue', async () => {
    const rounds = [
      roundOf({ id: 'a' }),
      roundOf({ id: 'b' }),
      roundOf({ id: 'c', state: 'closing' }),
    ];
    const job = { name: 'send', ref: 'x' } as const;
    const failed = [{ job, reason: `it said ${SECRET}`, at: new Date() }];
    const { routes, meter } = watched(
      async () => rounds,
      async () => ({ ...calm, waiting: 3, delayed: 2, running: 9, failed }),
    );
    meter.job('send', 'done');
    meter.job('send', 'done');
    meter.job('send', 'later');
    meter.job('close', 'failed');
    meter.complaint();
    const text = await (await routes.request('/metrics')).text();
    expect(samples(text, 'soundings_jobs_total')).toEqual([
      { labels: 'name="send",outcome="done"', value: 2 },
      { labels: 'name="send",outcome="later"', value: 1 },
      { labels: 'name="close",outcome="failed"', value: 1 },
    ]);
    expect(readingOf(text, 'soundings_uncountable_rounds_total')).toBe(1);
    expect(readingOf(text, 'soundings_queue_waiting')).toBe(5);
    expect(readingOf(text, 'soundings_queue_failed')).toBe(1);
    expect(readingOf(text, 'soundings_rounds_open')).toBe(2);
    expect(readingOf(text, 'soundings_rounds_uncounted')).toBe(1);
    expect(text).not.toMatch(/hunter2|pulse/);
  });

  test('name nobody and nothing, even after a round with answers and an uncountable one', async () => {
    const programme = { ...PROGRAMME, campaigns: [PULSE] };
    const { round, opens, tuesday, closes, after } = week(0);
    const house = await office(programme, TOWN, new Date(opens.getTime() - 60_000));
    await house.at(opens);
    await house.at(tuesday);
    for (let i = 1; i <= 8; i++) {
      const answer = { kind: 'answer', person: `north-${i}`, round, question: 'team' } as const;
      await house.click({ ...answer, value: '4' });
    }
    await house.at(closes);
    await house.at(after);
    house.house.operator.meter.complaint();
    const text = await (await house.house.operator.routes.request('/metrics')).text();
    expect(samples(text, 'soundings_jobs_total').length).toBeGreaterThan(2);
    const words = new Set(
      [...text.matchAll(/^soundings_\w+\{([^}]*)\}/gm)]
        .flatMap(([, labels]) => [...(labels ?? '').matchAll(/="([^"]*)"/g)])
        .map(([, value]) => value ?? ''),
    );
    const fixed = ['sweep', 'send', 'close', 'done', 'later', 'failed'];
    expect([...words].filter((word) => !fixed.includes(word))).toEqual([]);
    const ids = [...PEOPLE, ...UNITS, ...PULSE.questions].flatMap((each) =>
      'name' in each ? [each.id, each.name] : [each.id],
    );
    const values = [...text.matchAll(/="([^"]*)"/g)].map(([, value]) => value ?? '');
    expect(values.filter((value) => ids.includes(value) || value.includes(round))).toEqual([]);
    for (const id of ['north', 'pulse', 'Town']) expect(text).not.toContain(id);
  });

  test('do not tell how many have answered: they read the same whoever did', async () => {
    const pulse = { ...PULSE, reminders: 2 };
    const { round, opens, tuesday, beforeClose } = week(0);
    const sends = async (answers: number) => {
      const firm = await office(
        { ...PROGRAMME, campaigns: [pulse] },
        TOWN,
        new Date(opens.getTime() - 60_000),
      );
      await firm.at(opens);
      await firm.at(tuesday);
      for (let i = 1; i <= answers; i++) {
        const answer = { kind: 'answer', person: `north-${i}`, round, question: 'team' } as const;
        await firm.click({ ...answer, value: '4' });
      }
      for (let at = tuesday; at < beforeClose; at = new Date(at.getTime() + 12 * 3_600_000)) {
        await firm.at(at);
      }
      const text = await (await firm.house.operator.routes.request('/metrics')).text();
      return samples(text, 'soundings_jobs_total').filter(({ labels }) => labels.includes('send'));
    };
    expect(await sends(8)).toEqual(await sends(0));
  });
});

describe('the server of a process without a page', () => {
  let open: Serving | undefined;
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  const routes = () =>
    watched(
      async () => [],
      async () => calm,
    ).routes;

  test('answers health and metrics, and nothing else', async () => {
    open = await serve(routes(), '127.0.0.1', 0);
    const get = async (path: string) => (await fetch(`${open?.url}${path}`)).status;
    expect(await get('/health/live')).toBe(200);
    expect(await get('/health/ready')).toBe(200);
    expect(await get('/metrics')).toBe(200);
    for (const path of ['/', '/api/people', '/api/about', '/health', '/metrics/pulse']) {
      expect(await get(path), path).toBe(404);
    }
    const posted = await fetch(`${open.url}/api/reply`, { method: 'POST', body: '{}' });
    expect(posted.status).toBe(404);
  });

  test('names PORT when the port is taken', async () => {
    open = await serve(routes(), '127.0.0.1', 0);
    const port = Number(new URL(open.url).port);
    await expect(serve(routes(), '127.0.0.1', port)).rejects.toThrow(`PORT ${port}`);
  });

  test('closes though somebody keeps a connection, and frees its port', async () => {
    open = await serve(routes(), '127.0.0.1', 0);
    const { url } = open;
    await (await fetch(`${url}/health/live`)).text();
    await open.close();
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    open = await serve(routes(), '127.0.0.1', Number(new URL(url).port));
  });
});
