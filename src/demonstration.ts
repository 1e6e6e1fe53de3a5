/** What runs when nothing is configured: an invented company, with twelve weeks behind it and one before it. */
import { localDate, shift, wallTimeToInstant, windowOf } from './campaign/cadence.ts';
import type { Campaign } from './campaign/campaign.ts';
import { roundId } from './campaign/open-round.ts';
import { clock as startClock } from './clock.ts';
import { DEMO_FIRST, DEMO_HR, DEMO_LEAVER, DEMO_TIMEZONE } from './demo/company.ts';
import { everyoneAnswers, hours, playHistory } from './demo/play.ts';
import { companyOn, leaversBegin, playLeavers } from './demo/play-leavers.ts';
import { demoProgramme, mondayBefore, PAST_ROUNDS } from './demo/programme.ts';
import { announce } from './exit/announce.ts';
import { isRelease } from './exit/leaver.ts';
import type { House, Plan } from './house.ts';
import type { Tell } from './log.ts';
import type { Store } from './ports/store.ts';

/** Plans the demonstration: new, or where the visitor left it. */
export async function demonstration(
  store: Store,
  now: Date | undefined,
  tell: Tell,
): Promise<Plan> {
  const oldest = (await store.rounds.list({ campaign: 'pulse' })).at(-1);
  const today = localDate(now ?? new Date(), DEMO_TIMEZONE);
  const starts = oldest
    ? localDate(oldest.opensAt, DEMO_TIMEZONE)
    : mondayBefore(today, PAST_ROUNDS);
  const programme = demoProgramme(starts);
  const [campaign] = programme.campaigns;
  const begins = windowOf(campaign.cadence, 0).opensAt;
  const first = leaversBegin(begins);
  const story = new Date(`${first}T09:00:00Z`);
  const clock = startClock(oldest ? begins : story);
  if (!oldest) await store.org.replace(companyOn(first, first), story);
  return {
    programme,
    clock,
    first: DEMO_FIRST,
    async prepare(house) {
      const { ports, catchUp } = house;
      if (!oldest) await playLeavers({ ports, set: clock.set, catchUp }, programme, first);
      await prepare(house, campaign, now, tell);
    },
    beforeSkip: letEveryoneAnswer,
  };
}

/** Counts the history as far as it is not counted yet, then sets the clock to where the visitor comes in. */
async function prepare(house: House, campaign: Campaign, now: Date | undefined, tell: Tell) {
  const { store } = house.ports;
  const stage = { ports: house.ports, set: house.plan.clock.set, catchUp: house.catchUp };
  const counted = await store.rounds.list({ campaign: campaign.id, states: ['published'] });
  if (counted.length < PAST_ROUNDS) {
    await playHistory(stage, campaign, PAST_ROUNDS, (done) =>
      tell(`Counting the invented company's past: round ${done} of ${PAST_ROUNDS}`),
    );
  }
  const current = windowOf(campaign.cadence, PAST_ROUNDS);
  const tuesday = wallTimeToInstant(shift(current.date, 1), '10:00', DEMO_TIMEZONE);
  const left = await store.messages.latest();
  const arrival = now ?? (left && left > tuesday ? left : tuesday);
  if (!(await store.rounds.get(roundId(campaign, current)))) {
    await oneLeaves(house, hours(current.opensAt, -8));
    // Everybody is asked at their own hour, wherever they are.
    for (let at = hours(current.opensAt, -8); at < arrival && at <= tuesday; at = hours(at, 2)) {
      house.plan.clock.set(at);
      await house.catchUp();
    }
  }
  house.plan.clock.set(arrival);
  await house.catchUp();
}

/** Somebody was announced last week, and is asked these days: whose conversation shows what a leaver sees. */
async function oneLeaves({ ports, plan, catchUp }: House, now: Date): Promise<void> {
  if (await ports.store.leavers.of(DEMO_LEAVER)) return;
  plan.clock.set(now);
  const announced = hours(now, -7 * 24);
  const lastDay = localDate(hours(now, 11 * 24), DEMO_TIMEZONE);
  const leaver = {
    person: DEMO_LEAVER,
    lastDay,
    kind: 'resigned',
    regretted: true,
    jobFamily: 'Engineering',
  };
  await announce(ports, plan.programme, DEMO_HR[0] ?? '', [leaver], announced);
  await catchUp();
}

async function letEveryoneAnswer({ ports, plan }: House): Promise<void> {
  const now = plan.clock.now();
  for (const round of await ports.store.rounds.list({ states: ['open'] })) {
    if (!isRelease(round)) await everyoneAnswers(ports, round, now);
  }
}
