/** Two processes that take clicks and two that work, on one Postgres and one Redis, are one Soundings. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Posted } from '../../adapters/web/wire.ts';
import { openQueue } from '../../scheduler/open-queue.ts';
import { readConfig } from '../../src/config.ts';
import { type Running, start } from '../../src/main.ts';
import { closeNow } from '../../src/operate.ts';
import type { Queue } from '../../src/ports/queue.ts';
import { folderWith } from '../cli/command.ts';
import { findServer, query, type Server } from '../support/postgres.ts';
import { type OwnRedis, ownRedis } from './own-redis.ts';

const [server, redis] = await Promise.all([findServer(), ownRedis()]);
const missing = [server ? '' : 'no PostgreSQL', redis ? '' : 'no Redis'].filter((each) => each);
const name =
  missing.length === 0 ? `${server?.name} and Redis` : `skipped: ${missing.join(' and ')}`;
afterAll(async () => {
  await redis?.stop();
  await server?.stop();
}, 60_000);

const CREW = Array.from({ length: 12 }, (_, i) => `p${i + 1}`);
const PEOPLE = ['person,name,unit', ...CREW.map((id) => `${id},Given${id} Family,all`), ''];
const UNITS = 'unit,name,parent,manager\nall,Harbour Works,,p1\n';
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A zone in which it is noon now, so that now is a good hour, and a window from yesterday to the day after tomorrow. */
function noonNow(): { zone: string; day: (days: number) => string; ask: string } {
  const hour = new Date().getUTCHours();
  const offset = 12 - hour;
  const zone = offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
  const local = new Date(Date.now() + offset * 3_600_000);
  const day = (days: number) => WEEKDAYS[(local.getUTCDay() + days + 7) % 7] ?? '';
  return { zone, day, ask: '13:30' };
}

function yaml(): string {
  const { zone, day, ask } = noonNow();
  return `organisation:
  name: Harbour Works
  timezone: ${zone}
  working_days: [${WEEKDAYS.join(', ')}]
  holidays: false
campaigns:
  - id: pulse
    opens: ${day(-1)} 00:00
    closes: ${day(2)} 23:59
    ask_at: "${ask}"
    reminders: 0
`;
}

type Role = 'web' | 'worker';

interface Fleet {
  readonly folder: string;
  readonly database: string;
  readonly webs: readonly Running[];
  readonly workers: readonly Running[];
  readonly told: Readonly<Record<string, string[]>>;
  stop(): Promise<void>;
}

async function fleet(place: Server, queue: OwnRedis): Promise<Fleet> {
  const folder = folderWith({
    'soundings.yaml': yaml(),
    'people.csv': PEOPLE.join('\n'),
    'units.csv': UNITS,
  });
  const { url: database, drop } = await place.database();
  const told: Record<string, string[]> = {};
  const run = async (role: Role, n: number) => {
    const lines: string[] = [];
    told[`${role}-${n}`] = lines;
    const config = await readConfig(
      {
        SOUNDINGS_ROLE: role,
        PORT: '0',
        DATABASE_URL: database,
        QUEUE_URL: queue.url,
        SOUNDINGS_KEYS: join(folder, role === 'web' ? `no-keys-${n}` : 'keys'),
      },
      folder,
    );
    if ('faults' in config) throw new Error(JSON.stringify(config.faults));
    return start(config, (line) => lines.push(line));
  };
  // All at once, on an empty database.
  const [webs, workers] = await Promise.all([
    Promise.all([run('web', 1), run('web', 2)]),
    Promise.all([run('worker', 1), run('worker', 2)]),
  ]);
  const stop = async () => {
    await Promise.all([...webs, ...workers].map((each) => each.close()));
    await drop();
  };
  return { folder, database, webs, workers, told, stop };
}

/** Asks until there is something. */
async function until<T>(look: () => Promise<T | undefined>, seconds = 15): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error(`Nothing came in ${seconds} seconds.`);
}

/** Every event that a page is told, of one person. */
function listen(web: Running, person: string): { posted: Posted[]; close(): void } {
  const posted: Posted[] = [];
  const control = new AbortController();
  const read = async () => {
    const { signal } = control;
    const stream = await fetch(`${web.url}/api/people/${person}/events`, { signal });
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of stream.body ?? []) {
      text += decoder.decode(piece, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^event: posted\ndata: (.*)$/m.exec(event)?.[1];
        if (data) posted.push(JSON.parse(data));
      }
    }
  };
  read().catch(() => {});
  return { posted, close: () => control.abort() };
}

