/** That a question to those who stay is planned. */
import type { Copy } from './copy.ts';
import type { Message } from './message.ts';

export function plannedMessage(name: string, when: string, { release }: Copy): Message {
  const planned = release.planned(name, when);
  return {
    summary: planned,
    blocks: [
      { kind: 'text', text: planned },
      { kind: 'note', text: release.plannedNote },
    ],
  };
}
