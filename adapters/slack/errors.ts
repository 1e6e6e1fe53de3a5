/** What Slack's errors mean for a message: one table. Error shapes: reference/slack.md 1.1 and 3, slack-ruby/slack-api-ref. */
import type { Sent } from '../../src/ports/chat.ts';

/** The person can't be written to. */
const UNREACHABLE = [
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
  'cannot_dm_bot',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'messages_tab_disabled',
  'is_inactive',
] as const;

/** Nobody can be written to until an administrator acts. */
const FORBIDDEN = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'access_denied',
  'accesslimited',
  'app_access_restricted',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'team_access_not_granted',
  'team_not_found',
  'restricted_action',
  'two_factor_setup_required',
] as const;

/** Seconds after which a refusal may have passed; a `Retry-After` of Slack's own counts before these. */
const BUSY: Readonly<Record<string, number>> = {
  ratelimited: 30,
  rate_limited: 30,
  message_limit_exceeded: 60,
  org_login_required: 300,
  team_added_to_org: 300,
};

/** The installation is gone or never was right. */
const GONE: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'not_allowed_token_type',
];

/** The window can't be opened any more: more than 3 s have passed, or the click has opened one already. */
const EXPIRED: readonly string[] = [
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
];

/** There is no such message to change (any more). */
const NO_MESSAGE: readonly string[] = [
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'is_inactive',
  'is_archived',
  'not_in_channel',
];

/** The connection was never made, so nothing was posted. */
const NOT_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|.*_SELF_SIGNED_CERT.*|SELF_SIGNED_CERT.*|UNABLE_TO_.*)$/;

/** What became of a message, or undefined where it may have been posted: 5xx, a reset, a time-out, an internal error. */
export function sentOf(error: unknown): Sent | undefined {
  const limited = retryAfter(error);
  if (limited !== undefined) return { refused: 'busy', retryAfter: limited };
  const network = networkCode(error);
  if (network !== undefined) {
    return NOT_CONNECTED.test(network) ? { refused: 'busy', retryAfter: 5 } : undefined;
  }
  const code = platformCode(error) ?? '';
  if (isOneOf(UNREACHABLE, code)) return { refused: 'unreachable' };
  return isOneOf(FORBIDDEN, code) ? { refused: 'forbidden' } : undefined;
}

/** Seconds to wait, if Slack asks for it. */
export function retryAfter(error: unknown): number | undefined {
  const given =
    field(error, 'retryAfter') ?? field(error, 'data', 'response_metadata', 'retryAfter');
  const usual = BUSY[platformCode(error) ?? ''];
  if (typeof given === 'number' && (usual !== undefined || codeOf(error) === RATE_LIMITED)) {
    return Math.max(1, given);
  }
  // A 429 without the header is thrown by the client as a plain error.
  if (error instanceof Error && error.message.startsWith('Retry header')) return 30;
  return usual;
}

const RATE_LIMITED = 'slack_webapi_rate_limited_error';
const REQUEST = 'slack_webapi_request_error';

/** Nobody answered, or nobody could be asked. */
export function isOutOfReach(error: unknown): boolean {
  return (
    networkCode(error) !== undefined ||
    codeOf(error) === 'slack_webapi_http_error' ||
    retryAfter(error) !== undefined ||
    ['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout'].includes(
      platformCode(error) ?? '',
    )
  );
}

export function isGone(error: unknown): boolean {
  return GONE.includes(platformCode(error) ?? '');
}

export function isExpired(error: unknown): boolean {
  return EXPIRED.includes(platformCode(error) ?? '');
}

export function isNoMessage(error: unknown): boolean {
  return NO_MESSAGE.includes(platformCode(error) ?? '');
}

/** Slack doesn't know a kind of block yet (charts: a phased rollout), or takes it amiss. */
export function isInvalidBlocks(error: unknown): boolean {
  return ['invalid_blocks', 'invalid_blocks_format'].includes(platformCode(error) ?? '');
}

/** An error in a few words that hold nothing of what was sent: a code of Slack's, of the network, or an HTTP status. */
export function inShort(error: unknown): string {
  const status = field(error, 'statusCode');
  return (
    platformCode(error) ??
    networkCode(error) ??
    (typeof status === 'number' ? `HTTP ${status}` : undefined) ??
    codeOf(error) ??
    (error instanceof Error ? error.name : 'unknown')
  );
}

/** `error` of an `ok: false`, if it looks like one: a proxy's page is put there too. */
export function platformCode(error: unknown): string | undefined {
  const code = field(error, 'data', 'error');
  return typeof code === 'string' && /^[a-z0-9_]{1,60}$/.test(code) ? code : undefined;
}

function networkCode(error: unknown): string | undefined {
  if (codeOf(error) !== REQUEST) return undefined;
  const code = field(error, 'original', 'cause', 'code') ?? field(error, 'original', 'name');
  return typeof code === 'string' ? code : 'UNKNOWN';
}

function codeOf(error: unknown): string | undefined {
  const code = field(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

function isOneOf(codes: readonly string[], code: string): boolean {
  return codes.includes(code);
}

function field(value: unknown, ...path: readonly string[]): unknown {
  let found: unknown = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found;
}
