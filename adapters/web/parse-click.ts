/** From a request's body to a click that is complete and of known shape, or what is wrong with it, by field. */
import { z } from 'zod';
import { ACTIONS, FORMS } from '../../src/org/roles.ts';
import { limits } from './limits.ts';
import type { Click } from './wire.ts';

const id = z.string().min(1).max(limits.id);
const from = { person: id, round: id };
const about = z.string().max(limits.id);
const values = z.array(z.string().max(limits.text)).max(limits.values);

const reply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), ...from, question: id, value: id }),
  z.strictObject({
    kind: z.literal('submit'),
    person: id,
    form: z.enum(FORMS),
    about,
    fields: z
      .record(id, values)
      .refine((fields) => Object.keys(fields).length <= limits.fields, 'too many fields'),
  }),
  z.strictObject({
    kind: z.literal('action'),
    person: id,
    action: z.enum(ACTIONS),
    about,
  }),
  z.strictObject({ kind: z.literal('home'), person: id }),
  z.strictObject({
    kind: z.literal('command'),
    person: id,
    text: z.string().trim().min(1).max(limits.command),
  }),
]);

const click = z.strictObject({ reply, message: id.optional() });

/** The error names fields and what was expected of them, never what was sent. */
export function parseClick(body: string): Click | { readonly error: string } {
  const parsed = click.safeParse(json(body), { reportInput: false });
  if (!parsed.success) return { error: parsed.error.issues.map(inWords).join('; ') };
  const { reply, message } = parsed.data;
  if (message === undefined) return { reply };
  if (reply.kind === 'command' || reply.kind === 'home') {
    return { error: 'message: only a click belongs to one' };
  }
  return { reply, message };
}

function inWords(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.') || 'body'}: ${issue.message}`;
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
