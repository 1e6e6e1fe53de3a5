/** What follows from a digest is told to the team: what was decided, and answers to comments; to everybody, once. */
import { describe, expect, test } from 'vitest';
import { NOTE_LIMIT } from '../../src/delivery/note.ts';
import { german } from '../../src/message/copy-de.ts';
import { english } from '../../src/message/copy-en.ts';
import type { Message } from '../../src/message/message.ts';
import type { Response } from '../../src/message/reply.ts';
import { actionOf } from '../../src/stock/actions.ts';
import { buttonsOf, filledIn, linesOf } from '../support/hr.ts';
import type { Kept } from '../support/recording-chat.ts';
import { type Town, type TownOptions, town } from '../support/town.ts';
import { ids, TOWN, week } from '../support/town-people.ts';

const { loop } = english;
const LAB = ids('lab', 1, 12);
const NORTH = ids('north', 1, 8);
/** The first round's name, and the unit of it that most is about. */
const ROUND = week(0).round;
const ABOUT = `${ROUND}/lab`;
type What = 'tell-team' | 'answer-comment';

interface Said {
  readonly words?: string;
  readonly to?: 'team' | 'hr';
}

/** These people say that they are not paid fairly, and the digests have come. */
async function aWeek(of: Town, number: number, people = LAB, { words, to = 'team' }: Said = {}) {
  await of.at(week(number).tuesday);
  for (const [i, person] of people.entries()) {
    const answers = { team: '5', growth: '4', pay: i % 4 === 0 ? '4' : '2' };
    const comment = words && { words: `${words} ${i}`, 'words:reader': to };
    await of.submit(person, { ...answers, ...comment });
  }
  await of.at(week(number).closes);
  await of.at(week(number).after);
}

/** Lea has decided to do what her digest suggests. */
async function decided(options: TownOptions = {}): Promise<Town> {
  const firm = await town(options);
  await aWeek(firm, 0);
  await press(firm, 'lea', 'will-do', ABOUT);
  return firm;
}

function press(
  of: Town,
  person: string,
  action: What | 'will-do' | 'not-now' | 'details',
  about = ABOUT,
) {
  return of.reply({ kind: 'action', person, action, about });
}

function post(of: Town, form: What, text: string | undefined, about = ABOUT, person = 'lea') {
  const fields = text === undefined ? {} : { text: [text] };
  return of.reply({ kind: 'submit', form, person, about, fields });
}

/** A day on: a good hour has come for everybody. */
function aDay(of: Town): Promise<void> {
  return of.at(new Date(of.now().getTime() + 28 * 3_600_000));
}

function notes(of: Town): Kept[] {
  return of.chat.kept.filter(({ about }) => about.kind === 'note');
}

function readers(of: Town): string[] {
  return notes(of)
    .map(({ person }) => person)
    .sort();
}

function digestOf(of: Town, person: string): Message | undefined {
  return of.messagesOf(person).findLast(({ about }) => about.kind === 'digest')?.message;
}

async function refusedWith(answer: Promise<Response>, words: string) {
  const { say, ...rest } = await answer;
  expect(say?.summary).toBe(words);
  expect(rest).toEqual({});
}

