/** What QUEUE_URL can get wrong, and what is said about it: which server, what to do, and never a password. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openQueue } from '../../scheduler/open-queue.ts';
import { parseQueueUrl, withoutCredentials } from '../../scheduler/queue-url.ts';
import type { QueueSettings } from '../../scheduler/settings.ts';
import { freePort, postgresDriver, redisDriver, stopRedis } from '../contracts/queue-drivers.ts';

const SECRET = 'h4rdToGuess';
const [redis, postgres] = await Promise.all([redisDriver(), postgresDriver()]);

afterAll(stopRedis);

/** The message that opening `url` ends with. */
async function complaint(url: string, settings: QueueSettings = {}): Promise<string> {
  try {
    const queue = await openQueue(url, { patience: 0, ...settings, prefix: 'bad_servers' });
    await queue.close();
  } catch (error) {
    return String((error as Error).stack) + JSON.stringify(error);
  }
  return 'it opened';
}

describe('a URL that cannot be read', () => {
  test.each([
    [`http://joe:${SECRET}@queue.example`, 'another scheme'],
    [`amqp://joe:${SECRET}@queue.example/${SECRET}`, 'another scheme with a path'],
    [`joe:${SECRET}@queue.example`, 'no scheme'],
    [`redis://joe:${SECRET}/x@queue.example`, 'a slash in the password'],
    [`redis://joe:1234#${SECRET}@queue.example`, 'a hash in the password'],
    [`redis://joe:1234?${SECRET}@queue.example`, 'a question mark in the password'],
    [`redis://joe:p@${SECRET}@queue.example`, 'an at sign in the password'],
    [`redis://joe:${SECRET}@`, 'no host'],
    [`redis://joe:${SECRET}@queue.example/first`, 'a database that is no number'],
    [`redis+sentinel://joe:${SECRET}@one:1,two:2`, 'Sentinels without a master'],
    [`postgres://joe:${SECRET}@queue.example`, 'no database'],
    ['', 'nothing'],
  ])('%s', async (url) => {
    const said = await complaint(url);
    expect(said).toMatch(/^Error: QUEUE_URL: /);
    expect(said).toContain('redis://');
    expect(said).not.toContain(SECRET);
    expect(said).not.toContain('1234');
  });
});

describe('a URL is read', () => {
  test('with user, password, port and database', () => {
    expect(parseQueueUrl('rediss://joe:p%40ss@[::1]:7000/3')).toEqual({
      kind: 'redis',
      shown: 'rediss://[::1]:7000/3',
      hosts: [{ host: '::1', port: 7000 }],
      tls: true,
      username: 'joe',
      password: 'p@ss',
      db: 3,
    });
  });

  test('of Redis Sentinels', () => {
    const url = 'redis+sentinel://:x@one:1,two/mymaster/2?sentinelPassword=y';
    expect(parseQueueUrl(url)).toEqual({
      kind: 'redis',
      shown: 'redis+sentinel://one:1,two/mymaster/2',
      hosts: [
        { host: 'one', port: 1 },
        { host: 'two', port: 26379 },
      ],
      master: 'mymaster',
      tls: false,
      password: 'x',
      sentinelPassword: 'y',
      db: 2,
    });
  });

  test('and shown without what is secret', () => {
    const url = `postgres://joe:${SECRET}@db:5432/surveys?sslpassword=${SECRET}`;
    expect(withoutCredentials(url)).toBe('postgres://db:5432/surveys');
    expect(withoutCredentials(`redis://a:b@c:${SECRET}@d`)).toBe('redis://...');
  });
});

