/** Leavers in Teams: announced, asked, interviewed on one card, read by name or only in pools. */
import { expect, test } from 'vitest';
import type { Programme } from '../../src/campaign/programme.ts';
import { USUAL_EXITS } from '../../src/exit/rules.ts';
import type { Client } from '../support/teams/playground-client.ts';
import type { TeamsOffice } from '../support/teams/teams-office.ts';
import { inPlayground } from './in-playground.ts';

const NOVEMBER = new Date('2026-11-02T08:00:00Z');
/** Ten working days before the last day, half past ten in Berlin. */
const ASKED = new Date('2026-11-16T09:30:00Z');
const CONTACT = { name: 'Uma Vann, ombudsperson', reach: 'room 4' };
const PROGRAMME: Partial<Programme> = {
  campaigns: [],
  exits: { ...USUAL_EXITS, contacts: [CONTACT] },
};
const KIND = 'How does your time here end?';
const REASON = 'What is the main reason why you are leaving?';
const FURTHER = 'What else played a part? Up to two reasons.';
const NEXT = 'Where do you go from here?';
const PROMISED = 'What did they promise you?';
const GRID = 'Compared with here, in the new job this is';
const RETURN = 'How likely are you to come back one day?';
const SAFETY = 'Has something happened here';
const OVERVIEW = 'That was everything';
/** Unlike any other bytes. */
const WORDS = 'canary-of-a-leaver-Xw3';

/** Everybody on the page is known by their e-mail. */
async function known({ house }: TeamsOffice, ...people: readonly string[]): Promise<void> {
  const { accounts } = house.ports.store;
  for (const person of people) {
    await expect.poll(async () => (await accounts.of(person)).length).toBe(1);
  }
}

async function announce({ house }: TeamsOffice, people: readonly string[], lastDay: string) {
  for (const person of people) {
    const text = `leaver ${person} ${lastDay}`;
    await house.inbox.receive({ kind: 'command', person: 'hana', text });
  }
  await house.catchUp();
}

/** The parts of the interview that can be sent just now. */
const screens = ({ page }: Client) =>
  page.locator('.ac-adaptiveCard').getByRole('button', { name: 'Next', exact: true }).count();

/** Sends the screen, and waits for the next. */
async function next(client: Client, says: string | RegExp, button = 'Next'): Promise<void> {
  await client.click(button);
  await client.sees(says);
  expect(await screens(client)).toBe(says === OVERVIEW ? 0 : 1);
}

/** From the screen that is open to the overview, leaving all of it empty. */
async function toOverview(client: Client): Promise<void> {
  for (let left = 12; left > 0 && (await screens(client)) > 0; left--) {
    const before = await client.words(/Part \d+ of|stays as it was/);
    await client.click('Next');
    await expect.poll(async () => (await client.cards()).includes(before)).toBe(false);
  }
  await client.sees(OVERVIEW);
}

