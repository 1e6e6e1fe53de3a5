/** What is to be done with a message to a leaver that is due: the invitation, one reminder, or nothing any more. */
import { isKind, sendTime } from '../campaign/audience.ts';
import type { Programme } from '../campaign/programme.ts';
import { exitRemindTime, lastDayStarts } from '../exit/asking-time.ts';
import type { Leaver } from '../exit/leaver.ts';
import { exitRules } from '../exit/rules.ts';
import { exitFacts } from '../exit/standing.ts';
import { USUAL_HOUR } from '../exit/tend-leavers.ts';
import { begunMessage, exitReminderMessage, invitationMessage } from '../message/exit-message.ts';
import type { Message } from '../message/message.ts';
import type { Store } from '../ports/store.ts';
import type { Delivery } from './delivery.ts';
import { type About, ended, givenName, type Wish } from './wish.ts';

export async function leaverWish(
  store: Pick<Store, 'leavers'>,
  programme: Programme,
  delivery: Delivery,
  about: About,
  now: Date,
): Promise<Wish> {
  const { round, person, preference, zone, isGood } = about;
  const leaver = await store.leavers.of(person.id);
  if (leaver?.state !== 'announced' || round.state !== 'open' || preference.stopped) {
    return ended(delivery);
  }
  const closesAt = lastDayStarts(leaver.lastDay, zone);
  if (now >= closesAt) return ended(delivery);
  const time = preference.askAt ?? USUAL_HOUR;
  const from =
    preference.pausedUntil && preference.pausedUntil > now ? preference.pausedUntil : now;
  if (from > now || !isKind(now, zone, isGood)) {
    const later = sendTime(time, zone, { opensAt: from, closesAt }, isGood);
    return later ? { postpone: later } : ended(delivery);
  }
  const first = delivery.messages === 0;
  const next = first ? exitRemindTime(leaver.lastDay, { time, zone, isGood }, now) : undefined;
  return {
    message: messageFor(first, leaver, programme, about),
    contact: { person: person.id, campaign: round.campaign, at: now, reminder: !first },
    next,
  };
}

/** Whoever has begun is only reminded; whoever has ended it hears no more. */
function messageFor(
  first: boolean,
  { door, lastDay, access }: Leaver,
  programme: Programme,
  { round, person, copy }: About,
): Message | undefined {
  if (door !== undefined && door !== 'open') return undefined;
  const facts = exitFacts(
    { name: givenName(person), lastDay },
    round,
    exitRules(programme),
    copy.language,
  );
  if (door === 'open') return begunMessage(facts, access ?? 'pooled', copy);
  return first ? invitationMessage(facts, copy) : exitReminderMessage(facts, copy);
}
