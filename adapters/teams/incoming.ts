/** One activity of Teams, as far as we read it. Its text and values stay where they are until somebody asks for them. */

import { at, listAt, textAt } from '../../src/message/read-payload.ts';
import { isLocale, isZone } from '../../src/org/check-org.ts';
import type { Place } from './place.ts';

export interface Incoming {
  /** The whole of it, of unknown shape. */
  readonly activity: unknown;
  readonly type: string;
  /** Of an invoke. */
  readonly name: string | undefined;
  readonly id: string | undefined;
  readonly place: Place & { readonly user: string; readonly conversation: string };
  readonly tenant: string;
  /** The id that an account has: Entra's where Teams tells it. */
  readonly user: string;
  readonly userName: string | undefined;
  /** A chat of one person with the bot; all else is a channel or a group. */
  readonly isPersonal: boolean;
  readonly locale: string | undefined;
  readonly timezone: string | undefined;
  /** The message that was clicked. */
  readonly clicked: string | undefined;
}

/** Undefined for what lacks a part that every activity of Teams has, or comes from another channel. */
export function readIncoming(activity: unknown): Incoming | undefined {
  const type = textAt(activity, 'type');
  const serviceUrl = textAt(activity, 'serviceUrl');
  const conversation = textAt(activity, 'conversation', 'id');
  const bot = textAt(activity, 'recipient', 'id');
  const user = textAt(activity, 'from', 'id');
  const tenant = tenantOf(activity);
  // Tokens of other channels are checked by other rules.
  if (textAt(activity, 'channelId') !== 'msteams' || !type || !serviceUrl) return undefined;
  if (!conversation || !bot || !user || !tenant) return undefined;
  return {
    activity,
    type,
    name: textAt(activity, 'name'),
    id: textAt(activity, 'id'),
    place: { serviceUrl, tenant, bot, user, conversation },
    tenant,
    user: textAt(activity, 'from', 'aadObjectId') ?? user,
    userName: textAt(activity, 'from', 'name'),
    isPersonal: isPersonal(activity),
    locale: localeOf(activity),
    timezone: timezoneOf(activity),
    clicked: textAt(activity, 'replyToId'),
  };
}

/** Undefined also where an activity names two. */
function tenantOf(activity: unknown): string | undefined {
  const named = [
    textAt(activity, 'conversation', 'tenantId'),
    textAt(activity, 'channelData', 'tenant', 'id'),
  ].filter((tenant) => tenant !== undefined);
  return new Set(named).size === 1 ? named[0] : undefined;
}

function isPersonal(activity: unknown): boolean {
  const kind = textAt(activity, 'conversation', 'conversationType');
  if (kind !== undefined) return kind === 'personal';
  return at(activity, 'conversation', 'isGroup') !== true && !teamOf(activity);
}

/** The team that an activity is about. */
export function teamOf(activity: unknown): { id: string; name: string | undefined } | undefined {
  const id = textAt(activity, 'channelData', 'team', 'id');
  return id === undefined
    ? undefined
    : { id, name: textAt(activity, 'channelData', 'team', 'name') };
}

function clientInfo(activity: unknown): unknown {
  return listAt(activity, 'entities').find((entity) => textAt(entity, 'type') === 'clientInfo');
}

/** An installation tells the language only, and no time zone. */
function localeOf(activity: unknown): string | undefined {
  const tag = textAt(activity, 'locale') ?? textAt(clientInfo(activity), 'locale');
  return tag !== undefined && isLocale(tag) ? tag : undefined;
}

function timezoneOf(activity: unknown): string | undefined {
  const zone = textAt(activity, 'localTimezone') ?? textAt(clientInfo(activity), 'timezone');
  return zone !== undefined && isKnownZone(zone) ? zone : undefined;
}

/** Time zones seen. Asking whether there is such a one takes longer than to read all the rest of an activity. */
const zones = new Set<string>();
const MANY = 1000;

function isKnownZone(zone: string): boolean {
  if (zones.has(zone)) return true;
  if (!isZone(zone)) return false;
  if (zones.size >= MANY) zones.clear();
  zones.add(zone);
  return true;
}
