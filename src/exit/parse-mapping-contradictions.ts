/** What is wrong with a mapping that its schema does not see: names that lead nowhere, bands that leave no sense. */
import { z } from 'zod';
import type { Contradiction } from '../survey/parse-yaml.ts';

const anything = z.record(z.string(), z.unknown()).catch({});
const texts = z.array(z.string().catch('')).catch([]);

/** As much of a mapping as is looked at here, whatever else is wrong with it. */
const looseMapping = z
  .object({
    id: z.string().optional().catch(undefined),
    rows: z.object({ only: anything, except: anything }).catch({ only: {}, except: {} }),
    kind: z.object({ column: z.string().catch(''), values: anything }).catch({
      column: '',
      values: {},
    }),
    reasons: z.array(anything).catch([]),
    by: z.record(z.string(), anything).catch({}),
    cross: z.array(texts).catch([]),
    parts: z.record(z.string(), z.object({ kinds: texts }).catch({ kinds: [] })).catch({}),
    groups: z.record(z.string(), z.object({ any: texts }).catch({ any: [] })).catch({}),
  })
  .catch({
    rows: { only: {}, except: {} },
    kind: { column: '', values: {} },
    reasons: [],
    by: {},
    cross: [],
    parts: {},
    groups: {},
  });
type Loose = z.infer<typeof looseMapping>;
type Path = Contradiction[0];

/** Names that the report keeps for itself. */
const TAKEN = { has: (name: string) => /^(kind|kind-code|reason-.*)$/.test(name) };

export function* mappingContradictions(
  raw: unknown,
  missing: ReadonlySet<string>,
): Generator<Contradiction> {
  const mapping = looseMapping.parse(raw);
  for (const [path, column] of namedColumns(mapping)) {
    if (missing.has(column.toLowerCase())) {
      yield [path, `the survey's file has no column "${column}"`];
    }
  }
  yield* crossings(mapping);
  yield* unknownKinds(mapping);
  yield* unknownAnswers(mapping);
  for (const [name, breakdown] of Object.entries(mapping.by)) {
    if (TAKEN.has(name)) yield [['by', name], `"${name}" is a name that the report uses itself`];
    if ('bands' in breakdown) yield* bands(['by', name, 'bands'], breakdown.bands);
  }
}

/** Every column that a mapping names, and where. */
function* namedColumns(mapping: Loose): Generator<[Path, string]> {
  if (mapping.id !== undefined) yield [['id'], mapping.id];
  for (const which of ['only', 'except'] as const) {
    for (const column of Object.keys(mapping.rows[which])) yield [['rows', which, column], column];
  }
  yield [['kind', 'column'], mapping.kind.column];
  for (const [i, source] of mapping.reasons.entries()) {
    const at = ['reasons', i] as const;
    for (const flag of Object.keys(anything.parse(source.flags ?? {}))) {
      yield [[...at, 'flags', flag], flag];
    }
    yield* columnsIn(at, source, ['column', 'text']);
  }
  for (const [name, breakdown] of Object.entries(mapping.by)) {
    yield* columnsIn(['by', name], breakdown, ['column', 'number']);
    for (const end of ['from', 'to']) {
      yield* columnsIn(['by', name, end], anything.parse(breakdown[end] ?? {}), ['column']);
    }
  }
}

function* columnsIn(
  path: Path,
  of: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): Generator<[Path, string]> {
  for (const key of keys) {
    const column = of[key];
    if (typeof column === 'string') yield [[...path, key], column];
  }
}

function* crossings({ by, cross }: Loose): Generator<Contradiction> {
  for (const [i, pair] of cross.entries()) {
    for (const [j, name] of pair.entries()) {
      if (name !== 'kind' && !(name in by)) {
        yield [['cross', i, j], `there is no "${name}" under "by"`];
      }
    }
    if (pair[0] === pair[1]) yield [['cross', i], 'crosses a breakdown with itself'];
  }
}

function* unknownKinds({ kind, parts, by }: Loose): Generator<Contradiction> {
  const codes = new Set(Object.values(kind.values));
  for (const [name, part] of Object.entries(parts)) {
    if (name in by) yield [['parts', name], `"${name}" stands under "by" too`];
    if (TAKEN.has(name)) yield [['parts', name], `"${name}" is a name that the report uses itself`];
    for (const [i, code] of part.kinds.entries()) {
      if (!codes.has(code)) yield [['parts', name, 'kinds', i], `no value is of kind "${code}"`];
    }
  }
}

function* unknownAnswers({ reasons, groups }: Loose): Generator<Contradiction> {
  const answers = new Set(
    reasons.flatMap((each) =>
      [each.flags, each.values, each.words].flatMap((of) => Object.keys(anything.parse(of ?? {}))),
    ),
  );
  for (const [name, group] of Object.entries(groups)) {
    for (const [i, answer] of group.any.entries()) {
      if (!answers.has(answer)) {
        yield [['groups', name, 'any', i], `no flag or value of "reasons" is "${answer}"`];
      }
    }
  }
}

const looseBands = z
  .array(
    z
      .object({
        name: z.string().catch(''),
        from: z.number().catch(Number.NEGATIVE_INFINITY),
        below: z.number().catch(Number.POSITIVE_INFINITY),
      })
      .catch({ name: '', from: 0, below: 1 }),
  )
  .catch([]);

function* bands(path: Path, raw: unknown): Generator<Contradiction> {
  const all = looseBands.parse(raw);
  for (const [i, band] of all.entries()) {
    if (band.from >= band.below) {
      yield [[...path, i], `"${band.name}" holds no number`];
      continue;
    }
    const before = all.slice(0, i);
    if (before.some(({ name }) => name === band.name)) {
      yield [[...path, i, 'name'], `"${band.name}" stands twice`];
    }
    const over = before.find(({ from, below }) => from < band.below && band.from < below);
    if (over) yield [[...path, i], `"${band.name}" and "${over.name}" overlap`];
  }
}
