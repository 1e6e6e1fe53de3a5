/** After the burn: what someone who has the files of the database, and all system columns, can still find. */
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgres } from '../../adapters/store/postgres.ts';
import { clean } from '../../adapters/store/postgres-clean.ts';
import { alone, targetOf } from '../../adapters/store/postgres-connect.ts';
import type { Message } from '../../src/message/message.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  aRound,
  message,
  minutes,
  NOON,
  planned,
  RESULT,
  sealed,
} from '../contracts/store-fixtures.ts';
import { findServer, query, type Server } from '../support/postgres.ts';

const server = await findServer();
const name = server?.name ?? 'PostgreSQL (skipped: none found)';

const PEOPLE = Array.from({ length: 20 }, (_, i) => `who-${i}-${randomBytes(6).toString('hex')}`);
const COMMENTS = Array.from({ length: 30 }, (_, i) => `Released comment ${i}`);
/** What a message says only once its person has answered. */
const ANSWERED = `answered-${randomBytes(8).toString('hex')}`;

describe.runIf(server)(`after count, burn and clean on ${name}`, async () => {
  const { url, drop } = await (server as Server).database();
  const store: Store = await postgres(url, { tell: () => {} });
  const deliveries = PEOPLE.map((person) => planned(person, { id: randomUUID() }));
  /** In the order in which people answered, which is not that in which they were asked. */
  const answered = deliveries.toReversed().slice(0, 14);
  const envelopes = new Map<string, Buffer>();
  afterAll(async () => {
    await store.close();
    await drop();
    await server?.stop();
  }, 60_000);

  const files = () => filesOf(url);
  const traces = () => [
    ...[...envelopes.values()].map((bytes) => bytes.subarray(8, 40)),
    ...answered.map(({ id }) => Buffer.from(`address of ${id}`)),
    Buffer.from(ANSWERED),
  ];

  beforeAll(async () => {
    await store.rounds.open(aRound(), deliveries);
    await store.rounds.open(aRound('other', { campaign: 'other' }), [
      planned('olga', { round: 'other' }),
    ]);
    for (const { id, person } of deliveries) await ask(store, id, person);
    for (const { id, person } of answered) {
      const score = randomBytes(80);
      const text = randomBytes(2120);
      envelopes.set(`${person} team`, score).set(`${person} words`, text);
      const given = [
        sealed(person, 'team', { envelope: score }),
        sealed(person, 'words', { envelope: text }),
      ];
      expect(await store.box.put(given, NOON)).toBe('sealed');
      await store.messages.replace(id, message(`Thank you, ${ANSWERED}`));
    }
    await store.box.put([sealed('olga', 'team', { round: 'other' })], NOON);
    // As autovacuum does by itself.
    await query(url, 'analyze');
    const before = await files();
    for (const trace of traces()) expect(before.includes(trace)).toBe(true);

    await store.rounds.move('pulse-1', 'open', 'closing');
    const comments = [{ question: 'words', unit: 'lab', hr: false, texts: COMMENTS }];
    expect(await store.results.record('pulse-1', { ...RESULT, comments })).toBe(true);
    await store.messages.settle('pulse-1', (): Message => message('This round is closed.'));
    await store.results.clean();
  }, 60_000);

  test('no file holds an envelope, a delivery’s address, or that someone answered', async () => {
    const after = await files();
    const found = traces().filter((trace) => after.includes(trace));
    expect(found.map(String)).toEqual([]);
  });

  test('names and deliveries of those who were asked stand in their messages, and nowhere else', async () => {
    const after = await filesOf(url, ['message']);
    const known = [...PEOPLE, ...deliveries.map(({ id }) => id)];
    expect(known.filter((each) => after.includes(Buffer.from(each)))).toEqual([]);
  });

  test('a round that is still open has lost nothing', async () => {
    expect(await store.box.sealed('other', 'olga')).toEqual(new Set(['team']));
    expect(await store.deliveries.of('other', 'olga')).toBeDefined();
  });

  test('pools and comments were written in one transaction, in an order of their own', async () => {
    const xmins = await query(
      url,
      `select xmin::text from pool where round = 'pulse-1' union select xmin::text from comment where round = 'pulse-1'`,
    );
    expect(xmins).toHaveLength(1);
    const lying = await query<{ text: string; id: Buffer }>(
      url,
      'select text, id from comment order by ctid',
    );
    expect(lying.map(({ text }) => text).toSorted()).toEqual(COMMENTS.toSorted());
    expect(lying.map(({ text }) => text)).not.toEqual(COMMENTS);
    expect(lying.map(({ id }) => id.toString('hex'))).toEqual(
      lying.map(({ id }) => id.toString('hex')).toSorted(),
    );
  });

  test('messages lie in the order of their random ids, from one transaction: not as people answered', async () => {
    const rows = await query<{ id: string; xmin: string }>(
      url,
      'select id, xmin::text from message order by ctid',
    );
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted());
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
  });

  test('the planner remembers no name, address, envelope or text', async () => {
    await query(url, 'analyze');
    const remembered = await query<{ column: string }>(
      url,
      `select tablename || '.' || attname as column from pg_stats
        where schemaname = 'public' and tablename in ('envelope', 'delivery', 'message', 'comment')
          and attname in ('person', 'sealed', 'address', 'id', 'unit', 'body', 'text')`,
    );
    expect(remembered).toEqual([]);
  });

  test('a transaction that may still see deleted rows is named, waited for, and nothing else lost', async () => {
    const target = targetOf(url);
    const dump = new pg.Client({ connectionString: url, application_name: 'a dump' });
    await dump.connect();
    await dump.query('begin isolation level repeatable read; select 1');
    await store.rounds.open(aRound('late', { number: 7 }), [planned('ina', { round: 'late' })]);
    const envelope = randomBytes(80);
    await store.box.put([sealed('ina', 'team', { round: 'late', envelope })], NOON);
    await store.rounds.move('late', 'open', 'closing');
    await store.results.record('late', { ...RESULT, pools: new Map(), comments: [] });
    await expect(alone(target, (client) => clean(client, 300))).rejects.toThrow(
      /deleted rows of table "envelope" yet, as process \d+ \(a dump, idle in transaction/,
    );
    expect((await files()).includes(envelope.subarray(8, 40))).toBe(true);
    setTimeout(() => void dump.query('commit').then(() => dump.end()), 200);
    await alone(target, (client) => clean(client, 10_000));
    expect((await files()).includes(envelope.subarray(8, 40))).toBe(false);
    expect(await store.box.size('other')).toBe(1);
  });
});

