/** Sends what is due of one delivery, once: claims it, sees whether it is still wanted, sends, marks what became of it. */

import {
  isKind,
  LAST_HOUR,
  remindTime,
  sendTime,
  spread,
  workingHour,
} from '../campaign/audience.ts';
import { hrWeek } from '../campaign/hr-week.ts';
import { type Programme, USUAL } from '../campaign/programme.ts';
import { goodDays } from '../campaign/quiet.ts';
import type { Round } from '../campaign/round.ts';
import { tellable } from '../digest/loop.ts';
import { isRelease } from '../exit/leaver.ts';
import { isLeft, questionMessage, reminderMessage, sealedMessage } from '../message/asking.ts';
import { digestMessage } from '../message/digest-message.ts';
import { copyFor } from '../message/languages.ts';
import type { Message } from '../message/message.ts';
import { releaseMessage } from '../message/release-message.ts';
import { wantsQuestions } from '../org/preference.ts';
import type { Chat, Chats, Posting } from '../ports/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { Done } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';
import { leaverWish } from './ask-leaver.ts';
import { BUDGET_DAYS, fits } from './budget.ts';
import type { Delivery } from './delivery.ts';
import { noteWish } from './note-wish.ts';
import { afterSend, type Outcome } from './outcome.ts';
import { type About, ended, givenName, type Wish } from './wish.ts';

/** A round, maybe as it was read a moment ago: reading it anew for each of its messages would grow with the company. */
type RoundOf = (id: string) => Promise<Round | undefined>;

/** How long a sender may take before another may try, and how much of that is the platform's, in seconds. */
const [LEASE, CALL] = [120, 60];

/**
 * Does nothing if nothing is due, or somebody else is sending it. Rejects to be tried again after the lease. `clock` is
 * asked again just before the call: a process that was asleep in between leaves the message to the next.
 */
export async function send(
  ports: Ports,
  programme: Programme,
  roundOf: RoundOf,
  id: string,
  now: Date,
  clock: () => Date = () => now,
): Promise<Done> {
  const { deliveries } = ports.store;
  const leaseUntil = inSeconds(now, LEASE);
  const delivery = await deliveries.claim(id, now, leaseUntil);
  if (!delivery) return undefined;
  // Whoever clicks "not this week" in the meantime is not overruled.
  const from = 'claimed';
  const waiting = delivery.messages > 0 ? 'sent' : 'planned';
  const wish = await wishFor(ports, programme, roundOf, delivery, now);
  if ('leave' in wish) {
    await deliveries.mark(id, wish.leave, { from, sendAt: null });
    return undefined;
  }
  if ('postpone' in wish) {
    await deliveries.mark(id, waiting, { from, again: true, sendAt: wish.postpone });
    return undefined;
  }
  const isStillOurs = async () =>
    (await deliveries.holds(id, leaseUntil)) && clock() < inSeconds(leaseUntil, -CALL);
  const outcome = wish.message ? await post(ports.chats, delivery, wish.message, isStillOurs) : {};
  if ('lost' in outcome) return undefined;
  if ('again' in outcome) {
    await deliveries.mark(id, waiting, { from, again: true });
    return { later: outcome.again };
  }
  if ('unreachable' in outcome) {
    await deliveries.mark(id, 'unreachable', { from, sendAt: null });
    return undefined;
  }
  const { contact, next } = wish;
  await deliveries.mark(id, 'sent', {
    from,
    sent: outcome,
    sendAt: next ?? null,
    ...(contact && { contact }),
  });
  return undefined;
}

async function wishFor(
  ports: Ports,
  programme: Programme,
  roundOf: RoundOf,
  delivery: Delivery,
  now: Date,
): Promise<Wish> {
  const { store, calendar } = ports;
  const note = delivery.kind === 'note' ? await store.notes.get(delivery.round) : undefined;
  const round = await roundOf(note?.round ?? delivery.round);
  const person = await store.org.person(delivery.person);
  if (!round || !person) return ended(delivery);
  const preference = await store.org.preference(person.id);
  const copy = copyFor(preference.locale ?? person.locale ?? programme.locale);
  const zone = person.timezone ?? programme.timezone;
  const rules = programme.quiet ?? USUAL.quiet;
  const days = await goodDays(rules, [person], calendar, now, inSeconds(now, MONTH));
  const isGood = days(person, preference);
  const about = { round, person, preference, copy, zone, isGood };
  if (note) return noteWish(store, note, delivery, about, now);
  if (delivery.kind === 'digest') return digestFor(store, programme, delivery, about, now);
  if (isRelease(round)) return leaverWish(store, programme, delivery, about, now);
  return questionFor(store, programme, delivery, about, now);
}

