/** HR makes a campaign on Slack, opens, closes and cancels its rounds by hand; nobody else can. */
import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../src/org/roles.ts';
import type { Shown } from '../support/slack/desk.ts';
import { LAB } from '../support/slack/firm.ts';
import {
  allFillIn,
  homeOf,
  newest,
  opened,
  shown,
  toldAfter,
  wordsOn,
} from '../support/slack/reading.ts';
import { type SlackOffice, slackOffice } from '../support/slack/slack-office.ts';
import type { FakeUser } from '../support/slack/user.ts';
import { week } from '../support/town-people.ts';

const { opens, closes } = week(0);
/** Monday, half past nine in Berlin. */
const HALF_PAST = new Date(opens.getTime() + 30 * 60_000);
const TEN = new Date(opens.getTime() + 60 * 60_000);
const ROUND = 'lab-pulse-2026-11-02';
const SECOND = 'lab-pulse-2026-11-09';

function morning(on: 'fake' | 'emulate' = 'fake'): Promise<SlackOffice> {
  const start = new Date(opens.getTime() - 60_000);
  return slackOffice({ on, start, programme: { campaigns: [] } });
}

/** The panel, from the home page. */
async function panelOf(hana: FakeUser) {
  while (hana.modal()) await hana.close();
  return opened(hana, await homeOf(hana, /For HR/), 'Campaigns and rounds');
}

/** What is in front once it says so: a new window, or the same one changed. */
function reading(user: FakeUser, says: RegExp) {
  return shown(() => {
    const modal = user.modal();
    return modal !== undefined && says.test(wordsOn(modal)) && modal;
  });
}

/** A campaign for the lab, saved. */
async function withCampaign(office: SlackOffice): Promise<void> {
  const hana = office.of('hana');
  await opened(hana, await panelOf(hana), 'New campaign');
  const filled = {
    name: 'Lab pulse',
    audience: ['lab'],
    'per-round': '2',
    questions: ['role-1', 'recommend'],
  };
  expect(await hana.submit(filled)).toMatchObject({ errors: {} });
  await reading(hana, /Lab pulse is saved\. Its next round opens on Monday 2 November, 09:00/);
}

describe.each(['fake', 'emulate'] as const)('on %s', (on) => {
  test('a campaign is made, corrected, previewed, and its rounds opened, closed and cancelled', async () => {
    const office = await morning(on);
    const hana = office.of('hana');
    const { store } = office.house.ports;

    // What is wrong is told beside each field, and nothing is saved.
    await opened(hana, await panelOf(hana), 'New campaign');
    const wrong = { 'opens-time': '25:00', 'ask-at': '21:00', floor: '4', starts: '2026-10-01' };
    expect(
      (await hana.submit({ name: 'Lab pulse', questions: ['role-1', 'recommend'], ...wrong }))
        .errors,
    ).toEqual({
      'opens-time': 'Please write a time such as 09:00.',
      'ask-at': 'Please write a time from 7:00 to 19:59, such as 10:00.',
      floor: 'Please give a whole number from 5 to 100.',
      starts: 'This day is over. Please choose today or a later one.',
    });
    expect(await store.campaigns.list()).toEqual([]);
    const right = { 'opens-time': '09:00', 'ask-at': '10:00', floor: '5', starts: '2026-11-02' };
    expect(await hana.submit({ ...right, 'per-round': '2', audience: ['lab'] })).toMatchObject({
      errors: {},
    });
    await reading(hana, /Lab pulse is saved\. Its next round opens on Monday 2 November, 09:00/);

    const preview = await opened(hana, await panelOf(hana), 'What will managers see?');
    expect(wordsOn(preview)).toContain('Every figure below is invented');
    expect(wordsOn(preview)).toContain('Lab');

    // Opened by hand, before the program has looked.
    office.setClock(HALF_PAST);
    await opened(hana, await panelOf(hana), 'Open a round now');
    await reading(hana, /A round of Lab pulse opens in a moment/);
    await shown(async () => (await store.rounds.get(ROUND))?.state === 'open');
    await office.at(TEN);
    expect(office.deliveriesTo('ada')).toHaveLength(1);
    expect(office.deliveriesTo('hana')).toEqual([]);
    await allFillIn(office, LAB.slice(0, 8), () => ({ 'role-1': 'Agree', recommend: '9' }));

    // Closed only after a second thought.
    await opened(hana, await panelOf(hana), 'Close now');
    expect((await store.rounds.get(ROUND))?.state).toBe('open');
    const sure = await reading(hana, /Close Lab pulse now\?/);
    await hana.click(sure, 'Close and count it');
    await reading(hana, /Lab pulse is closed and being counted/);
    await shown(async () => (await store.rounds.get(ROUND))?.state === 'published');
    await office.at(new Date(TEN.getTime() + 3_600_000));
    expect(wordsOn(newest(office.of('lea')))).toMatch(/^Lab, week of 2 November/);
    const withheld = await opened(hana, await panelOf(hana), 'What was withheld');
    expect(wordsOn(withheld)).toContain('Lab pulse');

    // The next one is cancelled likewise, and nothing of it remains.
    await office.at(closes);
    await office.at(week(1).tuesday);
    await allFillIn(office, ['ada'], () => ({ 'role-1': 'Agree' }));
    expect(await store.box.size(SECOND)).toBeGreaterThan(0);
    await opened(hana, await panelOf(hana), 'Cancel');
    const certain = await reading(hana, /Cancel Lab pulse\?/);
    expect((await store.rounds.get(SECOND))?.state).toBe('open');
    await hana.click(certain, 'Cancel it for good');
    await reading(hana, /Lab pulse is being cancelled/);
    await shown(async () => (await store.rounds.get(SECOND))?.state === 'cancelled');
    expect(await store.box.size(SECOND)).toBe(0);
  });
});

/** A message with one button of ours that nobody was sent. */
function forged(from: Shown, action_id: string, about: string): Shown {
  const text = { type: 'plain_text', text: 'x' };
  const element = { type: 'button', action_id, text };
  return {
    ...from,
    blocks: [{ type: 'actions', block_id: `actions:0.0:${about}`, elements: [element] }],
  };
}

test('an employee sees no panel, and a forged button of HR does nothing', async () => {
  const office = await morning();
  await withCampaign(office);
  await office.at(TEN);
  const ada = office.of('ada');
  const { store } = office.house.ports;
  const home = await homeOf(ada, /When you are asked/);
  expect(wordsOn(home)).not.toContain('For HR');
  expect(wordsOn(home)).not.toContain('Campaigns and rounds');
  const before = [await store.campaigns.list(), await store.rounds.list({})];

  expect(await toldAfter(ada, () => ada.command('/soundings', 'admin'))).toContain(
    'not yours to do',
  );
  const hrs = ACTIONS.filter((each) => /^(admin|campaign|round|withheld|import)/.test(each));
  expect(hrs.length).toBeGreaterThan(9);
  for (const action of hrs) {
    for (const about of [ROUND, 'lab-pulse']) {
      const said = await toldAfter(ada, () =>
        ada.click(forged(newest(ada), action, about), action),
      );
      expect(said, action).toContain('This is not yours to do. Nothing was changed.');
    }
  }
  expect(ada.modal()).toBeUndefined();
  await office.at(new Date(TEN.getTime() + 3_600_000));
  expect([await store.campaigns.list(), await store.rounds.list({})]).toEqual(before);
  expect(office.jobs.filter(({ name }) => ['cancel', 'close', 'people'].includes(name))).toEqual(
    [],
  );
});
