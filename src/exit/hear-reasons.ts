/** What one row says about why its person left, whichever way the survey asked. */
import type { ReasonSource } from './parse-mapping.ts';

export interface Heard {
  /** The survey's own words to our code. */
  readonly answers: ReadonlyMap<string, string>;
  /** Columns whose value the mapping does not name. */
  readonly unplaced: readonly string[];
  /** Columns whose value it does. */
  readonly placed: readonly string[];
}

/** The value of a column; empty where nothing was said. */
export type ValueOf = (column: string) => string;

export function hear(source: ReasonSource, value: ValueOf): Heard {
  if ('flags' in source) return hearFlags(source, value);
  if ('text' in source) return hearText(source, value);
  return hearValues(source, value);
}

function hearFlags(source: Extract<ReasonSource, { flags: unknown }>, value: ValueOf): Heard {
  const flags = Object.entries(source.flags).map(([column, code]) => {
    const flag = value(column);
    return { column, code, flag, set: source.set.includes(flag) };
  });
  const known = ({ flag, set }: (typeof flags)[number]) => set || source.unset.includes(flag);
  return {
    answers: new Map(flags.flatMap(({ column, code, set }) => (set ? [[column, code]] : []))),
    unplaced: flags.filter((each) => each.flag !== '' && !known(each)).map(({ column }) => column),
    placed: flags.filter(known).map(({ column }) => column),
  };
}

function hearValues(source: Extract<ReasonSource, { column: string }>, value: ValueOf): Heard {
  const { column, values, separator } = source;
  const text = value(column);
  const parts = (separator === undefined ? [text] : text.split(separator))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const answers = new Map<string, string>();
  for (const part of parts) {
    const code = Object.hasOwn(values, part) ? values[part] : undefined;
    if (code !== undefined) answers.set(part, code);
  }
  return heardIn(
    column,
    answers,
    parts.some((part) => !answers.has(part)),
  );
}

function hearText(source: Extract<ReasonSource, { text: string }>, value: ValueOf): Heard {
  const text = value(source.text);
  const found = Object.entries(source.words).filter(([, words]) => mentions(text, words ?? []));
  const answers = new Map(found.map(([code]) => [code, code]));
  return heardIn(source.text, answers, text !== '' && answers.size === 0);
}

function heardIn(column: string, answers: Heard['answers'], strange: boolean): Heard {
  return {
    answers,
    unplaced: strange ? [column] : [],
    placed: answers.size > 0 ? [column] : [],
  };
}

/** Whether one of the words stands in the text as a word of its own. */
function mentions(text: string, words: readonly string[]): boolean {
  return words.some((word) => {
    const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu').test(text);
  });
}
