/** `emulate@0.11.2` with the same people at the same clients as our fake: a second opinion on what Slack does. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parsed } from './ack.ts';
import { isJson, type Json } from './block-rules.ts';
import type { Desk, Shown, ShownView } from './desk.ts';
import { type Store, startEmulate } from './emulate-store.ts';
import { type Sender, sender } from './http.ts';
import { type FakeUser, user } from './user.ts';

export interface EmulateOptions {
  readonly users?: readonly { readonly id: string; readonly name: string }[];
  readonly scopes?: readonly string[];
  /** Whether a method without its scope is refused; true unless given. */
  readonly strict?: boolean;
}

export interface EmulatedSlack {
  /** For `clientOptions.slackApiUrl`, with the bot token `xoxb-test`. */
  readonly url: string;
  readonly signingSecret: string;
  readonly store: Store;
  connectTo(url: string): void;
  user(id: string): FakeUser;
  stop(): Promise<void>;
}

const [SECRET, TOKEN, APP, TEAM] = ['shh', 'xoxb-test', 'A000000001', 'T000000001'];
const SCOPES = ['chat:write', 'im:write', 'im:history', 'users:read', 'commands'];

/** emulate makes up no block ids, so we do: the same ones each time. */
const named = (blocks: unknown): Json[] =>
  (Array.isArray(blocks) ? blocks.filter(isJson) : []).map((block, at) => ({
    block_id: `block-${at}`,
    ...block,
  }));

function channelOf(store: Store, id: string): string {
  const channel = store.channels.all().find((each) => each.is_im === true && each.user === id);
  return channel ? String(channel.channel_id) : `D${id.slice(1)}`;
}

function shown(row: Json, kind: Shown['kind']): Shown {
  const { ts, channel_id: channel, text } = row;
  const blocks = named(row.blocks);
  const raw = { ts, text, blocks };
  const fromBot = row.bot_id !== undefined || row.subtype === 'bot_message';
  return {
    kind,
    ts: String(ts),
    channel: String(channel),
    text: String(text),
    blocks,
    fromBot,
    raw,
  };
}

function shownView(row: Json): ShownView {
  const { id: _row, view_id, type, blocks, ...rest } = row;
  const kind = type === 'home' ? 'home' : 'modal';
  return { ...rest, id: String(view_id), type: kind, blocks: named(blocks) };
}

const viewRows = (store: Store, id: string, type: string) =>
  store.views.all().filter((each) => each.user_id === id && each.type === type);

interface Url {
  readonly user: string;
  readonly ts?: string;
}

