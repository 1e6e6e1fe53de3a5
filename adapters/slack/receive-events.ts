/** What Slack tells of itself: home pages opened, words typed, people who come and change, the app removed. */
import type { App } from '@slack/bolt';
import { at, textAt } from '../../src/message/read-payload.ts';
import {
  answer,
  MOST_TYPED,
  type Receiving,
  sceneOf,
  sourceOf,
  type Where,
  whereOf,
} from './answer.ts';
import { takeIn } from './directory.ts';

/** Events remembered, so that one sent again does nothing. Slack repeats within five minutes. */
const REMEMBERED = 20_000;

export function receiveEvents(app: App, parts: Receiving): void {
  const isNew = onlyOnce();
  const on = (name: string, take: (where: Where, event: unknown) => Promise<void>) =>
    app.event(name, async ({ event, body, context }) => {
      if (!isNew(textAt(body, 'event_id'))) return;
      await parts.hold(take(whereOf(context), event));
    });
  on('app_home_opened', (where, event) => opened(parts, where, event));
  on('message', (where, event) => typed(parts, where, event));
  on('team_join', (where, event) => changed(parts, where, event));
  on('user_change', (where, event) => changed(parts, where, event));
  app.event('app_uninstalled', ({ context }) => parts.hold(removed(parts, context)));
  app.event('tokens_revoked', async ({ event, context }) => {
    // Tokens of single people are none of ours.
    const bots = at(event, 'tokens', 'bot');
    if (Array.isArray(bots) && bots.length > 0) await parts.hold(removed(parts, context));
  });
}

async function opened(parts: Receiving, where: Where, event: unknown): Promise<void> {
  if (textAt(event, 'tab') !== 'home') return;
  const scene = await sceneOf(parts, where, textAt(event, 'user'), { opened: true });
  if (scene) await answer(parts, scene, (person) => ({ kind: 'home', person }));
}

/** Only plain words in a direct message; not what was edited, sent in a thread, or said by a bot (such as ourselves). */
async function typed(parts: Receiving, where: Where, event: unknown): Promise<void> {
  const text = textAt(event, 'text');
  const channel = textAt(event, 'channel');
  const isPlain = !NOT_PLAIN.some((part) => at(event, part) !== undefined);
  if (!text || !channel || !isPlain || textAt(event, 'channel_type') !== 'im') return;
  const scene = await sceneOf(parts, where, textAt(event, 'user'), { channel });
  if (!scene) return;
  await answer(parts, scene, (person) => ({
    kind: 'command',
    person,
    text: text.trim().slice(0, MOST_TYPED),
  }));
}

const NOT_PLAIN = ['subtype', 'bot_id', 'thread_ts', 'edited', 'hidden'] as const;

async function changed(parts: Receiving, { workspace }: Where, event: unknown): Promise<void> {
  if (!(await takeIn(parts.accounts, at(event, 'user'), workspace.id))) return;
  parts.who.forget();
  parts.peopleChanged();
}

/** Both events come, in either order, and each may come again. */
async function removed(
  { workspaces, accounts, who }: Receiving,
  context: Parameters<typeof sourceOf>[0],
): Promise<void> {
  const id = await workspaces.drop(sourceOf(context));
  if (id === undefined) return;
  await accounts.forget('slack', id);
  who.forget();
}

/** The oldest are forgotten first. An event without an id is always new. */
function onlyOnce(): (id: string | undefined) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (id === undefined) return true;
    if (seen.has(id)) return false;
    if (seen.size >= REMEMBERED) seen.delete(seen.values().next().value as string);
    seen.add(id);
    return true;
  };
}
