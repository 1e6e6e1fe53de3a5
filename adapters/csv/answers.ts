/** Past answers in long form: one row an answer. */
import { basename } from 'node:path';
import type { Fault } from '../../src/ports/directory.ts';
import { readAnswer } from '../../src/survey/answer.ts';
import type { Question } from '../../src/survey/question.ts';
import { readCsv, UnreadableFile } from './read-csv.ts';

const COLUMNS = { required: ['round', 'person', 'question', 'value'], optional: [] };

/** Round name to person to question to values; what comes later in the file replaces what came before. */
export type PastAnswers = ReadonlyMap<
  string,
  ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
>;

/** What an answer may name. */
export interface Known {
  readonly people: ReadonlySet<string>;
  readonly questions: ReadonlyMap<string, Question>;
  /** Round name to the questions it asks; absent: every round asks all. */
  readonly rounds?: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads a file of answers: a scale's number, a choice's option, several choices' options with `;` between them, or a
 * comment's text. Returns every fault at once; none of them says what was answered.
 */
export async function readAnswers(
  path: string,
  known: Known,
): Promise<
  | { readonly answers: PastAnswers; readonly notices: readonly Fault[] }
  | { readonly faults: readonly Fault[] }
> {
  const faults: Fault[] = [];
  const notices: Fault[] = [];
  const answers = new Map<string, Map<string, Map<string, readonly string[]>>>();
  try {
    for await (const { where, fields } of readCsv(path, COLUMNS, (each) => notices.push(each))) {
      const { round = '', person = '', question = '', value = '' } = fields;
      const values = valuesOf(known.questions.get(question), value);
      const says = check(known, fields, values);
      if (says.length > 0) faults.push(...says.map((each) => ({ where, says: each })));
      else into(into(answers, round), person).set(question, values);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    faults.push(error.fault);
  }
  if (faults.length > 0) return { faults };
  if (answers.size > 0) return { answers, notices };
  return { faults: [{ where: basename(path), says: 'There are no answers in this file.' }] };
}

function valuesOf(question: Question | undefined, value: string): string[] {
  if (question?.kind !== 'several-choices') return [value];
  return value.split(';').map((each) => each.trim());
}

/** What is wrong with a row. The value itself is never repeated. */
function check(known: Known, fields: Readonly<Record<string, string>>, values: string[]): string[] {
  const { round = '', person = '', question: id = '' } = fields;
  const says: string[] = [];
  if (round === '') says.push('The column "round" is empty.');
  if (!known.people.has(person)) says.push(`Person "${person}" is not in the people file.`);
  const question = known.questions.get(id);
  const asked = known.rounds ? known.rounds.get(round)?.includes(id) : true;
  if (!question) says.push(`Question "${id}" is not in the survey.`);
  else if (!asked) says.push(`Question "${id}" was not asked in round "${round}".`);
  else {
    const answer = readAnswer(question, values);
    if ('refused' in answer)
      says.push(`The value is no answer to question "${id}": ${scaleOf(question)}.`);
  }
  return says;
}

function scaleOf(question: Question): string {
  switch (question.kind) {
    case 'five-point':
      return 'it must be a whole number from 1 to 5';
    case 'zero-to-ten':
      return 'it must be a whole number from 0 to 10';
    case 'free-text':
      return 'the text is too long';
    case 'single-choice':
      return `it must be one of ${question.options.map(({ value }) => `"${value}"`).join(', ')}`;
    case 'several-choices':
      return `it must be some of ${question.options.map(({ value }) => `"${value}"`).join(', ')}, with ; between them`;
  }
}

function into<V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const inner = map.get(key) ?? new Map<string, V>();
  map.set(key, inner);
  return inner;
}
