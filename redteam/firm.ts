/** The real product on a given clock: SQLite, key folder, queue and verbs as in production; only the chat is a stand-in. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keyFolder } from '../adapters/keys/folder.ts';
import { sqlite } from '../adapters/store/sqlite.ts';
import { inProcess } from '../scheduler/in-process.ts';
import type { Campaign } from '../src/campaign/campaign.ts';
import type { Programme } from '../src/campaign/programme.ts';
import type { Message } from '../src/message/message.ts';
import type { Organisation } from '../src/org/person.ts';
import type { Chat, Posting } from '../src/ports/chat.ts';
import type { Ports } from '../src/ports/ports.ts';
import type { Queue } from '../src/ports/queue.ts';
import type { Store } from '../src/ports/store.ts';
import { only } from '../src/reach.ts';
import { type Soundings, SWEEP, soundings } from '../src/soundings.ts';
import { COMMENT, PULSE_CORE } from '../src/stock/pulse.ts';
import { HR } from './company.ts';

/** In memory where the system has such a disk. */
const ROOT = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const HOUR = 3_600_000;

/** A weekly pulse as most will run it: three questions and a comment, Monday to Friday, k = 5. */
export const PULSE: Campaign = {
  id: 'pulse',
  name: 'Weekly pulse',
  cadence: {
    every: 'week',
    opens: { weekday: 1, time: '09:00' },
    closes: { weekday: 5, time: '17:00' },
    timezone: 'UTC',
    starts: '2026-01-05',
  },
  questions: PULSE_CORE,
  perRound: 3,
  comment: COMMENT,
  audience: [],
  askAt: '10:00',
  floor: 5,
};

/** What the platform saw: to whom, when, about what. A message that was replaced or settled is noted anew. */
interface Noted {
  readonly at: Date;
  readonly person: string;
  readonly kind: Posting['kind'] | 'replaced' | 'settled';
  readonly message: Message;
}

export interface Firm {
  readonly folder: string;
  readonly ports: Ports;
  readonly inbox: Soundings;
  /** Everything the operator was told: refusals to close, failed jobs. */
  readonly log: string[];
  readonly noted: Noted[];
  now(): Date;
  /** Sets the clock, and runs whatever is due until nothing is. */
  at(instant: Date): Promise<void>;
  close(): Promise<void>;
}

export interface Wishes {
  readonly campaign?: Campaign;
  /** Absent: the queue inside the process. */
  readonly queue?: Queue;
  /** Absent: SQLite in the firm's folder. It is closed with the firm. */
  readonly store?: Store;
  /** Whether the chat remembers what is posted. */
  readonly notes?: boolean;
  /** How long the chat takes for a message, in milliseconds of the wall clock. Absent: no time at all. */
  readonly takes?: number;
}

/** A new firm, whose organisation is known from `start`. */
export async function firm(org: Organisation, start: Date, wishes: Wishes = {}): Promise<Firm> {
  const folder = mkdtempSync(join(ROOT, 'soundings-redteam-'));
  const clock = { now: start };
  const [log, noted]: [string[], Noted[]] = [[], []];
  const store = wishes.store ?? (await sqlite(join(folder, 'database', 'firm.db')));
  await store.org.replace(org, start);
  const chat = standIn(() => clock.now, wishes.notes ? noted : undefined, wishes.takes);
  const ports: Ports = {
    store,
    keys: keyFolder(join(folder, 'keys')),
    leaverKeys: keyFolder(join(folder, 'keys', 'leavers')),
    chats: only(chat),
  };
  const queue = wishes.queue ?? inProcess({ attempts: 1 });
  const programme: Programme = {
    organisation: 'Firm',
    timezone: 'UTC',
    locale: 'en',
    hr: HR,
    campaigns: [wishes.campaign ?? PULSE],
    pingsPerMonth: 60,
  };
  const complain = (complaint: { round: string; refused: string }) =>
    log.push(`${complaint.round}: ${complaint.refused}`);
  const inbox = soundings(ports, queue, programme, () => clock.now, complain);
  let jobs = 0;
  const handle: Parameters<Queue['work']>[0] = (job) => {
    if (job.name !== 'sweep') jobs++;
    return inbox.run(job);
  };
  queue.work(handle, (job, error) => log.push(`${job.name} ${job.ref}: ${String(error)}`));
  return {
    folder,
    ports,
    inbox,
    log,
    noted,
    now: () => clock.now,
    async at(instant) {
      clock.now = instant;
      for (let sweeps = 0, before = -1; sweeps < 20 && jobs !== before; sweeps++) {
        before = jobs;
        await queue.add([SWEEP]);
        await queue.idle();
      }
    },
    async close() {
      await queue.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR);
}

function standIn(now: () => Date, noted: Noted[] | undefined, takes = 0): Chat {
  let posted = 0;
  const note = (person: string, kind: Noted['kind'], message: Message) =>
    noted?.push({ at: now(), person, kind, message });
  const asked = new Map<string, Set<string>>();
  return {
    name: 'stand-in',
    canFind: false,
    async send(person, message, { kind, round }) {
      note(person, kind, message);
      if (takes > 0) await pause(takes);
      if (kind === 'question') asked.set(round, (asked.get(round) ?? new Set()).add(person));
      return { sent: String(++posted) };
    },
    find: async () => undefined,
    async replace(person, _, message) {
      note(person, 'replaced', message);
    },
    async settle(round, closed) {
      for (const person of asked.get(round) ?? []) note(person, 'settled', closed(person));
    },
    async close() {},
  };
}
