/** The client of a person on the fake: what the world holds for them, and the way to the app. */
import { randomBytes } from 'node:crypto';
import type { Deliver } from './ack.ts';
import { isJson, type Json } from './block-rules.ts';
import type { Desk, Shown } from './desk.ts';
import type { Events } from './events.ts';
import { isAnswer } from './method.ts';
import { shown } from './methods-chat.ts';
import { made, onto, viewGiven } from './methods-views.ts';
import { issue } from './response-url.ts';
import { directMessage, type Team, type User, type View, type World } from './state.ts';

const LIFE = 3000;

const digits = (): number => Math.floor(1e5 + Math.random() * 9e5);

/** A trigger that opens one view within 3 seconds. */
function trigger(world: World, user: string, view?: string): string {
  const id = `${digits()}.${digits()}.${randomBytes(8).toString('hex')}`;
  const expires = world.now() + LIFE;
  world.triggers.set(id, { user, expires, used: false, ...(view ? { view } : {}) });
  return id;
}

function whois(world: World, id: string): { user: User; team: Team } {
  const user = world.users.get(id);
  const team = world.teams.get(user?.team_id ?? '');
  if (!user || !team) throw new Error(`There is no user ${id} in the fake: name them in "users".`);
  return { user, team };
}

function payload(world: World, id: string): Json & { team: Json | null } {
  const { user, team } = whois(world, id);
  const org = team.orgInstall === true;
  const grid = team.enterprise ? { enterprise_id: team.enterprise.id } : {};
  return {
    user: { id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: world.appId,
    token: 'unused',
    team: org ? null : { id: team.id, domain: team.domain, ...grid },
    enterprise: team.enterprise ?? null,
    is_enterprise_install: org,
  };
}

function command(world: World, id: string): Record<string, string> {
  const { user, team } = whois(world, id);
  const { enterprise } = team;
  return {
    token: 'unused',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: directMessage(id),
    channel_name: 'directmessage',
    user_id: id,
    user_name: user.name,
    api_app_id: world.appId,
    is_enterprise_install: String(team.orgInstall === true),
    ...(enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}),
  };
}

function messages(world: World, id: string): Shown[] {
  return world.messages
    .filter((each) => each.channel === directMessage(id))
    .map((each) => {
      const { ts, channel, text, bot: fromBot } = each;
      const blocks = structuredClone(each.blocks);
      const raw = structuredClone(shown(world, each));
      return { kind: 'message', ts, channel, text, blocks, fromBot, raw };
    });
}

function ephemerals(world: World, id: string): Shown[] {
  return world.ephemerals
    .filter((each) => each.to === id)
    .map(({ ts, channel, text, blocks }) => {
      const copy = structuredClone(blocks);
      return { kind: 'ephemeral', ts, channel, text, blocks: copy, fromBot: true, raw: { ts } };
    });
}

const viewsOf = (world: World, ids: readonly (string | undefined)[]): View[] =>
  ids.flatMap((id) => {
    const view = world.views.get(id ?? '');
    return view ? [structuredClone(view)] : [];
  });

function change(world: World, id: string, how: 'update' | 'push', view: unknown) {
  const { team } = whois(world, id);
  const stack = world.stacks.get(id) ?? [];
  const top = world.views.get(stack.at(-1) ?? '');
  if (how === 'push') {
    const given = viewGiven(world, view, 'modal');
    const answer = isAnswer(given) ? given : onto(world, id, stack, given, team.id);
    return answer.ok ? undefined : says(answer);
  }
  const given = viewGiven(world, view, 'modal', top);
  if (isAnswer(given)) return says(given);
  made(world, given, team.id, top);
  return undefined;
}

function says(answer: Json): string {
  const details = isJson(answer.response_metadata) ? answer.response_metadata.messages : [];
  return [answer.error, details].flat().join(' ');
}

export function client(world: World, deliver: Deliver, sent: Events, origin: () => string): Desk {
  return {
    deliver,
    payload: (id) => payload(world, id),
    command: (id) => command(world, id),
    channel: directMessage,
    messages: (id) => messages(world, id),
    ephemerals: (id) => ephemerals(world, id),
    home: (id) => viewsOf(world, [world.homes.get(id)])[0],
    modals: (id) => viewsOf(world, world.stacks.get(id) ?? []),
    trigger: async (id, view) => trigger(world, id, view),
    responseUrl: (id, ts) => `${origin()}${issue(world, id, ts)}`,
    event: (id, event) => sent.send(whois(world, id).team.id, event),
    wrote: (id, text) => {
      const [channel, ts] = [directMessage(id), world.ts()];
      world.channels.set(channel, id);
      world.messages.push({ ts, channel, user: id, bot: false, text, blocks: [] });
      return ts;
    },
    close: (id, all) => {
      const stack = world.stacks.get(id) ?? [];
      const kept = all ? [] : stack.slice(0, -1);
      for (const view of stack.slice(kept.length)) world.views.delete(view);
      world.stacks.set(id, kept);
    },
    change: (id, how, view) => change(world, id, how, view),
  };
}
