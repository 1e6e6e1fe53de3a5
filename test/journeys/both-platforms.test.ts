/** One campaign over Slack and Teams at once: everybody is asked once, where they are, and counted together. */
import { expect, test } from 'vitest';
import {
  type Asked,
  type BothOffice,
  bothOffice,
  type Somebody,
} from '../support/both-platforms.ts';
import { clickAndSee, homeOf, newest, opened, shown } from '../support/slack/reading.ts';
import { week } from '../support/town-people.ts';

const [first, second] = [week(0), week(1)];

const on = (platforms: Somebody['on'], ...ids: string[]): Somebody[] =>
  ids.map((id) => ({ id, unit: 'lab', on: platforms }));

const SLACK = ['sue', 'sam', 'sol'];
const TEAMS = ['tim', 'tea', 'tom'];
const BOTH = ['bea', 'bob'];
const NEITHER = ['wim', 'wes'];
const LAB = [...SLACK, ...TEAMS, ...BOTH, ...NEITHER];
const PEOPLE: readonly Somebody[] = [
  ...on(['slack'], ...SLACK),
  ...on(['teams'], ...TEAMS),
  ...on(['slack', 'teams'], ...BOTH),
  ...on([], ...NEITHER),
  { id: 'lea', unit: 'firm', on: ['teams'] },
  { id: 'hana', unit: 'firm', on: ['slack'] },
];

const MINUTE = 60_000;
const monday = (people = PEOPLE) => bothOffice(people, new Date(first.opens.getTime() - MINUTE));
const SEALED = /^Sealed until Friday 17:00/;

async function tapOnSlack(office: BothOffice, person: string, label: string): Promise<void> {
  await clickAndSee(office.onSlack(person), label, SEALED);
}

async function tapOnTeams(office: BothOffice, person: string, label: string): Promise<void> {
  const answer = await office.onTeams(person).tap(label);
  expect(answer).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
  });
  expect(JSON.stringify(answer.value)).toContain('Sealed until Friday 17:00');
}

async function tapOnPage(office: BothOffice, person: string, value: string, round: string) {
  const asked = (await office.onPage(person)).find((each) => each.round === round);
  const reply = { kind: 'answer', person, round, question: 'team', value } as const;
  const { replace } = (await office.reply(reply, asked?.id ?? '')) as {
    replace?: { summary: string };
  };
  expect(replace?.summary).toMatch(SEALED);
}

async function tallyOf(office: BothOffice, round: string) {
  const result = await office.house.ports.store.results.result(round);
  return result?.pools.get('team')?.map(({ unit, n, tally }) => ({ unit, n, tally }));
}

const ONCE = {
  slack: { slack: 1, teams: 0, web: 0 },
  teams: { slack: 0, teams: 1, web: 0 },
  web: { slack: 0, teams: 0, web: 1 },
} as const;

/** How often each of the lab was asked, by where. */
async function asked(office: BothOffice): Promise<Readonly<Record<string, Asked>>> {
  const all = LAB.map(async (person) => [person, await office.asked(person)] as const);
  return Object.fromEntries(await Promise.all(all));
}

function each(people: readonly string[], counts: Asked) {
  return Object.fromEntries(people.map((person) => [person, counts]));
}

