/** Comments that only HR may read: what HR does with them is on record, without a word of them. */
import { expect, test } from 'vitest';
import { english } from '../../src/message/copy-en.ts';
import { type Town, town } from '../support/town.ts';
import { ids, week } from '../support/town-people.ts';

/** The lab has answered, with a comment each, and the digests have come. */
async function commented(firm: Town, number: number, words: string, reader: 'hr' | 'team') {
  const { tuesday, closes, after, round } = week(number);
  await firm.at(tuesday);
  for (const [i, person] of ids('lab', 1, 12).entries()) {
    await firm.submit(person, { team: '5', words: `${words} ${i}`, 'words:reader': reader });
  }
  await firm.at(closes);
  await firm.at(after);
  return round;
}

function answer(firm: Town, person: string, about: string, text: string) {
  const fields = { text: [text] };
  return firm.reply({ kind: 'submit', form: 'answer-comment', person, about, fields });
}

test('that HR opens and answers one is in the audit log; a manager’s answer to a comment is not', async () => {
  const firm = await town();
  const { audit } = firm.ports.store;
  const to = `${await commented(firm, 0, 'My manager shouts', 'hr')}/firm/0`;
  await firm.reply({ kind: 'action', action: 'answer-comment', person: 'hana', about: to });
  const { say } = await answer(firm, 'hana', to, 'Who looks into it?');
  expect(say?.summary).toBe(english.loop.postedHr);
  const recorded = await audit.list(10);
  const entry = { at: firm.now(), who: 'hana', did: 'answer-comment', to };
  expect(recorded).toEqual([entry, entry]);
  expect(JSON.stringify(recorded)).not.toMatch(/shouts|looks into/);

  const lab = `${await commented(firm, 1, 'More light', 'team')}/lab/0`;
  expect((await answer(firm, 'lea', lab, 'It comes.')).say?.summary).toBe(
    english.loop.posted('Lab'),
  );
  expect(await audit.list(10)).toEqual(recorded);
});