describe('a server that is not there', () => {
  test.each(['redis', 'postgres'])('%s: is waited for with a message, then named', async (kind) => {
    const told: string[] = [];
    const url = `${kind}://joe:${SECRET}@127.0.0.1:${await freePort()}/1`;
    const start = performance.now();
    const said = await complaint(url, { patience: 700, tell: (line) => told.push(line) });
    expect(performance.now() - start).toBeGreaterThan(650);
    expect(said).toMatch(
      /^Error: QUEUE_URL: .*127\.0\.0\.1:\d+\/1 does not answer \(.*ECONNREFUSED/,
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^Waiting up to 1 s for the queue at .*ECONNREFUSED/);
    expect(said + told).not.toContain(SECRET);
  });

  test('Sentinels that are not there are named', async () => {
    const port = await freePort();
    const said = await complaint(`redis+sentinel://:${SECRET}@127.0.0.1:${port}/mymaster`);
    expect(said).toMatch(/^Error: QUEUE_URL: redis\+sentinel:.*does not answer/);
    expect(said).not.toContain(SECRET);
  });
});

describe('a server that is another', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  /** A server that answers whatever it is told with `words`, each time. */
  async function saying(words: string | ((said: string) => string)): Promise<number> {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', (data) => {
        socket.write(typeof words === 'string' ? words : words(String(data)));
        if (typeof words === 'string') socket.end();
      });
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  const HTTP = 'HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\n\r\nno';

  test('that speaks HTTP is no Redis', async () => {
    const said = await complaint(`redis://:${SECRET}@127.0.0.1:${await saying(HTTP)}`);
    expect(said).toMatch(/QUEUE_URL: .* is not Redis\. Correct host and port/);
    expect(said).not.toContain(SECRET);
  });

  test('that speaks HTTP is no PostgreSQL', async () => {
    const said = await complaint(`postgres://joe:${SECRET}@127.0.0.1:${await saying(HTTP)}/x`);
    expect(said).toMatch(/QUEUE_URL: .*is it PostgreSQL\?/);
    expect(said).not.toContain(SECRET);
  });

  test('an old Redis is refused, and so is a cluster', async () => {
    const answer = (text: string) => (command: string) => {
      if (/hello/i.test(command)) return '-ERR unknown command `HELLO`\r\n';
      if (/\binfo\b/i.test(command)) return `$${text.length}\r\n${text}\r\n`;
      return '+OK\r\n';
    };
    const info = (text: string) => (said: string) =>
      said
        .split(/\*\d+\r\n/)
        .slice(1)
        .map(answer(text))
        .join('');
    const old = await saying(info('redis_version:5.0.7\r\nredis_mode:standalone\r\n'));
    expect(await complaint(`redis://127.0.0.1:${old}`)).toMatch(/Redis 5\.0\.7 is too old/);
    const cluster = await saying(info('redis_version:7.2.0\r\nredis_mode:cluster\r\n'));
    expect(await complaint(`redis://127.0.0.1:${cluster}`)).toMatch(/Redis Cluster cannot/);
  });
});

describe.skipIf(redis.missing !== undefined)('a Redis that refuses', () => {
  const at = (credentials: string, db: string) => {
    const url = new URL(redis.fresh().url ?? '');
    return `redis://${credentials}${url.host}/${db}`;
  };

  test('a wrong password', async () => {
    const said = await complaint(at(`joe:${SECRET}@`, '0'));
    expect(said).toMatch(/QUEUE_URL: redis:\/\/[^@]* refuses the user name or the password/);
    expect(said).not.toContain(SECRET);
  });

  test('a database that it does not have', async () => {
    expect(await complaint(at('', '4711'))).toMatch(/QUEUE_URL: .* no such database/);
  });
});

describe.skipIf(postgres.missing !== undefined)('a PostgreSQL that refuses', () => {
  const at = (credentials: string, database: string) => {
    const url = new URL(postgres.fresh().url ?? '');
    return `postgres://${credentials}@${url.host}/${database}`;
  };

  test('an unknown user', async () => {
    const said = await complaint(at(`nobody_of_ours:${SECRET}`, 'postgres'));
    expect(said).toMatch(/QUEUE_URL: postgres:\/\/[^@]* refuses (this user|the user name)/);
    expect(said).not.toContain(SECRET);
  });

  test('a database that it does not have', async () => {
    const { username, password } = new URL(postgres.fresh().url ?? '');
    const said = await complaint(at(`${username}:${password || SECRET}`, 'no_such_database'));
    expect(said).toMatch(/QUEUE_URL: .* no such database/);
    expect(said).not.toContain(SECRET);
  });
});
