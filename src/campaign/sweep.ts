/** Looks for whatever is due and not done: rounds to open, rounds to close, deliveries to send. */
import type { Chats } from '../ports/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { Job } from '../ports/queue.ts';
import { currentWindow, windowOf } from './cadence.ts';
import type { Campaign } from './campaign.ts';
import { openingOf, openRound, roundId } from './open-round.ts';
import { type Programme, USUAL } from './programme.ts';
import { goodDays } from './quiet.ts';
import type { RoundState } from './round.ts';

/** Most deliveries queued at a time; the next sweep takes the next. */
const WAVE = 10_000;
/** States in which a round still has work before it. */
const UNFINISHED: readonly RoundState[] = ['open', 'closing', 'counted', 'burned'];

/** Opens the rounds whose window is open now, and returns jobs for all else that is due. */
export async function sweep(
  ports: Pick<Ports, 'store' | 'keys' | 'calendar'> & { readonly chats?: Pick<Chats, 'lanes'> },
  programme: Programme,
  now: Date,
): Promise<Job[]> {
  const { store } = ports;
  for (const campaign of programme.campaigns) await openDue(ports, programme, campaign, now);
  for (const campaign of programme.campaigns) await endOnce(store, campaign, now);
  const rounds = await store.rounds.list({ states: UNFINISHED });
  const closing = rounds.filter(({ state, closesAt }) => state !== 'open' || closesAt <= now);
  const due = await store.deliveries.due(now, WAVE);
  const lanes =
    due.length > 0 ? await ports.chats?.lanes?.(due.map(({ person }) => person)) : undefined;
  return [
    ...closing.map(({ id }): Job => ({ name: 'close', ref: id })),
    ...due.map(({ id, person }): Job => {
      const lane = lanes?.get(person);
      return { name: 'send', ref: id, ...(lane !== undefined && { lane }) };
    }),
  ];
}

/** Opens the round of a campaign's current window; undefined where there is nothing to open, else whether it was. */
export async function openDue(
  { store, keys, calendar }: Pick<Ports, 'store' | 'keys' | 'calendar'>,
  programme: Programme,
  campaign: Campaign,
  now: Date,
): Promise<{ id: string; opened: boolean } | undefined> {
  const window = campaign.ended ? undefined : currentWindow(campaign.cadence, now);
  if (!window || now >= window.closesAt) return undefined;
  const id = roundId(campaign, window);
  if (await store.rounds.get(id)) return { id, opened: false };
  const [last] = await store.rounds.list({ campaign: campaign.id, limit: 1 });
  if (last && campaign.once) return { id: last.id, opened: false };
  const { people } = await store.org.load();
  const rules = programme.quiet ?? USUAL.quiet;
  const days = await goodDays(rules, people, calendar, now, window.closesAt);
  const opening = openingOf(campaign, window, last ? last.number + 1 : 0);
  const opened = await openRound({ store, keys }, { ...opening, goodDays: days }, now);
  return { id, opened };
}

/** A campaign of one round has ended as soon as it has had it. */
async function endOnce({ rounds, campaigns }: Ports['store'], campaign: Campaign, now: Date) {
  if (!campaign.once || campaign.ended) return;
  const [round] = await rounds.list({ campaign: campaign.id, limit: 1 });
  if (round) await campaigns.put({ ...campaign, ended: true }, now);
}

/** What happens next and when, as far as it is planned. */
export async function nextStep(
  { store }: Pick<Ports, 'store'>,
  programme: Programme,
  now: Date,
): Promise<{ at: Date; what: 'opens' | 'closes' | 'messages' } | undefined> {
  const steps: { at: Date; what: 'opens' | 'closes' | 'messages' }[] = [];
  const send = await store.deliveries.nextDue();
  if (send) steps.push({ at: send, what: 'messages' });
  for (const { closesAt } of await store.rounds.list({ states: ['open'] })) {
    steps.push({ at: closesAt, what: 'closes' });
  }
  for (const { cadence, ended } of programme.campaigns) {
    if (ended) continue;
    const number = currentWindow(cadence, now)?.number ?? -1;
    steps.push({ at: windowOf(cadence, number + 1).opensAt, what: 'opens' });
  }
  return steps.filter(({ at }) => at > now).sort((a, b) => a.at.getTime() - b.at.getTime())[0];
}
