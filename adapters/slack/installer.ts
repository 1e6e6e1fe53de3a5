/** The pages by which an administrator installs the app in one more workspace. */
import { HTTPReceiver, type InstallationStore } from '@slack/bolt';
import { type ClientSetting, clientOptions } from './client.ts';
import { type OAuthAccess, OPTIONAL_SCOPES, SCOPES } from './options.ts';

const TIMEOUT = 10_000;
const REDIRECT = '/slack/oauth_redirect';

/** Apart from the receiver of events: `authorize` is ours. */
export function installer(
  { clientId, clientSecret, stateSecret, redirectUri }: OAuthAccess,
  installationStore: InstallationStore,
  setting: ClientSetting,
  apiUrl: string | undefined,
): HTTPReceiver {
  if (new URL(redirectUri).pathname !== REDIRECT) {
    throw new Error(
      `SLACK_REDIRECT_URI must end in ${REDIRECT}, and stand in the app's “Redirect URLs” just so.`,
    );
  }
  return new HTTPReceiver({
    signingSecret: '',
    signatureVerification: false,
    endpoints: [],
    logger: setting.logger,
    clientId,
    clientSecret,
    stateSecret,
    redirectUri,
    scopes: [...SCOPES, ...OPTIONAL_SCOPES],
    installationStore,
    installerOptions: {
      redirectUriPath: REDIRECT,
      clientOptions: clientOptions(setting, TIMEOUT),
      ...(apiUrl && { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
    },
  });
}
