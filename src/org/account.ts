/** Where a person is on a chat platform: one account, and whose it is. */

export type Platform = 'slack' | 'teams';

export function isPlatform(name: string): name is Platform {
  return name === 'slack' || name === 'teams';
}

export interface AccountKey {
  readonly platform: Platform;
  /** Workspace, organisation or tenant. */
  readonly team: string;
  /** The platform's id of the user. */
  readonly user: string;
}

/** What a platform's directory says of a user. */
export interface Listed extends AccountKey {
  readonly name: string;
  /** In small letters. */
  readonly email?: string;
  /** IANA zone. */
  readonly timezone?: string;
  readonly locale?: string;
  /** False: deleted there, a bot, or a guest. */
  readonly active: boolean;
}

export interface Account extends Listed {
  /** Person id; absent: they are in no people file. */
  readonly person?: string;
  /** What the adapter needs to write to them, in the platform's own terms. */
  readonly place?: string;
  /** False: the platform said that they can't be written to. */
  readonly reachable: boolean;
}

export interface AccountMarking {
  readonly place?: string;
  readonly reachable?: boolean;
}

/** A platform's directory: its users, and its groups of them, which may stand for units. */
export interface Listing {
  readonly listed: readonly Listed[];
  /** Absent: they can't be read now. */
  readonly groups?: readonly Group[];
}

export interface Group {
  /** Short and unique, as people write it: a Slack group's handle. */
  readonly id: string;
  readonly name: string;
  /** User ids. */
  readonly users: readonly string[];
}
