/** The count: every envelope of a round opened in one go, without names, into tallies by unit. */
import type { Answer } from '../survey/answer.ts';
import { cells, type Question } from '../survey/question.ts';
import type { Written } from './comments.ts';
import { contextTag, type Opener } from './envelope.ts';
import type { Cast } from './pools.ts';

/** What lies in the box, as far as the count sees it. */
export interface Ballot {
  readonly unit: string;
  /** Of leavers only. */
  readonly jobFamily?: string;
  readonly question: string;
  readonly envelope: Uint8Array;
}

export interface Counted {
  /** Envelopes opened: answers, each to one question, and blanks. */
  readonly ballots: number;
  /** Question id to unit to its ballots. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, Cast>>;
  readonly comments: ReadonlyMap<string, ReadonlyMap<string, Written>>;
}

/** Question id to how many of its envelopes this key does not open, or hold no valid answer. */
export interface Unreadable {
  readonly unreadable: ReadonlyMap<string, number>;
}

/** Opens and counts. One unreadable envelope and nothing is counted: it is a wrong key or a damaged box. */
export async function count(
  round: { readonly id: string; readonly questions: readonly Question[] },
  ballots: AsyncIterable<readonly Ballot[]>,
  open: Opener,
): Promise<Counted | Unreadable> {
  const urns = new Map(round.questions.map((question) => [question.id, urn(round.id, question)]));
  const unreadable = new Map<string, number>();
  let opened = 0;
  for await (const batch of ballots) {
    for (const { unit, question, envelope } of batch) {
      const into = urns.get(question);
      const answer = into && open(envelope, into.tag);
      if (answer && into.drop(unit, answer)) opened++;
      else unreadable.set(question, (unreadable.get(question) ?? 0) + 1);
    }
  }
  if (unreadable.size > 0) return { unreadable };
  const filled = [...urns].filter(([, { scores }]) => scores.size > 0);
  const written = [...urns].filter(([, { comments }]) => comments.size > 0);
  return {
    ballots: opened,
    scores: new Map(filled.map(([id, { scores }]) => [id, scores])),
    comments: new Map(written.map(([id, { comments }]) => [id, comments])),
  };
}

/** Collects the answers to one question by unit. */
function urn(round: string, question: Question) {
  const width = question.kind === 'free-text' ? 0 : cells(question);
  const scores = new Map<string, { n: number; tally: number[] }>();
  const comments = new Map<string, { answers: number; texts: Written['texts'][number][] }>();

  const dropText = (unit: string, answer: Answer & { kind: 'text' }) => {
    const of = getOrSet(comments, unit, () => ({ answers: 0, texts: [] }));
    of.answers++;
    if (answer.text !== '') of.texts.push({ text: answer.text, reader: answer.reader });
  };
  const dropMarks = (unit: string, marks: readonly number[]) => {
    const of = getOrSet(scores, unit, () => ({ n: 0, tally: new Array<number>(width).fill(0) }));
    of.n++;
    for (const cell of marks) of.tally[cell] = (of.tally[cell] ?? 0) + 1;
  };

  /** False if it is no answer to this question. */
  const drop = (unit: string, answer: Answer): boolean => {
    if ((answer.kind === 'text') !== (width === 0)) return false;
    if (answer.kind === 'text') dropText(unit, answer);
    else if (!isMarked(question, answer.cells)) return false;
    // A leaver seals a blank for what was not asked, so that the box does not say what was. It counts nowhere.
    else if (answer.cells.length > 0) dropMarks(unit, answer.cells);
    return true;
  };
  return { tag: contextTag(round, question.id), scores, comments, drop };
}

/** Marks within the scale: none is a blank; else exactly one, or with several choices any number. */
function isMarked(question: Question, marks: readonly number[]): boolean {
  if (question.kind === 'free-text' || marks.some((cell) => cell >= cells(question))) return false;
  return question.kind === 'several-choices' || marks.length <= 1;
}

function getOrSet<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
