/** The personal link of the second wave: nothing about it is stored, a key outside of the database makes and knows it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createKeys, wipe } from '../ballot/envelope.ts';
import { shift, wallTimeToInstant } from '../campaign/cadence.ts';
import type { KeyRing } from '../ports/keys.ts';
import type { Ports } from '../ports/ports.ts';
import type { Leaver } from './leaver.ts';
import { addMonths } from './retention.ts';
import { type ExitRules, LINK_DAYS } from './rules.ts';

/** Whose key it is among those of leavers; no id of a leaver looks like this. */
export const LINKS = 'links';
/** Bytes of the id, and as many that prove that we made the link. */
const HALF = 16;

/** The whole link; undefined where the page has no address that is reached from outside. */
export async function laterLink(
  { leaverKeys, site }: Pick<Ports, 'leaverKeys' | 'site'>,
  leaver: Pick<Leaver, 'id'>,
): Promise<string | undefined> {
  if (site === undefined) return undefined;
  return `${site.replace(/\/+$/, '')}/later/${await makeToken(leaverKeys, leaver.id)}`;
}

/** `leaver` is the id, a UUID. */
export async function makeToken(keys: KeyRing, leaver: string): Promise<string> {
  const id = Buffer.from(leaver.replaceAll('-', ''), 'hex');
  if (id.length !== HALF || uuidOf(id) !== leaver)
    throw new Error(`A leaver's id must be a UUID; ${leaver} is none.`);
  const fresh = createKeys().secretKey;
  const key = await keys.keep(LINKS, fresh);
  const token = Buffer.concat([id, proofOf(id, key)]).toString('base64url');
  for (const bytes of [fresh, key]) wipe(bytes);
  return token;
}

/** The id that a link was made for; undefined if we did not make it. */
export async function readToken(keys: KeyRing, token: string): Promise<string | undefined> {
  const bytes = Buffer.from(token, 'base64url');
  // One spelling only: `base64url` reads over signs that it does not know.
  if (bytes.length !== 2 * HALF || bytes.toString('base64url') !== token) return undefined;
  const key = await keys.read(LINKS);
  if (!key) return undefined;
  const id = bytes.subarray(0, HALF);
  const isOurs = timingSafeEqual(proofOf(id, key), bytes.subarray(HALF));
  wipe(key);
  return isOurs ? uuidOf(id) : undefined;
}

function proofOf(id: Uint8Array, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(id).digest().subarray(0, HALF);
}

function uuidOf(id: Buffer): string {
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** From a morning some months after the last day to the end of {@link LINK_DAYS} later, on the leaver's clock. */
export function linkTimes(
  { lastDay, timezone }: Pick<Leaver, 'lastDay' | 'timezone'>,
  { laterMonths }: Pick<ExitRules, 'laterMonths'>,
  zone: string,
): { readonly opensAt: Date; readonly closesAt: Date; readonly from: string; readonly to: string } {
  const from = addMonths(lastDay, laterMonths);
  const to = shift(from, LINK_DAYS);
  const local = timezone ?? zone;
  return {
    from,
    to,
    opensAt: wallTimeToInstant(from, '09:00', local),
    closesAt: wallTimeToInstant(shift(to, 1), '00:00', local),
  };
}