/** emulate has no response URLs; this does what one does. */
function respond(store: Store, url: Url, body: Json): void {
  const content = { text: String(body.text ?? ''), blocks: body.blocks ?? [] };
  const message = store.messages.all().find((each) => each.ts === url.ts);
  if (body.replace_original === true && message) store.messages.update(message.id, content);
  else if (body.delete_original === true && message) store.messages.delete(message.id);
  else {
    const at = { channel_id: channelOf(store, url.user), target_user: url.user };
    const ts = (Date.now() / 1000).toFixed(6);
    store.ephemeralMessages.insert({ ...at, ...content, ts, type: 'message' });
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Signs emulate's events on their way to the app, and answers response URLs. */
async function forwarder(http: Sender, store: Store, urls: Map<string, Url>) {
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const url = urls.get((request.url ?? '').slice(1));
    const given = parsed(body);
    if (url && isJson(given)) respond(store, url, given);
    else if (request.url === '/') await http.post(body, { contentType: 'application/json' });
    response.writeHead(url || request.url === '/' ? 200 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}/`, stop };
}

function enveloped(event: Json): Json {
  const authorization = { team_id: TEAM, user_id: 'U0BOT', is_bot: true, enterprise_id: null };
  return {
    type: 'event_callback',
    team_id: TEAM,
    api_app_id: APP,
    event_id: `Ev${randomBytes(5).toString('hex').toUpperCase()}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    event,
  };
}

/** The modals are emulate's; that somebody closes one, it is told here. */
function modals(store: Store): Pick<Desk, 'modals' | 'close' | 'change'> {
  return {
    modals: (id) => viewRows(store, id, 'modal').map(shownView),
    close: (id, all) => {
      const rows = viewRows(store, id, 'modal');
      for (const row of all ? rows : rows.slice(-1)) store.views.delete(row.id);
    },
    change: (id, how, view) => {
      const top = viewRows(store, id, 'modal').at(-1);
      if (!top || !isJson(view)) return 'no view';
      const { id: row, created: _c, updated: _u, created_at: _a, updated_at: _b, ...rest } = top;
      if (how === 'update') store.views.update(row, view);
      else {
        const pushed = {
          view_id: `V${randomBytes(5).toString('hex')}`,
          previous_view_id: top.view_id,
        };
        store.views.insert({ ...rest, ...view, ...pushed });
      }
      return undefined;
    },
  };
}

function desk(store: Store, api: string, http: Sender, urlFor: (url: Url) => string): Desk {
  const of = (id: string, rows: readonly Json[], field: string): Json[] =>
    rows.filter((each) => each[field] === (field === 'channel_id' ? channelOf(store, id) : id));
  return {
    ...modals(store),
    deliver: http.deliver,
    payload: (id) => ({
      user: { id, username: id, name: id, team_id: TEAM },
      api_app_id: APP,
      token: 'unused',
      team: { id: TEAM, domain: 'acme' },
      enterprise: null,
      is_enterprise_install: false,
    }),
    command: (id) => ({
      token: 'unused',
      team_id: String(TEAM),
      team_domain: 'acme',
      channel_id: channelOf(store, id),
      channel_name: 'directmessage',
      user_id: id,
      user_name: id,
      api_app_id: String(APP),
      is_enterprise_install: 'false',
    }),
    channel: (id) => channelOf(store, id),
    messages: (id) =>
      of(id, store.messages.all(), 'channel_id').map((row) => shown(row, 'message')),
    ephemerals: (id) =>
      of(id, store.ephemeralMessages.all(), 'target_user').map((row) => shown(row, 'ephemeral')),
    home: (id) => viewRows(store, id, 'home').map(shownView)[0],
    trigger: async (id, view) => {
      const response = await fetch(`${api}views.generateTriggerId`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify({ user_id: id, ...(view ? { view_id: view } : {}) }),
      });
      return String(((await response.json()) as Json).trigger_id);
    },
    responseUrl: (id, ts) => urlFor({ user: id, ...(ts ? { ts } : {}) }),
    event: (_id, event) => http.deliver('events_api', enveloped(event)),
    wrote: (id, text) => {
      const ts = (Date.now() / 1000).toFixed(6);
      store.messages.insert({
        ts,
        channel_id: channelOf(store, id),
        user: id,
        text,
        type: 'message',
      });
      return ts;
    },
  };
}

function profileOf(name: string): Json {
  const names = { display_name: name, real_name: name, email: `${name}@acme.test` };
  return { ...names, status_text: '', status_emoji: '', status_expiration: 0 };
}

export async function emulateSlack(options: EmulateOptions = {}): Promise<EmulatedSlack> {
  const { users = [{ id: 'U1', name: 'ada' }], scopes = SCOPES, strict = true } = options;
  const started = await startEmulate({
    team: { name: 'Acme', domain: 'acme' },
    oauth_apps: [
      {
        client_id: '1.2',
        client_secret: 'secret',
        app_id: APP,
        name: 'Soundings',
        bot_name: 'soundings',
        bot_user_id: 'U0BOT',
        scopes,
        redirect_uris: ['http://127.0.0.1/slack/oauth_redirect'],
      },
    ],
    tokens: [{ token: TOKEN, user: 'soundings', app_id: APP, scopes }],
    strict_scopes: strict,
  });
  const { store } = started;
  for (const { id, name } of users) {
    const flags = { is_admin: false, is_bot: false, deleted: false, presence: 'active' };
    const profile = profileOf(name);
    const about = { user_id: id, team_id: TEAM, name, real_name: name, email: profile.email };
    store.users.insert({
      ...about,
      ...flags,
      manual_presence: 'auto',
      connection_count: 1,
      profile,
    });
  }
  let app = '';
  const http = sender({ url: () => app, secret: String(SECRET), now: Date.now, ackTimeout: 3000 });
  const urls = new Map<string, Url>();
  const { origin, stop } = await forwarder(http, store, urls);
  started.webhooks.register({ url: origin, events: ['*'], active: true, owner: 'slack' });
  const urlFor = (url: Url): string => {
    const key = `response-${randomBytes(8).toString('hex')}`;
    urls.set(key, url);
    return `${origin}${key}`;
  };
  const url = `${started.url.replace(/\/$/, '')}/api/`;
  const shared = desk(store, url, http, urlFor);
  const people = new Map<string, FakeUser>();
  return {
    url,
    signingSecret: String(SECRET),
    store,
    connectTo: (to) => {
      app = to;
    },
    user: (id) => {
      const known = people.get(id) ?? user(shared, id);
      people.set(id, known);
      return known;
    },
    stop: async () => {
      stop();
      await started.close();
    },
  };
}
