/** Where the page asks people to sign in, and so may be reached by others. */
import { describe, expect, test } from 'vitest';
import { configOf, faultsOf, folderWith, SMALL } from './given.ts';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const ID = '00000000-0000-0000-0000-00000000000a';
const TEAMS = { MicrosoftAppId: ID, MicrosoftAppTenantId: ID, MicrosoftAppPassword: 'p' };
const SOUNDINGS_URL = 'https://soundings.example.com';
const OPEN = { HOST: '0.0.0.0' };

const own = () => folderWith({ 'soundings.yaml': SMALL, 'people.csv': '', 'units.csv': '' });

describe('people sign in', () => {
  test.each([
    ['Slack', SLACK],
    ['Teams', TEAMS],
    ['both', { ...SLACK, ...TEAMS }],
  ])('where there is %s and an address, which others may reach then', async (_, chats) => {
    const config = await configOf({ ...chats, SOUNDINGS_URL, ...OPEN }, own());
    expect(config).toMatchObject({ host: '0.0.0.0', signInAt: SOUNDINGS_URL });
  });

  test('on this machine without https, for a trial', async () => {
    const url = 'http://127.0.0.1:3978';
    expect(await configOf({ ...SLACK, SOUNDINGS_URL: url }, own())).toMatchObject({
      signInAt: url,
    });
  });
});

describe('nobody signs in, and others can’t reach the page,', () => {
  test.each([
    ['without an address', SLACK, own],
    ['without a chat platform', { SOUNDINGS_URL }, own],
    ['where Teams believes everybody', { SOUNDINGS_TEAMS_ANONYMOUS: '1', SOUNDINGS_URL }, own],
    ['in the demonstration', { SOUNDINGS_URL }, folderWith],
  ])('%s', async (_, env, folder) => {
    expect(await configOf(env, folder())).not.toHaveProperty('signInAt');
    expect(await faultsOf({ ...env, ...OPEN }, folder())).toEqual([
      expect.stringMatching(
        /^HOST: .*SOUNDINGS_URL and a chat platform.*or listen on 127\.0\.0\.1/,
      ),
    ]);
  });
});

test('the page needs a name of its own, as whatever shares it could act as the page', async () => {
  const env = { ...SLACK, SOUNDINGS_URL: `${SOUNDINGS_URL}/pulse` };
  expect(await faultsOf(env, own())).toEqual([expect.stringMatching(/^SOUNDINGS_URL: .*path/)]);
});

test.each([
  ...['http://soundings.example.com', 'http://127.0.0.1.example.com', 'https://a:b@example.com'],
  ...['https://example.com/', 'https://example.com?x', 'ftp://127.0.0.1', 'soundings.example.com'],
])('SOUNDINGS_URL %s is refused', async (url) => {
  const faults = await faultsOf({ ...SLACK, SOUNDINGS_URL: url }, own());
  expect(faults).toContainEqual(expect.stringMatching(/^SOUNDINGS_URL: .*https/));
});
