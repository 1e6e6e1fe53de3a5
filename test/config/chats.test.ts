/** What the environment may say of Slack, and every fault in it at once. */
import { describe, expect, test } from 'vitest';
import { configOf, faultsOf, folderWith, SMALL } from './given.ts';

const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'shh' };
const SEVERAL = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 's',
  SLACK_SIGNING_SECRET: 'shh',
  SOUNDINGS_KEY_SECRET: 'sixteen letters!',
  SOUNDINGS_URL: 'https://soundings.example.com',
};
const own = () => folderWith({ 'soundings.yaml': SMALL });

describe('an HR system', () => {
  const secret = 'x'.repeat(32);

  test('a secret opens its door', async () => {
    const { chats } = await configOf({ SOUNDINGS_LEAVERS_SECRET: secret }, own());
    expect(chats.leavers).toEqual({ secret });
  });

  test('a secret too short, or without an organisation, is a fault that does not repeat it', async () => {
    const short = { SOUNDINGS_LEAVERS_SECRET: 'x'.repeat(31) };
    expect(await faultsOf(short, own())).toEqual([
      expect.stringMatching(/^SOUNDINGS_LEAVERS_SECRET: It must have 32 characters or more; make/),
    ]);
    expect(await faultsOf({ SOUNDINGS_LEAVERS_SECRET: secret })).toEqual([
      expect.stringMatching(/^SOUNDINGS_LEAVERS_SECRET: .*write a soundings.yaml/),
    ]);
  });
});

describe('Slack', () => {
  test('nothing set: none', async () => {
    expect((await configOf({}, own())).chats).toEqual({
      doors: { host: '127.0.0.1', port: 3979 },
    });
  });

  test('two tokens are socket mode', async () => {
    expect((await configOf(SOCKET, own())).chats.slack).toEqual({
      access: { token: 'xoxb-1' },
      arrival: { appToken: 'xapp-1' },
    });
  });

  test('a token and a signing secret are HTTP, at a port of its own', async () => {
    const { chats } = await configOf(
      {
        ...HTTP,
        CHAT_HOST: '0.0.0.0',
        CHAT_PORT: '8080',
        SLACK_API_URL: 'http://127.0.0.1:1/api/',
      },
      own(),
    );
    expect(chats).toEqual({
      doors: { host: '0.0.0.0', port: 8080 },
      slack: {
        apiUrl: 'http://127.0.0.1:1/api/',
        access: { token: 'xoxb-1' },
        arrival: { signingSecret: 'shh' },
      },
    });
  });

  test('a client id is several workspaces, by OAuth', async () => {
    expect((await configOf(SEVERAL, own())).chats.slack).toEqual({
      access: {
        clientId: '1.2',
        clientSecret: 's',
        redirectUri: 'https://soundings.example.com/slack/oauth_redirect',
      },
      arrival: { signingSecret: 'shh' },
    });
  });

  test('without a soundings.yaml there is nobody to write to', async () => {
    expect(await faultsOf(SOCKET)).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN: .*yaml/)]);
  });

  test.each([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, [/^SLACK_BOT_TOKEN: It is missing/]],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, [/^SLACK_APP_TOKEN: It is missing.*SLACK_SIGNING_SECRET/]],
    [
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      [/^SLACK_BOT_TOKEN: .*xoxb-/, /^SLACK_APP_TOKEN: .*xapp-/],
    ],
    [{ ...SOCKET, SLACK_SIGNING_SECRET: 's' }, [/^SLACK_SIGNING_SECRET: Unset it/]],
    [{ ...HTTP, SLACK_CLIENT_ID: '1' }, [/^SLACK_CLIENT_ID: Unset it/]],
    [
      { SLACK_CLIENT_ID: '1' },
      [
        /^SLACK_CLIENT_SECRET: /,
        /^SLACK_SIGNING_SECRET: /,
        /^SOUNDINGS_KEY_SECRET: /,
        /^SOUNDINGS_URL: /,
      ],
    ],
    [{ ...SEVERAL, SOUNDINGS_URL: 'http://a.example' }, [/^SOUNDINGS_URL: .*https/]],
    [{ ...SOCKET, SLACK_API_URL: 'slack.com' }, [/^SLACK_API_URL: /]],
    [{ ...HTTP, CHAT_PORT: '99999' }, [/^CHAT_PORT: /]],
  ])('%j', async (env, faults) => {
    const said = await faultsOf(env, own());
    expect(said).toEqual(faults.map((fault) => expect.stringMatching(fault)));
  });

  test('no fault repeats a secret', async () => {
    const said = await faultsOf(
      { SLACK_BOT_TOKEN: 'hidden-1', SLACK_APP_TOKEN: 'hidden-2' },
      own(),
    );
    expect(said.join()).not.toContain('hidden');
  });
});

