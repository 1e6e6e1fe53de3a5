/** What comments are about, in one sentence that stands before them: never how many. */
import type { Block } from './message.ts';
import { type Context, driverName } from './statement.ts';

export function themeBlocks({ unit, copy }: Context): Block[] {
  const names = (unit.themes ?? []).flatMap((driver) => driverName(driver, copy) ?? []);
  return names.length > 0 ? [{ kind: 'text', text: copy.comments.about(names.join(', ')) }] : [];
}
