/** What is due for leavers: releases to open, messages to plan, interviews that end, records to erase. */
import { randomUUID } from 'node:crypto';
import { localDate } from '../campaign/cadence.ts';
import { type Programme, USUAL } from '../campaign/programme.ts';
import { goodDays } from '../campaign/quiet.ts';
import type { Round } from '../campaign/round.ts';
import type { PlannedLeaver } from '../ports/leavers.ts';
import type { Ports } from '../ports/ports.ts';
import { askTime, lastDayEnds } from './asking-time.ts';
import { nearest } from './carry.ts';
import { endInterview } from './end-interview.ts';
import { letKeyGo } from './keep-draft.ts';
import { linkTimes } from './later-link.ts';
import type { Leaver, Wave } from './leaver.ts';
import { openRelease } from './open-release.ts';
import { periodOf } from './period.ts';
import { addMonths } from './retention.ts';
import { exitRules } from './rules.ts';

/** Idempotent, and cheap where nothing is due: it runs with every sweep. */
export async function tendLeavers(ports: Ports, programme: Programme, now: Date): Promise<void> {
  const { leavers } = ports.store;
  for (const leaver of await leavers.list({ states: ['announced'] })) {
    const zone = leaver.timezone ?? programme.timezone;
    if (now >= lastDayEnds(leaver.lastDay, zone)) {
      await endInterview(ports, leaver, 'door', now);
      await leavers.over(leaver.id);
    } else {
      await planFor(ports, programme, leaver, now);
    }
  }
}

/** Once an hour: second waves whose link has run out, and named interviews that have been kept long enough. */
export async function tendPastLeavers(
  ports: Ports,
  programme: Programme,
  now: Date,
): Promise<void> {
  const rules = exitRules(programme);
  const { leavers } = ports.store;
  const today = localDate(now, programme.timezone);
  for (const leaver of await leavers.list({ states: ['over'] })) {
    const isOver = now >= linkTimes(leaver, rules, programme.timezone).closesAt;
    if (leaver.later === 'open' && isOver) await endInterview(ports, leaver, 'later', now);
    // A crash may have left a key of what was sealed or wiped: an older backup would open with it.
    else if (isOver) await letKeyGo(ports, leaver);
    const isKept = leaver.door === 'named' || leaver.later === 'named';
    if (isKept && addMonths(leaver.lastDay, rules.keepMonths) < today) {
      await leavers.forget(leaver.id);
      await ports.leaverKeys.destroy(leaver.id);
    }
  }
}

/** Opens the releases that their last day falls into, and plans the messages; again where the last day was corrected. */
async function planFor(
  ports: Ports,
  programme: Programme,
  leaver: Leaver,
  now: Date,
): Promise<void> {
  const rules = exitRules(programme);
  const period = (wave: Wave, day: string) => periodOf(day, wave, rules, programme.timezone);
  const door = period('door', leaver.lastDay);
  const later = period('later', addMonths(leaver.lastDay, rules.laterMonths));
  const isPlanned = leaver.round === door.id && leaver.laterRound === later.id;
  // What is sealed stays where it is; a draft goes with its leaver.
  if (isPlanned || leaver.door === 'pooled') return;
  const round = await openRelease(ports, programme, door, now);
  const laterRound = await openRelease(ports, programme, later, now);
  const deliveries = [
    await invitationFor(ports, programme, leaver, round, now),
    deliveryOf(leaver, laterRound),
  ];
  await ports.store.leavers.plan(
    leaver.id,
    { round: round.id, laterRound: laterRound.id },
    deliveries,
  );
}

/** The delivery of the message that asks; again where its hour has changed. */
export async function invitationFor(
  ports: Ports,
  programme: Programme,
  leaver: Leaver,
  round: Round,
  now: Date,
): Promise<PlannedLeaver> {
  return { ...deliveryOf(leaver, round), ...(await timeFor(ports, programme, leaver, now)) };
}

function deliveryOf({ person, unit, jobFamily }: Leaver, round: Round): PlannedLeaver {
  return {
    id: randomUUID(),
    round: round.id,
    person,
    unit: nearest(unit, round.units, round.units),
    kind: 'question',
    ...(jobFamily !== undefined && { jobFamily }),
  };
}

async function timeFor(
  { store, calendar }: Ports,
  programme: Programme,
  leaver: Leaver,
  now: Date,
): Promise<{ sendAt?: Date }> {
  const { quiet: rules = USUAL.quiet, timezone } = programme;
  const person = await store.org.person(leaver.person);
  if (!person) return {};
  const preference = await store.org.preference(person.id);
  const until = new Date(Date.parse(leaver.lastDay));
  const days = await goodDays(rules, [person], calendar, now, until);
  const around = {
    time: preference.askAt ?? USUAL_HOUR,
    zone: person.timezone ?? timezone,
    isGood: days(person, preference),
  };
  const sendAt = askTime(leaver, exitRules(programme), around, now);
  return sendAt ? { sendAt } : {};
}

/** Where the leaver has set none. */
export const USUAL_HOUR = '10:00';
