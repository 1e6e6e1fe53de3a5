/** A message: words typed to the bot, or a click on a button of a client that knows no `Action.Execute`. */

import { at, listAt, textAt } from '../../src/message/read-payload.ts';
import { answer, type Receiving } from './answer.ts';
import { corrected } from './correct.ts';
import type { Incoming } from './incoming.ts';
import { change, post, shownOf } from './show.ts';

/** Characters; a command is a few words, and nothing else is understood. */
const MOST_TYPED = 300;

export async function receiveMessage(parts: Receiving, incoming: Incoming): Promise<void> {
  const { activity, place, clicked } = incoming;
  const value = at(activity, 'value');
  const isClick = typeof value === 'object' && value !== null;
  if (!isClick) {
    const words = { kind: 'command', text: typed(incoming) || 'help' } as const;
    const { response } = await answer(parts, incoming, words);
    return post(parts, place, shownOf(response, parts.cards));
  }
  const said = parts.cards.parse(value);
  const answered = await answer(parts, incoming, said);
  const { response, isTaken } = await corrected(parts, incoming, said, answered, 'card');
  await change(parts, place, clicked, shownOf(response, parts.cards, isTaken ? said : undefined));
}

/** Without the bot's own name, which stands first where it was called by it. */
function typed({ activity, place }: Incoming): string {
  const mentions = listAt(activity, 'entities').filter(
    (entity) =>
      textAt(entity, 'type') === 'mention' && textAt(entity, 'mentioned', 'id') === place.bot,
  );
  const text = mentions.reduce(
    (rest: string, mention) => rest.replace(textAt(mention, 'text') ?? '', ''),
    textAt(activity, 'text') ?? '',
  );
  return text.trim().slice(0, MOST_TYPED);
}
