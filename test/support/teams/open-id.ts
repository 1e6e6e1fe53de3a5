/** An OpenID server of our own: describes the keys of tokens, and signs such as Microsoft's. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const ISSUER = 'https://api.botframework.com';

export interface Token {
  readonly key?: 'known' | 'unendorsed' | 'foreign';
  readonly kid?: string;
  readonly algorithm?: 'RS256' | 'none';
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string;
  /** Seconds from now. */
  readonly expires?: number;
}

export interface OpenId {
  readonly metadata: string;
  token(token: Token): string;
  close(): Promise<void>;
}

/** Made once: it takes a while. */
const keys = { known: pair(), unendorsed: pair(), foreign: pair() };

export async function openId(appId: string, serviceUrl: string): Promise<OpenId> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answer = request.url?.includes('openidconfiguration')
      ? { issuer: ISSUER, jwks_uri: `${origin}/keys` }
      : {
          keys: [
            described(keys.known.publicKey, 'known', ['msteams', 'webchat']),
            described(keys.unendorsed.publicKey, 'unendorsed', ['webchat']),
          ],
        };
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    metadata: `http://127.0.0.1:${port}/v1/.well-known/openidconfiguration`,
    token({ key = 'known', kid = key, algorithm = 'RS256', expires = 3600, ...claims }) {
      const now = Math.floor(Date.now() / 1000);
      const head = part({ alg: algorithm, typ: 'JWT', kid });
      const body = part({
        iss: claims.issuer ?? ISSUER,
        aud: claims.audience ?? appId,
        serviceurl: claims.serviceUrl ?? serviceUrl,
        nbf: now - 7200,
        exp: now + expires,
      });
      const signed = `${head}.${body}`;
      if (algorithm === 'none') return `${signed}.`;
      const signature = sign('sha256', Buffer.from(signed), keys[key].privateKey);
      return `${signed}.${signature.toString('base64url')}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pair() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function described(key: KeyObject, kid: string, endorsements: readonly string[]) {
  return { ...key.export({ format: 'jwk' }), kid, use: 'sig', endorsements };
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
