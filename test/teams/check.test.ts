/** What `soundings doctor` says of Teams. */
import { generateKeyPairSync, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { checkTeams } from '../../adapters/teams/check.ts';

const CONFIG = {
  ...{ appId: '11111111-1111-1111-1111-111111111111', appPassword: 'a-secret-value' },
  ...{ tenantId: 'aaaaaaaa-0000-0000-0000-000000000001', appType: 'SingleTenant' as const },
};
const GIVEN = { status: 200, body: JSON.stringify({ access_token: 'a-token', expires_in: 3599 }) };

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

interface Asked {
  readonly path: string;
  readonly form: URLSearchParams;
}

/** An Entra that always answers the same. */
async function entra({ status, body }: typeof GIVEN) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    asked.push({ path: `${request.method} ${request.url}`, form: new URLSearchParams(text) });
    if (status > 0) response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

function refusal(...codes: number[]) {
  const said = { error: 'invalid_client', error_description: 'a-secret-value', error_codes: codes };
  return { status: 401, body: JSON.stringify(said) };
}

test('all is well, after one question', async () => {
  const { asked, address } = await entra(GIVEN);
  expect(await checkTeams(CONFIG, { address })).toEqual({
    faults: [],
    fine: `SingleTenant, tenant ${CONFIG.tenantId}`,
  });
  expect(asked.map(({ path }) => path)).toEqual([`POST /${CONFIG.tenantId}/oauth2/v2.0/token`]);
  expect(Object.fromEntries(asked[0]?.form ?? [])).toEqual({
    grant_type: 'client_credentials',
    client_id: CONFIG.appId,
    client_secret: CONFIG.appPassword,
    scope: 'https://api.botframework.com/.default',
  });
});

test('an app of several tenants asks the Bot Framework’s', async () => {
  const { asked, address } = await entra(GIVEN);
  await checkTeams({ ...CONFIG, appType: 'MultiTenant' }, { address });
  expect(asked[0]?.path).toBe('POST /botframework.com/oauth2/v2.0/token');
});

test.each([
  [7000215, /^MicrosoftAppPassword: .* value, not its ID/],
  [7000222, /^MicrosoftAppPassword: it has expired/],
  [700016, /^MicrosoftAppId: MicrosoftAppTenantId has no such app/],
  [7000229, /^MicrosoftAppId: .* service principal/],
  [7000112, /^MicrosoftAppId: the app is disabled/],
  [90002, /^MicrosoftAppTenantId: there is no such tenant/],
  [900023, /^MicrosoftAppTenantId: there is no such tenant/],
  [700027, /^CertificateThumbprint: /],
  [424242, /^MicrosoftAppId, MicrosoftAppPassword or MicrosoftAppTenantId: .* no token/],
])('a refusal (AADSTS%i) names the variable, and quotes nothing', async (code, says) => {
  const { address } = await entra(refusal(code));
  const { faults, fine } = await checkTeams(CONFIG, { address });
  expect(faults).toEqual([expect.stringMatching(says)]);
  expect(faults.join()).toContain(`(AADSTS${code})`);
  expect(faults.join() + fine).not.toContain('a-secret-value');
});

test.each([
  ['a refusal without a code', { status: 400, body: '{}' }, /^MicrosoftAppId, .*HTTP 400/],
  ['an answer without a token', { status: 200, body: '{}' }, /^MicrosoftAppId, .*HTTP 200/],
  ['a proxy’s page', { status: 200, body: '<p>' }, /^http:\S+ answers HTTP 200 only/],
  ['an Entra in trouble', { status: 503, body: '{}' }, /^http:\S+ answers HTTP 503 only/],
])('%s', async (_, answer, says) => {
  const { address } = await entra(answer);
  const { faults } = await checkTeams(CONFIG, { address });
  expect(faults).toEqual([expect.stringMatching(says)]);
});

test('an Entra that does not answer, or is not there', async () => {
  const silent = await entra({ status: 0, body: '' });
  const late = await checkTeams(CONFIG, { address: silent.address, timeout: 50 });
  expect(late.faults).toEqual([
    expect.stringMatching(/can't be reached from here \(TimeoutError\)/),
  ]);
  const gone = await checkTeams(CONFIG, { address: 'http://127.0.0.1:1/' });
  expect(gone.faults).toEqual([expect.stringMatching(/can't be reached from here/)]);
});

test('a certificate signs what is asked, and never leaves', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { asked, address } = await entra(GIVEN);
  const { appPassword: _, ...without } = CONFIG;
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const certificate = { thumbprint: 'AB'.repeat(20), privateKey: pem };
  expect((await checkTeams({ ...without, certificate }, { address })).faults).toEqual([]);
  const form = asked[0]?.form;
  expect(form?.has('client_secret')).toBe(false);
  const [head = '', claims = '', signature = ''] = (form?.get('client_assertion') ?? '').split('.');
  const signed = Buffer.from(`${head}.${claims}`);
  expect(verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toMatchObject({
    alg: 'RS256',
    x5t: Buffer.from(certificate.thumbprint, 'hex').toString('base64url'),
  });
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    aud: `${address}${CONFIG.tenantId}/oauth2/v2.0/token`,
    iss: CONFIG.appId,
    sub: CONFIG.appId,
  });
});

test('a key that is none is named before anybody is asked, and not printed', async () => {
  const { asked, address } = await entra(GIVEN);
  const certificate = { thumbprint: 'AB'.repeat(20), privateKey: 'a-secret-value' };
  const { faults } = await checkTeams({ ...CONFIG, certificate }, { address });
  expect(faults).toEqual([expect.stringMatching(/^CertificatePrivateKey: /)]);
  expect(faults.join()).not.toContain('a-secret-value');
  expect(asked).toEqual([]);
});

test('test mode and managed identities are not asked for', async () => {
  const { asked, address } = await entra(GIVEN);
  for (const change of [{ anonymous: true }, { appType: 'UserAssignedMsi' }] as const) {
    const { faults, fine } = await checkTeams({ ...CONFIG, ...change }, { address });
    expect(faults).toEqual([]);
    expect(fine).toMatch(/test mode|managed identity/);
  }
  expect(asked).toEqual([]);
});
