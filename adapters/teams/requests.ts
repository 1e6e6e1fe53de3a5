/** The door for requests over HTTP: reads, verifies and counts them before anything looks at what they say. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../body.ts';
import { seconds } from '../in-hand.ts';
import type { Authentication } from './authenticate.ts';
import { type Incoming, readIncoming } from './incoming.ts';
import type { Answer, Receive } from './receive.ts';
import { nameOf, tally } from './speak.ts';

export interface Door {
  readonly take: (request: IncomingMessage, response: ServerResponse) => void;
  /** Takes no more, and resolves when what is in hand is answered, or after `most` seconds. */
  close(most: number): Promise<void>;
}

export interface DoorOptions {
  readonly verify: Authentication['verify'];
  /** No token is asked for. */
  readonly anonymous: boolean;
  readonly isOurs: (tenant: string) => boolean;
  readonly receive: Receive;
  readonly tell: (line: string) => void;
  /** Whether there is anybody to take a request yet. */
  readonly isReady: () => boolean;
}

const PATH = '/api/messages';
/** Bytes; the biggest that Teams sends is a form of some 100 KB. */
const BODY = 1_000_000;
/** A token of Microsoft's has some 1 KB. */
const HEADER = 16_000;

const WRONG_TOKEN =
  'A request to /api/messages was refused: its token is not one of Teams for this app. If nobody can use the app, ' +
  'check MicrosoftAppId, and the clock of this machine.';
const NO_KEYS =
  'A request to /api/messages could not be checked: the keys of login.botframework.com can’t be read. ' +
  'Let this machine reach https://login.botframework.com.';
const FOREIGN =
  'A request to /api/messages was refused: it is of another tenant than MicrosoftAppTenantId.';

export function door(options: DoorOptions): Door {
  const { verify, isOurs, receive, isReady } = options;
  const tell = tally(options.tell);
  let inHand = 0;
  let isClosing = false;

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { authorization } = request.headers;
    if (!options.anonymous && !couldBeToken(authorization)) return refused('forged');
    const body = await readBody(request, BODY);
    if (body === undefined) {
      tell(`A request to ${PATH} was refused: it has more than ${BODY} bytes.`);
      return { status: 413 };
    }
    const activity = parsed(body);
    const verdict = await verify(activity, authorization);
    return verdict === 'genuine' ? take(readIncoming(activity)) : refused(verdict);
  }
  function refused(verdict: 'forged' | 'no-keys'): Answer {
    tell(verdict === 'forged' ? WRONG_TOKEN : NO_KEYS);
    return { status: verdict === 'forged' ? 401 : 503 };
  }
  function take(incoming: Incoming | undefined): Promise<Answer> | Answer {
    if (!incoming) {
      tell(`A request to ${PATH} was refused: it is no activity of Teams.`);
      return { status: 400 };
    }
    if (!isOurs(incoming.tenant)) {
      tell(FOREIGN);
      return { status: 403 };
    }
    return receive(incoming);
  }
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      end(response, await answer(request));
    } catch (error) {
      tell(`A request to ${PATH} was not handled (${nameOf(error)}).`);
      end(response, { status: 500 });
    }
  }
  return {
    take(request, response) {
      const path = request.url?.split('?', 1)[0];
      if (path !== PATH) return end(response, { status: 404 });
      if (request.method !== 'POST') return end(response, { status: 405 });
      if (isClosing || !isReady()) return end(response, { status: 503 });
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

function couldBeToken(authorization: string | undefined): boolean {
  return authorization !== undefined && authorization.length <= HEADER;
}

/** Undefined for what is no JSON: it is refused like any other body that is no activity. */
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** A refusal is bare: whoever forges requests learns nothing from it. */
function end(response: ServerResponse, { status, body }: Answer): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const text = body === undefined ? '' : JSON.stringify(body);
  if (status === 413 || status === 401) {
    // What was not read is not waited for.
    response.shouldKeepAlive = false;
    response.req.resume();
  }
  response.writeHead(status, {
    'content-length': Buffer.byteLength(text),
    ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
  });
  response.end(text);
}
