/** Who is in a workspace, as Slack's directory says it: all at once, and one who has just changed. */

import { at, textAt } from '../../src/message/read-payload.ts';
import type { Account, Group, Listed, Listing } from '../../src/org/account.ts';
import type { AccountStore } from '../../src/ports/store.ts';
import { type Client, patiently } from './client.ts';
import { inShort, isGone, platformCode } from './errors.ts';
import type { Workspace } from './workspaces.ts';

const PAGE = 200;
/** `users.list` allows 20 calls a minute, so a big workspace is read over minutes. */
const PATIENCE = { tries: 10, most: 120 };

/** Reads all users of the workspaces into `accounts`; whoever is not listed any more is inactive. */
export async function listAll(
  workspaces: readonly Workspace[],
  accounts: AccountStore,
  tell: (line: string) => void,
): Promise<Listing> {
  const listed: Listed[] = [];
  let groups: Group[] | undefined = [];
  for (const workspace of workspaces) {
    try {
      listed.push(...(await listOne(workspace, accounts)));
      const found = await groupsOf(workspace, tell);
      groups = found && groups && [...groups, ...found];
    } catch (error) {
      if (!isGone(error)) throw inWords(workspace, error);
      tell(`The Slack workspace ${workspace.id} does not accept the app's token any more.`);
    }
  }
  return { listed, ...(groups && { groups }) };
}

async function listOne(workspace: Workspace, accounts: AccountStore): Promise<Listed[]> {
  const users = new Map<string, Listed>();
  for (const team of await teamsOf(workspace)) {
    for await (const user of usersOf(workspace.talking, team)) {
      const listed = listedOf(user, workspace.id);
      if (listed) users.set(listed.user, listed);
    }
  }
  const listed = [...users.values()];
  const known = (await accounts.list('slack')).filter(({ team }) => team === workspace.id);
  const left = known.filter(({ user, active }) => active && !users.has(user));
  await accounts.put([...listed, ...left.map(inactive)]);
  // They are tried again: what stood in the way may be gone.
  for (const account of known) {
    if (!account.reachable && users.get(account.user)?.active) {
      await accounts.mark(account, { reachable: true });
    }
  }
  return listed;
}

/** An org-wide token has to name each workspace; any other names none. */
async function teamsOf({ isOrg, talking }: Workspace): Promise<readonly (string | undefined)[]> {
  if (!isOrg) return [undefined];
  const teams: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await patiently(
      () => talking.auth.teams.list({ limit: PAGE, ...(cursor && { cursor }) }),
      PATIENCE,
    );
    teams.push(...(page.teams ?? []).flatMap(({ id }) => (id === undefined ? [] : [id])));
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  return teams;
}

async function* usersOf(client: Client, team: string | undefined): AsyncGenerator<unknown> {
  let cursor: string | undefined;
  do {
    const page = await patiently(
      () =>
        client.users.list({
          limit: PAGE,
          include_locale: true,
          ...(team && { team_id: team }),
          ...(cursor && { cursor }),
        }),
      PATIENCE,
    );
    yield* page.members ?? [];
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
}

/** None where the scope is missing (it is optional) or the plan has none; undefined if they can't be read now. */
async function groupsOf(
  { id: workspace, talking }: Workspace,
  tell: (line: string) => void,
): Promise<Group[] | undefined> {
  try {
    const { usergroups = [] } = await patiently(
      () => talking.usergroups.list({ include_users: true }),
      PATIENCE,
    );
    return usergroups.flatMap(({ id, handle, name, users = [], date_delete }) =>
      id === undefined || date_delete ? [] : [{ id: handle ?? id, name: name ?? id, users }],
    );
  } catch (error) {
    const code = platformCode(error) ?? '';
    if (['missing_scope', 'plan_upgrade_required', 'unknown_method'].includes(code)) return [];
    tell(
      `The user groups of the Slack workspace ${workspace} can't be read now (${inShort(error)}).`,
    );
    return undefined;
  }
}

/** Undefined for what is no user. Deleted people, bots, guests and people of other companies are not active. */
function listedOf(user: unknown, team: string): Listed | undefined {
  const id = textAt(user, 'id');
  if (id === undefined) return undefined;
  const profile = at(user, 'profile');
  const email = textAt(profile, 'email')?.toLowerCase();
  const timezone = textAt(user, 'tz');
  const locale = textAt(user, 'locale');
  const isOut = OUT.some((flag) => at(user, flag) === true) || id === 'USLACKBOT';
  return {
    platform: 'slack',
    team,
    user: id,
    name:
      textAt(profile, 'real_name') ??
      textAt(user, 'real_name') ??
      textAt(profile, 'display_name') ??
      textAt(user, 'name') ??
      id,
    ...(email && { email }),
    ...(timezone && { timezone }),
    ...(locale && { locale }),
    active: !isOut,
  };
}

const OUT = ['deleted', 'is_bot', 'is_restricted', 'is_ultra_restricted', 'is_stranger'] as const;

/** Takes in what an event says of one user; true if anything that we keep has changed. A status is nothing of ours. */
export async function takeIn(
  accounts: AccountStore,
  user: unknown,
  team: string,
): Promise<boolean> {
  const said = listedOf(user, team);
  if (!said) return false;
  const known = await accounts.get(said);
  // An event leaves out what a list holds.
  const listed: Listed = { ...kept(known), ...said };
  if (known && KEPT.every((name) => known[name] === listed[name])) return false;
  await accounts.put([listed]);
  return true;
}

const KEPT = ['name', 'email', 'timezone', 'locale', 'active'] as const;

function kept(known: Account | undefined): Partial<Listed> {
  if (!known) return {};
  const { email, timezone, locale } = known;
  return { ...(email && { email }), ...(timezone && { timezone }), ...(locale && { locale }) };
}

function inactive({ person, place, reachable, ...listed }: Account): Listed {
  return { ...listed, active: false };
}

function inWords({ id }: Workspace, error: unknown): Error {
  if (platformCode(error) === 'missing_scope') {
    return new Error(
      `The people of the Slack workspace ${id} can't be listed without the scope users:read. ` +
        'Give the app the scopes of manifest.yml and install it again.',
    );
  }
  return new Error(
    `The people of the Slack workspace ${id} could not be listed (${inShort(error)}). Try again later.`,
  );
}
