/** From what is said of leavers to what has to be done, or everything that is wrong with it. Changes nothing. */
import { randomUUID } from 'node:crypto';
import { localDate } from '../campaign/cadence.ts';
import type { Programme } from '../campaign/programme.ts';
import { isDate } from '../org/check-org.ts';
import { homeUnit, type Organisation, type Person } from '../org/person.ts';
import type { Store } from '../ports/store.ts';
import {
  type Announcement,
  type AnnouncementFault,
  areSame,
  factsFrom,
  faultsIn,
  type Said,
} from './announcement.ts';
import type { Leaver, LeaverFacts } from './leaver.ts';

export type Step =
  | { readonly step: 'add'; readonly leaver: Leaver }
  | { readonly step: 'correct'; readonly leaver: Leaver; readonly facts: LeaverFacts }
  | { readonly step: 'withdraw'; readonly leaver: Leaver };

export type Faults = ReadonlyMap<number, readonly AnnouncementFault[]>;

/** Whatever holds already needs no step. */
export async function checkAnnouncements(
  { org: organisation, leavers }: Pick<Store, 'org' | 'leavers'>,
  { timezone }: Pick<Programme, 'timezone'>,
  announcements: readonly Announcement[],
  now: Date,
): Promise<{ readonly steps: readonly Step[] } | { readonly faults: Faults }> {
  const org = await organisation.load();
  const find = finder(org, newestByPerson(await leavers.list()));
  const faults = new Map<number, AnnouncementFault[]>();
  const steps: Step[] = [];
  const seen = new Set<string>();
  for (const [index, announcement] of announcements.entries()) {
    const about = find(announcement.person);
    const today = localDate(now, about?.timezone ?? timezone);
    const wrong = [...whatIsWrong(announcement, about, today)];
    if (about && seen.has(about.person)) wrong.push('twice');
    if (about) seen.add(about.person);
    if (wrong.length > 0) faults.set(index, wrong);
    else if (about) steps.push(...stepsFor(announcement, about, today, { org, now }));
  }
  return faults.size > 0 ? { faults } : { steps };
}

/** Somebody of the people file, or a leaver who has fallen out of it. */
interface Subject {
  readonly person: string;
  readonly timezone?: string | undefined;
  readonly listed?: Person | undefined;
  /** As they were announced last. */
  readonly leaver?: Leaver | undefined;
}

function newestByPerson(leavers: readonly Leaver[]): Map<string, Leaver> {
  const newest = [...leavers].sort((a, b) => a.announcedAt.getTime() - b.announcedAt.getTime());
  return new Map(newest.map((leaver) => [leaver.person, leaver]));
}

/** An e-mail that two people share is nobody's. */
function finder({ people }: Organisation, leavers: ReadonlyMap<string, Leaver>) {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byMail = new Map<string, Person | undefined>();
  for (const person of people) {
    const mail = person.email?.toLowerCase();
    if (mail) byMail.set(mail, byMail.has(mail) ? undefined : person);
  }
  return (text: string): Subject | undefined => {
    const listed = byId.get(text) ?? byMail.get(text.toLowerCase());
    const leaver = leavers.get(listed?.id ?? text);
    if (!listed && !leaver) return undefined;
    const timezone = listed?.timezone ?? leaver?.timezone;
    return { person: listed?.id ?? text, timezone, listed, leaver };
  };
}

function* whatIsWrong(
  announcement: Announcement,
  about: Subject | undefined,
  today: string,
): Generator<AnnouncementFault> {
  if (announcement.faulty) yield 'faulty';
  if (!about) yield 'unknown-person';
  if (!('withdrawn' in announcement)) {
    yield* faultsIn(announcement, today);
    yield* wrongWithDay(announcement.lastDay, about, today);
  } else if (about) {
    if (!about.leaver) yield 'not-announced';
    else if (isPast(about.leaver, today)) yield 'over';
  }
}

function* wrongWithDay(
  lastDay: string,
  about: Subject | undefined,
  today: string,
): Generator<AnnouncementFault> {
  const live = isLive(about?.leaver) ? about?.leaver : undefined;
  // What a list has said for long, and its day has come, is no fault of the list.
  if (isDate(lastDay) && lastDay < today && live?.lastDay !== lastDay) yield 'last-day-past';
  else if (about && !about.listed && !isSpokenOf(live, lastDay)) yield 'unknown-person';
}

/** Whoever is in no people file can't leave anew. */
function isSpokenOf(leaver: Leaver | undefined, lastDay: string): boolean {
  return leaver?.state === 'announced' || leaver?.lastDay === lastDay;
}

function isPast({ state, lastDay }: Leaver, today: string): boolean {
  return state === 'over' || (state === 'announced' && lastDay < today);
}

/** Whether what is said of them is a correction. */
function isLive(leaver: Leaver | undefined): boolean {
  return leaver?.state === 'announced' || leaver?.state === 'over';
}

function stepsFor(
  announcement: Announcement,
  about: Subject,
  today: string,
  where: { readonly org: Organisation; readonly now: Date },
): Step[] {
  const { leaver, listed } = about;
  if ('withdrawn' in announcement) {
    return leaver?.state === 'announced' ? [{ step: 'withdraw', leaver }] : [];
  }
  const again = leaver?.state === 'over' && announcement.lastDay >= today && listed;
  const isNew = !isLive(leaver) || (again && announcement.lastDay !== leaver.lastDay);
  if (isNew || !leaver) return listed ? [addStep(announcement, listed, where)] : [];
  const facts = factsFrom(announcement, leaver);
  return areSame(facts, leaver) ? [] : [{ step: 'correct', leaver, facts }];
}

/** What the people file says of them now is kept: they will fall out of it. */
function addStep(
  said: Said,
  person: Person,
  { org, now }: { readonly org: Organisation; readonly now: Date },
): Step {
  const { id, name, startDate, locale, timezone } = person;
  const leaver: Leaver = {
    ...factsFrom(said),
    id: randomUUID(),
    person: id,
    name,
    unit: homeUnit(person, new Map(org.units.map((unit) => [unit.id, unit]))),
    ...(startDate !== undefined && { startDate }),
    ...(locale !== undefined && { locale }),
    ...(timezone !== undefined && { timezone }),
    announcedAt: now,
    state: 'announced',
  };
  return { step: 'add', leaver };
}
