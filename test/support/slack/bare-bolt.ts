/** Plain Bolt apps and a plain WebClient, for tests of the fake itself. */
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { FakeSlack } from './fake.ts';

/** Failures are provoked here all the time; nobody needs to read of them. */
const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  setName: () => undefined,
  getLevel: () => LogLevel.ERROR,
};

/** A client that tries once, and waits `timeout` milliseconds. */
export function once(
  fake: { readonly url: string },
  token = 'xoxb-test',
  timeout = 5000,
): WebClient {
  return new WebClient(token, {
    slackApiUrl: fake.url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: SILENT,
  });
}

interface Bare {
  readonly app: App;
  readonly stop: () => Promise<unknown>;
}

function appWith(fake: { readonly url: string }, receiver: HTTPReceiver | SocketModeReceiver): App {
  return new App({
    token: 'xoxb-test',
    receiver,
    clientOptions: { slackApiUrl: fake.url },
    logger: SILENT,
    deferInitialization: true,
  });
}

/** A Bolt app with a request URL, which `connectTo` is told; it gives up on a listener after `patience` milliseconds. */
export async function overHttp(
  fake: Pick<FakeSlack, 'url' | 'signingSecret' | 'connectTo'>,
  patience = 3001,
): Promise<Bare> {
  const receiver = new HTTPReceiver({
    signingSecret: fake.signingSecret,
    logger: SILENT,
    unhandledRequestTimeoutMillis: patience,
  });
  const app = appWith(fake, receiver);
  await app.init();
  const address = (await receiver.start(0)).address();
  if (address === null || typeof address === 'string') throw new Error('The app has no port.');
  fake.connectTo(`http://127.0.0.1:${address.port}/slack/events`);
  return { app, stop: () => receiver.stop() };
}

/** A Bolt app in Socket Mode; it waits `patience` milliseconds before it connects again. */
export async function overSocket(fake: FakeSlack, patience = 400): Promise<Bare> {
  const receiver = new SocketModeReceiver({
    appToken: 'xapp-test',
    logger: SILENT,
    clientPingTimeout: patience,
    installerOptions: { clientOptions: { slackApiUrl: fake.url } },
  });
  const app = appWith(fake, receiver);
  await app.init();
  return { app, stop: () => app.stop() };
}
