/** What the environment may say, and every fault in it at once. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { configOf, faultsOf, folderWith, SMALL } from './given.ts';

describe('the environment', () => {
  test('nothing set: the demonstration, on loopback, with keys apart from the database', async () => {
    const folder = folderWith();
    const config = await configOf({}, folder);
    expect(config).toMatchObject({
      role: 'all',
      host: '127.0.0.1',
      port: 3978,
      database: join(folder, '.soundings/database/demonstration.db'),
      keys: join(folder, '.soundings/keys/demonstration'),
    });
    for (const absent of ['queue', 'keySecret', 'now', 'organisation']) {
      expect(config).not.toHaveProperty(absent);
    }
  });

  test('an organisation has a database and keys of its own', async () => {
    const folder = folderWith({ 'soundings.yaml': SMALL });
    const config = await configOf({ SOUNDINGS_DATA: 'here' }, folder);
    expect(config).toMatchObject({
      database: join(folder, 'here/database/soundings.db'),
      keys: join(folder, 'here/keys/soundings'),
      organisation: { file: join(folder, 'soundings.yaml') },
    });
  });

  test('everything set', async () => {
    const env = {
      ...{ HOST: '::1', PORT: '0', DATABASE_URL: 'file:/var/lib/s/database/s.db' },
      ...{ SOUNDINGS_KEYS: '/var/lib/s/keys', SOUNDINGS_KEY_SECRET: 'sixteen letters!' },
      SOUNDINGS_NOW: '2026-11-16T10:00:00+01:00',
    };
    expect(await configOf(env)).toMatchObject({
      ...{ host: '::1', port: 0, database: '/var/lib/s/database/s.db', keys: '/var/lib/s/keys' },
      ...{ keySecret: 'sixteen letters!', now: new Date('2026-11-16T09:00:00Z') },
    });
  });

  test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('HOST %s is loopback', async (HOST) => {
    expect((await configOf({ HOST })).host).toBe(HOST);
  });

  test.each([
    ...['0.0.0.0', '::', '192.168.1.4', '10.0.0.1', 'example.org', '127.0.0.1.example.org'],
    ...['1270.0.0.1', '127.0.0', 'localhost.example.org', '*'],
  ])('HOST %s is refused where nobody signs in', async (HOST) => {
    expect(await faultsOf({ HOST })).toEqual([
      expect.stringMatching(/^HOST: ".*" is not a loopback address\..*no sign-in/),
    ]);
  });

  test.each(['0', '1', '3978', '65535'])('PORT %s', async (PORT) => {
    expect((await configOf({ PORT })).port).toBe(Number(PORT));
  });

  test.each(['65536', '-1', '80.5', '0x50', 'http', ' 80', '8e3', '100000'])(
    'PORT "%s" is refused',
    async (PORT) => {
      expect(await faultsOf({ PORT })).toEqual([expect.stringMatching(/^PORT: .*0 to 65535/)]);
    },
  );

  test.each([
    ['file:s.db', 's.db'],
    ['file:./below/s.db', 'below/s.db'],
    ['file:///abs/s.db', '/abs/s.db'],
    ['file:/abs/s.db', '/abs/s.db'],
  ])('DATABASE_URL %s', async (DATABASE_URL, expected) => {
    const folder = folderWith();
    const { database } = await configOf({ DATABASE_URL }, folder);
    expect(database).toBe(expected.startsWith('/') ? expected : join(folder, expected));
  });

  test.each(['mysql://h/db', 's.db', 'file:', 'sqlite:s.db'])(
    'DATABASE_URL %s is refused',
    async (DATABASE_URL) => {
      const found = await faultsOf({ DATABASE_URL });
      expect(found).toEqual([expect.stringMatching(/^DATABASE_URL: It must be a file/)]);
    },
  );

  test('a database on a server stays as it is written', async () => {
    const DATABASE_URL = 'postgres://me@host/soundings';
    expect((await configOf({ DATABASE_URL })).database).toBe(DATABASE_URL);
  });

  test.each(['redis://h:6379', 'rediss://h', 'postgres://h/q'])(
    'QUEUE_URL %s',
    async (QUEUE_URL) => {
      expect((await configOf({ QUEUE_URL })).queue).toBe(QUEUE_URL);
    },
  );

  test.each([
    ['QUEUE_URL', 'amqp://h'],
    ['SOUNDINGS_ROLE', 'boss'],
    ['SOUNDINGS_PACE', 'fast'],
    ['SOUNDINGS_PACE', '0'],
    ['SOUNDINGS_PACE', '1001'],
  ])('%s %s is refused', async (name, value) => {
    expect(await faultsOf({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: `)),
    ]);
  });

  test('a role of its own needs what processes can share, all of it said at once', async () => {
    const env = { SOUNDINGS_ROLE: 'worker', SOUNDINGS_NOW: '2026-11-16T09:00:00Z' };
    const names = (await faultsOf(env)).map((each) => /^[^:]*/.exec(each)?.[0]);
    expect(names.sort()).toEqual([
      ...['DATABASE_URL', 'QUEUE_URL', 'SOUNDINGS_CONFIG', 'SOUNDINGS_NOW'],
    ]);
  });

  test('keys beside the database are refused: a backup would hold both', async () => {
    const env = { DATABASE_URL: 'file:data/s.db', SOUNDINGS_KEYS: 'data/' };
    expect(await faultsOf(env)).toEqual([expect.stringMatching(/^SOUNDINGS_KEYS: .*beside/)]);
  });

  test('a short SOUNDINGS_KEY_SECRET is refused, and not repeated', async () => {
    const [fault = '', ...more] = await faultsOf({ SOUNDINGS_KEY_SECRET: 'fifteen letters' });
    expect(more).toEqual([]);
    expect(fault).toMatch(/^SOUNDINGS_KEY_SECRET: .*16 characters/);
    expect(fault).not.toContain('fifteen');
  });

  test.each(['2026-11-16T09:00:00Z', '2026-11-16T09:00Z', '2026-11-16T09:00:00.5-08:00'])(
    'SOUNDINGS_NOW %s',
    async (SOUNDINGS_NOW) => {
      expect((await configOf({ SOUNDINGS_NOW })).now).toEqual(new Date(SOUNDINGS_NOW));
    },
  );

  test.each([
    ...['tomorrow', '2026-11-16', '2026-11-16T09:00:00', '1794819600', '2026-13-01T00:00:00Z'],
    ...['2026-11-16T25:00:00Z', '2026-02-30T09:00:00Z'],
  ])('SOUNDINGS_NOW %s is refused', async (SOUNDINGS_NOW) => {
    expect(await faultsOf({ SOUNDINGS_NOW })).toEqual([
      expect.stringMatching(/^SOUNDINGS_NOW: .* is no instant; write one such as/),
    ]);
  });

  test.each([
    ...['HOST', 'PORT', 'DATABASE_URL', 'SOUNDINGS_DATA', 'SOUNDINGS_KEYS'],
    ...['SOUNDINGS_KEY_SECRET', 'SOUNDINGS_NOW', 'SOUNDINGS_CONFIG'],
    ...['QUEUE_URL', 'SOUNDINGS_ROLE', 'SOUNDINGS_PACE'],
  ])('an empty %s is the same as none', async (name) => {
    const folder = folderWith();
    expect(await readConfig({ [name]: '' }, folder)).toEqual(await readConfig({}, folder));
  });

  test('all faults at once, the file’s among them', async () => {
    const env = {
      ...{ HOST: '0.0.0.0', PORT: 'x', DATABASE_URL: 'mysql:', SOUNDINGS_KEY_SECRET: 'short' },
      ...{ SOUNDINGS_NOW: 'now', SOUNDINGS_CONFIG: 'gone.yaml' },
    };
    const names = (await faultsOf(env)).map((each) => /^[^:]*/.exec(each)?.[0]);
    expect(names).toEqual([
      expect.stringMatching(/gone\.yaml$/),
      ...['PORT', 'DATABASE_URL', 'SOUNDINGS_KEY_SECRET', 'SOUNDINGS_NOW', 'HOST'],
    ]);
  });

  test('a soundings.yaml that is missing or a folder says how to get the demonstration', async () => {
    for (const SOUNDINGS_CONFIG of ['gone.yaml', '.']) {
      const found = await faultsOf({ SOUNDINGS_CONFIG });
      expect(found).toEqual([expect.stringMatching(/SOUNDINGS_CONFIG.*demonstration/)]);
    }
  });
});
