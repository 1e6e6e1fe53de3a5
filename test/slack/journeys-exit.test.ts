/** People leave, on Slack: announced by HR, asked, heard screen by screen in one window, and ended as they chose. */
import { describe, expect, test } from 'vitest';
import { AT_THE_DOOR } from '../../src/exit/steps.ts';
import type { Filled } from '../support/slack/fields.ts';
import { homeOf, newest, opened, shown, toldAfter, wordsOn } from '../support/slack/reading.ts';
import {
  announce,
  asked,
  buttonsOn,
  CONTACT,
  fieldsOn,
  interview,
  LAST_DAY,
  leaversPage,
  press,
  quietOffice,
  reading,
  SITE,
  send,
  walk,
} from './leaving.ts';

const ROUND = 'exit-2026-q4';
/** Unlike any other bytes. */
const EMPLOYER = 'canary-employer-Kx4';
const PROMISED = 'canary-promised-Vb8';
const CHANGE = 'canary-change-Qm2';

/** What somebody who goes to a better offer might say. */
const ANSWERS: Filled = {
  'exit-kind': 'resigned',
  'exit-reason': 'pay',
  'exit-further': ['growth'],
  'exit-thought': 'half-year',
  'exit-trigger': 'approached',
  'exit-stay': 'growth',
  'exit-offer': 'employer',
  'exit-offer-employer': 'competitor',
  'exit-offer-name': EMPLOYER,
  'exit-offer-promised': PROMISED,
  'exit-offer-pay': 'better',
  'exit-offer-flexibility': 'better',
  'exit-offer-most': 'flexibility',
  'exit-return': '4',
  'exit-recommend': '7',
  'exit-change': CHANGE,
};

