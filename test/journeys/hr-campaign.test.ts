/** HR makes a campaign in chat, sees it run, changes it and ends it. */
import { expect, test } from 'vitest';
import type { ActionName } from '../../src/message/message.ts';
import { buttonsOf, filledIn, linesOf } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { week } from '../support/town-people.ts';

const { opens, tuesday } = week(0);

function act(firm: Town, action: ActionName, about = '', person = 'hana') {
  return firm.reply({ kind: 'action', person, action, about });
}

function save(firm: Town, about: string, fields: Record<string, readonly string[]>) {
  return firm.reply({ kind: 'submit', form: 'campaign', person: 'hana', about, fields });
}

/** Town without a campaign in its file, where HR makes one on Monday before the window opens. */
async function withMade(change: Record<string, string | readonly string[]> = {}) {
  const firm = await town({ programme: { campaigns: [], floor: 5 } });
  const { form } = await act(firm, 'campaign-new');
  const answer = await save(firm, '', filledIn(form, { name: 'Lab & Söhne', ...change }));
  return { firm, answer };
}

const ROUND = 'lab-sohne-2026-11-02';

function roundsOf(firm: Town) {
  return firm.ports.store.rounds.list({});
}

async function campaignOf(firm: Town, id = 'lab-sohne') {
  return (await firm.ports.store.campaigns.list()).find((each) => each.id === id);
}

test('a campaign made in chat opens at its hour and asks everybody in its audience', async () => {
  const { firm, answer } = await withMade({ audience: ['lab'], floor: '6', 'per-round': '2' });
  expect(linesOf(answer.page)[0]).toBe(
    'Lab & Söhne is saved. Its next round opens on Monday 2 November, 09:00. Rounds that are open already stay as they are.',
  );
  expect(await campaignOf(firm)).toMatchObject({ floor: 6, perRound: 2, audience: ['lab'] });
  await firm.at(opens);
  expect((await roundsOf(firm)).map(({ id }) => id)).toEqual([ROUND]);
  await firm.at(tuesday);
  expect(firm.messagesOf('lab-3')).toHaveLength(1);
  // Lea leads the lab and is listed in it.
  expect(firm.messagesOf('lea')).toHaveLength(1);
  expect(firm.messagesOf('north-1')).toEqual([]);
  const round = await firm.ports.store.rounds.get(ROUND);
  expect(round).toMatchObject({ floor: 6, state: 'open' });
  expect(round?.questions.map(({ kind }) => kind)).toEqual([
    'five-point',
    'five-point',
    'free-text',
  ]);
});

test('what is wrong is told for every field at once, and nothing is saved', async () => {
  const { firm, answer } = await withMade({
    name: ' ',
    questions: [],
    'per-round': '4',
    every: 'day',
    'opens-time': '25:00',
    'closes-day': '7',
    'ask-at': '21:00',
    reminders: '9',
    audience: ['moon'],
    floor: '4',
    starts: '2026-10-01',
  });
  expect(answer.faults).toEqual({
    name: 'Please give it a name.',
    questions: 'Please choose at least one question.',
    'per-round': 'Please choose from those shown.',
    every: 'Please choose from those shown.',
    'opens-time': 'Please write a time such as 09:00.',
    'closes-day': 'Please choose from those shown.',
    'ask-at': 'Please write a time from 7:00 to 19:59, such as 10:00.',
    reminders: 'Please choose from those shown.',
    audience: 'Please choose from those shown.',
    floor: 'Please give a whole number from 5 to 100.',
    starts: 'This day is over. Please choose today or a later one.',
  });
  expect(await firm.ports.store.campaigns.list()).toEqual([]);
});

test('an audience smaller than its own minimum is refused: it would tell who takes part', async () => {
  const { firm, answer } = await withMade({ audience: ['south'], floor: '6' });
  expect(answer.faults).toEqual({
    audience:
      'There are only 5 in it, and a figure needs 6 answers. Please choose a larger audience.',
  });
  expect(await firm.ports.store.campaigns.list()).toEqual([]);
});

test('an empty form has a fault at each field and saves nothing', async () => {
  const firm = await town();
  const { faults = {} } = await save(firm, '', {});
  // No audience is everybody.
  expect(Object.keys(faults)).toHaveLength(13);
  expect(Object.values(faults).every((says) => says.length > 10)).toBe(true);
});

