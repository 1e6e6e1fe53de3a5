/** What HR's weekly digest says beside the figures: what was withheld, what managers took up, whom chat can't reach, who leaves. */
import { acted } from '../digest/acted.ts';
import { lacking } from '../digest/withheld.ts';
import { isAsking } from '../exit/ask-stayers.ts';
import { RELEASES } from '../exit/leaver.ts';
import type { Copy } from '../message/copy.ts';
import { type HrWeek, hrWeekBlocks } from '../message/hr-week-message.ts';
import type { Block } from '../message/message.ts';
import { weekdayTime } from '../message/times.ts';
import type { Store } from '../ports/store.ts';
import { localDate } from './cadence.ts';
import type { Campaign } from './campaign.ts';
import { audienceOf } from './due.ts';
import type { Programme } from './programme.ts';
import type { Round } from './round.ts';

type Stores = Pick<
  Store,
  'rounds' | 'results' | 'decisions' | 'accounts' | 'leavers' | 'campaigns' | 'org'
>;

/** Nothing for whoever is not HR. As of `now`: HR's own records, and what whole pools say. */
export async function hrWeek(
  store: Stores,
  programme: Programme,
  reader: string,
  round: Round,
  copy: Copy,
  now: Date,
): Promise<Block[]> {
  if (!programme.hr.includes(reader)) return [];
  const result = await store.results.result(round.id);
  const withheld = result && { ...lacking(round, result), floor: round.floor };
  // Said once a week, with the digest of the company's pulse, however many others there are.
  const [pulse] = programme.campaigns.filter(({ ended, once }) => !ended && !once);
  const rest = pulse?.id === round.campaign && (await weekOf(store, pulse, round, copy, now));
  return hrWeekBlocks({ ...(withheld && { withheld }), ...rest }, copy);
}

async function weekOf(
  store: Stores,
  pulse: Campaign,
  round: Round,
  copy: Copy,
  now: Date,
): Promise<HrWeek> {
  const [actions, unreachable, release] = await Promise.all([
    acted(store, round.id, now),
    beyondChat(store, pulse, now),
    hasNewRelease(store, round.opensAt),
  ]);
  return {
    ...(actions && { actions }),
    ...(unreachable && { unreachable }),
    exits: await exitsSince(store, round),
    release,
    mirrors: await mirrors(store, round.opensAt, copy),
  };
}

/**
 * By what the directories of the chat platforms say, the same whether somebody answers or not. Named is only who has no
 * account: that somebody has one and does not want to be written to is theirs to know.
 */
async function beyondChat(
  { accounts, org }: Stores,
  pulse: Campaign,
  now: Date,
): Promise<HrWeek['unreachable']> {
  const all = [...(await accounts.list('slack')), ...(await accounts.list('teams'))];
  if (all.length === 0) return undefined;
  const active = all.filter((each) => each.active);
  const known = new Set(active.map(({ person }) => person));
  const usable = new Set(active.flatMap((each) => (each.reachable ? [each.person] : [])));
  const people = audienceOf(pulse, await org.load(), now).map(({ person }) => person);
  const beyond = people.filter(({ id }) => !usable.has(id));
  const names = beyond.filter(({ id }) => !known.has(id)).map(({ name }) => name);
  return beyond.length > 0 ? { people: beyond.length, noAccount: names } : undefined;
}

/** Counted from the announcements, which HR made; nothing here hangs on an interview. */
async function exitsSince({ leavers }: Stores, { opensAt, timezone }: Round) {
  // Nobody is announced after their last day.
  const from = localDate(opensAt, timezone);
  const listed = await leavers.list({ states: ['announced', 'over'], from });
  return {
    announced: listed.filter(({ announcedAt }) => announcedAt >= opensAt).length,
    ahead: listed.filter(({ state }) => state === 'announced').length,
  };
}

async function hasNewRelease({ rounds }: Stores, since: Date): Promise<boolean> {
  const newest = await Promise.all(
    Object.values(RELEASES).map((campaign) =>
      rounds.list({ campaign, states: ['published'], limit: 1 }),
    ),
  );
  return newest.flat().some(({ closesAt }) => closesAt >= since);
}

/** What those who stay are being asked, or have just answered. */
async function mirrors(
  { campaigns, rounds }: Stores,
  since: Date,
  { language }: Copy,
): Promise<NonNullable<HrWeek['mirrors']>> {
  const asked = (await campaigns.list()).filter((each) => isAsking(each, 'mirror'));
  const newest = await Promise.all(
    asked.map(async ({ id, name }) => {
      const [round] = await rounds.list({ campaign: id, limit: 1 });
      if (!round) return [];
      const { state, closesAt, timezone } = round;
      if (state === 'open') return [{ name, until: weekdayTime(closesAt, timezone, language) }];
      return state === 'published' && closesAt >= since ? [{ name }] : [];
    }),
  );
  return newest.flat();
}
