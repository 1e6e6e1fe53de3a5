/** The digest names what comments are about, in the reader's language, and nothing that is not in what they may read. */
import { expect, test } from 'vitest';
import { wordsOf } from '../support/recording-chat.ts';
import { type Town, town } from '../support/town.ts';
import { ids, week } from '../support/town-people.ts';

const { opens, tuesday, closes, after } = week(0);

const ON_LOAD = 'The workload is too high.';
const ON_PAY = 'I am not paid enough.';
const NOTHING = 'The door sticks.';

async function commented(texts: readonly string[], reader: 'team' | 'hr'): Promise<Town> {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  for (const [i, person] of ids('lab', 1, 10).entries()) {
    await firm.submit(person, { team: '4', words: texts[i] ?? '', 'words:reader': reader });
  }
  await firm.at(closes);
  await firm.at(after);
  return firm;
}

function digestTo(firm: Town, person: string): string {
  const told = firm.messagesOf(person).filter(({ about }) => about.kind === 'digest');
  return wordsOf(told.at(-1)?.message);
}

test('what three people write about is named before their comments; what two do is not', async () => {
  const firm = await commented([ON_LOAD, ON_LOAD, ON_LOAD, ON_PAY, ON_PAY], 'team');
  const words = digestTo(firm, 'lea');
  expect(words).toContain('Comments are about: workload and conditions.');
  expect(words.indexOf('Comments are about')).toBeLessThan(words.indexOf(ON_LOAD));
});

test('comments about nothing in common have no theme', async () => {
  const firm = await commented([ON_LOAD, ON_PAY, NOTHING, NOTHING, NOTHING], 'team');
  expect(digestTo(firm, 'lea')).toContain(NOTHING);
  expect(digestTo(firm, 'lea')).not.toContain('Comments are about');
});

test('where too few comment for any to be read, no theme is named to anybody', async () => {
  const firm = await commented([ON_LOAD, ON_LOAD, ON_LOAD, ON_LOAD], 'team');
  for (const person of ['lea', 'clara', 'hana']) {
    expect(digestTo(firm, person)).not.toContain('Comments are about');
  }
});

test('themes of comments for HR only are named to HR only', async () => {
  const firm = await commented(Array(6).fill(ON_PAY), 'hr');
  expect(digestTo(firm, 'hana')).toContain('Comments are about: pay and benefits.');
  for (const person of ['lea', 'clara']) {
    const [unit] = (await firm.digestOf(person))?.units ?? [];
    expect(unit?.themes).toEqual([]);
    expect(digestTo(firm, person)).not.toContain('Comments are about');
  }
});
