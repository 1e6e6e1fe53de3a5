/** An answer, read from what a person chose or wrote. */
import { cells, type Question, TEXT_LIMIT } from './question.ts';

/** Who may read a comment: the author's team's digest, or HR only. */
export type Reader = 'team' | 'hr';

export type Answer =
  /** Which histogram cells were chosen, ascending; exactly one unless several may be. */
  | { readonly kind: 'cells'; readonly cells: readonly number[] }
  /** May be empty: a form seals its comment field whether or not anything is in it. */
  | { readonly kind: 'text'; readonly text: string; readonly reader: Reader };

export type AnswerRefusal =
  | { readonly refused: 'off-scale' }
  | { readonly refused: 'choose-one' }
  | { readonly refused: 'too-long'; readonly bytes: number; readonly limit: number };

/**
 * Reads the values of a click, a form field or a file as an answer to `question`: `['4']` of a scale, option values
 * of a choice, the words of a comment (with `reader`, by default the team).
 */
export function readAnswer(
  question: Question,
  values: readonly string[],
  reader: Reader = 'team',
): Answer | AnswerRefusal {
  if (question.kind === 'free-text') return readText(values, reader);
  const chosen = new Set<number>();
  for (const value of values) {
    const cell = cellOf(question, value);
    if (cell === undefined) return { refused: 'off-scale' };
    chosen.add(cell);
  }
  if (chosen.size === 0) return { refused: 'off-scale' };
  if (chosen.size > 1 && question.kind !== 'several-choices') return { refused: 'choose-one' };
  return { kind: 'cells', cells: [...chosen].sort((a, b) => a - b) };
}

function readText(values: readonly string[], reader: Reader): Answer | AnswerRefusal {
  const text = values.join('\n').trim();
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > TEXT_LIMIT) return { refused: 'too-long', bytes, limit: TEXT_LIMIT };
  return { kind: 'text', text, reader };
}

function cellOf(question: Exclude<Question, { kind: 'free-text' }>, value: string) {
  if ('options' in question) {
    const cell = question.options.findIndex((option) => option.value === value);
    return cell < 0 ? undefined : cell;
  }
  if (!/^(\d|10)$/.test(value)) return undefined;
  const cell = Number(value) - (question.kind === 'five-point' ? 1 : 0);
  return cell >= 0 && cell < cells(question) ? cell : undefined;
}
