/** A person's home page: what is open now, what is promised, what they have set; digests and the HR panel for whom they are. */

import { localDate } from '../campaign/cadence.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { campaignsFor, nextOpening } from '../campaign/due.ts';
import { isRelease } from '../exit/leaver.ts';
import { headlineOf, titleOf } from '../message/digest-message.ts';
import { type Home, homeMessage } from '../message/home-message.ts';
import type { Message } from '../message/message.ts';
import { plain } from '../message/saying.ts';
import { PLATFORMS } from '../message/settings-form.ts';
import { dayMonth, dayTime, weekdayTime } from '../message/times.ts';
import type { Desk } from '../ports/desk.ts';
import type { Organisation, Person } from './person.ts';
import type { Preference } from './preference.ts';
import { rolesOf } from './roles.ts';

/** As many as are of use at a glance; a home page has a hundred blocks. */
const MOST = { open: 8, quiet: 5, digests: 3, units: 3 } as const;

export async function home(desk: Desk): Promise<Message> {
  const { ports, programme, copy, now } = desk;
  const { org: people } = ports.store;
  const org = await people.load();
  const person = org.people.find(({ id }) => id === desk.person);
  if (!person) return plain(copy.home.stranger);
  const preference = await people.preference(person.id);
  const campaigns = campaignsFor(person.id, programme.campaigns, org, now);
  const roles = rolesOf(person.id, programme, org.units);
  const facts: Home = {
    open: await openFor(desk),
    ...scheduleOf(desk, person, campaigns, preference),
    places: await placesOf(desk),
    digests: await digestsOf(desk, org),
    hr: roles.has('hr'),
    leaves: await leaves(desk),
    reads: roles.has('manager') || roles.has('hr'),
    signsIn: ports.signInAt !== undefined,
  };
  return homeMessage(facts, copy);
}

/** From when they were first written to about it. */
async function leaves({ ports, person, programme, now }: Desk): Promise<boolean> {
  const { leavers, deliveries } = ports.store;
  const leaver = await leavers.of(person);
  if (leaver?.state !== 'announced' || leaver.round === undefined) return false;
  const zone = leaver.timezone ?? programme.timezone;
  const sent = await deliveries.of(leaver.round, person);
  const isAsked = sent !== undefined && (sent.messages > 0 || sent.state === 'unreachable');
  return isAsked && localDate(now, zone) <= leaver.lastDay;
}

/** A release is no campaign of theirs: it is open for months, and asks only who leaves. */
async function openFor({ ports, programme, person, copy, now }: Desk): Promise<Home['open']> {
  const { rounds, deliveries } = ports.store;
  const open = (await rounds.list({ states: ['open'] })).filter(
    (round) => now < round.closesAt && !isRelease(round),
  );
  const asked = await Promise.all(
    open.map(async (round) => ((await deliveries.of(round.id, person)) ? [round] : [])),
  );
  return asked
    .flat()
    .slice(0, MOST.open)
    .map(({ id, campaign, closesAt, timezone }) => ({
      round: id,
      name: programme.campaigns.find((each) => each.id === campaign)?.name ?? campaign,
      until: weekdayTime(closesAt, timezone, copy.language),
    }));
}

function scheduleOf(
  { programme, copy: { language }, now }: Desk,
  person: Person,
  campaigns: readonly Campaign[],
  { askAt, quiet = [], pausedUntil, stopped }: Preference,
): Pick<Home, 'hour' | 'next' | 'quiet' | 'rests'> {
  const zone = person.timezone ?? programme.timezone;
  const paused = pausedUntil && now < pausedUntil ? pausedUntil : undefined;
  // Whoever is paused when a round opens is not asked in it.
  const [first] = campaigns
    .map(({ name, ...campaign }) => ({ name, at: nextOpening(campaign, paused ?? now) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const hour = askAt === undefined ? usualHour(campaigns) : { from: askAt };
  const today = now.toISOString().slice(0, 10);
  const day = (date: string) => dayMonth(new Date(`${date}T12:00:00Z`), 'UTC', language);
  return {
    ...(hour && { hour }),
    ...(first && { next: { name: first.name, when: dayTime(first.at, zone, language) } }),
    quiet: quiet
      .filter(({ to }) => to >= today)
      .slice(0, MOST.quiet)
      .map(({ from, to }) => ({ from: day(from), to: day(to) })),
    ...(paused && { rests: { until: dayTime(paused, zone, language) } }),
    ...(stopped && { rests: 'stopped' }),
  };
}

/** The hour at which the first of these campaigns asks. */
export function usualHour([campaign]: readonly Campaign[]): Home['hour'] {
  if (!campaign) return undefined;
  const { askAt, askUntil } = campaign;
  return { from: askAt, ...(askUntil !== undefined && askUntil > askAt && { to: askUntil }) };
}

async function placesOf({ ports, person }: Desk): Promise<string[]> {
  const [chat] = await ports.chats.of(person);
  return Object.entries(PLATFORMS).flatMap(([id, name]) => (chat?.name === id ? [name] : []));
}

/** The newest digests of whoever reads any. */
async function digestsOf({ ports, person, copy, programme }: Desk, org: Organisation) {
  const roles = rolesOf(person, programme, org.units);
  if (!roles.has('manager') && !roles.has('hr')) return [];
  const { rounds, results } = ports.store;
  const published = await rounds.list({ states: ['published'], limit: 4 * MOST.digests });
  const found: Home['digests'][number][] = [];
  for (const round of published) {
    const digest = await results.digest(round.id, person);
    if (!digest) continue;
    const units = digest.units.slice(0, MOST.units);
    const blocks = units.flatMap((unit) => {
      const context = { round, unit, copy };
      return [titleOf(context), headlineOf(context)];
    });
    found.push({ round: round.id, blocks });
    if (found.length === MOST.digests) break;
  }
  return found;
}
