/** The composition root: what is configured, wired, prepared, and listening. */
import { serve } from '../adapters/operator/serve.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { openQueue } from '../scheduler/open-queue.ts';
import { clock as startClock } from './clock.ts';
import type { Config } from './config.ts';
import { demonstration } from './demonstration.ts';
import { build, type House, type Plan, SWEEP } from './house.ts';
import { importFiles } from './import-files.ts';
import type { Tell } from './log.ts';
import type { Queue } from './ports/queue.ts';
import type { Store } from './ports/store.ts';

export interface Running {
  readonly url: string;
  /** Ends what is in hand (10 s at most) and closes everything. */
  close(): Promise<void>;
}

/** Seconds between looks for what is due. */
const SWEEP_SECONDS = 5;

/** Starts it all. Throws an Error that says what to do, and leaves nothing open. */
export async function start(config: Config, tell: Tell): Promise<Running> {
  const store = await openStore(config.database, { tell, alone: true });
  let queue: Queue | undefined;
  try {
    const pace = config.pace === undefined ? {} : { perSecond: config.pace };
    queue = await openQueue(config.queue, { ...pace, tell });
    const plan = config.organisation
      ? await organisation(config, config.organisation, store, tell)
      : await demonstration(store, config.now, tell);
    const house = build(plan, config, store, queue, tell);
    await plan.prepare?.(house);
    return await listen(house, config);
  } catch (error) {
    await queue?.close();
    await store.close();
    throw error;
  }
}

async function organisation(
  { now, role }: Config,
  { programme, peopleFile, unitsFile }: NonNullable<Config['organisation']>,
  store: Store,
  tell: Tell,
): Promise<Plan> {
  const clock = startClock(now);
  if (role !== 'web') {
    await importFiles(store, programme, peopleFile, unitsFile, clock.now(), tell);
  }
  return { programme, clock, ...(now && { beforeSkip: async () => {} }) };
}

/** A worker answers for its health only; whoever takes clicks serves the page. */
async function listen(house: House, { role, host, port }: Config): Promise<Running> {
  const { page, queue, operator, ports, inbox } = house;
  const serving =
    role === 'worker'
      ? await serve(operator.routes, host, port)
      : { ...(await page.listen(inbox)), close: page.close };
  if (role !== 'web') await queue.every(SWEEP_SECONDS, SWEEP);
  return {
    url: serving.url,
    async close() {
      await serving.close();
      await queue.close();
      await ports.store.close();
    },
  };
}
