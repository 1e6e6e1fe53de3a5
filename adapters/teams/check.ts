/** `soundings doctor`: whether Microsoft Entra gives the app a token to write to Teams with. Changes nothing. */
import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { listAt, textAt } from '../../src/message/read-payload.ts';
import type { TeamsOptions } from './options.ts';

export interface Verdict {
  readonly faults: readonly string[];
  /** What is well, in a few words. */
  readonly fine: string;
}

type Checked = Pick<
  TeamsOptions,
  'appId' | 'appPassword' | 'certificate' | 'tenantId' | 'appType' | 'anonymous'
>;

interface Entra {
  /** Ends with `/`. */
  readonly address: string;
  /** Milliseconds that it may take to answer. */
  readonly timeout: number;
}

const ENTRA: Entra = { address: 'https://login.microsoftonline.com/', timeout: 5000 };
const SCOPE = 'https://api.botframework.com/.default';

export async function checkTeams(config: Checked, entra: Partial<Entra> = {}): Promise<Verdict> {
  const { tenantId, appType, anonymous } = config;
  if (anonymous) return fine('test mode: no tokens are checked, and none are asked for');
  if (appType === 'UserAssignedMsi') {
    return fine('a managed identity, whose token is had in Azure only: not asked for');
  }
  const { address, timeout } = { ...ENTRA, ...entra };
  // As botbuilder asks: an app of many tenants has its token of the Bot Framework's own.
  const tenant = appType === 'MultiTenant' ? 'botframework.com' : tenantId;
  const url = `${address}${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
  const proof = proofOf(config, url);
  if (!proof) return fault(NO_KEY);
  const answer = await ask(url, timeout, {
    ...{ grant_type: 'client_credentials', client_id: config.appId, scope: SCOPE },
    ...proof,
  });
  if (typeof answer === 'string') return fault(`${new URL(address).origin} ${answer}.`);
  if (textAt(answer.said, 'access_token')) return fine(`${appType}, tenant ${tenant}`);
  return fault(sentence(answer, config));
}

const NO_KEY =
  'CertificatePrivateKey: it is no RSA key in PEM. Copy the whole file, with its first and last line.';

function fine(words: string): Verdict {
  return { faults: [], fine: words };
}

function fault(words: string): Verdict {
  return { faults: [words], fine: '' };
}

interface Answer {
  readonly status: number;
  readonly said: unknown;
}

/** The answer, or what is wrong with whoever should give it. */
async function ask(
  url: string,
  timeout: number,
  form: Readonly<Record<string, string>>,
): Promise<Answer | string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    const said: unknown = await response.json().catch(() => undefined);
    if (response.status >= 500 || said === undefined) return `answers HTTP ${response.status} only`;
    return { status: response.status, said };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const name = error instanceof Error ? error.name : 'unknown';
    return `can't be reached from here (${textAt(cause, 'code') ?? name})`;
  }
}

/** Undefined for a key that can't be read. */
function proofOf(
  { appId, appPassword = '', certificate }: Checked,
  audience: string,
): Readonly<Record<string, string>> | undefined {
  if (!certificate) return { client_secret: appPassword };
  try {
    const now = Math.floor(Date.now() / 1000);
    const x5t = Buffer.from(certificate.thumbprint, 'hex').toString('base64url');
    const claims = {
      ...{ aud: audience, iss: appId, sub: appId, jti: randomUUID() },
      ...{ nbf: now, exp: now + 600 },
    };
    const unsigned = `${part({ alg: 'RS256', typ: 'JWT', x5t })}.${part(claims)}`;
    const key = createPrivateKey(certificate.privateKey);
    if (key.asymmetricKeyType !== 'rsa') return undefined;
    const signature = sign('sha256', Buffer.from(unsigned), key).toString('base64url');
    return {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${unsigned}.${signature}`,
    };
  } catch {
    return undefined;
  }
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** By Entra's own numbers: learn.microsoft.com, reference-error-codes. They may change; then all that may be wrong is named. */
const WRONG: Readonly<Record<number, string>> = {
  7000215:
    'MicrosoftAppPassword: Microsoft Entra says it is wrong. Copy the secret’s value, not its ID.',
  7000222:
    'MicrosoftAppPassword: it has expired. Make a new client secret for the app in Microsoft Entra.',
  700016:
    'MicrosoftAppId: MicrosoftAppTenantId has no such app. Copy both from the Azure bot, “Configuration”.',
  7000229:
    'MicrosoftAppId: the app is not in the tenant of MicrosoftAppTenantId yet. Make its service principal there.',
  7000112: 'MicrosoftAppId: the app is disabled. Enable it in Microsoft Entra, “Enterprise apps”.',
  90002: 'MicrosoftAppTenantId: there is no such tenant. Copy it from Microsoft Entra.',
  900023: 'MicrosoftAppTenantId: there is no such tenant. Copy it from Microsoft Entra.',
  700027:
    'CertificateThumbprint: the certificate is not one of the app’s, or CertificatePrivateKey is another one’s. Upload it in Microsoft Entra.',
};

function sentence({ status, said }: Answer, { certificate }: Checked): string {
  const codes = listAt(said, 'error_codes').filter((code) => typeof code === 'number');
  const known = codes.map((code) => WRONG[code]).find((words) => words !== undefined);
  const why = codes.length > 0 ? `AADSTS${codes.join(', AADSTS')}` : `HTTP ${status}`;
  if (known !== undefined) return `${known} (${why})`;
  const secret = certificate ? 'CertificateThumbprint' : 'MicrosoftAppPassword';
  return `MicrosoftAppId, ${secret} or MicrosoftAppTenantId: Microsoft Entra gives no token (${why}).`;
}
