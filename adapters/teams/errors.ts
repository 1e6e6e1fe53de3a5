/** What the Connector's errors mean for a message: one table. Codes: learn.microsoft.com, send proactive messages; teams4j. */
import type { Sent } from '../../src/ports/chat.ts';

interface Failure {
  /** Of the answer; absent: there was none. */
  readonly status?: number;
  /** Of Teams, of the network, or of Entra; never words. */
  readonly code?: string;
  /** In seconds. */
  readonly retryAfter?: number;
  /** It failed before anything was sent: there is no token to send along. */
  readonly isToken?: true;
}

/** A call to the Connector that failed. Its message holds nothing of what was sent or answered. */
export class CallFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    const { status, code = 'no answer' } = failure;
    super(status === undefined ? code : `HTTP ${status} ${code}`.trim());
    this.name = 'CallFailed';
    this.failure = failure;
  }
}

/** The person has blocked or removed the app, or was never given it. */
const UNREACHABLE: readonly string[] = [
  'MessageWritesBlocked',
  'ConversationBlockedByUser',
  'BotNotInConversationRoster',
  'ConversationNotFound',
  'BotNotInstalled',
  'UserNotFound',
  'UserBlocked',
];

/** Nobody can be written to until an administrator acts. */
const FORBIDDEN: readonly string[] = [
  'BotDisabledByAdmin',
  'BotNotRegistered',
  'InvalidBotApiHost',
  'NotEnoughPermissions',
  'InsufficientPrivileges',
  'Forbidden',
];

/** The connection was never made, so nothing was posted. */
const NOT_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|.*_SELF_SIGNED_CERT.*|SELF_SIGNED_CERT.*|UNABLE_TO_.*)$/;

/** Of Entra's answers: it could not be asked. */
const NO_ENTRA = /network|endpoints_resolution|timeout|ECONN|ENOTFOUND|EAI_AGAIN/i;

/** Seconds, where the platform names none. */
const USUAL = { limited: 5, precondition: 2, away: 5, entra: 30 } as const;

/** What became of a message, or undefined where it may have been posted: 5xx, a reset, a time-out. */
export function sentOf(error: unknown): Sent | undefined {
  if (!(error instanceof CallFailed)) return undefined;
  const { status, code = '', retryAfter, isToken } = error.failure;
  const busy = (usual: number): Sent => ({ refused: 'busy', retryAfter: retryAfter ?? usual });
  if (isToken) return NO_ENTRA.test(code) ? busy(USUAL.entra) : { refused: 'forbidden' };
  switch (status) {
    case undefined:
      return NOT_CONNECTED.test(code) ? busy(USUAL.away) : undefined;
    case 429:
      return busy(USUAL.limited);
    case 412:
      return busy(USUAL.precondition);
    case 401:
      return { refused: 'forbidden' };
    case 403:
      return { refused: isAppWide(code) ? 'forbidden' : 'unreachable' };
    case 404:
      return { refused: 'unreachable' };
    default:
      return undefined;
  }
}

/** The same of a chat that was to be opened: nothing is posted by that, whatever happened, so it may be tried again. */
export function openedOf(error: unknown): Sent | undefined {
  const sent = sentOf(error);
  if (sent || !(error instanceof CallFailed)) return sent;
  const { status = 500, retryAfter = USUAL.away } = error.failure;
  // 400: the id is none that this bot can write to.
  return status < 500 ? { refused: 'unreachable' } : { refused: 'busy', retryAfter };
}

/**
 * Without a code of Teams' own it is a proxy or the service itself that refuses. A code that we don't know is one
 * person's: everybody would be kept waiting for it else.
 */
function isAppWide(code: string): boolean {
  return code === '' || FORBIDDEN.includes(code);
}

/** Whether an account is to be marked: only where Teams says so in words that we know. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof CallFailed)) return false;
  const { status, code = '' } = error.failure;
  return status === 404 || (status === 403 && UNREACHABLE.includes(code));
}

/** There is no such message to change (any more), or nobody who could see the change. */
export function isNoMessage(error: unknown): boolean {
  if (!(error instanceof CallFailed)) return false;
  const { status } = error.failure;
  return status === 404 || status === 403;
}

/** Seconds to wait where Teams asks for it and nothing was posted. */
export function busyFor(error: unknown): number | undefined {
  const sent = sentOf(error);
  return sent && 'refused' in sent && sent.refused === 'busy' ? sent.retryAfter : undefined;
}

/** Seconds to wait before a call that does no harm twice. */
export function retryAfter(error: unknown): number | undefined {
  const busy = busyFor(error);
  if (busy !== undefined || !(error instanceof CallFailed)) return busy;
  const { status = 500 } = error.failure;
  return status >= 500 ? USUAL.precondition : undefined;
}

/** An error in a few words that hold nothing of what was sent. */
export function inShort(error: unknown): string {
  if (error instanceof CallFailed) return error.message;
  return error instanceof Error ? error.name : 'unknown';
}
