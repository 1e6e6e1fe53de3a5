/** The author sees a comment as it would be read, before anything is sealed; then changes, sends or leaves it out. */
import { expect, test } from 'vitest';
import { english } from '../../src/message/copy-en.ts';
import type { Form } from '../../src/message/message.ts';
import type { Fields } from '../../src/message/reply.ts';
import { filledIn } from '../support/hr.ts';
import { type Town, town } from '../support/town.ts';
import { ids, week } from '../support/town-people.ts';

const { round, opens, tuesday, closes } = week(0);
const NAMING = 'Lea Roth decides alone, ask 0171 5551234';
const READ = '[…] decides alone, ask […]';

async function askedTown(): Promise<Town> {
  const firm = await town();
  await firm.at(opens);
  await firm.at(tuesday);
  return firm;
}

/** What a platform sends of a form that came back: it keeps what was chosen in the other fields. */
function untouched(form: Form | undefined, chosen: Record<string, string> = {}): Fields {
  const readers = form?.fields.flatMap((field) =>
    field.kind === 'text' && field.readers
      ? [[`${field.name}:reader`, [field.readers.chosen ?? 'team']] as const]
      : [],
  );
  return filledIn(form, { ...Object.fromEntries(readers ?? []), ...chosen });
}

function textIn(form: Form | undefined) {
  return form?.fields.find((field) => field.kind === 'text');
}

function sealed(firm: Town): Promise<number> {
  return firm.ports.store.box.size(round);
}

test('a comment with names comes back as it would be read, and nothing is sealed', async () => {
  const firm = await askedTown();
  const response = await firm.submit('lab-1', { team: '4', words: NAMING, 'words:reader': 'hr' });
  expect(Object.keys(response)).toEqual(['form']);
  const { form } = response;
  expect(form).toMatchObject({ name: 'answers', about: round, intro: english.comments.review });
  expect(textIn(form)).toMatchObject({
    name: 'words:2',
    written: READ,
    readers: { chosen: 'hr' },
  });
  expect(await sealed(firm)).toBe(0);
});

test('the form that comes back shows no score, and holds nothing of what was taken out', async () => {
  const firm = await askedTown();
  const { form } = await firm.submit('lab-1', { team: '4', pay: '1', words: NAMING });
  expect(form?.fields.map(({ name }) => name)).toEqual(['team', 'growth', 'pay', 'words:2']);
  expect(JSON.stringify(form)).not.toMatch(/"chosen":\[|Roth|Lea|5551234/);
});

test('sent as it is, it is sealed at once with the scores, for whom it was meant', async () => {
  const firm = await askedTown();
  for (const person of ids('lab', 1, 10)) {
    const given = { team: '4', words: NAMING, 'words:reader': 'hr' };
    const { form } = await firm.submit(person, given);
    const { replace, form: again } = await firm.submit(person, untouched(form, { team: '4' }));
    expect(again).toBeUndefined();
    expect(replace?.summary).toMatch(/^Sealed until/);
  }
  await firm.at(closes);
  expect((await firm.digestOf('lea'))?.units[0]?.comments).toEqual([]);
  expect((await firm.digestOf('hana'))?.units[0]?.comments).toEqual(Array(10).fill(READ));
  const result = await firm.ports.store.results.result(round);
  expect(result?.pools.get('team')?.map(({ tally }) => tally)).toEqual([[0, 0, 0, 10, 0]]);
});

test('changed so that it names somebody again, it comes back again, in a field of its own', async () => {
  const firm = await askedTown();
  const { form } = await firm.submit('lab-1', { words: NAMING });
  const again = await firm.submit('lab-1', untouched(form, { 'words:2': 'I mean Nina Berg' }));
  expect(textIn(again.form)).toMatchObject({ name: 'words:3', written: 'I mean […]' });
  expect(await sealed(firm)).toBe(0);
  const last = await firm.submit('lab-1', untouched(again.form, { 'words:3': 'I mean my boss' }));
  expect(last.replace?.summary).toMatch(/^Sealed until/);
});

test('emptied, it is left out: the author is told so, and the scores are sealed', async () => {
  const firm = await askedTown();
  for (const person of ids('lab', 1, 10)) {
    const { form } = await firm.submit(person, { team: '4', words: NAMING });
    const left = await firm.submit(person, untouched(form, { team: '4', 'words:2': ' ' }));
    expect(left.say?.summary).toBe(english.comments.left);
  }
  await firm.at(closes);
  const result = await firm.ports.store.results.result(round);
  expect(result?.comments).toEqual([]);
  expect(result?.ballots).toBe(20);
});

test('a comment that names nobody is sealed at once', async () => {
  const firm = await askedTown();
  const { form, replace } = await firm.submit('lab-1', { words: 'Too many meetings. […]' });
  expect(form).toBeUndefined();
  expect(replace?.summary).toMatch(/^Sealed until/);
  expect(await sealed(firm)).toBe(1);
});

test('what is too long, too late or not asked is refused as ever, and no text comes back', async () => {
  const firm = await askedTown();
  const long = await firm.submit('lab-1', { words: `Lea Roth ${'x'.repeat(1900)}` });
  expect(long.faults?.words).toMatch(/too long/);
  const { form } = await firm.submit('lab-1', { words: NAMING });
  const still = await firm.submit('lab-1', untouched(form, { 'words:2': 'x'.repeat(1901) }));
  expect(still.faults?.['words:2']).toMatch(/too long/);
  const stranger = await firm.submit('hana-2', { words: NAMING });
  expect(stranger.say?.summary).toBe(english.refusal.notAsked);
  expect(stranger.form).toBeUndefined();
  await firm.at(closes);
  const late = await firm.reply({
    kind: 'submit',
    form: 'answers',
    person: 'lab-1',
    about: round,
    fields: { words: [NAMING] },
  });
  expect(late.form).toBeUndefined();
  expect(late.say?.summary).toMatch(/closed/);
});

test('where a form lies in the history of a chat no text comes back: it is sealed, and scrubbed at the count', async () => {
  const firm = await askedTown();
  for (const person of ids('lab', 1, 10)) {
    const { form, say, replace } = await firm.reply({
      kind: 'submit',
      form: 'answers',
      person,
      about: round,
      fields: { team: ['4'], words: [NAMING] },
      stays: true,
    });
    expect([form, say]).toEqual([undefined, undefined]);
    expect(replace?.summary).toMatch(/^Sealed until/);
    expect(JSON.stringify(replace)).not.toMatch(/decides/);
  }
  await firm.at(closes);
  expect((await firm.digestOf('lea'))?.units[0]?.comments).toEqual(Array(10).fill(READ));
});

test('somebody who joined a minute ago is known by then', async () => {
  const firm = await askedTown();
  await firm.submit('lab-1', { words: 'Zebulon is kind' });
  const { people, units } = await firm.ports.store.org.load();
  const joined = { id: 'zeb', name: 'Zebulon Kahn', unit: 'lab' };
  await firm.ports.store.org.replace({ people: [...people, joined], units }, tuesday);
  await firm.at(new Date(tuesday.getTime() + 61_000));
  const { form } = await firm.submit('lab-2', { words: 'Zebulon is kind' });
  expect(textIn(form)).toMatchObject({ written: '[…] is kind' });
});
