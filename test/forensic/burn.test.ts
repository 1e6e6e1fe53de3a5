/** What a thief finds in the files: before the count nothing without the key, after the burn nothing at all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Programme } from '../../src/campaign/programme.ts';
import { filesOf, holding, slices, windowsOf } from '../support/bytes.ts';
import { type Office, office } from '../support/office.ts';
import { ids, PEOPLE, PROGRAMME, TOWN, week } from '../support/town-people.ts';

const { round, opens, tuesday, closes, after } = week(0);
const BEFORE = new Date(opens.getTime() - 60_000);

const RELEASED = ids('lab', 1, 6).map((id) => `seen canary aardvark ${id.split('-')[1]} told`);
const UNRELEASED = ids('north', 1, 3).map((id) => `hidden canary wombat ${id.split('-')[1]} kept`);
const REPLACED = 'withdrawn canary okapi';
const TYPED = 'typed canary quokka';

/** Who did anything at all, and how: a tap, a form, a change, words for a manager or for HR. */
async function play(firm: Office): Promise<string[]> {
  const answered: string[] = [];
  const submit = async (person: string, fields: Record<string, string[]>) => {
    await firm.click({ kind: 'submit', form: 'answers', person, about: round, fields });
    answered.push(person);
  };
  for (const person of ids('lab', 8, 12)) {
    await firm.click({ kind: 'answer', person, round, question: 'team', value: '5' });
  }
  for (const [i, person] of ids('lab', 1, 10).entries()) {
    const words = RELEASED[i] ?? '';
    await submit(person, { team: ['2'], words: [words], 'words:reader': ['team'] });
  }
  await submit('north-1', { words: [REPLACED], 'words:reader': ['team'] });
  for (const [i, text] of UNRELEASED.entries()) {
    const reader = i === 0 ? 'hr' : 'team';
    await submit(`north-${i + 1}`, { team: ['4'], words: [text], 'words:reader': [reader] });
  }
  await firm.click({ kind: 'action', person: 'north-4', about: round, action: 'skip' });
  await firm.click({ kind: 'command', person: 'north-5', text: TYPED });
  return [...new Set([...answered, 'lab-11', 'lab-12'])];
}

function withReminders(reminders: number): Programme {
  return { ...PROGRAMME, campaigns: PROGRAMME.campaigns.map((each) => ({ ...each, reminders })) };
}

interface Evidence {
  readonly firm: Office;
  readonly answered: readonly string[];
  readonly envelopes: readonly Uint8Array[];
  readonly secretKey: Uint8Array;
  readonly deliveries: readonly string[];
}

/** The week up to the minute before its close, and what an attacker may know of it. */
async function beforeTheCount(): Promise<Evidence> {
  const firm = await office(PROGRAMME, TOWN, BEFORE);
  await firm.at(opens);
  await firm.at(tuesday);
  const answered = await play(firm);
  const { store, keys } = firm.house.ports;
  const envelopes: Uint8Array[] = [];
  for await (const batch of store.box.ballots(round)) {
    envelopes.push(...batch.map(({ envelope }) => Uint8Array.from(envelope)));
  }
  const deliveries = await Promise.all(PEOPLE.map(({ id }) => store.deliveries.of(round, id)));
  const secretKey = await keys.read(round);
  if (!secretKey) throw new Error('The open round has no key.');
  return {
    firm,
    answered,
    envelopes,
    secretKey,
    deliveries: deliveries.map((each) => each?.id ?? ''),
  };
}

async function published(): Promise<Evidence> {
  const evidence = await beforeTheCount();
  await evidence.firm.at(closes);
  await evidence.firm.at(after);
  return evidence;
}

function databaseOf({ folder }: Office) {
  return filesOf(join(folder, 'database'));
}

function rows(firm: Office, query: string): Record<string, unknown>[] {
  const raw = new Database(join(firm.folder, 'database', 'office.db'), { readonly: true });
  try {
    return raw.prepare(query).all() as Record<string, unknown>[];
  } finally {
    raw.close();
  }
}

