/** Reads YAML against a schema; every fault names its file and line. */
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from '../ports/directory.ts';

/** The value, or everything that is wrong with the text. `file` is only for the messages. */
export function parseYaml<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
): { readonly value: T } | { readonly faults: readonly Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ message, pos }) => ({
      where: `${file}, line ${lines.linePos(pos[0]).line}`,
      says: `This is no YAML: ${message}.`,
    }));
    return { faults };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => {
    const keys = path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    return {
      where: `${file}, line ${lineOf(document, lines, keys)}`,
      says: `${keys.length > 0 ? `"${keys.join('.')}": ` : ''}${message}.`,
    };
  });
  return { faults };
}

/** The line of the nearest part of `path` that is in the document. */
function lineOf(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly (string | number)[],
): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