test('ids are made of names, and no two campaigns share one', async () => {
  const { firm } = await withMade();
  for (const name of ['Lab & Söhne', 'Pulse', '調査', 'x'.repeat(60)]) {
    const { form } = await act(firm, 'campaign-new');
    expect(await save(firm, '', filledIn(form, { name }))).toHaveProperty('page');
  }
  expect((await firm.ports.store.campaigns.list()).map(({ id }) => id)).toEqual([
    'lab-sohne',
    'lab-sohne-2',
    'pulse',
    'campaign',
    'x'.repeat(36),
  ]);
});

test('a changed campaign shows what is in force, and leaves the open round as it is', async () => {
  const { firm } = await withMade();
  await firm.at(tuesday);
  const before = await firm.ports.store.rounds.get(ROUND);
  const { form } = await act(firm, 'campaign-edit', 'lab-sohne');
  expect(filledIn(form)).toMatchObject({ name: ['Lab & Söhne'], questions: ['pulse'] });
  const change = { name: 'Renamed', floor: '8', questions: ['role-1', 'recommend'] };
  expect(await save(firm, 'lab-sohne', filledIn(form, change))).toHaveProperty('page');
  expect(await firm.ports.store.rounds.get(ROUND)).toEqual(before);
  const made = await campaignOf(firm);
  expect(made).toMatchObject({ id: 'lab-sohne', name: 'Renamed', floor: 8 });
  expect(made?.questions.map(({ id }) => id)).toEqual(['role-1', 'recommend']);
  await firm.at(week(1).tuesday);
  expect(await firm.ports.store.rounds.get('lab-sohne-2026-11-09')).toMatchObject({ floor: 8 });
});

test('saved untouched, a campaign is the same as before', async () => {
  const { firm } = await withMade({ audience: ['sales', 'lab'], every: 'month', comment: 'no' });
  const before = await campaignOf(firm);
  const { form } = await act(firm, 'campaign-edit', 'lab-sohne');
  await save(firm, 'lab-sohne', filledIn(form));
  expect(await campaignOf(firm)).toEqual(before);
});

test('another opening day asks nobody twice while a round is open', async () => {
  const { firm } = await withMade();
  await firm.at(tuesday);
  const { form } = await act(firm, 'campaign-edit', 'lab-sohne');
  await save(firm, 'lab-sohne', filledIn(form, { 'opens-day': '2', 'opens-time': '11:00' }));
  await firm.at(week(0).beforeClose);
  expect((await roundsOf(firm)).map(({ id }) => id)).toEqual([ROUND]);
  await firm.at(week(1).tuesday);
  expect((await roundsOf(firm)).map(({ id }) => id)).toEqual(['lab-sohne-2026-11-10', ROUND]);
});

test('a unit that is gone stays chosen: a campaign never grows to everybody by itself', async () => {
  const { firm } = await withMade({ audience: ['lab'] });
  const { people, units } = await firm.ports.store.org.load();
  const left = people.filter(({ unit }) => unit !== 'lab');
  const tree = units.filter(({ id }) => id !== 'lab');
  await firm.ports.store.org.replace({ people: left, units: tree }, firm.now());
  const { form } = await act(firm, 'campaign-edit', 'lab-sohne');
  expect(filledIn(form).audience).toEqual(['lab']);
  const { faults } = await save(firm, 'lab-sohne', filledIn(form));
  expect(faults?.audience).toMatch(/only 0 in it/);
});

test('an ended campaign opens no more rounds until it goes on', async () => {
  const { firm } = await withMade();
  await firm.at(tuesday);
  const { page } = await act(firm, 'campaign-end', 'lab-sohne');
  expect(linesOf(page)[0]).toMatch(/has ended/);
  expect(buttonsOf(page)).toContain('campaign-resume lab-sohne');
  expect((await firm.ports.store.rounds.get(ROUND))?.state).toBe('open');
  await firm.at(week(1).tuesday);
  expect(await roundsOf(firm)).toHaveLength(1);
  expect(linesOf((await act(firm, 'round-open', 'lab-sohne')).say)[0]).toMatch(/has ended/);
  await act(firm, 'campaign-resume', 'lab-sohne');
  await firm.at(new Date(week(1).tuesday.getTime() + 3_600_000));
  expect(await roundsOf(firm)).toHaveLength(2);
});
