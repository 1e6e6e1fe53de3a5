/** Answers by `response_url`: no token, no rate limit to speak of, five times within half an hour. */
import * as http from 'node:http';
import * as https from 'node:https';
import type { KnownBlock } from '@slack/types';

export interface Answer {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly replace_original: boolean;
  readonly response_type?: 'ephemeral';
}

/** In milliseconds, for an answer. */
const TIMEOUT = 10_000;
/** Enough to see `"ok":false`. */
const READ = 2000;
/** In milliseconds, for a connection that nobody uses. */
const KEPT = { keepAlive: true, timeout: 5000 };
const BY = {
  'http:': { request: http.request, agent: new http.Agent(KEPT) },
  'https:': { request: https.request, agent: new https.Agent(KEPT) },
};

/**
 * False if Slack did not take it: used up, too old, or out of reach. By `node:http` and with its headers as a list,
 * because one such call follows every click: the usual way takes half as long again, `fetch` several times as long.
 */
export function respond(url: string, answer: Answer): Promise<boolean> {
  const body = JSON.stringify(answer);
  return new Promise((resolve) => {
    const failed = () => resolve(false);
    try {
      const { protocol, host, hostname, port, pathname, search } = new URL(url);
      const { request, agent } = BY[protocol as keyof typeof BY];
      const length = String(Buffer.byteLength(body));
      const asked = request({
        ...{ method: 'POST', hostname, port, path: `${pathname}${search}` },
        ...{ agent, timeout: TIMEOUT },
        headers: [
          ...['host', host, 'content-type', 'application/json; charset=utf-8'],
          ...['content-length', length],
        ],
      });
      asked.on('timeout', () => asked.destroy());
      asked.on('error', failed);
      asked.on('response', (response) => {
        let read = '';
        response.on('data', (chunk: Buffer) => {
          if (read.length < READ) read += chunk.toString('latin1');
        });
        response.on('error', failed);
        response.on('end', () =>
          resolve(response.statusCode === 200 && !/"ok":\s*false/.test(read)),
        );
      });
      asked.end(body);
    } catch {
      failed();
    }
  });
}
