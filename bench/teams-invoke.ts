/** A tap as Teams sends it, with a token as Microsoft signs it; and the server that describes the token's key. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const APP_ID = '11111111-1111-1111-1111-111111111111';
export const TENANT = 'aaaaaaaa-0000-0000-0000-000000000001';
export const BOT = `28:${APP_ID}`;
export const ISSUER = 'https://api.botframework.com';
/** Never called: what a tap is answered with is in the answer itself. */
export const SERVICE_URL = 'http://127.0.0.1:9/';
const PATH = '/api/messages';
export const LOCALE = 'en-GB';
export const ZONE = 'Europe/London';
export const APP = { bare: 'bare', ours: 'soundings' } as const;
export type Ready = { readonly port: number } | { readonly sealed: number };

export function userOf(i: number): string {
  return `bbbbbbbb-0000-0000-0000-${String(i).padStart(12, '0')}`;
}

/** What Teams calls people and chats has about this length. */
export function channelIdsOf(i: number): { readonly user: string; readonly conversation: string } {
  const id = userOf(i).repeat(2);
  return { user: `29:${id}`, conversation: `a:${id}` };
}

export interface Microsoft {
  /** Where the keys are described. */
  readonly metadata: string;
  /** For an `authorization` header; good for an hour. */
  readonly token: string;
  close(): void;
}

export async function microsoft(): Promise<Microsoft> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig' };
  const server = createServer((asked, answer) => {
    const described = asked.url?.endsWith('openidconfiguration')
      ? { issuer: ISSUER, jwks_uri: `${address()}/keys` }
      : { keys: [{ ...key, endorsements: ['msteams'] }] };
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(described));
  }).listen(0, '127.0.0.1');
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await once(server, 'listening');
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ...{ iss: ISSUER, aud: APP_ID, serviceurl: SERVICE_URL },
    ...{ nbf: now - 60, exp: now + 3600 },
  };
  const unsigned = `${part({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(unsigned), privateKey).toString('base64url');
  return {
    metadata: `${address()}/v1/.well-known/openidconfiguration`,
    token: `Bearer ${unsigned}.${signature}`,
    close: () => void server.close().closeAllConnections(),
  };
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The bytes of one request: person `i` taps on the first question. */
export function request(
  i: number,
  {
    token,
    ...about
  }: { readonly round: string; readonly question: string; readonly token: string },
): Buffer {
  const { user, conversation } = channelIdsOf(i);
  const data = { kind: 'answer', ...about, value: String((i % 5) + 1) };
  const body = JSON.stringify({
    ...{ type: 'invoke', name: 'adaptiveCard/action', id: `f:${i}`, channelId: 'msteams' },
    ...{ timestamp: '2026-02-03T10:00:00.000Z', localTimestamp: '2026-02-03T10:00:00.000Z' },
    ...{ localTimezone: ZONE, locale: LOCALE, serviceUrl: SERVICE_URL, replyToId: `${i}` },
    from: { id: user, aadObjectId: userOf(i), name: `Person ${i}` },
    recipient: { id: BOT, name: 'Soundings' },
    conversation: { id: conversation, conversationType: 'personal', tenantId: TENANT },
    entities: [{ type: 'clientInfo', locale: LOCALE, platform: 'Web', timezone: ZONE }],
    channelData: { tenant: { id: TENANT }, source: { name: 'message' }, legacy: {} },
    value: { action: { type: 'Action.Execute', verb: data.kind, data }, trigger: 'manual' },
  });
  const head = [
    `POST ${PATH} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `authorization: ${token}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
