/** Who may talk to the local web chat: pages that it served itself, on this machine. */
import { isIPv4 } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** True for `localhost`, 127.0.0.0/8 and ::1, without a port. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
}

/**
 * Refuses a foreign Host (another site's name pointed at this machine: DNS rebinding) and a POST sent by another
 * site's page. A client that is no browser sends no Origin and is let through: it could forge one anyway.
 */
export function sameOrigin(): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host');
    if (host === undefined || !isLoopback(hostname(host))) {
      return c.json({ error: 'Host: this page answers on this machine only.' }, 403);
    }
    if (c.req.method === 'POST') {
      const origin = c.req.header('origin');
      if (origin !== undefined && origin !== `http://${host}`) {
        return c.json({ error: 'Origin: only the page itself may send this.' }, 403);
      }
      const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
      if (type !== 'application/json') {
        return c.json({ error: 'Content-Type: application/json is expected.' }, 415);
      }
    }
    return next();
  };
}

/** Everything from this origin, nothing inline, in nobody's frame. */
export function strictHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
    xXssProtection: false,
  });
}

function hostname(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}