const MONTH = 30 * 86_400;

async function digestFor(
  store: Store,
  programme: Programme,
  delivery: Delivery,
  { round, person, copy, zone, isGood }: About,
  now: Date,
): Promise<Wish> {
  if (delivery.messages > 0) return ended(delivery);
  const hour = workingHour(now, zone, isGood);
  if (hour > now) return { postpone: hour };
  if (isRelease(round)) return { message: releaseMessage(round, copy) };
  const digest = await store.results.digest(round.id, person.id);
  if (!digest) return ended(delivery);
  const further = {
    tellable: await tellable(store, digest),
    week: await hrWeek(store, programme, person.id, round, copy, now),
  };
  return { message: digestMessage(round, digest, copy, new Map(), further) };
}

/** The question or a reminder: if the round is open, they want it, the hour is kind, and the budget holds it. */
async function questionFor(
  store: Store,
  programme: Programme,
  delivery: Delivery,
  about: About,
  now: Date,
): Promise<Wish> {
  const { round, person, preference, zone, isGood } = about;
  const first = delivery.messages === 0;
  const until = new Date(round.closesAt.getTime() - (first ? 0 : LAST_HOUR));
  const over = round.state !== 'open' || now >= until;
  if (over || !wantsQuestions(preference, now)) return ended(delivery);
  const { campaigns, pingsPerMonth = USUAL.pingsPerMonth } = programme;
  const campaign = campaigns.find(({ id }) => id === round.campaign);
  const time = preference.askAt ?? (campaign ? spread(campaign) : '10:00');
  if (!isKind(now, zone, isGood)) {
    const later = sendTime(time, zone, { opensAt: now, closesAt: until }, isGood);
    return later ? { postpone: later } : ended(delivery);
  }
  const pings = await store.deliveries.pings(person.id, inSeconds(now, -BUDGET_DAYS * 86_400));
  const kind = first ? 'question' : 'reminder';
  if (!fits(kind, round.campaign, campaigns, pings, pingsPerMonth)) return ended(delivery);
  const span = { sentAt: now, closesAt: round.closesAt };
  const left = (campaign?.reminders ?? 0) - delivery.messages;
  return {
    message: messageFor(first, await store.box.sealed(round.id, person.id), about),
    contact: { person: person.id, campaign: round.campaign, at: now, reminder: !first },
    next: remindTime(time, zone, span, left, isGood),
  };
}

/** Whoever answered before being asked is told that it is sealed; whoever answered since is not reminded. */
function messageFor(
  first: boolean,
  sealed: ReadonlySet<string>,
  { round, person, copy }: About,
): Message | undefined {
  if (sealed.size > 0) return first ? sealedMessage(round, isLeft(round, sealed), copy) : undefined;
  const compose = first ? questionMessage : reminderMessage;
  return compose(round, givenName(person), copy);
}

/**
 * Posts, unless an earlier try may have: then the platform is asked, and where it can't tell nothing is repeated. `lost`:
 * the claim is, so nothing was posted, and nothing is to be marked.
 */
async function post(
  chats: Chats,
  delivery: Delivery,
  message: Message,
  isStillOurs: () => Promise<boolean>,
): Promise<Outcome | { readonly lost: true }> {
  const { id, person, round, kind, messages, attempts } = delivery;
  const posting = { delivery: messages === 0 ? id : `${id}.${messages}`, round, kind };
  const theirs = await chats.of(person);
  const before = attempts > 1 ? await postedBefore(theirs, person, posting) : undefined;
  if (before) return before;
  if (!(await isStillOurs())) return { lost: true };
  for (const chat of theirs) {
    const outcome = afterSend(await chat.send(person, message, posting));
    if (!('unreachable' in outcome)) return outcome;
  }
  return { unreachable: true };
}

/**
 * What an earlier try left on the platform; undefined: nothing, so it is to be posted. It was the first of theirs: one that
 * refused them would not be among them any more.
 */
async function postedBefore(
  [chat]: readonly Chat[],
  person: string,
  { delivery, kind }: Posting,
): Promise<Outcome | undefined> {
  // A reminder makes up for a question that was not posted; nothing would for a digest, and two do no harm.
  if (!chat?.canFind) return chat && kind === 'question' ? {} : undefined;
  const address = await chat.find(person, delivery);
  return address === undefined ? undefined : { address };
}

function inSeconds(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
