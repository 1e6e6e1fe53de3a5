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

/** For so long after the second wave keys are looked for that a crash has left behind. */
const KEYS_MONTHS = 12;

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
  const from = addMonths(today, -(rules.laterMonths + KEYS_MONTHS));
  for (const leaver of await leavers.toTend(from)) {
    const isOver = now >= linkTimes(leaver, rules, programme.timezone).closesAt;
    const isDue = addMonths(leaver.lastDay, rules.keepMonths) < today;
    if (isDue && isNamed(leaver)) await forget(ports, leaver);
    else if (isOver && leaver.later === 'open') await endInterview(ports, leaver, 'later', now);
    // A crash may have left a key of what was sealed or wiped: an older backup would open with it.
    else if (isOver) await letKeyGo(ports, leaver);
  }
}

function isNamed({ door, later }: Leaver): boolean {
  return door === 'named' || later === 'named';
}

/** The key first: after a crash in between the record is still found, and erased an hour later. */
async function forget({ store, leaverKeys }: Ports, { id, later }: Leaver): Promise<void> {
  // A draft of the second wave opens with the same key, which goes when that is ended.
  if (later !== 'open') await leaverKeys.destroy(id);
  await store.leavers.forget(id);
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
    await deliveryOf(ports, leaver, laterRound),
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
  const delivery = await deliveryOf(ports, leaver, round);
  return { ...delivery, ...(await timeFor(ports, programme, leaver, now)) };
}

/** A unit that is newer than the release counts in the nearest above it that the release knows. */
async function deliveryOf(
  { store }: Pick<Ports, 'store'>,
  { person, unit, jobFamily }: Leaver,
  round: Round,
): Promise<PlannedLeaver> {
  const { units } = await store.org.load();
  return {
    id: randomUUID(),
    round: round.id,
    person,
    unit: nearest(unit, units, round.units),
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
