/** The drivers and the product, wired together: what runs, whoever it runs for. */
import { join } from 'node:path';
import { holidays } from '../adapters/calendar/holidays.ts';
import { keyFolder } from '../adapters/keys/folder.ts';
import { type Operator, operator } from '../adapters/operator/connect.ts';
import { type Web, web } from '../adapters/web/connect.ts';
import type { SignIn, WebClock } from '../adapters/web/options.ts';
import type { Resident } from '../adapters/web/wire.ts';
import type { Programme } from './campaign/programme.ts';
import { nextStep } from './campaign/sweep.ts';
import type { Clock } from './clock.ts';
import { inWords, reason } from './complaint.ts';
import type { Config } from './config.ts';
import type { Tell } from './log.ts';
import { homeUnit } from './org/person.ts';
import type { PlatformChat } from './platform.ts';
import type { KeyRing } from './ports/keys.ts';
import type { Ports } from './ports/ports.ts';
import type { Queue } from './ports/queue.ts';
import type { Store } from './ports/store.ts';
import { reach } from './reach.ts';
import { type Complaint, type Soundings, SWEEP, soundings } from './soundings.ts';

/** Seconds between looks of a web process for messages that workers have sent. */
const WATCH_SECONDS = 2;

/** What is to be run, and for whom. */
export interface Plan {
  readonly programme: Programme;
  readonly clock: Clock;
  /** Whose conversation the page shows first. */
  readonly first?: string;
  /** Reads the organisation anew from where it is listed. Absent: there is nowhere to read it. */
  readonly people?: () => Promise<void>;
  /** Reads who leaves from where it is listed, after the people. Absent: there is nowhere to read it. */
  readonly leavers?: (product: Pick<Soundings, 'announce'>) => Promise<void>;
  /** Before the page listens. */
  readonly prepare?: (house: House) => Promise<void>;
  /** Before the page moves the clock on to a round's close. Absent: the clock is not the page's to move. */
  readonly beforeSkip?: (house: House) => Promise<void>;
}

/** All drivers and the product, wired but not yet listening. */
export interface House {
  readonly plan: Plan;
  readonly ports: Ports;
  readonly queue: Queue;
  readonly page: Web;
  readonly operator: Operator;
  readonly inbox: Soundings;
  /** Runs whatever is due now to its end. */
  catchUp(): Promise<void>;
}

/** Wires it. A web process opens no key and does no job. */
export function build(
  plan: Plan,
  config: Config,
  store: Store,
  queue: Queue,
  tell: Tell,
  platforms: readonly PlatformChat[] = [],
): House {
  const { programme, clock } = plan;
  const watched = operator(store, queue);
  const page = web({
    host: config.host,
    port: config.port,
    messages: store.messages,
    directory: () => residents(store, programme),
    about: {
      organisation: programme.organisation,
      demonstration: config.organisation === undefined,
      ...(plan.first !== undefined && { first: plan.first }),
    },
    ...(config.signInAt !== undefined && { signIn: signIn(store, programme, config.signInAt) }),
    clock: config.signInAt === undefined ? pageClock(plan, () => house) : { now: clock.now },
    also: watched.routes,
    ...(config.role === 'web' && { watch: WATCH_SECONDS }),
    failed: (what, error) => tell(`The page: ${what}: ${reason(error)}`),
  });
  const keys = config.role === 'web' ? noKeys : keyFolder(config.keys, config.keySecret);
  const chats = reach(platforms, page, store);
  const ports: Ports = {
    store,
    keys,
    leaverKeys: keyFolder(join(config.keys, 'leavers'), config.keySecret),
    chats,
    calendar: holidays(),
    ...siteOf(config, platforms),
    ...(config.signInAt !== undefined && { signInAt: config.signInAt }),
  };
  const complain = complainer(keys, watched, tell);
  const people = async () => {
    await plan.people?.();
    await plan.leavers?.(product);
    await store.signIn.clean(clock.now());
  };
  const product = soundings(ports, queue, programme, clock.now, complain, people);
  if (config.role !== 'web') work(queue, product.run, watched, tell);
  const catchUp = async () => {
    // What a sweep brings about may be due at once itself: a close brings digests.
    for (let time = 0; time < 3; time++) {
      await queue.add([SWEEP]);
      await queue.idle();
    }
  };
  const house: House = { plan, ports, queue, page, operator: watched, inbox: product, catchUp };
  return house;
}

function work(
  queue: Queue,
  run: Parameters<Queue['work']>[0],
  { meter }: Operator,
  tell: Tell,
): void {
  queue.work(
    async (job) => {
      try {
        const done = await run(job);
        meter.job(job.name, done ? 'later' : 'done');
        return done;
      } catch (error) {
        meter.job(job.name, 'failed');
        throw error;
      }
    },
    (job, error) =>
      tell(`Gave up on ${job.name} ${job.ref}: ${reason(error)}. It is tried again when next due.`),
  );
}

/** On one machine without a chat platform the page itself is reached where it listens. */
function siteOf(
  { site, host, port }: Config,
  platforms: readonly PlatformChat[],
): { site?: string } {
  if (site !== undefined) return { site };
  return platforms.length === 0 && port > 0 ? { site: `http://${host}:${port}` } : {};
}

/** A sweep finds the same round every few seconds; the operator needs to hear of it once. */
function complainer(
  keys: KeyRing,
  { meter }: Operator,
  tell: Tell,
): (complaint: Complaint) => void {
  const told = new Map<string, string>();
  return (complaint) => {
    meter.complaint();
    if (told.get(complaint.round) === complaint.refused) return;
    told.set(complaint.round, complaint.refused);
    tell(inWords(complaint, keys.place));
  };
}

/** The key ring of a process that takes clicks: sealing needs none. */
const noKeys: KeyRing = {
  place: 'no folder: this is a web process',
  keep: () => Promise.reject(new Error('A web process opens no rounds.')),
  read: async () => undefined,
  destroy: async () => {},
};

/** The clock as the page may see it, and move it where the plan allows that. */
function pageClock({ clock, programme, beforeSkip }: Plan, house: () => House): WebClock {
  if (!beforeSkip) return { now: clock.now };
  const next = () => nextStep(house().ports, programme, clock.now());
  return {
    now: clock.now,
    next,
    async skip() {
      const step = await next();
      if (!step) return;
      if (step.what === 'closes') await beforeSkip(house());
      clock.set(step.at);
      await house().catchUp();
    },
  };
}

/** Whom the page knows by a link from chat. */
function signIn({ signIn: sessions, org }: Store, { locale }: Programme, site: string): SignIn {
  return {
    site,
    sessions,
    async person(id) {
      const [person, spoken] = await Promise.all([org.person(id), org.locale(id)]);
      return person && { name: person.name, locale: spoken ?? locale };
    },
  };
}

/** Everyone whom the page can switch to. */
async function residents(store: Store, programme: Programme): Promise<Resident[]> {
  const { people, units } = await store.org.load();
  const tree = new Map(units.map((unit) => [unit.id, unit]));
  const nameOf = (unit: string) => tree.get(unit)?.name ?? unit;
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    unit: nameOf(homeUnit(person, tree)),
    leads: units.filter(({ manager }) => manager === person.id).map(({ name }) => name),
    hr: programme.hr.includes(person.id),
    locale: person.locale ?? programme.locale,
    timezone: person.timezone ?? programme.timezone,
  }));
}
