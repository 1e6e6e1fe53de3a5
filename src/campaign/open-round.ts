/** Opens a round: its key pair, its questions and thresholds frozen, and one delivery planned for each person. */
import { randomUUID } from 'node:crypto';
import { createKeys, keysOf, wipe } from '../ballot/envelope.ts';
import type { Planned } from '../delivery/delivery.ts';
import type { Organisation } from '../org/person.ts';
import type { Ports } from '../ports/ports.ts';
import { type Invited, invited, sendTime, spread } from './audience.ts';
import type { Window } from './cadence.ts';
import type { Campaign } from './campaign.ts';
import type { GoodDays } from './quiet.ts';
import { questionsOf } from './rotation.ts';
import type { Round, RoundUnit } from './round.ts';

/** What a round asks, and when; a campaign's cadence gives it, or whoever runs a round by hand. */
export interface Opening {
  readonly id: string;
  readonly campaign: Pick<Campaign, 'id' | 'audience' | 'askAt' | 'askUntil' | 'floor'>;
  readonly window: Pick<Window, 'number' | 'opensAt' | 'closesAt'>;
  readonly questions: Round['questions'];
  readonly timezone: string;
  /** Absent: Monday to Friday. */
  readonly goodDays?: GoodDays;
}

/** The round of a campaign for a window of its cadence. */
export function roundId(campaign: Pick<Campaign, 'id'>, window: Pick<Window, 'date'>): string {
  return `${campaign.id}-${window.date}`;
}

/** What that round asks as the campaign's round `number`: rounds that were missed are not skipped in the rotation. */
export function openingOf(campaign: Campaign, window: Window, number: number): Opening {
  const asked = questionsOf(campaign.questions, campaign.perRound, number);
  return {
    id: roundId(campaign, window),
    campaign,
    window: { ...window, number },
    questions: campaign.comment ? [...asked, campaign.comment] : asked,
    timezone: campaign.cadence.timezone,
  };
}

/**
 * Opens the round for everyone in the audience who wants questions. The private key is durable before the round is.
 * False if the round exists already, or if nobody is to be asked.
 */
export async function openRound(
  { store, keys }: Pick<Ports, 'store' | 'keys'>,
  opening: Opening,
  now: Date,
): Promise<boolean> {
  if (await store.rounds.get(opening.id)) return false;
  const org = await store.org.load();
  const people = invited(opening.campaign, org, await store.org.preferences(), now);
  const deliveries = people.flatMap((each) => plan(each, opening, now));
  if (deliveries.length === 0) return false;
  const fresh = createKeys();
  const { publicKey, secretKey } = keysOf(await keys.keep(opening.id, fresh.secretKey));
  wipe(fresh.secretKey);
  wipe(secretKey);
  const round: Round = {
    id: opening.id,
    campaign: opening.campaign.id,
    number: opening.window.number,
    state: 'open',
    opensAt: now > opening.window.opensAt ? now : opening.window.opensAt,
    closesAt: opening.window.closesAt,
    timezone: opening.timezone,
    floor: opening.campaign.floor,
    questions: opening.questions,
    units: unitsOf(org, deliveries),
    publicKey,
  };
  const opened = await store.rounds.open(round, deliveries);
  // Where nothing was opened, by anybody, no key is left behind.
  if (!opened && !(await store.rounds.get(opening.id))) await keys.destroy(opening.id);
  return opened;
}

/** Late joiners of an open window are asked at their next good hour; nobody is asked where none is left. */
function plan({ person, unit, preference }: Invited, opening: Opening, now: Date): Planned[] {
  const { id, campaign, window, timezone, goodDays } = opening;
  const sendAt = sendTime(
    preference?.askAt ?? spread(campaign),
    person.timezone ?? timezone,
    { opensAt: now > window.opensAt ? now : window.opensAt, closesAt: window.closesAt },
    goodDays?.(person, preference),
  );
  if (!sendAt) return [];
  return [{ id: randomUUID(), round: id, person: person.id, unit, kind: 'question', sendAt }];
}

/** The tree as it stands now, with the number of people asked in each unit. */
function unitsOf(org: Organisation, deliveries: readonly Planned[]): RoundUnit[] {
  const asked = new Map<string, number>();
  for (const { unit } of deliveries) asked.set(unit, (asked.get(unit) ?? 0) + 1);
  return org.units.map((unit) => ({ ...unit, invited: asked.get(unit.id) ?? 0 }));
}
