/** A reader of a digest tells the team what follows from it, or answers a comment: everybody of the team, nobody alone. */
import { randomUUID } from 'node:crypto';
import { invited } from '../campaign/audience.ts';
import type { Round } from '../campaign/round.ts';
import type { UnitDigest } from '../digest/digest.ts';
import { ownDigest } from '../digest/respond.ts';
import type { FormName } from '../message/message.ts';
import { answerForm, draftOf, NOTE, tellForm } from '../message/note-message.ts';
import type { Fields, Response } from '../message/reply.ts';
import { plain } from '../message/saying.ts';
import { dayMonth } from '../message/times.ts';
import type { Organisation } from '../org/person.ts';
import { subtree } from '../org/unit.ts';
import type { Desk } from '../ports/desk.ts';
import { type AnsweredComment, NOTE_LIMIT, type Note } from './note.ts';

export type Telling = Extract<FormName, 'tell-team' | 'answer-comment'>;

/** What is to be written about, by whom it may be. */
interface Subject {
  readonly round: Round;
  readonly unit: UnitDigest;
  readonly comment?: AnsweredComment;
}

/** `about` is a round's id, `/` and a unit's; of a comment also `/` and its place in the digest of the unit. */
export async function openNote(desk: Desk, what: Telling, about: string): Promise<Response> {
  const subject = await subjectOf(desk, what, about);
  if ('say' in subject) return subject;
  const { copy } = desk;
  const { round, unit, comment } = subject;
  const asked = { about, unit: unit.name };
  if (comment) return { form: answerForm(asked, comment, copy) };
  return { form: tellForm(asked, draftOf(round, unit, copy) ?? '', copy) };
}

/** Stores the note and a delivery to each who is to read it, once. Not how many: that would tell who wants no messages. */
export async function postNote(
  desk: Desk,
  what: Telling,
  about: string,
  fields: Fields,
): Promise<Response> {
  const subject = await subjectOf(desk, what, about);
  if ('say' in subject) return subject;
  const { ports, person, copy, now } = desk;
  const { loop } = copy;
  const text = fields[NOTE]?.join('\n').trim() ?? '';
  const fault = faultIn(text, desk);
  if (fault !== undefined) return { faults: { [NOTE]: fault } };
  const { round, unit, comment } = subject;
  const about_ = { round: round.id, unit: unit.unit, reader: person };
  const note: Note = { id: randomUUID(), ...about_, ...(comment && { comment }), text, at: now };
  const deliveries = (await readersOf(desk, subject)).map((reader) => {
    const id = randomUUID();
    return { id, round: note.id, person: reader, unit: '', kind: 'note', sendAt: now } as const;
  });
  if (!(await ports.store.notes.post(note, deliveries))) return already(desk, round, now);
  await desk.enqueue({ name: 'sweep', ref: '' });
  return { say: plain(comment?.hr ? loop.postedHr : loop.posted(unit.name)) };
}

function faultIn(text: string, { copy: { loop } }: Desk): string | undefined {
  // Blanks that can't be seen are nothing either.
  if (!/[^\s\p{Cf}\p{Cc}]/u.test(text)) return loop.form.empty;
  const over = new TextEncoder().encode(text).length - NOTE_LIMIT;
  return over > 0 ? loop.form.tooLong(over) : undefined;
}

/** Checked when the form is opened, and again when it is sent: a good while may lie between. */
async function subjectOf(
  desk: Desk,
  what: Telling,
  about: string,
): Promise<Subject | { readonly say: NonNullable<Response['say']> }> {
  const { ports, person, copy } = desk;
  const parts = what === 'tell-team' ? /^([^/]+)\/(.+)$/s : /^([^/]+)\/(.+)\/(\d{1,6})$/s;
  const [, id = '', of = '', place = ''] = parts.exec(about) ?? [];
  const found = await ownDigest(desk, id);
  const unit = found?.digest.units.find((each) => each.unit === of);
  if (!found || !unit) return { say: plain(copy.digest.noDigest) };
  const { round } = found;
  const comment =
    what === 'answer-comment' ? await commentAt(desk, round, unit, Number(place)) : undefined;
  if (what === 'answer-comment' && !comment) return { say: plain(copy.loop.noComment) };
  if (!mayWriteTo(desk, of, comment, await ports.store.org.load())) {
    return { say: plain(copy.loop.notYours) };
  }
  if (!comment && !(await isDecided(desk, round, unit))) {
    return { say: plain(copy.loop.notDecided) };
  }
  const told = (await ports.store.notes.of(round.id, person)).find(
    (note) => note.unit === of && note.comment?.place === comment?.place,
  );
  return told ? already(desk, round, told.at) : { round, unit, ...(comment && { comment }) };
}

/** As it was published, and only while it is kept. */
async function commentAt(
  { ports }: Desk,
  round: Round,
  { unit, comments }: UnitDigest,
  place: number,
): Promise<AnsweredComment | undefined> {
  const text = comments[place];
  const result = text === undefined ? undefined : await ports.store.results.result(round.id);
  const pools = result?.comments.filter((pool) => pool.unit === unit) ?? [];
  const holding = pools.filter(({ texts }) => text !== undefined && texts.includes(text));
  if (text === undefined || holding.length === 0) return undefined;
  // The same words for both: then they are for HR only.
  return { place, text, hr: holding.some(({ hr }) => hr) };
}

/** Whoever leads the unit today; HR the root; and only HR where a comment was for HR only. */
function mayWriteTo(
  { person, programme }: Desk,
  unit: string,
  comment: AnsweredComment | undefined,
  { units }: Organisation,
): boolean {
  const found = units.find(({ id }) => id === unit);
  const isHr = programme.hr.includes(person);
  if (!found || (comment?.hr && !isHr)) return false;
  return found.manager === person || (isHr && found.parent === undefined);
}

async function isDecided({ ports, person }: Desk, { id }: Round, { unit, suggestion }: UnitDigest) {
  const decision = suggestion && (await ports.store.decisions.get(id, unit, person));
  return decision?.choice === 'will-do';
}

/** Everybody of the unit whom the campaign asks and who wants messages; of what was for HR only, HR. */
async function readersOf(
  { ports, programme, now }: Desk,
  { round, unit, comment }: Subject,
): Promise<string[]> {
  const org = await ports.store.org.load();
  if (comment?.hr) {
    return org.people.filter(({ id }) => programme.hr.includes(id)).map(({ id }) => id);
  }
  const campaign = programme.campaigns.find(({ id }) => id === round.campaign);
  const here = subtree(org.units, unit.unit);
  const asked = invited(
    { audience: campaign?.audience ?? [] },
    org,
    await ports.store.org.preferences(),
    now,
  );
  return asked.filter((each) => here.has(each.unit)).map(({ person }) => person.id);
}

function already({ copy }: Desk, { timezone }: Round, at: Date) {
  return { say: plain(copy.loop.already(dayMonth(at, timezone, copy.language))) };
}
