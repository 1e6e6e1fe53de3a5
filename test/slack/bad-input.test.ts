/** What nobody of good will sends, through the whole program: refused, told without its content, and nothing is stored. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { filesOf, holding } from '../support/bytes.ts';
import type { Shown } from '../support/slack/desk.ts';
import { LAB } from '../support/slack/firm.ts';
import type { PostOptions } from '../support/slack/http.ts';
import {
  allFillIn,
  answerTo,
  clickAndSee,
  fillIn,
  homeOf,
  newest,
  opened,
  shown,
  toldAfter,
  wordsOn,
} from '../support/slack/reading.ts';
import { type SlackOffice, slackOffice, userOf } from '../support/slack/slack-office.ts';
import { PULSE, week } from '../support/town-people.ts';

const { round, opens, tuesday, closes } = week(0);
const start = new Date(opens.getTime() - 60_000);
/** Unlike any other bytes. */
const CANARY = 'canary-forged-Qz4';

/** The lab has been asked; nobody else was. */
async function asked(): Promise<SlackOffice> {
  const campaigns = [{ ...PULSE, audience: ['lab'] }];
  const office = await slackOffice({ start, programme: { campaigns } });
  await office.at(tuesday);
  return office;
}

/** Everything that is stored, byte for byte. */
function stored({ folder }: SlackOffice): Record<string, unknown[]> {
  const data = join(folder, '.soundings', 'database');
  const file = readdirSync(data).find((name) => name.endsWith('.db')) ?? '';
  const raw = new Database(join(data, file), { readonly: true });
  try {
    const tables = raw.prepare("select name from sqlite_master where type = 'table'").pluck();
    return Object.fromEntries(
      tables.all().map((name) => [String(name), raw.prepare(`select * from "${name}"`).all()]),
    );
  } finally {
    raw.close();
  }
}

/** Does it, waits for what may follow, and sees that nothing was stored and nothing quoted. */
async function storesNothing<T>(office: SlackOffice, what: () => Promise<T>): Promise<T> {
  const before = stored(office);
  const done = await what();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(stored(office)).toEqual(before);
  expect(office.log.join('\n')).not.toContain(CANARY);
  return done;
}

const payload = (body: object) => new URLSearchParams({ payload: JSON.stringify(body) }).toString();

const ADA = { id: userOf('ada'), team_id: 'T1' };
const TEAM = { team: { id: 'T1', domain: 'acme' }, is_enterprise_install: false };

/** Words as no message has them. */
const LISTED = `{"type":"event_callback","team_id":"T1","event":{"type":"message","text":["${CANARY}"]}}`;

/** Ada's tap on a scale, as Slack would send it. */
function tap(block_id: string, action_id: string, value: unknown, user = ADA): string {
  const actions = [{ type: 'button', block_id, action_id, value, text: { text: CANARY } }];
  return payload({ type: 'block_actions', ...TEAM, user, actions, container: {} });
}

const scale = (id: string, question = 'team') => `scale:1.0:${id}:${question}`;
const GOOD = tap(scale(round), 'option:3', '4');

/** A form that Ada would have filled in. */
function form(callback_id: string, metadata: unknown, values: unknown, user = ADA): string {
  const private_metadata = typeof metadata === 'string' ? metadata : JSON.stringify(metadata);
  const view = { id: 'V1', type: 'modal', callback_id, private_metadata, state: { values } };
  return payload({ type: 'view_submission', ...TEAM, user, view });
}

const radio = (value: string) => ({ field: { type: 'radio_buttons', selected_option: { value } } });
const written = (value: string) => ({ field: { type: 'plain_text_input', value } });

test('what is not signed well, not of now, or has come before is turned away', async () => {
  const office = await asked();
  const { fake } = office;
  const bad: [PostOptions, RegExp][] = [
    [{ signature: 'bad' }, /its signature is wrong/],
    [{ signature: 'none' }, /it is not signed/],
    [{ timestamp: -600 }, /its time differs by more than 5 minutes/],
    [{ timestamp: 600 }, /its time differs by more than 5 minutes/],
  ];
  for (const [how, says] of bad) {
    const ack = await storesNothing(office, () => fake.post(GOOD, how));
    expect(ack, String(says)).toMatchObject({ status: 401, body: '' });
    expect(office.log.join('\n')).toMatch(says);
  }
  // The same body is an answer when it is signed; sent again it is nothing.
  expect(await fake.post(GOOD)).toMatchObject({ status: 200 });
  const { box } = office.house.ports.store;
  await shown(async () => (await box.size(round)) === 1);
  expect(await storesNothing(office, () => fake.replay())).toMatchObject({ status: 401 });
  expect(office.log.join('\n')).toContain('the same one has come before');
});

