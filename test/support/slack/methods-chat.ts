/** Posting, changing and finding messages. */
import { LIMITS } from './block-limits.ts';
import type { Json } from './block-rules.ts';
import {
  type Answer,
  type Args,
  type Content,
  contentOf,
  fine,
  flag,
  isAnswer,
  type Method,
  page,
  refuse,
  text,
} from './method.ts';
import { directMessage, type Message, type Token, type World } from './state.ts';

/** The person behind `U...` or `D...`, if this app may write to them. */
function addressee(world: World, channel: string, caller: Token): string | undefined {
  const user = world.users.get(world.channels.get(channel) ?? channel);
  const reachable = user && !user.deleted && !user.is_bot && user.id !== 'USLACKBOT';
  return reachable && user.team_id === caller.team ? user.id : undefined;
}

/** Whether this is a direct message of the caller's workspace. */
const isOpen = (world: World, channel: string, caller: Token): boolean =>
  world.users.get(world.channels.get(channel) ?? '')?.team_id === caller.team;

/** A message as Slack shows it. */
export function shown(world: World, message: Message, metadata = true): Json {
  const { ts, user, bot, blocks, thread_ts, edited } = message;
  const team = world.users.get(user)?.team_id ?? [...world.teams.keys()][0];
  return {
    type: 'message',
    user,
    text: message.text,
    ts,
    team,
    ...(bot ? { bot_id: world.botId, app_id: world.appId } : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(thread_ts ? { thread_ts } : {}),
    ...(edited ? { edited: { user, ts } } : {}),
    ...(metadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

function postMessage(world: World, args: Args, caller: Token): Answer {
  const to = addressee(world, text(args, 'channel'), caller);
  if (to === undefined) return refuse('channel_not_found');
  const content = contentOf(world, args);
  if (isAnswer(content)) return content;
  const message = keep(world, to, content, text(args, 'thread_ts'));
  const cut = content.text.length > LIMITS.text.posted;
  if (cut) message.text = content.text.slice(0, LIMITS.text.posted);
  return fine({
    channel: message.channel,
    ts: message.ts,
    message: shown(world, message),
    ...(cut ? { warning: 'message_truncated' } : {}),
  });
}

/** Puts the app's message into the person's direct messages. */
export function keep(world: World, to: string, content: Content, thread = ''): Message {
  const channel = directMessage(to);
  world.channels.set(channel, to);
  const message: Message = {
    ts: world.ts(),
    channel,
    user: world.bot,
    bot: true,
    text: content.text,
    blocks: content.blocks ?? [],
    ...(content.metadata ? { metadata: content.metadata } : {}),
    ...(thread ? { thread_ts: thread } : {}),
  };
  world.messages.push(message);
  return message;
}

const messageAt = (world: World, channel: string, ts: string): Message | undefined =>
  world.messages.find((each) => each.channel === channel && each.ts === ts);

/** Changes what is given; metadata that is left out stays, and `{}` removes it. */
export function change(message: Message, content: Content): void {
  message.text = content.text;
  message.edited = true;
  if (content.blocks) message.blocks = content.blocks;
  if (!content.metadata) return;
  if (Object.keys(content.metadata).length > 0) message.metadata = content.metadata;
  else delete message.metadata;
}

function update(world: World, args: Args, caller: Token): Answer {
  const channel = text(args, 'channel');
  if (!isOpen(world, channel, caller)) return refuse('channel_not_found');
  const message = messageAt(world, channel, text(args, 'ts'));
  if (!message) return refuse('message_not_found');
  if (!message.bot) return refuse('cant_update_message');
  const content = contentOf(world, args);
  if (isAnswer(content)) return content;
  if (content.text.length > LIMITS.text.updated) return refuse('msg_too_long');
  change(message, content);
  return fine({ channel, ts: message.ts, text: message.text, message: shown(world, message) });
}

function remove(world: World, args: Args, caller: Token): Answer {
  const [channel, ts] = [text(args, 'channel'), text(args, 'ts')];
  if (!isOpen(world, channel, caller)) return refuse('channel_not_found');
  const message = messageAt(world, channel, ts);
  if (!message) return refuse('message_not_found');
  if (!message.bot) return refuse('cant_delete_message');
  world.messages = world.messages.filter((each) => each !== message);
  return fine({ channel, ts });
}

function postEphemeral(world: World, args: Args, caller: Token): Answer {
  const to = addressee(world, text(args, 'channel'), caller);
  if (to === undefined) return refuse('channel_not_found');
  if (text(args, 'user') !== to) return refuse('user_not_in_channel');
  const content = contentOf(world, args);
  if (isAnswer(content)) return content;
  return fine({ message_ts: whisper(world, to, content) });
}

/** Shows a message to one person until they reload. */
export function whisper(world: World, to: string, content: Content): string {
  const ts = world.ts();
  const { text: words, blocks = [] } = content;
  world.ephemerals.push({ ts, channel: directMessage(to), to, text: words, blocks });
  return ts;
}

function openConversation(world: World, args: Args, caller: Token): Answer {
  const given = text(args, 'channel');
  if (given) {
    return isOpen(world, given, caller)
      ? fine({ no_op: true, already_open: true, channel: { id: given } })
      : refuse('channel_not_found');
  }
  const users = text(args, 'users').split(',').filter(Boolean);
  if (users.length === 0) return refuse('users_list_not_supplied');
  if (users.length > 8) return refuse('too_many_users');
  if (users.length > 1) return refuse('method_not_supported_for_channel_type');
  const user = world.users.get(users[0] ?? '');
  if (!user || user.team_id !== caller.team) return refuse('user_not_found');
  if (user.deleted) return refuse('user_disabled');
  return direct(world, user.id, args);
}

function direct(world: World, user: string, args: Args): Answer {
  const id = directMessage(user);
  const open = world.channels.has(id);
  if (!open && flag(args, 'prevent_creation')) return refuse('channel_not_found');
  world.channels.set(id, user);
  const channel = flag(args, 'return_im') ? { id, is_im: true, user, is_open: true } : { id };
  return fine({ channel, ...(open ? { no_op: true, already_open: true } : {}) });
}

const TIMESTAMP = /^\d+(\.\d+)?$/;

function history(world: World, args: Args, caller: Token): Answer {
  const channel = text(args, 'channel');
  if (!isOpen(world, channel, caller)) return refuse('channel_not_found');
  const [oldest, latest] = [text(args, 'oldest') || '0', text(args, 'latest') || '9999999999'];
  if (!TIMESTAMP.test(oldest)) return refuse('invalid_ts_oldest');
  if (!TIMESTAMP.test(latest)) return refuse('invalid_ts_latest');
  const limit = Number(text(args, 'limit') || 100);
  if (!(limit >= 1 && limit <= 999)) return refuse('invalid_limit');
  const within = (ts: string): boolean =>
    flag(args, 'inclusive')
      ? Number(ts) >= Number(oldest) && Number(ts) <= Number(latest)
      : Number(ts) > Number(oldest) && Number(ts) < Number(latest);
  const found = world.messages
    .filter((each) => each.channel === channel && within(each.ts) && !each.thread_ts)
    .reverse();
  const part = page(args, 'history', found, limit);
  if (!part) return refuse('invalid_cursor');
  const metadata = flag(args, 'include_all_metadata');
  return fine({
    messages: part.items.map((each) => shown(world, each, metadata)),
    has_more: part.next !== '',
    pin_count: 0,
    ...(part.next ? { response_metadata: { next_cursor: part.next } } : {}),
  });
}

const bot = { token: 'bot' as const };
const write = { ...bot, scopes: ['chat:write'] };

export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    ...write,
    tier: 'special',
    needs: ['channel'],
    channel: (args) => text(args, 'channel').replace(/^[UW]/, 'D'),
    call: postMessage,
  },
  'chat.update': { ...write, tier: 3, needs: ['channel', 'ts'], call: update },
  'chat.delete': { ...write, tier: 3, needs: ['channel', 'ts'], call: remove },
  'chat.postEphemeral': { ...write, tier: 4, needs: ['channel', 'user'], call: postEphemeral },
  'conversations.open': { ...bot, tier: 3, scopes: ['im:write'], call: openConversation },
  'conversations.history': {
    ...bot,
    tier: 3,
    scopes: ['im:history'],
    needs: ['channel'],
    call: history,
  },
};
