/** The two clients of a workspace: one that posts in bulk, and one that answers people. */
import { type Logger, webApi } from '@slack/bolt';
import { seconds } from '../in-hand.ts';
import { retryAfter } from './errors.ts';

export type Client = webApi.WebClient;

export interface ClientSetting {
  readonly apiUrl?: string;
  readonly logger: Logger;
}

/**
 * Sends each request once and waits for nothing: the usual client repeats a POST up to ten times after a dropped
 * connection (duplicate messages), and a rate limit holds up all that is behind it.
 */
export function client(
  token: string | undefined,
  { apiUrl, logger }: ClientSetting,
  timeout: number,
): Client {
  return new webApi.WebClient(token, clientOptions({ ...(apiUrl && { apiUrl }), logger }, timeout));
}

export function clientOptions({ apiUrl, logger }: ClientSetting, timeout: number) {
  return {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    logger,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  };
}

/** For a call that may be repeated without harm: waits as long as Slack asks, a few times. */
export async function patiently<T>(
  call: () => Promise<T>,
  { tries = 3, most = 60 }: { readonly tries?: number; readonly most?: number } = {},
): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      const wait = retryAfter(error);
      if (wait === undefined || wait > most || left <= 1) throw error;
      await seconds(wait);
    }
  }
}
