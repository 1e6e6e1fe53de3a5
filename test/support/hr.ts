/** What HR fills in when it makes a campaign in chat: what the form shows, with some fields changed. */
import type { Form, Message } from '../../src/message/message.ts';

/** The fields of a form as they would be submitted untouched, with changes. */
export function filledIn(
  form: Form | undefined,
  change: Readonly<Record<string, string | readonly string[]>> = {},
): Record<string, readonly string[]> {
  if (!form) throw new Error('No form was opened.');
  const shown = form.fields.map((field): [string, readonly string[]] => {
    if (field.kind !== 'text') return [field.name, field.chosen ?? []];
    return [field.name, field.written === undefined ? [] : [field.written]];
  });
  const changed = Object.entries(change).map(([name, value]): [string, readonly string[]] => [
    name,
    typeof value === 'string' ? [value] : value,
  ]);
  return Object.fromEntries([...shown, ...changed]);
}

/** Every button of a message as `action about`. */
export function buttonsOf(message: Message | undefined): string[] {
  return (message?.blocks ?? []).flatMap((block) =>
    block.kind === 'actions'
      ? block.actions.map(({ action }) => `${action} ${block.about}`.trim())
      : [],
  );
}

/** Every text of a message, one a line. */
export function linesOf(message: Message | undefined): string[] {
  return (message?.blocks ?? []).flatMap((block) => ('text' in block ? [block.text] : []));
}