async function ask(store: Store, id: string, person: string): Promise<void> {
  await store.deliveries.claim(id, NOON, minutes(2));
  await store.deliveries.mark(id, 'sent', { sent: { address: `address of ${id}` } });
  const about = { id, person, round: 'pulse-1', kind: 'question', at: NOON } as const;
  await store.messages.add({ ...about, message: message('How was your week?') });
}

/** Every byte in the files of this database, catalogs and indexes and leftovers of dropped files included. */
async function filesOf(url: string, without: readonly string[] = []): Promise<Buffer> {
  await query(url, 'checkpoint');
  const rows = await query<{ content: Buffer }>(
    url,
    `with folder as (
       select 'base/' || oid || '/' as path from pg_database where datname = current_database()
     ), skipped as (
       select pg_relation_filepath(c.oid) as path from pg_class c
        where c.oid = any($1::regclass[])
           or c.oid in (select indexrelid from pg_index where indrelid = any($1::regclass[]))
           or c.oid in (select reltoastrelid from pg_class where oid = any($1::regclass[]))
     )
     select pg_read_binary_file(path || file, 0, 1 << 26, true) as content
       from folder, pg_ls_dir(path) as file
      where path || file not in (select path from skipped)`,
    [without],
  );
  return Buffer.concat(rows.flatMap(({ content }) => (content ? [content] : [])));
}
