/** What the operator does by hand beside a running house, on the files that both use. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Config, readConfig } from '../../src/config.ts';
import { cancelNow, closeNow, listRounds, openNow } from '../../src/operate.ts';
import { filesOf, holding, slices } from '../support/bytes.ts';
import { type Office, office } from '../support/office.ts';
import { PEOPLE, PROGRAMME, TOWN, week } from '../support/town-people.ts';

const { round, opens, tuesday, closes, after } = week(0);
const BEFORE = new Date(opens.getTime() - 60_000);
const CANARY = 'cancelled canary axolotl';

/** A house at work, and the configuration of a command that is run beside it. */
async function beside(): Promise<{ firm: Office; config: Config; told: string[] }> {
  const firm = await office(PROGRAMME, TOWN, BEFORE);
  const { folder } = firm;
  const database = `file:${join(folder, 'database', 'office.db')}`;
  const env = { DATABASE_URL: database, SOUNDINGS_KEYS: join(folder, 'keys') };
  const read = await readConfig(env, folder);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const file = join(folder, 'soundings.yaml');
  const organisation = { file, programme: PROGRAMME, peopleFile: file, unitsFile: file };
  return { firm, config: { ...read, organisation }, told: [] };
}

const teller = (told: string[]) => (line: string) => {
  told.push(line);
};

async function answers(firm: Office, howMany: number): Promise<void> {
  for (let i = 1; i <= howMany; i++) {
    const fields = { team: ['4'], words: [`${CANARY} ${i}`], 'words:reader': ['team'] };
    await firm.click({ kind: 'submit', form: 'answers', person: `lab-${i}`, about: round, fields });
  }
}

function cells(firm: Office): string {
  return [...filesOf(join(firm.folder, 'database')).values()]
    .map((bytes) => bytes.toString('latin1'))
    .join('');
}

async function envelopesOf({ house }: Office): Promise<Uint8Array[]> {
  const envelopes: Uint8Array[] = [];
  for await (const batch of house.ports.store.box.ballots(round)) {
    envelopes.push(...batch.map(({ envelope }) => Uint8Array.from(envelope)));
  }
  return envelopes;
}

/** What the one message of a person says. */
async function onlyMessage(firm: Office, person: string): Promise<string> {
  const messages = await firm.messages(person);
  expect(messages).toHaveLength(1);
  return JSON.stringify(messages[0]?.message);
}

describe('round list', () => {
  test('says that there is none before the first', async () => {
    const { config, told } = await beside();
    await listRounds(config, teller(told));
    expect(told).toEqual(['No round has been opened yet.']);
  });

  test('shows id, state, times and whom it asked: the same however many have answered', async () => {
    const { firm, config } = await beside();
    await firm.at(opens);
    await firm.at(tuesday);
    const lists: string[][] = [];
    for (const howMany of [0, 1, 12]) {
      await answers(firm, howMany);
      const told: string[] = [];
      await listRounds(config, teller(told));
      lists.push(told);
    }
    expect(lists[0]).toHaveLength(1);
    expect(lists[0]?.[0]).toContain(`${round}  open  ${opens.toISOString()}`);
    expect(lists[0]?.[0]).toContain(`${PEOPLE.length} invited`);
    expect(lists[1]).toEqual(lists[0]);
    expect(lists[2]).toEqual(lists[0]);
    await firm.at(closes);
    await firm.at(after);
    const counted: string[] = [];
    await listRounds(config, teller(counted));
    expect(counted[0]).toContain(`${round}  published`);
    expect(counted.join()).not.toMatch(/\b12\b|answer|ballot/);
  });
});

