/** Who is at the door, and with which token we knock elsewhere: botbuilder's authentication, for one app. */
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { at, textAt } from '../../src/message/read-payload.ts';
import { CallFailed } from './errors.ts';
import { onceClient } from './http-client.ts';
import type { TeamsOptions } from './options.ts';
import { quietly } from './quiet.ts';

type Factory = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;
type Credentials = Awaited<ReturnType<Factory['createCredentials']>>;

/** The keys of Microsoft's tokens can't be read: nobody can be let in, and the operator is to know. */
type Verdict = 'genuine' | 'forged' | 'no-keys';

export interface Authentication {
  /** Whether a request is from Teams and for this app. */
  verify(activity: unknown, authorization: string | undefined): Promise<Verdict>;
  /** For the adapter. */
  readonly botFramework: ConfigurationBotFrameworkAuthentication;
}

const ISSUER = 'https://api.botframework.com';

/** Throws a sentence that names the variable where what is needed is missing. */
export function authentication(options: TeamsOptions): Authentication {
  const fault = options.anonymous ? undefined : faultOf(options);
  if (fault !== undefined) throw new Error(fault);
  const botFramework = new ConfigurationBotFrameworkAuthentication(
    options.anonymous ? {} : { MicrosoftAppId: options.appId, ...addresses(options) },
    options.anonymous ? undefined : factory(options),
    undefined,
    undefined,
    // Its own type stands in a package of a package.
    { httpClient: onceClient() as never },
  );
  return {
    botFramework,
    async verify(activity, authorization) {
      if (options.anonymous) return 'genuine';
      if (!authorization) return 'forged';
      try {
        const { claimsIdentity } = await quietly(() =>
          botFramework.authenticateRequest(activity as never, authorization),
        );
        // Tokens of other kinds (emulator, skill) name no service: where answers go would be anybody's to say.
        const isOurs =
          claimsIdentity.getClaimValue('iss') === ISSUER &&
          claimsIdentity.getClaimValue('serviceurl') === textAt(activity, 'serviceUrl');
        return isOurs ? 'genuine' : 'forged';
      } catch (error) {
        return isNoKeys(error) ? 'no-keys' : 'forged';
      }
    },
  };
}

/** All or none: where one is set, botbuilder has no defaults for the others. */
function addresses({ endpoints }: TeamsOptions) {
  const metadata = endpoints?.openIdMetadata;
  if (metadata === undefined) return {};
  return {
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    ToBotFromChannelTokenIssuer: ISSUER,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: ISSUER,
    OAuthUrl: ISSUER,
  };
}

/** `Failed to load ...` has status 500; a server out of reach is a `FetchError`, and a page that is no JSON too. */
function isNoKeys(error: unknown): boolean {
  const isFetch = error instanceof Error && ['FetchError', 'AbortError'].includes(error.name);
  return isFetch || at(error, 'statusCode') === 500;
}

function faultOf({ appId, appType, appPassword, certificate, tenantId }: TeamsOptions) {
  if (appId.trim() === '') {
    return 'MicrosoftAppId is missing: without it nobody could tell whether a request is from Teams. Copy it from the Azure bot, “Configuration”.';
  }
  if (tenantId.trim() === '') {
    return 'MicrosoftAppTenantId is missing: only people of your own company are to be let in. Copy it from Microsoft Entra, “Tenant ID”.';
  }
  if (appType === 'UserAssignedMsi') {
    return appPassword
      ? 'MicrosoftAppPassword must not be set where MicrosoftAppType is UserAssignedMsi: a managed identity has none.'
      : undefined;
  }
  return appPassword || certificate
    ? undefined
    : 'MicrosoftAppPassword is missing: make a client secret for the app in Microsoft Entra, or set CertificateThumbprint and CertificatePrivateKey.';
}

/** Of Microsoft Entra's tokens, or a test's own. */
function factory(options: TeamsOptions): Factory {
  const { appId, endpoints } = options;
  if (endpoints?.token) {
    const { token } = endpoints;
    return {
      isValidAppId: async (id) => id === appId,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({ signRequest: (request) => signed(request, token) }),
    };
  }
  return told(
    new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: appId,
      MicrosoftAppType: options.appType,
      MicrosoftAppTenantId: options.tenantId,
      ...(options.appPassword && { MicrosoftAppPassword: options.appPassword }),
      ...(options.certificate && {
        CertificateThumbprint: options.certificate.thumbprint,
        CertificatePrivateKey: options.certificate.privateKey,
      }),
    }),
  );
}

async function signed<Request extends Parameters<Credentials['signRequest']>[0]>(
  request: Request,
  token: () => Promise<string>,
): Promise<Request> {
  request.headers.set('authorization', `Bearer ${await tokenOf(token)}`);
  return request;
}

/** Keeps the credentials, and with them their token; a token that can't be had is told from a message that failed. */
function told(inner: Factory): Factory {
  const known = new Map<string, Promise<Credentials>>();
  const make: Factory['createCredentials'] = async (...given) => {
    const credentials = await inner.createCredentials(...given);
    return { signRequest: (request) => tokenOf(() => credentials.signRequest(request)) };
  };
  return {
    isValidAppId: (id) => inner.isValidAppId(id),
    isAuthenticationDisabled: () => inner.isAuthenticationDisabled(),
    createCredentials(...given) {
      const key = JSON.stringify(given);
      const found = known.get(key) ?? make(...given);
      known.set(key, found);
      return found;
    },
  };
}

async function tokenOf<T>(get: () => Promise<T>): Promise<T> {
  try {
    return await get();
  } catch (error) {
    const code = textAt(error, 'errorCode') ?? textAt(error, 'code') ?? '';
    throw new CallFailed({ isToken: true, code: /^\w{1,60}$/.test(code) ? code : 'no token' });
  }
}
