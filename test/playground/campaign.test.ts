/** HR makes a campaign in Teams, sees what managers would, and opens a round by hand. */
import { expect, test } from 'vitest';
import { week } from '../support/town-people.ts';
import { inPlayground } from './in-playground.ts';

const { opens } = week(0);
const HALF_PAST = new Date(opens.getTime() + 30 * 60_000);
const ROUND = 'lab-pulse-2026-11-02';

await inPlayground('HR in Teams', (stage) => {
  test('makes a campaign, previews it, and opens a round', async () => {
    const office = await stage.open(new Date(opens.getTime() - 60_000), { campaigns: [] });
    const { store } = office.house.ports;
    const [hana] = await stage.join('hana');
    await expect.poll(async () => (await store.accounts.of('hana')).length).toBe(1);
    await hana.say('home');
    await hana.click('Campaigns and rounds');
    await hana.sees(/There is no campaign yet/);
    await hana.shoot('panel-empty');
    await hana.click('New campaign');
    await hana.sees('Fewest answers behind a figure');

    // What is missing is said by Teams, what is wrong by us; nothing is saved, and nothing has to be written again.
    await hana.click('Save');
    await hana.sees('⚠ Name');
    await hana.write('Name', 'Lab pulse');
    await hana.choose('Questions a round', '2 questions');
    await hana.check('Who is asked', 'Lab: 13 people');
    await hana.write('Opens at', '25:00');
    await hana.click('Save');
    await hana.sees('Please write a time such as 09:00.');
    await hana.shoot('campaign-wrong');
    expect(await store.campaigns.list()).toEqual([]);
    await hana.write('Opens at', '09:00');
    await hana.shoot('campaign-form');
    await hana.accessible('Fewest answers behind a figure');
    await hana.click('Save');
    await hana.sees(/Lab pulse is saved\. Its next round opens on Monday 2 November, 09:00/);
    await hana.sees('Every figure below is invented');
    expect(await store.campaigns.list()).toMatchObject([
      { name: 'Lab pulse', perRound: 2, audience: ['lab'] },
    ]);
    // The form is gone from the chat: what was saved can't be saved twice.
    expect((await hana.cards()).join()).not.toContain('Fewest answers behind a figure');
    await hana.shoot('preview');

    // Opened by hand, before the program has looked.
    office.setClock(HALF_PAST);
    await hana.click('Back to the panel');
    await hana.sees(/Asks Lab: 13 people\./);
    await hana.shoot('panel');
    await hana.click('Open a round now');
    await hana.sees(/A round of Lab pulse opens in a moment/);
    await expect.poll(async () => (await store.rounds.get(ROUND))?.state).toBe('open');
    // The panel has changed in its place: a button of before can't be pressed once more.
    expect(await hana.page.getByRole('button', { name: 'Open a round now' }).count()).toBe(1);
    await hana.shoot('opened');
  });
});
