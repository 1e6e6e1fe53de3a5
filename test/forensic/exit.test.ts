/** What a thief or a curious operator finds of exit interviews: drafts, pooled ones, named ones, and the carried rest. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Fields, Response } from '../../src/message/reply.ts';
import { filesOf, holding, slices, windowsOf } from '../support/bytes.ts';
import { type Office, office } from '../support/office.ts';
import { PROGRAMME, TOWN } from '../support/town-people.ts';

const START = new Date('2026-10-05T08:00:00Z');
const ASKED = new Date('2026-11-18T12:00:00Z');
const GONE = new Date('2026-12-01T12:00:00Z');
const RELEASED = new Date('2027-02-02T12:00:00Z');
const PEOPLE = ['north-1', 'north-2', 'lab-1', 'lab-2', 'lab-3', 'north-3'];
const canary = (_person: string) => 'canary pangolin seen there';

async function press(firm: Office, person: string, action: string, about = ''): Promise<Response> {
  return (await firm.click({ kind: 'action', person, action, about } as never)) as Response;
}

/** Screen by screen; `screens` is how many are sent. */
async function walk(firm: Office, person: string, from: Response, screens = 30): Promise<Response> {
  let response = from;
  for (let sent = 0; response.form && sent < screens; sent++) {
    const { about, fields } = response.form;
    const given = fields.map((field): [string, string[]] => [
      field.name,
      field.kind === 'text' ? [canary(person)] : [field.options[0]?.value ?? ''],
    ]);
    // A main reason is not offered again as a further one, and help is not asked for.
    const safe = given.filter(([name]) => !['exit-further', 'exit-look-into'].includes(name));
    response = (await firm.click({
      kind: 'submit',
      form: 'exit',
      person,
      about,
      fields: Object.fromEntries(safe) as Fields,
    })) as Response;
  }
  return response;
}

async function leaving(): Promise<Office> {
  const firm = await office({ ...PROGRAMME, campaigns: [] }, TOWN, START);
  for (const person of PEOPLE) {
    await firm.click({ kind: 'command', person: 'hana', text: `leaver ${person} 2026-11-30` });
  }
  await firm.house.catchUp();
  await firm.at(ASKED);
  return firm;
}

function rows(firm: Office, query: string): Record<string, unknown>[] {
  const raw = new Database(join(firm.folder, 'database', 'office.db'), { readonly: true });
  try {
    return raw.prepare(query).all() as Record<string, unknown>[];
  } finally {
    raw.close();
  }
}

async function pooled(): Promise<Office> {
  const firm = await leaving();
  for (const person of PEOPLE.slice(0, 5)) {
    await walk(firm, person, await press(firm, person, 'exit-pooled'));
    await press(firm, person, 'exit-finish');
  }
  return firm;
}

describe('a draft', () => {
  test('is in no file but sealed under a key of the key folder, and its length says nothing', async () => {
    const firm = await leaving();
    await walk(firm, 'north-1', await press(firm, 'north-1', 'exit-pooled'), 1);
    await walk(firm, 'lab-1', await press(firm, 'lab-1', 'exit-named'), 9);
    expect(holding(filesOf(firm.folder), 'pangolin')).toEqual([]);
    const drafts = rows(firm, 'select length(sealed) as bytes from exit_draft');
    expect(drafts).toHaveLength(2);
    expect(new Set(drafts.map(({ bytes }) => bytes)).size).toBe(1);
    expect([...filesOf(join(firm.folder, 'keys', 'leavers')).keys()].length).toBeGreaterThan(1);
    expect(firm.log.join('\n')).not.toMatch(/pangolin|north-1|lab-1/);
  });

  test('leaves no row behind once it is sealed, and no key that would open it', async () => {
    const firm = await leaving();
    await walk(firm, 'north-1', await press(firm, 'north-1', 'exit-pooled'));
    const [{ sealed, leaver } = {}] = rows(firm, 'select * from exit_draft');
    const { leaverKeys } = firm.house.ports;
    const key = await leaverKeys.read(String(leaver));
    expect(key).toBeDefined();
    await press(firm, 'north-1', 'exit-finish');
    expect(await leaverKeys.read(String(leaver))).toBeUndefined();
    const files = filesOf(firm.folder);
    for (const piece of slices(key ?? new Uint8Array())) expect(holding(files, piece)).toEqual([]);
    // What the files may still hold of it until they are cleaned opens with no key any more.
    expect(rows(firm, 'select * from exit_draft')).toEqual([]);
    expect(sealed).toBeDefined();
  });
});

