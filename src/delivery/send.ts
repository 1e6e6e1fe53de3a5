/** Sends what is due of one delivery, once: claims it, sees whether it is still wanted, sends, marks what became of it. */
import { remindTime } from '../campaign/audience.ts';
import { type Programme, USUAL } from '../campaign/programme.ts';
import { goodDays } from '../campaign/quiet.ts';
import type { Round } from '../campaign/round.ts';
import { isLeft, questionMessage, reminderMessage, sealedMessage } from '../message/asking.ts';
import type { Copy } from '../message/copy.ts';
import { digestMessage } from '../message/digest-message.ts';
import { copyFor } from '../message/languages.ts';
import type { Message } from '../message/message.ts';
import type { Person } from '../org/person.ts';
import { type Preference, wantsQuestions } from '../org/preference.ts';
import type { Chat } from '../ports/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { Done } from '../ports/queue.ts';
import type { Marking } from '../ports/store.ts';
import { BUDGET_DAYS, fits } from './budget.ts';
import type { Delivery, DeliveryState } from './delivery.ts';
import { afterSend, type Outcome } from './outcome.ts';

/** How long a sender may take before another may try, in seconds. */
const LEASE = 120;

/** Does nothing if nothing is due, or somebody else is sending it. Rejects to be tried again after the lease. */
export async function send(
  ports: Ports,
  programme: Programme,
  id: string,
  now: Date,
): Promise<Done> {
  const { deliveries } = ports.store;
  if (!(await deliveries.claim(id, now, inSeconds(now, LEASE)))) return undefined;
  const delivery = await deliveries.get(id);
  if (!delivery) return undefined;
  // Whoever clicks "not this week" in the meantime is not overruled.
  const from = 'claimed';
  const wish = await wishFor(ports, programme, delivery, now);
  if ('leave' in wish) {
    await deliveries.mark(id, wish.leave, { from, sendAt: null });
    return undefined;
  }
  const outcome = await post(ports.chat, delivery, wish.message);
  if ('again' in outcome) {
    await deliveries.mark(id, delivery.messages > 0 ? 'sent' : 'planned', { from, again: true });
    return { later: outcome.again };
  }
  if ('unreachable' in outcome) {
    await deliveries.mark(id, 'unreachable', { from, sendAt: null });
    return undefined;
  }
  const { contact } = wish;
  const sendAt = await nextMessage(ports, programme, delivery, wish, now);
  await deliveries.mark(id, 'sent', { from, sent: outcome, sendAt, ...(contact && { contact }) });
  return undefined;
}

/** The message that is due now, or the state to leave the delivery in without one. */
type Wish =
  | {
      readonly message: Message;
      readonly about?: About;
      readonly contact?: NonNullable<Marking['contact']>;
    }
  | { readonly leave: DeliveryState };

async function wishFor(
  { store }: Ports,
  programme: Programme,
  delivery: Delivery,
  now: Date,
): Promise<Wish> {
  const round = await store.rounds.get(delivery.round);
  const person = await store.org.person(delivery.person);
  const ended = delivery.messages > 0 ? 'sent' : 'cancelled';
  if (!round || !person) return { leave: ended };
  const preference = await store.org.preference(person.id);
  const copy = copyFor(preference.locale ?? person.locale ?? programme.locale);
  if (delivery.kind === 'digest') {
    const digest = await store.results.digest(round.id, person.id);
    return digest ? { message: digestMessage(round, digest, copy) } : { leave: 'cancelled' };
  }
  const over = round.state !== 'open' || now >= round.closesAt;
  if (over || !wantsQuestions(preference, now)) return { leave: ended };
  return questionFor({ store }, programme, delivery, { round, person, preference }, copy, now);
}

interface About {
  readonly round: Round;
  readonly person: Person;
  readonly preference: Preference;
}

/** The question or a reminder, unless it was answered or the attention budget is spent. */
async function questionFor(
  { store }: Pick<Ports, 'store'>,
  programme: Programme,
  delivery: Delivery,
  about: About,
  copy: Copy,
  now: Date,
): Promise<Wish> {
  const { round, person } = about;
  const first = delivery.messages === 0;
  const asked = first && { contact: { person: person.id, campaign: round.campaign, at: now } };
  if (!(await isAffordable({ store }, programme, delivery, round, now))) {
    return { leave: first ? 'cancelled' : 'sent' };
  }
  const sealed = await store.box.sealed(round.id, person.id);
  if (sealed.size > 0) {
    if (!asked) return { leave: 'sent' };
    // Whoever answered before being asked gets a message too: what is kept must not tell who answered.
    return { message: sealedMessage(round, isLeft(round, sealed), copy), ...asked };
  }
  const compose = first ? questionMessage : reminderMessage;
  return { message: compose(round, givenName(person), copy), about, ...asked };
}

async function isAffordable(
  { store }: Pick<Ports, 'store'>,
  { campaigns, pingsPerMonth = USUAL.pingsPerMonth }: Programme,
  { person, messages }: Delivery,
  round: Round,
  now: Date,
): Promise<boolean> {
  const pings = await store.deliveries.pings(person, inSeconds(now, -BUDGET_DAYS * 86_400));
  const kind = messages === 0 ? 'question' : 'reminder';
  return fits(kind, round.campaign, campaigns, pings, pingsPerMonth);
}

/** Posts, unless an earlier try may have: then the platform is asked, and where it can't tell nothing is repeated. */
async function post(chat: Chat, delivery: Delivery, message: Message): Promise<Outcome> {
  const { id, person, round, kind, messages, attempts } = delivery;
  const posting = { delivery: messages === 0 ? id : `${id}.${messages}`, round, kind };
  if (attempts > 1) {
    if (!chat.canFind) return {};
    const address = await chat.find(person, posting.delivery);
    if (address !== undefined) return { address };
  }
  return afterSend(await chat.send(person, message, posting));
}

/** When to remind next; null: not again. */
async function nextMessage(
  { calendar }: Pick<Ports, 'calendar'>,
  { campaigns, timezone, quiet = USUAL.quiet }: Programme,
  { messages }: Delivery,
  { about }: Extract<Wish, { message: Message }>,
  now: Date,
): Promise<Date | null> {
  const campaign = campaigns.find(({ id }) => id === about?.round.campaign);
  if (!about || !campaign) return null;
  const { round, person, preference } = about;
  const days = await goodDays(quiet, [person], calendar, now, round.closesAt);
  const time = preference.askAt ?? campaign.askAt;
  const zone = person.timezone ?? timezone;
  const left = (campaign.reminders ?? 0) - messages;
  const span = { sentAt: now, closesAt: round.closesAt };
  return remindTime(time, zone, span, left, days(person, preference)) ?? null;
}

/** What people are greeted by: the first part of their name. */
function givenName({ name }: Person): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

function inSeconds(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