describe('what was decided', () => {
  test('is drafted from what the digest said, and read by everybody of the team once, under its author’s name', async () => {
    const firm = await decided();
    const { form } = await press(firm, 'lea', 'tell-team');
    const suggestion = (await firm.digestOf('lea'))?.units[0]?.suggestion;
    const action = actionOf(suggestion?.action ?? '')?.text.en ?? 'none';
    expect(filledIn(form)).toEqual({
      text: [`You said: Pay and benefits looks low. What we do about it: ${action}`],
    });
    const { say } = await post(firm, 'tell-team', 'We look at pay every spring.');
    expect(say?.summary).toBe(loop.posted('Lab'));
    await aDay(firm);
    expect(readers(firm)).toEqual([...LAB].sort());
    const lines = linesOf(notes(firm).find(({ person }) => person === 'lab-1')?.message);
    expect(lines).toEqual([
      'Lab: you said, we did',
      'We look at pay every spring.',
      loop.wrote('Lea Roth', 'Lab', '2 November'),
      loop.promise,
    ]);
    const theirs = linesOf(notes(firm).find(({ person }) => person === 'lab-12')?.message);
    expect(theirs).toContain(german.loop.wrote('Lea Roth', 'Lab', '2. November'));
    expect(firm.failures).toEqual([]);
  });

  test('waits for a good hour of each, and goes to nobody who wants no messages', async () => {
    const firm = await decided();
    await firm.type('lab-2', 'stop');
    await firm.type('lab-3', 'pause 4');
    const friday = new Date('2026-11-13T20:00:00Z');
    await firm.at(friday);
    const { say } = await post(firm, 'tell-team', 'We look at pay.');
    // The same words: who wants no messages is not for a manager to know.
    expect(say?.summary).toBe(loop.posted('Lab'));
    await firm.at(new Date('2026-11-14T12:00:00Z'));
    expect(notes(firm)).toEqual([]);
    await firm.type('lab-4', 'stop');
    await firm.at(new Date('2026-11-16T10:00:00Z'));
    const silent = ['lab-2', 'lab-3', 'lab-4'];
    expect(readers(firm)).toEqual(LAB.filter((id) => !silent.includes(id)).sort());
  });

  test('is told once, whatever is pressed, sent again, or breaks down', async () => {
    const firm = await decided();
    await post(firm, 'tell-team', 'We look at pay.');
    const already = loop.already('9 November');
    await refusedWith(post(firm, 'tell-team', 'And once more.'), already);
    await refusedWith(press(firm, 'lea', 'tell-team'), already);
    await firm.crash();
    await refusedWith(post(firm, 'tell-team', 'And after the crash.'), already);
    await aDay(firm);
    await firm.crash();
    await aDay(firm);
    expect(readers(firm)).toEqual([...LAB].sort());
    expect(new Set(notes(firm).map(({ message }) => linesOf(message)[1]))).toEqual(
      new Set(['We look at pay.']),
    );
  });

  test('sent by two clicks at the same moment is one message', async () => {
    const firm = await decided();
    const both = await Promise.all([1, 2].map((n) => post(firm, 'tell-team', `Number ${n}.`)));
    expect(both.filter(({ say }) => say?.summary === loop.posted('Lab'))).toHaveLength(1);
    await aDay(firm);
    expect(readers(firm)).toEqual([...LAB].sort());
  });

  test('is offered with the next digest too, as long as it has not been told', async () => {
    const firm = await decided();
    await aWeek(firm, 1);
    expect(buttonsOf(digestOf(firm, 'lea'))).toContain(`tell-team ${ABOUT}`);
    expect((await press(firm, 'lea', 'tell-team')).form?.fields[0]).toMatchObject({
      written: expect.stringContaining('Pay and benefits looks low.'),
    });
    await post(firm, 'tell-team', 'We have looked at pay.');
    await aWeek(firm, 2);
    expect(buttonsOf(digestOf(firm, 'lea'))).not.toContain(`tell-team ${ABOUT}`);
    expect(readers(firm)).toHaveLength(12);
  });

  test('is nobody’s to tell who has not decided it, or does not lead the team any more', async () => {
    const firm = await town();
    await aWeek(firm, 0, [...LAB, ...NORTH]);
    await refusedWith(press(firm, 'lea', 'tell-team'), loop.notDecided);
    await press(firm, 'lea', 'not-now');
    await refusedWith(post(firm, 'tell-team', 'Mine.'), loop.notDecided);
    await press(firm, 'lea', 'will-do');
    const north = `${ROUND}/north`;
    for (const [person, about] of [
      ['nina', ABOUT],
      ['clara', ABOUT],
      ['hana', ABOUT],
      ['lea', north],
      ['lea', ROUND],
      ['lea', `${ROUND}/`],
      ['lea', `${week(1).round}/lab`],
    ] as const) {
      await refusedWith(post(firm, 'tell-team', 'Mine.', about, person), english.digest.noDigest);
    }
    await refusedWith(post(firm, 'tell-team', 'Mine.', ABOUT, 'lab-1'), english.refusal.notAllowed);
    const units = TOWN.units.map((unit) =>
      unit.id === 'lab' ? { ...unit, manager: 'sam' } : unit,
    );
    const moved = units.map((unit) => (unit.id === 'north' ? { ...unit, manager: 'lea' } : unit));
    await firm.ports.store.org.replace({ ...TOWN, units: moved }, firm.now());
    await refusedWith(post(firm, 'tell-team', 'Mine.'), loop.notYours);
    await aDay(firm);
    expect(notes(firm)).toEqual([]);
  });

  test.each([
    ['nothing', undefined, loop.form.empty],
    ['blanks', ' \n\t ', loop.form.empty],
    ['blanks that can’t be seen', '\u200b\u2060\u0000', loop.form.empty],
    ['too much', 'ä'.repeat(NOTE_LIMIT / 2 + 3), loop.form.tooLong(6)],
  ])('is not posted with %s in it, and the form says why', async (_, text, fault) => {
    const firm = await decided();
    expect(await post(firm, 'tell-team', text)).toEqual({ faults: { text: fault } });
    expect(await firm.ports.store.notes.of(ROUND, 'lea')).toEqual([]);
    await post(firm, 'tell-team', 'ä'.repeat(NOTE_LIMIT / 2));
    expect(await firm.ports.store.notes.of(ROUND, 'lea')).toHaveLength(1);
  });

  test('is not sent in the name of somebody who has left meanwhile', async () => {
    const firm = await decided();
    await firm.at(new Date('2026-11-14T12:00:00Z'));
    await post(firm, 'tell-team', 'We look at pay.');
    const people = TOWN.people.filter(({ id }) => id !== 'lea');
    const units = TOWN.units.map((unit) =>
      unit.id === 'lab' ? { ...unit, manager: 'sam' } : unit,
    );
    await firm.ports.store.org.replace({ people, units }, firm.now());
    await firm.at(new Date('2026-11-16T10:00:00Z'));
    expect(notes(firm)).toEqual([]);
  });
});

