/** Who is there, who the app is, and how it got in. */
import { randomBytes } from 'node:crypto';
import type { Json } from './block-rules.ts';
import { type Answer, type Args, fine, flag, type Method, page, refuse, text } from './method.ts';
import type { Group, Token, User, World } from './state.ts';

/** A person as this token may see them. */
export function seen(user: User, caller: Token, locale: boolean): Json {
  const { locale: language, profile, ...rest } = user;
  const { email, ...others } = profile;
  const mail = caller.scopes.includes('users:read.email') && email !== undefined && !user.is_bot;
  return {
    ...rest,
    ...(locale && language ? { locale: language } : {}),
    profile: mail ? { ...others, email } : others,
  };
}

function listUsers(world: World, args: Args, caller: Token): Answer {
  if (text(args, 'limit') === '') return refuse('limit_required');
  const limit = Number(text(args, 'limit'));
  if (!(limit >= 1 && limit <= 1000)) return refuse('invalid_limit');
  const team = text(args, 'team_id') || caller.team;
  const users = [...world.users.values()].filter((each) => each.team_id === team);
  const part = page(args, 'user', users, limit);
  if (!part) return refuse('invalid_cursor');
  return fine({
    members: part.items.map((each) => seen(each, caller, flag(args, 'include_locale'))),
    cache_ts: Math.floor(world.now() / 1000),
    response_metadata: { next_cursor: part.next },
  });
}

function userInfo(world: World, args: Args, caller: Token): Answer {
  const user = world.users.get(text(args, 'user'));
  if (!user || user.team_id !== caller.team) return refuse('user_not_found');
  return fine({ user: seen(user, caller, flag(args, 'include_locale')) });
}

function lookupByEmail(world: World, args: Args, caller: Token): Answer {
  const email = text(args, 'email');
  const user = [...world.users.values()].find(
    (each) => each.team_id === caller.team && each.profile.email === email && !each.deleted,
  );
  return user ? fine({ user: seen(user, caller, false) }) : refuse('users_not_found');
}

const groupsOf = (world: World, caller: Token): Group[] =>
  world.groups.filter((each) => (each.team_id ?? caller.team) === caller.team);

function listGroups(world: World, args: Args, caller: Token): Answer {
  const usergroups = groupsOf(world, caller).map(({ users, ...group }) => ({
    team_id: caller.team,
    ...group,
    is_usergroup: true,
    date_delete: 0,
    user_count: users.length,
    ...(flag(args, 'include_users') ? { users } : {}),
  }));
  return fine({ usergroups });
}

function groupUsers(world: World, args: Args, caller: Token): Answer {
  const group = groupsOf(world, caller).find((each) => each.id === text(args, 'usergroup'));
  return group ? fine({ users: group.users }) : refuse('no_such_subteam');
}

function authTest(world: World, _args: Args, caller: Token): Answer {
  const team = world.teams.get(caller.team);
  if (!team) return refuse('invalid_auth');
  return fine({
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    team_id: team.id,
    user: 'soundings',
    user_id: world.bot,
    bot_id: world.botId,
    is_enterprise_install: team.orgInstall === true,
    ...(team.enterprise ? { enterprise_id: team.enterprise.id } : {}),
  });
}

function teamInfo(world: World, _args: Args, caller: Token): Answer {
  const team = world.teams.get(caller.team);
  if (!team) return refuse('team_not_found');
  return fine({ team: { id: team.id, name: team.name, domain: team.domain, email_domain: '' } });
}

function revoke(_world: World, args: Args, caller: Token): Answer {
  if (!flag(args, 'test')) caller.state = 'revoked';
  return fine({ revoked: !flag(args, 'test') });
}

/** Client id and secret, from the form or from HTTP Basic. */
function credentials(args: Args, headers: Args): readonly [string, string] {
  const basic = /^Basic (.+)$/.exec(text(headers, 'authorization'))?.[1];
  const [id = '', secret = ''] = basic
    ? Buffer.from(basic, 'base64').toString().split(':')
    : [text(args, 'client_id'), text(args, 'client_secret')];
  return [id, secret];
}

function exchangeCode(world: World, args: Args, _caller: Token, headers: Args): Answer {
  const [id, secret] = credentials(args, headers);
  if (id !== world.oauth.clientId) return refuse('invalid_client_id');
  if (secret !== world.oauth.clientSecret) return refuse('bad_client_secret');
  const code = world.codes.get(text(args, 'code'));
  if (!code) return refuse('invalid_code');
  const redirect = text(args, 'redirect_uri');
  if (redirect !== '' && redirect !== code.redirect) return refuse('bad_redirect_uri');
  world.codes.delete(text(args, 'code'));
  const token = `xoxb-${randomBytes(8).toString('hex')}`;
  world.tokens.set(token, { token, team: code.team, scopes: code.scopes, state: 'live' });
  const team = world.teams.get(code.team);
  return fine({
    access_token: token,
    token_type: 'bot',
    scope: code.scopes.join(','),
    bot_user_id: world.bot,
    app_id: world.appId,
    team: team && !team.orgInstall ? { id: team.id, name: team.name } : null,
    enterprise: team?.enterprise ?? null,
    is_enterprise_install: team?.orgInstall === true,
    authed_user: { id: code.installer },
  });
}

const bot = { token: 'bot' as const };
const people = { ...bot, scopes: ['users:read'] };
const groups = { ...bot, tier: 2, scopes: ['usergroups:read'] } as const;

export const PEOPLE: Readonly<Record<string, Method>> = {
  'api.test': { tier: 4, token: 'none', call: () => fine() },
  'auth.test': { ...bot, tier: 'special', call: authTest },
  'auth.revoke': { ...bot, tier: 3, call: revoke },
  'team.info': { ...bot, tier: 3, scopes: ['team:read'], call: teamInfo },
  'users.list': { ...people, tier: 2, call: listUsers },
  'users.info': { ...people, tier: 4, needs: ['user'], call: userInfo },
  'users.lookupByEmail': {
    ...bot,
    tier: 3,
    scopes: ['users:read.email'],
    needs: ['email'],
    call: lookupByEmail,
  },
  'usergroups.list': { ...groups, call: listGroups },
  'usergroups.users.list': { ...groups, needs: ['usergroup'], call: groupUsers },
  'oauth.v2.access': { tier: 'special', token: 'none', call: exchangeCode },
};