describe('pooled interviews before the release', () => {
  test('all have the same envelopes, whatever was asked on the way', async () => {
    const firm = await leaving();
    await walk(firm, 'north-1', await press(firm, 'north-1', 'exit-pooled'));
    await press(firm, 'north-1', 'exit-finish');
    // One that leaves everything out.
    const start = await press(firm, 'lab-1', 'exit-pooled');
    let response = start;
    while (response.form) {
      response = (await firm.click({
        kind: 'submit',
        form: 'exit',
        person: 'lab-1',
        about: response.form.about,
        fields: {},
      })) as Response;
    }
    await press(firm, 'lab-1', 'exit-finish');
    const shape = (person: string) =>
      rows(
        firm,
        `select question, length(sealed) as bytes from envelope where person = '${person}' order by question`,
      );
    expect(shape('north-1').length).toBeGreaterThan(20);
    expect(shape('lab-1')).toEqual(shape('north-1'));
    expect(holding(filesOf(firm.folder), 'pangolin')).toEqual([]);
  });
});

describe('after the release', () => {
  test('neither who took part nor any answer is left, in any table, file, or log', async () => {
    const firm = await pooled();
    const envelopes = rows(firm, 'select sealed from envelope').map(({ sealed }) => sealed);
    expect(envelopes.length).toBeGreaterThan(100);
    await firm.at(GONE);
    await firm.at(RELEASED);
    const [round] = rows(firm, `select state from round where id = 'exit-2026-q4'`);
    expect(round).toEqual({ state: 'published' });
    expect(rows(firm, `select * from envelope where round = 'exit-2026-q4'`)).toEqual([]);
    const windows = windowsOf(filesOf(firm.folder));
    const left = envelopes.flatMap((envelope) =>
      slices(envelope as Uint8Array).filter((piece) =>
        windows.has(Buffer.from(piece).toString('latin1')),
      ),
    );
    expect(left).toEqual([]);
    expect(holding(filesOf(firm.folder), 'pangolin')).toEqual([]);
    expect(firm.log.join('\n')).not.toMatch(/pangolin/);
    // Five took part, one did not: every table treats them alike.
    const without = (person: string, name: string) =>
      rows(firm, `select * from "${name}"`)
        .filter((row) => Object.values(row).includes(person))
        .map((row) => Object.keys(row).filter((column) => row[column] !== null).length);
    for (const { name } of rows(firm, `select name from sqlite_master where type = 'table'`)) {
      if (name === 'message' || name === 'contact' || name === 'membership') continue;
      expect(without('lab-3', String(name)), String(name)).toEqual(
        without('north-3', String(name)),
      );
    }
    const said = async (person: string) =>
      JSON.stringify((await firm.messages(person))[0]?.message);
    expect(await said('lab-3')).toBe(await said('lab-2'));
    const left1 = (await firm.messages('north-3')).map(({ message }) => message.summary);
    expect(left1.join()).not.toContain('30 November');
  });

  test('a named interview is still there for HR, and only with its key', async () => {
    const firm = await leaving();
    await walk(firm, 'lab-1', await press(firm, 'lab-1', 'exit-named'));
    await press(firm, 'lab-1', 'exit-finish');
    await firm.at(GONE);
    await firm.at(RELEASED);
    expect(holding(filesOf(firm.folder), 'pangolin')).toEqual([]);
    const [{ id } = {}] = rows(firm, `select id from leaver where person = 'lab-1'`);
    const page = await press(firm, 'hana', 'leaver-read', String(id));
    expect(JSON.stringify(page)).toContain('pangolin');
    await firm.house.ports.leaverKeys.destroy(String(id));
    const again = await press(firm, 'hana', 'leaver-read', String(id));
    expect(JSON.stringify(again)).not.toContain('pangolin');
  });
});
