/** The chat platforms, as the environment names them; every fault at once. */

export interface ChatsConfig {
  readonly slack?: SlackConfig;
  readonly teams?: TeamsConfig;
  /** What an HR system signs with whom it announces as leavers; absent: none may. */
  readonly leavers?: { readonly secret: string };
  /** Where the platforms' and HR systems' requests arrive, where they do: behind a proxy that speaks https. */
  readonly doors: { readonly host: string; readonly port: number };
}

interface SlackConfig {
  /** Another address of the Slack API: an emulator, a test. */
  readonly apiUrl?: string;
  /** One workspace by its token, or several by OAuth. */
  readonly access:
    | { readonly token: string }
    | {
        readonly clientId: string;
        readonly clientSecret: string;
        readonly redirectUri: string;
      };
  /** Socket mode, or HTTP. */
  readonly arrival: { readonly appToken: string } | { readonly signingSecret: string };
}

interface TeamsConfig {
  readonly appId: string;
  readonly appPassword?: string;
  readonly certificate?: { readonly thumbprint: string; readonly privateKey: string };
  readonly tenantId: string;
  /** Served beside the company's own. */
  readonly tenants: readonly string[];
  readonly appType: 'SingleTenant' | 'UserAssignedMsi' | 'MultiTenant';
  /** Test mode: no tokens are checked. */
  readonly anonymous?: true;
}

type Env = Readonly<Record<string, string | undefined>>;
type Tell = (where: string, says: string) => void;

/** Where Slack's and Teams' requests arrive, unless said otherwise. */
const DOORS = { host: '127.0.0.1', port: '3979' };