test('two weeks: asked once on their own platform, counted together, and asked where they wish from then on', async () => {
  const office = await monday();
  const { store } = office.house.ports;

  // Bob says in Teams, before anything is asked, that he wants to be asked there; Bea says nothing.
  const settings = await office
    .onTeams('bob')
    .send({ kind: 'action', about: '', action: 'settings' });
  expect(JSON.stringify(settings.value)).toContain('Microsoft Teams');
  await office
    .onTeams('bob')
    .send({ kind: 'submit', form: 'settings', about: '', 'one:platform': 'teams' });
  expect(await store.org.preference('bob')).toMatchObject({ platform: 'teams' });

  // Everybody is asked, each on one platform, and nobody twice.
  await office.at(first.tuesday);
  const once = {
    ...each([...SLACK, 'bea'], ONCE.slack),
    ...each([...TEAMS, 'bob'], ONCE.teams),
    ...each(NEITHER, ONCE.web),
  };
  expect(await asked(office)).toEqual(once);

  // All of them answer where they were asked.
  for (const person of SLACK) await tapOnSlack(office, person, 'Agree');
  await tapOnSlack(office, 'bea', 'Disagree');
  for (const person of [...TEAMS, 'bob']) await tapOnTeams(office, person, 'Strongly agree');
  for (const person of NEITHER) await tapOnPage(office, person, '3', first.round);
  expect(await store.box.size(first.round)).toBe(LAB.length);

  // Bea thinks better of it in Teams: her envelope is replaced, and there is still one.
  await office.onTeams('bea').type('now');
  const [form] = office.onTeams('bea').messages();
  expect(form).toBeDefined();
  await office
    .onTeams('bea')
    .send({ kind: 'submit', form: 'answers', about: first.round, 'one:team': '1' }, form);
  expect(await store.box.size(first.round)).toBe(LAB.length);

  await office.at(first.closes);
  expect(await tallyOf(office, first.round)).toEqual([
    { unit: 'lab', n: LAB.length, tally: [1, 0, 2, 3, 4] },
  ]);
  expect(await store.box.size(first.round)).toBe(0);

  // The manager reads it in Teams, HR in Slack: the same firm.
  await office.at(first.after);
  expect(JSON.stringify(office.onTeams('lea').messages().at(-1)?.card)).toContain('Lab');
  expect(newest(office.onSlack('hana')).text).not.toBe('');

  // Bea now prefers Teams, said in Slack; Bob prefers Slack, said in Teams.
  const bea = office.onSlack('bea');
  await opened(bea, await homeOf(bea, /Settings/), 'Settings');
  const saved = await bea.submit({ platform: 'Microsoft Teams' });
  expect(saved).toMatchObject({ errors: {} });
  await shown(async () => (await store.org.preference('bea')).platform === 'teams');
  await office
    .onTeams('bob')
    .send({ kind: 'submit', form: 'settings', about: '', 'one:platform': 'slack' });
  await office.at(second.tuesday);
  expect(await asked(office)).toEqual({
    ...each(SLACK, { slack: 2, teams: 0, web: 0 }),
    ...each(TEAMS, { slack: 0, teams: 2, web: 0 }),
    ...each(NEITHER, { slack: 0, teams: 0, web: 2 }),
    ...each(BOTH, { slack: 1, teams: 1, web: 0 }),
  });

  // The same fingers on the other platforms.
  for (const person of [...SLACK, 'bob']) await tapOnSlack(office, person, 'Agree');
  for (const person of [...TEAMS, 'bea']) await tapOnTeams(office, person, 'Agree');
  for (const person of NEITHER) await tapOnPage(office, person, '4', second.round);
  await office.at(second.closes);
  expect(await tallyOf(office, second.round)).toEqual([
    { unit: 'lab', n: LAB.length, tally: [0, 0, 0, LAB.length, 0] },
  ]);
});

/** Each with an hour of their own, so that what befalls a platform befalls them. */
const AWAY = [
  { id: 'zoe', timezone: 'America/Sao_Paulo', platform: 'slack', hour: '2026-11-02T13:00:00Z' },
  { id: 'nyx', timezone: 'America/New_York', platform: 'slack', hour: '2026-11-02T15:00:00Z' },
  { id: 'ivo', timezone: 'America/Los_Angeles', platform: 'teams', hour: '2026-11-02T18:00:00Z' },
  { id: 'kai', timezone: 'Asia/Tokyo', platform: 'teams', hour: '2026-11-03T01:00:00Z' },
  { id: 'una', timezone: 'Asia/Kolkata', platform: 'teams', hour: '2026-11-03T04:30:00Z' },
  { id: 'max', timezone: 'Asia/Dubai', platform: 'slack', hour: '2026-11-03T06:00:00Z' },
] as const;

