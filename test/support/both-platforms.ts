/** The real program on a test's clock between two fakes, of Slack and of Teams, with people on one, both or neither. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { slack } from '../../adapters/slack/connect.ts';
import { openStore } from '../../adapters/store/open-store.ts';
import { teams } from '../../adapters/teams/connect.ts';
import type { Posted } from '../../adapters/web/wire.ts';
import { inProcess } from '../../scheduler/in-process.ts';
import type { Programme } from '../../src/campaign/programme.ts';
import { nextStep } from '../../src/campaign/sweep.ts';
import { readConfig } from '../../src/config.ts';
import { openDoors } from '../../src/doors.ts';
import { build, type House } from '../../src/house.ts';
import { importPeople } from '../../src/import-people.ts';
import type { Reply } from '../../src/message/reply.ts';
import { temporaryFolder } from './folders.ts';
import { type FakeSlack, fakeSlack } from './slack/fake.ts';
import type { FakeUser } from './slack/user.ts';
import { inTeam } from './teams/activities.ts';
import { chatOf, type TeamsClient, teamsClient } from './teams/client.ts';
import { type FakeConnector, fakeConnector } from './teams/connector.ts';
import { type OpenId, openId } from './teams/open-id.ts';
import { BOT, sent, TENANT } from './teams/tenant.ts';
import { PULSE } from './town-people.ts';

export interface Somebody {
  readonly id: string;
  readonly unit: 'firm' | 'lab';
  readonly on: readonly ('slack' | 'teams')[];
  readonly timezone?: string;
}

export interface Asked {
  readonly slack: number;
  readonly teams: number;
  readonly web: number;
}

export interface BothOffice {
  readonly house: House;
  /** Everything that the operator was told. */
  readonly log: readonly string[];
  readonly fakes: { readonly slack: FakeSlack; readonly teams: FakeConnector };
  onSlack(person: string): FakeUser;
  onTeams(person: string): TeamsClient;
  onPage(person: string): Promise<readonly Posted[]>;
  /** A click on the page. */
  reply(reply: Reply, message: string): Promise<unknown>;
  /** How often a person has been asked so far, by where. */
  asked(person: string): Promise<Asked>;
  /** Moves the clock, and runs whatever is due until nothing is. */
  at(instant: Date): Promise<void>;
}

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const APP = BOT.slice('28:'.length);
const TEAM = '19:everybody';
const ENDPOINT = '/api/messages';
const QUESTION = /short questions/;

export async function bothOffice(people: readonly Somebody[], start: Date): Promise<BothOffice> {
  const fakes = await openFakes(people);
  const log: string[] = [];
  const tell = (line: string) => void log.push(line);
  let now = start;
  const clock = {
    now: () => now,
    set: (at: Date) => {
      now = at;
    },
  };
  const { house, url } = await begin({ people, fakes, clock, tell });
  const store = house.ports.store;
  const slackId = (person: string) => `U${people.findIndex(({ id }) => id === person) + 1}`;
  const post = (activity: object) =>
    sent(`${url}${ENDPOINT}`, JSON.stringify({ serviceUrl: fakes.teams.url, ...activity }), {
      authorization: `Bearer ${fakes.ids.token({})}`,
    });
  const office: BothOffice = {
    house,
    log,
    fakes,
    onSlack: (person) => fakes.slack.user(slackId(person)),
    onTeams: (person) => teamsClient(person, fakes.teams, post),
    async onPage(person) {
      const found = await fetch(`${fakes.page()}/api/people/${person}/messages`);
      return (await found.json()) as Posted[];
    },
    async reply(reply, message) {
      const answered = await fetch(`${fakes.page()}/api/reply`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reply, message }),
      });
      if (!answered.ok) throw new Error(`${answered.status}: ${await answered.text()}`);
      return answered.json();
    },
    asked: async (person) => ({
      slack: fakes.slack.calls.filter(
        ({ method, args }) =>
          method === 'chat.postMessage' &&
          args.channel === slackId(person) &&
          QUESTION.test(String(args.text)),
      ).length,
      teams: fakes.teams.calls.filter(
        ({ method, path, body }) =>
          method === 'POST' &&
          path.includes(`/${encodeURIComponent(chatOf(person))}/activities`) &&
          QUESTION.test(String(body.summary)),
      ).length,
      web: (await store.messages.of(person)).filter(({ kind }) => kind === 'question').length,
    }),
    async at(instant) {
      for (let next = await planned(house); next && next <= instant; ) {
        clock.set(next);
        await house.catchUp();
        next = await planned(house);
      }
      clock.set(instant);
      await house.catchUp();
    },
  };
  // The app is put into a team: whoever is in it is known from then on.
  await post(inTeam('admin', TEAM, { type: 'conversationUpdate', membersAdded: [{ id: BOT }] }));
  await house.plan.people?.();
  return office;
}

