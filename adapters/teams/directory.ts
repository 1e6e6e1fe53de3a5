/** Who is in the teams that the app is in, as their rosters say it. */

import { at, textAt } from '../../src/message/read-payload.ts';
import type { Account, Group, Listed, Listing } from '../../src/org/account.ts';
import type { AccountStore } from '../../src/ports/store.ts';
import { type Connector, type Conversation, patiently } from './connector.ts';
import { inShort, isGone } from './errors.ts';
import { type Incoming, teamOf } from './incoming.ts';
import { readPlace, writePlace } from './place.ts';

/** A team is kept as an account of nobody, which is never active: it needs a place, as people do. */
const TEAM = 'team:';

export interface DirectoryParts {
  readonly accounts: AccountStore;
  readonly connector: Connector;
  readonly isOurs: (tenant: string) => boolean;
  readonly tell: (line: string) => void;
}

/** Reads all rosters into `accounts`. Who has written to the bot stays listed, in a team or not. */
export async function listAll(parts: DirectoryParts): Promise<Listing> {
  const known = (await parts.accounts.list('teams')).filter(({ team }) => parts.isOurs(team));
  const people = known.filter((account) => !isTeam(account));
  const rosters: Roster[] = [];
  for (const team of known.filter((account) => isTeam(account) && account.reachable)) {
    const roster = await rosterOf(parts, team);
    if (roster) rosters.push(roster);
  }
  const listed = await takeIn(parts.accounts, people, rosters);
  return { listed, groups: groupsOf(rosters) };
}

interface Roster {
  readonly name: string;
  /** To write to them from. */
  readonly place: Conversation;
  readonly members: readonly unknown[];
}

/** Undefined for a team that the app has been taken out of. */
async function rosterOf(
  { accounts, connector, tell }: DirectoryParts,
  team: Account,
): Promise<Roster | undefined> {
  const place = readPlace(team.place);
  const conversation = place?.conversation;
  if (!place || conversation === undefined) return undefined;
  const members: unknown[] = [];
  try {
    let next: string | undefined;
    do {
      const page = await patiently(() => connector.members({ ...place, conversation }, next));
      members.push(...page.members);
      next = page.next;
    } while (next !== undefined);
  } catch (error) {
    if (isGone(error)) {
      await accounts.mark(team, { reachable: false });
      tell('The app has been taken out of a team; its people are not listed from it any more.');
      return undefined;
    }
    throw new Error(
      `The people of the team ${team.name} could not be listed (${inShort(error)}). Try again later.`,
    );
  }
  return { name: team.name, place: { ...place, conversation }, members };
}

async function takeIn(
  accounts: AccountStore,
  known: readonly Account[],
  rosters: readonly Roster[],
): Promise<Listed[]> {
  const before = new Map(known.map((account) => [nameOf(account), account]));
  const listed = new Map<string, Listed>();
  const places = new Map<string, string>();
  for (const { members, place } of rosters) {
    for (const member of members) {
      const said = listedOf(member, place.tenant);
      if (!said) continue;
      const key = nameOf(said);
      listed.set(key, merged(said, before.get(key)));
      const { serviceUrl, tenant, bot } = place;
      places.set(key, writePlace({ serviceUrl, tenant, bot, user: textAt(member, 'id') }));
    }
  }
  const others = known
    .filter((account) => !listed.has(nameOf(account)))
    .map((account) => ({ ...listedPart(account), active: account.active && hasChat(account) }));
  await accounts.put([...listed.values(), ...others]);
  for (const [key, account] of listed) {
    const place = before.get(key)?.place ?? places.get(key);
    // They are tried again: what stood in the way may be gone.
    if (account.active && place) await accounts.mark(account, { place, reachable: true });
  }
  return [...listed.values(), ...others];
}

/** Whoever was known from a roster alone, and is in none any more, has left. */
function hasChat({ place }: Account): boolean {
  return readPlace(place)?.conversation !== undefined;
}

/** A roster knows no time zone and no language. */
function merged(said: Listed, known: Account | undefined): Listed {
  return { ...(known && listedPart(known)), ...said };
}

function listedPart({ person, place, reachable, ...listed }: Account): Listed {
  return listed;
}

/** Undefined for what is no user. Guests, and people of other companies, are not active. */
export function listedOf(member: unknown, tenant: string): Listed | undefined {
  const user = textAt(member, 'aadObjectId') ?? textAt(member, 'objectId') ?? textAt(member, 'id');
  if (user === undefined || user.startsWith('28:')) return undefined;
  const email = (textAt(member, 'email') ?? textAt(member, 'userPrincipalName'))?.toLowerCase();
  const isOurs = (textAt(member, 'tenantId') ?? tenant) === tenant;
  const role = at(member, 'userRole');
  return {
    platform: 'teams',
    team: tenant,
    user,
    name: textAt(member, 'name') ?? email ?? user,
    ...(email && { email }),
    active: isOurs && role !== 'guest' && role !== 'anonymous',
  };
}

/** A group's id is what people write in a units file: the team's name, in small letters, with hyphens. */
function groupsOf(rosters: readonly Roster[]): Group[] {
  const taken = new Map<string, number>();
  return rosters.map(({ name, place, members }) => {
    const handle = handleOf(name) || 'team';
    const count = (taken.get(handle) ?? 0) + 1;
    taken.set(handle, count);
    const users = members.flatMap((member) => listedOf(member, place.tenant)?.user ?? []);
    return { id: count === 1 ? handle : `${handle}-${count}`, name, users };
  });
}

function handleOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Keeps the team that an activity is about; true if it is new, renamed, or was forgotten. */
export async function keepTeam(accounts: AccountStore, incoming: Incoming): Promise<boolean> {
  const team = teamOf(incoming.activity);
  if (!team) return false;
  const { serviceUrl, tenant, bot } = incoming.place;
  const key = { platform: 'teams', team: incoming.tenant, user: TEAM + team.id } as const;
  const known = await accounts.get(key);
  const name = team.name ?? known?.name ?? team.id;
  if (known?.name !== name) await accounts.put([{ ...key, name, active: false }]);
  const place = writePlace({ serviceUrl, tenant, bot, conversation: team.id });
  await accounts.mark(key, { place, reachable: true });
  return known?.name !== name || !known.reachable;
}

/** True if the app was in that team. */
export async function forgetTeam(accounts: AccountStore, incoming: Incoming): Promise<boolean> {
  const team = teamOf(incoming.activity);
  if (!team) return false;
  const key = { platform: 'teams', team: incoming.tenant, user: TEAM + team.id } as const;
  const known = await accounts.get(key);
  if (!known?.reachable) return false;
  await accounts.mark(key, { reachable: false });
  return true;
}

function isTeam({ user }: Account): boolean {
  return user.startsWith(TEAM);
}

function nameOf({ team, user }: Pick<Listed, 'team' | 'user'>): string {
  return `${team}/${user}`;
}
