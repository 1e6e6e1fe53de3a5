/** What a person does with a round that they were asked in: answer, open its form, not this week. */
import { type CastOutcome, cast } from '../ballot/cast.ts';
import { skip } from '../delivery/skip.ts';
import { isRelease } from '../exit/leaver.ts';
import { formOf, isLeft, sealedMessage, skippedMessage } from '../message/asking.ts';
import type { Reply, Response } from '../message/reply.ts';
import { enteredIn } from '../message/review.ts';
import { faultText, plain, refusalMessage } from '../message/saying.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reader } from '../survey/answer.ts';
import { type Filled, reviewComments } from './review-comments.ts';
import type { Round } from './round.ts';

type Of<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

/** One tap. */
export async function answer(desk: Desk, reply: Of<'answer'>): Promise<Response> {
  const { question, value } = reply;
  const round = await roundOf(desk, reply.round);
  // A tap is one option of a scale or of single choice; all else needs its form.
  const kind = round?.questions.find(({ id }) => id === question)?.kind;
  if (kind === 'free-text' || kind === 'several-choices') {
    return { say: plain(desk.copy.refusal.notAsked) };
  }
  const given = [{ question, values: [value] }];
  const outcome = await cast(desk.ports.store, round, desk.person, given, desk.now);
  return afterCast(desk, outcome);
}

/**
 * The form of answers: every field that was filled in, and free text whether it was or not. A comment that names would be
 * taken out of comes back first, and nothing is sealed until its author has seen it so.
 */
export async function submitAnswers(desk: Desk, reply: Of<'submit'>): Promise<Response> {
  const { about, fields, stays } = reply;
  const round = await roundOf(desk, about);
  const given = round ? givenIn(round, fields) : [];
  const empty = given.every(({ values }) => values.join('').trim() === '');
  if (round && empty) return { say: plain(desk.copy.refusal.nothingGiven) };
  if (round && !stays && !isClosed(round, desk.now)) {
    const form = await reviewComments(desk, round, given);
    if (form) return { form };
  }
  const { store } = desk.ports;
  const outcome = await cast(store, round, desk.person, given, desk.now);
  const response = await afterCast(desk, outcome, given);
  if (!response.replace) return response;
  const address = (await store.deliveries.of(about, desk.person))?.address;
  return { ...response, ...(address !== undefined && { at: address }) };
}

/** The answers in a form's fields. A choice left empty is no answer; an unknown field is one to nothing. */
function givenIn(round: Round, fields: Of<'submit'>['fields']): Filled[] {
  const kinds = new Map(round.questions.map(({ id, kind }) => [id, kind]));
  return [...enteredIn(fields)]
    .filter(([question, { values }]) => kinds.get(question) === 'free-text' || values.length > 0)
    .map(([question, { field, time, values, reader: chosen }]) => {
      const reader: Reader = chosen === 'hr' ? 'hr' : 'team';
      return { question, values, reader, field, time };
    });
}

async function afterCast(
  { ports, person, copy }: Desk,
  outcome: CastOutcome,
  given: readonly Filled[] = [],
): Promise<Response> {
  if ('sealed' in outcome) {
    const sealed = await ports.store.box.sealed(outcome.round.id, person);
    const replace = sealedMessage(outcome.round, isLeft(outcome.round, sealed), copy);
    const isEmptied = given.some(({ time, values }) => time > 1 && values.join('').trim() === '');
    return { replace, ...(isEmptied && { say: plain(copy.comments.left) }) };
  }
  if (outcome.refused !== 'faulty') return { say: refusalMessage(outcome, copy) };
  const fieldOf = (id: string) => given.find(({ question }) => question === id)?.field ?? id;
  const faults = [...outcome.faults].map(([id, fault]) => [fieldOf(id), faultText(fault, copy)]);
  return {
    faults: Object.fromEntries(faults),
    say: plain([...new Set(faults.map(([, text]) => text))].join(' ')),
  };
}

/** The form of a round, or "not this week". */
export async function openOrSkip(desk: Desk, wish: 'form' | 'skip', id: string): Promise<Response> {
  const { copy, now, person } = desk;
  const { store } = desk.ports;
  const round = await roundOf(desk, id);
  if (!round) return { say: refusalMessage({ refused: 'no-such-round' }, copy) };
  if (isClosed(round, now)) return { say: refusalMessage({ refused: 'closed', round }, copy) };
  const asked = await store.deliveries.of(round.id, person);
  if (!asked) return { say: refusalMessage({ refused: 'not-asked', round }, copy) };
  if (wish === 'form') return { form: formOf(round, copy) };
  await skip(store, round.id, person);
  return { replace: skippedMessage(round, copy) };
}

/** The newest open round that this person was asked in: its form, or not this week. */
export async function openNow(desk: Desk, wish: 'now' | 'skip'): Promise<Response> {
  const { copy, now, person } = desk;
  const { store } = desk.ports;
  for (const round of await store.rounds.list({ states: ['open'] })) {
    if (isRelease(round)) continue;
    const asked = !isClosed(round, now) && (await store.deliveries.of(round.id, person));
    if (!asked) continue;
    if (wish === 'now') return { form: formOf(round, copy) };
    await skip(store, round.id, person);
    const skipped = skippedMessage(round, copy);
    if (asked.address === undefined) return { say: skipped };
    return { say: plain(skipped.summary) };
  }
  return { say: plain(wish === 'now' ? copy.command.nothingOpen : copy.command.skippedNothing) };
}

/** A release is answered in an exit interview only. */
async function roundOf(desk: Desk, id: string): Promise<Round | undefined> {
  const round = await desk.round(id);
  return round && !isRelease(round) ? round : undefined;
}

function isClosed({ state, closesAt }: Round, now: Date): boolean {
  return state !== 'open' || now >= closesAt;
}