describe.each(['fake', 'emulate'] as const)('on %s', (on) => {
  test('HR announces by a word and by the form, corrects, and withdraws', async () => {
    const office = await quietOffice(on);
    const hana = office.of('hana');
    const { store } = office.house.ports;

    const told = await announce(office, 'cy');
    expect(told).toContain('Cy Test is announced. The last day is 30 November 2026.');
    expect(await store.leavers.of('cy')).toMatchObject({ lastDay: LAST_DAY, state: 'announced' });
    expect(await announce(office, 'cy', '30.11.2026')).toContain('like this: 2026-12-31');
    expect(await announce(office, 'cy', '2026-01-05')).toContain('This day is over');

    await leaversPage(hana);
    await opened(hana, hana.modal() ?? newest(hana), 'leaver-new');
    const bad = { person: 'ada', 'last-day': 'soon' };
    expect((await hana.submit(bad)).errors).toEqual({
      'last-day': 'Please write the last day like this: 2026-12-31.',
    });
    expect(await store.leavers.of('ada')).toBeUndefined();
    const good = { 'last-day': '2026-12-11', kind: 'resigned', 'job-family': 'Research' };
    expect((await hana.submit(good)).errors).toEqual({});
    const saved = await reading(hana, /Ada Test is announced/);
    expect(wordsOn(saved)).toContain('Will be asked on');
    expect(await store.leavers.of('ada')).toMatchObject({ jobFamily: 'Research' });

    // Whoever is no HR reads and does nothing.
    const lea = office.of('lea');
    const refused = await toldAfter(lea, () =>
      lea.command('/soundings', 'leaver <@U2> 2026-11-30'),
    );
    expect(refused).toContain('not yours to do');

    expect(await announce(office, 'ada', 'withdrawn')).toContain('Withdrawn: Ada Test');
    await office.at(new Date('2026-12-12T12:00:00Z'));
    expect(office.of('ada').messages()).toEqual([]);
  });

  test('a leaver chooses pooled, is led through one window and back, finishes, and is not asked again', async () => {
    const office = await quietOffice(on);
    const { store } = office.house.ports;
    await asked(office, 'cy');
    const cy = office.of('cy');

    const invitation = newest(cy);
    expect(wordsOn(invitation)).toContain('at least 5 leavers');
    expect(buttonsOn(invitation)).toEqual([
      'Pooled',
      'Named to HR',
      'Rather not',
      'Who reads what exactly?',
    ]);
    const privacy = await opened(cy, invitation, 'exit-privacy');
    expect(wordsOn(privacy)).toContain(CONTACT.name);
    await cy.close();

    const first = await opened(cy, invitation, 'exit-pooled');
    await shown(() => /^Thank you for telling us/.test(newest(cy).text));
    expect(buttonsOn(newest(cy))).toContain('Go on');
    expect(fieldsOn(cy)).toEqual(['exit-kind']);
    expect(buttonsOn(first)).toEqual(['Leave this out']);
    await send(cy, ANSWERS);
    expect(fieldsOn(cy)).toEqual(['exit-reason']);
    // Back, and nothing stands there; on again without a word, and what was said stays.
    await press(cy, 'exit-back');
    const again = await reading(cy, /How does your time|Before you go/);
    await shown(() => fieldsOn(cy).join() === 'exit-kind');
    expect(JSON.stringify(again.blocks)).not.toMatch(/initial_(option|value)/);
    await send(cy, {});
    const screens = await walk(cy, { ...ANSWERS, 'exit-look-into': 'no' });
    expect(screens).toHaveLength(AT_THE_DOOR.length - 1);
    expect(screens.find((each) => each.includes('exit-offer-pay'))).toHaveLength(9);

    // All in the same window, which says what was answered and never how.
    const overview = cy.modal();
    expect(overview?.id).toBe(first.id);
    expect(wordsOn(overview)).toContain('What is the main reason why you are leaving? – answered');
    expect(wordsOn(overview)).toContain('2 of 9 answered');
    await press(cy, 'exit-finish');
    const thanks = await shown(() => /^Thank you, Cy/.test(newest(cy).text) && newest(cy));
    expect(cy.messages()).toHaveLength(1);
    expect(thanks.ts).toBe(invitation.ts);
    expect(JSON.stringify(thanks.blocks)).toContain(`${SITE}/later/`);
    expect(buttonsOn(thanks)).toEqual([]);
    await reading(cy, /Your answers are sealed/);

    const leaver = await store.leavers.of('cy');
    expect(leaver).toMatchObject({ door: 'pooled', round: ROUND });
    expect(await store.leavers.draft(leaver?.id ?? '', 'door')).toBeUndefined();
    expect((await store.box.sealed(ROUND, 'cy')).size).toBeGreaterThan(20);
    await office.at(new Date('2026-11-29T12:00:00Z'));
    expect(cy.messages()).toHaveLength(1);
  });

  test('a leaver gives it to HR by name, has a copy, and HR reads it; then it is made pooled and read no more', async () => {
    const office = await quietOffice(on);
    await asked(office, 'dee');
    const [dee, hana] = [office.of('dee'), office.of('hana')];
    await interview(dee, 'named', ANSWERS);
    while (dee.modal()) await dee.close();
    const copy = await opened(dee, newest(dee), 'exit-copy');
    expect(JSON.stringify(copy.blocks)).toContain(PROMISED);
    expect(wordsOn(copy)).toContain('better');
    await dee.close();

    const page = await leaversPage(hana);
    expect(buttonsOn(page)).toContain('Read the interview');
    expect(JSON.stringify(page)).not.toContain(PROMISED);
    const read = await opened(hana, page, 'leaver-read');
    expect(wordsOn(read)).toContain('The exit interview of Dee Test');
    expect(JSON.stringify(read.blocks)).toContain(PROMISED);
    expect(wordsOn(read)).toContain('Compared with here');
    const { store } = office.house.ports;
    expect((await store.audit.list(5)).map(({ did }) => did)).toContain('leaver-read');

    await toldAfter(dee, () => dee.click(newest(dee), 'exit-stricter'));
    await shown(() => /sealed/.test(wordsOn(newest(dee))));
    expect(await store.leavers.of('dee')).toMatchObject({ door: 'pooled' });
    expect(buttonsOn(await leaversPage(hana))).not.toContain('Read the interview');
  });
});

