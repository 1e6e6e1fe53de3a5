/** A small organisation on a given clock, wired with real drivers and a chat that remembers everything. */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { keyFolder } from '../../adapters/keys/folder.ts';
import { sqlite } from '../../adapters/store/sqlite.ts';
import { inProcess } from '../../scheduler/in-process.ts';
import type { Campaign } from '../../src/campaign/campaign.ts';
import type { Programme } from '../../src/campaign/programme.ts';
import type { Visit } from '../../src/exit/visit.ts';
import type { ActionName } from '../../src/message/message.ts';
import { aboutOf, type Fields, type Reply, type Response } from '../../src/message/reply.ts';
import type { Organisation } from '../../src/org/person.ts';
import type { Ports } from '../../src/ports/ports.ts';
import type { Job, Queue } from '../../src/ports/queue.ts';
import { only } from '../../src/reach.ts';
import { type Complaint, type Soundings, SWEEP, soundings } from '../../src/soundings.ts';
import { temporaryFolder } from './folders.ts';
import { type Kept, type RecordingChat, recordingChat } from './recording-chat.ts';
import { PROGRAMME, PULSE, TOWN, week } from './town-people.ts';

export interface TownOptions {
  readonly now?: Date;
  readonly org?: Organisation;
  readonly programme?: Partial<Programme>;
  /** Changes to the weekly pulse. */
  readonly pulse?: Partial<Campaign>;
  readonly keySecret?: string;
  /** Starts with a copy of these files instead of an import. */
  readonly from?: string;
  readonly chat?: RecordingChat;
  /** Put around the ports before the product gets them. */
  readonly wrap?: (ports: Ports) => Ports;
}

export interface Town {
  readonly folder: string;
  readonly programme: Programme;
  readonly chat: RecordingChat;
  /** Drivers without any wrapping: what a test looks at. */
  readonly ports: Ports;
  readonly complaints: Complaint[];
  /** Jobs that were given up. */
  readonly failures: { readonly job: Job; readonly error: unknown }[];
  readonly keySecret: string | undefined;
  now(): Date;
  /** Moves the clock, and runs whatever is due until nothing is. */
  at(instant: Date): Promise<void>;
  /** The clock is set there at once: what was due on the way was slept over. */
  jump(instant: Date): Promise<void>;
  /** Moves the clock only. */
  setClock(instant: Date): void;
  run(job: Job): Promise<void>;
  reply(reply: Reply): Promise<Response>;
  tap(person: string, value: string | number, question?: string): Promise<Response>;
  submit(person: string, fields: Record<string, string | readonly string[]>): Promise<Response>;
  press(person: string, action: ActionName): Promise<Response>;
  type(person: string, text: string): Promise<Response>;
  /** The page of a personal link: opened, or its fields sent. */
  visit(url: string, fields?: Fields): Promise<Visit>;
  messagesOf(person: string): Kept[];
  /** The newest digest that this person was sent, as the product stored it. */
  digestOf(person: string, round?: string): ReturnType<Ports['store']['results']['digest']>;
  /** Ends the process in good order and starts another one on its files. */
  reopen(options?: Pick<TownOptions, 'wrap' | 'keySecret'>): Promise<void>;
  /** Copies the files as they lie, as a power cut would leave them, and returns the copy's folder. */
  snapshot(): string;
  /** The process dies without closing anything; another one starts on what it left. */
  crash(options?: Pick<TownOptions, 'wrap'>): Promise<void>;
  close(): Promise<void>;
}

