/** When a campaign's rounds open, and whom it asks, whatever people have set for themselves. */
import type { Organisation } from '../org/person.ts';
import { type Invited, invited } from './audience.ts';
import { currentWindow, type Window, windowOf } from './cadence.ts';
import type { Campaign } from './campaign.ts';

/** The window that is open at `now`, whether it has a round or not. */
export function openWindow({ cadence }: Pick<Campaign, 'cadence'>, now: Date): Window | undefined {
  const window = currentWindow(cadence, now);
  return window && now < window.closesAt ? window : undefined;
}

/** When the next window opens. */
export function nextOpening({ cadence }: Pick<Campaign, 'cadence'>, now: Date): Date {
  const number = currentWindow(cadence, now)?.number ?? -1;
  return windowOf(cadence, number + 1).opensAt;
}

/** Who has paused or stopped is among them: a head count must not tell. */
export function audienceOf(
  campaign: Pick<Campaign, 'audience'>,
  org: Organisation,
  now: Date,
): Invited[] {
  return invited(campaign, org, new Map(), now);
}

/** The campaigns that ask this person, as long as they go on. */
export function campaignsFor(
  person: string,
  campaigns: readonly Campaign[],
  org: Organisation,
  now: Date,
): Campaign[] {
  const asks = (campaign: Campaign) =>
    audienceOf(campaign, org, now).some((each) => each.person.id === person);
  return campaigns.filter((campaign) => !campaign.ended && asks(campaign));
}