/** Without https on this machine only, for a trial. */
const ADDRESS =
  /^(https:\/\/[^/?#@\s]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)(\/[^?#\s]*[^/?#\s])?$/;

/** `own`: there is a soundings.yaml, so there are people to write to. */
export function readChats(env: Env, own: boolean, fault: Tell): ChatsConfig {
  const port = env.CHAT_PORT ?? DOORS.port;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    fault('CHAT_PORT', `"${port}" is no port; write a number from 0 to 65535.`);
  }
  const url = env.SOUNDINGS_URL;
  if (url !== undefined && !ADDRESS.test(url)) {
    fault('SOUNDINGS_URL', 'It must be an https address without a / at its end.');
  }
  const host = env.CHAT_HOST ?? DOORS.host;
  const [slack] = SLACK.filter((name) => env[name] !== undefined);
  const [teams] = TEAMS.filter((name) => env[name] !== undefined);
  for (const first of [slack, teams]) {
    if (first === undefined || own) continue;
    fault(first, 'A chat platform needs an organisation: write a soundings.yaml (README).');
  }
  return {
    doors: { host, port: Number(port) },
    ...(slack && { slack: readSlack(env, fault) }),
    ...(teams && { teams: readTeams(env, host, fault) }),
    ...readLeavers(env, own, fault),
  };
}

function readLeavers(env: Env, own: boolean, fault: Tell): Pick<ChatsConfig, 'leavers'> {
  const name = 'SOUNDINGS_LEAVERS_SECRET';
  const secret = env[name];
  if (secret === undefined) return {};
  if (secret.length < 32) {
    fault(name, 'It must have 32 characters or more; make one with: openssl rand -hex 32');
  }
  if (!own) fault(name, 'An HR system needs an organisation: write a soundings.yaml (README).');
  return { leavers: { secret } };
}

const SLACK = [
  ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
  ...['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
];

function readSlack(env: Env, fault: Tell): SlackConfig {
  if (env.SLACK_API_URL !== undefined && !/^https?:\/\/.+\/$/.test(env.SLACK_API_URL)) {
    fault(
      'SLACK_API_URL',
      'It must be an address that ends with /, such as https://slack.com/api/.',
    );
  }
  return {
    access: readAccess(env, fault),
    arrival: readArrival(env, fault),
    ...(env.SLACK_API_URL !== undefined && { apiUrl: env.SLACK_API_URL }),
  };
}

function readAccess(env: Env, fault: Tell): SlackConfig['access'] {
  const { SLACK_BOT_TOKEN: token, SLACK_CLIENT_ID: clientId } = env;
  if (token === undefined) return readOAuth(env, fault);
  if (clientId !== undefined) {
    fault(
      'SLACK_CLIENT_ID',
      'Unset it, or SLACK_BOT_TOKEN: a token is one workspace, OAuth is several.',
    );
  }
  if (!token.startsWith('xoxb-')) {
    fault(
      'SLACK_BOT_TOKEN',
      'It must start with xoxb-: it is the Bot User OAuth Token of your app.',
    );
  }
  return { token };
}

/** What several workspaces need; or, where nothing points to them, the token of the one. */
function readOAuth(env: Env, fault: Tell): SlackConfig['access'] {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  if (clientId === undefined) {
    const says = 'It is missing. Copy it from your app: OAuth & Permissions, Bot User OAuth Token.';
    fault('SLACK_BOT_TOKEN', says);
    return { token: '' };
  }
  const needs = (name: string, why: string) => {
    if (env[name] !== undefined) return;
    fault(name, `Installing in several workspaces (SLACK_CLIENT_ID) needs it: ${why}`);
  };
  needs('SLACK_CLIENT_SECRET', 'it stands under Basic Information of your app.');
  needs('SLACK_SIGNING_SECRET', 'socket mode serves one workspace only.');
  needs('SOUNDINGS_KEY_SECRET', 'the tokens of the workspaces are encrypted with it.');
  needs('SOUNDINGS_URL', 'the public address, such as https://soundings.example.com.');
  return {
    clientId,
    clientSecret: clientSecret ?? '',
    redirectUri: `${env.SOUNDINGS_URL ?? ''}/slack/oauth_redirect`,
  };
}

function readArrival(env: Env, fault: Tell): SlackConfig['arrival'] {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  if (appToken !== undefined && signingSecret !== undefined) {
    fault(
      'SLACK_SIGNING_SECRET',
      'Unset it, or SLACK_APP_TOKEN: with an app token Slack is reached by socket mode, with a signing secret it comes over HTTP.',
    );
  }
  if (appToken !== undefined) {
    if (!appToken.startsWith('xapp-')) {
      fault(
        'SLACK_APP_TOKEN',
        'It must start with xapp-: Basic Information, App-Level Tokens, scope connections:write.',
      );
    }
    return { appToken };
  }
  if (signingSecret === undefined && env.SLACK_CLIENT_ID === undefined) {
    fault(
      'SLACK_APP_TOKEN',
      'It is missing. Make one for socket mode: Basic Information, App-Level Tokens, scope connections:write; or set SLACK_SIGNING_SECRET for HTTP.',
    );
  }
  return { signingSecret: signingSecret ?? '' };
}

/** The names are those of Microsoft's own documentation. */
const TEAMS = [
  ...['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId', 'MicrosoftAppType'],
  ...['CertificateThumbprint', 'CertificatePrivateKey', 'SOUNDINGS_TEAMS_ANONYMOUS'],
];
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TYPES = ['SingleTenant', 'UserAssignedMsi', 'MultiTenant'] as const;

function readTeams(env: Env, host: string, fault: Tell): TeamsConfig {
  const tenants = (env.TEAMS_TENANTS ?? '').split(',').flatMap((each) => each.trim() || []);
  if (env.SOUNDINGS_TEAMS_ANONYMOUS === '1') return anonymous(env, tenants, host, fault);
  const appType = TYPES.find((each) => each === (env.MicrosoftAppType ?? 'SingleTenant'));
  if (!appType) fault('MicrosoftAppType', `It must be one of ${TYPES.join(', ')}.`);
  const guid = (name: string, where: string): string => {
    const value = env[name] ?? '';
    if (!GUID.test(value)) fault(name, `${value ? 'It is no id' : 'It is missing'}: ${where}`);
    return value;
  };
  const appId = guid(
    'MicrosoftAppId',
    'the Microsoft App ID of your Azure bot, in its configuration.',
  );
  const tenantId = guid(
    'MicrosoftAppTenantId',
    'the tenant ID of your Azure bot, in its configuration.',
  );
  for (const each of tenants) {
    if (!GUID.test(each)) fault('TEAMS_TENANTS', `"${each}" is no tenant ID.`);
  }
  const secret = readTeamsSecret(env, appType, fault);
  return { appId, tenantId, tenants, appType: appType ?? 'SingleTenant', ...secret };
}

/** A password or a certificate; a managed identity has neither. */
function readTeamsSecret(
  env: Env,
  appType: TeamsConfig['appType'] | undefined,
  fault: Tell,
): Pick<TeamsConfig, 'appPassword' | 'certificate'> {
  const { MicrosoftAppPassword: appPassword, CertificateThumbprint: thumbprint } = env;
  const privateKey = env.CertificatePrivateKey;
  if (thumbprint !== undefined || privateKey !== undefined) {
    if (thumbprint === undefined) fault('CertificateThumbprint', 'It is missing.');
    if (privateKey === undefined) fault('CertificatePrivateKey', 'It is missing: the key as PEM.');
    return { certificate: { thumbprint: thumbprint ?? '', privateKey: privateKey ?? '' } };
  }
  if (appType === 'UserAssignedMsi') {
    if (appPassword !== undefined) {
      fault('MicrosoftAppPassword', 'Unset it: a managed identity has no password.');
    }
    return {};
  }
  if (appPassword === undefined) {
    const says =
      'It is missing: a client secret of the app registration, or set CertificateThumbprint.';
    fault('MicrosoftAppPassword', says);
    return {};
  }
  return { appPassword };
}

/** For the Agents Playground: whoever reaches the port is believed. */
function anonymous(env: Env, tenants: readonly string[], host: string, fault: Tell): TeamsConfig {
  const only = 'SOUNDINGS_TEAMS_ANONYMOUS is for tests on this machine:';
  if (!/^(localhost|::1|127(\.\d{1,3}){3})$/.test(host)) {
    fault('CHAT_HOST', `${only} set CHAT_HOST to 127.0.0.1.`);
  }
  if (env.MicrosoftAppId !== undefined) fault('MicrosoftAppId', `${only} unset one of the two.`);
  const tenantId = env.MicrosoftAppTenantId ?? '00000000-0000-0000-0000-000000000001';
  return { appId: '', tenantId, tenants, appType: 'SingleTenant', anonymous: true };
}
