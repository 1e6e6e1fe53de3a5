/** The listener for chat platforms: what answers there, and what does not. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openDoors } from '../../src/doors.ts';
import type { PlatformChat } from '../../src/platform.ts';
import { recordingChat } from '../support/recording-chat.ts';

const platform = (name: 'slack' | 'teams', requests = true): PlatformChat => ({
  ...recordingChat(),
  name,
  listen: async () => {},
  list: async () => ({ listed: [], groups: [] }),
  ...(requests && { requests: (_, response) => void response.writeHead(202).end(name) }),
});
const here = { host: '127.0.0.1', port: 0 };

test('each platform answers at its own paths, and nothing else does', async () => {
  const doors = await openDoors([platform('slack'), platform('teams')], here);
  const at = async (path: string) => {
    const answer = await fetch(`${doors?.url}${path}`, { method: 'POST' });
    return [answer.status, await answer.text()];
  };
  expect(await at('/slack/events?x=1')).toEqual([202, 'slack']);
  expect(await at('/api/messages')).toEqual([202, 'teams']);
  expect(await at('/health/live')).toEqual([200, '']);
  for (const path of [
    '/',
    '/api/people',
    '/slack/',
    '/slack/events/',
    '/metrics',
    '//api/messages',
  ]) {
    expect(await at(path), path).toEqual([404, '']);
  }
  await doors?.close();
});

test('our own doors open without any platform: at their path, or below it', async () => {
  const open = (path: string) => ({
    path,
    requests: (_: unknown, response: { end: (text: string) => void }) => response.end(path),
  });
  const doors = await openDoors([], here, [open('/leavers'), open('/later/')]);
  const at = async (path: string) => (await fetch(`${doors?.url}${path}`)).text();
  expect(await at('/leavers?x=1')).toBe('/leavers');
  expect(await at('/later/token')).toBe('/later/');
  for (const path of ['/leavers/', '/leavers/x', '/later', '/slack/events']) {
    expect((await fetch(`${doors?.url}${path}`)).status, path).toBe(404);
  }
  await doors?.close();
});

test('none is opened where no platform needs one', async () => {
  expect(await openDoors([], here)).toBeUndefined();
  expect(await openDoors([platform('slack', false)], here)).toBeUndefined();
});

test('a port that is taken is named', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  await expect(openDoors([platform('slack')], { host: '127.0.0.1', port })).rejects.toThrow(
    /^CHAT_PORT \d+ on CHAT_HOST 127\.0\.0\.1 can't be used \(EADDRINUSE\)/,
  );
  taken.close();
});