describe('before the count', () => {
  test('the private key is nowhere but in the key folder', async () => {
    const { firm, secretKey } = await beforeTheCount();
    expect(readFileSync(join(firm.folder, 'keys', `${round}.key`)).equals(secretKey)).toBe(true);
    const database = databaseOf(firm);
    expect([...database.keys()].some((name) => name.endsWith('-wal'))).toBe(true);
    expect(holding(database, secretKey)).toEqual([]);
    for (const piece of slices(secretKey)) expect(holding(database, piece)).toEqual([]);
    // The search does find what is there.
    const [{ public_key } = {}] = rows(firm, `select public_key from round`);
    expect(holding(database, public_key as Uint8Array).length).toBeGreaterThan(0);
  });

  test('no comment is readable in any file, nor told to the operator', async () => {
    const { firm, envelopes } = await beforeTheCount();
    const files = filesOf(firm.folder);
    for (const canary of [...RELEASED, ...UNRELEASED, REPLACED, TYPED, 'canary']) {
      expect(holding(files, canary), canary).toEqual([]);
    }
    expect(firm.log.join('\n')).not.toMatch(/canary/);
    expect(envelopes.length).toBeGreaterThan(20);
    // The search does find what is there: the short envelopes lie in one piece.
    const short = envelopes.filter(({ length }) => length < 100);
    for (const envelope of short) expect(holding(files, envelope)).not.toEqual([]);
  });

  test('an envelope’s length tells its question’s kind, and nothing of the answer', async () => {
    const { firm } = await beforeTheCount();
    const lengths = rows(
      firm,
      `select question, group_concat(distinct length(sealed)) as lengths from envelope group by question`,
    );
    expect(lengths).toEqual([
      { question: 'team', lengths: '104' },
      { question: 'words', lengths: '2120' },
    ]);
  });

  test('whoever filled in a form has sealed a comment field, whether they wrote or not', async () => {
    const { firm } = await beforeTheCount();
    const sealed = rows(firm, `select person from envelope where question = 'words'`);
    expect(sealed.map(({ person }) => person)).toEqual(expect.arrayContaining(ids('lab', 1, 10)));
  });

  test('the ballot box has no row ids, and lies in the order of its key', async () => {
    const { firm } = await beforeTheCount();
    expect(() => rows(firm, 'select rowid from envelope')).toThrow(/no such column/);
    const lying = rows(firm, 'select round, person, question from envelope not indexed');
    const keys = lying.map(({ round: r, person, question }) => `${r}\0${person}\0${question}`);
    expect(keys).toEqual(keys.toSorted());
  });

  test('the ballot box has no column that could hold a time or an order', async () => {
    const { firm } = await beforeTheCount();
    const columns = rows(firm, `select name from pragma_table_info('envelope')`);
    expect(columns.map(({ name }) => name)).toEqual(['round', 'person', 'question', 'sealed']);
  });
});

