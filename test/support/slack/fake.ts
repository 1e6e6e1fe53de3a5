/** A strict Slack for tests, over real HTTP and WebSocket: refuses what Slack refuses and fails when asked to. */
import { randomBytes } from 'node:crypto';
import type { Ack } from './ack.ts';
import type { Json } from './block-rules.ts';
import { api } from './call.ts';
import { client } from './client.ts';
import { type Delivery, events } from './events.ts';
import { failures, type Wish } from './failures.ts';
import { type PostOptions, sender } from './http.ts';
import { seen } from './methods-people.ts';
import { limiter, NO_RATES, type Rates, SLACK_RATES } from './rate.ts';
import { type Call, type Listening, listen } from './server.ts';
import { type Sockets, sockets } from './socket.ts';
import {
  type Group,
  type Person,
  person,
  type Team,
  type Token,
  type User,
  type World,
} from './state.ts';
import { type FakeUser, user } from './user.ts';

/** The scopes of manifest.yml, with the optional ones. */
export const ALL_SCOPES = [
  'chat:write',
  'im:write',
  'im:history',
  'users:read',
  'users:read.email',
  'usergroups:read',
  'team:read',
  'commands',
] as const;

export interface FakeOptions {
  readonly teams?: readonly Team[];
  readonly users?: readonly Person[];
  readonly groups?: readonly Group[];
  /** Bot tokens; `xoxb-test` with all scopes for the first team unless given. */
  readonly tokens?: readonly { token: string; team?: string; scopes?: readonly string[] }[];
  /** For `apps.connections.open`; `xapp-test` unless given. */
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly oauth?: { readonly clientId: string; readonly clientSecret: string };
  /** Whether a method without its scope is refused; true unless given. */
  readonly strictScopes?: boolean;
  /** Whether the workspace has the chart block; true unless given. */
  readonly charts?: boolean;
  readonly homeEnabled?: boolean;
  readonly now?: () => number;
  /** Slack's limits unless given; `'none'` for tests about something else. */
  readonly rates?: Partial<Rates> | 'none';
  /** Milliseconds, in real time, after which an app is late; Slack's 3 s unless given. */
  readonly ackTimeout?: number;
  /** The app's request URL; without it, and until `connectTo`, the app is reached by Socket Mode. */
  readonly app?: string;
}

export interface FakeSlack {
  /** For `clientOptions.slackApiUrl`. */
  readonly url: string;
  readonly origin: string;
  readonly signingSecret: string;
  readonly world: World;
  /** Adjustable while it runs. */
  readonly rates: Rates;
  readonly calls: readonly Call[];
  readonly deliveries: readonly Delivery[];
  /** Errors of the fake itself; a test that ends with any should fail. */
  readonly faults: readonly string[];
  readonly socket: Sockets;
  connectTo(url: string): void;
  user(id: string): FakeUser;
  next(method: string, wish: Wish, times?: number): void;
  event(event: Json, team?: string): Promise<Ack>;
  /** Delivers again what is due by the clock. */
  due(): Promise<void>;
  readonly pending: number;
  /** Somebody joins, with a `team_join` event. */
  join(person: Person): Promise<Ack>;
  /** Somebody changes, or leaves (`deleted: true`), with a `user_change` event. */
  change(person: Person): Promise<Ack>;
  /** The app is thrown out: tokens revoked, and both events, in the order given. */
  uninstall(team?: string, first?: 'app_uninstalled' | 'tokens_revoked'): Promise<void>;
  token(token: string, state: Token['state']): void;
  post(body: string, options?: PostOptions): Promise<Ack>;
  replay(): Promise<Ack>;
  stop(): Promise<void>;
}

const TEAM: Team = { id: 'T1', name: 'Acme', domain: 'acme' };

/** Increasing, and unlike any other, with microseconds as Slack has them. */
function clockStamps(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.floor(now() * 1000));
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
}

