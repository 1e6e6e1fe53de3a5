/** Ends an interview as it was chosen: pooled into a release, or given to HR by name; the store first, then the key. */
import type { Given } from '../ballot/cast.ts';
import { contextTag, seal } from '../ballot/envelope.ts';
import type { Round } from '../campaign/round.ts';
import type { Ending, LeaverStore } from '../ports/leavers.ts';
import type { Ports } from '../ports/ports.ts';
import type { Sealed } from '../ports/sealed.ts';
import { type Answer, readAnswer } from '../survey/answer.ts';
import type { Question } from '../survey/question.ts';
import { finished } from './interview.ts';
import { letKeyGo, openDraft, readRecord, sealedFor, stepsOf } from './keep-draft.ts';
import type { Interview, Leaver, Wave } from './leaver.ts';

type Needed = Pick<Ports, 'store' | 'leaverKeys'>;
type Whose = Pick<Leaver, 'id'>;

/** As {@link LeaverStore.finish}. */
export type Ended = Awaited<ReturnType<LeaverStore['finish']>>;

/**
 * Ends what is open, as chosen. What is ended already is left as it is (`done`, unless it was declined or never begun:
 * `elsewhere`). Run again after a crash at any point it does what is left to do.
 */
export async function endInterview(
  ports: Needed,
  { id }: Whose,
  wave: Wave,
  now: Date,
): Promise<Ended> {
  const leaver = await ports.store.leavers.get(id);
  if (!leaver) return 'elsewhere';
  if (leaver[wave] !== 'open') {
    await letKeyGo(ports, leaver);
    return hasEnded(leaver[wave]) ? 'done' : 'elsewhere';
  }
  const given = finished(await openDraft(ports, leaver, wave), stepsOf(wave));
  const ended =
    leaver.access === 'named'
      ? await giveToHr(ports, leaver, wave, given, now)
      : await pool(ports, leaver, wave, given, 'open', now);
  await letKeyGo(ports, leaver);
  if (ended !== 'elsewhere') return ended;
  const after = await ports.store.leavers.get(id);
  // Made stricter, or ended, on another device at the same moment.
  if (after?.[wave] === 'open' && after.access !== leaver.access) {
    return endInterview(ports, after, wave, now);
  }
  return hasEnded(after?.[wave]) ? 'done' : 'elsewhere';
}

function hasEnded(interview: Interview | undefined): boolean {
  return interview === 'pooled' || interview === 'named';
}

async function giveToHr(
  ports: Needed,
  leaver: Leaver,
  wave: Wave,
  given: readonly Given[],
  now: Date,
): Promise<Ended> {
  const named = await sealedFor(ports, leaver, given);
  return ports.store.leavers.finish(leaver.id, wave, { named }, ['open'], now);
}

async function pool(
  { store }: Needed,
  leaver: Leaver,
  wave: Wave,
  given: readonly Given[],
  from: 'open' | 'named',
  now: Date,
): Promise<Ended> {
  const id = wave === 'door' ? leaver.round : leaver.laterRound;
  const round = id === undefined ? undefined : await store.rounds.get(id);
  if (!round) return 'not-asked';
  const ending: Ending = { pooled: ballotsOf(round, leaver.person, given) };
  return store.leavers.finish(leaver.id, wave, ending, [from], now);
}

/**
 * An envelope for every question of the release, blank where nothing was answered: how many there are says nothing of
 * what was asked, answered or left out.
 */
function ballotsOf(round: Round, person: string, given: readonly Given[]): Sealed[] {
  return round.questions.map((question) => ({
    round: round.id,
    person,
    question: question.id,
    envelope: seal(answerTo(question, given), contextTag(round.id, question.id), round.publicKey),
  }));
}

function answerTo(question: Question, given: readonly Given[]): Answer {
  const values = given.find((each) => each.question === question.id)?.values ?? [];
  const answer = readAnswer(question, values, 'hr');
  if (!('refused' in answer)) return answer;
  return question.kind === 'free-text'
    ? { kind: 'text', text: '', reader: 'hr' }
    : { kind: 'cells', cells: [] };
}

/**
 * Makes pooled what is named, open or given to HR already, as long as its release takes ballots. `elsewhere`: nothing of
 * it was named.
 */
export async function makePooled(ports: Needed, { id }: Whose, now: Date): Promise<Ended> {
  const { leavers } = ports.store;
  const outcomes: Ended[] = [];
  for (const wave of ['door', 'later'] as const) {
    const leaver = await leavers.get(id);
    const isNamed = leaver?.access === 'named' && leaver[wave] === 'open';
    if (isNamed && (await leavers.choose(id, wave, 'pooled', ['open']))) outcomes.push('done');
    // Read anew: it may have been given to HR just before.
    const then = isNamed ? await leavers.get(id) : leaver;
    if (then?.[wave] === 'named') outcomes.push(await poolRecord(ports, then, wave, now));
  }
  return outcomes.find((each) => each !== 'done') ?? outcomes[0] ?? 'elsewhere';
}

async function poolRecord(ports: Needed, leaver: Leaver, wave: Wave, now: Date): Promise<Ended> {
  const given = await readRecord(ports, leaver, wave);
  const ended = given ? await pool(ports, leaver, wave, given, 'named', now) : 'elsewhere';
  await letKeyGo(ports, leaver);
  return ended;
}