describe('after the burn', () => {
  test('no envelope is left in any file, not even sixteen bytes of one', async () => {
    const { firm, envelopes } = await published();
    const windows = windowsOf(filesOf(firm.folder));
    const left = envelopes.flatMap((envelope) =>
      slices(envelope).filter((piece) => windows.has(Buffer.from(piece).toString('latin1'))),
    );
    expect(left).toEqual([]);
    expect(await firm.house.ports.store.box.size(round)).toBe(0);
  });

  test('the private key is gone: the folder is empty, and no file holds half of it', async () => {
    const { firm, secretKey } = await published();
    expect([...filesOf(join(firm.folder, 'keys'))]).toEqual([]);
    const files = filesOf(firm.folder);
    for (const piece of slices(secretKey)) expect(holding(files, piece)).toEqual([]);
  });

  test('comments that were not released, withdrawn or only typed are nowhere', async () => {
    const { firm } = await published();
    const files = filesOf(firm.folder);
    for (const canary of [...UNRELEASED, REPLACED, TYPED, 'wombat', 'okapi', 'quokka']) {
      expect(holding(files, canary), canary).toEqual([]);
      expect(firm.log.join('\n')).not.toContain(canary);
    }
    // The search does find what was released.
    for (const text of RELEASED) expect(holding(files, text).length, text).toBeGreaterThan(0);
  });

  test('what was told to the operator names no person, answer or comment', async () => {
    const { firm } = await published();
    const told = firm.log.join('\n');
    expect(told).not.toMatch(/canary/);
    for (const { id } of PEOPLE) expect(told).not.toContain(id);
  });

  test('no question delivery is left: neither its row nor anything of it but the message’s id', async () => {
    const { firm, deliveries } = await published();
    expect(rows(firm, `select id from delivery where kind = 'question'`)).toEqual([]);
    const kept = rows(firm, `select id from message where kind = 'question'`).map(({ id }) => id);
    expect(kept.toSorted()).toEqual(deliveries.toSorted());
    for (const { name } of rows(firm, `select name from sqlite_master where type = 'table'`)) {
      if (name === 'message') continue;
      const text = JSON.stringify(rows(firm, `select * from "${name}"`));
      for (const id of deliveries) expect(text.includes(id), `${name}`).toBe(false);
    }
  });

  test('the page shows the same to those who answered and those who did not', async () => {
    const { firm, answered } = await published();
    const german = new Set(PEOPLE.filter(({ locale }) => locale === 'de').map(({ id }) => id));
    const seen = new Map<string, string>();
    for (const { id } of PEOPLE) {
      const questions = (await firm.messages(id)).filter(({ kind }) => kind === 'question');
      expect(questions).toHaveLength(1);
      seen.set(id, JSON.stringify(questions[0]?.message));
    }
    const texts = (of: (id: string) => boolean) =>
      new Set([...seen].filter(([id]) => of(id)).map(([, text]) => text));
    expect(texts((id) => !german.has(id)).size).toBe(1);
    expect(texts((id) => german.has(id)).size).toBe(1);
    expect(answered.length).toBeGreaterThan(10);
    expect(answered.length).toBeLessThan(PEOPLE.length);
  });

  test('no table tells who answered from who did not', async () => {
    const { firm, answered } = await published();
    const silent = PEOPLE.map(({ id }) => id).filter((id) => !answered.includes(id));
    const plain = (id: string) => /^(north|lab)-\d+$/.test(id);
    for (const { name } of rows(firm, `select name from sqlite_master where type = 'table'`)) {
      const found = rows(firm, `select * from "${name}"`).map((row) =>
        Object.values(row).map(String),
      );
      // How often people of either kind occur: every one of them as often as any other.
      const times = (id: string) => found.filter((row) => row.includes(id)).length;
      const counts = new Set([...answered, ...silent].filter(plain).map(times));
      expect(counts.size, `table ${name}`).toBe(1);
    }
  });

  test('no file remembers a message that said "sealed" or "not this week", and no page is free', async () => {
    const { firm } = await published();
    const files = filesOf(firm.folder);
    for (const words of ['Sealed until', 'Versiegelt', 'Not this week', 'Answer after all']) {
      expect(holding(files, words), words).toEqual([]);
    }
    const raw = new Database(join(firm.folder, 'database', 'office.db'), { readonly: true });
    expect(raw.pragma('freelist_count', { simple: true })).toBe(0);
    raw.close();
  });

  test('reminders, which only the silent got, do not tell who was silent', async () => {
    const firm = await office(withReminders(2), TOWN, BEFORE);
    await firm.at(opens);
    await firm.at(tuesday);
    const answer = { kind: 'answer', round, question: 'team', value: '4' } as const;
    for (const person of ids('lab', 1, 6)) await firm.click({ ...answer, person });
    for (const day of [4, 5, 6]) await firm.at(new Date(`2026-11-0${day}T15:00:00Z`));
    const asked = async (person: string) =>
      (await firm.messages(person)).filter(({ kind }) => kind === 'question');
    expect((await asked('lab-7')).length).toBeGreaterThan((await asked('lab-1')).length);
    await firm.at(closes);
    await firm.at(after);
    const left = (messages: Awaited<ReturnType<typeof asked>>) =>
      messages.map(({ round: of, message }) => ({ of, message }));
    expect(left(await asked('lab-7'))).toEqual(left(await asked('lab-1')));
  });

  test('who answered before being asked looks like who was asked and did not answer', async () => {
    const firm = await office(PROGRAMME, TOWN, BEFORE);
    await firm.at(opens);
    const early = {
      kind: 'submit',
      form: 'answers',
      person: 'lab-1',
      about: round,
      fields: { team: ['4'] },
    } as const;
    await firm.click(early);
    await firm.at(tuesday);
    await firm.at(closes);
    await firm.at(after);
    const seen = async (person: string) =>
      (await firm.messages(person)).map(({ kind, message }) => ({ kind, message }));
    expect(await seen('lab-1')).toEqual(await seen('lab-2'));
  });
});
