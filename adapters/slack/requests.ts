/** The door for requests over HTTP: reads, verifies and counts them before Bolt sees any. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { readBody } from '../body.ts';
import { seconds } from '../in-hand.ts';
import { end } from './receiver.ts';

export interface Door {
  readonly take: (request: IncomingMessage, response: ServerResponse) => void;
  /** Takes no more, and resolves when what is in hand is answered, or after `most` seconds. */
  close(most: number): Promise<void>;
}

export interface DoorOptions {
  /** Absent: nothing is signed, and no events are taken (OAuth alone). */
  readonly signingSecret?: string;
  /** Takes what Slack has signed. */
  readonly next: (text: string, isForm: boolean, response: ServerResponse) => Promise<void>;
  /** Bolt's pages; throws for an address that is none of its own. */
  readonly pages: (request: IncomingMessage, response: ServerResponse) => void;
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

export function door(options: DoorOptions): Door {
  const { signingSecret, next, pages, tell, isReady, now = Date.now } = options;
  const isNew = replays(now);
  let inHand = 0;
  let isClosing = false;

  async function events(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = (await readBody(request, BODY))?.toString();
    if (text === undefined) {
      tell(`A request from Slack was refused: it has more than ${BODY} bytes.`);
      response.shouldKeepAlive = false;
      return end(response, 413);
    }
    const isForm = request.headers['content-type'] === FORM;
    const refused = refusal(request, text, isForm);
    if (refused === undefined) return next(text, isForm, response);
    if (refused.why !== undefined) tell(`A request to ${EVENTS} was refused: ${refused.why}.`);
    end(response, refused.status);
  }
  /** A status, and what the operator is told; undefined for a request that is to be taken. */
  function refusal(
    request: IncomingMessage,
    text: string,
    isForm: boolean,
  ): { readonly status: number; readonly why?: string } | undefined {
    // Slack checks the certificate of a command's address by this, unsigned.
    if (isForm && isCheck(text)) return { status: 200 };
    const fault = unsigned(request, text, signingSecret, now());
    if (fault !== undefined) return { status: 401, why: fault };
    if (!isNew(String(request.headers['x-slack-signature']))) {
      return { status: isForm ? 401 : 200, why: 'the same one has come before' };
    }
    return undefined;
  }
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://slack');
    const isEvent = pathname === EVENTS && request.method === 'POST';
    try {
      if (isEvent) await events(request, response);
      else pages(request, response);
    } catch {
      if (!response.headersSent) end(response, isEvent ? 400 : 404);
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
  if (isSame(signature, signatureOf(signingSecret, timestamp, body))) return undefined;
  return (
    'its signature is wrong; if it came from Slack, set SLACK_SIGNING_SECRET to the “Signing Secret” ' +
    'under “Basic Information” of the app'
  );
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack; Bolt's own takes three times as long. */
function signatureOf(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** However long it takes says nothing about how much of it is right. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function isCheck(text: string): boolean {
  if (text.length > 2000 || !text.includes('ssl_check')) return false;
  const { ssl_check: check } = parse(text);
  return check === '1';
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