describe('a comment', () => {
  test('is answered to the whole team, who read it with the answer, and nobody learns whose it is', async () => {
    const firm = await town();
    await aWeek(firm, 0, LAB, { words: 'The on-call rota is unfair' });
    const comments = (await firm.digestOf('lea'))?.units[0]?.comments ?? [];
    const { page } = await press(firm, 'lea', 'details', `${ROUND}/0`);
    const offered = buttonsOf(page).filter((each) => each.startsWith('answer-comment'));
    expect(offered).toEqual(comments.map((_, i) => `answer-comment ${ABOUT}/${i}`));

    const { form } = await press(firm, 'lea', 'answer-comment', `${ABOUT}/2`);
    expect(form?.intro).toBe(loop.form.answerIntro('Lab', comments[2] ?? ''));
    expect(filledIn(form)).toEqual({ text: [] });
    await post(firm, 'answer-comment', 'We make a new rota.', `${ABOUT}/2`);
    await aDay(firm);
    expect(readers(firm)).toEqual([...LAB].sort());
    const said = notes(firm).find(({ person }) => person === 'lab-1')?.message;
    expect(said?.blocks[1]).toEqual({ kind: 'quote', text: comments[2] });
    expect(linesOf(said)).toContain('We make a new rota.');
    expect(said?.summary).toBe(loop.about('Lab'));

    await refusedWith(
      press(firm, 'lea', 'answer-comment', `${ABOUT}/2`),
      loop.already('9 November'),
    );
    const again = linesOf((await press(firm, 'lea', 'details', `${ROUND}/0`)).page);
    expect(again).toContain(loop.answered('9 November'));
    await post(firm, 'answer-comment', 'And this one too.', `${ABOUT}/3`);
    await aDay(firm);
    expect(readers(firm)).toHaveLength(24);
  });

  test('for HR only is answered within HR, and never reaches a team', async () => {
    const hr = ['hana', 'lab-1'];
    const firm = await town({ programme: { hr } });
    await aWeek(firm, 0, LAB, { words: 'My manager shouts', to: 'hr' });
    const about = `${ROUND}/firm/0`;
    const { form } = await press(firm, 'hana', 'answer-comment', about);
    expect(form?.intro).toContain('for HR only');
    await refusedWith(press(firm, 'clara', 'answer-comment', about), loop.noComment);
    const { say } = await post(firm, 'answer-comment', 'Who looks into it?', about, 'hana');
    expect(say?.summary).toBe(loop.postedHr);
    await aDay(firm);
    expect(readers(firm)).toEqual(hr);
    expect(notes(firm)[0]?.message.summary).toBe(loop.aboutHr);
  });

  test('that is not there, or not theirs, has no answer', async () => {
    const firm = await town();
    await aWeek(firm, 0, LAB, { words: 'More light' });
    for (const place of ['12', '-1', 'x', '', '999999999']) {
      const { say } = await post(firm, 'answer-comment', 'So be it.', `${ABOUT}/${place}`);
      expect([loop.noComment, english.digest.noDigest], place).toContain(say?.summary);
    }
    for (const person of ['hana', 'clara', 'nina']) {
      const answer = post(firm, 'answer-comment', 'So be it.', `${ABOUT}/0`, person);
      await refusedWith(answer, english.digest.noDigest);
    }
    await aDay(firm);
    expect(notes(firm)).toEqual([]);
  });
});

test('no answer, count of readers or choice stands in what is kept of a note', async () => {
  const firm = await decided();
  await post(firm, 'tell-team', 'We look at pay.');
  const [note] = await firm.ports.store.notes.of(ROUND, 'lea');
  expect(Object.keys(note ?? {}).sort()).toEqual(['at', 'id', 'reader', 'round', 'text', 'unit']);
  expect(await firm.ports.store.results.ledger(ROUND)).toEqual(
    expect.not.arrayContaining([expect.objectContaining({ shown: 'note' })]),
  );
});
