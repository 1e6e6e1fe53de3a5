/** What people decide for themselves: change, skip, pause, stop, language; and what they may ask. */
import { expect, test } from 'vitest';
import { filledIn } from '../support/hr.ts';
import { wordsOf } from '../support/recording-chat.ts';
import { type Town, town } from '../support/town.ts';
import { ids, week } from '../support/town-people.ts';

const { round, opens, tuesday, closes, after } = week(0);
const next = week(1);

async function askedTown(): Promise<Town> {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  return firm;
}

async function tallyOf(firm: Town, question: string, unit: string) {
  const result = await firm.ports.store.results.result(round);
  return result?.pools.get(question)?.find((pool) => pool.unit === unit)?.tally;
}

function questionsOf(firm: Town, person: string) {
  return firm.messagesOf(person).filter(({ about }) => about.kind === 'question');
}

test('a changed answer counts once, with its last value', async () => {
  const firm = await askedTown();
  for (const person of ids('north', 1, 5)) await firm.tap(person, 3);
  await firm.tap('north-1', 1);
  await firm.tap('north-1', 2);
  await firm.submit('north-1', { team: '5', words: '' });
  await firm.at(closes);
  expect(await tallyOf(firm, 'team', 'north')).toEqual([0, 0, 4, 0, 1]);
  // Five taps, and the comment field of one form.
  expect((await firm.ports.store.results.result(round))?.ballots).toBe(6);
});

test('the same tap twice is one answer', async () => {
  const firm = await askedTown();
  for (const person of ids('north', 1, 5)) {
    await Promise.all([firm.tap(person, 4), firm.tap(person, 4)]);
  }
  await firm.at(closes);
  expect(await tallyOf(firm, 'team', 'north')).toEqual([0, 0, 0, 5, 0]);
});

test('a changed comment is read in its last words only', async () => {
  const firm = await askedTown();
  for (const person of ids('lab', 1, 10)) {
    await firm.submit(person, { team: '4', words: 'first thought', 'words:reader': 'team' });
  }
  for (const person of ids('lab', 1, 10)) {
    await firm.submit(person, { words: 'second thought', 'words:reader': 'team' });
  }
  await firm.at(closes);
  const [lab] = (await firm.digestOf('lea'))?.units ?? [];
  expect(lab?.comments).toEqual(Array.from({ length: 10 }, () => 'second thought'));
});

test('a comment for HR only is read by HR, not by the manager', async () => {
  const firm = await askedTown();
  for (const person of ids('lab', 1, 10)) {
    await firm.submit(person, { team: '4', words: 'between us', 'words:reader': 'hr' });
  }
  await firm.at(closes);
  expect((await firm.digestOf('lea'))?.units[0]?.comments).toEqual([]);
  expect((await firm.digestOf('clara'))?.units[0]?.comments).toEqual([]);
  expect((await firm.digestOf('hana'))?.units[0]?.comments).toHaveLength(10);
});

test('names, addresses and links are taken out of a comment before anyone reads it', async () => {
  const firm = await askedTown();
  for (const person of ids('lab', 1, 10)) {
    const words = 'Ask Lea Roth, lea@town.example or https://town.example/lea about it';
    const { form } = await firm.submit(person, { team: '4', words, 'words:reader': 'team' });
    await firm.submit(person, { team: '4', ...filledIn(form), 'words:2:reader': 'team' });
  }
  await firm.at(closes);
  for (const comment of (await firm.digestOf('lea'))?.units[0]?.comments ?? ['none']) {
    expect(comment).toMatch(/^Ask .* about it$/);
    expect(comment).not.toMatch(/lea|roth|town|http|@/i);
  }
});

