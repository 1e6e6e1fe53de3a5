/** A click on `Action.Execute`: answered within two seconds, by the card that takes its place or by a sentence. */
import { copyFor } from '../../src/message/languages.ts';
import { at } from '../../src/message/read-payload.ts';
import { answer, type Receiving } from './answer.ts';
import { corrected } from './correct.ts';
import { inTime } from './in-time.ts';
import type { Incoming } from './incoming.ts';
import { change, type Shown, shownOf } from './show.ts';

/** The answer to an invoke: HTTP 200 always, with the code in the body. */
export interface CardAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const SENTENCE = 'application/vnd.microsoft.activity.message';

export async function receiveClick(parts: Receiving, incoming: Incoming): Promise<CardAnswer> {
  const { activity, place, clicked, locale } = incoming;
  // A card that refreshes itself is no click; none of ours does.
  const isByHand = at(activity, 'value', 'trigger') !== 'automatic';
  const data = isByHand ? at(activity, 'value', 'action', 'data') : undefined;
  const said = parts.cards.parse(data);
  const done = answer(parts, incoming, said)
    .then((answered) => corrected(parts, incoming, said, answered, 'card'))
    .then(({ copy, response, isTaken }) => ({
      copy,
      // What was not taken can be sent again: its card stays as it is.
      shown: shownOf(response, parts.cards, isTaken ? said : undefined),
    }));
  const soon = await inTime(done);
  if (soon === undefined) {
    void parts.hold(done.then(({ shown }) => change(parts, place, clicked, shown)));
    return sentence(copyFor(locale ?? parts.locale).chat.sealing);
  }
  const { answer: first, rest } = split(soon.shown, soon.copy.chat.done);
  if (rest.card || rest.asked || rest.posts.length > 0)
    void parts.hold(change(parts, place, clicked, rest));
  return first;
}

/** One thing fits into the answer: the card alone, or a sentence; then the card is changed apart from it. */
function split(shown: Shown, done: string): { readonly answer: CardAnswer; readonly rest: Shown } {
  const { card, toast, ...rest } = shown;
  if (card && toast === undefined) {
    return { answer: { statusCode: 200, type: CARD, value: card.card }, rest };
  }
  const [first] = rest.posts;
  const said = toast ?? (first && 'summary' in first ? first.summary : done);
  return { answer: sentence(said), rest: { ...rest, ...(card && { card }) } };
}

function sentence(value: string): CardAnswer {
  return { statusCode: 200, type: SENTENCE, value };
}