test('a body that is too big, or none of Slack’s, is refused, and the next click is taken', async () => {
  const office = await asked();
  const { fake } = office;
  const big = payload({
    type: 'block_actions',
    user: ADA,
    actions: [],
    pad: CANARY.repeat(70_000),
  });
  expect(await storesNothing(office, () => fake.post(big))).toMatchObject({ status: 413 });
  const bodies = [
    '{',
    `{"type":"${CANARY}`,
    'null',
    '[]',
    `"${CANARY}"`,
    'payload=null',
    'payload=[1]',
    'payload=%7Bbroken',
    `payload=${CANARY}`,
    'payload=%7B%7D&payload=%7B%7D',
    payload({ type: 'block_actions' }),
    payload({ type: 'block_actions', ...TEAM, user: ADA, actions: 'x' }),
    payload({ type: 'block_actions', ...TEAM, user: ADA, actions: [null] }),
    payload({ type: 'block_actions', ...TEAM, user: { id: 7 }, actions: [{}] }),
    payload({ type: 'view_submission', ...TEAM, user: ADA, view: null }),
    payload({ type: CANARY, ...TEAM, user: ADA }),
    '{"type":"event_callback","event":null}',
    LISTED,
    'command=%2Fsoundings',
    '',
  ];
  const acks = await storesNothing(office, () =>
    Promise.all(bodies.map((body) => fake.post(body))),
  );
  const taken = bodies.filter((_, i) => acks[i]?.inTime);
  // Clicks are acknowledged before they are understood; in the others there are no words and nobody to answer.
  expect(taken.filter((body) => !/block_actions/.test(body))).toEqual([
    LISTED,
    'command=%2Fsoundings',
  ]);
  expect(acks.filter(({ status = 0 }) => status >= 500)).toEqual([]);
  expect(office.log.join('\n')).toContain('its body is malformed');
  await clickAndSee(office.of('ada'), 'Agree', /^Sealed/);
});

const HANA = { id: userOf('hana'), team_id: 'T1' };
/** Block, button, value, and who clicks. */
const BUTTONS: readonly (readonly [string, string, unknown, typeof ADA?])[] = [
  [scale('pulse-2026-11-09'), 'option:3', '4'],
  [scale('nothing'), 'option:3', '4'],
  [scale(round, 'mirror'), 'option:3', '4'],
  [scale(round, '__proto__'), 'option:3', '4'],
  ...['0', '6', '-1', '4.0', '1e0', '٤', '04', CANARY].map(
    (value) => [scale(round), 'option:3', value] as const,
  ),
  [scale(round), 'option:3', ''],
  [scale(round), 'option:3', undefined],
  [scale(round), 'option:3', { nested: '4' }],
  [scale(round), CANARY, '4'],
  [CANARY, 'option:3', '4'],
  [`scale:1.0:${round}:team:extra`, 'option:3', '4'],
  [`actions:1.0:${round}`, CANARY, '4'],
  [`scale:1.0:${round}:%E0%A4%A`, 'option:3', '4'],
  // In the firm, but not asked; and nobody of ours.
  [scale(round), 'option:3', '4', HANA],
  [scale(round), 'option:3', '4', { id: 'U999', team_id: 'T1' }],
];

const about = { about: round };
const FORMS = [
  form('answers', { about: 'pulse-2026-11-09' }, { team: radio('4') }),
  form('answers', { about: CANARY }, { team: radio('4') }),
  form('answers', about, { team: radio('6') }),
  form('answers', about, { team: radio('4'), pay: radio(CANARY) }),
  form('answers', about, { team: radio('4'), [CANARY]: radio('1') }),
  form('answers', about, { team: written(CANARY) }),
  form('answers', about, { words: written(CANARY.repeat(1000)) }),
  form('answers', about, { team: radio('4') }, HANA),
  form('answers', about, { team: null }),
  form('answers', about, null),
  form('answers', '', { team: radio('4') }),
  form('answers', CANARY, { team: radio('4') }),
  form('answers', ['x'], { team: radio('4') }),
  form(CANARY, about, { team: radio('4') }),
  form('campaign', { about: '' }, { name: written(CANARY), questions: radio('pulse') }),
  form('settings', { about: '' }, { hour: radio(CANARY), language: radio('xx') }),
];

