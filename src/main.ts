/** The composition root: what is configured, wired, prepared, and listening. */

import { later } from '../adapters/later/connect.ts';
import { leaversWebhook } from '../adapters/leavers/webhook.ts';
import { serve } from '../adapters/operator/serve.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { openQueue } from '../scheduler/open-queue.ts';
import type { QueueSettings } from '../scheduler/settings.ts';
import { clock as startClock } from './clock.ts';
import { reason } from './complaint.ts';
import type { Config } from './config.ts';
import { demonstration } from './demonstration.ts';
import { type OwnDoor, openDoors } from './doors.ts';
import { build, type House, type Plan } from './house.ts';
import { importLeavers } from './import-leavers.ts';
import { importPeople } from './import-people.ts';
import type { Tell } from './log.ts';
import { openPlatforms, type PlatformChat } from './platform.ts';
import type { Job, Queue } from './ports/queue.ts';
import type { Store } from './ports/store.ts';
import { type Soundings, SWEEP } from './soundings.ts';

export interface Running {
  readonly url: string;
  /** Where the chat platforms' requests arrive, if they do. */
  readonly doors?: string;
  /** Ends what is in hand (10 s at most) and closes everything. */
  close(): Promise<void>;
}

/** Seconds between looks for what is due. */
const SWEEP_SECONDS = 5;
/** Seconds between two readings of the organisation from where it is listed. */
const PEOPLE_SECONDS = 3600;
const PEOPLE: Job = { name: 'people', ref: '' };

/** Starts it all. Throws an Error that says what to do, and leaves nothing open. */
export async function start(config: Config, tell: Tell): Promise<Running> {
  const store = await openStore(config.database, { tell, alone: true });
  let queue: Queue | undefined;
  try {
    queue = await openQueue(config.queue, { ...paceOf(config), tell });
    const { plan, platforms } = config.organisation
      ? await organisation(config, config.organisation, store, queue, tell)
      : { plan: await demonstration(store, config.now, tell), platforms: [] };
    const house = build(plan, config, store, queue, tell, platforms);
    if (config.role !== 'web') await plan.leavers?.(house.inbox);
    await plan.prepare?.(house);
    return await listen(house, platforms, config, tell);
  } catch (error) {
    await queue?.close();
    await store.close();
    throw error;
  }
}

/**
 * Messages a second. Slack publishes no number: a survey vendor measured 3.8 direct messages a second in a workspace, and
 * was given no more. Teams allows an app 50 in a tenant; older pages of its documentation say 30.
 */
const PACE = { slack: 4, teams: 30 } as const;

/** Where there are two platforms, each keeps its own. */
function paceOf({ pace, chats }: Config): Pick<QueueSettings, 'perSecond' | 'lanes'> {
  const names = (['slack', 'teams'] as const).filter((name) => chats[name]);
  const [first, ...others] = names;
  if (others.length > 0) return { lanes: new Map(names.map((name) => [name, pace ?? PACE[name]])) };
  const perSecond = pace ?? (first && PACE[first]);
  return perSecond === undefined ? {} : { perSecond };
}

async function organisation(
  config: Config,
  sources: NonNullable<Config['organisation']>,
  store: Store,
  queue: Queue,
  tell: Tell,
): Promise<{ plan: Plan; platforms: PlatformChat[] }> {
  const clock = startClock(config.now);
  const peopleChanged = () => {
    queue.add([PEOPLE]).catch((error: unknown) => tell(`People: ${reason(error)}`));
  };
  const platforms = await openPlatforms(config, { store, clock: clock.now, tell, peopleChanged });
  const people = () => importPeople(store, sources, platforms, clock.now(), tell);
  if (config.role !== 'web') await people();
  const { programme, leaversFile: file } = sources;
  const leavers =
    file === undefined
      ? undefined
      : ({ announce }: Pick<Soundings, 'announce'>) =>
          importLeavers(file, programme, store, announce, clock.now(), tell);
  const moved = config.now && { beforeSkip: async () => {} };
  return { plan: { programme, clock, people, ...(leavers && { leavers }), ...moved }, platforms };
}

/** A worker answers for its health only; whoever takes clicks serves the page, and opens the platforms' doors. */
async function listen(
  house: House,
  platforms: readonly PlatformChat[],
  { role, host, port, chats, site }: Config,
  tell: Tell,
): Promise<Running> {
  const { page, queue, operator, ports, inbox } = house;
  const links = linksDoor(house, tell);
  const serving =
    role === 'worker'
      ? await serve(operator.routes, host, port)
      : { ...(await page.listen(inbox, [links])), close: page.close };
  const own = [
    ...(chats.leavers ? [leaversDoor(house, chats.leavers, tell)] : []),
    ...(site === undefined ? [] : [links]),
  ];
  const doors = role === 'worker' ? undefined : await openDoors(platforms, chats.doors, own);
  if (role !== 'worker') for (const platform of platforms) await platform.listen(inbox);
  if (role !== 'web') {
    await queue.every(SWEEP_SECONDS, SWEEP);
    // They were read at the start.
    if (house.plan.people) await queue.every(PEOPLE_SECONDS, PEOPLE, 'later');
  }
  return {
    url: serving.url,
    ...(doors && { doors: doors.url }),
    async close() {
      await doors?.close();
      await Promise.all([serving.close(), ...platforms.map((platform) => platform.close())]);
      await queue.close();
      await ports.store.close();
    },
  };
}

/** Where the personal links of the second wave lead: on the page's own listener too, which is all that a trial has. */
function linksDoor({ inbox, plan, ports: { site } }: House, tell: Tell): OwnDoor {
  const options = { clock: plan.clock.now, tell, ...(site !== undefined && { site }) };
  return { path: '/later/', requests: later(inbox.visit, options) };
}

/** Where HR systems announce leavers. */
function leaversDoor(
  { inbox, plan }: House,
  { secret }: NonNullable<Config['chats']['leavers']>,
  tell: Tell,
): OwnDoor {
  const { announce } = inbox;
  return {
    path: '/leavers',
    requests: leaversWebhook({ secret, announce, clock: plan.clock.now, tell }),
  };
}
