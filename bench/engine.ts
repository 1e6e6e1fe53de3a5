/** The whole delivery path in one process: a round opened in a fresh store, swept, queued, sent to a mock chat, marked. */
import { holidays } from '../adapters/calendar/holidays.ts';
import { keyFolder } from '../adapters/keys/folder.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { openQueue } from '../scheduler/open-queue.ts';
import type { QueueSettings } from '../scheduler/settings.ts';
import { openDue } from '../src/campaign/sweep.ts';
import type { Chat } from '../src/ports/chat.ts';
import type { Ports } from '../src/ports/ports.ts';
import type { Job } from '../src/ports/queue.ts';
import { only } from '../src/reach.ts';
import { soundings } from '../src/soundings.ts';
import { CAMPAIGN, organisation, PROGRAMME, WINDOW } from './company.ts';
import { folder, OWN } from './places.ts';

/** Seconds between sweeps, as in main.ts. */
const SWEEP_SECONDS = 5;
/** Wednesday of the round's week, when everybody's Monday morning has passed. */
export const NOW = new Date(WINDOW.opensAt.getTime() + 60 * 3_600_000);

let runs = 0;

export interface Delivered {
  /** From the first sweep to the last mark. */
  readonly seconds: number;
  /** When the platform was called, in milliseconds by the steady clock. */
  readonly calls: readonly number[];
}

/** A round for so many people, all of them due at `NOW`, in a store of its own. */
export async function planned(people: number, called: () => void = () => {}): Promise<Ports> {
  const place = folder(`engine-${runs++}`);
  const store = await openStore(`file:${place}/engine.db`, { tell: () => {} });
  await store.org.replace(organisation(people), WINDOW.opensAt);
  const keys = keyFolder(`${place}/keys`);
  const leaverKeys = keyFolder(`${place}/keys/leavers`);
  const ports = {
    store,
    keys,
    leaverKeys,
    chats: only(quickChat(called)),
    calendar: holidays(),
  };
  await openDue(ports, PROGRAMME, CAMPAIGN, WINDOW.opensAt);
  return ports;
}

/** Delivers to everybody of a fresh round. No URL: with the queue inside the process. */
export async function deliver(
  people: number,
  url: string | undefined,
  settings: QueueSettings,
): Promise<Delivered> {
  const calls: number[] = [];
  const ports = await planned(people, () => calls.push(performance.now()));
  const prefix = `${OWN}_${runs}`;
  const queue = await openQueue(url, { patience: 0, ...settings, prefix });
  const clock = () => NOW;
  const product = soundings(ports, queue, PROGRAMME, clock, () => {});
  const all = counted(people, product.run);
  queue.work(all.work, all.failed);
  const start = performance.now();
  await queue.every(SWEEP_SECONDS, { name: 'sweep', ref: '' });
  await all.done;
  const seconds = (performance.now() - start) / 1000;
  await queue.close();
  await ports.store.close();
  if (calls.length !== people) throw new Error(`${calls.length} calls for ${people} people.`);
  return { seconds, calls };
}

/** A handler that knows when so many sends have ended. */
export function counted<Done>(sends: number, run: (job: Job) => Promise<Done>) {
  let left = sends;
  let finish = () => {};
  let fail: (job: Job, error: unknown) => void = () => {};
  const done = new Promise<void>((resolve, reject) => {
    finish = resolve;
    fail = (_, error) => reject(error);
  });
  const work = async (job: Job) => {
    const answer = await run(job);
    if (job.name === 'send' && --left === 0) finish();
    return answer;
  };
  return { work, failed: fail, done };
}

/** A platform that takes no time. */
function quickChat(called: () => void): Chat {
  return {
    name: 'quick',
    canFind: true,
    async send(_person, _message, { delivery }) {
      called();
      return { sent: delivery };
    },
    find: async () => undefined,
    replace: async () => {},
    settle: async () => {},
    close: async () => {},
  };
}
