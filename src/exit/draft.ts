/** An interview as far as it has come: what was answered, what was skipped. Plain data, to be kept encrypted. */
import { type AnswerRefusal, readAnswer } from '../survey/answer.ts';
import type { Question } from '../survey/question.ts';
import type { Answers, Item, Step } from './steps.ts';

export interface Draft {
  readonly answers: Answers;
  /** Question ids. The safety fork is here once it is done, whatever was chosen. */
  readonly skipped: readonly string[];
  /** The step that is being changed; absent: the first that is open. */
  readonly position?: string;
}

export const EMPTY: Draft = { answers: {}, skipped: [] };

export type Fault =
  | AnswerRefusal
  | { readonly refused: 'not-asked' }
  | { readonly refused: 'too-many'; readonly most: number }
  /** Chosen already as the answer to `question`. */
  | { readonly refused: 'given-already'; readonly question: string };

/** What a step asks, given the answers to the steps before it; nothing: the step is left out. */
export function itemsOf({ items }: Step, answers: Answers): Item[] {
  return items.filter(({ when }) => when?.(answers) ?? true);
}

/** The values as they are kept: in the order of the options, each once; none where the field was left empty. */
export function readItem(
  { question, most, without }: Item,
  values: readonly string[],
  answers: Answers,
): { readonly values: readonly string[] } | Fault {
  if (values.length === 0) return { values: [] };
  const answer = readAnswer(question, values);
  if ('refused' in answer) return answer;
  if (answer.kind === 'text') return { values: answer.text === '' ? [] : [answer.text] };
  const chosen = answer.cells.map((cell) => optionOf(question, cell));
  if (most !== undefined && chosen.length > most) return { refused: 'too-many', most };
  if (without !== undefined && chosen.some((value) => answers[without]?.includes(value)))
    return { refused: 'given-already', question: without };
  return { values: chosen };
}

function optionOf(question: Question, cell: number): string {
  if ('options' in question) return question.options[cell]?.value ?? '';
  return String(question.kind === 'five-point' ? cell + 1 : cell);
}

/**
 * The draft without what is no longer asked or no longer valid. One pass is enough: whether something is asked hangs on
 * earlier steps only.
 */
export function settle(draft: Draft, steps: readonly Step[]): Draft {
  const answers: Record<string, readonly string[]> = {};
  const asked: string[] = [];
  for (const step of steps) {
    for (const item of itemsOf(step, answers)) {
      const { id } = item.question;
      asked.push(id);
      const kept = step.safety ? [] : stillValid(item, draft.answers[id] ?? [], answers);
      if (kept.length > 0) answers[id] = kept;
    }
  }
  const skipped = asked.filter((id) => !answers[id] && draft.skipped.includes(id));
  const position = steps.find(({ id }) => id === draft.position);
  if (!position || itemsOf(position, answers).length === 0) return { answers, skipped };
  return { answers, skipped, position: position.id };
}

/** A reason that has become the main one falls out of the further ones, which stay. */
function stillValid(item: Item, values: readonly string[], answers: Answers): readonly string[] {
  const taken = item.without === undefined ? [] : (answers[item.without] ?? []);
  const read = readItem(
    item,
    values.filter((value) => !taken.includes(value)),
    answers,
  );
  return 'refused' in read ? [] : read.values;
}

/**
 * A draft as it was stored, perhaps by an earlier version: what this version does not ask or offer any more is dropped.
 */
export function restore(stored: unknown, steps: readonly Step[]): Draft {
  const { answers, skipped, position } = isRecord(stored) ? stored : {};
  if (!isRecord(answers) || !isTexts(skipped))
    throw new Error(
      'This is no draft of an exit interview: it needs "answers" and "skipped". Start the interview anew.',
    );
  const readable = Object.entries(answers).flatMap(([id, values]): [string, string[]][] =>
    isTexts(values) ? [[id, values]] : [],
  );
  const given = { answers: Object.fromEntries(readable), skipped };
  return settle(typeof position === 'string' ? { ...given, position } : given, steps);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
