/** The mapping file: what the columns of somebody else's exit survey mean. docs/formats.md describes it. */
import { z } from 'zod';
import type { Fault } from '../ports/directory.ts';
import { KIND } from '../stock/exit-leaving.ts';
import { REASONS } from '../stock/reasons.ts';
import { floorSchema } from '../survey/parse-survey.ts';
import { parseYaml } from '../survey/parse-yaml.ts';
import { mappingContradictions } from './parse-mapping-contradictions.ts';

export type Mapping = z.infer<typeof mappingSchema>;
export type ReasonSource = Mapping['reasons'][number];
export type Breakdown = Mapping['by'][string];
export type Bands = z.infer<typeof bandsSchema>;

/** What a flag or a value stands for that is no reason, such as "none of these". */
export const NO_REASON = 'none';

/**
 * Reads a mapping. `file` is only for the messages; `missing` are columns (small letters) that the survey's file was found
 * not to have: each place that names one is a fault.
 */
export function parseMapping(
  text: string,
  file: string,
  missing: ReadonlySet<string> = new Set(),
): { readonly mapping: Mapping } | { readonly faults: readonly Fault[] } {
  const parsed = parseYaml(text, file, mappingSchema, (raw) => mappingContradictions(raw, missing));
  return 'faults' in parsed ? parsed : { mapping: parsed.value };
}

const word = z
  .string('must be a text; a number, or a word such as TRUE, is put in quotes')
  .trim()
  .min(1, 'must not be empty');
const words = z.array(word).min(1, 'must name at least one value');
const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and -');

const KIND_CODES = KIND.options.map(({ value }) => value);
const REASON_CODES = [...REASONS.map((reason) => reason.id), NO_REASON];
const kindCode = z.enum(KIND_CODES, `must be one of ${KIND_CODES.join(', ')}`);
const reasonCode = z.enum(REASON_CODES, `must be one of ${REASON_CODES.join(', ')}`);

/** The first schema of which the value has the key: a union would not say what is wrong within. */
function byKey<T>(schemas: Readonly<Record<string, z.ZodType<T>>>, otherwise: string) {
  return z.unknown().transform((raw, context): T => {
    const has = (key: string) => typeof raw === 'object' && raw !== null && key in raw;
    const schema = Object.entries(schemas).find(([key]) => has(key))?.[1];
    const parsed = schema?.safeParse(raw);
    if (parsed?.success) return parsed.data;
    const issues = parsed?.error.issues ?? [{ path: [], message: otherwise }];
    for (const { path, message } of issues) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
    return z.NEVER;
  });
}

const flagsSchema = z.strictObject({ flags: z.record(word, reasonCode), set: words, unset: words });
const valuesSchema = z.strictObject({
  column: word,
  values: z.record(word, reasonCode),
  /** Stands between several values in one field; absent: one value. */
  separator: z.string().min(1).optional(),
});
const textSchema = z.strictObject({ text: word, words: z.partialRecord(reasonCode, words) });
const reasonSchema = byKey<z.infer<typeof flagsSchema | typeof valuesSchema | typeof textSchema>>(
  { flags: flagsSchema, text: textSchema, column: valuesSchema },
  'must be { flags, set, unset }, { column, values, separator } or { text, words }',
);

const bandsSchema = z
  .array(z.strictObject({ name: word, from: z.number().optional(), below: z.number().optional() }))
  .min(2, 'needs at least 2 bands');
const FORMAT = 'must be made of yyyy, MM and dd, such as dd/MM/yyyy; a day needs its month';
const dateSchema = z.strictObject({
  column: word,
  formats: z
    .array(
      z
        .string()
        .regex(/^(yyyy|MM|dd|[-/. ])+$/, FORMAT)
        .refine((format) => once(format, 'yyyy') && !format.match(/MM.*MM|dd.*dd/), FORMAT)
        .refine((format) => !format.includes('dd') || format.includes('MM'), FORMAT),
    )
    .min(1),
});
const cellsSchema = z.strictObject({
  name: word.optional(),
  column: word,
  /** Own words to a group's name; values that are not named keep their own. */
  values: z.record(word, word).optional(),
});
const numberSchema = z.strictObject({ name: word.optional(), number: word, bands: bandsSchema });
const datesSchema = z.strictObject({
  name: word.optional(),
  from: dateSchema,
  to: dateSchema,
  bands: bandsSchema,
});
const breakdownSchema = byKey<
  z.infer<typeof cellsSchema | typeof numberSchema | typeof datesSchema>
>(
  { column: cellsSchema, number: numberSchema, from: datesSchema },
  'must be { column, values }, { number, bands } or { from, to, bands }',
);

const mappingSchema = z.strictObject({
  survey: id,
  name: word,
  /** Who made the survey and under which licence: printed under every report. */
  source: word.optional(),
  minimum: floorSchema,
  /** Words that mean "not said"; an empty field always does. */
  missing: z.array(word).default([]),
  /** A column whose values are unique: a row that stands twice is a fault. */
  id: word.optional(),
  rows: z
    .strictObject({
      only: z.record(word, words).optional(),
      except: z.record(word, words).optional(),
    })
    .default({}),
  kind: z.strictObject({ column: word, values: z.record(word, kindCode) }),
  reasons: z.array(reasonSchema).min(1, 'must name at least one column'),
  by: z.record(id, breakdownSchema).default({}),
  cross: z.array(z.tuple([id, id])).default([]),
  parts: z.record(id, z.strictObject({ name: word, kinds: z.array(kindCode).min(1) })).default({}),
  groups: z.record(id, z.strictObject({ name: word, any: words })).default({}),
});

function once(text: string, part: string): boolean {
  return text.split(part).length === 2;
}