function worldOf(options: FakeOptions): World {
  const now = options.now ?? Date.now;
  const teams = new Map((options.teams ?? [TEAM]).map((team) => [team.id, team]));
  const first = [...teams.keys()][0] ?? TEAM.id;
  const users = new Map<string, User>();
  const put = (about: Person): User => {
    const before = users.get(about.id);
    const made = person(about, before, about.team_id ?? before?.team_id ?? first, now());
    users.set(made.id, made);
    return made;
  };
  const bots = [{ token: 'xoxb-test', team: first, scopes: ALL_SCOPES }];
  const tokens = (options.tokens ?? bots).map(
    ({ token, team = first, scopes = ALL_SCOPES }): Token => ({
      token,
      team,
      scopes,
      state: 'live',
    }),
  );
  const app = options.appToken ?? 'xapp-test';
  tokens.push({ token: app, team: first, scopes: ['connections:write'], app: true, state: 'live' });
  const world: World = {
    appId: 'A1',
    botId: 'B1',
    bot: 'U0BOT',
    strictScopes: options.strictScopes ?? true,
    homeEnabled: options.homeEnabled ?? true,
    charts: options.charts ?? true,
    now,
    teams,
    users,
    groups: [...(options.groups ?? [])],
    tokens: new Map(tokens.map((token) => [token.token, token])),
    channels: new Map(),
    messages: [],
    ephemerals: [],
    views: new Map(),
    homes: new Map(),
    stacks: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    codes: new Map(),
    oauth: options.oauth ?? { clientId: '1.2', clientSecret: 'secret' },
    put,
    ts: clockStamps(now),
    id: (prefix) => `${prefix}${randomBytes(5).toString('hex').toUpperCase()}`,
  };
  // Slackbot says of itself that it is no bot.
  put({ id: 'USLACKBOT', name: 'slackbot' });
  put({ id: world.bot, name: 'soundings', is_bot: true, is_app_user: true });
  for (const each of options.users ?? [{ id: 'U1', name: 'ada' }]) put(each);
  return world;
}

export async function fakeSlack(options: FakeOptions = {}): Promise<FakeSlack> {
  const world = worldOf(options);
  const { signingSecret = 'shh', ackTimeout = 3000 } = options;
  const rates = options.rates === 'none' ? NO_RATES : { ...SLACK_RATES, ...options.rates };
  const limits = limiter(structuredClone(rates), world.now);
  let app = options.app;
  let server: Listening | undefined;
  const origin = (): string => server?.origin ?? '';
  const door = sockets({ appId: world.appId, ackTimeout, origin });
  const http = sender({ url: () => app ?? '', secret: signingSecret, now: world.now, ackTimeout });
  const calls: Call[] = [];
  const bad = failures();
  const web = api(world, limits, door.ticket);
  server = await listen({ world, api: web, failures: bad, door, calls });
  const sent = events(world, (...all) => (app ? http : door).deliver(...all));
  const desk = client(world, (...all) => (app ? http : door).deliver(...all), sent, origin);
  const people = new Map<string, FakeUser>();
  const first = [...world.teams.keys()][0] ?? '';

  /** As the app may see them with the token that it has there. */
  function asSeen(each: User): Json {
    const token = [...world.tokens.values()].find((one) => one.team === each.team_id && !one.app);
    return token ? seen(each, token, true) : { id: each.id };
  }

  async function uninstall(team = first, order = 'tokens_revoked'): Promise<void> {
    for (const token of world.tokens.values()) {
      if (token.team === team && !token.app) token.state = 'revoked';
    }
    const both: Json[] = [
      { type: 'tokens_revoked', tokens: { oauth: [], bot: [world.bot] } },
      { type: 'app_uninstalled' },
    ];
    for (const each of order === 'tokens_revoked' ? both : both.reverse()) {
      await sent.send(team, each);
    }
  }

  return {
    url: `${origin()}/api/`,
    origin: origin(),
    signingSecret,
    world,
    rates: limits.rates,
    calls,
    deliveries: sent.deliveries,
    faults: web.faults,
    socket: door,
    connectTo: (url) => {
      app = url;
    },
    user: (id) => {
      const known = people.get(id) ?? user(desk, id, world.now);
      people.set(id, known);
      return known;
    },
    next: bad.next,
    event: (event, team = first) => sent.send(team, event),
    due: sent.due,
    get pending() {
      return sent.pending;
    },
    join: (about) => {
      const made = world.put(about);
      return sent.send(made.team_id, { type: 'team_join', user: asSeen(made) });
    },
    change: (about) => {
      const made = world.put(about);
      return sent.send(made.team_id, { type: 'user_change', user: asSeen(made) });
    },
    uninstall,
    token: (token, state) => {
      const known = world.tokens.get(token);
      if (!known) throw new Error(`There is no token ${token} in the fake.`);
      known.state = state;
    },
    post: http.post,
    replay: http.replay,
    stop: () => server?.stop() ?? Promise.resolve(),
  };
}
