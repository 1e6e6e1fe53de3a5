/** What an operator's machines ask: is it alive, is it ready, how is it doing. No answer names a person or a unit. */
import { Hono } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Job, Queue } from '../../src/ports/queue.ts';
import type { Store } from '../../src/ports/store.ts';

/** What is counted while the program runs. No labels but these few words, whatever the size of the organisation. */
interface Meter {
  /** A job ended: `done`, `later` (the platform asked to wait) or `failed` (one try of several). */
  job(name: Job['name'], how: 'done' | 'later' | 'failed'): void;
  /** A round could not be counted, and needs the operator. */
  complaint(): void;
}

export interface Operator {
  readonly routes: Hono;
  readonly meter: Meter;
}

/** Longest that a store or queue may take to answer before the process is not ready, in milliseconds. */
const PATIENCE = 2000;

export function operator(store: Pick<Store, 'rounds'>, queue?: Pick<Queue, 'status'>): Operator {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const jobs = new Counter({
    name: 'soundings_jobs_total',
    help: 'Jobs run, by name and outcome.',
    labelNames: ['name', 'outcome'],
    registers: [registry],
  });
  const complaints = new Counter({
    name: 'soundings_uncountable_rounds_total',
    help: 'Times that a round could not be counted: alert on any increase.',
    registers: [registry],
  });
  const waiting = gauge(registry, 'soundings_queue_waiting', 'Jobs that wait to run.');
  const failed = gauge(registry, 'soundings_queue_failed', 'Jobs given up, at most 100.');
  const open = gauge(registry, 'soundings_rounds_open', 'Rounds that take answers.');
  const overdue = gauge(
    registry,
    'soundings_rounds_uncounted',
    'Closed rounds that wait for their count.',
  );

  const routes = new Hono();
  routes.get('/health/live', (c) => c.json({ alive: true }));
  routes.get('/health/ready', async (c) => {
    const faults = await faultsOf(store, queue);
    return c.json({ ready: faults.length === 0, faults }, faults.length === 0 ? 200 : 503);
  });
  routes.get('/metrics', async (c) => {
    const status = await within(queue?.status()).catch(() => undefined);
    // What can't be asked is not a number: a zero would hide an alert.
    waiting.set(status ? status.waiting + status.delayed : Number.NaN);
    failed.set(status?.failed.length ?? Number.NaN);
    const rounds = await within(store.rounds.list({ states: ['open', 'closing'] })).catch(
      () => undefined,
    );
    const inState = (wanted: string) => rounds?.filter(({ state }) => state === wanted).length;
    open.set(inState('open') ?? Number.NaN);
    overdue.set(inState('closing') ?? Number.NaN);
    return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
  const meter: Meter = {
    job: (name, outcome) => jobs.inc({ name, outcome }),
    complaint: () => complaints.inc(),
  };
  return { routes, meter };
}

function gauge(registry: Registry, name: string, help: string): Gauge {
  return new Gauge({ name, help, registers: [registry] });
}

/** What keeps this process from being ready; never an error's own words, which may hold an address. */
async function faultsOf(
  store: Pick<Store, 'rounds'>,
  queue: Pick<Queue, 'status'> | undefined,
): Promise<string[]> {
  const checks: [what: string, check: Promise<unknown>][] = [
    ['The database does not answer.', within(store.rounds.list({ states: ['open'], limit: 1 }))],
    ['The queue does not answer.', within(queue?.status())],
  ];
  const outcomes = await Promise.allSettled(checks.map(([, check]) => check));
  return checks.flatMap(([what], i) => (outcomes[i]?.status === 'rejected' ? [what] : []));
}

async function within<T>(answer: Promise<T> | undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
