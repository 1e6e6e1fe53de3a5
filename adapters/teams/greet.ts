/** The first words to somebody: once in a lifetime, whichever of the two events of an installation comes first. */
import { copyFor } from '../../src/message/languages.ts';
import { greetingMessage } from '../../src/message/saying.ts';
import type { Account } from '../../src/org/account.ts';
import type { Receiving } from './answer.ts';
import type { Incoming } from './incoming.ts';
import { postOne } from './show.ts';

export async function greet(
  parts: Receiving,
  { place }: Incoming,
  account: Account,
): Promise<void> {
  const { accounts, cards, organisation, locale } = parts;
  if (!(await accounts.greet(account))) return;
  const message = greetingMessage(copyFor(account.locale ?? locale), organisation);
  await postOne(parts, place, { summary: message.summary, card: cards.message(message) });
}
