/** Answers accepted a second, durable before they are acknowledged, against the barest way to store the same rows. */
import Database from 'better-sqlite3';
import pg from 'pg';
import sodium from 'sodium-native';
import { keyFolder } from '../adapters/keys/folder.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { cast } from '../src/ballot/cast.ts';
import { contextTag, createKeys, seal } from '../src/ballot/envelope.ts';
import { openRound } from '../src/campaign/open-round.ts';
import type { Sealed } from '../src/ports/sealed.ts';
import type { Store } from '../src/ports/store.ts';
import { PULSE_CORE } from '../src/stock/pulse.ts';
import { CAMPAIGN, organisation, WINDOW } from './company.ts';
import { type Line, rates, skipped } from './line.ts';
import { folder, withPostgres } from './places.ts';
import { interleaved, rate } from './runs.ts';

const ROUNDS = 3;
/** People who click at the same moment. */
const CLICKING = 50;
const QUESTIONS = PULSE_CORE.slice(0, 4);
const TABLE = `(round text not null, person text not null, question text not null, sealed BLOB not null,
  primary key (round, person, question))`;
/** What the same row costs without us: stores an envelope, durable when it resolves. */
type Keep = (row: Sealed) => Promise<unknown>;

export async function measureAnswers(short: boolean): Promise<Line[]> {
  return [...(await onSqlite(short ? 1_000 : 4_000)), ...(await onPostgres(short ? 300 : 1_500))];
}

async function onSqlite(people: number): Promise<Line[]> {
  const place = folder('answers');
  const store = await openStore(`file:${place}/db/answers.db`, { tell: () => {} });
  const bare = groupCommit(`${place}/bare.db`);
  const { cast, casting, box, keeping } = await figures(store, place, people, bare.keep);
  bare.close();
  await store.close();
  return [
    rates('answers cast a second: sealed, durable on SQLite', cast, casting, '', ' sealed, stored'),
    rates('ballot box on SQLite: durable', box, keeping, 'at least 0.5', ' group commit'),
  ];
}

async function onPostgres(people: number): Promise<Line[]> {
  const names = [
    'answers cast a second: sealed, durable on PostgreSQL',
    'ballot box on PostgreSQL: durable',
  ] as const;
  const lines = await withPostgres(async (url) => {
    const store = await openStore(url, { tell: () => {} });
    const bare = await tenConnections(url);
    const found = await figures(store, folder('answers'), people, bare.keep);
    await bare.close();
    await store.close();
    return [
      rates(names[0], found.cast, found.casting, '', ' sealed, stored'),
      rates(names[1], found.box, found.keeping, 'at least 0.5', ' named inserts'),
    ];
  });
  return lines ?? names.map((what) => skipped(what, 'PostgreSQL'));
}

/** Rates of the verb, of the box alone with envelopes sealed before, and of both without us. */
async function figures(store: Store, place: string, people: number, keep: Keep) {
  const org = organisation(people);
  await store.org.replace(org, WINDOW.opensAt);
  const clicks = shuffled(
    org.people.flatMap(({ id }) => QUESTIONS.map((question) => ({ person: id, question }))),
  );
  const envelopes = sealedBefore();
  const rows = (round: string): Sealed[] =>
    clicks.map(({ person, question }, i) => ({
      round,
      person,
      question: question.id,
      envelope: envelopes[i % envelopes.length] ?? new Uint8Array(),
    }));
  const keys = keyFolder(`${place}/keys`);
  const fresh = async (kind: string, number: number) => {
    const id = `${kind}-${number}`;
    const window = { ...WINDOW, number };
    const campaign = { ...CAMPAIGN, id: kind };
    const opening = { id, campaign, window, questions: QUESTIONS, timezone: 'UTC' };
    await openRound({ store, keys }, opening, WINDOW.opensAt);
    return store.rounds.get(id);
  };
  // Sealing takes longer than storing: a quarter of the clicks takes as long.
  const some = clicks.slice(0, clicks.length / 4);
  const accepted = (outcome: unknown) => {
    if (outcome !== 'sealed') throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
  };
  const [plain, publicKey] = [Buffer.alloc(32), Buffer.from(createKeys().publicKey)];
  return interleaved(ROUNDS, {
    async box(n) {
      await fresh('box', n);
      return rate(rows(`box-${n}`), CLICKING, async (row) =>
        accepted(await store.box.put([row], WINDOW.opensAt)),
      );
    },
    keeping: (n) => rate(rows(`keeping-${n}`), CLICKING, keep),
    async cast(n) {
      const round = await fresh('cast', n);
      return rate(some, CLICKING, async ({ person, question }) => {
        const given = [{ question: question.id, values: ['4'] }];
        const outcome = await cast(store, round, person, given, WINDOW.opensAt);
        accepted('sealed' in outcome ? 'sealed' : outcome);
      });
    },
    casting: (n) =>
      rate(rows(`casting-${n}`).slice(0, some.length), CLICKING, (row) => {
        const envelope = Buffer.alloc(plain.length + sodium.crypto_box_SEALBYTES);
        sodium.crypto_box_seal(envelope, plain, publicKey);
        return keep({ ...row, envelope });
      }),
  });
}

function sealedBefore(): Uint8Array[] {
  const { publicKey } = createKeys();
  const tag = contextTag('bench', 'question');
  return Array.from({ length: 256 }, () => seal({ kind: 'cells', cells: [3] }, tag, publicKey));
}

/** The barest group commit: what arrives in one turn of the event loop is one transaction. */
function groupCommit(path: string): { keep: Keep; close(): void } {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`create table envelope ${TABLE} without rowid`);
  const insert = db.prepare('insert into envelope values (?, ?, ?, ?)');
  let waiting: { row: Sealed; resolve: () => void }[] = [];
  const commit = db.transaction((group: typeof waiting) => {
    for (const { row } of group) insert.run(row.round, row.person, row.question, row.envelope);
  });
  const flush = () => {
    const group = waiting;
    waiting = [];
    commit(group);
    for (const { resolve } of group) resolve();
  };
  const keep = (row: Sealed) =>
    new Promise<void>((resolve) => {
      if (waiting.push({ row, resolve }) === 1) setImmediate(flush);
    });
  return { keep, close: () => db.close() };
}

/** One named insert, and so one commit, an answer, on ten connections. */
async function tenConnections(url: string): Promise<{ keep: Keep; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  await pool.query(`create table bare ${TABLE.replace('BLOB', 'bytea')}`);
  const insert = { name: 'bare', text: 'insert into bare values ($1, $2, $3, $4)' };
  const keep = ({ round, person, question, envelope }: Sealed) =>
    pool.query({ ...insert, values: [round, person, question, envelope] });
  return { keep, close: () => pool.end() };
}

function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
