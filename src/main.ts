/** The composition root: what is configured, wired, prepared, and listening. */
import { sqlite } from '../adapters/store/sqlite.ts';
import { clock as startClock } from './clock.ts';
import type { Config } from './config.ts';
import { demonstration } from './demonstration.ts';
import { build, type House, type Plan, SWEEP, type Tell } from './house.ts';
import { importFiles } from './import-files.ts';
import type { Store } from './ports/store.ts';

export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

/** Seconds between looks for what is due. */
const SWEEP_SECONDS = 5;

/** Starts it all. Throws an Error that says what to do, and leaves nothing open. */
export async function start(config: Config, tell: Tell): Promise<Running> {
  const store = await sqlite(config.database);
  try {
    const plan = config.organisation
      ? await organisation(config, config.organisation, store, tell)
      : await demonstration(store, config.now, tell);
    const house = build(plan, config, store, tell);
    await plan.prepare?.(house);
    const { url } = await house.page.listen(house.inbox);
    house.queue.every(SWEEP_SECONDS, SWEEP);
    return { url, close: () => stop(house) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function organisation(
  { now }: Config,
  { programme, peopleFile, unitsFile }: NonNullable<Config['organisation']>,
  store: Store,
  tell: Tell,
): Promise<Plan> {
  const clock = startClock(now);
  await importFiles(store, programme, peopleFile, unitsFile, clock.now(), tell);
  return { programme, clock, ...(now && { beforeSkip: async () => {} }) };
}

async function stop({ queue, page, ports }: House): Promise<void> {
  await page.close();
  await queue.close();
  await ports.store.close();
}
