/** One Web API call: who calls, may they, how often, and then the method; every error a documented one. */
import { isDocumented } from './errors.ts';
import { type Answer, type Args, fine, type Method, missing, refuse, text } from './method.ts';
import { CHAT } from './methods-chat.ts';
import { PEOPLE } from './methods-people.ts';
import { VIEWS } from './methods-views.ts';
import type { Limiter } from './rate.ts';
import type { Token, World } from './state.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Answer;
}

export interface Api {
  call(method: string, args: Args, headers: Args): Reply;
  /** Refuses with this error, which must be one that the method documents. */
  refusal(method: string, error: string): Reply;
  /** What the fake itself did wrong. */
  readonly faults: string[];
}

const NOBODY: Token = { token: '', team: '', scopes: [], state: 'live' };
const STATES = {
  revoked: 'token_revoked',
  inactive: 'account_inactive',
  expired: 'token_expired',
} as const;

/** Who calls, or the refusal. */
function callerOf(world: World, method: Method, args: Args, headers: Args): Token | Answer {
  if (method.token === 'none') return NOBODY;
  const given = /^Bearer (.+)$/.exec(text(headers, 'authorization'))?.[1] ?? text(args, 'token');
  if (given === '') return refuse('not_authed');
  const token = world.tokens.get(given);
  if (!token) return refuse('invalid_auth');
  if (token.state !== 'live') return refuse(STATES[token.state]);
  if ((method.token === 'app') !== (token.app === true)) return refuse('not_allowed_token_type');
  return token;
}

function lacking(world: World, method: Method, caller: Token): Answer | undefined {
  const { scopes } = method;
  if (!world.strictScopes || !scopes || scopes.some((each) => caller.scopes.includes(each))) return;
  return refuse('missing_scope', { needed: scopes.join(','), provided: caller.scopes.join(',') });
}

function scopeHeaders(method: Method, caller: Token): Record<string, string> {
  if (method.token === 'none') return {};
  const accepted = method.scopes ? { 'x-accepted-oauth-scopes': method.scopes.join(',') } : {};
  return { 'x-oauth-scopes': caller.scopes.join(','), ...accepted };
}

export function api(world: World, limits: Limiter, connect: () => string): Api {
  const methods = new Map<string, Method>(
    Object.entries({
      ...CHAT,
      ...VIEWS,
      ...PEOPLE,
      'apps.connections.open': {
        tier: 3,
        token: 'app',
        scopes: ['connections:write'],
        call: () => fine({ url: connect() }),
      } satisfies Method,
    }),
  );
  const faults: string[] = [];

  function documented(name: string, reply: Reply): Reply {
    const { ok, error } = reply.body;
    if (ok || isDocumented(name, String(error))) return reply;
    const says = `The fake wanted to answer ${name} with "${error}", which that method doesn't document.`;
    faults.push(says);
    return { status: 500, headers: {}, body: refuse(says) };
  }

  function limited(name: string, method: Method, args: Args, caller: Token): number {
    if (method.token === 'none') return 0;
    const channel = method.channel?.(args);
    return channel === undefined
      ? limits.call(name, method.tier, caller.team)
      : limits.message(caller.team, channel);
  }

  function answer(name: string, method: Method, args: Args, headers: Args): Reply {
    const caller = callerOf(world, method, args, headers);
    if ('ok' in caller) return { status: 200, headers: {}, body: caller };
    const scopes = scopeHeaders(method, caller);
    const lacks = lacking(world, method, caller);
    if (lacks) return { status: 200, headers: scopes, body: lacks };
    const wait = limited(name, method, args, caller);
    if (wait > 0) {
      const retry = { ...scopes, 'retry-after': String(wait) };
      return { status: 429, headers: retry, body: refuse('ratelimited') };
    }
    const absent = method.needs?.find((each) => text(args, each) === '');
    const body = absent ? missing(absent) : method.call(world, args, caller, headers);
    return { status: 200, headers: scopes, body };
  }

  return {
    faults,
    refusal: (name, error) => documented(name, { status: 200, headers: {}, body: refuse(error) }),
    call: (name, args, headers) => {
      const method = methods.get(name);
      if (!method) {
        const body = refuse('unknown_method', { req_method: name });
        return { status: 200, headers: {}, body };
      }
      return documented(name, answer(name, method, args, headers));
    },
  };
}
