/** Modals and home pages: one trigger opens one view, three views deep at most. */
import { randomBytes } from 'node:crypto';
import { asMessages, viewFaults } from './block-kit.ts';
import { LIMITS } from './block-limits.ts';
import { isJson, type Json } from './block-rules.ts';
import {
  type Answer,
  type Args,
  fine,
  isAnswer,
  json,
  type Method,
  refuse,
  text,
} from './method.ts';
import { type Token, type Trigger, type View, type World, withIds } from './state.ts';

const newHash = (world: World): string =>
  `${Math.floor(world.now() / 1000)}.${randomBytes(4).toString('hex')}`;

/** The view as given, or why Slack would not take it. */
export function viewGiven(world: World, view: unknown, surface: 'modal' | 'home', but?: View) {
  if (view === undefined)
    return refuse('invalid_arguments', asMessages(['missing required field: view']));
  if (!isJson(view)) return refuse('invalid_arguments', asMessages(['invalid `view`']));
  if (JSON.stringify(view).length > LIMITS.view.bytes) return refuse('view_too_large');
  const faults = viewFaults(view, surface, world.charts);
  if (faults.length > 0) return refuse('invalid_arguments', asMessages(faults));
  const external = view.external_id;
  const taken = [...world.views.values()].some(
    (each) => each !== but && each.external_id === external,
  );
  return external && taken ? refuse('duplicate_external_id') : view;
}

/** Keeps what was filled in where block and action stay the same. */
function stateFor(blocks: readonly Json[], before: View | undefined): View['state'] {
  const values: View['state']['values'] = {};
  for (const block of blocks) {
    const id = String(block.block_id);
    const old = before?.state.values[id];
    const element = isJson(block.element) ? String(block.element.action_id) : '';
    if (old?.[element]) values[id] = { [element]: old[element] };
  }
  return { values };
}

/** The view as Slack keeps and shows it. */
export function made(world: World, given: Json, team: string, before?: View, under?: View): View {
  const id = before?.id ?? world.id('V');
  const blocks = withIds(given.blocks as Json[]);
  const view: View = {
    id,
    team_id: team,
    type: given.type as View['type'],
    title: given.title ?? null,
    close: given.close ?? null,
    submit: given.submit ?? null,
    blocks,
    private_metadata: String(given.private_metadata ?? ''),
    callback_id: String(given.callback_id ?? ''),
    external_id: String(given.external_id ?? ''),
    state: stateFor(blocks, before),
    hash: newHash(world),
    clear_on_close: given.clear_on_close === true,
    notify_on_close: given.notify_on_close === true,
    previous_view_id: before?.previous_view_id ?? under?.id ?? null,
    root_view_id: before?.root_view_id ?? under?.root_view_id ?? id,
    app_id: world.appId,
    app_installed_team_id: team,
    bot_id: world.botId,
  };
  world.views.set(id, view);
  return view;
}

function exchange(world: World, args: Args): Trigger | Answer {
  const id = text(args, 'trigger_id') || text(args, 'interactivity_pointer');
  const trigger = world.triggers.get(id);
  if (!trigger) return refuse('invalid_trigger_id');
  if (trigger.used) return refuse('exchanged_trigger_id');
  if (world.now() > trigger.expires) return refuse('expired_trigger_id');
  trigger.used = true;
  return trigger;
}

function show(push: boolean) {
  return (world: World, args: Args, caller: Token): Answer => {
    const given = viewGiven(world, json(args, 'view'), 'modal');
    if (isAnswer(given)) return given;
    const trigger = exchange(world, args);
    if (isAnswer(trigger)) return trigger;
    const stack = push ? (world.stacks.get(trigger.user) ?? []) : [];
    if (push && !stack.includes(trigger.view ?? '')) return refuse('invalid_trigger_id');
    return onto(world, trigger.user, stack, given, caller.team);
  };
}

/** Puts a view on top of these. */
export function onto(
  world: World,
  user: string,
  stack: readonly string[],
  given: Json,
  team: string,
) {
  if (stack.length >= LIMITS.view.stack) return refuse('push_limit_reached');
  const view = made(world, given, team, undefined, world.views.get(stack.at(-1) ?? ''));
  world.stacks.set(user, [...stack, view.id]);
  return fine({ view });
}

function update(world: World, args: Args, caller: Token): Answer {
  const [id, external, hash] = [
    text(args, 'view_id'),
    text(args, 'external_id'),
    text(args, 'hash'),
  ];
  const view =
    world.views.get(id) ??
    [...world.views.values()].find((each) => external !== '' && each.external_id === external);
  if (!view || view.team_id !== caller.team) return refuse('not_found');
  if (hash !== '' && hash !== view.hash) return refuse('hash_conflict');
  const given = viewGiven(world, json(args, 'view'), view.type, view);
  if (isAnswer(given)) return given;
  return fine({ view: made(world, given, caller.team, view) });
}

function publish(world: World, args: Args, caller: Token): Answer {
  if (!world.homeEnabled) return refuse('not_enabled');
  const user = world.users.get(text(args, 'user_id'));
  if (!user || user.team_id !== caller.team || user.deleted) {
    return refuse('invalid_arguments', asMessages(['invalid `user_id`']));
  }
  const before = world.views.get(world.homes.get(user.id) ?? '');
  const hash = text(args, 'hash');
  if (before && hash !== '' && hash !== before.hash) return refuse('hash_conflict');
  const given = viewGiven(world, json(args, 'view'), 'home', before);
  if (isAnswer(given)) return given;
  const view = made(world, given, caller.team, before);
  world.homes.set(user.id, view.id);
  return fine({ view });
}

const common = { tier: 4, token: 'bot' } as const;

export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': { ...common, call: show(false) },
  'views.push': { ...common, call: show(true) },
  'views.update': { ...common, call: update },
  'views.publish': { ...common, needs: ['user_id'], call: publish },
};
