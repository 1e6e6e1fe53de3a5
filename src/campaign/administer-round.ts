/** HR opens, closes and cancels a round by hand. What can't be taken back is asked again first. */
import { isRelease } from '../exit/leaver.ts';
import { sureMessage } from '../message/admin-message.ts';
import type { ActionName, Message } from '../message/message.ts';
import type { Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import { dayTime, weekdayTime } from '../message/times.ts';
import type { Desk } from '../ports/desk.ts';
import { sendTime } from './audience.ts';
import type { Window } from './cadence.ts';
import type { Campaign } from './campaign.ts';
import { audienceOf, nextOpening, openWindow } from './due.ts';
import { roundId } from './open-round.ts';
import type { Round } from './round.ts';

/** `said`: it is done, and the panel says so. */
type Outcome = Pick<Response, 'say' | 'page'> | { readonly said: string };

export function administerRound(
  desk: Desk,
  action: Extract<ActionName, `round-${string}`>,
  about: string,
): Promise<Outcome> {
  return action === 'round-open' ? open(desk, about) : end(desk, action, about);
}

async function open(desk: Desk, id: string): Promise<Outcome> {
  const { programme, copy, now } = desk;
  const { admin } = copy;
  const campaign = programme.campaigns.find((each) => each.id === id);
  if (!campaign) return { say: plain(admin.noSuchCampaign) };
  const { name } = campaign;
  if (campaign.ended) return { say: plain(admin.isEnded(name)) };
  const next = dayTime(nextOpening(campaign, now), campaign.cadence.timezone, copy.language);
  const window = openWindow(campaign, now);
  if (!window) return { say: plain(admin.noWindow(name, next)) };
  const why =
    (await had(desk, campaign, window, next)) ?? (await noOne(desk, campaign, window, next));
  if (why !== undefined) return { say: plain(why) };
  await desk.enqueue({ name: 'open', ref: id });
  return { said: admin.opening(name) };
}

/** That this window has had its round. */
async function had({ ports, copy }: Desk, campaign: Campaign, window: Window, next: string) {
  const round = await ports.store.rounds.get(roundId(campaign, window));
  if (!round) return undefined;
  const { admin } = copy;
  if (round.state !== 'open') return admin.hadRound(campaign.name, next);
  const until = weekdayTime(round.closesAt, round.timezone, copy.language);
  return admin.alreadyOpen(campaign.name, until);
}

/** That there is nobody whom this round could ask. Who has paused or stopped counts: HR must not learn of it. */
async function noOne(desk: Desk, campaign: Campaign, { closesAt }: Window, next: string) {
  const { ports, copy, now } = desk;
  const people = audienceOf(campaign, await ports.store.org.load(), now);
  if (people.length === 0) return copy.admin.nobody(campaign.name);
  const { askAt, cadence } = campaign;
  const left = people.some(({ person }) =>
    sendTime(askAt, person.timezone ?? cadence.timezone, { opensAt: now, closesAt }),
  );
  return left ? undefined : copy.admin.noHour(campaign.name, next);
}

async function end(
  desk: Desk,
  action: 'round-close' | 'round-cancel' | 'round-close-sure' | 'round-cancel-sure',
  id: string,
): Promise<Outcome> {
  const { ports, programme, copy, now } = desk;
  const { admin } = copy;
  const round = await ports.store.rounds.get(id);
  if (!round || isRelease(round)) return { say: plain(admin.noSuchRound) };
  const name = programme.campaigns.find((each) => each.id === round.campaign)?.name;
  const called = name ?? round.campaign;
  const notOpen = { say: plain(admin.notOpen(called)) };
  if (round.state !== 'open' || now >= round.closesAt) return notOpen;
  switch (action) {
    case 'round-close':
    case 'round-cancel':
      return { page: sure(desk, action, round, called) };
    case 'round-close-sure': {
      if (!(await ports.store.rounds.move(id, 'open', 'closing'))) return notOpen;
      await desk.enqueue({ name: 'close', ref: id });
      return { said: admin.closing(called) };
    }
    case 'round-cancel-sure':
      await desk.enqueue({ name: 'cancel', ref: id });
      return { said: admin.cancelling(called) };
  }
}

function sure(
  { copy }: Desk,
  wish: 'round-close' | 'round-cancel',
  { id, closesAt, timezone }: Round,
  name: string,
): Message {
  const until = weekdayTime(closesAt, timezone, copy.language);
  return sureMessage(wish, { id, name, until }, copy);
}
