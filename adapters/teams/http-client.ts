/** One attempt a call: the SDK's own client repeats a POST after a 5xx or a reset, and so posts a message twice. */

import { textAt } from '../../src/message/read-payload.ts';
import { CallFailed } from './errors.ts';

/** Milliseconds. */
const TIMEOUT = 15_000;

/** As far as the SDK hands it over and reads it; its own types live in a package of a package. */
interface Call {
  readonly url: string;
  readonly method: string;
  readonly body?: unknown;
  readonly headers: { toJson(): Record<string, string> };
}

/**
 * Whatever is not a success is thrown as {@link CallFailed}, which the SDK's pipeline does not repeat; of an answer's
 * body it keeps the error's code only.
 */
export function onceClient(timeout = TIMEOUT) {
  return {
    async sendRequest(request: Call) {
      const headers = new Headers(request.headers.toJson());
      headers.delete('content-length');
      const response = await call(request, headers, timeout);
      const bodyAsText = await bodyOf(response);
      if (response.status >= 400) throw failure(response, bodyAsText);
      return {
        status: response.status,
        headers: headersLike(response.headers),
        bodyAsText,
        request,
      };
    },
  };
}

async function call(request: Call, headers: Headers, timeout: number): Promise<Response> {
  try {
    return await fetch(request.url, {
      method: request.method,
      headers,
      // A redirect would be one more attempt, and carry the token elsewhere.
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      ...(typeof request.body === 'string' && { body: request.body }),
    });
  } catch (error) {
    throw new CallFailed({ code: networkCode(error) });
  }
}

async function bodyOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    // The head of the answer is enough to know what became of a refused call.
    throw new CallFailed({
      code: networkCode(error),
      ...(response.status >= 400 && { status: response.status }),
    });
  }
}

function networkCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return textAt(cause, 'code') ?? (error instanceof Error ? error.name : 'unknown');
}

function failure({ status, headers }: Response, body: string): CallFailed {
  const retryAfter = secondsOf(headers.get('retry-after'));
  const code = codeIn(body);
  return new CallFailed({
    status,
    ...(code !== undefined && { code }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** Seconds, or a date. */
function secondsOf(given: string | null): number | undefined {
  if (given === null) return undefined;
  const seconds = /^\d+$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined;
}

/** `error.code`, or the finer one inside it; nothing that does not look like a code. */
function codeIn(body: string): string | undefined {
  try {
    const error: unknown = JSON.parse(body);
    const code =
      textAt(error, 'error', 'innerHttpError', 'body', 'code') ??
      textAt(error, 'error', 'subCode') ??
      textAt(error, 'subCode') ??
      textAt(error, 'error', 'code') ??
      textAt(error, 'code');
    return code !== undefined && /^\w{1,60}$/.test(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** The SDK reads headers by the interface of an older HTTP library. */
function headersLike(headers: Headers) {
  const like = {
    get: (name: string) => headers.get(name) ?? undefined,
    contains: (name: string) => headers.has(name),
    headerNames: () => [...headers.keys()],
    headerValues: () => [...headers.values()],
    headersArray: () => [...headers].map(([name, value]) => ({ name, value })),
    rawHeaders: () => Object.fromEntries(headers),
    toJson: () => Object.fromEntries(headers),
    set: (name: string, value: string | number) => headers.set(name, String(value)),
    remove: (name: string) => headers.delete(name),
    clone: () => like,
  };
  return like;
}
