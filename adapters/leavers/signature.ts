/** Whether a request comes from somebody who knows the secret, and was made just now. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which the sender's clock and ours may differ, the way included. */
const WINDOW = 300;

/** `header` is `t=UNIX,v1=HEX`: HMAC-SHA256 of `t.body`. While a secret is changed there may be several `v1`. */
export function isSigned(
  body: Uint8Array,
  header: string | readonly string[] | undefined,
  secret: string,
  now: Date,
): boolean {
  if (typeof header !== 'string' || header.length > LONGEST) return false;
  const parts = header.split(',').map((part) => part.trim().split('='));
  const [time, ...others] = parts.flatMap(([key, value]) => (key === 't' && value ? [value] : []));
  if (time === undefined || others.length > 0 || !/^\d{1,12}$/.test(time)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(time)) > WINDOW) return false;
  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  const given = parts.flatMap(([key, value = '']) => (key === 'v1' ? [value] : []));
  return given.some((hex) => isSame(hex, expected));
}

/** Characters of a header. */
const LONGEST = 1000;

function isSame(hex: string, expected: Buffer): boolean {
  return /^[0-9a-f]{64}$/i.test(hex) && timingSafeEqual(Buffer.from(hex, 'hex'), expected);
}