test('"not this week" is heard: the message says so, and an answer is still taken', async () => {
  const firm = await askedTown();
  const { replace } = await firm.press('north-1', 'skip');
  expect(replace?.summary).toMatch(/Not this week/);
  expect((await firm.ports.store.deliveries.of(round, 'north-1'))?.state).toBe('skipped');
  expect((await firm.tap('north-1', 4)).replace?.summary).toMatch(/^Sealed until/);
  await firm.at(next.opens);
  await firm.at(next.tuesday);
  expect(questionsOf(firm, 'north-1')).toHaveLength(2);
});

test('"skip" typed before the question came keeps it away', async () => {
  const firm = await town();
  await firm.at(opens);
  expect((await firm.type('north-1', 'skip')).say?.summary).toMatch(/Not this week/);
  await firm.at(tuesday);
  expect(questionsOf(firm, 'north-1')).toHaveLength(0);
  expect(questionsOf(firm, 'north-2')).toHaveLength(1);
});

test('"now" shows the form of the open round; when none is open it says so', async () => {
  const firm = await town();
  expect((await firm.type('north-1', 'now')).say?.summary).toMatch(/Nothing is open/);
  await firm.at(opens);
  expect((await firm.type('north-1', 'now')).form?.about).toBe(round);
  await firm.at(closes);
  expect((await firm.type('north-1', 'now')).say?.summary).toMatch(/Nothing is open/);
});

test('a pause of two weeks leaves out two rounds, and then ends by itself', async () => {
  const firm = await askedTown();
  expect((await firm.type('north-1', 'pause 2')).say?.summary).toMatch(/Paused.*17 November/);
  for (const n of [1, 2, 3]) {
    await firm.at(week(n).opens);
    await firm.at(week(n).tuesday);
  }
  expect(questionsOf(firm, 'north-1').map(({ about }) => about.round)).toEqual([
    round,
    week(3).round,
  ]);
  expect(questionsOf(firm, 'north-2')).toHaveLength(4);
});

test('a pause that is no number of weeks from 1 to 26 changes nothing', async () => {
  const firm = await askedTown();
  for (const text of ['pause 0', 'pause 27', 'pause -1', 'pause soon', 'pause 1.5']) {
    expect((await firm.type('north-1', text)).say?.summary, text).toMatch(/from 1 to 26/);
  }
  expect(await firm.ports.store.org.preference('north-1')).toEqual({});
});

test('"stop" is obeyed until "resume", also by a question on its way', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.type('north-1', 'stop');
  await firm.at(tuesday);
  expect(questionsOf(firm, 'north-1')).toHaveLength(0);
  await firm.at(next.opens);
  await firm.at(next.tuesday);
  expect(questionsOf(firm, 'north-1')).toHaveLength(0);
  expect((await firm.type('north-1', 'resume')).say?.summary).toMatch(/Welcome back/);
  await firm.at(week(2).opens);
  await firm.at(week(2).tuesday);
  expect(questionsOf(firm, 'north-1').map(({ about }) => about.round)).toEqual([week(2).round]);
});

test('nobody is told who paused or stopped', async () => {
  const firm = await askedTown();
  await firm.type('north-1', 'stop');
  await firm.type('north-2', 'pause');
  await firm.at(closes);
  await firm.at(after);
  const digests = firm.chat.kept.filter(({ about }) => about.kind === 'digest');
  for (const { message } of digests) expect(wordsOf(message)).not.toMatch(/stop|pause|north-1/i);
  expect(digests.length).toBeGreaterThan(0);
});

test('who stopped is still sent the digest that they read as a manager', async () => {
  const firm = await askedTown();
  await firm.type('lea', 'stop');
  await firm.at(closes);
  expect(firm.messagesOf('lea').at(-1)?.about.kind).toBe('digest');
});

test('another language holds for everything from then on, and outlives a resume', async () => {
  const firm = await askedTown();
  expect((await firm.type('north-1', 'language de')).say?.summary).toMatch(/Deutsch/);
  expect((await firm.type('north-1', 'language xx')).say?.summary).toMatch(/de/);
  await firm.type('north-1', 'pause 1');
  await firm.type('north-1', 'resume');
  await firm.at(next.opens);
  await firm.at(next.tuesday);
  expect(wordsOf(questionsOf(firm, 'north-1').at(-1)?.message)).toContain('Stimme voll zu');
  await firm.at(next.closes);
  expect(questionsOf(firm, 'north-1').at(-1)?.message.summary).not.toMatch(/closed/);
});

