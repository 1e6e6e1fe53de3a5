/** The file of tallies that `soundings exit import` writes and `soundings exit report` reads. */
import { z } from 'zod';
import type { Fault } from '../ports/directory.ts';
import type { Tallies } from './tallies.ts';

const named = { id: z.string(), name: z.string() };
const count = z.int().min(0);
const talliesSchema = z.object({
  survey: z.string(),
  name: z.string(),
  source: z.string().exactOptional(),
  minimum: count,
  variables: z.array(
    z.object({
      ...named,
      role: z.enum(['kind', 'kind-code', 'breakdown', 'part']),
      values: z.array(z.object(named)),
    }),
  ),
  reasons: z.array(z.object({ ...named, role: z.enum(['answer', 'code', 'group']) })),
  tables: z.array(
    z.object({
      by: z.array(z.string()),
      cells: z.array(
        z.object({ is: z.array(z.string()), n: count, reasons: z.record(z.string(), count) }),
      ),
    }),
  ),
});
const fileSchema = z.object({ version: z.literal(1), surveys: z.array(talliesSchema) });

/** `file` is only for the messages. */
export function parseTallies(
  text: string,
  file: string,
): { readonly surveys: readonly Tallies[] } | { readonly faults: readonly Fault[] } {
  const says = 'This is no file of tallies. Run soundings exit import again, or name another file.';
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    if (parsed.success) return { surveys: parsed.data.surveys };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { faults: [{ where: file, says }] };
}

export function writeTallies(surveys: readonly Tallies[]): string {
  return `${JSON.stringify({ version: 1, surveys }, null, 1)}\n`;
}
