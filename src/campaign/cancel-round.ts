/** Cancels an open round: nothing is counted, everything sealed in it is destroyed unread. */
import type { Message } from '../message/message.ts';
import type { Chats } from '../ports/chat.ts';
import type { Ports } from '../ports/ports.ts';

/** False if the round is not open. Resumable: run again on a round that was cancelled but not cleaned. */
export async function cancelRound(
  { store, keys, chats }: Pick<Ports, 'store' | 'keys'> & { readonly chats: Pick<Chats, 'settle'> },
  id: string,
  cancelled: (person: string) => Message,
): Promise<boolean> {
  const round = await store.rounds.get(id);
  if (round?.state !== 'open' && round?.state !== 'cancelled') return false;
  await store.results.discard(id);
  await keys.destroy(id);
  await chats.settle(id, cancelled);
  await store.results.clean();
  return true;
}
