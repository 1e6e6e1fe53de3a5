/** How often a link is opened, and from where: counted in memory for a minute, then forgotten. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { limits } from './limits.ts';

const MINUTE = 60_000;

/** True where somebody asks more often than people do. */
export function tooOften(
  now: () => number = () => performance.now(),
): (token: string, address: string) => boolean {
  const counts = new Map<string, number>();
  let since = now();
  const isOver = (key: string, most: number) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > most;
  };
  return (token, address) => {
    if (now() - since >= MINUTE || counts.size >= limits.counted) {
      counts.clear();
      since = now();
    }
    const ofAddress = isOver(`address ${address}`, limits.perAddress);
    // Whoever guesses links is counted by their address, not by each guess.
    return ofAddress || (token !== '' && isOver(`token ${token}`, limits.perToken));
  };
}

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

function isNear(address: string): boolean {
  const bare = address.replace(/^::ffff:/, '');
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/.test(bare);
}

/** Of IPv6 the half that a household or a company has. */
function wide(address: string): string {
  if (!isIPv6(address) || address.startsWith('::')) return address.slice(0, 50);
  return address.split(':').slice(0, 4).join(':');
}
