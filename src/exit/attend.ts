/** What HR does about leavers: announces, corrects, withdraws, reads what was given to HR by name. */

import type { SaidFault } from '../message/copy-leavers.ts';
import { editLeaverForm, LEAVER, type LeaverField, newLeaverForm } from '../message/leaver-form.ts';
import { nextInWords, saidMessage, withdrawMessage } from '../message/leavers-message.ts';
import type { ActionName, Form } from '../message/message.ts';
import type { Fields, Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import { fullDay } from '../message/times.ts';
import type { Desk } from '../ports/desk.ts';
import { type Announced, announce } from './announce.ts';
import type { Announcement, AnnouncementFault } from './announcement.ts';
import { saidIn } from './announcement-form.ts';
import { findPerson } from './find-person.ts';
import type { Leaver } from './leaver.ts';
import { leaversPage, listed } from './list-leavers.ts';
import { readNamed } from './read-named.ts';
import { GRACE_HOURS } from './rules.ts';

export type Attending = Extract<ActionName, 'leavers' | `leaver-${string}`>;

export async function attend(desk: Desk, action: Attending, about: string): Promise<Response> {
  switch (action) {
    case 'leavers':
      return { page: await leaversPage(desk, about) };
    case 'leaver-new':
      return { form: await newForm(desk) };
    case 'leaver-read':
      return readNamed(desk, about);
    case 'leaver-edit':
    case 'leaver-withdraw':
    case 'leaver-withdraw-sure':
      return change(desk, action, about);
  }
}

/** Whoever is announced already is not among those to choose from: they stand in the list. */
async function newForm({ ports: { store }, copy }: Desk): Promise<Form> {
  const { people, units } = await store.org.load();
  const announced = await store.leavers.list({ states: ['announced'] });
  const going = new Set(announced.map(({ person }) => person));
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const choices = people
    .filter(({ id }) => !going.has(id))
    .map(({ id, name, unit }) => ({ id, name, unit: nameOf.get(unit) ?? unit }))
    .sort((a, b) => a.name.localeCompare(b.name, copy.language));
  return newLeaverForm(choices, copy);
}

async function change(
  desk: Desk,
  action: 'leaver-edit' | 'leaver-withdraw' | 'leaver-withdraw-sure',
  about: string,
): Promise<Response> {
  const { copy } = desk;
  const leaver = await changeable(desk, about);
  if (!leaver) return { say: plain(copy.leavers.gone) };
  if (action === 'leaver-edit') return { form: editLeaverForm(leaver, copy) };
  if (action === 'leaver-withdraw') {
    const lastDay = fullDay(leaver.lastDay, copy.language);
    return { page: withdrawMessage({ ...leaver, lastDay }, copy) };
  }
  const outcome = await say(desk, { person: leaver.person, withdrawn: true });
  if ('faults' in outcome) return { say: plain(copy.leavers.gone) };
  return { page: await leaversPage(desk, '', [copy.leavers.withdrawn(leaver.name)]) };
}

/** One whose last day is to come, and who was not announced anew since. */
async function changeable({ ports }: Desk, id: string): Promise<Leaver | undefined> {
  const leaver = id === '' ? undefined : await ports.store.leavers.get(id);
  return leaver?.state === 'announced' ? leaver : undefined;
}

/** In HR's own name. The worker plans what follows from it. */
async function say(desk: Desk, announcement: Announcement): Promise<Announced> {
  const { ports, programme, person, now } = desk;
  const outcome = await announce(ports, programme, person, [announcement], now);
  if ('announced' in outcome) await desk.enqueue({ name: 'sweep', ref: '' });
  return outcome;
}

/** A new leaver (`about` is empty), or a corrected one. */
export async function saveLeaver(desk: Desk, about: string, fields: Fields): Promise<Response> {
  const { ports, copy } = desk;
  const leaver = about === '' ? undefined : await changeable(desk, about);
  if (about !== '' && !leaver) return { say: plain(copy.leavers.gone) };
  const typed = fields[LEAVER.person]?.[0]?.trim() ?? '';
  const person = leaver?.person ?? (await findPerson(ports.store, typed)) ?? typed;
  const { said, faults } = saidIn(fields, copy);
  const outcome = await say(desk, { person, ...said, ...(faults && { faulty: true }) });
  if ('faults' in outcome) {
    return { faults: { ...inForm(outcome.faults.get(0) ?? [], copy.leavers.faults), ...faults } };
  }
  return { page: await leaversPage(desk, '', await whatWasDone(desk, person, outcome)) };
}

const FIELD: Readonly<Record<SaidFault, LeaverField>> = {
  'unknown-person': LEAVER.person,
  'no-date': LEAVER.lastDay,
  'last-day-past': LEAVER.lastDay,
  'last-day-far': LEAVER.lastDay,
  'unknown-kind': LEAVER.kind,
  'job-family-long': LEAVER.jobFamily,
  'not-announced': LEAVER.person,
  over: LEAVER.lastDay,
};

function inForm(
  faults: readonly AnnouncementFault[],
  words: Readonly<Record<SaidFault, string>>,
): Record<string, string> {
  return Object.fromEntries(faults.filter(isSaid).map((fault) => [FIELD[fault], words[fault]]));
}

function isSaid(fault: AnnouncementFault): fault is SaidFault {
  return fault !== 'faulty' && fault !== 'twice';
}

/** What now holds of them, and what is next. */
async function whatWasDone(
  desk: Desk,
  person: string,
  outcome: Extract<Announced, { announced: number }>,
): Promise<string[]> {
  const { leavers: words } = desk.copy;
  const leaver = await desk.ports.store.leavers.of(person);
  const [facts] = leaver ? await listed(desk, [leaver]) : [];
  if (!facts) return [words.gone];
  const { announced, corrected } = outcome;
  const saying = announced > 0 ? words.announced : corrected > 0 ? words.corrected : undefined;
  if (!saying) return [words.unchanged(facts.name, facts.lastDay)];
  const { what } = facts;
  const isWaiting = announced > 0 && what.next === 'will-be-asked';
  return [
    saying(facts.name, facts.lastDay),
    nextInWords(what, words),
    ...(isWaiting ? [words.grace(GRACE_HOURS)] : []),
  ];
}

/** `leaver @person 2026-12-31`, or `withdrawn` in the place of the day. Nothing else that HR said before is changed. */
export async function announceByWord(
  desk: Desk,
  { who, day }: { readonly who: string; readonly day: string },
): Promise<Response> {
  const { ports, copy } = desk;
  const { leavers: words } = copy;
  if (who === '') return { say: saidMessage([words.howTo], copy) };
  const person = await findPerson(ports.store, who);
  if (person === undefined) return { say: saidMessage([words.unclear, words.howTo], copy) };
  if (day === 'withdrawn') return { say: saidMessage(await withdrawn(desk, person), copy) };
  const outcome = await say(desk, { person, lastDay: day });
  const said =
    'faults' in outcome
      ? (outcome.faults.get(0) ?? []).filter(isSaid).map((fault) => words.faults[fault])
      : await whatWasDone(desk, person, outcome);
  return { say: saidMessage(said, copy) };
}

async function withdrawn(desk: Desk, person: string): Promise<string[]> {
  const { leavers: words } = desk.copy;
  const before = await desk.ports.store.leavers.of(person);
  const outcome = await say(desk, { person, withdrawn: true });
  if ('faults' in outcome) {
    return (outcome.faults.get(0) ?? []).filter(isSaid).map((fault) => words.faults[fault]);
  }
  return [outcome.withdrawn > 0 && before ? words.withdrawn(before.name) : words.alreadyWithdrawn];
}
