/** What the PostgreSQL store promises beyond the contract: several processes at once, and a server that goes and comes. */
import { randomBytes } from 'node:crypto';
import { connect, createServer, type Server as Listener, type Socket } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { postgres } from '../../adapters/store/postgres.ts';
import { openPool, targetOf } from '../../adapters/store/postgres-connect.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  allBallots,
  aRound,
  minutes,
  NOON,
  opened,
  person,
  planned,
  sealed,
  UNITS,
} from '../contracts/store-fixtures.ts';
import { empty, findServer, freePort, query, type Server } from '../support/postgres.ts';

const server = await findServer();
const name = server?.name ?? 'PostgreSQL (skipped: none found)';
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe.runIf(server)(`several processes on ${name}`, async () => {
  const { url, drop } = await (server as Server).database();
  const stores: Store[] = [];
  const start = async (at = url, tell: (line: string) => void = () => {}) => {
    const store = await postgres(at, { tell, patience: 5000 });
    stores.push(store);
    return store;
  };
  afterAll(async () => {
    for (const store of stores) await store.close();
    await drop();
    await server?.stop();
  }, 60_000);

  test('start at once on an empty database: one migrates, all open', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => start()));
    for (const store of all) expect(await store.rounds.list({})).toEqual([]);
  });

  test('every answer that was called sealed is in the count, however the close races with it', async () => {
    await empty(url);
    const [a, b, worker] = [await start(), await start(), await start()];
    let late = 0;
    for (let n = 0; n < 12; n++) {
      const id = `race-${n}`;
      const people = Array.from({ length: 200 }, (_, i) => `p${i}`);
      await opened(worker, people, aRound(id, { number: n }));
      const given = new Map<string, string>();
      const put = async (who: string, i: number) => {
        await pause(Math.floor(i / 10));
        const envelope = sealed(who, 'team', { round: id });
        const outcome = await (i % 2 ? a : b).box.put([envelope], NOON);
        if (outcome === 'sealed') given.set(hex(envelope.envelope), who);
        else late++;
      };
      const puts = people.map(put);
      await pause(n);
      expect(await worker.rounds.move(id, 'open', 'closing')).toBe(true);
      const counted = await allBallots(worker, id);
      await Promise.all(puts);
      expect(counted.map(({ envelope }) => hex(envelope)).sort()).toEqual([...given.keys()].sort());
    }
    // Both sides of the race were run.
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(12 * 200);
  });

  test('a put waits for a close under way, and is then told that it is closed', async () => {
    await empty(url);
    const store = await start();
    await opened(store, ['anna']);
    const closing = query(
      url,
      `begin; update round set state = 'closing' where id = 'pulse-1'; select pg_sleep(0.3); commit`,
    );
    await pause(100);
    expect(await store.box.put([sealed('anna')], NOON)).toBe('closed');
    await closing;
  });

  test('a put that the database can’t take fails alone', async () => {
    await empty(url);
    const store = await start();
    await opened(store, ['anna', 'ben']);
    const faulty = sealed('anna', 'nul \0 byte');
    const puts = [[sealed('anna')], [sealed('ben'), faulty], [sealed('ben')]].map((each) =>
      store.box.put(each, NOON),
    );
    const [first, second, third] = await Promise.allSettled(puts);
    expect([first?.status, second?.status, third?.status]).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await store.box.size('pulse-1')).toBe(2);
  });

  test('of one person’s answers, one before and one after the close, the first stays', async () => {
    await empty(url);
    const store = await start();
    await opened(store, ['anna']);
    const [early, late] = [sealed('anna'), sealed('anna')];
    const puts = [store.box.put([early], NOON), store.box.put([late], minutes(60))];
    expect(await Promise.all(puts)).toEqual(['sealed', 'closed']);
    const [ballot] = await allBallots(store);
    expect(hex(ballot?.envelope ?? new Uint8Array())).toBe(hex(early.envelope));
  });

  test('people who answer through two processes at once, in any order, hinder nobody', async () => {
    await empty(url);
    const [a, b] = [await start(), await start()];
    const people = Array.from({ length: 100 }, (_, i) => `p${i}`);
    await opened(a, people);
    const puts = Array.from({ length: 10 }, () =>
      [people, people.toReversed()].flatMap((order, i) =>
        order.map((who) => (i ? a : b).box.put([sealed(who, 'b'), sealed(who, 'a')], NOON)),
      ),
    );
    expect(new Set(await Promise.all(puts.flat()))).toEqual(new Set(['sealed']));
    expect(await a.box.size('pulse-1')).toBe(200);
  });

  test('import the organisation at once: each import is whole', async () => {
    await empty(url);
    const [a, b] = [await start(), await start()];
    const crew = Array.from({ length: 300 }, (_, i) => person(`p${i}`));
    const org = { people: crew, units: UNITS };
    const imports = [a, b, a, b].map((store) => store.org.replace(org, NOON));
    const added = (await Promise.all(imports)).map((summary) => summary.added);
    expect(added.toSorted((x, y) => x - y)).toEqual([0, 0, 0, 300]);
    expect((await b.org.load()).people).toHaveLength(300);
    expect(await a.org.membersChanged(['lab'], minutes(-1), minutes(1))).toBe(300);
  });

  test('settle and clean the same round at once, while another round takes answers', async () => {
    await empty(url);
    const [a, b] = [await start(), await start()];
    const people = Array.from({ length: 200 }, (_, i) => `p${i}`);
    await opened(a, people);
    await a.rounds.open(
      aRound('live', { campaign: 'live' }),
      people.map((each) => planned(each, { round: 'live' })),
    );
    for (const each of people) {
      const message = { summary: 'x', blocks: [] };
      const at = { id: each, person: each, round: 'pulse-1', kind: 'question', at: NOON } as const;
      await a.messages.add({ ...at, message });
    }
    const closed = () => ({ summary: 'closed', blocks: [] });
    const work = [a, b].flatMap((store) => [
      store.messages.settle('pulse-1', closed),
      store.results.clean(),
    ]);
    const puts = people.map(async (who, i) => {
      await pause(i);
      const envelope = sealed(who, 'team', { round: 'live', envelope: randomBytes(2120) });
      return (i % 2 ? a : b).box.put([envelope], NOON);
    });
    await Promise.all(work);
    expect(new Set(await Promise.all(puts))).toEqual(new Set(['sealed']));
    expect(await allBallots(b, 'live')).toHaveLength(200);
  });

  test('a lost server rejects what was under way, ends nothing, and is found again when it is back', async () => {
    await empty(url);
    const line = await lineTo(url);
    const told: string[] = [];
    const store = await start(line.url, (said) => told.push(said));
    await opened(store, ['anna']);
    // Also those that are lent out when the line is cut.
    const busy = store.rounds.open(aRound('busy', { number: 9 }), people(40_000, 'busy'));
    await pause(50);
    await line.cut();
    await expect(busy).rejects.toThrow();
    await expect(store.box.put([sealed('anna')], NOON)).rejects.toThrow();
    await expect(store.rounds.list({})).rejects.toThrow();
    await line.mend();
    expect(await store.box.put([sealed('anna')], NOON)).toBe('sealed');
    expect(await store.rounds.get('busy')).toBeUndefined();
    await line.cut();
    await line.mend();
    await pause(20);
    expect(await store.box.size('pulse-1')).toBe(1);
    expect(told.join('\n')).toMatch(/connection is lost[\s\S]*connection is back/);
    await store.close();
    stores.splice(stores.indexOf(store), 1);
    await line.cut();
  });

  test('sessions that an administrator ends are replaced', async () => {
    await empty(url);
    const store = await start();
    await opened(store, ['anna']);
    await query(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await pause(50);
    expect(await store.box.put([sealed('anna')], NOON)).toBe('sealed');
  });

  test('an answer is durable even where the server’s default is not', async () => {
    const relaxed = new URL(url);
    relaxed.searchParams.set('options', '-c synchronous_commit=off');
    const pool = openPool(targetOf(relaxed.href), () => {});
    const { rows } = await pool.query('show synchronous_commit');
    await pool.end();
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const people = (n: number, round: string) =>
  Array.from({ length: n }, (_, i) => planned(`q${i}`, { round }));

/** A line to the server that can be cut. */
async function lineTo(url: string) {
  const there = new URL(url);
  const port = await freePort();
  const sockets = new Set<Socket>();
  let listener: Listener | undefined;
  const mend = () =>
    new Promise<void>((resolve) => {
      listener = createServer((near) => {
        const far = connect(Number(there.port || 5432), there.hostname);
        for (const socket of [near, far]) {
          sockets.add(socket);
          socket.on('error', () => {});
          socket.on('close', () => sockets.delete(socket));
        }
        near.pipe(far).pipe(near);
      }).listen(port, '127.0.0.1', resolve);
    });
  const cut = () =>
    new Promise<void>((resolve) => {
      listener?.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await mend();
  const here = new URL(url);
  here.hostname = '127.0.0.1';
  here.port = String(port);
  return { url: here.href, cut, mend };
}
