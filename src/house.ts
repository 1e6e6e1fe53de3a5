/** The drivers and the product, wired together: what runs, whoever it runs for. */
import { holidays } from '../adapters/calendar/holidays.ts';
import { keyFolder } from '../adapters/keys/folder.ts';
import { type Web, web } from '../adapters/web/connect.ts';
import type { WebClock } from '../adapters/web/options.ts';
import type { Resident } from '../adapters/web/wire.ts';
import { inProcess } from '../scheduler/in-process.ts';
import type { Programme } from './campaign/programme.ts';
import { nextStep } from './campaign/sweep.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { homeUnit } from './org/person.ts';
import type { Inbox } from './ports/inbox.ts';
import type { Ports } from './ports/ports.ts';
import type { Job, Queue } from './ports/queue.ts';
import type { Store } from './ports/store.ts';
import { type Complaint, soundings } from './soundings.ts';

/** Where the program tells the operator what it does. Never given an answer, a comment or who answered. */
export type Tell = (line: string) => void;

/** Looks for whatever is due. */
export const SWEEP: Job = { name: 'sweep', ref: '' };

/** What is to be run, and for whom. */
export interface Plan {
  readonly programme: Programme;
  readonly clock: Clock;
  /** Whose conversation the page shows first. */
  readonly first?: string;
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
  readonly inbox: Inbox;
  /** Runs whatever is due now to its end. */
  catchUp(): Promise<void>;
}

export function build(plan: Plan, config: Config, store: Store, tell: Tell): House {
  const { programme, clock } = plan;
  const queue = inProcess();
  const catchUp = async () => {
    // What a sweep brings about may be due at once itself: a close brings digests.
    for (let time = 0; time < 3; time++) {
      await queue.add([SWEEP]);
      await queue.idle();
    }
  };
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
    clock: pageClock(plan, () => house),
    failed: (what, error) => tell(`The page: ${what}: ${reason(error)}`),
  });
  const keys = keyFolder(config.keys, config.keySecret);
  const ports: Ports = { store, keys, chat: page, calendar: holidays() };
  const complained = new Map<string, string>();
  const inbox = soundings(ports, queue, programme, clock.now, (complaint) => {
    // A sweep finds the same round every few seconds; the operator needs to hear of it once.
    const repeated = complained.get(complaint.round) === complaint.refused;
    complained.set(complaint.round, complaint.refused);
    if (!repeated) tell(inWords(complaint, ports.keys.place));
  });
  queue.work(inbox.run, (job, error) =>
    tell(`Gave up on ${job.name} ${job.ref}: ${reason(error)}. It is tried again when next due.`),
  );
  const house: House = { plan, ports, queue, page, inbox, catchUp };
  return house;
}

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

/** Why a round could not be counted, and what to do. Nothing was counted, nothing destroyed. */
function inWords(complaint: Complaint, keys: string): string {
  const { round, ballots } = complaint;
  const kept = `Its ${ballots} ballots are kept, sealed; nothing was counted.`;
  switch (complaint.refused) {
    case 'key-missing':
      return `Round ${round} can't be counted: its private key is not in ${keys}. ${kept} Put the key file back.`;
    case 'wrong-key':
      return `Round ${round} can't be counted: the key in ${keys} is not the one it was opened with. ${kept} Put the right key file back.`;
    case 'unreadable': {
      const each = [...complaint.unreadable].map(([question, n]) => `${n} of question ${question}`);
      return `Round ${round} can't be counted: some ballots can't be opened (${each.join(', ')}). ${kept} Restore the database from a backup.`;
    }
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
