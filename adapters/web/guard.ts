/** Who may talk to the web chat: pages that it served itself. */
import { isIPv4 } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
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
      if (!isJson(c)) return c.json({ error: NO_JSON }, 415);
    }
    return next();
  };
}

/**
 * Where people sign in: what changes something comes from the page itself, in a manner that no other site's page can
 * send. A foreign Host does no harm here: the cookie is not sent to it, and nothing is answered without one.
 */
export function ownPage(site: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (!isOwn(c, site) || c.req.header('x-soundings') === undefined) {
      return c.json({ error: 'Origin: only the page itself may send this.' }, 403);
    }
    return isJson(c) ? next() : c.json({ error: NO_JSON }, 415);
  };
}

/** A browser hides the origin of a form that is sent from a page without referrers, but says that it is the same. */
export function isOwn(c: Context, site: string): boolean {
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== 'null') return origin === new URL(site).origin;
  return c.req.header('sec-fetch-site') === 'same-origin';
}

const NO_JSON = 'Content-Type: application/json is expected.';

function isJson(c: Context): boolean {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/json';
}

/** Everything from this origin, nothing inline, in nobody's frame. `site`: where people sign in. */
export function strictHeaders(site?: string): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: [site === undefined ? "'none'" : "'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: site?.startsWith('https:') ? 'max-age=31536000' : false,
    xXssProtection: false,
  });
}

function hostname(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}
