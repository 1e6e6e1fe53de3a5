/** Reads YAML against a schema; every fault names its file and line. */
import { isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from '../ports/directory.ts';

/** What a schema does not see: a place in the document, and what is wrong there. */
export type Contradiction = readonly [path: readonly (string | number)[], message: string];

export interface Parsed<T> {
  readonly value: T;
  /** The keys of the map under a key of the document, as written: an object puts numbers first. */
  keysOf(key: string): string[];
}

/**
 * The value, or everything that is wrong with the text. `file` is only for the messages; `contradictions` is asked whether
 * or not the document fits the schema, so that one fault does not hide another.
 */
export function parseYaml<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  contradictions: (raw: unknown) => Iterable<Contradiction>,
): Parsed<T> | { readonly faults: readonly Fault[] } {
  const lines = new LineCounter();
  const parsedText = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (parsedText.errors.length > 0) {
    const faults = parsedText.errors.map(({ message, pos }) => ({
      where: `${file}, line ${lines.linePos(pos[0]).line}`,
      says: `This is no YAML: ${message}.`,
    }));
    return { faults };
  }
  const raw: unknown = parsedText.toJS();
  const parsed = schema.safeParse(raw);
  const found: Contradiction[] = [...contradictions(raw)];
  for (const { path, message } of parsed.error?.issues ?? []) {
    found.push([path.map((key) => (typeof key === 'symbol' ? String(key) : key)), message]);
  }
  if (parsed.success && found.length === 0) {
    const keysOf = (key: string) => keysIn(parsedText.get(key, true));
    return { value: parsed.data, keysOf };
  }
  const faults = found.map(([path, message]) => ({
    where: `${file}, line ${lineOf(parsedText.contents, lines, path)}`,
    says: `${path.length > 0 ? `"${path.join('.')}": ` : ''}${message}.`,
  }));
  return { faults };
}

function keysIn(map: unknown): string[] {
  return isMap(map) ? map.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
}

/** The line of the nearest part of `path` that is in the parsedText. */
function lineOf(root: unknown, lines: LineCounter, path: readonly (string | number)[]): number {
  let node = root;
  let line = 1;
  for (const key of path) {
    if (!isCollection(node)) return line;
    // A key written as a number is one in the document, and a text in what was read from it.
    node = node.get(key, true) ?? node.get(Number(key), true);
    const range = (node as { range?: [number] } | undefined)?.range;
    if (range) line = lines.linePos(range[0]).line;
  }
  return line;
}