test('a leaver stops, the program dies, and a week later they go on where they were, from the message or from home', async () => {
  const office = await quietOffice();
  await asked(office, 'cy');
  const cy = office.of('cy');
  await opened(cy, newest(cy), 'exit-pooled');
  await send(cy, ANSWERS);
  await send(cy, ANSWERS);
  expect(fieldsOn(cy)).toEqual(['exit-further']);
  await cy.close();
  await office.kill();
  await office.at(new Date('2026-11-19T12:00:00Z'));
  await opened(cy, newest(cy), 'Go on');
  expect(fieldsOn(cy)).toEqual(['exit-further']);
  await cy.close();
  const home = await homeOf(cy, /Your exit interview waits for you/);
  await opened(cy, home, 'Open my exit interview');
  expect(fieldsOn(cy)).toEqual(['exit-further']);
  await walk(cy, ANSWERS);
  await press(cy, 'exit-finish');
  // Ended from home: the message that asked is changed all the same.
  await shown(() => /^Thank you, Cy/.test(newest(cy).text));
  expect(cy.messages()).toHaveLength(1);
});

test('“rather not” is one tap and final; the reminder comes once, and to nobody who has said so', async () => {
  const office = await quietOffice();
  await asked(office, 'cy', 'dee');
  const [cy, dee] = [office.of('cy'), office.of('dee')];
  const before = newest(cy);
  await cy.click(before, 'Rather not');
  await shown(() => /^No interview, then/.test(newest(cy).text));
  expect(buttonsOn(newest(cy))).toEqual([]);
  // An old button does nothing any more.
  const told = await toldAfter(cy, () => cy.click(before, 'exit-pooled'));
  expect(told).toContain('You said that you would rather not, and so it stays');
  await office.at(new Date('2026-11-24T12:00:00Z'));
  expect(cy.messages()).toHaveLength(1);
  expect(dee.messages()).toHaveLength(2);
  expect(newest(dee).text).toMatch(/^Dee, one gentle reminder/);
  await opened(dee, newest(dee), 'exit-pooled');
  await office.at(new Date('2026-12-02T12:00:00Z'));
  expect(dee.messages()).toHaveLength(2);
});

test('withdrawn by HR: the message says so, and the window that is still open leads nowhere', async () => {
  const office = await quietOffice();
  await asked(office, 'cy');
  const cy = office.of('cy');
  await opened(cy, newest(cy), 'exit-named');
  await send(cy, ANSWERS);
  expect(await announce(office, 'cy', 'withdrawn')).toContain('Withdrawn: Cy Test');
  await office.at(office.now());
  await shown(() => /was withdrawn/.test(newest(cy).text));
  const late = await toldAfter(cy, () => cy.submit({ 'exit-reason': 'pay' }));
  expect(late).toContain('There is no exit interview for you right now');
  expect(cy.modal()).toBeUndefined();
  expect(await office.house.ports.store.leavers.list({ states: ['announced'] })).toEqual([]);
});

test('who says that something should be looked into is told whom to turn to, and nobody else is told anything', async () => {
  const office = await quietOffice();
  await asked(office, 'cy');
  const cy = office.of('cy');
  const first = await opened(cy, newest(cy), 'exit-pooled');
  while (fieldsOn(cy).join() !== 'exit-look-into') await send(cy, ANSWERS);
  await send(cy, { 'exit-look-into': 'yes' });
  const contacts = cy.modal();
  expect(contacts?.id).toBe(first.id);
  expect(wordsOn(contacts)).toContain(`${CONTACT.name} – ${CONTACT.reach}`);
  expect(office.of('hana').messages()).toEqual([]);
  await press(cy, 'exit-go-on');
  await reading(cy, /That was everything/);
  expect(wordsOn(cy.modal())).not.toContain('look');
});

test('erased in the middle: asked once whether they are sure, and then nothing is left', async () => {
  const office = await quietOffice();
  await asked(office, 'cy');
  const cy = office.of('cy');
  await opened(cy, newest(cy), 'exit-pooled');
  await send(cy, ANSWERS);
  await cy.close();
  const sure = await opened(cy, newest(cy), 'Erase everything');
  expect(wordsOn(sure)).toContain('Erase everything?');
  await press(cy, 'Erase everything');
  await shown(() => /^No interview, then/.test(newest(cy).text));
  const { store, leaverKeys } = office.house.ports;
  const leaver = await store.leavers.of('cy');
  expect(leaver).toMatchObject({ door: 'declined' });
  expect(await leaverKeys.read(leaver?.id ?? '')).toBeUndefined();
});
