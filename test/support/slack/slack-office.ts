/** The real program on a test's clock with a Slack beside it: files, keys, queue, doors and adapter as main.ts wires them. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { openStore } from '../../../adapters/store/open-store.ts';
import { inProcess } from '../../../scheduler/in-process.ts';
import { type Programme, withMade } from '../../../src/campaign/programme.ts';
import { nextStep } from '../../../src/campaign/sweep.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { openDoors } from '../../../src/doors.ts';
import { build, type House } from '../../../src/house.ts';
import { importPeople } from '../../../src/import-people.ts';
import { openPlatforms } from '../../../src/platform.ts';
import type { Job } from '../../../src/ports/queue.ts';
import { temporaryFolder } from '../folders.ts';
import { type EmulatedSlack, emulateSlack } from './emulate.ts';
import { ALL_SCOPES, type FakeOptions, type FakeSlack, fakeSlack } from './fake.ts';
import { FIRM, FIRM_PROGRAMME, NAMES } from './firm.ts';
import type { FakeUser } from './user.ts';

export interface SlackOfficeOptions {
  readonly on?: 'fake' | 'emulate';
  readonly start: Date;
  readonly programme?: Partial<Programme>;
  /** Where people are listed: in files, matched by e-mail; or by user id; or in the workspace. */
  readonly people?: 'emails' | 'ids' | 'slack';
  readonly arrival?: 'http' | 'socket';
  readonly scopes?: readonly string[];
  readonly fake?: FakeOptions;
  /** Where people reach the pages that need no account. */
  readonly site?: string;
}

export interface SlackOffice {
  readonly house: House;
  readonly folder: string;
  /** Everything that the operator was told. */
  readonly log: readonly string[];
  readonly jobs: readonly Job[];
  /** Throws on emulate. */
  readonly fake: FakeSlack;
  /** The Slack client of a person. */
  of(person: string): FakeUser;
  /** Delivery ids in the metadata of what a person was sent, oldest first. */
  deliveriesTo(person: string): string[];
  now(): Date;
  /** Moves the clock only: nothing has looked for what is due yet. */
  setClock(instant: Date): void;
  /** Moves the clock, and runs whatever is due until nothing is. */
  at(instant: Date): Promise<void>;
  /** The process dies with all that it holds open; another starts on its files. */
  kill(): Promise<void>;
}

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

export async function slackOffice(options: SlackOfficeOptions): Promise<SlackOffice> {
  const { on = 'fake' } = options;
  const platform = on === 'fake' ? await onFake(options) : await onEmulate(options);
  const { fake, slack } = platform;
  const gone = async () => {
    await slack.stop();
    expect(fake?.faults ?? []).toEqual([]);
  };
  // Before all else: whatever still waits for Slack fails at once. Emulate lets nobody wait, and is slow to leave.
  ends.push(fake ? gone : () => running.close());
  const log: string[] = [];
  const jobs: Job[] = [];
  let [now, folder] = [options.start, temporaryFolder()];
  const clock = {
    now: () => now,
    set: (at: Date) => {
      now = at;
    },
  };
  const start = () => begin({ options, platform, folder, clock, log, jobs });
  writeFiles(folder, options);
  let running = await start();
  ends.push(fake ? () => running.close() : gone);
  return {
    get house() {
      return running.house;
    },
    get folder() {
      return folder;
    },
    log,
    jobs,
    get fake() {
      if (!fake) throw new Error('This office is on emulate.');
      return fake;
    },
    of: (person) => slack.user(userOf(person)),
    deliveriesTo: (person) => platform.deliveriesTo(userOf(person)),
    now: clock.now,
    setClock: clock.set,
    async at(instant) {
      // A program that runs looks all the time; here it looks when something is planned.
      for (let next = await planned(running.house); next && next <= instant; ) {
        clock.set(next);
        await running.house.catchUp();
        next = await planned(running.house);
      }
      clock.set(instant);
      await running.house.catchUp();
    },
    async kill() {
      const left = temporaryFolder();
      cpSync(folder, left, { recursive: true, filter: (path) => !/(-shm|\.lock)$/.test(path) });
      const { close, stop } = running;
      stop();
      ends.push(close);
      folder = left;
      running = await start();
    },
  };
}

async function planned({ plan, ports }: House): Promise<Date | undefined> {
  const programme = withMade(plan.programme, await ports.store.campaigns.list());
  return (await nextStep(ports, programme, plan.clock.now()))?.at;
}

interface Platform {
  readonly slack: FakeSlack | EmulatedSlack;
  readonly fake?: FakeSlack;
  readonly deliveriesTo: (user: string) => string[];
}

/** The user id of whoever has joined since is as good. */
export function userOf(person: string): string {
  if (/^U\d+$/.test(person)) return person;
  const at = NAMES.indexOf(person);
  if (at < 0) throw new Error(`${person} has no Slack account in the firm.`);
  return `U${at + 1}`;
}

/** People as Slack has them; e-mails as in the people file, in other letters. */
const USERS = NAMES.map((name, i) => ({ id: `U${i + 1}`, name, email: `${name}@ACME.test` }));