/** Four hours. */
const STEP = 4 * 3_600_000;
const open: Town[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

interface Process {
  readonly ports: Ports;
  readonly queue: Queue;
  readonly inbox: Soundings;
  /** Jobs done so far, sweeps not counted. */
  readonly done: () => number;
}

/** The town, Monday morning a minute before its first round opens. */
export async function town(options: TownOptions = {}): Promise<Town> {
  const clock = { now: options.now ?? new Date(week(0).opens.getTime() - 60_000) };
  const programme: Programme = {
    ...PROGRAMME,
    campaigns: [{ ...PULSE, ...options.pulse }],
    ...options.programme,
  };
  const chat = options.chat ?? recordingChat();
  const complaints: Complaint[] = [];
  const failures: Town['failures'] = [];
  let folder = temporaryFolder();
  let keySecret = options.keySecret;
  if (options.from !== undefined) cpSync(options.from, folder, { recursive: true });

  const start = async (wrap: (ports: Ports) => Ports = (ports) => ports): Promise<Process> => {
    const store = await sqlite(join(folder, 'database', 'town.db'));
    const keys = keyFolder(join(folder, 'keys'), keySecret);
    const leaverKeys = keyFolder(join(folder, 'keys', 'leavers'), keySecret);
    const ports: Ports = {
      store,
      keys,
      leaverKeys,
      chats: only(chat),
      site: 'https://soundings.example',
    };
    const queue = inProcess({ attempts: 1 });
    const inbox = soundings(
      wrap(ports),
      queue,
      programme,
      () => clock.now,
      (complaint) => complaints.push(complaint),
    );
    let jobs = 0;
    let busyUntil = new Date(0);
    // The queue pauses by the machine's clock; here the platform's wish to wait is kept on the town's.
    const handle = async (job: Job): Promise<undefined> => {
      if (job.name === 'send' && clock.now < busyUntil) return undefined;
      if (job.name !== 'sweep') jobs++;
      const done = await inbox.run(job);
      if (done) busyUntil = new Date(clock.now.getTime() + done.later * 1000);
    };
    queue.work(handle, (job, error) => failures.push({ job, error }));
    return { ports, queue, inbox, done: () => jobs };
  };

  let process = await start(options.wrap);
  if (options.from === undefined)
    await process.ports.store.org.replace(options.org ?? TOWN, clock.now);

  const stop = async ({ queue, ports }: Process) => {
    await queue.close();
    await ports.store.close();
  };

  const newestRound = async () => {
    const [round] = await process.ports.store.rounds.list({ campaign: PULSE.id, limit: 1 });
    if (!round) throw new Error('No round has been opened yet.');
    return round;
  };

  const self: Town = {
    get folder() {
      return folder;
    },
    get ports() {
      return process.ports;
    },
    get keySecret() {
      return keySecret;
    },
    programme,
    chat,
    complaints,
    failures,
    now: () => clock.now,
    setClock: (instant) => {
      clock.now = instant;
    },
    run: async (job) => {
      await process.inbox.run(job);
    },

    async at(instant) {
      // A program that runs looks all the time; every four hours are enough for nobody to be asked late.
      const week = instant.getTime() - clock.now.getTime() < 8 * 86_400_000;
      while (week && clock.now.getTime() + STEP < instant.getTime()) {
        await self.jump(new Date(clock.now.getTime() + STEP));
      }
      await self.jump(instant);
    },

    async jump(instant) {
      clock.now = instant;
      // Twenty sweeps are more than any week needs; a refused close would be found due for ever.
      for (let sweeps = 0, before = -1; sweeps < 20 && process.done() !== before; sweeps++) {
        before = process.done();
        const refused = complaints.length + failures.length;
        await process.queue.add([SWEEP]);
        await process.queue.idle();
        if (complaints.length + failures.length > refused) break;
      }
    },

    async reply(reply) {
      const response = await process.inbox.receive(reply);
      if (response.replace && reply.kind !== 'command') {
        // As an adapter does: in the place of the message that was clicked.
        const clicked = self
          .messagesOf(reply.person)
          .findLast(({ about }) => about.kind === 'question' && about.round === aboutOf(reply));
        if (clicked) await chat.replace(reply.person, clicked.address, response.replace);
      }
      return response;
    },

    async tap(person, value, question) {
      const round = await newestRound();
      const asked = question ?? round.questions[0]?.id ?? '';
      const answer = { round: round.id, question: asked, value: String(value) };
      return self.reply({ kind: 'answer', person, ...answer });
    },

    async submit(person, fields) {
      const given = Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'string' ? [value] : value,
      ]);
      const { id } = await newestRound();
      return self.reply({
        kind: 'submit',
        form: 'answers',
        person,
        about: id,
        fields: Object.fromEntries(given),
      });
    },

    async press(person, action) {
      return self.reply({ kind: 'action', person, about: (await newestRound()).id, action });
    },

    visit: (url, fields) => process.inbox.visit(url.split('/later/')[1] ?? '', fields),
    type: (person, text) => self.reply({ kind: 'command', person, text }),
    messagesOf: (person) => chat.kept.filter((each) => each.person === person),

    async digestOf(person, round) {
      return process.ports.store.results.digest(round ?? (await newestRound()).id, person);
    },

    async reopen(again = {}) {
      await stop(process);
      if ('keySecret' in again) keySecret = again.keySecret;
      process = await start(again.wrap);
    },

    snapshot() {
      const copy = temporaryFolder();
      cpSync(join(folder, 'database'), join(copy, 'database'), {
        recursive: true,
        filter: (path) => !path.endsWith('-shm'),
      });
      const keys = join(folder, 'keys');
      if (existsSync(keys)) cpSync(keys, join(copy, 'keys'), { recursive: true });
      return copy;
    },

    async crash(again = {}) {
      const left = self.snapshot();
      const dead = process;
      folder = left;
      process = await start(again.wrap);
      await stop(dead);
    },

    close: () => stop(process),
  };
  open.push(self);
  return self;
}