test('a platform that refuses, stalls or breaks off: the other one is asked for help only if nothing was posted', async () => {
  const office = await monday([
    ...AWAY.map(({ id, timezone }): Somebody => {
      return { id, timezone, unit: 'lab', on: ['slack', 'teams'] };
    }),
    { id: 'lea', unit: 'firm', on: ['teams'] },
    { id: 'hana', unit: 'firm', on: ['slack'] },
  ]);
  const { store } = office.house.ports;
  const { slack, teams } = office.fakes;
  for (const { id, platform } of AWAY) await store.org.prefer(id, { platform });
  const shownTo = (person: string) => ({
    slack: office.onSlack(person).messages().length,
    teams: office.onTeams(person).messages().length,
    web: 0,
  });
  const stateOf = async (person: string) => (await store.deliveries.of(first.round, person))?.state;
  /** At their hour, and on until it is known what became of it: a claim is given up after two minutes. */
  const atTheirHour = async (person: string, happens: () => void) => {
    const hour = Date.parse(AWAY.find(({ id }) => id === person)?.hour ?? '');
    await office.at(new Date(hour - MINUTE));
    expect(shownTo(person)).toEqual({ slack: 0, teams: 0, web: 0 });
    happens();
    const isOpen = async () => /planned|claimed/.test((await stateOf(person)) ?? '');
    for (let tries = 0; tries < 25 && (tries === 0 || (await isOpen())); tries++) {
      await office.at(new Date(hour + tries * 130_000));
      // The queue rests between tries by the machine's own clock.
      if (await isOpen()) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return shownTo(person);
  };

  // Slack takes no more just now: it is waited for, and Teams is left in peace.
  const busy = () => slack.next('chat.postMessage', { ratelimited: 1 });
  expect(await atTheirHour('zoe', busy)).toEqual(ONCE.slack);

  // Slack refuses Nyx: Teams it is.
  const closed = () => slack.next('chat.postMessage', { error: 'messages_tab_disabled' });
  expect(await atTheirHour('nyx', closed)).toEqual(ONCE.teams);

  // Teams posted to Ivo and then broke off: nobody can tell, so nothing is said again anywhere.
  const broken = () => teams.plan('well', { status: 502, posted: true });
  expect(await atTheirHour('ivo', broken)).toEqual(ONCE.teams);

  // Kai has blocked the app in Teams, which is where he wants to be asked: Slack it is.
  const blocked = () => teams.plan('well', { status: 403, code: 'MessageWritesBlocked' });
  expect(await atTheirHour('kai', blocked)).toEqual(ONCE.slack);

  // Una can be reached on neither.
  const both = () => {
    closed();
    blocked();
  };
  expect(await atTheirHour('una', both)).toEqual({ slack: 0, teams: 0, web: 0 });
  expect(await stateOf('una')).toBe('unreachable');

  // Slack posted to Max and cut the line: he is written to once, and not in Teams too.
  expect(await atTheirHour('max', () => slack.next('chat.postMessage', 'drop-after'))).toEqual(
    ONCE.slack,
  );

  for (const { id } of AWAY.filter((each) => each.id !== 'una')) {
    expect(await stateOf(id), id).toBe('sent');
  }

  // Answers come from wherever they were asked in the end.
  await tapOnSlack(office, 'kai', 'Agree');
  await tapOnSlack(office, 'max', 'Agree');
  await tapOnTeams(office, 'nyx', 'Agree');
  await tapOnTeams(office, 'ivo', 'Agree');
  await tapOnSlack(office, 'zoe', 'Agree');
  await office.at(first.closes);
  expect(await tallyOf(office, first.round)).toEqual([
    { unit: 'lab', n: 5, tally: [0, 0, 0, 5, 0] },
  ]);
});
