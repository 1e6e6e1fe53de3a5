/** The door for requests over HTTP: reads, verifies and counts them before Bolt sees any. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { verifySlackRequest } from '@slack/bolt';
import { seconds } from './client.ts';

export interface Door {
  readonly take: (request: IncomingMessage, response: ServerResponse) => void;
  /** Takes no more, and resolves when what is in hand is answered, or after `most` seconds. */
  close(most: number): Promise<void>;
}

export interface DoorOptions {
  /** Absent: nothing is signed, and no events are taken (OAuth alone). */
  readonly signingSecret?: string;
  /** Bolt's; throws for an address that is none of its own. */
  readonly next: (request: IncomingMessage, response: ServerResponse) => void;
  readonly tell: (line: string) => void;
  /** Whether there is anybody to take a request yet. */
  readonly isReady: () => boolean;
  readonly now?: () => number;
}

/** Bytes; the biggest that Slack sends is a form of some 250 KB. */
const BODY = 1_000_000;
/** Milliseconds on either side of now, as Slack says; Bolt checks the past alone. */
const WINDOW = 300_000;
const EVENTS = '/slack/events';
const FORM = 'application/x-www-form-urlencoded';

export function door({ signingSecret, next, tell, isReady, now = Date.now }: DoorOptions): Door {
  const isNew = replays(now);
  let inHand = 0;
  let isClosing = false;

  async function events(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    if (body === undefined) {
      tell(`A request from Slack was refused: it has more than ${BODY} bytes.`);
      response.shouldKeepAlive = false;
      request.resume();
      return end(response, 413);
    }
    const refused = refusal(request, body.toString());
    if (refused === undefined) return next(Object.assign(request, { rawBody: body }), response);
    if (refused.why !== undefined) tell(`A request to ${EVENTS} was refused: ${refused.why}.`);
    end(response, refused.status);
  }
  /** A status, and what the operator is told; undefined for a request that is to be taken. */
  function refusal(
    request: IncomingMessage,
    text: string,
  ): { readonly status: number; readonly why?: string } | undefined {
    const isForm = request.headers['content-type'] === FORM;
    // Slack checks the certificate of a command's address by this, unsigned.
    if (isForm && isCheck(text)) return { status: 200 };
    const fault = unsigned(request, text, signingSecret, now());
    if (fault !== undefined) return { status: 401, why: fault };
    if (!isNew(String(request.headers['x-slack-signature']))) {
      return { status: isForm ? 401 : 200, why: 'the same one has come before' };
    }
    return isPayload(text, isForm) ? undefined : { status: 400, why: 'its body is malformed' };
  }
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://slack');
    const isEvent = pathname === EVENTS && request.method === 'POST';
    try {
      if (isEvent) await events(request, response);
      else next(request, response);
    } catch {
      end(response, isEvent ? 400 : 404);
    }
  }
  return {
    take(request, response) {
      if (isClosing || !isReady()) return end(response, 503);
      inHand += 1;
      response.once('close', () => {
        inHand -= 1;
      });
      void pass(request, response);
    },
    async close(most) {
      isClosing = true;
      const until = performance.now() + most * 1000;
      while (inHand > 0 && performance.now() < until) await seconds(0.02);
    },
  };
}

/** Undefined if it is more than anybody of Slack's sends. */
async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > BODY) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // Still open afterwards, so that the refusal can be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** What is wrong with a signature; undefined if nothing is. */
function unsigned(
  { headers }: IncomingMessage,
  body: string,
  signingSecret: string | undefined,
  now: number,
): string | undefined {
  if (signingSecret === undefined) return 'nothing is taken here in socket mode';
  const timestamp = Number(headers['x-slack-request-timestamp'] ?? Number.NaN);
  const signature = headers['x-slack-signature'];
  if (typeof signature !== 'string' || Number.isNaN(timestamp)) return 'it is not signed';
  if (Math.abs(now - timestamp * 1000) > WINDOW) {
    return 'its time differs by more than 5 minutes; if it came from Slack, set the clock of this machine';
  }
  try {
    verifySlackRequest({
      signingSecret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp },
      nowMilliseconds: now,
    });
    return undefined;
  } catch {
    return (
      'its signature is wrong; if it came from Slack, set SLACK_SIGNING_SECRET to the “Signing Secret” ' +
      'under “Basic Information” of the app'
    );
  }
}

function isCheck(text: string): boolean {
  if (text.length > 2000 || !text.includes('ssl_check')) return false;
  const { ssl_check: check } = parse(text);
  return check === '1';
}

/** An object, as all of Slack's are: Bolt would let `null` end the process. */
function isPayload(text: string, isForm: boolean): boolean {
  if (!isForm) return text.trimStart().startsWith('{');
  if (/^payload=(%7B|\{)/i.test(text) || !text.includes('payload=')) return true;
  const { payload } = parse(text);
  return (
    payload === undefined || (typeof payload === 'string' && payload.trimStart().startsWith('{'))
  );
}

/** Of a signature: enough that no two are alike. */
const SHORT = 24;

/** True once for each signature within the window: an old click must not overrule a newer one. */
function replays(now: () => number): (signature: string) => boolean {
  let [recent, older] = [new Set<string>(), new Set<string>()];
  let since = now();
  return (signature) => {
    // A signature is valid for the window on either side of its time.
    if (now() - since > 2 * WINDOW) {
      [recent, older, since] = [new Set<string>(), recent, now()];
    }
    const short = signature.slice(0, SHORT);
    if (recent.has(short) || older.has(short)) return false;
    recent.add(short);
    return true;
  };
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(status, { 'content-length': 0 });
  response.end();
}
