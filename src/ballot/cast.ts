/** From a click to a sealed ballot: checks the answers, seals them at once, and says so once they are durable. */
import type { Round } from '../campaign/round.ts';
import type { Store } from '../ports/store.ts';
import { type Answer, type AnswerRefusal, type Reader, readAnswer } from '../survey/answer.ts';
import { contextTag, seal } from './envelope.ts';

/** What a person chose or wrote, one entry a question. */
export interface Given {
  readonly question: string;
  readonly values: readonly string[];
  readonly reader?: Reader;
}

export type CastOutcome =
  | { readonly sealed: true; readonly round: Round }
  /** Nothing was stored. */
  | { readonly refused: 'no-such-round' }
  | { readonly refused: 'closed'; readonly round: Round }
  | { readonly refused: 'not-asked'; readonly round: Round }
  | {
      readonly refused: 'faulty';
      readonly round: Round;
      /** Question id to what is wrong; never the answer itself. */
      readonly faults: ReadonlyMap<string, AnswerRefusal | { readonly refused: 'not-in-round' }>;
    };

/**
 * Seals all given answers, or none. An answer to the same question replaces the one before it. `round` may be a copy
 * read earlier: the box itself refuses what comes after the close.
 */
export async function cast(
  store: Pick<Store, 'box'>,
  round: Round | undefined,
  person: string,
  given: readonly Given[],
  now: Date,
): Promise<CastOutcome> {
  if (!round) return { refused: 'no-such-round' };
  const { answers, faults } = read(round, given);
  if (faults.size > 0) return { refused: 'faulty', round, faults };
  if (round.state !== 'open' || now >= round.closesAt) return { refused: 'closed', round };
  const envelopes = answers.map(({ question, answer }) => ({
    round: round.id,
    person,
    question,
    envelope: seal(answer, tagOf(round, question), round.publicKey),
  }));
  const outcome = await store.box.put(envelopes, now);
  return outcome === 'sealed' ? { sealed: true, round } : { refused: outcome, round };
}

function read(round: Round, given: readonly Given[]) {
  const answers: { question: string; answer: Answer }[] = [];
  const faults = new Map<string, AnswerRefusal | { refused: 'not-in-round' }>();
  for (const { question: id, values, reader } of given) {
    const question = round.questions.find((each) => each.id === id);
    const answer = question ? readAnswer(question, values, reader) : undefined;
    if (!answer) faults.set(id, { refused: 'not-in-round' });
    else if ('refused' in answer) faults.set(id, answer);
    else answers.push({ question: id, answer });
  }
  return { answers, faults };
}

/** For as long as a round is remembered: making one takes a tenth of the time that sealing does. */
const tags = new WeakMap<Round, Map<string, Uint8Array>>();

function tagOf(round: Round, question: string): Uint8Array {
  const known = tags.get(round) ?? new Map<string, Uint8Array>();
  const tag = known.get(question) ?? contextTag(round.id, question);
  tags.set(round, known.set(question, tag));
  return tag;
}
