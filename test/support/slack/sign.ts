/** Signs requests as Slack does: an HMAC over version, time and the raw body. */
import { createHmac } from 'node:crypto';

/** The two headers for this body; `at` in seconds since 1970. */
export function sign(secret: string, body: string, at: number): Record<string, string> {
  const mac = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${mac}` };
}
