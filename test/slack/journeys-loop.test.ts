/** On Slack: a lead tells the team what follows from a digest and answers a comment; everybody of it reads both, once. */
import { expect, test } from 'vitest';
import { LAB } from '../support/slack/firm.ts';
import {
  allFillIn,
  clickAndSee,
  newest,
  opened,
  toldAfter,
  wordsOn,
} from '../support/slack/reading.ts';
import { slackOffice } from '../support/slack/slack-office.ts';
import { week } from '../support/town-people.ts';

const { opens, tuesday, closes, after } = week(0);

test('what was decided and an answer to a comment reach the whole team, and nobody else', async () => {
  const office = await slackOffice({ start: new Date(opens.getTime() - 60_000) });
  const [ada, lea] = [office.of('ada'), office.of('lea')];
  await office.at(tuesday);
  await allFillIn(office, LAB, (_, i) => ({
    'We help each other.': 'Agree',
    'I am paid fairly.': 'Disagree',
    words: `remark ${'abcdefghijkl'[i]}`,
  }));
  await office.at(closes);
  await office.at(after);
  const decided = await clickAndSee(lea, 'We will do this', /Decided, you will do this/);

  // A window with a draft; nothing in it is nothing posted, and what is too long is said beside the field.
  await opened(lea, decided, 'Tell the team');
  expect((await lea.submit({ text: 'ü'.repeat(960) })).errors).toEqual({
    text: 'This is too long by 20 characters. Please shorten it.',
  });
  const said = await toldAfter(lea, () => lea.submit({ text: 'We look at *pay* <now>.' }));
  expect(said).toContain('Thank you. The people of Lab read it at a good hour');
  await office.at(new Date(after.getTime() + 70 * 60_000));
  const told = newest(ada);
  expect(told.text).toBe('Lab: you said, we did');
  expect(wordsOn(told)).toContain('We look at *pay* <now>.');
  expect(wordsOn(told)).toContain('Lea Test wrote this to everybody in Lab');

  const details = await opened(lea, decided, 'All the details');
  const remark = /remark [a-l]/.exec(wordsOn(details))?.[0] ?? 'none';
  const form = await opened(lea, details, 'Answer comment 1 to the whole team');
  expect(wordsOn(form)).toContain(`The comment: ${remark}`);
  expect(await lea.submit({ text: 'We make a new rota.' })).toMatchObject({ errors: {} });
  await office.at(new Date(after.getTime() + 75 * 60_000));
  expect(newest(ada).text).toBe('About a comment from Lab');
  expect(wordsOn(newest(ada))).toContain(remark);

  // A day later it has reached everybody at an hour of their own, and each thing once.
  await office.at(new Date(after.getTime() + 28 * 3_600_000));
  const notes = (person: string) =>
    office
      .of(person)
      .messages()
      .filter(({ text }) => /you said, we did|About a comment/.test(text));
  for (const person of LAB) expect(notes(person), person).toHaveLength(2);
  for (const person of ['lea', 'hana', 'clara']) expect(notes(person), person).toEqual([]);
  expect(JSON.stringify(office.jobs) + office.log.join()).not.toMatch(/rota|remark/);
});