describe.runIf(missing.length === 0)(`two web and two worker processes on ${name}`, () => {
  let all: Fleet;
  let round = '';
  const sql = <Row extends Record<string, unknown>>(text: string) => query<Row>(all.database, text);
  /** The hour of all that is planned has come. */
  const hourComes = async () => {
    await sql(`update delivery set send_at = ${Date.now() - 1000}`);
    await look();
  };
  /** A sweep now, instead of in a few seconds. */
  let queue: Queue;
  const look = () => queue.add([{ name: 'sweep', ref: '' }]);
  const messagesOf = async (person: string, web = all.webs[0]) => {
    const answer = await fetch(`${web?.url}/api/people/${person}/messages`);
    return (await answer.json()) as Posted[];
  };
  const reply = async (web: Running | undefined, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${web?.url}/api/reply`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  };

  beforeAll(async () => {
    all = await fleet(server as Server, redis as OwnRedis);
    queue = await openQueue(redis?.url);
  }, 60_000);
  afterAll(async () => {
    await queue?.close();
    await all?.stop();
  }, 60_000);

  test('start together on an empty database, and all are ready', async () => {
    for (const each of [...all.webs, ...all.workers]) {
      expect((await fetch(`${each.url}/health/ready`)).status).toBe(200);
      expect((await fetch(`${each.url}/metrics`)).status).toBe(200);
    }
    for (const worker of all.workers) expect((await fetch(`${worker.url}/`)).status).toBe(404);
  });

  test('open the round once, with one delivery a person and one key', async () => {
    round = await until(async () => (await sql<{ id: string }>('select id from round'))[0]?.id);
    // Further sweeps, of either worker, open no other.
    for (const _ of [1, 2]) {
      await look();
      await sleep(300);
    }
    expect(await sql('select id, number, state from round')).toEqual([
      { id: round, number: expect.anything(), state: 'open' },
    ]);
    const planned = await sql<{ person: string }>('select person from delivery');
    expect(planned.map(({ person }) => person).sort()).toEqual([...CREW].sort());
    expect(readdirSync(join(all.folder, 'keys'))).toEqual([`${round}.key`]);
  });

  test('send each message once; the pages of both web processes see it come', async () => {
    const pages = all.webs.map((web) => listen(web, 'p2'));
    try {
      await sleep(200);
      await hourComes();
      for (const { posted } of pages) {
        const [first] = await until(async () => (posted.length > 0 ? posted : undefined));
        expect(first).toMatchObject({ round, kind: 'question' });
      }
      await until(async () => {
        const [{ n } = { n: 0 }] = await sql<{ n: number }>(
          `select count(*)::int as n from delivery where state = 'sent'`,
        );
        return n === CREW.length ? true : undefined;
      });
      await sleep(300);
      for (const person of CREW) expect(await messagesOf(person), person).toHaveLength(1);
      const contacts = await sql(`select person from contact`);
      expect(contacts).toHaveLength(CREW.length);
      const deliveries = await sql<{ messages: number }>('select messages from delivery');
      expect(new Set(deliveries.map(({ messages }) => messages))).toEqual(new Set([1]));
    } finally {
      for (const page of pages) page.close();
    }
  });

  test('take answers through either web process, and show them on both', async () => {
    const [{ questions } = { questions: '[]' }] = await sql<{ questions: string }>(
      'select questions from round',
    );
    const [{ id: question }] = JSON.parse(questions) as [{ id: string }];
    for (const [i, person] of CREW.slice(0, 8).entries()) {
      const [message] = await messagesOf(person);
      const answer = { kind: 'answer', person, round, question, value: String(1 + (i % 5)) };
      const web = all.webs[i % 2];
      const { status, text } = await reply(web, { reply: answer, message: message?.id });
      expect(status, text).toBe(200);
      expect(text).toMatch(/Sealed until/);
      const [shown] = await messagesOf(person, all.webs[(i + 1) % 2]);
      expect(JSON.stringify(shown?.message)).toMatch(/Sealed until/);
    }
    // Changed on the other side: still one.
    const again = { kind: 'answer', person: 'p1', round, question, value: '3' };
    expect((await reply(all.webs[1], { reply: again })).text).toMatch(/Sealed until/);
    const [{ n } = { n: 0 }] = await sql<{ n: number }>('select count(*)::int as n from envelope');
    expect(n).toBe(8);
  });

  test('count a round once, and deliver its digests once', async () => {
    const page = listen(all.webs[1] as Running, 'p1');
    const [before] = await messagesOf('p1');
    const config = await readConfig(
      { DATABASE_URL: all.database, SOUNDINGS_KEYS: join(all.folder, 'keys') },
      all.folder,
    );
    if ('faults' in config) throw new Error('faults');
    await closeNow(config, round, () => {});
    await look();
    await until(async () => {
      const [row] = await sql<{ state: string }>('select state from round');
      return row?.state === 'published' ? true : undefined;
    });
    await hourComes();
    const digest = await until(async () => page.posted.find(({ kind }) => kind === 'digest'));
    expect(digest.round).toBe(round);
    await sleep(300);
    page.close();
    expect((await messagesOf('p1')).map(({ kind, id }) => [kind, id === before?.id])).toEqual([
      ['question', true],
      ['digest', false],
    ]);
    expect(await sql('select ballots from round')).toEqual([{ ballots: 8 }]);
    for (const table of ['envelope', `delivery where kind = 'question'`]) {
      expect(await sql(`select * from ${table}`), table).toEqual([]);
    }
    const digests = await sql(`select person, messages from delivery where kind = 'digest'`);
    expect(digests).toEqual([{ person: 'p1', messages: 1 }]);
    expect(readdirSync(join(all.folder, 'keys'))).toEqual([]);
  });

  test('hold no key where clicks are taken, and complain of nothing', async () => {
    for (const n of [1, 2]) expect(existsSync(join(all.folder, `no-keys-${n}`))).toBe(false);
    const lines = Object.values(all.told).flat();
    expect(lines.filter((line) => !/^People: |fsync = off/.test(line))).toEqual([]);
    for (const web of ['web-1', 'web-2']) expect(all.told[web]?.join()).not.toMatch(/People/);
    const metrics = await Promise.all(
      all.webs.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()),
    );
    for (const text of metrics) expect(text).not.toMatch(/^soundings_jobs_total\{/m);
    const worked = await Promise.all(
      all.workers.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()),
    );
    expect(worked.join('\n')).toMatch(
      /^soundings_jobs_total\{name="close",outcome="done"\} [1-9]/m,
    );
    expect(worked.join('\n')).not.toMatch(/outcome="failed"/);
    expect(worked.join('\n')).not.toMatch(/^soundings_uncountable_rounds_total [1-9]/m);
  });
});
