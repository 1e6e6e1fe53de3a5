/** Answers by `response_url`: no token, no rate limit to speak of, five times within half an hour. */
import type { KnownBlock } from '@slack/types';
import { Agent } from 'undici';

export interface Answer {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly replace_original: boolean;
  readonly response_type?: 'ephemeral';
}

const JSON_TYPE = 'application/json; charset=utf-8';
/** In milliseconds, for an answer. */
const TIMEOUT = 10_000;
/** Enough to see `"ok":false`. */
const READ = 2000;
/** Keeps connections for the next answer. */
const agent = new Agent({ connectTimeout: TIMEOUT, headersTimeout: TIMEOUT, bodyTimeout: TIMEOUT });

/**
 * False if Slack did not take it: used up, too old, or out of reach. By the lowest door of undici, because one such call
 * follows every click: `node:http` takes twice as long, `fetch` several times as long.
 */
export function respond(url: string, answer: Answer): Promise<boolean> {
  return new Promise((resolve) => {
    const failed = () => resolve(false);
    try {
      const { origin, pathname, search } = new URL(url);
      const [path, headers] = [`${pathname}${search}`, ['content-type', JSON_TYPE]];
      const asked = {
        origin,
        path,
        method: 'POST',
        headers,
        body: JSON.stringify(answer),
      } as const;
      let [status, read] = [0, ''];
      agent.dispatch(asked, {
        onRequestStart() {},
        onResponseStart(_, code) {
          status = code;
        },
        onResponseData(_, chunk) {
          if (read.length < READ) read += chunk.toString('latin1');
        },
        onResponseEnd: () => resolve(status === 200 && !/"ok":\s*false/.test(read)),
        onResponseError: failed,
      });
    } catch {
      failed();
    }
  });
}
