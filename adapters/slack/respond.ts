/** Answers by `response_url`: no token, no rate limit to speak of, five times within half an hour. */
import type { KnownBlock } from '@slack/types';
import { Agent, request } from 'undici';

export interface Answer {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly replace_original: boolean;
  readonly response_type?: 'ephemeral';
}

const TIMEOUT = 10_000;
/** One such call follows every click: connections are kept, and used one call after the other. */
const dispatcher = new Agent({
  connections: 50,
  connectTimeout: TIMEOUT,
  headersTimeout: TIMEOUT,
  bodyTimeout: TIMEOUT,
});
const headers = { 'content-type': 'application/json; charset=utf-8' };

/** False if Slack did not take it: used up, too old, or out of reach. */
export async function respond(url: string, answer: Answer): Promise<boolean> {
  const body = JSON.stringify(answer);
  try {
    const response = await request(url, { dispatcher, method: 'POST', headers, body });
    return !/"ok":\s*false/.test(await response.body.text()) && response.statusCode === 200;
  } catch {
    return false;
  }
}