describe('round open', () => {
  test('opens the current window once; the house asks in it and does not open it again', async () => {
    const { firm, config, told } = await beside();
    await openNow(config, 'pulse', new Date(opens.getTime() + 60_000), teller(told));
    await openNow(config, 'pulse', new Date(opens.getTime() + 120_000), teller(told));
    expect(told[0]).toBe(`Round ${round} is open.`);
    expect(told[1]).toMatch(/was opened before/);
    expect(existsSync(join(firm.folder, 'keys', `${round}.key`))).toBe(true);
    await firm.at(tuesday);
    expect(await firm.house.ports.store.rounds.list({})).toHaveLength(1);
    expect(await firm.messages('lab-1')).toHaveLength(1);
    await answers(firm, 6);
    expect(await firm.house.ports.store.box.size(round)).toBe(12);
  });

  test('outside a window says when the next one opens, and leaves no key behind', async () => {
    const { firm, config, told } = await beside();
    const asked = openNow(config, 'pulse', BEFORE, teller(told));
    await expect(asked).rejects.toThrow(opens.toISOString());
    const weekend = openNow(config, 'pulse', new Date(closes.getTime() + 1), teller(told));
    await expect(weekend).rejects.toThrow(week(1).opens.toISOString());
    expect(told).toEqual([]);
    const keys = join(firm.folder, 'keys');
    expect(existsSync(keys) ? readdirSync(keys) : []).toEqual([]);
  });

  test('a campaign that HR made in chat is opened like one of the file', async () => {
    const { firm, config, told } = await beside();
    const [pulse] = PROGRAMME.campaigns;
    if (!pulse) throw new Error('The town has no campaign.');
    await firm.house.ports.store.campaigns.put({ ...pulse, id: 'made', name: 'Made' }, BEFORE);
    await openNow(config, 'made', new Date(opens.getTime() + 60_000), teller(told));
    expect(told).toEqual([expect.stringMatching(/^Round made-\d{4}-\d\d-\d\d is open\.$/)]);
  });

  test('of an unknown campaign names those that there are', async () => {
    const { config, told } = await beside();
    const asked = async (from: Config) => openNow(from, 'plus', opens, teller(told));
    await expect(asked(config)).rejects.toThrow('There is no campaign "plus". Campaigns: pulse.');
    const { organisation: _, ...none } = config;
    await expect(asked(none)).rejects.toThrow('there is no soundings.yaml');
    expect(told).toEqual([]);
  });
});

describe('round close', () => {
  test('takes no more answers from that moment on; the running house counts and tells', async () => {
    const { firm, config, told } = await beside();
    await firm.at(opens);
    await firm.at(tuesday);
    await answers(firm, 8);
    await closeNow(config, round, teller(told));
    expect(told).toEqual([expect.stringMatching(new RegExp(`${round} takes no more answers`))]);
    const late = { kind: 'answer', person: 'lab-9', round, question: 'team', value: '1' } as const;
    expect(JSON.stringify(await firm.click(late))).toMatch(/not taken/);
    await firm.at(new Date(tuesday.getTime() + 5_000));
    const { rounds, results } = firm.house.ports.store;
    expect((await rounds.get(round))?.state).toBe('published');
    expect((await results.result(round))?.ballots).toBe(16);
    // It is Tuesday noon: the window is still open, but its round has been.
    expect(await rounds.list({})).toHaveLength(1);
    expect((await firm.messages('lea')).map(({ kind }) => kind)).toEqual(['question', 'digest']);
  });

  test('of a round that is not open, or not at all, says what it is and closes nothing', async () => {
    const { firm, config, told } = await beside();
    await firm.at(opens);
    const unknown = closeNow(config, 'pulse-1999-01-04', teller(told));
    await expect(unknown).rejects.toThrow(`There is no round pulse-1999-01-04. Open: ${round}.`);
    await closeNow(config, round, teller(told));
    await firm.at(tuesday);
    const again = closeNow(config, round, teller(told));
    await expect(again).rejects.toThrow(`Round ${round} is not open: it is published.`);
    const cancelled = cancelNow(config, round, teller(told));
    await expect(cancelled).rejects.toThrow('it is published');
    expect(told).toHaveLength(1);
  });

  test('of a release of exit interviews is refused, and so is cancelling it', async () => {
    const { firm, config, told } = await beside();
    await firm.click({ kind: 'command', person: 'hana', text: 'leaver lab-1 2026-12-18' });
    await firm.at(opens);
    for (const command of [closeNow, cancelNow]) {
      const refused = command(config, 'exit-2026-q4', teller(told));
      await expect(refused).rejects.toThrow(/release of exit interviews.*withdraw/);
    }
    const release = await firm.house.ports.store.rounds.get('exit-2026-q4');
    expect(release?.state).toBe('open');
  });
});

