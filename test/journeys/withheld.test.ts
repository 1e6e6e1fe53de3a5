/** What HR is told of figures that were withheld: which units, why, where their answers went; nothing about who answered. */
import { expect, test } from 'vitest';
import { linesOf } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { ids, week } from '../support/town-people.ts';

const { tuesday, after } = week(0);

async function withheldFor(firm: Town) {
  return (await firm.reply({ kind: 'action', action: 'withheld', person: 'hana', about: '' })).page;
}

/** Everybody of these answers all three questions; with words, if they have any. */
async function weekOf(firm: Town, people: readonly string[], words = ''): Promise<Town> {
  await firm.at(tuesday);
  for (const person of people) {
    await firm.submit(person, { team: '4', growth: '2', pay: '5', words, 'words:reader': 'team' });
  }
  await firm.at(after);
  return firm;
}

test('before any round is published it says so', async () => {
  expect(linesOf(await withheldFor(await town()))[1]).toBe('No round has been published yet.');
});

test('a unit with too few answers is named with the unit whose figure it is shown', async () => {
  const people = [...ids('north', 1, 8), ...ids('south', 1, 3), ...ids('lab', 1, 12)];
  const firm = await weekOf(await town(), people, 'A word.');
  const lines = linesOf(await withheldFor(firm));
  expect(lines[1]).toMatch(/^Under 5 answers a unit has no figure of its own/);
  expect(lines.slice(3)).toEqual([
    'Weekly pulse, round of 2 November',
    'South: no figure of its own on team and culture, growth and career, pay and benefits. It is shown that of Sales.',
    // Three answers of South to each of four questions: nobody else of Sales or Firm answered.
    expect.stringMatching(/burned uncounted/),
    'Comments were released to Lab, Sales. All others moved up to these or were burned unread.',
  ]);
});

test('where nobody has a figure, nobody is said to', async () => {
  const firm = await weekOf(await town(), ids('south', 1, 3));
  const lines = linesOf(await withheldFor(firm));
  expect(lines.filter((line) => line.includes('no figure on'))).toHaveLength(5);
  expect(lines.at(-1)).toBe('No comments were released to the reader of a unit.');
});

test('it is the same whoever of a team answered', async () => {
  const one = await weekOf(await town(), [...ids('north', 1, 8), ...ids('south', 1, 3)]);
  const other = await weekOf(await town(), [...ids('north', 1, 8), ...ids('south', 2, 4)]);
  expect(await withheldFor(one)).toEqual(await withheldFor(other));
});

test('five rounds are told, the newest first', async () => {
  const firm = await town();
  for (let number = 0; number < 6; number++) {
    await firm.at(week(number).tuesday);
    for (const person of ids('lab', 1, 12)) await firm.tap(person, 4, 'team');
    await firm.at(week(number).after);
  }
  const page = await withheldFor(firm);
  const told = linesOf(page).filter((line) => line.startsWith('Weekly pulse, round of'));
  expect(told).toHaveLength(5);
  expect(told[0]).toBe('Weekly pulse, round of 7 December');
  expect(page?.blocks.length).toBeLessThanOrEqual(100);
});
