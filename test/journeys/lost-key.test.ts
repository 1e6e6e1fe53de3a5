/** A key that is missing or wrong, a box that is damaged: nothing is counted, nothing destroyed, until it is mended. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { type Town, town } from '../support/town.ts';
import { ids, week } from '../support/town-people.ts';

const { round, opens, tuesday, closes } = week(0);

async function answeredTown(options: Parameters<typeof town>[0] = {}): Promise<Town> {
  const firm = await town(options);
  await firm.at(opens);
  await firm.at(tuesday);
  for (const person of ids('lab', 1, 6)) await firm.submit(person, { team: '4', words: 'hm' });
  return firm;
}

const keyFile = (firm: Town) => join(firm.folder, 'keys', `${round}.key`);

async function expectNothingHappened(firm: Town, ballots: number): Promise<void> {
  expect((await firm.ports.store.rounds.get(round))?.state).toBe('closing');
  expect(await firm.ports.store.box.size(round)).toBe(ballots);
  expect(await firm.ports.store.results.result(round)).toBeUndefined();
  expect(await firm.ports.store.deliveries.of(round, 'lab-1')).toBeDefined();
  expect(firm.chat.kept.filter(({ about }) => about.kind === 'digest')).toEqual([]);
}

async function expectCounted(firm: Town): Promise<void> {
  expect((await firm.ports.store.rounds.get(round))?.state).toBe('published');
  expect((await firm.ports.store.results.result(round))?.pools.get('team')).toMatchObject([
    { unit: 'lab', n: 6, tally: [0, 0, 0, 6, 0] },
  ]);
  expect(existsSync(keyFile(firm))).toBe(false);
}

test('a missing key: the complaint says how many ballots wait, and putting it back lets it finish', async () => {
  const firm = await answeredTown();
  renameSync(keyFile(firm), join(firm.folder, 'away'));
  await firm.at(closes);
  expect(firm.complaints).toEqual([{ round, refused: 'key-missing', ballots: 12 }]);
  await expectNothingHappened(firm, 12);
  await firm.reopen();
  await firm.at(closes);
  expect(firm.complaints).toHaveLength(2);
  await expectNothingHappened(firm, 12);
  renameSync(join(firm.folder, 'away'), keyFile(firm));
  await firm.at(new Date(closes.getTime() + 3_600_000));
  await expectCounted(firm);
});

test('an answer is not taken while the key is missing after the close', async () => {
  const firm = await answeredTown();
  renameSync(keyFile(firm), join(firm.folder, 'away'));
  await firm.at(closes);
  expect((await firm.tap('lab-7', 4)).say?.summary).toMatch(/not taken/);
  await expectNothingHappened(firm, 12);
});

test('another round’s key: refused, and the wrong key is not destroyed either', async () => {
  const firm = await answeredTown();
  const right = readFileSync(keyFile(firm));
  const wrong = randomBytes(32);
  writeFileSync(keyFile(firm), wrong);
  await firm.at(closes);
  expect(firm.complaints).toEqual([{ round, refused: 'wrong-key', ballots: 12 }]);
  await expectNothingHappened(firm, 12);
  expect(readFileSync(keyFile(firm)).equals(wrong)).toBe(true);
  writeFileSync(keyFile(firm), right);
  await firm.at(closes);
  await expectCounted(firm);
});

test('a key file cut short is reported by its name, and nothing is counted', async () => {
  const firm = await answeredTown();
  const right = readFileSync(keyFile(firm));
  writeFileSync(keyFile(firm), right.subarray(0, 20));
  await firm.at(closes);
  const told = firm.failures.map(({ error }) => String(error));
  expect(told.length + firm.complaints.length).toBeGreaterThan(0);
  if (told[0]) expect(told[0]).toContain(keyFile(firm));
  await expectNothingHappened(firm, 12);
  writeFileSync(keyFile(firm), right);
  await firm.at(closes);
  await expectCounted(firm);
});

test('one damaged envelope and nothing is counted; the complaint says of which question', async () => {
  const firm = await answeredTown();
  const path = join(firm.folder, 'database', 'town.db');
  const damage = (change: (sealed: Buffer) => Buffer) => {
    const raw = new Database(path);
    const where = `where round = '${round}' and person = 'lab-3' and question = 'team'`;
    const { sealed } = raw.prepare(`select sealed from envelope ${where}`).get() as {
      sealed: Buffer;
    };
    raw.prepare(`update envelope set sealed = ? ${where}`).run(change(Buffer.from(sealed)));
    raw.close();
    return sealed;
  };
  const whole = damage((sealed) => {
    sealed[40] = (sealed[40] ?? 0) ^ 1;
    return sealed;
  });
  await firm.at(closes);
  expect(firm.complaints).toEqual([
    { round, refused: 'unreadable', ballots: 12, unreadable: new Map([['team', 1]]) },
  ]);
  await expectNothingHappened(firm, 12);
  expect(existsSync(keyFile(firm))).toBe(true);
  damage(() => whole);
  await firm.at(closes);
  await expectCounted(firm);
});

test('an envelope put in the place of another question’s is refused', async () => {
  const firm = await answeredTown();
  await firm.submit('lab-1', { growth: '5', words: '' });
  const raw = new Database(join(firm.folder, 'database', 'town.db'));
  raw
    .prepare(
      `update envelope set sealed = (select sealed from envelope where person = 'lab-1' and question = 'growth')
        where person = 'lab-1' and question = 'team'`,
    )
    .run();
  raw.close();
  await firm.at(closes);
  expect(firm.complaints).toMatchObject([
    { refused: 'unreadable', unreadable: new Map([['team', 1]]) },
  ]);
  await expectNothingHappened(firm, 13);
});

test('with a secret: the wrong one counts nothing and is not printed, the right one finishes', async () => {
  const firm = await answeredTown({ keySecret: 'the right secret 0001' });
  await firm.reopen({ keySecret: 'a wrong secret 0002' });
  await firm.at(closes);
  const [failure] = firm.failures;
  expect(String(failure?.error)).toContain(`${round}.key`);
  expect(String(failure?.error)).not.toMatch(/secret 000/);
  await expectNothingHappened(firm, 12);
  await firm.reopen({ keySecret: 'the right secret 0001' });
  await firm.at(closes);
  await expectCounted(firm);
});

test('a round of which nothing was answered needs its key too, and leaves none behind', async () => {
  const firm = await town();
  await firm.at(opens);
  await firm.at(closes);
  expect(readdirSync(join(firm.folder, 'keys'))).toEqual([]);
  expect((await firm.ports.store.rounds.get(round))?.state).toBe('published');
});
