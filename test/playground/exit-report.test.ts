/** What comes of pooled exit interviews in Teams: a message, a report for HR, and one for a lead. */
import { expect, test } from 'vitest';
import { BETTER_OFFER } from '../support/leave.ts';
import type { TeamsOffice } from '../support/teams/teams-office.ts';
import { inPlayground } from './in-playground.ts';

const LEAVERS = ['ada', 'bo', 'cy', 'dee', 'eli', 'fay', 'gus', 'hal', 'ida', 'jo'];
/** Unlike any other bytes. */
const WORDS = 'canary-of-a-leaver-Xw3';
const OFFERED = {
  ...BETTER_OFFER,
  'exit-offer-employer': 'competitor',
  'exit-offer-pay': 'better',
  'exit-offer-workload': 'same',
  'exit-offer-most': 'pay',
  'exit-offer-band': 'to-20',
};

/** As on a card, which never shows words again. */
async function interview({ house }: TeamsOffice, person: string, i: number): Promise<void> {
  const { inbox } = house;
  const press = (action: 'exit-pooled' | 'exit-finish') =>
    inbox.receive({ kind: 'action', person, action, about: '' });
  const answers = new Map<string, string | readonly string[]>(Object.entries(OFFERED));
  answers.set('exit-offer-promised', `${WORDS} ${i}, as Ada Test knows.`);
  let { form } = await press('exit-pooled');
  while (form) {
    const given = form.fields.flatMap(({ name }): [string, readonly string[]][] => {
      const values = answers.get(name);
      return values === undefined ? [] : [[name, [values].flat()]];
    });
    const fields = Object.fromEntries(given);
    const screen = { form: 'exit', about: form.about, stays: true } as const;
    ({ form } = await inbox.receive({ kind: 'submit', person, ...screen, fields }));
  }
  await press('exit-finish');
}

await inPlayground('a release in Teams', (stage) => {
  test('HR and the lead read what pooled leavers said, each their part, and who stays is asked about such an offer', async () => {
    const office = await stage.open(new Date('2026-11-02T08:00:00Z'), { campaigns: [] });
    const { store } = office.house.ports;
    const [hana, lea] = await stage.join('hana', 'lea');
    for (const person of ['hana', 'lea']) {
      await expect.poll(async () => (await store.accounts.of(person)).length).toBe(1);
    }
    for (const person of LEAVERS) {
      const text = `leaver ${person} 2026-11-30`;
      await office.house.inbox.receive({ kind: 'command', person: 'hana', text });
    }
    await office.house.catchUp();
    await office.at(new Date('2026-11-18T12:00:00Z'));
    for (const [i, person] of LEAVERS.entries()) await interview(office, person, i);
    await hana.say('leavers');
    await hana.click('Why people leave');
    await hana.sees('No release has been published yet.');
    await hana.shoot('exit-report-empty');

    await office.at(new Date('2027-02-01T09:00:00Z'));
    expect((await store.rounds.get('exit-2026-q4'))?.state).toBe('published');
    await hana.sees('Read what leavers said');
    await hana.shoot('exit-released');
    await hana.click('Read what leavers said');
    const whole = await hana.sees('In their own words');
    expect(whole).toMatch(/main reason why you are leaving\?[^\n]*Pay or benefits/);
    expect(whole).not.toMatch(/100 ?%|–:/);
    expect(whole).toContain(WORDS);
    expect(whole).not.toContain('Ada Test');
    await hana.shoot('exit-report');
    await hana.accessible('In their own words');
    await hana.page.setViewportSize({ width: 1600, height: 2600 });
    await hana.shoot('exit-report-whole');

    await lea.sees('Read what leavers said');
    await lea.click('Read what leavers said');
    const theirs = await lea.sees('Why they leave');
    expect(theirs).toContain('Pay or benefits');
    expect((await lea.read()).join()).not.toContain(WORDS);
    await lea.shoot('exit-report-lead');

    // The mirror: one tap for those who stay, the lead among them.
    await hana.click('Ask those who stay');
    await hana.sees('Planned: Would you take such an offer?');
    await hana.shoot('exit-mirror-planned');
    await office.at(new Date('2027-02-09T12:00:00Z'));
    await lea.sees('If another employer offered you');
    await lea.shoot('exit-mirror');
    await lea.click('Rather likely');
    await lea.sees('Sealed until');
    const [mirror] = await store.rounds.list({ limit: 1, states: ['open'] });
    expect((await store.box.sealed(mirror?.id ?? '', 'lea')).size).toBe(1);
    expect(office.log.join()).not.toContain('canary');
  });
});