test('a late click is answered kindly and not counted', async () => {
  const firm = await askedTown();
  for (const person of ids('north', 1, 5)) await firm.tap(person, 3);
  await firm.at(closes);
  const before = await firm.ports.store.results.result(round);
  const { replace, say } = await firm.tap('north-6', 5);
  expect(replace).toBeUndefined();
  expect(say?.summary).toMatch(/closed on Friday.*17:00.*not taken/);
  expect((await firm.press('north-6', 'form')).say?.summary).toMatch(/closed/);
  expect((await firm.press('north-6', 'skip')).say?.summary).toMatch(/closed/);
  expect(await firm.ports.store.results.result(round)).toEqual(before);
  expect(await firm.ports.store.box.size(round)).toBe(0);
});

test('a click in the minute between the close and the count is not taken either', async () => {
  const firm = await askedTown();
  firm.setClock(closes);
  expect((await firm.tap('north-1', 5)).say?.summary).toMatch(/not taken/);
  expect(await firm.ports.store.box.size(round)).toBe(0);
});

test('an answer off the scale, to another question, round or from a stranger is refused', async () => {
  const firm = await askedTown();
  for (const value of ['0', '6', '', '4.5', '04 ', 'yes', '-1']) {
    const { replace, say } = await firm.tap('north-1', value);
    expect(replace, value).toBeUndefined();
    expect(say?.summary, value).toMatch(/not one of the options/);
  }
  expect((await firm.tap('north-1', 4, 'mirror')).say?.summary).toMatch(/not asked/);
  expect((await firm.tap('stranger', 4)).say?.summary).toMatch(/not asked/);
  const elsewhere = {
    kind: 'answer',
    person: 'north-1',
    round: 'none',
    question: 'team',
    value: '4',
  } as const;
  expect((await firm.reply(elsewhere)).say?.summary).toMatch(/does not exist/);
  expect(await firm.ports.store.box.size(round)).toBe(0);
});

test('no refusal repeats what was answered or written', async () => {
  const firm = await askedTown();
  const canary = 'zebra-crossing-7';
  const replies = [
    await firm.tap('north-1', canary),
    await firm.submit('north-1', { team: canary, words: '' }),
    await firm.submit('north-1', { words: canary.repeat(200) }),
    await firm.type('north-1', canary),
  ];
  for (const reply of replies) {
    expect(reply.say ?? reply.faults).toBeDefined();
    expect(JSON.stringify(reply)).not.toContain('zebra');
  }
});

test('a comment that is too long is refused by its length, and nothing is sealed', async () => {
  const firm = await askedTown();
  const { faults } = await firm.submit('north-1', { team: '4', words: 'ü'.repeat(951) });
  expect(faults?.words).toMatch(/too long by 2/);
  expect(await firm.ports.store.box.size(round)).toBe(0);
  await firm.submit('north-1', { team: '4', words: 'ü'.repeat(950) });
  expect(await firm.ports.store.box.size(round)).toBe(2);
});

test('help lists the words; anything else is not stored and not taken for an answer', async () => {
  const firm = await askedTown();
  const help = wordsOf((await firm.type('north-1', 'help')).say);
  for (const word of ['now', 'skip', 'pause', 'stop', 'resume', 'privacy', 'language']) {
    expect(help).toContain(word);
  }
  for (const text of ['5', 'I think it is bad here', '/weather', '']) {
    expect((await firm.type('north-1', text)).say?.summary, text).toMatch(/not stored/);
  }
  expect(await firm.ports.store.box.size(round)).toBe(0);
});