test('forged buttons and forms store nothing: another round, another question, off the scale, another’s', async () => {
  const office = await asked();
  const { fake } = office;
  await storesNothing(office, async () => {
    for (const [block, action, value, user] of BUTTONS) {
      const ack = await fake.post(tap(block, action, value, user));
      expect(ack, `${block} ${action} ${value}`).toMatchObject({ status: 200, body: '' });
    }
    for (const body of FORMS) {
      const ack = await fake.post(body);
      expect(ack, body.slice(0, 200)).toMatchObject({ status: 200, inTime: true });
    }
  });
  expect(await office.house.ports.store.box.size(round)).toBe(0);
  const told = office.log.join('\n');
  expect(told).toContain('no button of ours says that. Nothing was stored.');
  expect(told).toContain('it is none of ours. Nothing was stored.');
});

test('another’s digest is neither read nor decided on by a forged button', async () => {
  const office = await asked();
  await allFillIn(office, LAB, () => ({ team: 'Agree', growth: 'Agree', pay: 'Disagree' }));
  await office.at(closes);
  const lea = newest(office.of('lea'));
  const forged = (action_id: string, about: string): Shown => {
    const element = { type: 'button', action_id, text: { type: 'plain_text', text: 'x' } };
    const block = { type: 'actions', block_id: `actions:0.0:${about}`, elements: [element] };
    return { ...lea, blocks: [block] };
  };
  for (const [person, action, about] of [
    ['ada', 'will-do', `${round}/lab`],
    ['ada', 'details', `${round}/0`],
    ['clara', 'will-do', `${round}/lab`],
    ['lea', 'will-do', `${round}/firm`],
    ['lea', 'details', `${round}/9`],
    ['lea', 'not-now', `${week(1).round}/lab`],
  ] as const) {
    const user = office.of(person);
    const said = await storesNothing(office, () =>
      toldAfter(user, () => user.click(forged(action, about), action)),
    );
    expect(said, `${person} ${action} ${about}`).toMatch(/Nothing was changed/);
    expect(user.modal()).toBeUndefined();
  }
});

test('nothing that anybody chose or wrote is in a call to Slack, a job, a log line or a file', async () => {
  const office = await asked();
  const { fake } = office;
  const [ada, bo] = [office.of('ada'), office.of('bo')];
  // Two people who could not answer more differently.
  const answer = async (user: typeof ada, label: string, words: string) => {
    await homeOf(user, /Weekly pulse is open/);
    await clickAndSee(user, label, /^Sealed/);
    await fillIn(user, { growth: label, pay: label, words });
    await answerTo(user, words);
    const home = await homeOf(user, /Weekly pulse is open/);
    await opened(user, home, 'Answer or change');
    await user.submit({ team: label, words });
    const page = wordsOn(user.modal());
    expect(page).toContain('Sealed until Friday 17:00');
    await user.close();
  };
  await answer(ada, 'Strongly disagree', `${CANARY} one`);
  await answer(bo, 'Strongly agree', `${CANARY} two`);

  // All that Slack was told of them is the same, but for their names and Slack's own ids.
  const toldOf = (name: string) => {
    const [user, id] = [name[0]?.toUpperCase() + name.slice(1), userOf(name)];
    const own = new RegExp(`\\b[UD]${id.slice(1)}\\b`);
    const neutral = (text: string) =>
      text
        .replaceAll(user, 'NAME')
        .replace(/\b[UD]\d+\b/g, 'ID')
        .replace(/\d+\.\d{6}|[0-9a-f]{8}-[0-9a-f-]{27}|\d{6}\.\d{6}\.\w+/g, 'RANDOM')
        .replace(/"trigger_id":"[^"]*"|\/(response|commands|actions)[\w/-]*/g, 'RANDOM');
    const screens = [fake.user(id).messages(), fake.user(id).ephemerals(), [fake.user(id).home()]];
    const calls = fake.calls.filter(({ args }) => own.test(JSON.stringify(args)));
    return {
      calls: calls.map(({ method, args }) => `${method} ${neutral(JSON.stringify(args))}`),
      screens: screens.flat().map((each) => neutral(wordsOn(each))),
    };
  };
  // The last call follows what was submitted from the home page: the question is changed where it lies.
  for (const name of ['ada', 'bo']) await expect.poll(() => toldOf(name).calls.length).toBe(6);
  expect(toldOf('ada')).toEqual(toldOf('bo'));

  const said = [fake.calls, office.jobs, office.log];
  expect(JSON.stringify(said)).not.toContain(CANARY);
  const shownTo = fake.world.messages.filter(({ bot }) => bot);
  const shownAs = [shownTo, fake.world.ephemerals, [...fake.world.views.values()]];
  expect(JSON.stringify(shownAs)).not.toContain(CANARY);
  expect(holding(filesOf(office.folder), CANARY)).toEqual([]);
});
