/** A survey from YAML: its questions, and which of them each round asks. */
import { z } from 'zod';
import { FLOOR } from '../anonymity/floor.ts';
import type { Fault } from '../ports/directory.ts';
import { AGREEMENT } from '../stock/agreement.ts';
import { type Contradiction, parseYaml } from './parse-yaml.ts';
import type { Option, Question } from './question.ts';
import type { LocalisedText } from './text.ts';

export interface Survey {
  readonly questions: readonly Question[];
  /** Round name to the ids of its questions, in the order of the rounds; absent: every round asks all. */
  readonly rounds?: ReadonlyMap<string, readonly string[]>;
  /** k. */
  readonly floor: number;
}

/** k as it may be configured. */
export const floorSchema = z
  .int()
  .min(FLOOR.least, `must be ${FLOOR.least} or more: smaller groups can't be kept anonymous`)
  .default(FLOOR.usual);

/** Reads a survey file; `file` is only for the messages. */
export function parseSurvey(
  text: string,
  file: string,
): { readonly survey: Survey } | { readonly faults: readonly Fault[] } {
  const parsed = parseYaml(text, file, surveySchema, contradictions);
  if ('faults' in parsed) return parsed;
  const { language, minimum, rounds } = parsed.value;
  const questions = parsed.value.questions.map((question) => questionOf(question, language));
  const named =
    rounds && new Map(parsed.keysOf('rounds').map((name) => [name, rounds[name] ?? []]));
  return { survey: { questions, floor: minimum, ...(named && { rounds: named }) } };
}

const words = z.string().trim().min(1, 'must not be empty');
const textSchema = z.union(
  [words, z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), words)],
  'must be a text, or texts by language such as { en: ..., de: ... }',
);
type Text = z.infer<typeof textSchema>;

const asked = {
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be 1 to 40 letters, digits, - or _'),
  text: textSchema,
  driver: z.string().optional(),
};
const step = z.int().min(1).max(5);
/** What Slack and Teams can carry. */
const LONGEST_VALUE = 75;
const optionsSchema = z
  .array(z.union([words, z.strictObject({ value: words, label: textSchema })]))
  .refine(
    (options) => options.every((option) => optionValue(option).length <= LONGEST_VALUE),
    `has an option whose value is longer than ${LONGEST_VALUE} characters: give it a short "value" beside its "label"`,
  )
  .min(2, 'needs at least 2 options')
  .max(16, 'may have at most 16 options')
  .refine(
    (options) => new Set(options.map(optionValue)).size === options.length,
    'has an option twice',
  );

const questionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('five-point'),
      ...asked,
      labels: z.array(textSchema).length(5, 'must be five labels, for 1 to 5').optional(),
      favourable: z.array(step).min(1).optional(),
      unfavourable: z.array(step).min(1).optional(),
    }),
    z.strictObject({
      kind: z.literal('zero-to-ten'),
      ...asked,
      low: textSchema.optional(),
      high: textSchema.optional(),
    }),
    z.strictObject({ kind: z.literal('single-choice'), ...asked, options: optionsSchema }),
    z.strictObject({
      kind: z.literal('several-choices'),
      ...asked,
      options: optionsSchema.refine(
        (options) => !options.some((option) => optionValue(option).includes(';')),
        'must not hold a ";": it stands between several choices in a file of answers',
      ),
    }),
    z.strictObject({ kind: z.literal('free-text'), ...asked }),
  ],
  'must have a kind: five-point, zero-to-ten, single-choice, several-choices or free-text',
);

const surveySchema = z.strictObject({
  /** Of the texts that name none. */
  language: z.string().default('en'),
  minimum: floorSchema,
  questions: z.array(questionSchema).min(1, 'must name at least one question'),
  rounds: z.record(z.string(), z.array(z.string()).min(1)).optional(),
});

/** As much of a survey as contradictions are looked for in, whatever else is wrong with it. */
const looseSurvey = z
  .object({
    questions: z
      .array(
        z
          .object({
            id: z.string().catch(''),
            favourable: z.array(z.number()).catch([]),
            unfavourable: z.array(z.number()).catch([]),
          })
          .catch({ id: '', favourable: [], unfavourable: [] }),
      )
      .catch([]),
    rounds: z.record(z.string(), z.array(z.string()).catch([])).catch({}),
  })
  .catch({ questions: [], rounds: {} });

/** What each part for itself does not show. */
function* contradictions(raw: unknown): Generator<Contradiction> {
  const { questions, rounds } = looseSurvey.parse(raw);
  const ids = questions.map(({ id }) => id);
  for (const [i, { id, favourable, unfavourable }] of questions.entries()) {
    if (id !== '' && ids.indexOf(id) < i) {
      yield [['questions', i, 'id'], `question "${id}" stands twice`];
    }
    const both = favourable.filter((each) => unfavourable.includes(each));
    if (both.length > 0) {
      const message = `${both.join(', ')} can't be favourable and unfavourable at once`;
      yield [['questions', i, 'favourable'], message];
    }
  }
  for (const [round, names] of Object.entries(rounds)) yield* unknownNames(round, names, ids);
}

function* unknownNames(
  round: string,
  names: readonly string[],
  ids: readonly string[],
): Generator<Contradiction> {
  for (const [i, name] of names.entries()) {
    if (!ids.includes(name)) yield [['rounds', round, i], `there is no question "${name}"`];
  }
}

function questionOf(raw: z.infer<typeof questionSchema>, language: string): Question {
  const text = (each: Text): LocalisedText =>
    typeof each === 'string' ? { [language]: each } : each;
  const base = {
    id: raw.id,
    text: text(raw.text),
    ...(raw.driver !== undefined && { driver: raw.driver }),
  };
  switch (raw.kind) {
    case 'five-point':
      return {
        kind: raw.kind,
        ...base,
        labels: raw.labels?.map(text) ?? AGREEMENT,
        ...(raw.favourable && { favourable: raw.favourable }),
        ...(raw.unfavourable && { unfavourable: raw.unfavourable }),
        ...(raw.favourable && !raw.unfavourable && { unfavourable: opposite(raw.favourable) }),
      };
    case 'zero-to-ten':
      return { kind: raw.kind, ...base, low: text(raw.low ?? '0'), high: text(raw.high ?? '10') };
    case 'free-text':
      return { kind: raw.kind, ...base };
    default: {
      const options = raw.options.map(
        (option): Option =>
          typeof option === 'string'
            ? { value: option, label: text(option) }
            : { value: option.value, label: text(option.label) },
      );
      return { kind: raw.kind, ...base, options };
    }
  }
}

/** Where only the favourable side is named, the other is its mirror image. */
function opposite(favourable: readonly number[]): number[] {
  return favourable
    .map((value) => 6 - value)
    .filter((value) => !favourable.includes(value))
    .sort((a, b) => a - b);
}

function optionValue(option: string | { readonly value: string }): string {
  return typeof option === 'string' ? option : option.value;
}