describe('round cancel', () => {
  test('destroys envelopes, key and deliveries, and what the messages said, to the last byte', async () => {
    const { firm, config, told } = await beside();
    await firm.at(opens);
    await firm.at(tuesday);
    await answers(firm, 8);
    const { store, keys } = firm.house.ports;
    const envelopes = await envelopesOf(firm);
    const ids = await Promise.all(PEOPLE.map(({ id }) => store.deliveries.of(round, id)));
    expect(envelopes).toHaveLength(16);
    expect(cells(firm)).toContain('Sealed until');
    const [piece = new Uint8Array()] = slices(envelopes[0] ?? new Uint8Array());
    expect(holding(filesOf(join(firm.folder, 'database')), piece)).not.toEqual([]);

    await cancelNow(config, round, teller(told));
    expect(told).toEqual([expect.stringMatching(/is cancelled. Nothing was counted/)]);
    expect(await keys.read(round)).toBeUndefined();
    expect(readdirSync(join(firm.folder, 'keys'))).toEqual([]);
    expect(await store.box.size(round)).toBe(0);
    expect(await store.deliveries.of(round, 'lab-1')).toBeUndefined();
    const files = filesOf(join(firm.folder, 'database'));
    for (const envelope of envelopes) {
      for (const piece of slices(envelope).slice(0, 3)) expect(holding(files, piece)).toEqual([]);
    }
    expect(cells(firm)).not.toMatch(/Sealed until|short question/);
    // A delivery's id stands on its message, and nowhere with a state.
    for (const each of ids) expect(await store.deliveries.get(each?.id ?? '')).toBeUndefined();
    const english = PEOPLE.filter(({ locale }) => locale === undefined);
    const bodies = new Set(await Promise.all(english.map(({ id }) => onlyMessage(firm, id))));
    // Who had answered reads what everybody reads.
    expect(bodies.size).toBe(1);
    expect([...bodies][0]).toMatch(/cancelled/);
  });

  test('publishes nothing, ever, and the next round comes as if nothing had been', async () => {
    const { firm, config, told } = await beside();
    await firm.at(opens);
    await firm.at(tuesday);
    await answers(firm, 8);
    await cancelNow(config, round, teller(told));
    const late = { kind: 'answer', person: 'lab-9', round, question: 'team', value: '1' } as const;
    expect(JSON.stringify(await firm.click(late))).not.toMatch(/Sealed until/);
    await firm.at(closes);
    await firm.at(after);
    const { rounds, results, box } = firm.house.ports.store;
    expect((await rounds.get(round))?.state).toBe('cancelled');
    expect(await results.result(round)).toBeUndefined();
    expect(await results.ledger(round)).toEqual([]);
    expect(await box.size(round)).toBe(0);
    expect((await firm.messages('lea')).filter(({ kind }) => kind === 'digest')).toEqual([]);
    expect(firm.log).toEqual([]);
    await firm.at(week(1).opens);
    await firm.at(week(1).tuesday);
    expect((await rounds.get(week(1).round))?.state).toBe('open');
  });

  test('tells everybody in their own language', async () => {
    const { firm, config, told } = await beside();
    await firm.at(opens);
    await firm.at(tuesday);
    const said = async (person: string) => JSON.stringify(await firm.messages(person));
    expect(await said('sol')).toContain('Hallo Sol');
    await cancelNow(config, round, teller(told));
    expect(await said('lab-1')).toMatch(/cancelled/);
    expect(await said('sol')).not.toMatch(/cancelled/);
  });

  test('may be said again, and of an unknown round is an error', async () => {
    const { firm, config, told } = await beside();
    await firm.at(opens);
    await cancelNow(config, round, teller(told));
    await cancelNow(config, round, teller(told));
    await expect(cancelNow(config, 'none', teller(told))).rejects.toThrow('There is no round none');
    expect((await firm.house.ports.store.rounds.get(round))?.state).toBe('cancelled');
  });

  test('racing answers: each is refused or destroyed, none is left, none is confirmed after', async () => {
    const { firm, config, told } = await beside();
    await firm.at(opens);
    await firm.at(tuesday);
    let cancelled = false;
    const confirmed: boolean[] = [];
    const answer = async (i: number, question: string) => {
      const value = String(1 + (i % 5));
      const given = { kind: 'answer', person: `lab-${i}`, round, question, value } as const;
      const after = cancelled;
      const sealed = /Sealed until/.test(JSON.stringify(await firm.click(given)));
      confirmed.push(sealed);
      if (after) expect(sealed).toBe(false);
    };
    const clicks = (question: string) =>
      Array.from({ length: 11 }, (_, i) => answer(i + 1, question));
    const first = clicks('team');
    await first[0];
    const racing = [...clicks('growth'), cancelNow(config, round, teller(told))];
    racing.push(...clicks('pay'));
    await Promise.all([...first, ...racing]);
    cancelled = true;
    await Promise.all(clicks('team'));
    expect(new Set(confirmed)).toEqual(new Set([true, false]));
    const { store } = firm.house.ports;
    expect(await store.box.size(round)).toBe(0);
    expect((await store.rounds.get(round))?.state).toBe('cancelled');
    for (const { id } of PEOPLE) expect(await store.box.sealed(round, id)).toEqual(new Set());
  });
});
