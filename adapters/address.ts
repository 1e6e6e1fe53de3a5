/** Where a request comes from. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** A proxy on this machine or network says whom it speaks for; anybody else could make that up. */
export function addressOf({ socket, headers }: IncomingMessage): string {
  const from = socket.remoteAddress ?? '';
  const given = headers['x-forwarded-for'];
  const last = String(given ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return wide(isNear(from) && last ? last : from);
}

/** Whether it comes from this machine or network, and for nobody else. */
export function isFromNear({ socket, headers }: IncomingMessage): boolean {
  const isPassedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isPassedOn && isNear(socket.remoteAddress ?? '');
}

function isNear(address: string): boolean {
  const bare = address.replace(/^::ffff:/, '');
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/.test(bare);
}

/** Of IPv6 the half that a household or a company has. */
function wide(address: string): string {
  if (!isIPv6(address) || address.startsWith('::')) return address.slice(0, 50);
  return address.split(':').slice(0, 4).join(':');
}