await inPlayground('leavers in Teams', (stage) => {
  test('HR announces by word and by form; a leaver answers, stops, goes on, changes and seals', async () => {
    const office = await stage.open(NOVEMBER, PROGRAMME);
    const { store, leaverKeys } = office.house.ports;
    const [hana, ada] = await stage.join('hana', 'ada');
    await known(office, 'hana', 'ada');

    await hana.say('leaver ada@acme.test 2026-11-30');
    await hana.sees(/Ada Test is announced\. The last day is 30 November 2026\./);
    await hana.click('Leavers');
    await hana.sees('Will be asked on 16 November.');
    await hana.click('Announce a leaver');
    await hana.sees('Last day of work');
    await hana.pick('Who leaves?', String.raw`Bo Test \(Lab\)`);
    await hana.write('Last day of work', '2026-10-01');
    await hana.choose('How does it end?', 'They resigned');
    await hana.click('Save');
    await hana.sees('⚠ This day is over.');
    await hana.shoot('exit-announce-wrong');
    await hana.accessible('Last day of work');
    expect(await store.leavers.of('bo')).toBeUndefined();
    // Nothing has to be written again.
    await hana.write('Last day of work', '2026-12-04');
    await hana.click('Save');
    await hana.sees(/Bo Test is announced\. The last day is 4 December 2026\./);
    expect(await store.leavers.of('bo')).toMatchObject({ kind: 'resigned', lastDay: '2026-12-04' });
    expect((await hana.cards()).join()).not.toContain('Last day of work');
    await hana.shoot('exit-leavers');

    await office.at(ASKED);
    await ada.sees('your last day here is 30 November');
    await ada.shoot('exit-invitation');
    await ada.accessible('Rather not');
    await ada.click('Who reads what exactly?');
    await ada.sees('Who reads what');
    await ada.shoot('exit-privacy');
    await next(ada, 'Part 1 of 7', 'Pooled');
    await ada.accessible('Part 1 of 7');
    expect((await ada.cards()).join()).not.toContain('Rather not');
    await ada.choose(KIND, 'I resigned');
    await next(ada, REASON);
    await ada.pick(REASON, 'Pay or benefits');
    await next(ada, FURTHER);
    await ada.check(FURTHER, 'My manager');
    // Back, where nothing shows what was chosen, and on with it as it was.
    await next(ada, 'What you leave empty here stays as it was.', 'Back');
    await ada.shoot('exit-back');
    expect(await ada.card(REASON).getByRole('combobox').inputValue()).toBe('');
    await next(ada, FURTHER);
    for (const reason of ['My manager', 'The culture here', 'Too little recognition']) {
      await ada.check(FURTHER, reason);
    }
    await ada.click('Next');
    await ada.sees('What else played a part? Up to two reasons: 2 at most.');
    await ada.shoot('exit-fault');
    // A card that was sent forgets what was ticked, and none of ours brings it back.
    await expect
      .poll(() => ada.card(FURTHER).getByRole('checkbox', { checked: true }).count())
      .toBe(0);
    await ada.check(FURTHER, 'My manager');
    await next(ada, 'When did you first think of leaving?');

    // A day later they type a word: the same screen once more, below.
    office.setClock(new Date(ASKED.getTime() + 86_400_000));
    await ada.say('exit');
    await expect.poll(() => screens(ada)).toBe(2);
    await ada.click('Leave this out');
    await ada.sees('What would most likely have kept you here?');
    await ada.click('Next');
    await ada.sees(NEXT);
    await ada.choose(NEXT, 'To another employer');
    await ada.click('Next');
    await ada.sees(PROMISED);
    await ada.write(PROMISED, WORDS);
    await ada.shoot('exit-offer');
    await ada.click('Next');
    await ada.sees(GRID);
    await ada.pick('Pay', 'better');
    await ada.pick('Workload', 'worse');
    await ada.shoot('exit-grid');
    await ada.accessible(GRID);
    await ada.click('Next');
    await ada.sees('What mattered most in the offer?');
    await ada.click('Next');
    await ada.sees(RETURN);
    await ada.shoot('exit-looking-back');
    await ada.choose(RETURN, 'Rather likely');
    await ada.click('Next');
    await ada.sees(SAFETY);
    await ada.choose(SAFETY, 'Yes, show me whom I can turn to');
    await ada.click('Next');
    await ada.sees(`${CONTACT.name} – ${CONTACT.reach}`);
    await ada.shoot('exit-contacts');
    await ada.click('Go on');
    const overview = await ada.sees(OVERVIEW);
    expect(overview).toMatch(/What did they promise you\? .* – answered/);
    expect(overview).toMatch(/2 of 9 answered/);
    await ada.shoot('exit-overview');
    await ada.accessible(OVERVIEW);
    await ada.click('Change 5');
    await ada.sees('What would most likely have kept you here?');
    await ada.pick('What would most likely have kept you here?', 'More pay');
    await ada.click('Next');
    expect(await ada.sees(OVERVIEW)).toMatch(/kept you here\? – answered/);

    await ada.click('Seal and finish');
    // Both cards say so, and neither can be sent any more.
    await expect.poll(() => screens(ada)).toBe(0);
    await expect
      .poll(
        async () => (await ada.cards()).filter((each) => each.includes('Thank you, Ada')).length,
      )
      .toBe(2);
    const link = ada.card('Thank you, Ada').getByText('My link for later');
    await link.waitFor();
    await ada.shoot('exit-thanks');
    const leaver = await store.leavers.of('ada');
    expect(leaver).toMatchObject({ door: 'pooled' });
    expect(await leaverKeys.read(leaver?.id ?? '')).toBeUndefined();
    for (const each of [ada, hana]) {
      expect((await each.read()).join()).not.toMatch(/canary|Pay or benefits|I resigned/);
    }
    expect(office.log.join()).not.toContain('canary');
    await ada.say('exit');
    await ada.sees(/They are counted together with those of others/);
  });

  test('by name: a copy for the leaver, all of it for HR; and those who would rather not, or stay', async () => {
    const office = await stage.open(NOVEMBER, PROGRAMME);
    const { store } = office.house.ports;
    const [hana, bo, cy, dee] = await stage.join('hana', 'bo', 'cy', 'dee');
    await known(office, 'hana', 'bo', 'cy', 'dee');
    await announce(office, ['bo', 'cy', 'dee'], '2026-11-30');
    await office.at(ASKED);

    await bo.sees('Rather not');
    await next(bo, 'Part 1 of 7', 'Named to HR');
    await bo.choose(KIND, 'By mutual agreement');
    await next(bo, REASON);
    await bo.pick(REASON, 'My manager');
    for (const says of [FURTHER, 'When did you first think', 'kept you here', NEXT]) {
      await next(bo, says);
    }
    await bo.choose(NEXT, 'To another employer');
    await next(bo, PROMISED);
    await bo.write(PROMISED, WORDS);
    await next(bo, GRID);
    await bo.pick('Pay', 'better');
    await next(bo, 'What mattered most in the offer?');
    await toOverview(bo);
    expect((await bo.read()).join()).not.toContain(WORDS);
    await bo.click('Give it to HR and finish');
    await bo.sees('HR can read your answers now');
    expect((await bo.cards()).filter((each) => each.includes('Thank you, Bo'))).toHaveLength(1);
    await bo.shoot('exit-named-thanks');
    await bo.click('A copy of my answers');
    expect(await bo.sees('This is what HR can read')).toContain(WORDS);
    await bo.shoot('exit-copy');
    await bo.accessible('This is what HR can read');

    // Rather not: one tap, and nothing more is there to tap.
    await cy.click('Rather not');
    await cy.sees('No interview, then.');
    expect((await cy.cards()).join()).not.toContain('Pooled');
    await cy.shoot('exit-declined');

    // One screen in, HR withdraws it.
    await next(dee, 'Part 1 of 7', 'Pooled');
    await dee.choose(KIND, 'I resigned');
    await next(dee, REASON);

    await hana.say('leavers');
    const list = await hana.sees('Who leaves');
    expect(list.match(/Has been asked/g)).toHaveLength(3);
    await hana.shoot('exit-named-list');
    await hana.click('Read the interview');
    expect(await hana.sees('It was given to HR in confidence.')).toContain(WORDS);
    await hana.shoot('exit-interview');
    await hana.accessible('The exit interview of Bo Test');
    const read = { who: 'hana', did: 'leaver-read' };
    expect(await store.audit.list(20)).toContainEqual(expect.objectContaining(read));
    // What was read does not stay in the chat.
    await hana.click('Back to the leavers');
    await expect.poll(async () => (await hana.read()).join()).not.toContain(WORDS);

    await hana.click('Withdraw');
    await hana.sees('Does Dee Test stay?');
    await hana.shoot('exit-withdraw');
    await hana.click('Withdraw it everywhere');
    await hana.sees(/Withdrawn: Dee Test is not asked any more/);
    await expect.poll(() => screens(dee)).toBe(0);
    await dee.sees('The announcement that you leave was withdrawn');
    await dee.shoot('exit-withdrawn');
    expect(await store.leavers.of('dee')).toBeUndefined();
    expect((await hana.cards()).join()).not.toContain('Withdraw it everywhere');
    for (const each of [cy, dee]) expect((await each.read()).join()).not.toContain(WORDS);
    expect(office.log.join()).not.toContain('canary');
  });
});
