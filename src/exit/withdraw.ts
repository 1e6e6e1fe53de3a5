/** Withdraws a leaver everywhere: what they gave is erased, and the message that asked them says so. */
import type { Programme } from '../campaign/programme.ts';
import { copyFor } from '../message/languages.ts';
import type { Message } from '../message/message.ts';
import { plain } from '../message/saying.ts';
import type { Ports } from '../ports/ports.ts';
import type { Leaver } from './leaver.ts';

export async function withdraw(
  ports: Ports,
  programme: Pick<Programme, 'locale'>,
  { id, person, round, locale }: Leaver,
): Promise<void> {
  const { store, leaverKeys, chats } = ports;
  const sent = round === undefined ? undefined : await store.deliveries.of(round, person);
  // The key first: if the process ends in between, what is left opens no more, and it can be withdrawn again.
  await leaverKeys.destroy(id);
  await store.leavers.withdraw(id);
  // A draft that was saved in that moment has made a new one.
  await leaverKeys.destroy(id);
  if (sent?.address === undefined) return;
  const copy = copyFor((await store.org.locale(person)) ?? locale ?? programme.locale);
  await replaceMessage(chats, person, sent.address, plain(copy.leavers.withdrawnToThem));
}

/** A platform that fails changes nothing: the old message's buttons lead nowhere by now. */
async function replaceMessage(
  chats: Ports['chats'],
  person: string,
  address: string,
  message: Message,
): Promise<void> {
  const theirs = await chats.of(person).catch(() => []);
  for (const chat of theirs) await chat.replace(person, address, message).catch(() => undefined);
}
