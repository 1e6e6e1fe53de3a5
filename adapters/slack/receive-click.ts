/** A click on a button: in a message, a window or the home page. */

import { at, textAt } from '../../src/message/read-payload.ts';
import { answer, type Receiving, sceneOf, type Where } from './answer.ts';
import { parseClick } from './ids.ts';
import { carriedFrom, type Scene } from './scene.ts';

export async function receiveClick(parts: Receiving, where: Where, body: unknown): Promise<void> {
  const click = clickOf(body);
  if (!click) {
    parts.tell('A click from Slack was refused: no button of ours says that. Nothing was stored.');
    return;
  }
  const scene = await sceneOf(parts, where, textAt(body, 'user', 'id'), placeOf(body));
  if (scene) await answer(parts, scene, (person) => ({ ...click, person }));
}

function clickOf(body: unknown) {
  const block = textAt(body, 'actions', 0, 'block_id');
  const action = textAt(body, 'actions', 0, 'action_id');
  if (block === undefined || action === undefined) return undefined;
  const value =
    textAt(body, 'actions', 0, 'value') ?? textAt(body, 'actions', 0, 'selected_option', 'value');
  return parseClick(block, action, value);
}

function placeOf(body: unknown): Pick<Scene, 'trigger' | 'responseUrl' | 'message' | 'view'> {
  const trigger = textAt(body, 'trigger_id');
  const view = textAt(body, 'view', 'id') ?? textAt(body, 'container', 'view_id');
  if (view === undefined) {
    return { trigger, responseUrl: textAt(body, 'response_url'), message: messageOf(body) };
  }
  const isHome = textAt(body, 'view', 'type') === 'home';
  const carried = isHome ? undefined : carriedFrom(textAt(body, 'view', 'private_metadata'));
  return {
    trigger,
    responseUrl: carried?.responseUrl,
    message: carried?.message,
    view: { id: view, isHome, stays: carried !== undefined },
  };
}

function messageOf(body: unknown): Scene['message'] {
  if (at(body, 'container', 'is_ephemeral') === true) return 'fleeting';
  const channel = textAt(body, 'channel', 'id') ?? textAt(body, 'container', 'channel_id');
  const ts = textAt(body, 'message', 'ts') ?? textAt(body, 'container', 'message_ts');
  return channel && ts ? { channel, ts } : undefined;
}
