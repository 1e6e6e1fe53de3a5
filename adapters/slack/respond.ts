/** Answers by `response_url`: no token, no rate limit to speak of, five times within half an hour. */
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import type { KnownBlock } from '@slack/types';

export interface Answer {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly replace_original: boolean;
  readonly response_type?: 'ephemeral';
}

const TIMEOUT = 10_000;
/** Enough to see `"ok":false`. */
const READ = 2000;

/**
 * False if Slack did not take it: used up, too old, or out of reach. By `node:http`, because one such call follows every
 * click and `fetch` costs several times as much.
 */
export function respond(url: string, answer: Answer): Promise<boolean> {
  const body = JSON.stringify(answer);
  return new Promise((resolve) => {
    const failed = () => resolve(false);
    try {
      const request = (url.startsWith('https:') ? https : http)(url, {
        method: 'POST',
        timeout: TIMEOUT,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        },
      });
      request.on('timeout', () => request.destroy());
      request.on('error', failed);
      request.on('response', (response) => {
        let read = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (read.length < READ) read += chunk;
        });
        response.on('error', failed);
        response.on('end', () =>
          resolve(response.statusCode === 200 && !/"ok":\s*false/.test(read)),
        );
      });
      request.end(body);
    } catch {
      failed();
    }
  });
}
