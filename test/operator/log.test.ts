/** The operator's log and what `queue status` says: machine-readable lines, and no secret in them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { openQueue } from '../../scheduler/open-queue.ts';
import type { Config } from '../../src/config.ts';
import { queueStatus } from '../../src/operate.ts';
import { folderWith, started, until } from '../cli/command.ts';
import { ownRedis } from '../roles/own-redis.ts';

const redis = await ownRedis();
afterAll(() => redis?.stop());

const HERE: Config = {
  role: 'all',
  host: '127.0.0.1',
  port: 0,
  database: 'none.db',
  keys: 'none',
  chats: { doors: { host: '127.0.0.1', port: 0 } },
};
const timeout = 60_000;

describe('queue status', () => {
  test('of the queue inside the process says where to look', async () => {
    const told: string[] = [];
    await queueStatus(HERE, (line) => told.push(line));
    expect(told).toEqual([expect.stringMatching(/QUEUE_URL is not set.*\/metrics/)]);
  });

  test.runIf(redis)(
    'of Redis counts what waits, and what was given up with its reason',
    async () => {
      const url = redis?.url ?? '';
      const status = async () => {
        const told: string[] = [];
        await queueStatus({ ...HERE, queue: url }, (line) => told.push(line));
        return told;
      };
      expect(await status()).toEqual(['0 waiting, 0 running, 0 to be tried again, 0 given up']);
      const queue = await openQueue(url, { attempts: 1 });
      await queue.add(['a', 'b', 'c'].map((ref) => ({ name: 'send', ref })));
      expect(await status()).toEqual(['3 waiting, 0 running, 0 to be tried again, 0 given up']);
      await queue.pause(true);
      expect(await status()).toEqual([
        '3 waiting, 0 running, 0 to be tried again, 0 given up; paused',
      ]);
      await queue.pause(false);
      queue.work(
        async ({ ref }) => {
          if (ref === 'b') throw new Error('The platform said no.\n    at secret.ts:1');
          return undefined;
        },
        () => {},
      );
      while ((await queue.status()).failed.length === 0) await sleep(20);
      await queue.idle();
      await queue.close();
      const told = await status();
      expect(told[0]).toBe('0 waiting, 0 running, 0 to be tried again, 1 given up');
      expect(told[1]).toMatch(/^\d{4}-\d\d-\d\dT\S+Z {2}send b: The platform said no\.$/);
      expect(told).toHaveLength(2);
    },
  );

  test('of a server that is away names it, without its password', async () => {
    const told: string[] = [];
    const queue = 'redis://bot:hunter2@127.0.0.1:1/0';
    // It waits for a server that may be starting; what it says meanwhile is what counts.
    const asked = queueStatus({ ...HERE, queue }, (line) => told.push(line)).catch(() => {});
    await Promise.race([asked, sleep(1500)]);
    expect(told.join('\n')).toContain('127.0.0.1:1');
    expect(told.join('\n')).not.toMatch(/hunter2/);
  });
});

const FILES = {
  'people.csv': 'person,name,unit\np1,Ada Canary,all\np2,Ben,all\np3,Cleo,all\n',
  'units.csv': 'unit,name,parent,manager\nall,Harbour Works,,p1\n',
  'soundings.yaml':
    'organisation:\n  name: Harbour Works\n  timezone: Europe/Berlin\ncampaigns:\n  - id: pulse\n',
};
const SECRET = 'a-secret-of-thirty-two-characters';

describe('the log of a program without a terminal', () => {
  test(
    'is one JSON object a line, with neither secrets nor names nor what was typed',
    async () => {
      const folder = folderWith(FILES);
      const env = { SOUNDINGS_NOW: '2026-11-16T10:00:00Z', SOUNDINGS_KEY_SECRET: SECRET };
      const { url, said, stop } = await started(folder, env);
      const typed = { kind: 'command', person: 'p1', text: 'typed canary quokka' };
      await fetch(`${url.replace(/\W+$/, '')}/api/reply`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reply: typed }),
      });
      await until(() => (said.out.includes('Soundings runs') ? true : undefined));
      await stop();
      const lines = said.out.split('\n').filter((line) => line.startsWith('{'));
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect(JSON.parse(line)).toMatchObject({ level: 30, name: 'soundings' });
        expect(Object.keys(JSON.parse(line)).sort()).toEqual(
          ['level', 'msg', 'name', 'pid', 'time'].sort(),
        );
      }
      // All but what the build may have said first.
      const rest = said.out.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
      for (const line of rest) expect(line).toMatch(/^(Building|Installing)/);
      expect(said.out + said.err).not.toMatch(/Ada|Canary|canary|thirty-two/);
    },
    timeout,
  );
});
