/** Weeks on Slack as people live them, through the whole program: on our strict fake, and on emulate. */
import { describe, expect, test } from 'vitest';
import { crewAnswers, joinCrew } from '../support/crew-on-page.ts';
import { LAB, NAMES } from '../support/slack/firm.ts';
import {
  allFillIn,
  clickAndSee,
  fillIn,
  newest,
  opened,
  shown,
  wordsOn,
} from '../support/slack/reading.ts';
import { type SlackOffice, slackOffice } from '../support/slack/slack-office.ts';
import { week } from '../support/town-people.ts';

const PAID = 'I am paid fairly.';
const LEARN = 'I learn something here.';
const TEAM = 'We help each other.';
const OTHERS = LAB.filter((name) => name !== 'ada');
const { round, opens, tuesday, closes, after } = week(0);

function monday(on: 'fake' | 'emulate'): Promise<SlackOffice> {
  return slackOffice({ on, start: new Date(opens.getTime() - 60_000) });
}

/** Unlike any other bytes. */
const FOR_HR = 'canary-for-hr-Zq7';

describe.each(['fake', 'emulate'] as const)('on %s', (on) => {
  test('a pulse week: asked, sealed, counted, told, decided, and told again', async () => {
    const office = await monday(on);
    const { store } = office.house.ports;
    const [ada, lea] = [office.of('ada'), office.of('lea')];
    await joinCrew(office.house);

    // Everybody is asked at ten on their own clock.
    const asked = () => NAMES.filter((id) => office.deliveriesTo(id)[0]);
    await office.at(new Date('2026-11-02T08:59:59Z'));
    expect(asked()).toEqual([]);
    await office.at(new Date('2026-11-02T09:00:00Z'));
    expect(asked()).toHaveLength(13);
    expect(asked()).not.toContain('nyla');
    await office.at(new Date('2026-11-02T15:00:00Z'));
    expect(asked()).toContain('nyla');
    expect(asked()).not.toContain('taro');
    await office.at(new Date('2026-11-03T01:00:00Z'));
    expect(asked()).toHaveLength(15);
    expect(office.deliveriesTo('ada')).toHaveLength(1);
    // A direct message to the user, with the id of its delivery and nothing else.
    const [delivery = ''] = office.deliveriesTo('ada');
    expect(office.jobs).toContainEqual({ name: 'send', ref: delivery });
    expect(office.deliveriesTo('bo')).not.toEqual([delivery]);

    // Ada taps one button, then answers the rest, with words for HR alone.
    expect(newest(ada).text).toMatch(/^Hello Ada\. 3 short questions/);
    const sealed = await clickAndSee(ada, 'Agree', /^Sealed until Friday 17:00/);
    expect(wordsOn(sealed)).not.toContain('Agree');
    const form = await opened(ada, newest(ada), 'Answer the rest, or change');
    expect(wordsOn(form)).toContain(PAID);
    const { errors } = await ada.submit({
      ...{ [LEARN]: 'Agree', [PAID]: 'Disagree', words: FOR_HR },
      'words:reader': 'HR only',
    });
    expect(errors).toEqual({});
    await shown(() => wordsOn(newest(ada)).includes('Change my answer'));
    expect(await store.box.sealed(round, 'ada')).toEqual(
      new Set(['team', 'growth', 'pay', 'words']),
    );
    await allFillIn(office, OTHERS, (_, i) => ({
      ...{ [TEAM]: 'Strongly agree', [LEARN]: 'Agree', [PAID]: i % 4 ? 'Disagree' : 'Agree' },
      words: `remark ${'abcdefghijk'[i]}`,
    }));

    await crewAnswers(office.house, round, { team: ['5'], growth: ['4'], pay: ['2'] });

    // The round closes by the clock, is counted, and the envelopes are burned.
    await office.at(closes);
    expect((await store.rounds.get(round))?.state).toBe('published');
    const result = await store.results.result(round);
    expect(result?.pools.get('team')).toMatchObject([
      { unit: 'lab', n: 24, tally: [0, 0, 0, 1, 23] },
    ]);

    expect(await store.box.size(round)).toBe(0);

    // The lead's digest comes as a message: Slack's own chart, and the numbers as text.
    await office.at(after);
    const digest = newest(lea);
    expect(digest.blocks.map(({ type }) => type)).toContain('data_visualization');
    expect(wordsOn(digest)).toMatch(/\d+\s%.*favourable/);
    expect(wordsOn(digest)).toContain('remark');
    const details = await opened(lea, digest, 'All the details');
    expect(wordsOn(details)).toContain(TEAM);
    expect(wordsOn(details).match(/remark [a-k]/g)).toHaveLength(11);
    await lea.close();
    const action = /One thing to do \(.*?\): (.+)/.exec(wordsOn(digest))?.[1] ?? '';
    expect(action.length).toBeGreaterThan(10);
    const decided = await clickAndSee(lea, 'We will do this', /Decided, you will do this/);
    expect(wordsOn(decided)).toContain(action);
    expect(wordsOn(decided)).toContain('Change my mind');

    // The next week's digest comes back to it.
    const next = week(1);
    await office.at(next.tuesday);
    await allFillIn(office, LAB, () => ({ [TEAM]: 'Agree', [LEARN]: 'Agree', [PAID]: 'Disagree' }));
    await office.at(next.closes);
    await office.at(next.after);
    expect(wordsOn(newest(lea))).toContain(`Decided on 9 November: ${action}`);

    // Eleven wrote for their team and one for HR: five would be needed for that to be read.
    const read = NAMES.flatMap((name) => office.of(name).messages().map(wordsOn)).join();
    expect(read).not.toContain(FOR_HR);
    expect(office.log.join()).not.toContain(FOR_HR);
    expect(JSON.stringify(office.jobs)).not.toContain(FOR_HR);
  });

  test('an answer is changed, skipped, given twice at once, and comes too late', async () => {
    const office = await monday(on);
    await office.at(tuesday);
    const { store } = office.house.ports;
    const [ada, bo, cy, dee] = ['ada', 'bo', 'cy', 'dee'].map(office.of) as [U, U, U, U];
    const unanswered = newest(dee);

    // Two people at once, with other answers, read the same; a double click is one answer.
    const [first, second] = await Promise.all([
      clickAndSee(ada, 'Strongly disagree', /^Sealed/),
      clickAndSee(bo, 'Strongly agree', /^Sealed/),
    ]);
    expect([first.text, wordsOn(first)]).toEqual([second.text, wordsOn(second)]);
    const twice = newest(cy);
    const acks = await Promise.all([cy.click(twice, 'Agree'), cy.click(twice, 'Agree')]);
    expect(acks.every(({ inTime }) => inTime)).toBe(true);
    await shown(() => /^Sealed/.test(newest(cy).text));
    await shown(async () => (await store.box.size(round)) === 3);

    // Ada thinks better of it; dee wants to be left alone, and answers after all.
    await fillIn(ada, { [TEAM]: 'Strongly agree' });
    await clickAndSee(dee, 'Not this week', /^Not this week, then\. No reminders/);
    await fillIn(dee, { [TEAM]: 'Agree' });
    await Promise.all(['eli', 'fay'].map((id) => clickAndSee(office.of(id), 'Neither', /^Sealed/)));

    await office.at(closes);
    const result = await store.results.result(round);
    expect(result?.pools.get('team')).toMatchObject([
      { unit: 'lab', n: 6, tally: [0, 0, 2, 2, 2] },
    ]);

    // Whoever still has the question on their screen is told kindly that it is over.
    const before = dee.ephemerals().length;
    expect(await dee.click(unanswered, 'Strongly disagree')).toMatchObject({ status: 200 });
    const late = await shown(() => dee.ephemerals()[before]);
    expect(late.text).toMatch(/^This round closed on .*, so this answer was not taken/);
    expect(await store.box.size(round)).toBe(0);
  });
});

type U = ReturnType<SlackOffice['of']>;