const GUID = '12345678-1234-1234-1234-123456789abc';
const TEAMS = {
  MicrosoftAppId: GUID,
  MicrosoftAppTenantId: GUID,
  MicrosoftAppPassword: 'secret~1',
};

describe('Teams', () => {
  test('an app, its secret and its tenant: single-tenant unless said otherwise', async () => {
    expect((await configOf(TEAMS, own())).chats.teams).toEqual({
      ...{ appId: GUID, tenantId: GUID, tenants: [], appType: 'SingleTenant' },
      appPassword: 'secret~1',
    });
  });

  test('a certificate, a managed identity, further tenants', async () => {
    const { MicrosoftAppPassword: _, ...app } = TEAMS;
    const pem = { CertificateThumbprint: 'AB', CertificatePrivateKey: '-----BEGIN' };
    expect((await configOf({ ...app, ...pem }, own())).chats.teams).toMatchObject({
      certificate: { thumbprint: 'AB', privateKey: '-----BEGIN' },
    });
    const msi = { ...app, MicrosoftAppType: 'UserAssignedMsi', TEAMS_TENANTS: `${GUID}, ${GUID}` };
    expect((await configOf(msi, own())).chats.teams).toMatchObject({
      appType: 'UserAssignedMsi',
      tenants: [GUID, GUID],
    });
  });

  test('the test mode believes everybody, so it is for this machine only', async () => {
    const env = { SOUNDINGS_TEAMS_ANONYMOUS: '1' };
    expect((await configOf(env, own())).chats.teams).toMatchObject({ anonymous: true, appId: '' });
    expect(await faultsOf({ ...env, CHAT_HOST: '0.0.0.0' }, own())).toEqual([
      expect.stringMatching(/^CHAT_HOST: .*tests on this machine/),
    ]);
    expect(await faultsOf({ ...env, ...TEAMS }, own())).toEqual([
      expect.stringMatching(/^MicrosoftAppId: /),
    ]);
  });

  test.each([
    [{ MicrosoftAppPassword: 's' }, [/^MicrosoftAppId: It is missing/, /^MicrosoftAppTenantId: /]],
    [{ ...TEAMS, MicrosoftAppId: 'soundings' }, [/^MicrosoftAppId: It is no id/]],
    [{ ...TEAMS, MicrosoftAppPassword: '' }, [/^MicrosoftAppPassword: It is missing/]],
    [{ ...TEAMS, MicrosoftAppType: 'Tenant' }, [/^MicrosoftAppType: It must be one of/]],
    [{ ...TEAMS, TEAMS_TENANTS: 'contoso' }, [/^TEAMS_TENANTS: "contoso"/]],
    [{ ...TEAMS, CertificateThumbprint: 'AB' }, [/^CertificatePrivateKey: /]],
  ])('%j', async (env, faults) => {
    const said = await faultsOf(env, own());
    expect(said).toEqual(faults.map((fault) => expect.stringMatching(fault)));
    expect(said.join()).not.toContain('secret~1');
  });
});
