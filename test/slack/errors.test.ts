/** What each error of Slack means for a message. */
import { expect, test } from 'vitest';
import { inShort, isExpired, isGone, retryAfter, sentOf } from '../../adapters/slack/errors.ts';

const platform = (error: string, more: object = {}) => ({
  code: 'slack_webapi_platform_error',
  data: { ok: false, error, ...more },
});
const network = (code: string) => ({
  code: 'slack_webapi_request_error',
  original: Object.assign(new TypeError('fetch failed'), { cause: { code } }),
});
const status = (statusCode: number) => ({ code: 'slack_webapi_http_error', statusCode });

test.each([
  'user_disabled',
  'user_not_found',
  'channel_not_found',
  'messages_tab_disabled',
  'is_archived',
])('%s: the person is out of reach', (error) => {
  expect(sentOf(platform(error))).toEqual({ refused: 'unreachable' });
});

test.each([
  'token_revoked',
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'ekm_access_denied',
  'restricted_action',
])('%s: nobody can be written to', (error) => {
  expect(sentOf(platform(error))).toEqual({ refused: 'forbidden' });
});

test.each([
  [{ code: 'slack_webapi_rate_limited_error', retryAfter: 12 }, 12],
  [platform('ratelimited'), 30],
  [platform('rate_limited', { response_metadata: { retryAfter: 3 } }), 3],
  [platform('ratelimited', { response_metadata: { retryAfter: 0 } }), 1],
  [platform('team_added_to_org'), 300],
  [new Error('Retry header did not contain a valid timeout (url: x)'), 30],
])('a limit is a pause: %o', (error, seconds) => {
  expect(sentOf(error)).toEqual({ refused: 'busy', retryAfter: seconds });
  expect(retryAfter(error)).toBe(seconds);
});

test.each([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
])('%s: nobody was there, so nothing was posted', (code) => {
  expect(sentOf(network(code))).toEqual({ refused: 'busy', retryAfter: 5 });
});

test.each([
  network('ECONNRESET'),
  network('UND_ERR_SOCKET'),
  { code: 'slack_webapi_request_error', original: new DOMException('late', 'TimeoutError') },
  status(500),
  status(503),
  platform('fatal_error'),
  platform('internal_error'),
  platform('request_timeout'),
  platform('service_unavailable'),
  platform('<html>an error page</html>'),
  new Error('anything else'),
  undefined,
])('it may have been posted: %o', (error) => {
  expect(sentOf(error)).toBeUndefined();
});

test('an error in short never quotes what was sent', () => {
  expect(inShort(platform('invalid_blocks'))).toBe('invalid_blocks');
  expect(inShort(platform('<p>secret words</p>'))).not.toContain('secret');
  expect(inShort(new Error('secret words'))).toBe('Error');
  expect(inShort(status(502))).toBe('HTTP 502');
  expect(inShort(network('ECONNRESET'))).toBe('ECONNRESET');
});

test('a window that came too late is told from an installation that is gone', () => {
  expect(isExpired(platform('expired_trigger_id'))).toBe(true);
  expect(isExpired(platform('token_revoked'))).toBe(false);
  expect(isGone(platform('token_revoked'))).toBe(true);
});