async function planned({ plan, ports }: House): Promise<Date | undefined> {
  return (await nextStep(ports, plan.programme, plan.clock.now()))?.at;
}

interface Fakes {
  readonly slack: FakeSlack;
  readonly teams: FakeConnector;
  readonly ids: OpenId;
  page: () => string;
}

async function openFakes(people: readonly Somebody[]): Promise<Fakes> {
  const users = people.flatMap(({ id, on }, i) =>
    on.includes('slack') ? [{ id: `U${i + 1}`, name: id, email: mailOf(id) }] : [],
  );
  const slackFake = await fakeSlack({ users });
  const connector = await fakeConnector();
  const ids = await openId(APP, connector.url);
  ends.push(async () => {
    await Promise.all([slackFake.stop(), connector.close(), ids.close()]);
    expect(slackFake.faults).toEqual([]);
  });
  const members = people
    .filter(({ on }) => on.includes('teams'))
    .map(({ id }) => ({ id: `29:${id}`, aadObjectId: id, name: id, email: mailOf(id) }));
  connector.roster(TEAM, members);
  return { slack: slackFake, teams: connector, ids, page: () => '' };
}

function mailOf(person: string): string {
  return `${person}@acme.test`;
}

interface Beginning {
  readonly people: readonly Somebody[];
  readonly fakes: Fakes;
  readonly clock: { now: () => Date; set: (at: Date) => void };
  readonly tell: (line: string) => void;
}

/** As main.ts does, but for the clock and for what stands for Slack and for Microsoft. */
async function begin({ people, fakes, clock, tell }: Beginning) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'database'));
  const database = join(folder, 'database', 'both.db');
  const config = await readConfig({ PORT: '0', DATABASE_URL: `file:${database}` }, folder);
  if ('faults' in config) throw new Error(JSON.stringify(config.faults));
  const store = await openStore(config.database, { tell, alone: true });
  const queue = inProcess();
  const usual = {
    ...{ accounts: store.accounts, locale: 'en', clock: clock.now, tell },
    peopleChanged: () => void queue.add([{ name: 'people', ref: '' }]),
  };
  const platforms = [
    slack({
      ...usual,
      apiUrl: fakes.slack.url,
      access: { token: 'xoxb-test' },
      arrival: { signingSecret: fakes.slack.signingSecret },
      installations: store.installations,
      seal: { seal: (bytes) => bytes, open: (bytes) => bytes },
    }),
    teams({
      ...usual,
      ...{ appId: APP, appPassword: 'secret', tenantId: TENANT, appType: 'SingleTenant' },
      endpoints: { openIdMetadata: fakes.ids.metadata, token: async () => 'outbound' },
      organisation: 'Firm',
    }),
  ];
  const sources = { programme: PROGRAMME, ...writeFiles(folder, people) };
  const read = () => importPeople(store, sources, platforms, clock.now(), tell);
  await read();
  const plan = { programme: PROGRAMME, clock, people: read };
  const house = build(plan, config, store, queue, tell, platforms);
  const { url: page } = await house.page.listen(house.inbox);
  fakes.page = () => page;
  for (const each of platforms) await each.listen(house.inbox);
  const doors = await openDoors(platforms, { host: '127.0.0.1', port: 0 });
  if (!doors) throw new Error('Both platforms need a door.');
  fakes.slack.connectTo(`${doors.url}/slack/events`);
  ends.push(async () => {
    await doors.close();
    await Promise.all([house.page.close(), ...platforms.map((each) => each.close())]);
    await queue.close();
    await store.close();
  });
  return { house, url: doors.url };
}

const PROGRAMME: Programme = {
  ...{ organisation: 'Firm', timezone: 'Europe/Berlin', locale: 'en', hr: ['hana'] },
  campaigns: [PULSE],
  quiet: { workingDays: [1, 2, 3, 4, 5], quietDays: [], holidays: false },
};

function writeFiles(folder: string, people: readonly Somebody[]) {
  const [peopleFile, unitsFile] = [join(folder, 'people.csv'), join(folder, 'units.csv')];
  const rows = people.map(({ id, unit, timezone = '' }) =>
    [id, `${id} Test`, mailOf(id), unit, timezone].join(','),
  );
  writeFileSync(peopleFile, `person,name,email,unit,timezone\n${rows.join('\n')}\n`);
  writeFileSync(unitsFile, 'unit,name,parent,manager\nfirm,Firm,,\nlab,Lab,firm,lea\n');
  return { peopleFile, unitsFile };
}
