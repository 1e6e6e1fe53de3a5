/** What people type on Slack, as commands and as words, through the whole program: done, answered, and kept nowhere. */
import { describe, expect, test } from 'vitest';
import { filesOf, holding } from '../support/bytes.ts';
import {
  answerTo,
  homeOf,
  newest,
  opened,
  shown,
  toldAfter,
  wordsOn,
} from '../support/slack/reading.ts';
import { type SlackOffice, slackOffice } from '../support/slack/slack-office.ts';
import { week } from '../support/town-people.ts';

const { round, opens, tuesday } = week(0);
/** Unlike any other bytes. */
const CANARY = 'canary-typed-Xw9';

describe.each(['fake', 'emulate'] as const)('on %s', (on) => {
  test('commands and words are answered, hold, and are kept nowhere', async () => {
    const office = await slackOffice({ on, start: new Date(opens.getTime() - 60_000) });
    await office.at(tuesday);
    const [ada, bo, cy, dee] = ['ada', 'bo', 'cy', 'dee'].map(office.of) as [U, U, U, U];
    const { store } = office.house.ports;
    const question = newest(dee);
    const command = (words: string) => () => ada.command('/soundings', words);

    expect(await toldAfter(ada, command(''))).toContain('What you can type');
    expect(await toldAfter(ada, command('help'))).toContain('What you can type');
    expect(await toldAfter(ada, command('pause 2'))).toMatch(/^Paused\. You will not be asked/);
    expect(await toldAfter(ada, command('resume'))).toMatch(/^Welcome back/);
    expect(await toldAfter(bo, () => bo.command('/soundings', 'pause'))).toMatch(/^Paused/);
    expect(await toldAfter(cy, () => cy.command('/soundings', 'STOP'))).toMatch(/^Stopped/);
    expect(ada.messages()).toHaveLength(1);

    for (const [words, says] of [
      ['privacy', 'Your answer goes into a sealed envelope the moment you click'],
      ['home', 'When you are asked'],
      ['now', 'We help each other.'],
    ] as const) {
      await ada.command('/soundings', words);
      const page = await shown(() => ada.modal());
      expect(wordsOn(page)).toContain(says);
      if (words !== 'now') await ada.close();
    }
    const { errors } = await ada.submit({ team: 'Agree' });
    expect(errors).toEqual({});
    await shown(async () => (await store.box.size(round)) === 2);

    const home = await homeOf(bo, /Paused: you are not asked before/);
    expect(wordsOn(home)).not.toContain('For HR');
    const settings = await opened(bo, home, 'Settings');
    expect(wordsOn(settings)).toContain('At what time of your day may I ask?');

    const unknown = /^I only understand a few words; what you typed was not stored/;

    // Words are no answers; to each person one message a second.
    await Promise.all([
      (async () => {
        expect(await answerTo(ada, `I am not well, ${CANARY}, and nobody asks`)).toMatch(unknown);
        expect(await answerTo(ada, 'privacy')).toContain('How anonymous this is for you, now');
      })(),
      (async () => {
        expect(await answerTo(dee, '5')).toMatch(unknown);
        expect(await answerTo(dee, `pause ${CANARY}`)).toContain('number of weeks from 1 to 26');
      })(),
      (async () => expect(await answerTo(office.of('eli'), 'pause')).toMatch(/^Paused/))(),
    ]);
    const told = await toldAfter(cy, () => cy.command('/soundings', `why ${CANARY}`));
    expect(told).toMatch(unknown);
    expect(await store.box.size(round)).toBe(2);
    expect(await store.org.preference('dee')).toEqual({});

    // The next week asks whoever has not paused; the old question is not taken for the new one.
    await office.at(week(1).tuesday);
    const asked = (name: string) => office.deliveriesTo(name).length;
    expect(['ada', 'bo', 'cy', 'dee', 'eli'].map(asked)).toEqual([2, 1, 1, 2, 1]);
    const late = await toldAfter(dee, () => dee.click(question, 'Agree'));
    expect(late).toMatch(/^This round closed on/);
    expect(await store.box.size(week(1).round)).toBe(0);

    expect(holding(filesOf(office.folder), CANARY)).toEqual([]);
    expect(holding(filesOf(office.folder), 'nobody asks')).toEqual([]);
    const kept = [office.log, office.jobs, on === 'fake' ? office.fake.calls : []];
    expect(JSON.stringify(kept)).not.toContain(CANARY);
  });

  test('the home page tells what is open, and rests, stops and goes on', async () => {
    const office = await slackOffice({ on, start: new Date(opens.getTime() - 60_000) });
    const ada = office.of('ada');
    await homeOf(ada, /Nothing is open for you/);
    await office.at(tuesday);
    const home = await homeOf(ada, /Weekly pulse is open until Friday 17:00/);
    expect(wordsOn(home)).toContain('You are written to here: Slack');
    const form = await opened(ada, home, 'Answer or change');
    expect(wordsOn(form)).toContain('I am paid fairly.');
    expect(await ada.submit({ pay: 'Disagree' })).toMatchObject({ errors: {} });
    expect(wordsOn(await shown(() => ada.modal()))).toContain('Sealed until Friday 17:00');
    await ada.close();

    const press = async (what: string, says: RegExp) => {
      await opened(ada, await shown(() => ada.home()), what);
      await ada.close();
      await shown(() => says.test(wordsOn(ada.home())));
    };
    await press('Pause for four weeks', /Paused: you are not asked before/);
    await press('Ask me again', /You are asked at 10:00/);
    expect(wordsOn(ada.home())).not.toContain('Paused');
    await press('Stop asking me', /Stopped: you are not asked/);

    const settings = await opened(ada, await shown(() => ada.home()), 'Settings');
    expect(wordsOn(settings)).toContain('Your settings');
    const wrong = await ada.submit({ 'quiet-from': 'soon' });
    expect(Object.values(wrong.errors).join()).toContain('Please write a day such as 2026-12-21.');
    expect(await ada.submit({ 'quiet-from': '', language: 'Deutsch' })).toMatchObject({
      errors: {},
    });
    await homeOf(ada, /Wann du gefragt wirst|Wann Sie gefragt werden/);
  });
});

type U = ReturnType<SlackOffice['of']>;
