/** Whatever arrives from Slack, translated at the boundary: which listener takes it. Everything is acknowledged at once. */
import type { App } from '@slack/bolt';
import { textAt } from '../../src/message/read-payload.ts';
import {
  acknowledged,
  answer,
  MOST_TYPED,
  type Receiving,
  sceneOf,
  type Where,
  whereOf,
} from './answer.ts';
import { receiveClick } from './receive-click.ts';
import { receiveEvents } from './receive-events.ts';
import { receiveForm } from './receive-form.ts';

export function receive(app: App, parts: Receiving): void {
  // Ahead of all listeners: Bolt would try every one of them for every click.
  app.use(async (args) => {
    if (!('action' in args)) return args.next();
    await acknowledged(parts, args.ack);
    await parts.hold(receiveClick(parts, whereOf(args.context), args.body));
  });
  app.view({ type: 'view_submission' }, ({ ack, body, context }) =>
    parts.hold(
      receiveForm(parts, whereOf(context), body, (answered) =>
        acknowledged(parts, () => (answered ? ack(answered) : ack())),
      ),
    ),
  );
  app.view({ type: 'view_closed' }, ({ ack }) => acknowledged(parts, ack));
  app.options(/.*/, ({ ack }) => acknowledged(parts, () => ack({ options: [] })));
  app.shortcut(/.*/, ({ ack }) => acknowledged(parts, ack));
  app.command(/.*/, async ({ ack, body, context }) => {
    await acknowledged(parts, ack);
    await parts.hold(receiveCommand(parts, whereOf(context), body));
  });
  receiveEvents(app, parts);
}

/** `/soundings` alone asks for help. */
async function receiveCommand(parts: Receiving, where: Where, body: unknown): Promise<void> {
  const scene = await sceneOf(parts, where, textAt(body, 'user_id'), {
    trigger: textAt(body, 'trigger_id'),
    responseUrl: textAt(body, 'response_url'),
  });
  if (!scene) return;
  const text = (textAt(body, 'text') ?? '').trim().slice(0, MOST_TYPED) || 'help';
  await answer(parts, scene, (person) => ({ kind: 'command', person, text }));
}
