/** What a browser sends of a form, read to fields; nothing of it is quoted anywhere. */
import type { IncomingMessage } from 'node:http';
import type { Fields } from '../../src/message/reply.ts';
import { readBody } from '../body.ts';
import { limits } from './limits.ts';

const FORM = 'application/x-www-form-urlencoded';

/** `too-much` is not read to its end; `no-form` is what no page of ours sends. */
export async function readForm(
  request: IncomingMessage,
): Promise<{ readonly fields: Fields } | 'too-much' | 'no-form'> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== FORM) return 'no-form';
  const body = await readBody(request, limits.body);
  if (!body) return 'too-much';
  const fields = fieldsOf(new URLSearchParams(body.toString()));
  return fields ? { fields } : 'no-form';
}

/** Line breaks as we count them: a browser sends two characters for each. */
function fieldsOf(sent: URLSearchParams): Fields | undefined {
  const fields = new Map<string, string[]>();
  for (const [name, value] of sent) {
    const values = fields.get(name) ?? [];
    values.push(value.replace(/\r\n?/g, '\n'));
    fields.set(name, values);
    if (fields.size > limits.fields || values.length > limits.values) return undefined;
  }
  return Object.fromEntries(fields);
}
