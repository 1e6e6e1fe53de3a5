/** Sends one delivery, once: claims it, sees whether it is still wanted, sends, and marks what became of it. */
import type { Programme } from '../campaign/programme.ts';
import { questionMessage } from '../message/asking.ts';
import { digestMessage } from '../message/digest-message.ts';
import { copyFor } from '../message/languages.ts';
import type { Message } from '../message/message.ts';
import type { Person } from '../org/person.ts';
import { wantsQuestions } from '../org/preference.ts';
import type { Ports } from '../ports/ports.ts';
import type { Delivery } from './delivery.ts';

/** How long a sender may take before another may try. */
const LEASE_SECONDS = 120;

/** Does nothing if the delivery is done, not due, or being sent by somebody else. Rejects to be tried again. */
export async function send(
  ports: Ports,
  programme: Pick<Programme, 'locale'>,
  id: string,
  now: Date,
): Promise<void> {
  const { store, chat } = ports;
  const delivery = await store.deliveries.get(id);
  if (!delivery || delivery.sendAt > now) return;
  if (!(await store.deliveries.claim(id, now, inSeconds(now, LEASE_SECONDS)))) return;
  const message = await messageFor(ports, programme, delivery, now);
  if (!message) return store.deliveries.mark(id, 'cancelled');
  const { person, round, kind } = delivery;
  // A second attempt may follow one that was posted but not marked: the platform may know.
  const found = delivery.attempts > 0 ? await chat.find(person, id) : undefined;
  if (found !== undefined) return store.deliveries.mark(id, 'sent', { address: found });
  const sent = await chat.send(person, message, { delivery: id, round, kind });
  if ('sent' in sent) return store.deliveries.mark(id, 'sent', { address: sent.sent });
  if (sent.refused === 'unreachable') return store.deliveries.mark(id, 'unreachable');
  return store.deliveries.mark(id, 'planned', { sendAt: inSeconds(now, sent.retryAfter) });
}

/** What to say now; undefined if the person has left, paused or stopped since, or the round is over. */
async function messageFor(
  { store }: Pick<Ports, 'store'>,
  programme: Pick<Programme, 'locale'>,
  { person: id, round: roundId, kind }: Delivery,
  now: Date,
): Promise<Message | undefined> {
  const round = await store.rounds.get(roundId);
  const person = await store.org.person(id);
  if (!round || !person) return undefined;
  const preference = await store.org.preference(id);
  const copy = copyFor(preference.locale ?? person.locale ?? programme.locale);
  if (kind === 'digest') {
    const digest = await store.results.digest(roundId, id);
    return digest && digestMessage(round, digest, copy);
  }
  const over = round.state !== 'open' || now >= round.closesAt;
  if (over || !wantsQuestions(preference, now)) return undefined;
  return questionMessage(round, givenName(person), copy);
}

/** What people are greeted by: the first part of their name. */
export function givenName({ name }: Person): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

function inSeconds(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
