/** A click as Slack sends it, signed. */
import { createHmac } from 'node:crypto';
import { actionId, blockId } from '../adapters/slack/ids.ts';

export const SECRET = 'bench-secret';
export const TEAM = 'T00000001';
export const APP = { bare: 'bare', ours: 'soundings' } as const;
export type Ready = { readonly port: number } | { readonly sealed: number };

export function userOf(i: number): string {
  return `U${String(i).padStart(8, '0')}`;
}

/** The bytes of one request: person `i` taps `value` on the first question. */
export function request(
  i: number,
  about: { readonly round: string; readonly question: string; readonly responseUrl: string },
): Buffer {
  const user = userOf(i);
  const scale = { kind: 'scale' as const, ...about, text: '', options: [] };
  const value = String((i % 5) + 1);
  // No two are alike, as Slack's are not: one that has come before is refused.
  const trigger = `1.2.${process.hrtime.bigint()}`;
  const payload = {
    ...{ type: 'block_actions', token: 'x', api_app_id: 'A1', trigger_id: trigger },
    user: { id: user, username: user, name: user, team_id: TEAM },
    container: { type: 'message', message_ts: `1.${i}`, channel_id: `D${i}`, is_ephemeral: false },
    ...{ team: { id: TEAM, domain: 'bench' }, enterprise: null, is_enterprise_install: false },
    channel: { id: `D${i}`, name: 'directmessage' },
    message: { ts: `1.${i}`, text: 'A question', bot_id: 'B1', type: 'message' },
    state: { values: {} },
    response_url: about.responseUrl,
    actions: [
      {
        ...{ type: 'button', block_id: blockId(scale, '0.0'), action_id: actionId(i % 5) },
        ...{ text: { type: 'plain_text', text: value }, value, action_ts: `1.${i}` },
      },
    ],
  };
  const body = `payload=${encodeURIComponent(JSON.stringify(payload))}`;
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex');
  const head = [
    'POST /slack/events HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-slack-request-timestamp: ${at}`,
    `x-slack-signature: v0=${signature}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
