/** A week in Teams as people live it, two of them at once, and their lead after it. */
import { expect, test } from 'vitest';
import { crewAnswers, joinCrew } from '../support/crew-on-page.ts';
import { LAB } from '../support/slack/firm.ts';
import { week } from '../support/town-people.ts';
import { inPlayground } from './in-playground.ts';

const { round, opens, closes, after } = week(0);
const TEN = new Date(opens.getTime() + 3_600_000);
const TEAM = 'We help each other.';
const LEARN = 'I learn something here.';
const PAID = 'I am paid fairly.';
const WORDS = 'What should we know?';
const SEALED = 'Sealed until Friday 17:00';
/** Unlike any other bytes. */
const FOR_HR = 'canary-for-hr-Zq7';

await inPlayground('a week in Teams', (stage) => {
  test('asked, sealed, changed, closed, told, and decided', async () => {
    const office = await stage.open(new Date(opens.getTime() - 60_000));
    const { house } = office;
    const { store } = house.ports;
    const [ada, bo, lea] = await stage.join('ada', 'bo', 'lea');
    const all = [ada, bo, lea];
    // Their e-mail says who they are; nobody has linked them by hand.
    await expect
      .poll(async () => (await store.accounts.list('teams')).map(({ person }) => person).sort())
      .toEqual(['ada', 'bo', 'lea']);

    await house.catchUp();
    await joinCrew(house);

    // Asked at ten, not before, and without having written a word.
    await office.at(new Date(TEN.getTime() - 1000));
    expect((await ada.read()).join()).not.toContain(TEAM);
    await office.at(TEN);
    await Promise.all(all.map((each) => each.sees(TEAM)));
    await ada.accessible(TEAM);
    await ada.shoot('question');

    // Two people at once, with other answers, read the same, and no answer stands there.
    await Promise.all([ada.click('Strongly disagree'), bo.click('Strongly agree')]);
    await Promise.all([ada.sees(SEALED), bo.sees(SEALED)]);
    expect(await ada.cards()).toEqual(await bo.cards());
    expect((await ada.read()).join()).not.toMatch(/agree|We help/);
    await ada.shoot('sealed');

    // The rest in a form, with a comment and who may read it; of what was answered it shows nothing.
    await ada.click('Answer the rest, or change');
    await ada.sees(PAID);
    expect(await ada.card(PAID).getByRole('radio', { checked: true }).count()).toBe(1);
    await ada.choose(TEAM, 'Agree');
    await ada.choose(LEARN, 'Agree');
    await ada.choose(PAID, 'Disagree');
    await ada.write(WORDS, FOR_HR);
    await ada.choose('Who may read this comment?', 'HR only');
    await ada.shoot('form');
    await ada.accessible(PAID);
    await ada.click('Seal my answers');
    await ada.sees('Change my answer');
    expect((await ada.read()).join()).not.toMatch(/agree|We help|canary/);
    expect(await store.box.sealed(round, 'ada')).toEqual(
      new Set(['team', 'growth', 'pay', 'words']),
    );
    // The rest of the lab, on the web page.
    for (const [i, person] of LAB.slice(2).entries()) {
      const fields = {
        team: ['5'],
        growth: ['4'],
        pay: [i % 3 ? '2' : '4'],
        words: [`remark ${i}`],
      };
      const given = { ...fields, 'words:reader': ['team'] };
      await house.inbox.receive({
        kind: 'submit',
        person,
        form: 'answers',
        about: round,
        fields: given,
      });
    }

    await crewAnswers(house, round, { team: ['5'], growth: ['4'], pay: ['2'] });

    // The clock closes it; who still has the question on the screen is told kindly that it is over.
    await office.at(closes);
    expect((await store.rounds.get(round))?.state).toBe('published');
    const result = await store.results.result(round);
    expect(result?.pools.get('team')).toMatchObject([{ n: 24, tally: [0, 0, 0, 1, 23] }]);
    await lea.click('Agree');
    await lea.sees(/This round closed on .*, so this answer was not taken/);
    await lea.shoot('late');
    expect(await store.box.size(round)).toBe(0);

    // The lead's digest: pictures with the numbers of each, and the same numbers as text.
    await office.at(after);
    const digest = lea.card('We will do this');
    await digest.waitFor();
    const picture = digest.getByRole('alert', { name: /^I am paid fairly\.,? / }).first();
    await picture.getByRole('img', { name: /^Lab/ }).first().waitFor();
    expect((await picture.boundingBox())?.height).toBeGreaterThan(50);
    const read = await lea.words('We will do this');
    expect(read).toMatch(/Lab: 20\s% or less favourable/);
    expect(read).toContain('remark');
    await lea.shoot('digest');
    await lea.accessible('We will do this');
    await lea.click('All the details');
    const details = await lea.sees('Team and culture');
    expect(details.match(/remark \d/g)).toHaveLength(10);
    await lea.shoot('details');
    const action = /One thing to do \(.*?\): (.+)/.exec(read)?.[1] ?? '';
    expect(action.length).toBeGreaterThan(10);
    await lea.click('We will do this');
    expect(await lea.sees(/Decided, you will do this/)).toContain(action);
    expect((await lea.cards()).join()).not.toContain('We will do this');
    await lea.shoot('decided');
    for (const each of all) expect((await each.read()).join()).not.toContain(FOR_HR);
    expect(office.log.join()).not.toContain(FOR_HR);
  });
});
