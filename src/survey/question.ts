/** A question: five kinds, each with the options a person may choose. */
import type { LocalisedText } from './text.ts';

interface Asked {
  /** Unique in its survey; 1 to 40 of a-z, A-Z, 0-9, `-`, `_`. */
  readonly id: string;
  readonly text: LocalisedText;
  /** What drives it, such as `recognition`; questions of one driver take turns. Defaults to the id. */
  readonly driver?: string;
}

/** A choice as it is shown. `value` is what a button carries: the same for everyone. */
export interface Option {
  readonly value: string;
  readonly label: LocalisedText;
}

/** Agreement in five steps, answered `1` to `5`; 4 and 5 are favourable, 3 is neutral. */
export interface FivePoint extends Asked {
  readonly kind: 'five-point';
  /** Exactly five labels, for 1 to 5. */
  readonly labels: readonly LocalisedText[];
  /** Values that count as favourable and unfavourable; others are neutral. Defaults: 4, 5 and 1, 2. */
  readonly favourable?: readonly number[];
  readonly unfavourable?: readonly number[];
}

/** Likelihood from `0` to `10`; 9 and 10 are favourable, 0 to 6 unfavourable (the recommend score). */
export interface ZeroToTen extends Asked {
  readonly kind: 'zero-to-ten';
  readonly low: LocalisedText;
  readonly high: LocalisedText;
}

/** One of 2 to 16 options. */
export interface SingleChoice extends Asked {
  readonly kind: 'single-choice';
  readonly options: readonly Option[];
}

/** Any number of 2 to 16 options. */
export interface SeveralChoices extends Asked {
  readonly kind: 'several-choices';
  readonly options: readonly Option[];
}

/** A comment of up to {@link TEXT_LIMIT} bytes, read by the author's team's manager or by HR only. */
export interface FreeText extends Asked {
  readonly kind: 'free-text';
}

export type Question = FivePoint | ZeroToTen | SingleChoice | SeveralChoices | FreeText;
export type ScoredQuestion = Exclude<Question, FreeText>;

/** Longest comment, in bytes of UTF-8 (about 1,900 letters of English). */
export const TEXT_LIMIT = 1900;

/** How many histogram cells a question has: one per option. Free text has none. */
export function cells(question: ScoredQuestion): number {
  switch (question.kind) {
    case 'five-point':
      return 5;
    case 'zero-to-ten':
      return 11;
    default:
      return question.options.length;
  }
}

/** Which side a histogram cell is on. Choices have no sides. */
export function side(
  question: ScoredQuestion,
  cell: number,
): 'favourable' | 'neutral' | 'unfavourable' | undefined {
  if (question.kind === 'five-point') {
    const favourable = question.favourable ?? [4, 5];
    if (favourable.includes(cell + 1)) return 'favourable';
    return (question.unfavourable ?? [1, 2]).includes(cell + 1) ? 'unfavourable' : 'neutral';
  }
  if (question.kind === 'zero-to-ten') {
    if (cell >= 9) return 'favourable';
    return cell <= 6 ? 'unfavourable' : 'neutral';
  }
  return undefined;
}
