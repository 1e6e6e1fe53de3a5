/** Bolt's receiver of what comes over HTTP: hands on what the door let in, and answers with what is acknowledged. */
import type { ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { Receiver } from '@slack/bolt';
import { nameOf } from './answer.ts';

export interface HttpReceiver extends Receiver {
  /** Answers a request whose signature is right. */
  take(text: string, isForm: boolean, response: ServerResponse): Promise<void>;
}

/** Milliseconds that Slack waits for an acknowledgement. */
const IN_TIME = 3000;
const NOT_TAKEN =
  'A request from Slack was taken up by nothing here: it is of no known kind, or came too late.';
const PAYLOAD = 'payload=';

type Body = Readonly<Record<string, unknown>>;
type Bolt = Parameters<Receiver['init']>[0];

/** In place of Bolt's own, which would read, parse and time each request a second time. */
export function httpReceiver(tell: (line: string) => void): HttpReceiver {
  let app: Bolt | undefined;
  return {
    init(bolt) {
      app = bolt;
    },
    async start() {},
    async stop() {},
    async take(text, isForm, response) {
      const body = bodyOf(text, isForm);
      if (!body) {
        tell('A request from Slack was refused: its body is malformed.');
        return end(response, 400);
      }
      if (body.type === 'url_verification') {
        return end(response, 200, { challenge: body.challenge });
      }
      // Slack waits no longer, whatever the store does.
      const late = setTimeout(() => refuse(response, 404), IN_TIME);
      response.once('close', () => clearTimeout(late));
      const ack = async (answer?: object) => {
        if (response.headersSent) throw new Error('It is answered already.');
        end(response, 200, answer);
      };
      try {
        await app?.processEvent({ body, ack });
        refuse(response, 404);
      } catch (error) {
        tell(`A request from Slack was not handled (${nameOf(error)}).`);
        refuse(response, nameOf(error) === 'AuthorizationError' ? 503 : 400);
      }
    },
  };

  /** Unless it is acknowledged, as all that has a listener is. */
  function refuse(response: ServerResponse, status: number): void {
    if (response.headersSent) return;
    if (status === 404) tell(NOT_TAKEN);
    end(response, status);
  }
}

/** An object, as all of Slack's are; undefined for anything else. */
function bodyOf(text: string, isForm: boolean): Body | undefined {
  try {
    const payload = isForm ? payloadOf(text) : text;
    if (payload === undefined) return parse(text);
    const body: unknown = JSON.parse(payload);
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return isObject ? (body as Body) : undefined;
  } catch {
    return undefined;
  }
}

/** The one field of a click or a form, by hand: as long as all the rest of the reading. Undefined for a command. */
function payloadOf(text: string): string | undefined {
  const isAlone = text.startsWith(PAYLOAD) && !text.includes('&');
  if (!isAlone) {
    const { payload } = parse(text);
    return payload === undefined ? undefined : String(payload);
  }
  return decodeURIComponent(text.slice(PAYLOAD.length).replaceAll('+', ' '));
}

/** Without a body unless there is something to say. */
export function end(response: ServerResponse, status: number, answer?: object): void {
  const text = answer ? JSON.stringify(answer) : '';
  const type = answer && { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(text) }).end(text);
}
