/** A DATABASE_URL that leads nowhere good: one sentence that says what to do, and never the password. */
import { createServer as createHttp } from 'node:http';
import { createServer, type Server as Listener } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { postgres } from '../../adapters/store/postgres.ts';
import { findServer, freePort, query, type Server, startServer } from '../support/postgres.ts';

const SECRET = 'hush-9#?7';
const listeners: { close(): unknown }[] = [];
afterEach(() => {
  for (const listener of listeners.splice(0)) listener.close();
});

/** What opening says; fails if it opens, takes longer than it should, or tells a secret. */
async function refusal(url: string, patience = 0): Promise<{ says: string; told: string[] }> {
  const told: string[] = [];
  const error = await postgres(url, { tell: (line) => told.push(line), patience }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error('It opened.');
  for (const secret of [SECRET, encodeURIComponent(SECRET), 'carol']) {
    expect(inspect(error, { depth: 9, showHidden: true }) + told.join()).not.toContain(secret);
  }
  expect(error.message).toMatch(/^DATABASE_URL/);
  return { says: error.message, told };
}

const at = (port: number, path = 'db') =>
  `postgres://carol:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/${path}`;

describe('an address without PostgreSQL', () => {
  test('a port on which nothing listens is waited for, with a message, then given up', async () => {
    const port = await freePort();
    const { says, told } = await refusal(at(port), 700);
    expect(says).toBe(
      `DATABASE_URL (127.0.0.1:${port}/db): nothing listens there; start PostgreSQL, or correct host and port.`,
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/Waiting for it, 1 s at most\.$/);
  });

  test('a web server is called what it is, at once', async () => {
    const web = createHttp((_, response) => response.end('hello'));
    const { says } = await refusal(at(await listening(web)), 60_000);
    expect(says).toMatch(/is not PostgreSQL; correct host and port/);
  });

  test('a host without a name is waited for', async () => {
    const { says } = await refusal(`postgres://carol:x@soundings.invalid/db`);
    expect(says).toMatch(/host name/);
  });

  test('a server that says nothing is not waited for forever', async () => {
    const silent = createServer(() => {});
    const { says } = await refusal(at(await listening(silent)));
    expect(says).toMatch(/does not reply/);
  });

  test('what is no URL is refused without being repeated', async () => {
    for (const url of [
      `postgres://carol:${SECRET}@host:port/db`,
      'postgres://carol:a%zz@h:1x/db',
    ]) {
      expect((await refusal(url)).says).toMatch(/^DATABASE_URL: it is no URL/);
    }
  });
});

describe('a server that refuses', () => {
  const cases = [
    ['28P01', 'password authentication failed for user "carol"', /user or the password is wrong/],
    ['28000', 'no pg_hba.conf entry for user "carol"', /pg_hba\.conf does not let it in/],
    ['3D000', 'database "db" does not exist', /does not exist; create it/],
    ['53300', 'sorry, too many clients already', /raise max_connections/],
    ['57P03', 'the database system is starting up', /starting up/],
    ['XX000', `strange: ${SECRET}`, /strange: \*\*\*/],
  ] as const;
  test.each(cases)('with %s gets a sentence of its own', async (code, words, says) => {
    const port = await listening(refusing(code, words));
    expect((await refusal(at(port))).says).toMatch(says);
  });

  test('and is starting up is waited for until it is there', async () => {
    let tries = 0;
    const port = await listening(refusing('57P03', 'starting up', () => tries++));
    await refusal(at(port), 1200);
    expect(tries).toBeGreaterThan(1);
  });

  test('as it is too old is refused at once', async () => {
    const { says } = await refusal(at(await listening(ancient())), 60_000);
    expect(says).toMatch(/it is PostgreSQL 12; Soundings needs 13 or newer/);
  });
});

const server = await findServer();
describe.runIf(server)(`on ${server?.name ?? 'PostgreSQL (skipped: none found)'}`, async () => {
  const { url, drop } = await (server as Server).database();
  const named = (change: (url: URL) => void) => {
    const other = new URL(url);
    change(other);
    return other.href;
  };
  afterAll(async () => {
    await drop();
    await server?.stop();
  }, 60_000);

  test('an unknown user', async () => {
    const { says } = await refusal(named((other) => Object.assign(other, { username: 'carol' })));
    expect(says).toMatch(/the user (is wrong|or the password)/);
  });

  test('a missing database', async () => {
    const { says } = await refusal(named((other) => Object.assign(other, { pathname: '/none' })));
    expect(says).toMatch(/\/none\): that database does not exist; create it/);
  });

  test('a missing schema', async () => {
    const options = '-c search_path=nowhere';
    const { says } = await refusal(named((other) => other.searchParams.set('options', options)));
    expect(says).toMatch(/no schema of its search_path exists/);
  });

  test('TLS where there is none', async () => {
    const { says } = await refusal(
      named((other) => other.searchParams.set('sslmode', 'verify-full')),
    );
    expect(says).toMatch(/does not speak TLS/);
  });

  test('another program’s tables', async () => {
    await query(url, 'create schema theirs; create table theirs.person (id int)');
    const options = '-c search_path=theirs';
    const { says } = await refusal(named((other) => other.searchParams.set('options', options)));
    expect(says).toMatch(/another program’s tables are there/);
    expect(await query(url, `select 1 from pg_tables where schemaname = 'theirs'`)).toHaveLength(3);
  });

  test('a schema newer than the program, which stays as it was', async () => {
    const store = await postgres(url, { tell: () => {} });
    await store.close();
    await query(url, `insert into soundings_migration values ('999-future', '2099')`);
    expect((await refusal(url)).says).toMatch(/written by a newer Soundings; run that version/);
  });
});

test('a real server that asks for a password: wrong, none, and right', async ({ skip }) => {
  const guarded = await startServer(SECRET.replace(/\W/g, ''));
  if (!guarded) return skip('PostgreSQL’s programs are not here');
  try {
    const { url } = await guarded.database();
    const wrong = new URL(url);
    wrong.password = encodeURIComponent(SECRET);
    expect((await refusal(wrong.href)).says).toMatch(/the user or the password is wrong/);
    wrong.password = '';
    expect((await refusal(wrong.href)).says).toMatch(/password/);
    const store = await postgres(url, { tell: () => {} });
    await store.close();
  } finally {
    await guarded.stop();
  }
}, 30_000);

function listening(listener: Listener | ReturnType<typeof createHttp>): Promise<number> {
  listeners.push(listener);
  return new Promise((resolve) => {
    listener.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

/** A message of PostgreSQL's protocol. */
function packet(kind: string, ...parts: readonly (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** Speaks just enough of the protocol to say no. */
function refusing(code: string, words: string, asked = () => {}): Listener {
  return createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      asked();
      socket.end(packet('E', `SFATAL\0VFATAL\0C${code}\0M${words}\0\0`));
    });
  });
}

/** Lets everyone in, and has one answer to every question: that it is PostgreSQL 12. */
function ancient(): Listener {
  const ok = packet('R', Buffer.alloc(4));
  const idle = packet('Z', 'I');
  const column = Buffer.concat([Buffer.from('version\0'), Buffer.alloc(18)]);
  const row = packet('D', Buffer.from([0, 1, 0, 0, 0, 6]), '120022');
  const answer = [packet('T', Buffer.from([0, 1]), column), row, packet('C', 'SELECT 1\0'), idle];
  return createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(Buffer.concat([ok, idle]));
      socket.on('data', ([kind]) => {
        if (kind === 0x51) socket.write(Buffer.concat(answer));
      });
    });
  });
}
