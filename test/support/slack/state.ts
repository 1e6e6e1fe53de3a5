/** What the fake Slack knows: teams, people, tokens, messages, views; and the ids it hands out. */
import { randomBytes } from 'node:crypto';
import type { Json } from './block-rules.ts';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly enterprise?: { readonly id: string; readonly name: string };
  /** Installed for a whole Enterprise Grid organisation: payloads then have `team: null`. */
  readonly orgInstall?: boolean;
}

/** A person as `users.list` shows them. */
export interface User {
  readonly id: string;
  readonly team_id: string;
  name: string;
  deleted: boolean;
  real_name: string;
  tz?: string;
  tz_label?: string;
  tz_offset?: number;
  locale?: string;
  is_bot: boolean;
  is_app_user: boolean;
  is_restricted: boolean;
  is_ultra_restricted: boolean;
  is_email_confirmed: boolean;
  updated: number;
  profile: Json & { email?: string };
}

/** What a test says about a person; `tz: null` for one whose time zone Slack doesn't know. */
export type Person = { readonly id: string } & Partial<Omit<User, 'id' | 'tz'>> & {
    readonly tz?: string | null;
    readonly email?: string;
  };

export interface Group {
  readonly id: string;
  readonly team_id?: string;
  readonly handle: string;
  readonly name: string;
  users: string[];
}

export interface Token {
  readonly token: string;
  readonly team: string;
  readonly scopes: readonly string[];
  readonly app?: boolean;
  state: 'live' | 'revoked' | 'inactive' | 'expired';
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** The author: the bot or the person. */
  readonly user: string;
  readonly bot: boolean;
  text: string;
  blocks: Json[];
  metadata?: Json;
  thread_ts?: string;
  edited?: boolean;
}

interface Ephemeral {
  readonly ts: string;
  readonly channel: string;
  readonly to: string;
  readonly text: string;
  readonly blocks: Json[];
}

export interface View extends Json {
  readonly id: string;
  readonly team_id: string;
  readonly type: 'modal' | 'home';
  blocks: Json[];
  state: { values: Record<string, Record<string, Json>> };
  hash: string;
  external_id: string;
  callback_id: string;
  private_metadata: string;
  previous_view_id: string | null;
  root_view_id: string;
}

export interface Trigger {
  readonly user: string;
  /** Given out by a click in this modal. */
  readonly view?: string;
  readonly expires: number;
  used: boolean;
}

/** One use of these replaces a message, another adds one, seen only by `user` unless it says otherwise. */
export interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  /** The message that was clicked; none for a command. */
  readonly ts?: string;
  readonly ephemeral: boolean;
  readonly expires: number;
  left: number;
}

/** A code of an OAuth redirect. */
interface Code {
  readonly redirect: string;
  readonly team: string;
  readonly installer: string;
  readonly scopes: readonly string[];
}

export interface World {
  readonly appId: string;
  readonly botId: string;
  readonly bot: string;
  readonly strictScopes: boolean;
  readonly homeEnabled: boolean;
  charts: boolean;
  readonly now: () => number;
  readonly teams: Map<string, Team>;
  readonly users: Map<string, User>;
  readonly groups: Group[];
  readonly tokens: Map<string, Token>;
  /** Direct messages: `D...` to the person; opened by the first message or `conversations.open`. */
  readonly channels: Map<string, string>;
  messages: Message[];
  ephemerals: Ephemeral[];
  readonly views: Map<string, View>;
  readonly homes: Map<string, string>;
  /** Modals of a person, lowest first. */
  readonly stacks: Map<string, string[]>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly codes: Map<string, Code>;
  readonly oauth: { readonly clientId: string; readonly clientSecret: string };
  /** Adds or changes a person. */
  put(person: Person): User;
  ts(): string;
  id(prefix: string): string;
}

/** The direct message channel between the app and this person. */
export const directMessage = (user: string): string => `D${user.slice(1)}`;

/** The seconds east of Greenwich that a time zone is now. */
function offsetOf(tz: string, now: number): number {
  const at = new Date(Math.floor(now / 1000) * 1000);
  const local = new Date(`${at.toLocaleString('sv-SE', { timeZone: tz }).replace(' ', 'T')}Z`);
  return (local.getTime() - at.getTime()) / 1000;
}

/** Blocks get the ids that Slack would make up. */
export function withIds(blocks: readonly Json[]): Json[] {
  return structuredClone(blocks).map((block) => ({
    ...block,
    block_id: block.block_id ?? randomBytes(4).toString('hex').slice(0, 5),
  }));
}

export function person(about: Person, before: User | undefined, team: string, now: number): User {
  const { email, tz, ...rest } = about;
  const zone =
    tz === null ? undefined : (tz ?? before?.tz ?? (before ? undefined : 'Europe/Berlin'));
  const name = about.name ?? before?.name ?? about.id.toLowerCase();
  const profile = { display_name: name, status_text: '', status_emoji: '', status_expiration: 0 };
  const user: User = {
    team_id: team,
    deleted: false,
    real_name: name,
    locale: 'en-US',
    is_bot: false,
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_email_confirmed: true,
    ...before,
    ...rest,
    name,
    updated: Math.floor(now / 1000),
    profile: {
      ...profile,
      email: `${name}@acme.test`,
      ...before?.profile,
      ...(email === undefined ? {} : { email }),
      ...about.profile,
    },
  };
  delete user.tz;
  if (zone === undefined) return user;
  return { ...user, tz: zone, tz_label: zone, tz_offset: offsetOf(zone, now) };
}