async function onFake({ fake: more, scopes = ALL_SCOPES }: SlackOfficeOptions): Promise<Platform> {
  const zones = new Map(FIRM.people.map(({ id, timezone }) => [id, timezone]));
  const users = USERS.map((user) => ({ ...user, tz: zones.get(user.name) ?? 'Europe/Berlin' }));
  const tokens = [{ token: 'xoxb-test', scopes }];
  const fake = await fakeSlack({ users, tokens, ...more });
  const deliveriesTo = (user: string) =>
    fake.world.messages
      .filter(({ channel }) => channel === `D${user.slice(1)}`)
      .flatMap(({ metadata }) => deliveryIn(metadata));
  return { slack: fake, fake, deliveriesTo };
}

async function onEmulate({ scopes }: SlackOfficeOptions): Promise<Platform> {
  const slack = await emulateSlack({ users: USERS, scopes: scopes ?? [...ALL_SCOPES] });
  const { channels, messages } = slack.store;
  const deliveriesTo = (user: string) => {
    const channel = channels.all().find((each) => each.is_im === true && each.user === user);
    return messages
      .all()
      .filter(({ channel_id }) => channel_id === channel?.channel_id)
      .flatMap(({ metadata }) => deliveryIn(metadata));
  };
  return { slack, deliveriesTo };
}

function deliveryIn(metadata: unknown): string[] {
  const { event_payload: payload } = (metadata ?? {}) as { event_payload?: { d?: string } };
  return payload?.d === undefined ? [] : [payload.d];
}

interface Beginning {
  readonly options: SlackOfficeOptions;
  readonly platform: Platform;
  readonly folder: string;
  readonly clock: { now: () => Date; set: (at: Date) => void };
  readonly log: string[];
  readonly jobs: Job[];
}

/** As main.ts does, but for the clock and for what would run by the machine's. */
async function begin({ options, platform: { slack }, folder, clock, log, jobs }: Beginning) {
  const tell = (line: string) => void log.push(line);
  const config = await configOf(options, slack, folder);
  const { organisation: sources } = config;
  const store = await openStore(config.database, { tell, alone: true });
  const queue = inProcess();
  const add = queue.add.bind(queue);
  queue.add = (more) => {
    jobs.push(...more);
    return add(more);
  };
  const peopleChanged = () => void queue.add([{ name: 'people', ref: '' }]);
  const surroundings = { store, clock: clock.now, tell, peopleChanged };
  const platforms = await openPlatforms(config, surroundings);
  const people = () => importPeople(store, sources, platforms, clock.now(), tell);
  await people();
  const plan = { programme: sources.programme, clock, people };
  const house = build(plan, config, store, queue, tell, platforms);
  await house.page.listen(house.inbox);
  const doors = await openDoors(platforms, config.chats.doors);
  for (const each of platforms) await each.listen(house.inbox);
  if (doors) slack.connectTo(`${doors.url}/slack/events`);
  return {
    house,
    /** Nothing new is begun; what waits for an answer of Slack's goes on waiting. */
    stop: () => void queue.close(),
    async close() {
      await doors?.close();
      await Promise.all([house.page.close(), ...platforms.map((each) => each.close())]);
      await queue.close();
      await store.close();
    },
  };
}

async function configOf(
  { programme, arrival = 'http', site }: SlackOfficeOptions,
  { url, signingSecret }: Pick<FakeSlack, 'url' | 'signingSecret'>,
  folder: string,
): Promise<Config & Required<Pick<Config, 'organisation'>>> {
  const config = await readConfig(
    {
      PORT: '0',
      CHAT_PORT: '0',
      ...(site !== undefined && { SOUNDINGS_URL: site }),
      SLACK_API_URL: url,
      SLACK_BOT_TOKEN: 'xoxb-test',
      ...(arrival === 'http'
        ? { SLACK_SIGNING_SECRET: signingSecret }
        : { SLACK_APP_TOKEN: 'xapp-test' }),
    },
    folder,
  );
  if ('faults' in config || !config.organisation) throw new Error(JSON.stringify(config));
  const { organisation } = config;
  const full = { ...FIRM_PROGRAMME, ...programme };
  return { ...config, organisation: { ...organisation, programme: full } };
}

function writeFiles(folder: string, { people: listed = 'emails' }: SlackOfficeOptions): void {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), `${text}\n`);
  const where = listed === 'slack' ? ', people: slack' : '';
  write(
    'soundings.yaml',
    `organisation: { name: Firm, timezone: Europe/Berlin${where} }\ncampaigns: []`,
  );
  if (listed === 'slack') return;
  const idOf = listed === 'ids' ? userOf : (person: string) => person;
  const people = FIRM.people.map(({ id, name, email, unit, timezone = '' }) =>
    [idOf(id), name, listed === 'ids' ? '' : email, unit, timezone].join(','),
  );
  const units = FIRM.units.map(({ id, name, parent = '', manager = '' }) =>
    [id, name, parent, idOf(manager)].join(','),
  );
  write('people.csv', ['person,name,email,unit,timezone', ...people].join('\n'));
  write('units.csv', ['unit,name,parent,manager', ...units].join('\n'));
}
