/** Sends signed requests to the app's request URL, as Slack does without Socket Mode. */
import { type Ack, type Deliver, type Envelope, parsed } from './ack.ts';
import { sign } from './sign.ts';

export interface PostOptions {
  readonly signature?: 'good' | 'bad' | 'none';
  /** Seconds to add to the time of the request: -600 is a request ten minutes old. */
  readonly timestamp?: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Sender {
  readonly deliver: Deliver;
  /** Any body, signed well, badly or not at all. */
  post(body: string, options?: PostOptions): Promise<Ack>;
  /** The last request once more, byte for byte: same time, same signature. */
  replay(): Promise<Ack>;
}

const FORM = 'application/x-www-form-urlencoded';

function encoded(kind: Envelope, payload: Record<string, unknown>): string {
  switch (kind) {
    case 'events_api':
      return JSON.stringify(payload);
    case 'interactive':
      return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    case 'slash_commands':
      return new URLSearchParams(payload as Record<string, string>).toString();
  }
}

export function sender(options: {
  readonly url: () => string;
  readonly secret: string;
  readonly now: () => number;
  readonly ackTimeout: number;
}): Sender {
  let last: RequestInit | undefined;

  async function request(init: RequestInit): Promise<Ack> {
    last = init;
    const began = performance.now();
    const since = (): number => performance.now() - began;
    try {
      const signal = AbortSignal.timeout(options.ackTimeout);
      const response = await fetch(options.url(), { ...init, signal });
      const body = parsed(await response.text());
      const { status } = response;
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      return response.ok
        ? { status, body, ms: since(), inTime: true }
        : { status, body, ms: since(), inTime: false, reason: 'http_error', noRetry };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      const reason = late ? 'http_timeout' : 'connection_failed';
      return { body: '', ms: since(), inTime: false, reason };
    }
  }

  function post(body: string, how: PostOptions = {}): Promise<Ack> {
    const at = Math.floor(options.now() / 1000) + (how.timestamp ?? 0);
    const secret = how.signature === 'bad' ? `not ${options.secret}` : options.secret;
    const signed = how.signature === 'none' ? {} : sign(secret, body, at);
    const type = how.contentType ?? (body.startsWith('{') ? 'application/json' : FORM);
    const headers = { 'content-type': type, ...signed, ...how.headers };
    return request({ method: 'POST', headers, body });
  }

  return {
    post,
    deliver: (kind, payload, retry) =>
      post(encoded(kind, payload), {
        contentType: kind === 'events_api' ? 'application/json' : FORM,
        headers: retry
          ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }
          : {},
      }),
    replay: () => {
      if (!last) throw new Error('There is no request to replay yet: send one first.');
      return request(last);
    },
  };
}
