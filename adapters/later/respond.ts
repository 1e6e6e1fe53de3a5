/** What each answer carries besides what it says: it is kept nowhere, found nowhere, framed nowhere. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { POLICY } from './style.ts';

export interface Answer {
  readonly status: number;
  /** HTML. */
  readonly page?: string;
  readonly calendar?: string;
  /** Seen from the address that was asked for. */
  readonly location?: string;
}

const HEAD = {
  'cache-control': 'no-store',
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow, noarchive',
} as const;

export function end(
  { method }: IncomingMessage,
  response: ServerResponse,
  { status, page, calendar, location }: Answer,
): void {
  if (response.headersSent || response.destroyed) return;
  const body = calendar ?? page ?? '';
  response.writeHead(status, {
    ...HEAD,
    'content-length': Buffer.byteLength(body),
    ...(page !== undefined && { 'content-type': 'text/html; charset=utf-8' }),
    ...(calendar !== undefined && {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="soundings.ics"',
    }),
    ...(location !== undefined && { location }),
    ...(status === 405 && { allow: 'GET, HEAD, POST' }),
    ...(status === 429 && { 'retry-after': '60' }),
    // Of what is too long the rest is not read.
    ...(status === 413 && { connection: 'close' }),
  });
  response.end(method === 'HEAD' ? undefined : body);
}
