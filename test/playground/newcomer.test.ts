/** Whoever has just got the app in Teams: greeted once, recognised, and answered whatever they type. */
import { expect, test } from 'vitest';
import { week } from '../support/town-people.ts';
import { inPlayground } from './in-playground.ts';

const { opens, tuesday } = week(0);

await inPlayground('a newcomer in Teams', (stage) => {
  test('is greeted once, types, and is left alone for a week', async () => {
    const office = await stage.open(new Date(opens.getTime() - 60_000));
    const { store } = office.house.ports;
    const [cy] = await stage.join('cy');
    const greetings = async () => {
      const read = await cy.read();
      return read.filter((each) => each.includes('Hello, this is Soundings')).length;
    };
    expect(await greetings()).toBe(1);
    await cy.shoot('greeting');
    await expect
      .poll(() => store.accounts.of('cy'))
      .toMatchObject([
        { platform: 'teams', email: 'cy@acme.test', reachable: true, locale: 'en-US' },
      ]);

    // Taken away, nobody writes to them; given back, nobody greets them again.
    await cy.mock('Uninstall application');
    await expect.poll(() => store.accounts.of('cy')).toMatchObject([{ reachable: false }]);
    await cy.mock('Install application');
    await expect.poll(() => store.accounts.of('cy')).toMatchObject([{ reachable: true }]);
    expect(await greetings()).toBe(1);

    const answers = async (words: string, says: string | RegExp) => {
      const before = (await cy.read()).length;
      await cy.say(words);
      // Their own words, and one answer.
      await expect.poll(async () => (await cy.read()).length).toBe(before + 2);
      await expect.poll(async () => (await cy.read()).at(-1)).toMatch(says);
    };
    await answers('help', 'What you can type');
    await answers('privacy', /You count in Lab, which has 12 members.*Lea Test reads/s);
    await cy.shoot('privacy');
    await answers('home', /Next round for you: Weekly pulse, from Monday 2 November, 09:00/);
    await answers('now', 'Nothing is open for you at the moment.');
    await answers('pause', /^.*Paused\. You will not be asked before Monday 30 November/s);
    await answers('home', /Monday 30 November.*Ask me again/s);
    await cy.shoot('home');
    await cy.click('Ask me again');
    await cy.sees('Pause for four weeks');
    // What is no command is no answer either, and is kept nowhere.
    await answers('My boss is a fool', /was not stored and is not taken for an answer/);
    expect(office.log.join()).not.toContain('fool');

    // Asked at ten; they would rather not, and say so.
    await office.at(tuesday);
    await cy.sees('We help each other.');
    await cy.click('Not this week');
    await cy.sees(/Not this week, then\. No reminders/);
    await cy.shoot('skipped');
    await answers('now', /This week’s questions/);
    expect(await greetings()).toBe(1);
  });
});
